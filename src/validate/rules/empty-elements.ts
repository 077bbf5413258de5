import type { TeiElement } from '../tree.js';
import type { Rule } from './rule.js';

/** Elements that say nothing without text. Cells, labels, gaps, breaks and figures may be empty. */
const mustSpeak = new Set([
  'head',
  'p',
  'hi',
  'persName',
  'placeName',
  'date',
  'signed',
  'ref',
  'gloss',
  'term',
  'item',
  'quote',
  'dateline',
  'salute',
  'closer',
  'seg',
  'title',
  'publisher',
  'byline',
  'titlePart',
  'affiliation',
  'opener',
  'postscript',
  'div',
  'back',
  'q',
  'del',
  'row',
]);

/** What stands for something by itself, so that its parent is not empty. */
const speaksItself = new Set([
  'pb',
  'gap',
  'figure',
  'graphic',
  'table',
  'milestone',
  'formula',
  'space',
  'cell',
  '{http://www.w3.org/1999/xhtml}object',
]);

/** Empty elements: a heading, paragraph, name without a word. An emphasis without a word is taken out by `--fix`. */
export const emptyElements: Rule = {
  codes: ['VA430', 'VA431'],
  scope: 'part',
  check({ tree, report }) {
    const reported = new Set<TeiElement>();
    for (const element of tree.elements) {
      if (element.name === 'note' && element.attributes['target'] === undefined && isEmpty(element)) {
        report('VA431', element, { n: element.attributes['n'] ?? '?' });
      }
      if (!mustSpeak.has(element.name) || !isEmpty(element) || isWithin(element, isHeader)) continue;
      // Where an element is empty, so is all that is in it: said once, of the outermost.
      if (isWithin(element, (e) => reported.has(e))) continue;
      reported.add(element);
      const isPlain = element.name === 'hi' && element.children.length === 0;
      const edits = isPlain ? [{ start: element.start, end: element.end, replacement: '' }] : undefined;
      report('VA430', element, { name: element.name }, edits);
    }
  },
};

function isEmpty(element: TeiElement): boolean {
  return element.children.every((child) => {
    if (child.kind === 'text') return child.text.trim() === '';
    return !speaksItself.has(child.name) && !child.name.startsWith('frus:') && isEmpty(child);
  });
}

function isHeader({ name }: TeiElement): boolean {
  return name === 'teiHeader';
}

/** Whether the element, or one around it, is such a one. */
function isWithin(element: TeiElement, isSuch: (e: TeiElement) => boolean): boolean {
  for (let at: TeiElement | undefined = element; at !== undefined; at = at.parent) if (isSuch(at)) return true;
  return false;
}
