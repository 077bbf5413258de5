import type { Doubt } from './review.js';

/** The lines before those that settle a doubt: the document and its file. */
const HEAD_LINES = 2;

/** `names: { "Thompson": p_TLE1 }`, `checked: [ "EN083 The harbor" ]`: several of one key are one map or list. */
const HELD = /^ {2}(\w+): (\{|\[) (.*) [\]}]$/;

/** The entries of `volume.yaml` that settle the doubts of a document, as one entry: no key stands twice in it. */
export function entriesFor(doubts: readonly Doubt[]): readonly string[] {
  const entries = [...new Set(doubts.flatMap((doubt) => doubt.entry ?? []))];
  const head = entries[0]?.split('\n').slice(0, HEAD_LINES) ?? [];
  const lines: string[] = [];
  const held = new Map<string, { readonly open: string; readonly parts: string[] }>();
  for (const line of new Set(entries.flatMap((entry) => entry.split('\n').slice(HEAD_LINES)))) {
    const [, key = '', open = '', part = ''] = HELD.exec(line) ?? [];
    if (key === '') lines.push(line);
    else held.set(key, { open, parts: [...(held.get(key)?.parts ?? []), part] });
  }
  const joined = [...held].map(
    ([key, { open, parts }]) => `  ${key}: ${open} ${parts.join(', ')} ${open === '{' ? '}' : ']'}`,
  );
  return [...head, ...joined, ...lines];
}
