import { readDateline } from '../../grammar/dateline.js';
import { ancestor, childElements, descendants, type TeiElement, textOf } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** What may stand between the heading and the dateline. */
const mayPrecede = new Set(['head', 'note', 'opener', 'dateline', 'pb', 'list', 'lb', 'figure']);

/** Longest signature that is still one: names, titles, and what stands for a missing one. */
const longestSignature = 300;

/** Datelines and signatures: in their place, their parts marked. */
export const datelines: Rule = {
  codes: ['VA520', 'VA521', 'VA522', 'VA523', 'VA524'],
  scope: 'part',
  check(context) {
    const { tree, report } = context;
    for (const dateline of tree.named('dateline')) checkDateline(dateline, context);
    for (const document of tree.documents) checkPosition(document, context);
    for (const signed of tree.named('signed')) {
      const length = textOf(signed, false).length;
      if (length > longestSignature) report('VA522', signed, { length });
    }
    for (const closer of tree.named('closer')) checkAfter(closer, context);
  },
};

/** What the words of a dateline say is marked in it. */
function checkDateline(dateline: TeiElement, { report }: RuleContext): void {
  const marked = new Set([...descendants(dateline, (e) => e.name !== 'note')].map((e) => e.name));
  const words = textOf(dateline, false);
  if (marked.has('date') && marked.has('placeName')) return;
  const reading = readDateline(words);
  const date = reading?.date;
  if (!marked.has('date') && date !== undefined && date.undated !== true) {
    report('VA520', dateline, { date: words.slice(date.span.start, date.span.end) });
  }
  const place = reading?.place;
  if (marked.has('date') && place !== undefined) {
    report('VA524', dateline, { place: words.slice(place.start, place.end) });
  }
}

/** In a document without attachments, the dateline stands before the text. */
function checkPosition(document: TeiElement, { report }: RuleContext): void {
  const blocks = childElements(document);
  const at = blocks.findIndex((block) => block.name === 'dateline');
  const dateline = blocks[at];
  if (dateline === undefined) return;
  const blocking = blocks.slice(0, at).find((block) => !mayPrecede.has(block.name));
  const isHeading = (block: TeiElement): boolean =>
    block.attributes['rend'] !== undefined || textOf(block, false).length < 80;
  if (blocking !== undefined && !isHeading(blocking)) report('VA521', dateline, { name: blocking.name });
}

/** After the closer come postscripts, attachments, notes and what announces an attachment, not the running text. */
function checkAfter(closer: TeiElement, { report }: RuleContext): void {
  const siblings = closer.parent === undefined ? [] : childElements(closer.parent);
  const at = siblings.indexOf(closer);
  if (ancestor(closer, 'postscript') !== undefined || at < 0) return;
  const isText = (e: TeiElement): boolean =>
    e.name === 'p' && e.attributes['rend'] === undefined && textOf(e, false).length > 200;
  const next = siblings[at + 1];
  if (next !== undefined && isText(next)) report('VA523', closer, { words: textOf(next, false).slice(0, 40).trim() });
}
