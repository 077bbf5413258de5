import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { withoutPrefix } from '../../src/tei/without-prefix.js';

const TEI = 'http://www.tei-c.org/ns/1.0';

/** What a reader that knows namespaces finds. */
function found(source: SourceFile): readonly string[] {
  const events: string[] = [];
  const problems = readXml(source, {
    startTag: ({ uri, local, attributes }) => {
      const own = Object.values(attributes).filter(({ name }) => !name.startsWith('xmlns'));
      events.push(`<{${uri}}${local} ${own.map(({ name, value }) => `${name}=${value}`).join(' ')}>`);
    },
    endTag: () => events.push('</>'),
    text: (text) => events.push(text),
  });
  expect(problems).toEqual([]);
  return events.join('\n').split('\n');
}

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('words', ' ', '\n', '&lt;tei:p&gt;', '<!-- <tei:p> -->', '<![CDATA[<tei:hi>]]>', '<tei:lb/>'),
    fc
      .tuple(
        fc.constantFrom('tei:p', 'tei:hi', 'tei:TEI', 'frus:file', 'm:math'),
        fc.constantFrom('', ' n="1"', " rend='a > b'", ' xml:id="tei:x"', '\n  n="<tei:p>"'.replace('<', '&lt;')),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join('')}</${name} >`),
  ),
}));
const file = (content: string, more = ''): SourceFile =>
  new SourceFile(
    'v.xml',
    `<?xml version="1.0"?>\n<tei:TEI${more} xmlns:tei="${TEI}" xmlns:frus="urn:f" xmlns:m="urn:m">\n${content}</tei:TEI>\n`,
  );

describe('a TEI file with a prefix', () => {
  it('says the same without it, at the same places', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const prefixed = file(nodes.join(''));
        const plain = withoutPrefix(prefixed);
        expect(found(plain)).toEqual(found(prefixed));
        expect(plain.text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '')).not.toMatch(/<\/?tei:/);
        const word = plain.text.indexOf('words');
        if (word >= 0) expect(plain.positionAt(word)).toEqual(prefixed.positionAt(prefixed.text.indexOf('words')));
      }),
    );
  });

  it('is left as it is where an element would change its namespace, and where there is no prefix', () => {
    for (const source of [
      file('<own/>'),
      file('<tei:p><svg xmlns="urn:s"><tei:p/></svg></tei:p>'),
      file('<tei:p/>', ' xmlns="urn:other"'),
      new SourceFile('v.xml', `<TEI xmlns="${TEI}"><p>&lt;tei:TEI></p></TEI>`),
    ])
      expect(withoutPrefix(source)).toBe(source);
  });
});
