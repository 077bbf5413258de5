import { readYaml } from '../formats/yaml.js';
import { entry, idOf, type Proposed } from './first-manifest.js';

/** Why entries cannot be put into a manifest as it is written. */
export type Hindrance = 'brackets';

/**
 * A manifest with entries for documents that its outline does not name, put after its last: all that the editor wrote stands as it was written, comments included.
 * A document with a number of its own has the id of that number, where no other has it; the others are counted on.
 * @param text volume.yaml, which is YAML
 * @param ids those that the manifest gives
 * @returns the text, or what stands against it: an outline that is written in brackets has no place for lines
 */
export function withAddedEntries(
  text: string,
  ids: ReadonlySet<string>,
  added: readonly Proposed[],
): { readonly text: string } | { readonly hindrance: Hindrance } {
  const taken = new Set(ids);
  const lines = added.flatMap((document) => entry(document, freeId(document, taken)));
  const tree = readYaml(text);
  const { outline } = (tree.value ?? {}) as { readonly outline?: unknown };
  const isEmpty = outline === undefined || outline === '' || (Array.isArray(outline) && outline.length === 0);
  const span = tree.valueSpan(['outline']);
  const written = text.slice(span.start, span.end);
  if (isEmpty && outline !== undefined) {
    const start = written === '[]' ? span.start : text.indexOf('\n', tree.keySpan(['outline']).start);
    const before = (start < 0 ? text : text.slice(0, start)).trimEnd();
    const after = start < 0 ? '' : text.slice(written === '[]' ? span.end : start).replace(/^[ \t]*(?=\r?\n|$)/, '');
    return { text: `${before}\n${lines.join('\n')}${after === '' ? '\n' : after}` };
  }
  if (isEmpty) return { text: `${text.trimEnd()}\n\noutline:\n${lines.join('\n')}\n` };
  if (written.startsWith('[')) return { hindrance: 'brackets' };
  const indent = ' '.repeat(columnOf(text, span.start));
  const at = endOfEntries(text, span.end, indent.length);
  const own = lines.map((line) => `${indent}${line.slice(2)}`).join('\n');
  const before = text.slice(0, at);
  return { text: `${before}${before.endsWith('\n') ? '' : '\n'}${own}\n${text.slice(at)}` };
}

/** How many characters stand before an offset in its line. */
function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** The beginning of the first line that is no more of a list: the comments that stand under its last entry, as far in or further, are. */
function endOfEntries(text: string, end: number, indent: number): number {
  const begun = end > 0 && text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  let at = begun === 0 ? text.length : begun;
  // What is read as the end of the list can stand after comments that follow it.
  for (let line = at; line < text.length; ) {
    const next = text.indexOf('\n', line);
    const stop = next < 0 ? text.length : next + 1;
    const comment = /^([ \t]*)#/.exec(text.slice(line, stop));
    if (comment === null || (comment[1]?.length ?? 0) < Math.max(indent, 1)) break;
    at = stop;
    line = stop;
  }
  return at;
}

function freeId({ number }: Proposed, taken: Set<string>): string {
  const own = idOf(number);
  let id = own;
  if (number === '' || taken.has(own)) {
    const counted = [...taken].map((other) => Number(/^d(\d+)$/.exec(other)?.[1] ?? 0));
    id = idOf(String(counted.reduce((most, count) => Math.max(most, count), 0) + 1));
  }
  taken.add(id);
  return id;
}
