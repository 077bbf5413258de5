import { LINE_KINDS, type LineKind } from '../line-kinds.js';
import { SHEET_LABELS, type SheetLabel } from './labels.js';
import { HEARD, type SecondLabel } from './line-model.js';

/** A label of the head block has one of these, by its words. */
const OF_LABELS: readonly SheetLabel[] = ['to', 'from', 'subject', 'date', 'place', 'participants', 'other'];

/** What the second reading calls the lines of each kind of the grammar. */
const LABELS: Readonly<Record<LineKind, readonly SheetLabel[]>> = {
  'head.sheet': ['sheet'],
  'head.letterhead': ['letterhead', 'place'],
  'head.title': ['title'],
  'head.label': OF_LABELS,
  'head.value': OF_LABELS,
  'head.dateline': ['date', 'place'],
  'head.address': ['address', 'to'],
  'head.salute': ['salute'],
  'head.status': ['sheet'],
  'body.sheet': ['sheet'],
  'body.text': ['text'],
  'body.heading': ['heading', 'title'],
  'body.table': ['table'],
  'body.decision': ['decision'],
  'body.label': ['text'],
  'close.sheet': ['sheet'],
  'close.salute': ['leave'],
  'close.signature': ['signature'],
  'close.title': ['office'],
  'close.dateline': ['date', 'place'],
  'close.address': ['address'],
  'close.enclosures': ['copies'],
  'close.drafting': ['drafting'],
  'close.decision': ['decision'],
};

/**
 * How much of its odds the second reading adds to the evidence of the grammar, and how much at most it can speak against a kind. Measured: with less, fewer lines of unseen sheets are
 * put right; with more, it outweighs rules that are sure.
 */
const SHARE = 0.15;
const MOST = 6;

/** The same by the numbers of kinds and labels. */
const OF_KINDS = LINE_KINDS.map((kind) => LABELS[kind].map((label) => SHEET_LABELS.indexOf(label)));

/** Takes from the score of each kind what the second reading has against it. */
export function weighSecond(second: SecondLabel<SheetLabel> | undefined, scores: Float64Array): void {
  if (second === undefined) return;
  for (let at = 0; at < OF_KINDS.length; at++) {
    if (scores[at] === Number.NEGATIVE_INFINITY) continue;
    let least = MOST;
    for (const label of OF_KINDS[at] ?? []) least = Math.min(least, second.loss(label));
    scores[at] = (scores[at] as number) - SHARE * least;
  }
}

/** Whether the second reading is sure that a line is of a kind. */
export function isSureOf(kind: LineKind, second: SecondLabel<SheetLabel>): boolean {
  return second.margin >= HEARD && LABELS[kind].includes(second.label);
}
