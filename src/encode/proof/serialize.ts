import { element, writeContent, writeXml, type XmlElement, type XmlNode } from '../../formats/xml-writer.js';
import type { DocumentDiv, DocumentNode } from '../../model/document.js';

/** Elements whose children are elements only: white space between them is for the reader of the file. */
const CONTAINERS = new Set([
  'div',
  'opener',
  'closer',
  'list',
  'table',
  'row',
  'postscript',
  'quote',
  'frus:attachment',
  'address',
]);

/** A node of the document model as XML to be written, its lines indented. */
export function toXml(node: DocumentNode, indent: string): XmlNode {
  if (node.element === 'text') return node.text;
  const nodes = node.children as readonly DocumentNode[];
  if (!CONTAINERS.has(node.element)) {
    return element(
      node.element,
      node.attributes,
      nodes.map((child) => toXml(child, indent)),
    );
  }
  const inner = `${indent}  `;
  const children = nodes.flatMap((child) => [`\n${inner}`, toXml(child, inner)]);
  return element(node.element, node.attributes, children, `\n${indent}`);
}

/** Writes a document as a TEI file: its header and its text. */
export function serialize(id: string, header: XmlElement, div: DocumentDiv): string {
  const body = element('div', div.attributes, element('blocks'), '\n      ');
  const text = element('text', {}, '\n    ', element('body', {}, '\n      ', body, '\n    '), '\n  ');
  const frame = writeXml(element('TEI', { 'xml:id': id }, '\n  ', header, '\n  ', text, '\n'));
  const [before = '', after = ''] = frame.split('<blocks/>');
  const indent = '        ';
  const blocks = div.children.map((block) => `\n${indent}${writeContent([toXml(block, indent)])}`);
  return [before, ...blocks, after].join('');
}

const NOTE = '<note n=';

/** How many numbered notes a TEI file has. */
export function countNotes(tei: string): number {
  let count = 0;
  for (let at = tei.indexOf(NOTE); at >= 0; at = tei.indexOf(NOTE, at + NOTE.length)) count++;
  return count;
}
