import { writeXhtml } from '../../formats/xhtml.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { directionAttribute } from '../direction.js';
import type { Page } from '../pages.js';
import { isElement, withChildren } from '../tree.js';
import { type Xml, Xml as XmlText, xml } from '../xml.js';
import { matterOf, semanticsOf, titleOf } from './semantics.js';

/** A content document: one page of the volume as XHTML with the semantics of EPUB (EPUB 3.3, §6.1); `link` gives a link as seen from the page. */
export function contentDocument(page: Page, link: (href: string) => string, language: string): string {
  const body = new XmlText(writeXhtml(sectionOf(page), { link, headingShift: page.headingShift }));
  return xhtmlDocument({ title: titleOf(page), language, type: matterOf(page), folder: '../', body });
}

/** A whole XHTML file around its body; `folder` leads from it to the stylesheet. */
export function xhtmlDocument(facts: {
  readonly title: string;
  readonly language: string;
  readonly type: string;
  readonly folder?: string;
  readonly className?: string;
  readonly body: Xml;
}): string {
  const { title, language, type, folder = '', className, body } = facts;
  return `${xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"${directionAttribute(language)}>
<head>
<meta charset="UTF-8"/>
<meta name="viewport" content="width=device-width"/>
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="${folder}style.css"/>
</head>
<body epub:type="${type}"${className === undefined ? undefined : xml` class="${className}"`}>
<main>${body}</main>
</body>
</html>
`}`;
}

/** The section of a page with its role; a role needs a name, which is its heading. */
function sectionOf(page: Page): PivotElement {
  const { name, attributes, children } = withChildren(page.content, node);
  const semantics = semanticsOf(page);
  const role = semantics?.role === undefined ? {} : { role: semantics.role, 'aria-label': titleOf(page) };
  const type = semantics === undefined ? {} : { 'epub:type': semantics.type };
  return { name, attributes: { ...attributes, ...type, ...role }, children };
}

/** A node of the pivot as EPUB has it; the same node where nothing in it changes. */
function node(child: PivotNode): PivotNode {
  if (typeof child === 'string') return child;
  const { class: kind, role } = child.attributes;
  const type = child.name === 'a' ? typesByRole.get(role) : typesByClass.get(kind);
  const made = withChildren(child, node);
  if (type === undefined) return made;
  const attributes = { ...made.attributes, 'epub:type': type };
  if (type === 'pagebreak') return { ...made, attributes: titled(attributes) };
  if (type === 'footnotes') return { ...made, attributes: unnamed(attributes) };
  if (type !== 'footnote') return { ...made, attributes };
  // Reading systems open a note in place where it is an aside (EPUB 3.3, “footnote” of the structural semantics vocabulary).
  return { name: 'aside', attributes, children: labelled(made.children, child.attributes['data-n'] ?? '') };
}

/**
 * A page break with its name twice: as `aria-label`, which screen readers speak, and as `title`, which older reading systems know. The picture of the page is
 * not in the EPUB.
 */
function titled(attributes: PivotElement['attributes']): PivotElement['attributes'] {
  const rest = without(attributes, 'data-facs');
  const title = attributes['aria-label'];
  return title === undefined ? rest : { ...rest, title };
}

/** The notes of a section without role and name: they are footnotes, not endnotes, and a file may hold several such groups. */
function unnamed(attributes: PivotElement['attributes']): PivotElement['attributes'] {
  return without(attributes, 'role', 'aria-label');
}

/** The attributes but for some; a page break has several, and a volume a thousand of them. */
function without(attributes: PivotElement['attributes'], ...names: readonly string[]): Record<string, string> {
  const rest: Record<string, string> = {};
  for (const name in attributes) if (!names.includes(name)) rest[name] = attributes[name] ?? '';
  return rest;
}

/** A note with its number before its words: in its first paragraph, where it has paragraphs. */
function labelled(children: readonly PivotNode[], n: string): readonly PivotNode[] {
  if (n === '') return children;
  const label = { name: 'span', attributes: { class: 'note-label' }, children: [`${n} `] };
  const [first, ...rest] = children;
  const isParagraph = first !== undefined && isElement(first) && /^(p|div)$/.test(first.name);
  return isParagraph ? [{ ...first, children: [label, ...first.children] }, ...rest] : [label, ...children];
}

/** Terms of the EPUB structural semantics vocabulary, by class, and by the role of a link. */
const typesByClass: ReadonlyMap<string | undefined, string> = new Map([
  ['pb', 'pagebreak'],
  ['note', 'footnote'],
  ['notes', 'footnotes'],
]);
const typesByRole: ReadonlyMap<string | undefined, string> = new Map([
  ['doc-noteref', 'noteref'],
  ['doc-backlink', 'backlink'],
]);
