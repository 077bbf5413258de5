import type { PivotElement } from '../../model/pivot.js';
import type { PagedVolume } from '../pages.js';
import { isSubhead } from '../subheadings.js';
import { element, isElement, titleWords } from '../tree.js';

/** From this many headings on, a page has contents of its own. */
const FEWEST = 3;

interface Part {
  readonly id: string;
  readonly title: string;
}

/**
 * A long page with contents of its own, behind its heading: its sub-headings, and the headings of its attachments, as links. What is put in is of the
 * class `added`, and so no text of the volume.
 */
export function withParts(section: PivotElement, volume: PagedVolume): PivotElement {
  const head = section.children.findIndex((child) => isElement(child) && isHead(child) && !isSubhead(child));
  const parts: Part[] = [];
  const named = naming(parts, volume);
  const children = section.children.map((child, i) => (isElement(child) && i !== head ? named(child) : child));
  if (parts.length < FEWEST) return section;
  return { ...section, children: [...children.slice(0, head + 1), contents(parts), ...children.slice(head + 1)] };
}

/** Gives each heading an id, where it has none, and notes it. */
function naming(parts: Part[], volume: PagedVolume): (element: PivotElement) => PivotElement {
  let number = 0;
  const free = (): string => {
    let id: string;
    do id = `part-${++number}`;
    while (volume.pageOf.has(id));
    return id;
  };
  const named = (element: PivotElement): PivotElement => {
    if (isHead(element)) {
      const id = element.attributes['id'] ?? free();
      parts.push({ id, title: titleWords(element) });
      return { ...element, attributes: { ...element.attributes, id } };
    }
    if (!/^(?:section|div)$/.test(element.name) || element.attributes['class'] === 'notes') return element;
    return { ...element, children: element.children.map((child) => (isElement(child) ? named(child) : child)) };
  };
  return named;
}

function isHead({ name }: PivotElement): boolean {
  return /^h[1-6]$/.test(name);
}

function contents(parts: readonly Part[]): PivotElement {
  const items = parts.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)));
  const summary = element('summary', {}, `In this text: ${parts.length} headings`);
  return element(
    'nav',
    { class: 'added in-page', 'aria-label': 'In this text' },
    element('details', {}, summary, element('ol', {}, ...items)),
  );
}
