import { isPrintedHead, numberOfPage } from '../../page/sheet-forms.js';
import type { LabelledLine } from '../../regions/label-lines.js';

/**
 * Where pages begin: at form feeds, and where the sheet prints a page's number among what stands at its head. A number at the foot of a page is told by
 * nothing below it.
 */
export function pageTurns(lines: readonly LabelledLine[]): ReadonlyMap<number, number | undefined> {
  const turns = new PageTurns(lines.some(({ line }) => line.pageBefore));
  for (let at = 0; at < lines.length; ) {
    const from = at;
    while (at < lines.length && isOfSheet(lines[at])) at++;
    if (at === from) turns.line(lines[at++]);
    else {
      if (from === 0) turns.begin(lines[0]);
      turns.run(lines.slice(from, at), from > 0 && at < lines.length);
    }
  }
  return turns.found;
}

/** A page that is left out or counted twice does not matter; one further away is no number of a page. */
const FURTHEST = 2;

class PageTurns {
  readonly found = new Map<number, number | undefined>();
  readonly #hasFeeds: boolean;
  #expected = 1;

  constructor(hasFeeds: boolean) {
    this.#hasFeeds = hasFeeds;
  }

  /** A line of the text before which a form feed may stand. */
  line(labelled: LabelledLine | undefined): void {
    if (labelled?.line.pageBefore !== true) return;
    this.found.set(labelled.line.start, undefined);
    this.#expected++;
  }

  /** The first line of a text that was cut out of a printed book says with which page it begins. */
  begin(first: LabelledLine | undefined): void {
    if (first !== undefined && isPrintedHead(first.line.text)) this.#expected = numberOfPage(first.line.text) ?? 1;
  }

  /** Lines of the sheet between two of the text, or at one end of it. */
  run(run: readonly LabelledLine[], isBetween: boolean): void {
    const feed = run.findIndex(({ line }) => line.pageBefore);
    const head = feed < 0 ? run : run.slice(feed);
    const printed = head.map(({ line }) => pageNumber(line)).find((number) => number !== undefined);
    const isNext = printed !== undefined && printed > 0 && printed <= this.#expected + FURTHEST;
    if (feed >= 0) this.#turn(run[feed]?.line.start, isNext ? printed : undefined);
    else if (!this.#hasFeeds && isNext && printed > 1 && isBetween) this.#turn(headOfPage(run), printed);
  }

  #turn(start: number | undefined, printed: number | undefined): void {
    if (start !== undefined) this.found.set(start, printed);
    this.#expected = (printed ?? this.#expected) + 1;
  }
}

function isOfSheet(labelled: LabelledLine | undefined): boolean {
  return labelled?.kind.endsWith('.sheet') === true;
}

function pageNumber({ banner, form, text }: LabelledLine['line']): number | undefined {
  if (banner?.page !== undefined) return banner.page;
  if (form !== 'pageNum') return undefined;
  return numberOfPage(text);
}

/** Of the lines between two pages the first of the second page: the second of two markings, or the number itself. */
function headOfPage(run: readonly LabelledLine[]): number | undefined {
  const number = run.findIndex(({ line }) => pageNumber(line) !== undefined);
  const banners = run
    .slice(0, number)
    .flatMap(({ line }, index) => (line.banner === undefined || line.isBeside ? [] : [index]));
  const own = run[number]?.line;
  const marking = own?.isBeside === true ? banners.at(-1) : banners.length > 1 ? banners.at(-1) : undefined;
  return run[marking ?? number]?.line.start;
}
