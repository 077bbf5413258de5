import type { PictureType } from '../model/picture.js';
import { SourceFile } from '../model/source-file.js';
import { readXml, type XmlHandler } from './sax.js';

/** What the first bytes of a file say that it is. */
export interface PictureFacts {
  readonly type: PictureType;
  /** In pixels, where they are easily told. */
  readonly width?: number;
  readonly height?: number;
}

/** What a picture's name may end with. */
const ENDINGS: Readonly<Record<string, PictureType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** The endings of names, in the order in which they are tried for a picture that is named without one. */
export const pictureEndings: readonly string[] = Object.keys(ENDINGS);

/** The kind of picture that a name promises; undefined for other files. */
export function promisedType(name: string): PictureType | undefined {
  return ENDINGS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
}

/**
 * Tells the kind of a picture from its bytes: PNG (ISO/IEC 15948, 5.2), JPEG (ISO/IEC 10918-1, annex B), GIF (89a, 17), WebP (RIFF), SVG (its root element).
 *
 * @returns undefined where they are none of these
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts = (text: string, at = 0): boolean => data.toString('latin1', at, at + text.length) === text;
  if (starts('\x89PNG\r\n\x1a\n') && starts('IHDR', 12) && data.length > 33)
    return { type: 'image/png', width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  if (starts('\xff\xd8\xff')) return jpegFacts(data);
  if ((starts('GIF87a') || starts('GIF89a')) && data.length > 10)
    return { type: 'image/gif', width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  if (starts('RIFF') && starts('WEBP', 8)) return { type: 'image/webp' };
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg)/.test(data.toString('latin1', 0, 200)))
    return { type: 'image/svg+xml' };
  return undefined;
}

/** The size of a JPEG stands in its frame header, behind segments of any length. */
function jpegFacts(data: Buffer): PictureFacts | undefined {
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2);
  }
  return undefined;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Elements by which an SVG does more than show: programs, foreign content, changes over time. */
const ACTIVE: ReadonlySet<string> = new Set([
  'script',
  'foreignObject',
  'iframe',
  'handler',
  'listener',
  'set',
  'animate',
]);

/** A line of a map is one attribute, and may be long. */
const SVG_LIMITS = { depth: 1000, attributeLength: 50_000_000, attributes: 1000 };
/** What is beyond them, though it is XML. */
const TOO_LARGE: ReadonlySet<string> = new Set(['IN021', 'IN022', 'IN026']);

/**
 * Why an SVG is not let into an edition: it is not well-formed, runs a program, or loads something from elsewhere. An edition is read for a hundred
 * years on machines that nobody knows; its pictures are only pictures.
 *
 * @returns undefined where nothing is wrong with it
 */
export function faultOfSvg(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  if (/<!DOCTYPE[^>]*\[/.test(text) || /<!ENTITY/.test(text)) return 'it declares entities';
  if (/<\?xml-stylesheet/.test(text)) return 'it loads a style sheet';
  let fault: string | undefined;
  let depth = 0;
  const handler: XmlHandler = {
    startTag(tag) {
      if (depth++ === 0 && (tag.local !== 'svg' || tag.uri !== SVG)) fault ??= 'its root element is not svg';
      if (ACTIVE.has(tag.local)) fault ??= `it has the element ${tag.local}`;
      for (const [name, { value }] of Object.entries(tag.attributes)) {
        if (/^on/i.test(name)) fault ??= `it runs a program (${name})`;
        if (/(^|:)href$/.test(name) && !/^\s*(#|data:image\/(png|jpeg);)/.test(value) && tag.local !== 'a')
          fault ??= `it loads ${value.slice(0, 60)}`;
        if (tag.local === 'a' && /(^|:)href$/.test(name) && /^\s*(javascript|data|vbscript):/i.test(value))
          fault ??= 'it runs a program (href)';
        if (loads(value)) fault ??= 'it loads something from elsewhere';
      }
    },
    text(content) {
      if (loads(content)) fault ??= 'it loads something from elsewhere';
    },
    endTag() {
      depth--;
    },
  };
  const [problem] = readXml(new SourceFile('picture.svg', text), handler, SVG_LIMITS);
  return problem === undefined
    ? fault
    : TOO_LARGE.has(problem.code)
      ? 'it is too large to be looked through'
      : 'it is not well-formed XML';
}

/** Whether a style loads what is not in the file. */
function loads(style: string): boolean {
  return /@import|url\(\s*['"]?(?!#|['"]?#)/i.test(style);
}
