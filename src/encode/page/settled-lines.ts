import { append } from '../../model/list.js';
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
 * @returns the lines in their order, and a finding for words with which no line begins
 */
export function settledLines(
  lines: readonly Line[],
  documents: readonly SuppliedDocument[],
): { readonly settled: readonly Settlement[]; readonly findings: readonly Finding[] } {
  const entries = documents.flatMap(({ lines: said = {} }) =>
    Object.entries(said).map(([words, kind]) => ({ words: words.replace(/\s+/g, ' ').trim(), kind })),
  );
  if (entries.length === 0) return { settled: [], findings: [] };
  const found = new Set<string>();
  const settled: Settlement[] = [];
  for (const { text, start } of lines) {
    const even = text.replace(/\s+/g, ' ');
    // Of two entries the one that says more of the line.
    const [entry] = entries
      .filter(({ words }) => words !== '' && even.startsWith(words))
      .sort((a, b) => b.words.length - a.words.length);
    if (entry === undefined) continue;
    found.add(entry.words);
    settled.push({ start, end: start + text.length, kind: entry.kind });
  }
  const findings: Finding[] = [];
  const missing = entries.filter(({ words }) => !found.has(words));
  append(
    findings,
    missing.map(({ words, kind }) => finding('EN121', { words, kind }, lines[0]?.start ?? 0)),
  );
  return { settled, findings };
}
