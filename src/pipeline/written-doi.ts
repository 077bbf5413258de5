import { readYaml } from '../formats/yaml.js';
import { bareDoi } from '../model/identifier.js';

/**
 * A manifest with a DOI among its identifiers: all else stands as the editor wrote it, comments included.
 *
 * @param text volume.yaml
 * @param replaced DOIs that may give way to it: those that the repository gave to earlier versions
 * @returns the text, or why it was left as it is
 */
export function withDoi(
  text: string,
  doi: string,
  replaced: readonly string[],
): { readonly text: string } | { readonly reason: string } {
  const tree = readYaml(text);
  const { identifiers } = (tree.value ?? {}) as { readonly identifiers?: unknown };
  const before = doiOf(identifiers);
  if (before !== undefined && isSame(before, doi)) return { text };
  if (before !== undefined && !replaced.some((known) => isSame(known, before)))
    return { reason: `it bears the DOI ${before} already` };
  const made = withLine(text, tree, identifiers, before, doi);
  // What was made is read again: it must say the DOI, and all else as before.
  return isSound(text, made, doi)
    ? { text: made }
    : { reason: 'its identifiers are written in a way that nothing can be added to' };
}

function withLine(
  text: string,
  tree: ReturnType<typeof readYaml>,
  identifiers: unknown,
  before: string | undefined,
  doi: string,
): string {
  const spliced = (start: number, end: number, words: string): string => text.slice(0, start) + words + text.slice(end);
  if (before !== undefined) {
    const { start, end } = tree.valueSpan(['identifiers', 'doi']);
    return spliced(start, end, doi);
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (identifiers === undefined) {
    // Before the outline, which is the longest part, or at the end.
    const at =
      tree.value !== null && 'outline' in (tree.value as object)
        ? lineStart(text, tree.keySpan(['outline']).start)
        : text.length;
    const gap = at > 0 && text[at - 1] !== '\n' ? eol : '';
    return spliced(at, at, `${gap}identifiers:${eol}  doi: ${doi}${eol}`);
  }
  const value = tree.valueSpan(['identifiers']);
  const written = text.slice(value.start, value.end);
  if (written.startsWith('{')) {
    const isEmpty = /^\{\s*\}$/.test(written);
    return spliced(value.start + 1, value.start + 1, isEmpty ? ` doi: ${doi} ` : ` doi: ${doi},`);
  }
  const key = tree.keySpan(['identifiers']);
  if (typeof identifiers !== 'object' || identifiers === null) {
    const end = text.indexOf('\n', key.end);
    const at = end < 0 ? text.length : end + 1;
    return spliced(at, at, `${end < 0 ? eol : ''}  doi: ${doi}${eol}`);
  }
  if ('doi' in identifiers) {
    // `doi:` stands there and waits for its value, as in a new volume.
    const colon = text.indexOf(':', tree.keySpan(['identifiers', 'doi']).end - 1) + 1;
    return spliced(colon, colon, ` ${doi}`);
  }
  const at = lineStart(text, value.start);
  return spliced(at, at, `${text.slice(at, value.start)}doi: ${doi}${eol}`);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function doiOf(identifiers: unknown): string | undefined {
  const given =
    typeof identifiers === 'object' && identifiers !== null ? (identifiers as { doi?: unknown }).doi : undefined;
  return typeof given === 'string' && given !== '' ? given : undefined;
}

function isSame(one: string, other: string): boolean {
  return bareDoi(one).toLowerCase() === bareDoi(other).toLowerCase();
}

function isSound(before: string, after: string, doi: string): boolean {
  const [was, is] = [readYaml(before), readYaml(after)];
  if (is.problems.length > 0) return false;
  const { identifiers: old, ...rest } = (was.value ?? {}) as Record<string, unknown>;
  const { identifiers: made, ...others } = (is.value ?? {}) as Record<string, unknown>;
  const kept = typeof old === 'object' && old !== null ? old : {};
  return JSON.stringify(rest) === JSON.stringify(others) && hasSame({ ...kept, doi }, made);
}

function hasSame(one: object, other: unknown): boolean {
  const sorted = (value: object): string => JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return typeof other === 'object' && other !== null && sorted(one) === sorted(other);
}
