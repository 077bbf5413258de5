import type { ScoredLine } from '../../regions/scores/place.js';

/** Where a document of a text that holds several begins. */
export interface Cut {
  /** The number of its first line. */
  readonly at: number;
  /** How much speaks for it beyond what is needed; below 0 it was not made. */
  readonly margin: number;
}

/** How much evidence makes a cut. */
const NEEDED = 5;
/** Places that come so near to it are told to the editor. */
const NEARLY = 3.6;
/** By how much a later line must beat the first that can begin a document. */
const LOUDER = 2.5;

/** So many lines can stand between the first line of a document and its text. */
const LONGEST_OPENING = 24;

/** Where the documents of a text begin, the first not counted, and where one may begin. */
export function cuts(lines: readonly ScoredLine[]): readonly Cut[] {
  const found: Cut[] = [];
  let hasText = false;
  let best: (Cut & { readonly isFoot: boolean }) | undefined;
  const close = (): void => {
    if (best !== undefined) {
      found.push({ at: best.at, margin: best.margin });
      if (best.margin >= 0) hasText = false;
    }
    best = undefined;
  };
  for (const [at, { line, isText }] of lines.entries()) {
    if (isText) {
      close();
      hasText = true;
      continue;
    }
    if (
      !hasText ||
      at === 0 ||
      (line.blankBefore === 0 && !line.pageBefore && line.banner === undefined) ||
      line.isBeside
    )
      continue;
    const margin = evidence(lines, at) - NEEDED;
    if (margin <= NEARLY - NEEDED) continue;
    // The first marking after a text is most often the one at the foot of its page.
    const isFoot =
      line.banner !== undefined &&
      !line.pageBefore &&
      (at === 0 || (!hasBannerAbove(lines, at) && !isStamp(lines[at - 1])));
    // A document begins with its first line: a later one must speak much louder.
    if (
      best === undefined ||
      (best.isFoot ? margin > 0 || margin > best.margin : margin > best.margin + (best.margin >= 0 ? LOUDER : 0))
    )
      best = { at, margin, isFoot };
  }
  close();
  return found;
}

/** Headings of parts that are titles of documents as well. */
const PART =
  /^(?:SUMMARY|NOTES?|STATEMENTS?|DECISIONS?|AGENDA|BACKGROUND|REPORT|RECORD|STUDY|CHRONOLOGY|SCENARIO|TALKING POINTS|DISCUSSION|SUMMARY OF (?:CONCLUSIONS|DECISIONS|DISCUSSION)|MINUTES|CHECKLIST)$/i;

/** How much speaks for a document that begins at a line: what its first lines are, and what stands before them. */
function evidence(lines: readonly ScoredLine[], at: number): number {
  return before(lines, at) + ahead(lines, at);
}

function before(lines: readonly ScoredLine[], at: number): number {
  const own = lines[at]?.line;
  const last = lines[at - 1];
  if (own === undefined || last === undefined) return 0;
  const isPair = own.banner !== undefined && hasBannerAbove(lines, at);
  let score = own.pageBefore ? 2 : own.blankBefore >= 2 ? 1 : 0.3;
  if (isSheet(last)) score += 1;
  if (isPair && (own.pageBefore || own.blankBefore > 0)) score += own.pageBefore ? 0.5 : 1.5;
  // The first marking after the text is the one at the foot of its page.
  if (own.banner !== undefined && !isSheet(last) && !own.pageBefore) score -= 2;
  const text = lastText(lines, at);
  if (text !== undefined) {
    const { forms, line } = text;
    // What follows a complimentary close is its signature.
    if (forms.isClose) score -= 6;
    if (
      forms.isClose ||
      forms.isEnclosures ||
      forms.isDrafting ||
      forms.isSigned ||
      (forms.isName && line.text.length < 50)
    )
      score += 1.2;
    if (text.isText && /[\p{L}\d,;-]$/u.test(line.text) && line.text.length > 40) score -= 5;
  }
  return score;
}

function isStamp(scored: ScoredLine | undefined): boolean {
  const form = scored?.line.form;
  return form === 'stamp' || form === 'declassification' || form === 'receipt';
}

/** Whether another marking stands between a line and the text above it. */
function hasBannerAbove(lines: readonly ScoredLine[], at: number): boolean {
  for (let above = at - 1; above >= 0 && above >= at - 10; above--) {
    const line = lines[above];
    if (line === undefined || !isSheet(line)) return false;
    if (line.line.banner !== undefined) return true;
  }
  return false;
}

/** The nearest line above that is not of the sheet. */
function lastText(lines: readonly ScoredLine[], at: number): ScoredLine | undefined {
  for (let above = at - 1; above >= 0 && above >= at - 14; above--) {
    const line = lines[above];
    if (line !== undefined && !isSheet(line)) return line;
  }
  return undefined;
}

function isSheet({ line, forms }: ScoredLine): boolean {
  return line.banner !== undefined || (line.form !== undefined && line.form !== 'symbol') || forms.hand > 2;
}

function ahead(lines: readonly ScoredLine[], at: number): number {
  let score = 0;
  let labels = 0;
  let hasOffice = false;
  let hasTitle = false;
  let hasSalute = false;
  let isFirst = true;
  // An address, or a name, that nothing has told yet to be above a salutation: it may be the one at the foot of the letter before.
  let isAddress = false;
  for (let here = at; here < Math.min(lines.length, at + LONGEST_OPENING); here++) {
    const scored = lines[here];
    if (scored === undefined) break;
    const { line, forms, isText } = scored;
    if (line.pageBefore && here > at) break;
    if (
      (line.banner?.page ?? 0) > 1 ||
      (line.form === 'pageNum' && Number(/\d+/.exec(line.text)?.[0] ?? 0) > 1 && isFirst)
    )
      score -= 5;
    if (line.form === 'declassification' || line.form === 'stamp' || (line.form === 'receipt' && line.groupSize > 1))
      score -= hasOffice || hasTitle || labels > 0 ? 0 : 3;
    if (isAddress && (line.banner !== undefined || (forms.isOffice && (line.isCapitals || line.isCentred))))
      return score - 6;
    if (line.banner !== undefined) score += here === at ? 0.5 : 0;
    if (isSheet(scored)) {
      if (/^(?:TAB|ATTACHMENT|ANNEX|ENCLOSURE)\b/i.test(line.text)) score += 2.5;
      continue;
    }
    if (
      forms.isClose ||
      forms.isDecision ||
      forms.isDrafting ||
      forms.isSigned ||
      (forms.isEnclosures && line.form !== 'tab')
    )
      return score - 6;
    const isTab = /^(?:TAB|ATTACHMENT|ANNEX|ENCLOSURE|APPENDIX)(?:\s+[A-Z\dIVX]{1,4})?$/i.test(line.text);
    const isHeadLike =
      forms.isTitle ||
      forms.isOffice ||
      forms.label !== undefined ||
      forms.isSalute ||
      forms.isDate ||
      forms.isStatus ||
      isTab ||
      forms.isHonorific ||
      line.isCapitals ||
      line.form === 'symbol' ||
      line.isCentred ||
      line.isRight ||
      forms.isTown;
    if (isFirst) {
      if (/^\p{Ll}/u.test(line.text)) return score - 6;
      if (isText || !isHeadLike) return score - 4;
      isFirst = false;
      isAddress =
        forms.isHonorific ||
        (forms.isName && line.form !== 'symbol' && !forms.isOffice && !forms.isTitle && !line.isCentred);
    }
    if (isText) break;
    if (isTab) score += 2.5;
    if (forms.isStatus) score += 2;
    if (
      forms.isOffice &&
      !hasOffice &&
      (line.isCapitals || line.isCentred || line.groupSize <= 2) &&
      !forms.isTitle &&
      forms.item === undefined
    ) {
      hasOffice = true;
      score += 2.5;
    }
    if (forms.isTitle && !hasTitle) {
      hasTitle = true;
      score += PART.test(line.text) ? 1 : 3;
    } else if (!hasTitle && line.isCapitals && line.isCentred && line.text.length > 12) {
      hasTitle = true;
      score += 1.2;
    }
    if (
      forms.label?.isKnown === true &&
      forms.label.role !== 'copies' &&
      forms.label.role !== 'other' &&
      !forms.isEnclosures &&
      labels < 3
    ) {
      labels++;
      score += 1.5;
    }
    if (forms.isSalute && !hasSalute) {
      hasSalute = true;
      score += isAddress ? 4 : 3;
      break;
    }
    if (forms.isDate) score += 0.7;
  }
  return isAddress && !hasSalute ? score - 4 : score;
}
