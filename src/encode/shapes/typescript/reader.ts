import { append } from '../../../model/list.js';
import type { Finding } from '../../facts/finding.js';
import { addresseeOf } from '../../facts/parties.js';
import { noFacts, type TypedFacts } from '../../facts/typed-facts.js';
import type { Hyphens } from '../../page/hyphens.js';
import type { SheetLine } from '../../page/sheet.js';
import { sheetStrand } from '../../page/sheet-strand.js';
import { type Cut, type Strand, strandWithout } from '../../page/strand.js';
import type { Dropped } from '../../proof/declared.js';
import type { Reordered } from '../../proof/raw-text.js';
import type { Tools } from '../../regions/build.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { SheetPile } from '../../regions/sheet-pile.js';
import { pageTurns } from './page-turns.js';

const AT_FOOT = /^(?:The |Sir |Mr\.? |His |Her |Lord )?\p{Lu}[^.:;\d]{4,60},$/u;

/** `Despatch No. 1184`, `Desp. No. 231`, `Page 2 to Despatch 45 from Lima`: what the sheets of a despatch bear. */
const DESPATCH = /^(?:Page \d+ (?:of|to) )?(?:Desp(?:atch)?|Dispatch)\b\.?,? (?:No\.? ?)?\d/i;

/** What the readers of the regions of one typescript share: what is of the sheet, what was told, and what was left out. */
export class Reader {
  readonly tools: Tools;
  readonly hyphens: Hyphens;
  readonly facts: TypedFacts = noFacts();
  readonly dropped: Dropped[] = [];
  readonly reordered: Reordered[] = [];
  readonly findings: Finding[] = [];
  readonly pile: SheetPile;
  /** The numbers of the lines before which a page begins, with the number that it prints. */
  readonly #turns: ReadonlyMap<number, number | undefined>;
  readonly #cutsOf: (line: SheetLine) => readonly Cut[];
  readonly #first: number | undefined;

  /**
   * @param id of the document
   * @param cutsOf the calls of a line, each with its note
   */
  constructor(
    id: string,
    tools: Tools,
    hyphens: Hyphens,
    lines: readonly LabelledLine[],
    cutsOf: (line: SheetLine) => readonly Cut[],
  ) {
    this.tools = tools;
    this.hyphens = hyphens;
    this.pile = new SheetPile(id, (line) => this.strand(line as SheetLine));
    this.#cutsOf = cutsOf;
    this.#turns = pageTurns(lines);
    this.#first = lines[0]?.line.start;
  }

  /** A line as a strand, with the notes that it calls. */
  strand(line: SheetLine): Strand {
    return sheetStrand(line, this.dropped, this.#cutsOf(line));
  }

  /** What a line calls, without its emphasis. */
  bareStrand(line: SheetLine): Strand {
    const cuts = this.#cutsOf(line);
    append(
      this.dropped,
      cuts.flatMap((cut) => cut.marks ?? []),
    );
    return strandWithout(line.text, line.start, cuts);
  }

  /** Turns the page where a line begins one. To be called once for each line, in order. */
  page({ line }: LabelledLine): void {
    if (!this.#turns.has(line.start)) return;
    this.pile.turn(this.#turns.get(line.start), line.start === this.#first);
  }

  /** Puts a line of the sheet on the pile, and remembers its marking. */
  sheet(labelled: LabelledLine): void {
    const { banner, start } = labelled.line;
    if (/^(?:Official |Personal )?Letter No\b/i.test(labelled.line.text)) this.facts.isLetter = true;
    // A letter can have its address at the foot of its first page.
    if (labelled.kind === 'body.sheet' && this.facts.hasSalute && AT_FOOT.test(labelled.line.text))
      this.facts.addressee ??= addresseeOf([labelled.line.text]);
    if (/^No\.? ?\d{1,5}\.?$/.test(labelled.line.text)) this.facts.isNumbered = true;
    if (DESPATCH.test(labelled.line.text)) this.facts.isDespatch = true;
    if (banner !== undefined) this.facts.banners.push({ banner, at: start });
    this.pile.add(labelled);
  }
}
