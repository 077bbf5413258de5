import { headLabel } from '../../facts/head-label.js';
import type { Line } from '../../page/segment.js';
import { readSheets } from '../../page/sheet.js';
import { scoredLines } from '../../regions/label-lines.js';
import type { ScoredLine } from '../../regions/scores/place.js';
import { STANDING_LABELS } from '../../regions/second/labels.js';
import { standingModel } from '../../regions/second/second-reading.js';
import { cutEvidence, hasBannerAbove, isAboveTab, isStamp, NEEDED } from './cut-evidence.js';

/** Where a document of a text that holds several begins. */
export interface Cut {
  /** The number of its first line. */
  readonly at: number;
  /** How much speaks for it beyond what is needed; below 0 it was not made. */
  readonly margin: number;
}

/** What speaks by the rules for a place between two texts, so far the best one. */
interface Candidate {
  readonly at: number;
  readonly margin: number;
  /** It begins with a marking that can be the one at the foot of the page above. */
  readonly isFoot: boolean;
}

/** Places of which the rules say less are no candidates, whatever the second reading says. */
const LEAST = -6;
/** Places that come so near to what is needed are told to the editor. */
const NEARLY = -2.5;
/** By how much a later line must beat the first that can begin a document. */
const LOUDER = 2.5;

/**
 * How much of the odds of the second reading counts, and how much at most, for a cut and against it. Chosen on made piles that were not learned from, on those of the tests and on texts
 * from elsewhere: rules that are sure are not outweighed.
 */
const SHARE = 0.8;
const MOST_FOR = 4.5;
const MOST_AGAINST = 2.5;

/** Where so much speaks against a cut that was not made, there is no doubt. */
const MUCH = 5;

/** A sentence of some words. */
const SENTENCE = /^.{14,}\p{Ll}[.?!]$/u;

/** So many lines below its first can the marking of a document stand. */
const LONGEST_HEAD = 8;

/** The lines of a file of typescripts as those of sheets, and where its documents begin. */
export interface CutSheets {
  readonly lines: readonly ScoredLine[];
  /** The width in characters to which they are typed; undefined where each paragraph stands on one line. */
  readonly width: number | undefined;
  /** Where documents begin, the first not counted, and where one may begin. */
  readonly cuts: readonly Cut[];
}

/** Reads the lines of a file as those of sheets, and finds its documents. */
export function cutSheets(lines: readonly Line[]): CutSheets {
  const sheets = readSheets(lines, (text) => headLabel(text)?.isKnown === true);
  const scored = scoredLines(sheets);
  return { lines: scored, width: sheets.width, cuts: cutsOf(scored) };
}

function cutsOf(lines: readonly ScoredLine[]): readonly Cut[] {
  const cutter = new Cutter(lines);
  for (const at of lines.keys()) cutter.look(at);
  cutter.close(lines.length);
  return cutter.found;
}

/** Goes through the lines of a file: between two stretches of text, what speaks most for a document that begins. */
class Cutter {
  readonly found: Cut[] = [];
  readonly #lines: readonly ScoredLine[];
  #hasText = false;
  /** Whether the document so far bears a marking above its text: else the first one below is of the next. */
  #isMarked = false;
  #hasMarking = false;
  #isAddressed = false;
  /** The first line below the last text. */
  #from = 0;
  #best: Candidate | undefined;
  /** By how much the second reading of the whole file would have a line the first of a document, or would not. */
  #odds: ((at: number) => number) | undefined;

  constructor(lines: readonly ScoredLine[]) {
    this.#lines = lines;
  }

  look(at: number): void {
    const { line, isText, forms } = this.#lines[at] as ScoredLine;
    // Below a salutation there is text, though it be short.
    if (isText || (this.#isAddressed && !line.isRight && SENTENCE.test(line.text) && line.form === undefined)) {
      this.close(at);
      this.#hasText = true;
      this.#isMarked ||= this.#hasMarking;
      this.#from = at + 1;
      return;
    }
    this.#hasMarking ||= line.banner !== undefined;
    this.#isAddressed ||= forms.isSalute;
    if (this.#hasText && !isWithin(this.#lines[at])) this.#weigh(at);
  }

  /** Cuts where the best of the places before a text has enough evidence. */
  close(end: number): void {
    const best = this.#best;
    this.#best = undefined;
    if (best === undefined) return;
    const likeliest = this.#likeliest(end);
    const odds = SHARE * likeliest.odds;
    const margin = best.margin + Math.max(-MOST_AGAINST, Math.min(MOST_FOR, odds));
    if (margin <= NEARLY || (margin < 0 && odds < -MUCH)) return;
    // What stands above the line that the rules know (`Mr. Sample`, its marking) is of the same head.
    const isAbove =
      likeliest.odds > 0 &&
      likeliest.at < best.at &&
      !isWithin(this.#lines[likeliest.at]) &&
      !this.#isFoot(likeliest.at) &&
      cutEvidence(this.#lines, likeliest.at) - NEEDED > best.margin - LOUDER;
    const at = isAbove ? likeliest.at : best.at;
    this.found.push({ at, margin });
    if (margin < 0) return;
    this.#hasText = false;
    this.#isMarked = false;
    this.#isAddressed = false;
    this.#hasMarking = this.#lines.slice(at, at + LONGEST_HEAD).some(({ line }) => line.banner !== undefined);
  }

  #weigh(at: number): void {
    const margin = cutEvidence(this.#lines, at) - NEEDED;
    if (margin <= LEAST) return;
    const best = this.#best;
    // A document begins with its first line: a later one must speak much louder.
    if (
      best === undefined ||
      (best.isFoot ? margin > 0 || margin > best.margin : margin > best.margin + (best.margin >= 0 ? LOUDER : 0))
    )
      this.#best = { at, margin, isFoot: this.#isFoot(at) };
  }

  /** The first marking after a text is most often the one at the foot of its page. */
  #isFoot(at: number): boolean {
    const lines = this.#lines;
    const line = lines[at]?.line;
    return (
      this.#isMarked &&
      line?.banner !== undefined &&
      !line.pageBefore &&
      ((!hasBannerAbove(lines, at) && !isStamp(lines[at - 1])) || isAboveTab(lines, at))
    );
  }

  /** The line between two texts that the second reading takes most for the first of a document, and its odds. */
  #likeliest(end: number): { readonly at: number; readonly odds: number } {
    this.#odds ??= oddsOf(this.#lines);
    let at = this.#from;
    let odds = Number.NEGATIVE_INFINITY;
    for (let here = this.#from; here < end; here++) {
      const own = this.#odds(here);
      if (own <= odds) continue;
      odds = own;
      at = here;
    }
    return { at, odds };
  }
}

const FIRST = STANDING_LABELS.indexOf('first');

/** Whether a line stands within a group of others, or beside one: no document begins there. */
function isWithin(scored: ScoredLine | undefined): boolean {
  if (scored === undefined) return true;
  const { line } = scored;
  return line.isBeside || (line.blankBefore === 0 && !line.pageBefore && line.banner === undefined);
}

/** Reads a whole file by the model of where lines stand. */
function oddsOf(lines: readonly ScoredLine[]): (at: number) => number {
  const read = standingModel.read(lines.map(({ line }) => line));
  return (at) => {
    const own = read[at];
    if (own === undefined) return Number.NEGATIVE_INFINITY;
    return own.label === 'first' ? own.margin : -own.loss(FIRST);
  };
}
