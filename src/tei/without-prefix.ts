import { TEI } from '../formats/sax.js';
import { elementsOf, type Located } from '../formats/xinclude/elements.js';
import { Composition } from '../model/composed-source.js';
import type { SourceFile } from '../model/source-file.js';

/**
 * A TEI file whose elements have a prefix (`<tei:TEI>`), as programs write it, without one: the name of an element in its namespace is the same with
 * and without (Namespaces in XML 1.0, §6.2), and whatever reads a header by its tags then reads this one too. Positions remain those of the file. Any other
 * file comes back as it is, and so does one whose elements of no namespace would fall into that of TEI.
 */
export function withoutPrefix(source: SourceFile): SourceFile {
  const name = /<([A-Za-z_][\w.-]*):TEI[\s>]/.exec(source.text);
  if (name === null || name[1] === undefined) return source;
  const elements = elementsOf(source);
  const root = elements?.[0];
  if (elements === undefined || root === undefined || !isPrefixed(root, name[1]) || !elements.every(remainsItself))
    return source;
  const into = new Composition();
  let from = 0;
  for (const { at, length } of prefixes(elements)) {
    into.copy(source, from, at);
    from = at + length;
    if (at !== root.start + 1) continue;
    const nameEnd = at + root.tag.name.length;
    into.copy(source, from, nameEnd);
    into.make(` xmlns="${TEI}"`, source, nameEnd);
    from = nameEnd;
  }
  into.copy(source, from, source.text.length);
  return into.sourceOf(source);
}

/** Where the prefixes of the elements stand, with their colons, in the order of the file. */
function prefixes(elements: readonly Located[]): readonly { readonly at: number; readonly length: number }[] {
  return elements
    .flatMap(({ tag, start, endStart }) => {
      if (tag.uri !== TEI || tag.prefix === '') return [];
      const tags = tag.isSelfClosing ? [start + 1] : [start + 1, endStart + 2];
      return tags.map((at) => ({ at, length: tag.prefix.length + 1 }));
    })
    .sort((a, b) => a.at - b.at);
}

function isPrefixed({ tag }: Located, prefix: string): boolean {
  return tag.uri === TEI && tag.prefix === prefix && tag.ns[''] === undefined;
}

/** Whether an element without a prefix keeps its namespace, and one that loses its prefix gets that of TEI. */
function remainsItself({ tag, outerScope }: Located): boolean {
  const around = tag.ns[''] ?? outerScope.get('');
  return tag.uri === TEI ? around === undefined || around === TEI : tag.prefix !== '' || around !== undefined;
}
