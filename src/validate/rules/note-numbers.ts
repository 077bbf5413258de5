import { ancestor, type TeiElement, type TeiTree, textOf } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** Printed numbers that go on through a chapter begin again at 1 when they come near 100 (facts §5). */
const wrapsFrom = 94;

/** Notes: numbered without a gap, their ids tell the same number, second calls repeat the number of the note they call. */
export const noteNumbers: Rule = {
  codes: ['VA320', 'VA321', 'VA322', 'VA323', 'VA324'],
  scope: 'volume',
  asks: { names: ['note'] },
  check(context) {
    const { tree } = context;
    const notes = tree.named('note').filter((note) => ancestor(note, 'teiHeader') === undefined);
    const inDocuments = notes.filter((note) => note.document !== undefined);
    const own = inDocuments.filter((note) => note.attributes['target'] === undefined && isNumber(note.attributes['n']));
    const reported = checkSequence(notes, own, context);
    checkIds(inDocuments, new Set(own.filter((note) => !reported.has(note))), context);
    for (const note of inDocuments) checkSecondCall(note, context);
  },
};

/** The enclosure that a note stands in: of the series' own encoding, or of TEI's (P5 4.3.2, floatingText). */
function enclosureOf(note: TeiElement): TeiElement | undefined {
  return ancestor(note, 'frus:attachment', 'floatingText');
}

function isNumber(n: string | undefined): boolean {
  return n !== undefined && /^\d+$/.test(n);
}

/**
 * Goes along the numbers in the order of the calls. A document begins at 1 (or 0, the source note), after a note on the heading of its
 * chapter, or, where the volume numbers through, after the last number of the document before; an attachment may begin anew, and after it
 * the outer count goes on. Second calls, repeated notes and signs have a place in printed counts, which may pass over it.
 */
class NoteCount {
  readonly #numbersThrough: boolean;
  #document: TeiElement | undefined;
  #attachment: TeiElement | undefined;
  #last = 0;
  /** The last number outside the attachment. */
  #outer = 0;
  /** The number of the note on the last heading above the documents. */
  #above = 0;
  /** Calls without a number of their own since the last number. */
  #passed = 0;
  /** The notes of this document, attachment or run of documents, by their numbers. */
  #seen = new Map<number, TeiElement>();

  constructor(numbersThrough: boolean) {
    this.#numbersThrough = numbersThrough;
  }

  /** A note that stands outside the documents, on the heading of a chapter. */
  heading(note: TeiElement): void {
    this.#above = Number(note.attributes['n']) || 0;
  }

  /** A call that has no number of its own. */
  pass(note: TeiElement): void {
    if (note.document === this.#document) this.#passed++;
  }

  /** What the note repeats, if it does; then the count goes on from where it was. */
  repeats(note: TeiElement, n: number): TeiElement | undefined {
    const isFirst = note.document !== this.#document;
    if ((this.#begins(note) && !this.#numbersThrough) || this.#isNewRound(n)) return undefined;
    const first = this.#seen.get(n);
    if (first === undefined || (isFirst && !isSameNote(first, note))) return undefined;
    this.#passed = isFirst ? 1 : this.#passed + 1;
    this.#document = note.document;
    this.#attachment = enclosureOf(note);
    return first;
  }

  /**
   * The number that was meant, where one number alone is mistyped: the note after it goes on as though it were right.
   * @param after - the note that is numbered next
   */
  meant(note: TeiElement, n: number, after: TeiElement | undefined): number | undefined {
    if (after === undefined || after.document !== note.document) return undefined;
    if (enclosureOf(after) !== enclosureOf(note)) return undefined;
    const isFirst = note.document !== this.#document;
    const expected = (isFirst && !this.#numbersThrough ? this.#above : this.#last) + 1;
    return n !== expected && Number(after.attributes['n']) === expected + 1 ? expected : undefined;
  }

  /** Takes the next number. @returns the number that was expected, where it is none that may come */
  next(note: TeiElement, n: number): number | undefined {
    const isFirst = note.document !== this.#document;
    const begins = this.#begins(note);
    const last = isFirst && !this.#numbersThrough ? this.#above : this.#last;
    const isNext = n > last && n <= last + 1 + (isFirst ? 0 : this.#passed);
    const restarts = (begins && n <= 1) || (isFirst && this.#numbersThrough) || this.#isNewRound(n);
    const resumes = begins && !isFirst && n === this.#outer + 1;
    const isAnew = this.#isNewRound(n) || (begins && (!this.#numbersThrough || n <= this.#last));
    if (isAnew) this.#seen = new Map();
    this.#seen.set(n, note);
    this.#document = note.document;
    this.#attachment = enclosureOf(note);
    if (this.#attachment === undefined) this.#outer = n;
    else if (isFirst) this.#outer = 0;
    this.#last = n;
    this.#passed = 0;
    this.#above = 0;
    return isNext || restarts || resumes ? undefined : last + 1;
  }

  #begins(note: TeiElement): boolean {
    return note.document !== this.#document || enclosureOf(note) !== this.#attachment;
  }

  /** Numbers that run through a volume of narrow columns begin again before they have three figures. */
  #isNewRound(n: number): boolean {
    return this.#numbersThrough && n === 1 && this.#last >= wrapsFrom;
  }
}

/** Checks the numbers in the order of the calls. @returns the notes that repeat a number or have a mistyped one */
function checkSequence(
  notes: readonly TeiElement[],
  own: readonly TeiElement[],
  context: RuleContext,
): ReadonlySet<TeiElement> {
  const count = new NoteCount(countsThrough(context.tree, own));
  const counted = new Set(own);
  const following = new Map(own.map((note, i) => [note, own[i + 1]]));
  const reported = new Set<TeiElement>();
  for (const note of notes) {
    if (note.document === undefined) count.heading(note);
    if (!counted.has(note)) {
      count.pass(note);
      continue;
    }
    const n = Number(note.attributes['n']);
    const first = count.repeats(note, n);
    if (first !== undefined) {
      reported.add(note);
      reportDoubled(note, first, context);
      continue;
    }
    const meant = count.meant(note, n, following.get(note));
    if (meant !== undefined) reported.add(note);
    const expected = count.next(note, meant ?? n) ?? meant;
    if (expected !== undefined) reportGap(note, n, expected, context);
  }
  return reported;
}

/** Whether a note is printed here once more: number and text are those of the other. */
function isSameNote(a: TeiElement, b: TeiElement): boolean {
  return textOf(a) === textOf(b);
}

function reportGap(note: TeiElement, n: number, expected: number, { report }: RuleContext): void {
  const facts = { n, expected, document: idOf(note.document) };
  report('VA320', { element: note, attribute: 'n' }, facts);
}

function reportDoubled(note: TeiElement, first: TeiElement, { report }: RuleContext): void {
  const { n = '' } = note.attributes;
  const document = idOf(note.document);
  const place = first.document === note.document ? `twice in ${document}` : `in ${idOf(first.document)} already`;
  report('VA321', { element: note, attribute: 'n' }, { n, place, first: first.attributes['xml:id'] ?? '…' });
}

function idOf(document: TeiElement | undefined): string {
  return document?.attributes['xml:id'] ?? '?';
}

/** Whether most documents with notes begin above 1: then numbers run on through the chapter. */
function countsThrough(tree: TeiTree, notes: readonly TeiElement[]): boolean {
  const first = new Map<TeiElement | undefined, number>();
  for (const note of notes) if (!first.has(note.document)) first.set(note.document, Number(note.attributes['n']));
  const above = [...first.values()].filter((n) => n > 1).length;
  return tree.documents.length > 0 && above > first.size / 3;
}

/**
 * Where the ids of a volume carry the notes' numbers (nearly all do), one that says another number is a slip. Where notes are repeated,
 * ids are ordinals, and where the numbers begin again they count on.
 */
function checkIds(notes: readonly TeiElement[], counted: ReadonlySet<TeiElement>, { report }: RuleContext): void {
  const ordinals = new Map<TeiElement | undefined, number>();
  const numbered = notes.flatMap((note) => {
    const { 'xml:id': id = '', n } = note.attributes;
    const number = /fn(\d+)$/.exec(id)?.[1];
    if (number === undefined) return [];
    const ordinal = (ordinals.get(note.document) ?? 0) + 1;
    ordinals.set(note.document, ordinal);
    if (!counted.has(note)) return [];
    const step = Number(number) - Number(n);
    return [{ note, number, agrees: step === 0, isOrdinal: Number(number) === ordinal || step >= wrapsFrom }];
  });
  const slips = numbered.filter(({ agrees }) => !agrees);
  if (slips.length > Math.max(1, numbered.length / 20)) return;
  for (const { note, number, isOrdinal } of slips) {
    const { 'xml:id': id = '', n = '' } = note.attributes;
    if (!isOrdinal) report('VA322', { element: note, attribute: 'xml:id' }, { id, number, n });
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
