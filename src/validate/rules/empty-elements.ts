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
  check({ tree, report }) {
    for (const element of tree.elements) {
      if (element.name === 'note' && element.attributes['target'] === undefined && isEmpty(element)) {
        report('VA431', element, { n: element.attributes['n'] ?? '?' });
      }
      if (!mustSpeak.has(element.name) || !isEmpty(element) || isInHeader(element)) continue;
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

function isInHeader(element: TeiElement): boolean {
  for (let at: TeiElement | undefined = element; at !== undefined; at = at.parent)
    if (at.name === 'teiHeader') return true;
  return false;
}
