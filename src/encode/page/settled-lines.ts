import type { SettledLine, SuppliedDocument } from '../../model/manifest.js';
import { type Finding, finding } from '../facts/finding.js';
import type { Line } from './segment.js';

/** What the editor says of a line of the raw text. */
export interface Settlement {
  /** The line in the raw text. */
  readonly start: number;
  readonly end: number;
  readonly kind: SettledLine;
}

/**
 * The lines of a raw text of which the manifest says what they are: each that begins with the words of an entry, white space evened.
 * @param readings the lines, by the readings of the text
 * @returns the settled lines of each reading in their order, and a finding for words with which no line begins
 */
export function settledLines(
  readings: readonly (readonly Line[])[],
  documents: readonly SuppliedDocument[],
): { readonly settled: readonly (readonly Settlement[])[]; readonly findings: readonly Finding[] } {
  const entries = documents.flatMap(({ lines: said = {} }) =>
    Object.entries(said).map(([words, kind]) => ({ words: words.replace(/\s+/g, ' ').trim(), kind })),
  );
  if (entries.length === 0) return { settled: [], findings: [] };
  const found = new Set<string>();
  const settled = readings.map((lines) =>
    lines.flatMap(({ text, start }): readonly Settlement[] => {
      const even = text.replace(/\s+/g, ' ');
      // Of two entries the one that says more of the line.
      const [entry] = entries
        .filter(({ words }) => words !== '' && even.startsWith(words))
        .sort((a, b) => b.words.length - a.words.length);
      if (entry === undefined) return [];
      found.add(entry.words);
      return [{ start, end: start + text.length, kind: entry.kind }];
    }),
  );
  const missing = entries.filter(({ words }) => !found.has(words));
  return { settled, findings: missing.map(({ words, kind }) => finding('EN121', { words, kind }, 0)) };
}
