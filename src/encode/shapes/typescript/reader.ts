import type { Span } from '../../../model/position.js';
import type { Finding } from '../../facts/finding.js';
import { noFacts, type TypedFacts } from '../../facts/typed-facts.js';
import type { Hyphens } from '../../page/hyphens.js';
import type { Tools } from '../../regions/build.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { SheetPile } from '../../regions/sheet-pile.js';
import type { Reordered } from '../../proof/proof.js';

/** What the readers of the regions of one typescript share: what is of the sheet, what was told, and what was left out. */
export class Reader {
  readonly tools: Tools;
  readonly hyphens: Hyphens;
  readonly facts: TypedFacts = noFacts();
  readonly dropped: Span[] = [];
  readonly reordered: Reordered[] = [];
  readonly findings: Finding[] = [];
  readonly pile: SheetPile;
  /** The numbers of the lines before which a page begins, with the number that it prints. */
  readonly #turns: ReadonlyMap<number, number | undefined>;
  #first: number | undefined;

  constructor(id: string, tools: Tools, hyphens: Hyphens, lines: readonly LabelledLine[]) {
    this.tools = tools;
    this.hyphens = hyphens;
    this.pile = new SheetPile(id, this.dropped);
    this.#turns = pageTurns(lines);
    this.#first = lines[0]?.line.start;
  }

  /** Turns the page where a line begins one. To be called once for each line, in order. */
  page({ line }: LabelledLine): void {
    if (!this.#turns.has(line.start)) return;
    this.pile.turn(this.#turns.get(line.start), line.start === this.#first);
  }

  /** Puts a line of the sheet on the pile, and remembers its marking. */
  sheet(labelled: LabelledLine): void {
    const { banner, start } = labelled.line;
    if (banner !== undefined) this.facts.banners.push({ banner, at: start });
    this.pile.add(labelled);
  }
}

/**
 * Where pages begin: at form feeds, and where the sheet prints a page's number among what stands at its head. A number at the foot of a page is told by
 * nothing below it.
 */
function pageTurns(lines: readonly LabelledLine[]): ReadonlyMap<number, number | undefined> {
  const turns = new Map<number, number | undefined>();
  const hasFeeds = lines.some(({ line }) => line.pageBefore);
  let expected = 1;
  for (let at = 0; at < lines.length; ) {
    const from = at;
    while (at < lines.length && isOfSheet(lines[at])) at++;
    const run = lines.slice(from, at);
    if (at === from) {
      const line = lines[at]?.line;
      if (line?.pageBefore === true) {
        turns.set(line.start, undefined);
        expected++;
      }
      at++;
      continue;
    }
    const feed = run.findIndex(({ line }) => line.pageBefore);
    const head = feed < 0 ? run : run.slice(feed);
    const printed = head.map(({ line }) => pageNumber(line)).find((number) => number !== undefined);
    if (feed >= 0) {
      const number = printed !== undefined && printed > 0 && printed < expected + 3 ? printed : undefined;
      const start = run[feed]?.line.start;
      if (start !== undefined) turns.set(start, number);
      expected = (number ?? expected) + 1;
    } else if (
      !hasFeeds &&
      printed !== undefined &&
      printed > 1 &&
      from > 0 &&
      at < lines.length &&
      printed <= expected + 2
    ) {
      const start = headOfPage(run);
      if (start !== undefined) turns.set(start, printed);
      expected = printed + 1;
    }
  }
  return turns;
}

function isOfSheet(labelled: LabelledLine | undefined): boolean {
  return labelled !== undefined && labelled.kind.endsWith('.sheet');
}

function pageNumber({ banner, form, text }: LabelledLine['line']): number | undefined {
  if (banner?.page !== undefined) return banner.page;
  if (form !== 'pageNum') return undefined;
  const digits = /\d{1,3}/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
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
