import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodeAs } from '../../src/formats/decode.js';
import { readTextBytes } from '../../src/formats/text-file.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';

const text = 'Washington, November 19, 1964.\nChargé d’affaires – “secret”\n';

function utf16(value: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${value}` : value, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

/** Windows-1252 has these at 0x80–0x9f; the rest of Latin-1 is the same. */
const in1252 = new Map(Object.entries({ '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 }));
const windows1252 = (value: string): Uint8Array =>
  Uint8Array.from(value, (c) => in1252.get(c) ?? c.codePointAt(0) ?? 0);

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['UTF-16 LE with a mark', utf16(text, false, true), 'UTF-16'],
    ['UTF-16 BE with a mark', utf16(text, true, true), 'UTF-16'],
    ['UTF-16 LE without a mark', utf16(text, false, false), 'UTF-16'],
    ['UTF-16 BE without a mark', utf16(text, true, false), 'UTF-16'],
    ['Windows-1252', windows1252(text), 'Windows-1252'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decode(bytes)).toMatchObject({ kind: 'text', text, encoding });
  });

  it.each([
    ['bytes that Windows-1252 leaves out', Uint8Array.from([0x41, 0x81, 0x42]), /byte 2 \(0x81\)/],
    ['control characters', Uint8Array.from([0x41, 0xe9, 0x07]), /byte 3 \(0x07\)/],
    ['NUL bytes', Uint8Array.from([0x41, 0, 0, 0, 0x42, 0x43]), /NUL/],
    ['Cyrillic in an 8-bit encoding', Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), /too many/],
    ['half a surrogate pair', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /broken/],
  ])('does not guess at %s', (_, bytes, reason) => {
    const decoded = decode(bytes);
    expect(decoded.kind).toBe('unknown');
    expect(decoded.kind === 'unknown' && decoded.reason).toMatch(reason);
  });

  it('knows files of other kinds', () => {
    expect(decode(Buffer.from('%PDF-1.7\n'))).toEqual({ kind: 'foreign', format: 'a PDF' });
    expect(decode(Buffer.from('PK\x03\x04…'))).toMatchObject({ kind: 'foreign' });
  });
});

/** The characters of the bytes from 0x80 to 0x9f in Windows-1252, as the index of the Encoding Standard gives them. */
const INDEX = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

describe('a file that says it is in Windows-1252 or Latin-1', () => {
  const letters = fc.array(fc.integer({ min: 0xa0, max: 0xff }).map((code) => String.fromCodePoint(code)));
  const marks = fc.array(fc.constantFrom(...INDEX));

  it('is read with its quotation marks and dashes, by every version of Node.js', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('windows-1252', 'CP1252', 'ISO-8859-1', 'latin1', 'us-ascii'),
        fc.tuple(letters, marks).map(([a, b]) => [...a, ...b].join('')),
        (label, words) => {
          const document = `<?xml version="1.0" encoding="${label}"?><p>${words}</p>`;
          const bytes = Uint8Array.from(document, (c) =>
            INDEX.includes(c) ? 0x80 + INDEX.indexOf(c) : c.charCodeAt(0),
          );
          expect(decodeXml(bytes, 'a.xml').value?.text).toBe(document);
          expect(decodeAs(label, bytes)).toBe(document);
        },
      ),
    );
  });
});

describe('readTextBytes', () => {
  it('tells which encoding it read where that is not UTF-8, and makes line ends LF', () => {
    const { value, diagnostics } = readTextBytes('a.txt', windows1252('Chargé\r\nd’affaires\rin the Embassy'));
    expect(value?.text).toBe('Chargé\nd’affaires\nin the Embassy');
    expect(diagnostics.map((d) => d.message)).toEqual(['a.txt was read as Windows-1252.']);
  });

  it.each([
    [new Uint8Array(), 'IN002'],
    [Buffer.from(' \n\n'), 'IN002'],
    [Uint8Array.from([0x41, 0x81]), 'IN003'],
    [Buffer.from('%PDF-1.4'), 'IN005'],
  ])('refuses %j with %s', (bytes, code) => {
    const { value, diagnostics } = readTextBytes('a.txt', bytes);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual([code]);
  });
});
