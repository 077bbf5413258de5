import type { Diagnostic, Place, Result } from '../diagnostics/diagnostic.js';
import { layOut } from '../formats/xml-layout.js';
import { element, writeXml, type XmlElement } from '../formats/xml-writer.js';
import { append } from '../model/list.js';
import type { Manifest, MatterSection, OutlineEntry } from '../model/manifest.js';
import { classDecl } from '../tei/header.js';
import { bibliographicProfile, notesStatement, publicationStatement, titleStatement } from './bibliographic-header.js';
import { type DocumentParts, documentParts, type HeaderPart, tiedTo, withUniqueIds } from './document-parts.js';
import { personsList, termsList, titlePage } from './front-matter.js';
import { matterDivision } from './matter.js';

/**
 * Makes one FRUS-style TEI volume of the documents that the encoder has made: front matter from the manifest, chapters and documents by its outline, back matter, and
 * in the volume's header the structured headers of all documents, each tied to its own by `@corresp`. Ids are unique in the volume. The documents' texts are taken over as they are
 * written, to the character.
 * @param documents the TEI documents by the ids of the outline; one that is not there is left out (the encoder has said why)
 * @param placesOf where the text of a section stands, by offsets in it
 */
export function assemble(
  manifest: Manifest,
  documents: ReadonlyMap<string, string>,
  placesOf?: (section: string) => (offset: number) => Place,
): Result<string> {
  const parts = new Map([...documents].map(([id, xml]) => [id, documentParts(xml)]));
  const diagnostics: Diagnostic[] = [];
  const ids = idsOf(manifest);
  const matter = (sections: readonly MatterSection[]): XmlElement[] =>
    sections.flatMap((section) => {
      const made = matterDivision(section, placesOf?.(section.id), ids);
      append(diagnostics, made.diagnostics);
      return made.value === undefined ? [] : [made.value];
    });
  const back = matter(manifest.back);
  const frame = element(
    'TEI',
    { 'xml:id': manifest.id, 'xml:lang': manifest.language },
    header(manifest, parts),
    element(
      'text',
      {},
      element('front', {}, titlePage(manifest), matter(manifest.front), termsList(manifest), personsList(manifest)),
      element(
        'body',
        {},
        manifest.outline.flatMap((entry) => outlineElement(entry, parts)),
      ),
      ...(back.length > 0 ? [element('back', {}, back)] : []),
    ),
  );
  if (diagnostics.length > 0) return { diagnostics };
  const volume = fillSlots(writeXml(layOut(frame)), parts);
  return { value: volume.replace('?>\n', `?>\n${allowances(manifest)}`), diagnostics };
}

/** The ids that the manifest gives, and none that is made of a heading or for a note may take. */
function idsOf({ id, front, back, persons, terms, outline }: Manifest): Set<string> {
  const inOutline = (entries: readonly OutlineEntry[]): readonly string[] =>
    entries.flatMap((entry) => (entry.kind === 'document' ? [entry.id] : [entry.id, ...inOutline(entry.children)]));
  const listed = [...front, ...back, ...persons, ...terms].map((entry) => entry.id);
  return new Set([id, 'editor', 'persons', 'terms', ...listed, ...inOutline(outline)]);
}

/** The findings that the manifest switches off, as the instructions by which validation knows them wherever the volume is checked. */
function allowances({ severities }: Manifest): string {
  return Object.entries(severities)
    .filter(([code, severity]) => severity === 'off' && /^\w+$/.test(code))
    .map(([code]) => `<?chancery allow ${code} as the manifest of the volume says?>\n`)
    .join('');
}

function outlineElement(entry: OutlineEntry, parts: ReadonlyMap<string, DocumentParts>): XmlElement[] {
  if (entry.kind === 'document') return parts.has(entry.id) ? [slot(entry.id, 'body')] : [];
  const children = entry.children.flatMap((child) => outlineElement(child, parts));
  return [element('div', { type: entry.kind, 'xml:id': entry.id }, element('head', {}, entry.head), children)];
}

/** How a reader of the TEI tells what stands in the raw texts from what does not. */
const marking =
  'What the editors have supplied is marked with a pointer to them (resp="#editor"), what the encoder has inferred with less than certainty with cert="low" or cert="medium". ' +
  'All else is in the raw texts.';

function header(manifest: Manifest, parts: ReadonlyMap<string, DocumentParts>): XmlElement {
  const slots = (...wanted: readonly HeaderPart[]): XmlElement[] =>
    [...parts].flatMap(([id, own]) => wanted.filter((part) => own.header.has(part)).map((part) => slot(id, part)));
  const msDescs = slots('msDesc');
  const profile = [...bibliographicProfile(manifest), ...slots('creation', 'textClass', 'correspDesc')];
  const provenance = manifest.provenance ?? 'Encoded from the raw texts that the outline of the volume names.';
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      titleStatement(manifest),
      publicationStatement(manifest),
      ...notesStatement(manifest),
      element('sourceDesc', {}, element('p', {}, provenance)),
      ...(msDescs.length > 0 ? [element('sourceDesc', {}, msDescs)] : []),
    ),
    element('encodingDesc', {}, element('editorialDecl', {}, element('p', {}, marking)), classDecl()),
    ...(profile.length > 0 ? [element('profileDesc', {}, profile)] : []),
    element(
      'revisionDesc',
      {},
      element('change', {}, 'Assembled from its documents by the outline of the manifest.'),
      ...(manifest.modified === undefined
        ? []
        : [element('change', { when: manifest.modified }, 'Last changed, as the manifest says.')]),
    ),
  );
}

/** What stands in the frame for a part of a document; in a text of the manifest its brackets would be escaped. */
const slotPattern = /<slot id="([^"]*)" part="([^"]*)"\/>/g;

/** A place that is filled when the frame is written, so that a document's XML is never read into a tree and written again. */
function slot(id: string, part: string): XmlElement {
  return element('slot', { id, part });
}

function fillSlots(frame: string, parts: ReadonlyMap<string, DocumentParts>): string {
  const taken = new Set([...frame.matchAll(/xml:id="([^"]*)"/g)].map((m) => m[1] ?? ''));
  return frame.replace(slotPattern, (_, id: string, part: string) => {
    const own = parts.get(id);
    if (own === undefined) return '';
    if (part === 'body') return withUniqueIds(own, id, taken);
    return tiedTo(own.header.get(part as HeaderPart) ?? '', id);
  });
}
