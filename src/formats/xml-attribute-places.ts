import type { Span } from '../model/position.js';

/**
 * Where an attribute stands in its start tag: from its name to its closing quote; the whole tag where it is not written there. Looked for only
 * when a finding wants it, so that reading pays nothing for it.
 */
export function attributeSpan(text: string, tagStart: number, tagEnd: number, name: string): Span {
  for (const [written, span] of attributesWritten(text, tagStart, tagEnd)) if (written === name) return span;
  return { start: tagStart, end: tagEnd };
}

/** {@link attributeSpan} of every attribute of a tag, for tags in which many may be wrong. */
export function attributeSpans(text: string, tagStart: number, tagEnd: number): ReadonlyMap<string, Span> {
  return new Map(attributesWritten(text, tagStart, tagEnd));
}

function* attributesWritten(text: string, tagStart: number, tagEnd: number): Generator<readonly [string, Span]> {
  const tag = text.slice(tagStart, tagEnd);
  for (const match of tag.matchAll(/\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const start = tagStart + match.index + 1;
    yield [match[1] ?? '', { start, end: tagStart + match.index + match[0].length }];
  }
}
