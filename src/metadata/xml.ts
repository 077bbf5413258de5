import { writeLaidOut } from '../formats/xml-layout.js';
import { element, type XmlElement } from '../formats/xml-writer.js';

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XLINK = 'http://www.w3.org/1999/xlink';

/** An element with words, or none where there are none: for the children of another. */
export function some(
  name: string,
  words: string | undefined,
  attributes: Readonly<Record<string, string | undefined>> = {},
): readonly XmlElement[] {
  return words === undefined || words === '' ? [] : [element(name, attributes, words)];
}

/** An element around a list, or none around an empty one. */
export function around(name: string, children: readonly XmlElement[]): readonly XmlElement[] {
  return children.length === 0 ? [] : [element(name, {}, children)];
}

/** A document of a vocabulary, indented so that a person can read it. */
export function document(root: XmlElement): string {
  return writeLaidOut(root);
}
