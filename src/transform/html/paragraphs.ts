import type { Pivot, PivotElement, PivotNode } from '../../model/pivot.js';
import { isElement, withChildren } from '../tree.js';

/** The attribute by which the site finds a paragraph with a number again. */
export const PARAGRAPH = 'data-paragraph';

/** What has addresses of its own, or no paragraphs of the text. */
const PASSED_BY: ReadonlySet<string> = new Set(['table', 'nav', 'dl', 'figure', 'aside']);

/**
 * Gives each paragraph of the text an address, by which it can be cited: `d73-p5` is the fifth of document 73, counted within the document (or within the section that
 * is no document), so that what is added elsewhere in the volume changes none. A paragraph that has an id keeps it, and counts. Notes have addresses already.
 */
export function withParagraphs(pivot: Pivot): Pivot {
  const taken = new Set<string>();
  noteIds(pivot.body, taken);
  return { ...pivot, body: new Numbering(taken).of(pivot.body) };
}

function noteIds({ attributes, children }: PivotElement, taken: Set<string>): void {
  const { id } = attributes;
  if (id !== undefined) taken.add(id);
  for (const child of children) if (isElement(child)) noteIds(child, taken);
}

/** The section in which paragraphs are counted. */
interface Counted {
  readonly id: string;
  count: number;
}

class Numbering {
  readonly #taken: ReadonlySet<string>;
  #section: Counted = { id: 'text', count: 0 };

  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  of(element: PivotElement): PivotElement {
    const { class: kind, id, 'data-kind': section } = element.attributes;
    if (kind === 'notes' || section === 'header' || section === 'titlepage' || PASSED_BY.has(element.name))
      return element;
    if (section === undefined || section === 'attachment' || id === undefined) return this.#inside(element);
    const outer = this.#section;
    this.#section = { id, count: 0 };
    const made = this.#inside(element);
    this.#section = outer;
    return made;
  }

  #inside(element: PivotElement): PivotElement {
    return withChildren(element, (child: PivotNode) => {
      if (!isElement(child)) return child;
      return isParagraph(child) ? this.#numbered(child) : this.of(child);
    });
  }

  #numbered(paragraph: PivotElement): PivotElement {
    const section = this.#section;
    section.count++;
    const number = String(section.count);
    const own = paragraph.attributes['id'];
    let id = own ?? `${section.id}-p${number}`;
    while (own === undefined && this.#taken.has(id)) id += '_';
    return { ...paragraph, attributes: { ...paragraph.attributes, id, [PARAGRAPH]: number } };
  }
}

/** A paragraph of words: a line of an opener, a signature or a heading of a list is none. */
function isParagraph({ name, attributes: { class: kind }, children }: PivotElement): boolean {
  if (
    name === 'div'
      ? kind?.split(' ')[0] !== 'p'
      : name !== 'p' || (kind !== undefined && !/^(?:p|rend-|rendition-)/.test(kind))
  )
    return false;
  return children.some((child) => isElement(child) || child.trim() !== '');
}

/** A way to the paragraph itself, to be copied: a sign that the stylesheet shows beside it. For those who use no pointer, `paragraphList` names them all. */
export function withParagraphLink(paragraph: PivotElement): PivotElement {
  const { id = '', [PARAGRAPH]: number = '' } = paragraph.attributes;
  const link: PivotElement = {
    name: 'a',
    attributes: {
      class: 'added paragraph-link',
      href: `#${id}`,
      title: `Paragraph ${number}`,
      tabindex: '-1',
      'aria-hidden': 'true',
    },
    children: [],
  };
  const { [PARAGRAPH]: _, ...attributes } = paragraph.attributes;
  return { ...paragraph, attributes, children: [...paragraph.children, link] };
}

/** The numbered paragraphs below an element, in order. */
export function paragraphsOf(element: PivotElement, found: PivotElement[] = []): readonly PivotElement[] {
  if (element.attributes[PARAGRAPH] !== undefined) found.push(element);
  for (const child of element.children) if (isElement(child)) paragraphsOf(child, found);
  return found;
}
