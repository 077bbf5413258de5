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
