import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SaxonJs, SaxonNode } from 'saxon-js';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { readXml } from '../../src/formats/sax.js';
import { XsltError } from '../../src/formats/saxon.js';
import { parseDocument as parse, XdmBuilder } from '../../src/formats/xdm.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';

const saxon = createRequire(import.meta.url)('saxon-js') as SaxonJs;

/** What SaxonJS's own parser makes of a text: the measure. */
function parsedBySaxon(text: string): SaxonNode {
  return saxon.XPath.evaluate('parse-xml($text)', null, { params: { text } }) as SaxonNode;
}

function parseDocument(text: string, base?: string): SaxonNode {
  return parse(text, base) as unknown as SaxonNode;
}

/** A tree as plain data, with what stylesheets can see of it. */
function plain(node: SaxonNode): unknown {
  const children: unknown[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    expect(child.parentNode).toBe(node);
    children.push(plain(child));
  }
  const attributes = Array.from({ length: node.attributes?.length ?? 0 }, (_, i) => {
    const { nodeName, localName, namespaceURI, value, nodeValue } = node.attributes[i] as SaxonNode;
    return { nodeName, localName, namespaceURI: namespaceURI ?? '', value, nodeValue };
  });
  const { nodeType, nodeName, localName, namespaceURI, nodeValue } = node;
  expect(node.childNodes?.length ?? 0).toBe(children.length);
  return { nodeType, nodeName, localName, namespaceURI, nodeValue, attributes, children };
}

const name = fc.constantFrom('a', 'b', 'f:c', 'p');
const text = fc.stringMatching(/^[ \n\ta-zé’&<>"'\]]{0,12}$/u);
const escaped = (data: string): string => data.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const element: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      name,
      fc.dictionary(fc.constantFrom('n', 'xml:id', 'f:x', 'xml:space'), fc.oneof(text, fc.constant('preserve')), {
        maxKeys: 3,
      }),
      content(depth),
    )
    .map(([tag, attributes, inside]) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${escaped(value.replace(/\s/g, ' '))}"`,
      );
      return inside === '' ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${inside}</${tag}>`;
    }),
);
const content = (depth: number): fc.Arbitrary<string> =>
  depth <= 1
    ? fc.constant('')
    : fc
        .array(
          fc.oneof(
            element(depth - 1),
            text.map(escaped),
            fc.constantFrom('<!-- c -->', '<![CDATA[ & ]]>', '<?pi data?>', '<q xmlns="u:q">x</q>'),
          ),
          { maxLength: 5 },
        )
        .map((parts) => parts.join(''));

describe('the tree for stylesheets', () => {
  it('is the one that SaxonJS makes of any text', () => {
    fc.assert(
      fc.property(element(4), (root) => {
        const tei = `<?xml version="1.0"?>\n<!-- x -->\n<r xmlns="u:r" xmlns:f="u:f">${root}</r>\n`;
        expect(plain(parseDocument(tei))).toEqual(plain(parsedBySaxon(tei)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('is the one that SaxonJS makes of volumes', () => {
    const golden = packageFile('tests/transform/golden');
    for (const folder of readdirSync(golden)) {
      const tei = readFileSync(join(golden, folder, 'volume.xml'), 'utf8');
      expect(plain(parseDocument(tei))).toEqual(plain(parsedBySaxon(tei)));
    }
  });

  it('comes without the spaces that XSLT strips, where it is asked for that', () => {
    // XSLT 3.0, §4.4.2: spaces alone, in an element that is named, unless the nearest xml:space says to keep them.
    const kept =
      "//text()[not(parent::*:a or parent::*:p) or normalize-space() or ancestor::*[@xml:space][1]/@xml:space = 'preserve']/(path(..) || ' ' || .)";
    const left = "//text()/(path(..) || ' ' || .)";
    fc.assert(
      fc.property(element(4), (root) => {
        const tei = `<r xmlns="u:r" xmlns:f="u:f">${root}</r>`;
        const builder = new XdmBuilder(undefined, ({ local }) => local === 'a' || local === 'p');
        readXml(new SourceFile('r.xml', tei), builder);
        const texts = (path: string, tree: unknown): unknown => saxon.XPath.evaluate(path, tree, { params: {} });
        expect(texts(left, builder.document)).toEqual(texts(kept, parsedBySaxon(tei)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('knows its own address', () => {
    const document = parseDocument('<a/>', 'file:///v.xml');
    const uri = saxon.XPath.evaluate('string(base-uri(.))', document, { params: {} });
    expect(uri).toBe('file:///v.xml');
  });

  it('is refused where the text is not well-formed', () => {
    expect(() => parseDocument('<a>\n<b></a>')).toThrow(XsltError);
  });
});
