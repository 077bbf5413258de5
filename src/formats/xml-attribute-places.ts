import type { Span } from '../model/position.js';

/** A text, or a source: what a stretch can be had of. */
type Sliced = { slice(start: number, end: number): string };

/**
 * Where an attribute stands in its start tag: from its name to its closing quote; the whole tag where it is not written there. Looked for only
 * when a finding wants it, so that reading pays nothing for it.
 */
export function attributeSpan(source: Sliced, tagStart: number, tagEnd: number, name: string): Span {
  for (const [written, span] of attributesWritten(source, tagStart, tagEnd)) if (written === name) return span;
  return { start: tagStart, end: tagEnd };
}

/** {@link attributeSpan} of every attribute of a tag, for tags in which many may be wrong. */
export function attributeSpans(source: Sliced, tagStart: number, tagEnd: number): ReadonlyMap<string, Span> {
  return new Map(attributesWritten(source, tagStart, tagEnd));
}

function* attributesWritten(source: Sliced, tagStart: number, tagEnd: number): Generator<readonly [string, Span]> {
  const tag = source.slice(tagStart, tagEnd);
  for (const match of tag.matchAll(/\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    const start = tagStart + match.index + 1;
    yield [match[1] ?? '', { start, end: tagStart + match.index + match[0].length }];
  }
}

/**
 * The offset in the text of a character of an attribute's value, in which a reference (`&quot;`, `&#x27;`) is one character.
 * @param span the attribute, from its name to its closing quotation mark
 * @param at offset in the value
 */
export function valueOffset(text: string, span: Span, at: number): number {
  const written = text.slice(span.start, span.end);
  const open = /=\s*["']/.exec(written);
  if (open === null) return span.start;
  let offset = open.index + open[0].length;
  for (let left = at; left > 0 && offset < written.length; left--) {
    const reference = written[offset] === '&' ? /^&(#?\w+);/.exec(written.slice(offset, offset + 12)) : null;
    const isPair = reference !== null && /^#/.test(reference[1] ?? '') && codePoint(reference[1] ?? '') > 0xffff;
    if (isPair) left--;
    offset += reference?.[0].length ?? (written.startsWith('\r\n', offset) ? 2 : 1);
  }
  return span.start + offset;
}

function codePoint(reference: string): number {
  return reference[1] === 'x' ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
}
