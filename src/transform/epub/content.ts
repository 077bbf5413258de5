import { writeXhtmlAll } from '../../formats/xhtml.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { headOf, plainText } from './heading.js';
import { semanticsOf } from './semantics.js';
import type { Part } from './split.js';
import { type Xml, Xml as XmlText, xml } from './xml.js';

/** Where a part goes. */
export interface Placed {
  readonly part: Part;
  readonly href: string;
  readonly title: string;
  readonly matter: string;
}

/** The file of each id of the publication. */
export type Addresses = ReadonlyMap<string, string>;

/** A content document: one section of the volume as XHTML with the semantics of EPUB (EPUB 3.3, §6.1). */
export function contentDocument(placed: Placed, addresses: Addresses, language: string): string {
  const { part, href, title, matter } = placed;
  const section = new Adaptation(href, addresses, headShift(part)).section(part.section, part.children);
  return page({ title, language, type: matter, body: new XmlText(writeXhtmlAll([section])) });
}

/** A whole XHTML file around its body. */
export function page(facts: {
  readonly title: string;
  readonly language: string;
  readonly type: string;
  readonly className?: string;
  readonly body: Xml;
}): string {
  const { title, language, type, className, body } = facts;
  return `${xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<meta charset="UTF-8"/>
<meta name="viewport" content="width=device-width"/>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}"${className === undefined ? undefined : xml` class="${className}"`}>
${body}
</body>
</html>
`}`;
}

/** How far the headings of a part are raised, so that its first one is an h1. */
function headShift(part: Part): number {
  const head = headOf(part.children);
  return head === undefined ? 0 : Number(head.name.slice(1)) - 1;
}

/** Turns the pivot's elements into EPUB's. */
class Adaptation {
  readonly #href: string;
  readonly #addresses: Addresses;
  readonly #shift: number;

  constructor(href: string, addresses: Addresses, shift: number) {
    this.#href = href;
    this.#addresses = addresses;
    this.#shift = shift;
  }

  /** The section itself, with its role; its name is its heading. */
  section(section: PivotElement, children: readonly PivotNode[]): PivotElement {
    const semantics = semanticsOf(section);
    const head = headOf(children);
    const named = head !== undefined && semantics?.role !== undefined;
    const attributes = {
      ...section.attributes,
      ...(semantics === undefined ? {} : { 'epub:type': semantics.type }),
      ...(semantics?.role === undefined ? {} : { role: semantics.role }),
      ...(named ? { 'aria-label': plainText(head.children) } : {}),
    };
    return { name: section.name, attributes, children: this.#all(children) };
  }

  #all(nodes: readonly PivotNode[]): readonly PivotNode[] {
    return nodes.map((node) => (typeof node === 'string' ? node : this.#element(node)));
  }

  #element(element: PivotElement): PivotElement {
    const { name, attributes } = element;
    const children = this.#all(element.children);
    if (name === 'a') return { name, attributes: this.#link(attributes), children };
    if (/^h[1-6]$/.test(name)) return { name: this.#heading(name), attributes, children };
    const className = attributes['class'];
    if (className === 'pb') return { name, attributes: { ...attributes, 'epub:type': 'pagebreak' }, children };
    if (className === 'note')
      return { name: 'aside', attributes: { ...attributes, 'epub:type': 'footnote' }, children };
    if (className === 'notes') return { name, attributes: { ...attributes, 'epub:type': 'footnotes' }, children };
    return { name, attributes, children };
  }

  #heading(name: string): string {
    return `h${Math.min(6, Math.max(1, Number(name.slice(1)) - this.#shift))}`;
  }

  /** Links inside the volume get the file of their target; calls and their returns get their semantics. */
  #link(attributes: PivotElement['attributes']): PivotElement['attributes'] {
    const href = attributes['href'];
    const target = href?.startsWith('#') ? this.#addresses.get(href.slice(1)) : undefined;
    const resolved = target === undefined || target === this.#href ? href : `${target}${href}`;
    return {
      ...attributes,
      ...(resolved === undefined ? {} : { href: resolved }),
      ...(attributes['role'] === 'doc-noteref' ? { 'epub:type': 'noteref' } : {}),
      ...(attributes['role'] === 'doc-backlink' ? { 'epub:type': 'backlink' } : {}),
    };
  }
}
