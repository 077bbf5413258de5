import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, readXml } from '../../src/formats/sax.js';
import { scanXml } from '../../src/formats/xml-scan.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { seen } from './xml-events.js';

const name = fc.constantFrom('a', 'b', 'x:c', 'tei:d', '__proto__', 'constructor', 'é');
const value = fc.constantFrom(
  '',
  '1',
  'a b',
  'a\tb\nc',
  '&amp;',
  '&#x41;',
  '&#0;',
  '&no;',
  '<',
  '>',
  "it's",
  'a\r\nb',
  ' & ',
);
const attribute = fc.tuple(
  fc.constantFrom('n', 'm', 'x:n', 'y:n', 'xmlns', 'xmlns:x', 'xmlns:y', 'xmlns:xml', 'xml:id'),
  value,
  fc.constantFrom('"', "'"),
);
const tagSource = fc
  .tuple(
    fc.constantFrom('<', '</', '< '),
    name,
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom('>', '/>', ' >', '', '\n>'),
  )
  .map(
    ([open, n, attributes, close]) =>
      `${open}${n}${open === '</' ? '' : attributes.map(([k, v, q]) => ` ${k}=${q}${v.replaceAll(q, '')}${q}`).join('')}${close}`,
  );
const other = fc.constantFrom(
  'text',
  ' \n ',
  ']]>',
  '&lt;',
  '&',
  'é\r\nx\ry',
  '<!-- c -->',
  '<!-- a--b -->',
  '<!---->',
  '<![CDATA[<&>]]>',
  '<![CDATA[',
  '<?p d?>',
  '<?p?>',
  '<?xml x?>',
  '<?XML?>',
  '<!DOCTYPE a>',
  '\u0001',
  '\ud800',
  '\u008e',
);

/** Documents that are mostly well-formed: nested elements with a wild piece here and there. */
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'text',
      ' ',
      '&amp;',
      '<!-- c -->',
      '<?p d?>',
      '<b n="1"/>',
      '<b x:n="1" y:n="2"/>',
      '<![CDATA[x]]>',
      'é&#233;',
    ),
    fc
      .tuple(
        fc.constantFrom('a', 'x:c', 'a xmlns="urn:1"', 'a xmlns:x="urn:2" x:n="1"', 'p  n = "a&#10;b"'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([start, children]) => `<${start}>${children.join('')}</${start.split(' ')[0]}>`),
  ),
})).node;
const document = fc
  .tuple(
    fc.constantFrom('', '<?xml version="1.0"?>\n', '<?xml version="1.0" encoding="UTF-8" ?>', '<?xml version="1.1"?>'),
    fc.array(tree, { maxLength: 5 }),
  )
  .map(([head, nodes]) => `${head}<r xmlns:x="urn:x" xmlns:y="urn:x">${nodes.join('')}</r>`);

describe('the scan gives what the parser gives', () => {
  it('of documents', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(seen(text, readXml)).toEqual(seen(text, parseXml));
      }),
      { numRuns: runs(500) },
    );
  });

  it('of documents with a piece of anything in them', () => {
    fc.assert(
      fc.property(
        document,
        fc.oneof(tagSource, other),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, piece, where) => {
          const at = Math.floor(where * text.length);
          const broken = text.slice(0, at) + piece + text.slice(at);
          expect(seen(broken, readXml)).toEqual(seen(broken, parseXml));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('of rubbish', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tagSource, other), { minLength: 1, maxLength: 8 }), (pieces) => {
        const text = `x${pieces.join('')}`.slice(1);
        if (text.trim() === '') return;
        expect(seen(text, readXml)).toEqual(seen(text, parseXml));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('and reads ordinary documents to their end by itself', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="urn:t"><!-- c --><p n="1">A&amp;B<lb/></p><?x y?></TEI>\n';
    expect(scanXml(new SourceFile('x', text), {}, { depth: 10, attributeLength: 10, attributes: 10 })).toEqual({
      isComplete: true,
      events: 9,
    });
  });
});
