import { describe, expect, test } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { loadStylesheet, type SaxonNode, transformToTree } from '../../src/formats/saxon.js';
import { XdmBuilder } from '../../src/formats/xdm.js';
import { SourceFile } from '../../src/model/source-file.js';
import { isOfElements } from '../../src/transform/element-content.js';
import { isLookedFor, whatIsKnown } from '../../src/transform/known-nodes.js';

const NOTES =
  '<note n="1">One</note><note rend="inline">Two</note><note xml:id="n3" n="3">Three<note>in it</note></note>';
const TEXT = `<text><front><div><p>Before${NOTES}</p></div></front><body><div xml:id="d1" type="document"><p>Words</p><div><p>Parts<note>Four</note></p></div></div></body></text>`;
const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P<note>no text</note></p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>';
const REGISTER =
  '<standOff><listPerson><person xml:id="a"><persName>A</persName><note>of A</note></person></listPerson></standOff>';

const volumes = {
  'a text': `${HEADER}${TEXT}`,
  'a text with a register beside it': `${HEADER}${REGISTER}${TEXT}`,
  'an empty register beside it': `${HEADER}<standOff><note/></standOff>${TEXT}`,
  'an attachment and a floating text': `${HEADER}${TEXT.replace('<p>Words</p>', '<p>Words</p><floatingText><body><div><p>F<note>Five</note></p></div></body></floatingText>')}`,
  'a file in the file': `${HEADER}${TEXT}<TEI>${HEADER}${TEXT.replaceAll('xml:id="', 'xml:id="x')}</TEI>`,
  'no note and no nameless division': `${HEADER}<text><body><div xml:id="d1" type="document"><p>Words</p></div></body></text>`,
};

function built(inside: string): XdmBuilder {
  const builder = new XdmBuilder(undefined, isOfElements, isLookedFor);
  const file = new SourceFile('v.xml', `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v">${inside}</TEI>`);
  expect(readXml(file, builder)).toEqual([]);
  return builder;
}

/** A tree as text, so that two can be compared. */
function shown(node: SaxonNode): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  const attributes: string[] = [];
  if (node.nodeType === 1)
    for (let i = 0; i < node.attributes.length; i++)
      attributes.push(`${node.attributes[i]?.nodeName}=${node.attributes[i]?.value}`);
  let inside = '';
  for (let child = node.firstChild; child !== null; child = child.nextSibling) inside += shown(child);
  return `<${[node.nodeName, ...attributes].join(' ')}>${inside}</>`;
}

describe('what the building of the tree has shown', () => {
  test.each(Object.entries(volumes))('says of %s what the stylesheet finds by looking', (_, inside) => {
    const told = built(inside);
    const looked = transformToTree(loadStylesheet('pivot'), built(inside).document);
    expect(shown(transformToTree(loadStylesheet('pivot'), told.document, whatIsKnown(told)))).toBe(shown(looked));
  });

  test('is told of the notes of the text alone, in their order', () => {
    const notes = whatIsKnown(built(volumes['a text']))['told-notes'] as readonly SaxonNode[];
    expect(notes.map(({ firstChild }) => firstChild?.nodeValue)).toEqual(['One', 'Two', 'Three', 'in it', 'Four']);
    expect(whatIsKnown(built(volumes['a text with a register beside it']))).not.toHaveProperty('told-notes');
  });
});
