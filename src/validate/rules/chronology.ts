import { dayOf } from '../../grammar/iso-date.js';
import { childElements, descendants, type TeiElement } from '../tree.js';
import { oneDay } from './calendar.js';
import type { Rule, RuleContext, Tag } from './rule.js';

/** Documents of a chapter stand in the order of their dates; what is far out of it is most likely a slip in the year. */
export const chronology: Rule<Dated | undefined> = {
  codes: ['VA505', 'VA506', 'VA507', 'VA509'],
  scope: 'volume',
  learn: dateOf,
  check(context) {
    const byChapter = new Map<TeiElement | undefined, Dated[]>();
    for (const document of context.tree.documents) {
      checkRange(document, context);
      const dated = context.learnt(document);
      if (dated === undefined) continue;
      const siblings = byChapter.get(document.parent) ?? [];
      siblings.push(dated);
      byChapter.set(document.parent, siblings);
    }
    for (const documents of byChapter.values()) checkOrder(documents, context);
  },
};

interface Dated {
  /** The id of the document. */
  readonly id: string;
  readonly date: Tag;
  readonly day: number;
}

/** The date of a document: that of its first dateline, or of its heading where there is none. */
function dateOf(document: TeiElement): Dated | undefined {
  for (const child of childElements(document, 'head', 'dateline', 'opener', 'hi')) {
    const found = [...descendants(child, (e) => e.name !== 'note')].filter((e) => e.name === 'date');
    const [element, second] = found;
    if (element === undefined) continue;
    // Of two dates one is the editors' correction of the other; which, only a reader can tell.
    if (second !== undefined) return undefined;
    const day = dayOf(element.attributes['when'] ?? element.attributes['from']);
    const { start, startEnd, attributes } = element;
    if (day !== undefined)
      return { id: document.attributes['xml:id'] ?? '?', date: { start, startEnd, attributes }, day };
  }
  return undefined;
}

/** Months that a single document may stand apart from its neighbours before a slip is more likely than a choice. */
const farAway = 300 * oneDay;

function checkOrder(documents: readonly Dated[], { report }: RuleContext): void {
  let before: Dated | undefined;
  documents.forEach((current, i) => {
    const after = documents[i + 1];
    if (before === undefined || current.day === before.day) {
      before = current;
      return;
    }
    const isAlone = after !== undefined && before.day <= after.day + 30 * oneDay;
    const early = before.day - current.day;
    const late = after === undefined ? 0 : current.day - after.day;
    const where = { element: current.date, attribute: 'when' in current.date.attributes ? 'when' : 'from' };
    const facts = {
      date: iso(current.day),
      before: iso(before.day),
      id: current.id,
      previous: before.id,
    };
    const isFar = isAlone && (early > farAway || (late > farAway && early < 0));
    // A slip is no measure for what follows it.
    if (!isFar) before = current;
    if (isFar) report('VA506', where, facts);
    else if (early > 0 && (after === undefined || isAlone)) report('VA507', where, facts);
  });
}

function iso(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

/** `frus:doc-dateTime-min` and `-max` frame the date of the document. */
function checkRange(document: TeiElement, { report, learnt }: RuleContext<Dated | undefined>): void {
  const min = document.attributes['frus:doc-dateTime-min'];
  const max = document.attributes['frus:doc-dateTime-max'];
  if (min === undefined || max === undefined) return;
  const [first, last] = [Date.parse(min), Date.parse(max)];
  if (!(first <= last)) {
    report('VA505', { element: document, attribute: 'frus:doc-dateTime-max' }, { min, max });
    return;
  }
  const dated = learnt(document);
  if (dated === undefined) return;
  const until = dayOf(dated.date.attributes['to']) ?? dated.day;
  // Times of day are local, with or without their zone: a day on either side is allowed for.
  if (dated.day < first - 2 * oneDay || until > last + oneDay) {
    const where = { element: document, attribute: 'frus:doc-dateTime-min' };
    report('VA509', where, { min, max, date: iso(dated.day) });
  }
}
