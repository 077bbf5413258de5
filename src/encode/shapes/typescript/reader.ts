import type { Span } from '../../../model/position.js';
import type { Finding } from '../../facts/finding.js';
import { noFacts, type TypedFacts } from '../../facts/typed-facts.js';
import type { Hyphens } from '../../page/hyphens.js';
import type { Reordered } from '../../proof/raw-text.js';
import type { Tools } from '../../regions/build.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { SheetPile } from '../../regions/sheet-pile.js';
import { pageTurns } from './page-turns.js';

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
  readonly #first: number | undefined;

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
