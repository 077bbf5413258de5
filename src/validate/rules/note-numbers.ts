import { ancestor, type TeiElement, type TeiTree } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** Printed numbers that go on through a chapter begin again at 1 when they come near 100 (facts §5). */
const wrapsFrom = 94;

/** Notes: numbered without a gap, their ids tell the same number, second calls repeat the number of the note they call. */
export const noteNumbers: Rule = {
  codes: ['VA320', 'VA321', 'VA322', 'VA323', 'VA324'],
  check(context) {
    const { tree } = context;
    const notes = tree.named('note').filter((note) => note.document !== undefined);
    const own = notes.filter((note) => note.attributes['target'] === undefined && isNumber(note.attributes['n']));
    checkSequence(own, context);
    checkIds(own, context);
    for (const note of notes) checkSecondCall(note, context);
  },
};

function isNumber(n: string | undefined): boolean {
  return n !== undefined && /^\d+$/.test(n);
}

/** Where the count stands. */
interface Count {
  readonly document: TeiElement | undefined;
  readonly attachment: TeiElement | undefined;
  readonly last: number;
  /** The last number outside the attachment. */
  readonly outer: number;
  /** The numbers that this document, or attachment, has had. */
  readonly seen: Set<number>;
}

/**
 * The numbers in the order of the calls. A document begins at 1 (or 0, the source note), or where the volume numbers through, after
 * the last number of the document before; an attachment may begin anew, and after it the outer count goes on.
 */
function checkSequence(notes: readonly TeiElement[], context: RuleContext): void {
  const numbersThrough = countsThrough(context.tree, notes);
  const seconds = secondCalls(context.tree);
  let count: Count = { document: undefined, attachment: undefined, last: 0, outer: 0, seen: new Set() };
  for (const note of notes) {
    const n = Number(note.attributes['n']);
    const attachment = ancestor(note, 'frus:attachment');
    const isFirst = note.document !== count.document;
    const begins = isFirst || attachment !== count.attachment;
    // A number that stood there already: the count goes on from where it was.
    if (!begins && count.seen.has(n)) {
      reportDoubled(note, n, context);
      continue;
    }
    const last = isFirst && !numbersThrough ? 0 : count.last;
    const isNext = n === last + 1 || isSecondBetween(seconds, note.document, last, n);
    const restarts = (begins && n <= 1) || (numbersThrough && (isFirst || (n === 1 && last >= wrapsFrom)));
    const resumes = begins && !isFirst && n === count.outer + 1;
    if (!(isNext || restarts || resumes)) reportGap(note, n, last, context);
    const outer = attachment === undefined ? n : isFirst ? 0 : count.outer;
    const seen = (begins ? new Set<number>() : count.seen).add(n);
    count = { document: note.document, attachment, last: n, outer, seen };
  }
}

function reportGap(note: TeiElement, n: number, last: number, { report }: RuleContext): void {
  const facts = { n, expected: last + 1, document: note.document?.attributes['xml:id'] ?? '?' };
  report('VA320', { element: note, attribute: 'n' }, facts);
}

function reportDoubled(note: TeiElement, n: number, { report }: RuleContext): void {
  report('VA321', { element: note, attribute: 'n' }, { n, document: note.document?.attributes['xml:id'] ?? '?' });
}

/** Whether most documents with notes begin above 1: then numbers run on through the chapter. */
function countsThrough(tree: TeiTree, notes: readonly TeiElement[]): boolean {
  const first = new Map<TeiElement | undefined, number>();
  for (const note of notes) if (!first.has(note.document)) first.set(note.document, Number(note.attributes['n']));
  const above = [...first.values()].filter((n) => n > 1).length;
  return tree.documents.length > 0 && above > first.size / 3;
}

/** The numbers of second calls, by document; where the source prints such a call in its place, the count passes over it. */
function secondCalls(tree: TeiTree): ReadonlyMap<TeiElement | undefined, ReadonlySet<number>> {
  const calls = new Map<TeiElement | undefined, Set<number>>();
  for (const note of tree.named('note')) {
    if (note.attributes['target'] === undefined) continue;
    const set = calls.get(note.document) ?? new Set<number>();
    calls.set(note.document, set.add(Number(note.attributes['n'])));
  }
  return calls;
}

function isSecondBetween(
  calls: ReadonlyMap<TeiElement | undefined, ReadonlySet<number>>,
  document: TeiElement | undefined,
  last: number,
  n: number,
): boolean {
  return n === last + 2 && calls.get(document)?.has(last + 1) === true;
}

/** Where the ids of a volume carry the notes' numbers (nearly all do), one that says another number is a slip. */
function checkIds(notes: readonly TeiElement[], { report }: RuleContext): void {
  const numbered = notes.flatMap((note) => {
    const number = /fn(\d+)$/.exec(note.attributes['xml:id'] ?? '')?.[1];
    return number === undefined ? [] : [{ note, number, agrees: Number(number) === Number(note.attributes['n']) }];
  });
  const slips = numbered.filter(({ agrees }) => !agrees);
  if (slips.length > Math.max(1, numbered.length / 20)) return;
  for (const { note, number } of slips) {
    const { 'xml:id': id = '', n = '' } = note.attributes;
    report('VA322', { element: note, attribute: 'xml:id' }, { id, number, n });
  }
}

function checkSecondCall(note: TeiElement, { tree, report }: RuleContext): void {
  const { target, n } = note.attributes;
  if (target === undefined) return;
  const id = target.replace(/^#/, '');
  const called = tree.ids.get(id)?.[0];
  if (called?.name !== 'note') report('VA323', { element: note, attribute: 'target' }, { target: id });
  else if (n !== undefined && called.attributes['n'] !== n) {
    report('VA324', { element: note, attribute: 'n' }, { n, target: id, number: called.attributes['n'] ?? 'none' });
  }
}
