import type { Doubt } from './review.js';

/** The lines before those that settle a doubt: the document and its file. */
const HEAD_LINES = 2;

/** `names: { "Thompson": p_TLE1 }`: several of one key are one map. */
const MAP = /^ {2}(\w+): \{ (.*) \}$/;

/** The entries of `volume.yaml` that settle the doubts of a document, as one entry: no key stands twice in it. */
export function entriesFor(doubts: readonly Doubt[]): readonly string[] {
  const entries = [...new Set(doubts.flatMap((doubt) => doubt.entry ?? []))];
  const head = entries[0]?.split('\n').slice(0, HEAD_LINES) ?? [];
  const lines: string[] = [];
  const maps = new Map<string, string[]>();
  for (const line of new Set(entries.flatMap((entry) => entry.split('\n').slice(HEAD_LINES)))) {
    const [, key, pair] = MAP.exec(line) ?? [];
    if (key === undefined || pair === undefined) lines.push(line);
    else maps.set(key, [...(maps.get(key) ?? []), pair]);
  }
  return [...head, ...[...maps].map(([key, pairs]) => `  ${key}: { ${pairs.join(', ')} }`), ...lines];
}
