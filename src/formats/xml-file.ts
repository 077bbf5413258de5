import { LongSource } from './long-source.js';
import { XINCLUDE } from './xinclude/elements.js';
import { type Inclusions, withInclusions } from './xinclude/include.js';
import { decodeXml } from './xml-bytes.js';

/**
 * The document in an XML file of the user's, whole: decoded, with what its DTD defines filled in and what it includes put in its place. Every reader
 * of the program begins with this text, so that all see the same document.
 *
 * @param path where the file is, which also names it in findings
 */
export function openXml(bytes: Uint8Array, path: string): Inclusions {
  const { value, diagnostics } = decodeXml(bytes, path);
  if (value === undefined) return { diagnostics, named: new Set() };
  const included = withInclusions(value);
  return { ...included, diagnostics: [...diagnostics, ...included.diagnostics] };
}

/** What makes a document out of several pieces, or may: such a file is opened whole. */
const COMPOSING = ['<!DOCTYPE', XINCLUDE, '<teiCorpus', ':teiCorpus'];

/**
 * A long XML file, which is read as often as is needed and never held whole. Nothing where it has to be opened whole ({@link openXml}): where it is in
 * another encoding than UTF-8, has a DOCTYPE, includes other files or is a corpus.
 *
 * @throws an `ErrnoException`
 */
export function openLongXml(path: string): LongSource | undefined {
  const source = LongSource.open(path, COMPOSING);
  const encoding = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(source?.slice(0, 400) ?? '')?.[1];
  return encoding === undefined || /^utf-?8$/i.test(encoding) ? source : undefined;
}
