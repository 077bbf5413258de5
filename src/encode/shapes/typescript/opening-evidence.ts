import type { ScoredLine } from '../../regions/scores/place.js';

/** So many lines can stand between the first line of a document and its text. */
const LONGEST_OPENING = 24;

/** Headings of parts that are titles of documents as well. */
export const PART =
  /^(?:SUMMARY|NOTES?|STATEMENTS?|DECISIONS?|AGENDA|BACKGROUND|REPORT|RECORD|STUDY|CHRONOLOGY|SCENARIO|TALKING POINTS|DISCUSSION|SUMMARY OF (?:CONCLUSIONS|DECISIONS|DISCUSSION)|MINUTES|CHECKLIST)$/i;

const TAB =
  /^(?:TAB|ATTACHMENT|ANNEX|ENCLOSURE|INCLOSURE|APPENDIX)(?:\s+(?:NO\.?\s?)?[A-Z\dIVX]{1,4})?(?:\s+TO\s.{3,40})?$/i;

/** Whether a line is of the sheet by its form. */
export function isSheet({ line, forms }: ScoredLine): boolean {
  return (
    line.banner !== undefined ||
    (line.form !== undefined && line.form !== 'symbol') ||
    (forms.hand > 2 && forms.label?.isKnown !== true)
  );
}

/** How much the lines from `at` on look like the opening of a document, up to its text. */
export function openingEvidence(lines: readonly ScoredLine[], at: number, isClosedAbove = false): number {
  const above = lines[at - 1];
  const isOnNewPage = lines[at]?.line.pageBefore === true;
  const opening = new Opening(above !== undefined && !isSheet(above) && !isOnNewPage, isOnNewPage, isClosedAbove);
  const end = Math.min(lines.length, at + LONGEST_OPENING);
  for (let here = at; here < end && !opening.isClosed; here++) {
    const scored = lines[here];
    if (scored === undefined || (scored.line.pageBefore && here > at)) break;
    opening.look(scored, here === at, lines[here + 1]);
  }
  return opening.score();
}

/** What has been seen of an opening. Each kind of evidence counts once, labels up to three times. */
class Opening {
  isClosed = false;
  #score = 0;
  #labels = 0;
  readonly #seen = new Set<'office' | 'title' | 'salute'>();
  #isFirst = true;
  /** An address, or a name, that nothing has told yet to be above a salutation: it may be the one at the foot of the letter before. */
  #isAddress = false;
  /** It begins with a marking. */
  #isMarked = false;
  /** A date closely below a text can be the one at its close. */
  #isLeave = false;
  readonly #isBelowText: boolean;
  readonly #isOnNewPage: boolean;
  /** The document above has come to its closing. */
  readonly #isClosedAbove: boolean;

  constructor(isBelowText: boolean, isOnNewPage: boolean, isClosedAbove: boolean) {
    this.#isBelowText = isBelowText;
    this.#isOnNewPage = isOnNewPage;
    this.#isClosedAbove = isClosedAbove;
  }

  score(): number {
    return this.#isAddress && !this.#seen.has('salute') && !this.#isRefused ? this.#score - 4 : this.#score;
  }

  #isRefused = false;
  /** It says which tab or annex it is: capitals below that are its title. */
  #isTab = false;

  /** No document opens like this. */
  #refuse(penalty: number): void {
    this.#score -= penalty;
    this.#isRefused = true;
    this.isClosed = true;
  }

  /** @param below the next line */
  look(scored: ScoredLine, isStart: boolean, below: ScoredLine | undefined): void {
    const { line, forms, isText } = scored;
    this.#foot(scored);
    const isPrinted = forms.isOffice && (line.isCapitals || line.isCentred);
    if ((this.#isAddress || this.#isLeave) && (line.banner !== undefined || line.form === 'form' || isPrinted)) {
      this.#refuse(6);
      return;
    }
    if (line.banner !== undefined && isStart) {
      this.#score += 0.5;
      this.#isMarked = true;
    }
    if (isSheet(scored)) {
      if (/^(?:TAB|ATTACHMENT|ANNEX|ENCLOSURE)\b/i.test(line.text)) {
        this.#score += 2.5;
        this.#isTab = true;
      }
      return;
    }
    // Who has copies stands in the head of a memorandum as well.
    if (forms.label?.role === 'copies' && this.#seen.has('title') && this.#labels > 0) return;
    if (isClosing(scored) && !((this.#isOnNewPage || this.#isMarked) && TAB.test(line.text))) {
      this.#refuse(6);
      return;
    }
    // A note in the third person has no salutation.
    if (isText && COMPLIMENTS.test(line.text)) {
      this.#once('salute', 4);
      this.isClosed = true;
      return;
    }
    if (this.#isFirst) this.#first(scored, below);
    if (isText) this.isClosed = true;
    if (!this.isClosed) this.#weigh(scored, below);
  }

  /** Numbers of later pages and stamps belong to what stands above. */
  #foot({ line }: ScoredLine): void {
    const printed =
      line.banner?.page ?? (line.form === 'pageNum' && this.#isFirst ? Number(/\d+/.exec(line.text)?.[0] ?? 0) : 0);
    if (printed > 1) this.#score -= 5;
    const isStamp =
      line.form === 'declassification' || line.form === 'stamp' || (line.form === 'receipt' && line.groupSize > 1);
    if (isStamp && !this.#seen.has('office') && !this.#seen.has('title') && this.#labels === 0) this.#score -= 3;
  }

  #first(scored: ScoredLine, below: ScoredLine | undefined): void {
    const { line, forms, isText } = scored;
    if (/^\p{Ll}/u.test(line.text)) {
      this.#refuse(6);
      return;
    }
    if (isText || !(isHeadLike(scored) || this.#isTab)) {
      this.#refuse(4);
      return;
    }
    this.#isFirst = false;
    this.#isLeave = forms.isDate && this.#isBelowText;
    const isTitled =
      forms.isTitle ||
      forms.isStatus ||
      line.isCentred ||
      isPrintedTitle(scored, below) ||
      (this.#isTab && line.isCapitals);
    const isName = forms.isName && line.form !== 'symbol' && !forms.isOffice && !isTitled;
    this.#isAddress = forms.isHonorific || isName;
  }

  #weigh(scored: ScoredLine, below: ScoredLine | undefined): void {
    const { line, forms } = scored;
    if (TAB.test(line.text)) {
      this.#score += 2.5;
      this.#isTab = true;
    }
    if (forms.isStatus) this.#score += 2;
    if (forms.isDate) this.#score += 0.7;
    const isPrinted = line.isCapitals || line.isCentred || line.groupSize <= 2;
    if (forms.isOffice && isPrinted && !forms.isTitle && forms.item === undefined) this.#once('office', 2.5);
    if (forms.isTitle) this.#once('title', PART.test(line.text) ? 1 : 3);
    else if (isPrintedTitle(scored, below))
      this.#once('title', this.#isTab || this.#isOnNewPage || this.#isClosedAbove ? 2 : 1.2);
    // What a tab or an annex is called, in small letters too.
    else if (this.#isTab && line.text.length <= 60 && line.blankAfter > 0 && !/[.,;:]$/.test(line.text))
      this.#once('title', 1.5);
    const { label } = forms;
    const isLabel = label?.isKnown === true && label.role !== 'copies' && label.role !== 'other' && !forms.isEnclosures;
    if (isLabel && this.#labels < 3) {
      this.#labels++;
      this.#score += 1.5;
    }
    if (forms.isSalute) {
      this.#once('salute', this.#isAddress ? 4 : 3);
      this.isClosed = true;
    }
  }

  #once(what: 'office' | 'title' | 'salute', weight: number): void {
    if (this.#seen.has(what)) return;
    this.#seen.add(what);
    this.#score += weight;
  }
}

/** `The Embassy of … presents its compliments to the Department of State`. */
const COMPLIMENTS = /^The \p{Lu}[^.;:]{3,90}? presents? (?:its|his|her|their) compliments to\b/u;

/** Capitals by themselves that are no name, no label and no figure: a title by its form. */
function isPrintedTitle({ line, forms }: ScoredLine, below: ScoredLine | undefined): boolean {
  // `PRESS RELEASE` could be a name by its form; no name stands alone above a text.
  const isName = forms.isName && !line.isCentred && !(below?.isText === true && line.blankAfter > 0);
  const isOther = forms.label?.isKnown === true || isName || forms.item !== undefined || forms.isDate;
  const isLong = line.text.length > 12 || (line.text.length >= 5 && line.blankAfter > 0 && line.form === undefined);
  return line.isCapitals && isLong && !isOther;
}

function isClosing({ line, forms }: ScoredLine): boolean {
  return (
    forms.isClose ||
    forms.isDecision ||
    forms.isDrafting ||
    forms.isSigned ||
    (forms.isEnclosures && line.form !== 'tab')
  );
}

/** Whether a line can be the first of an opening that is not of the sheet. */
function isHeadLike({ line, forms }: ScoredLine): boolean {
  const byWords = forms.isTitle || forms.isOffice || forms.label !== undefined || forms.isSalute || forms.isDate;
  const byForm = forms.isStatus || forms.isHonorific || forms.isTown || TAB.test(line.text) || line.form === 'symbol';
  return byWords || byForm || line.isCapitals || line.isCentred || line.isRight;
}
