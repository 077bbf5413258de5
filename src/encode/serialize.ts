import { element, writeXml, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import type { DocumentDiv, DocumentNode } from '../model/document.js';

/** Elements whose children are elements only: white space between them is for the reader of the file. */
const CONTAINERS = new Set([
  'div',
  'opener',
  'closer',
  'list',
  'table',
  'row',
  'postscript',
  'frus:attachment',
  'address',
]);

/** A node of the document model as XML to be written, its lines indented. */
export function toXml(node: DocumentNode, indent: string): XmlNode {
  if (node.element === 'text') return node.text;
  const nodes = node.children as readonly DocumentNode[];
  if (!CONTAINERS.has(node.element)) {
    return element(node.element, node.attributes, ...nodes.map((child) => toXml(child, indent)));
  }
  const inner = `${indent}  `;
  const children = nodes.flatMap((child) => [`\n${inner}`, toXml(child, inner)]);
  return element(node.element, node.attributes, ...children, `\n${indent}`);
}

function written(node: XmlElement): string {
  const xml = writeXml(element('TEI', {}, node));
  return xml.slice(xml.indexOf(`<${node.name}`), xml.lastIndexOf('</TEI>'));
}

/** Writes a document as a TEI file: its header and its text. */
export function serialize(id: string, header: XmlElement, div: DocumentDiv): string {
  const body = element('div', div.attributes, element('blocks'), '\n      ');
  const text = element('text', {}, '\n    ', element('body', {}, '\n      ', body, '\n    '), '\n  ');
  const frame = writeXml(element('TEI', { 'xml:id': id }, '\n  ', header, '\n  ', text, '\n'));
  const [before = '', after = ''] = frame.split('<blocks/>');
  return [before, ...writtenBlocks(div), after].join('');
}

/** How many blocks are written at once: the writer's tree needs twenty times the memory of the text. */
const BLOCKS_AT_ONCE = 500;

function* writtenBlocks(div: DocumentDiv): Generator<string> {
  const indent = '        ';
  for (let at = 0; at < div.children.length; at += BLOCKS_AT_ONCE) {
    const blocks = div.children.slice(at, at + BLOCKS_AT_ONCE);
    const xml = written(element('blocks', {}, ...blocks.flatMap((block) => [`\n${indent}`, toXml(block, indent)])));
    yield xml.slice('<blocks>'.length, -'</blocks>'.length);
  }
}
