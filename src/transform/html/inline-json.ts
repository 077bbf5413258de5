import type { Json } from '../../metadata/json.js';
import { Xml } from '../xml.js';

/**
 * JSON in a `script` element of a page that is read as HTML and as XML: the signs that would end the element, begin a comment or be references are written as JSON's
 * own escapes, which mean the same in both (HTML Living Standard, 4.12.1.3).
 */
export function inlineJson(value: Json): Xml {
  const plain = JSON.stringify(value);
  const text = MAY_BE_BROKEN.test(plain) ? JSON.stringify(value, wellFormed) : plain;
  return new Xml(text.replace(UNFIT, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** Half a surrogate pair, as JSON writes it: rare, and a function that is asked of every value takes several times as long as the writing. */
const MAY_BE_BROKEN = /\\ud[89a-f]/;

function wellFormed(_: string, member: unknown): unknown {
  return typeof member === 'string' ? member.toWellFormed() : member;
}

/** What has a meaning in HTML or XML, and what XML cannot hold, not even as a reference. */
const UNFIT = /[&<>\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;
