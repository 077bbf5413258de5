import { plural } from '../../diagnostics/words.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { headerOf } from '../document-facts.js';
import type { Page } from '../pages.js';
import { isSubhead } from '../subheadings.js';
import { element, isElement, textOf, withChildren } from '../tree.js';
import { PARAGRAPH, withParagraphLink } from './paragraphs.js';
import type { Register } from './register.js';

/** A page's section as the site shows it, and its structured header apart. */
export interface Adapted {
  readonly content: PivotElement;
  readonly header: PivotElement | undefined;
}

/**
 * What the site adds to the pivot carries the class `added`, so that the proof of completeness tells it from the text.
 *
 * @param leafOf the name of the page that shows a page of the source, by the id of its break
 */
export function adapt(
  page: Page,
  register: Register,
  leafOf: (id: string) => string | undefined = () => undefined,
): Adapted {
  const header = headerOf(page.content);
  const children = page.content.children.filter((child) => child !== header).map(node);
  const hasHeading = children.some((child) => isElement(child) && /^h[1-6]$/.test(child.name) && !isSubhead(child));
  if (!hasHeading) children.unshift(element('h1', { class: 'added' }, page.title));
  const own = {
    ...page.content,
    children: children.map(distinctNotes(2 + page.headingShift, false)).map(linkedBreaks(leafOf)),
  };
  return { content: withDocuments(own, page, register), header };
}

/** A list of persons or terms leads on to the documents that each is named in, at the end of its entry. */
function withDocuments(content: PivotElement, page: Page, register: Register): PivotElement {
  if (!register.isListed(page)) return content;
  const linked = (child: PivotNode): PivotNode => {
    if (!isElement(child)) return child;
    const made = withChildren(child, linked);
    const [entry, more] = ENTRIES.has(child.name) ? entriesIn(child) : [];
    const to = entry === undefined || more !== undefined ? undefined : register.addressOf(entry);
    if (entry === undefined || to === undefined) return made;
    const count = register.countOf(entry);
    const link = element('a', { class: 'added entry-documents', href: to }, plural(count, 'document'));
    return { ...made, children: [...made.children, link] };
  };
  const entriesIn = (block: PivotElement, found: string[] = []): readonly string[] => {
    for (const child of block.children) {
      if (!isElement(child) || ENTRIES.has(child.name)) continue;
      const { id } = child.attributes;
      if (id !== undefined && register.entry(id) !== undefined) found.push(id);
      entriesIn(child, found);
    }
    return found;
  };
  return withChildren(content, linked);
}

/** What an entry of a list is in. */
const ENTRIES: ReadonlySet<string> = new Set(['li', 'p', 'dd', 'td']);

/** Breaks of the source's pages with links to those pages; none within a link, which can hold no other (HTML Standard, 4.5.1). */
function linkedBreaks(leafOf: (id: string) => string | undefined): (child: PivotNode) => PivotNode {
  const linked = (child: PivotNode): PivotNode => {
    if (!isElement(child) || child.name === 'a') return child;
    const { class: kind, id = '', role = '', title = '', ...rest } = child.attributes;
    if (kind !== 'pb') return withChildren(child, linked);
    const name = leafOf(id);
    if (name === undefined) return child;
    return element(
      'span',
      { class: 'pb linked', id, ...rest },
      element('span', { role, title }),
      // Its words are drawn by the stylesheet: whoever copies or looks for a word that goes on over the page finds it whole.
      element('a', { class: 'added', href: `${name}.html`, 'aria-label': title }),
    );
  };
  return linked;
}

/**
 * The heading of the notes is one below the page's own, however far the writer raises it: a page has one `h1`.
 * @param level as it stands before it is raised
 */
function belowTitle(notes: PivotElement, level: number): PivotElement {
  const isHeading = (child: PivotNode): child is PivotElement =>
    isElement(child) && child.attributes['class'] === 'added notes-heading';
  const name = `h${level}`;
  return withChildren(notes, (child) => (isHeading(child) ? { ...child, name } : child));
}

/** Notes of a section inside the page's are named as its own, so that no two landmarks of a page have one name (ARIA 1.2, 5.3.4). */
function distinctNotes(level: number, isNested: boolean): (child: PivotNode) => PivotNode {
  return (child) => {
    if (!isElement(child) || child.name !== 'section') return child;
    if (child.attributes['class'] !== 'notes')
      return { ...child, children: child.children.map(distinctNotes(level, true)) };
    const made = belowTitle(child, level);
    if (!isNested) return made;
    const first = child.children.find((note) => isElement(note) && note.attributes['class'] === 'note');
    const number = first !== undefined && isElement(first) ? first.attributes['id'] : '';
    return { ...made, attributes: { ...made.attributes, 'aria-label': `Notes from ${number}` } };
  };
}

function node(child: PivotNode): PivotNode {
  if (typeof child === 'string') return child;
  if (child.attributes[PARAGRAPH] !== undefined) return withParagraphLink(inside(child));
  return FORMS[child.attributes['class'] ?? '']?.(child) ?? FORMS[child.name]?.(child) ?? inside(child);
}

/** Elements that the site shows otherwise than the pivot, by class or name. */
const FORMS: Readonly<Record<string, (element: PivotElement) => PivotNode>> = {
  notes: (section) => {
    const { 'aria-label': _label, ...attributes } = section.attributes;
    const heading = element('h2', { class: 'added notes-heading' }, 'Notes');
    return {
      name: 'section',
      attributes: { ...attributes, 'aria-label': 'Notes' },
      children: [heading, ...section.children.map(node)],
    };
  },
  // A separator's name is its title: a label is not allowed on it everywhere (DPUB-ARIA 1.1, doc-pagebreak).
  pb: ({ attributes: { 'aria-label': title = '', ...attributes }, ...rest }) => ({
    ...rest,
    attributes: { ...attributes, title },
  }),
  note: (note) => {
    const { id = '', 'data-n': number = '' } = note.attributes;
    const text = element('div', { class: 'note-text' }, ...note.children.map(node));
    // The source note of some years has no number.
    if (number === '') return { ...note, children: [text] };
    const label = element(
      'a',
      { class: 'note-label', href: `#${id}-ref`, 'aria-label': `Note ${number}, back to its call` },
      number,
    );
    return { ...note, children: [label, text] };
  },
  // A table wider than the screen scrolls in its own frame, by keyboard too (WCAG 2.1.1).
  table: (table) => {
    const caption = table.children.find((child) => isElement(child) && child.name === 'caption');
    const name = caption === undefined ? 'Table' : textOf(caption, 'title');
    return element('div', { class: 'table-frame', role: 'group', 'aria-label': name, tabindex: '0' }, inside(table));
  },
};

function inside(parent: PivotElement): PivotElement {
  return withChildren(parent, node);
}
