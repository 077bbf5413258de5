import {
  type Direction,
  directionOf,
  directionOfLanguage,
  hasLettersFromRight,
  letterCount,
} from '../model/direction.js';
import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { withChildren } from './tree.js';
import { type Xml, xml } from './xml.js';

/** Parts of a volume, which pages are made of: their language counts, not what most of their paragraphs are in. */
const PARTS = new Set(['section', 'article']);

/** What the text of an element has of letters. */
interface Letters {
  all: number;
  fromRight: number;
  /** Something in it is read from the right. */
  isMixed: boolean;
}

/**
 * The pivot with `dir` wherever the direction changes (HTML Living Standard 3.2.6.4): on the blocks that are read from the right, and on phrases in the line of
 * another, which browsers then keep apart from what stands beside them (as `bdi`). By `xml:lang`, and by most of the letters where that does not say so. A
 * section says it always where the volume's is another, since it may become a page of its own.
 */
export function directed(pivot: Pivot): Pivot {
  const letters = new Map<PivotElement, Letters>();
  const base = directionOfLanguage(pivot.language);
  if (!count(pivot.body, letters).isMixed && base === 'ltr') return pivot;
  const visit = (element: PivotElement, around: Direction, outer: string): PivotElement => {
    const language = element.attributes['lang'] ?? outer;
    const own = letters.get(element);
    const isPart = PARTS.has(element.name);
    const isTold = own !== undefined && own.all > 0 && (!isPart || element.attributes['lang'] !== undefined);
    const direction = isTold ? directionOf(own, own.isMixed ? language : undefined) : around;
    const isPlain = base === 'ltr' && direction === 'ltr' && own?.isMixed !== true;
    const inside = (child: PivotNode): PivotNode =>
      typeof child === 'string' ? child : visit(child, direction, language);
    const made = isPlain ? element : withChildren(element, inside);
    const isSaid = direction !== around || (isPart && direction !== base);
    return isSaid ? { ...made, attributes: { ...made.attributes, dir: direction } } : made;
  };
  return {
    ...pivot,
    body: withChildren(pivot.body, (child) => (typeof child === 'string' ? child : visit(child, base, pivot.language))),
  };
}

/** What the root of a document in a language says of its direction: nothing where it is read from the left, as all are. */
export function directionAttribute(language: string): Xml | undefined {
  return directionOfLanguage(language) === 'rtl' ? xml` dir="rtl"` : undefined;
}

function count(element: PivotElement, into: Map<PivotElement, Letters>): Letters {
  const sum: Letters = { all: 0, fromRight: 0, isMixed: false };
  for (const child of element.children) {
    const { all, fromRight } = typeof child === 'string' ? letterCount(child) : count(child, into);
    sum.all += all;
    sum.fromRight += fromRight;
    sum.isMixed ||= typeof child === 'string' ? hasLettersFromRight(child) : into.get(child)?.isMixed === true;
  }
  into.set(element, sum);
  return sum;
}
