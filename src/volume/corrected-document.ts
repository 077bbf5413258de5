import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { readXml, TEI } from '../formats/sax.js';
import type { SuppliedDocument } from '../model/manifest.js';
import type { SourceFile } from '../model/source-file.js';
import { attribute, type Tag, tagsOf } from './tags.js';

/** What an entry of the outline may say of a document that is TEI already. */
const WITH_EFFECT: ReadonlySet<string> = new Set(['kind', 'id', 'file']);

/**
 * A TEI document that the outline names in the place of a raw text: one that was encoded before and corrected by hand, or encoded elsewhere. It is taken as it stands;
 * its ids, which begin with the id that the document had where it was encoded (`d1fn2`), are given the one of the outline (`d7fn2`), in its pointers too.
 * @param source the file, well-formed or not
 * @param document its entry in the outline
 * @param placeOf where the entry stands in the manifest, or the value of one of its keys
 */
export function correctedDocument(
  source: SourceFile,
  document: SuppliedDocument,
  placeOf: (id: string, key?: string) => Place,
): Result<string> {
  const problems = readXml(source, {});
  if (problems.length > 0) return { diagnostics: problems };
  const { id, file } = document;
  const tags = [...tagsOf(source.text)];
  const root = tags[0];
  const refused = (problem: string, at: Tag | undefined): Result<string> => ({
    diagnostics: [
      diagnostic('VO040', { id, file, problem }, { file: source.path, start: source.positionAt(at?.start ?? 0) }),
    ],
  });
  if (root?.name !== 'TEI' || attribute(root, 'xmlns') !== TEI)
    return refused(`its root is ${root?.name ?? 'absent'}, not TEI in the namespace of the TEI without a prefix`, root);
  const documents = tags.filter((tag) => tag.name === 'div' && attribute(tag, 'type') === 'document');
  const [div, second] = documents;
  if (div === undefined) return refused('it has no div of the type “document”', root);
  if (second !== undefined) return refused('it has more than one div of the type “document”', second);
  const own = attribute(div, 'xml:id');
  if (own === undefined) return refused('its div of the type “document” has no xml:id', div);
  const diagnostics: Diagnostic[] = Object.keys(document)
    .filter((key) => !WITH_EFFECT.has(key))
    .map((key) => diagnostic('VO041', { id, file, key }, placeOf(id, key)));
  return { value: own === id ? source.text : withId(source.text, tags, { from: own, to: id }), diagnostics };
}

/** An XML text in which the ids that begin with one begin with another, and what points to them. */
function withId(text: string, tags: readonly Tag[], change: { readonly from: string; readonly to: string }): string {
  // What the encoder makes of a document's id: the document, its notes (`d1fn2`), its pages (`d1-02`), what another document had as well (`d1_pg_3`).
  const begins = (name: string): boolean =>
    name.startsWith(change.from) && /^(?:$|fn\d|[-_])/.test(name.slice(change.from.length));
  const renamed = (name: string): string => `${change.to}${name.slice(change.from.length)}`;
  const ids = new Set(
    tags.flatMap((tag) => (tag.kind === 'end' ? [] : (attribute(tag, 'xml:id') ?? []))).filter(begins),
  );
  let made = '';
  let at = 0;
  for (const tag of tags) {
    if (tag.kind === 'end' || !tag.attributes.includes(change.from)) continue;
    const written = text.slice(tag.start, tag.end);
    const now = written.replace(/(\s)([^\s=]+)(\s*=\s*)("[^"]*"|'[^']*')/g, (whole, blank, name, equals, value) => {
      if (name === 'xml:id')
        return ids.has(value.slice(1, -1)) ? `${blank}${name}${equals}${quoted(value, renamed)}` : whole;
      const pointers = value.replace(/#([^\s"']+)/g, (pointer: string, to: string) =>
        ids.has(to) ? `#${renamed(to)}` : pointer,
      );
      return `${blank}${name}${equals}${pointers}`;
    });
    made += text.slice(at, tag.start) + now;
    at = tag.end;
  }
  return made + text.slice(at);
}

function quoted(value: string, change: (inside: string) => string): string {
  return `${value[0]}${change(value.slice(1, -1))}${value[0]}`;
}
