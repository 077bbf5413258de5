import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut, writeLaidOut } from '../../src/formats/xml-layout.js';
import { readForeignXml } from '../../src/formats/xml-tree.js';
import { element, writeXmlOf, type XmlElement, type XmlNode } from '../../src/formats/xml-writer.js';
import { runs } from '../runs.js';

const name = fc.stringMatching(/^[a-z]{1,5}$/);
const { tree } = fc.letrec<{ tree: XmlElement; node: XmlNode }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, fc.string({ maxLength: 8 }), tie('tree')),
  tree: fc
    .tuple(name, fc.dictionary(name, fc.string({ maxLength: 8 })), fc.array(tie('node'), { maxLength: 4 }))
    .map(([own, attributes, children]) => element(own, attributes, children)),
}));

it('writes a document as it does one that was laid out before', () => {
  fc.assert(
    fc.property(tree, (root) => {
      expect(writeLaidOut(root)).toBe(writeXmlOf(layOut(root)));
    }),
    { numRuns: runs(200) },
  );
});

it('reads no document of a server that has a document type, or is nested without end', () => {
  expect(readForeignXml('<?xml version="1.0"?><a x="1">b</a>').name).toBe('a');
  for (const text of [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!doctype a SYSTEM "file:///etc/passwd"><a/>',
    `${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}`,
    '',
    'x',
  ])
    expect(() => readForeignXml(text)).toThrow(Error);
});
