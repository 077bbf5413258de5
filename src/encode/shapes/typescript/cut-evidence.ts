import { breaksOff } from '../../page/sheet.js';
import type { ScoredLine } from '../../regions/scores/place.js';
import { isSheet, openingEvidence } from './opening-evidence.js';

/** How much evidence makes a cut. */
export const NEEDED = 5;

/** How much speaks for a document that begins at a line: what its first lines are, and what stands before them. */
export function cutEvidence(lines: readonly ScoredLine[], at: number): number {
  const isClosed = isClosedAbove(lines, at);
  return before(lines, at) + openingEvidence(lines, at, isClosed) + (isClosed ? CLOSED : 0);
}

/** What it says that the document above has come to its closing. */
const CLOSED = 0.8;
/** So many lines can a list of enclosures and copies have. */
const LONGEST_LIST = 10;

/** Whether between a line and the text above it stands what only a closing has: a leave, enclosures, copies, who drafted. */
function isClosedAbove(lines: readonly ScoredLine[], at: number): boolean {
  for (let above = at - 1; above >= 0 && above >= at - LONGEST_LIST; above--) {
    const scored = lines[above];
    if (scored === undefined || (scored.isText && scored.line.text.length > 56)) return false;
    const { forms, line } = scored;
    if (forms.isEnclosures && line.form !== 'tab') return true;
    if (forms.isClose) return at - above >= 2;
    if (forms.isDrafting || forms.isSigned) return true;
    if (!isSheet(scored) && (line.isCapitals || forms.isDate || forms.isTitle)) return false;
  }
  return false;
}

function before(lines: readonly ScoredLine[], at: number): number {
  const own = lines[at]?.line;
  const last = lines[at - 1];
  if (own === undefined || last === undefined) return 0;
  const isPair = own.banner !== undefined && hasBannerAbove(lines, at);
  let score = own.pageBefore ? 2 : own.blankBefore >= 2 ? 1 : 0.3;
  if (isSheet(last)) score += 1;
  // What stands on the sheet in brackets (`[seal]`) is of what stands above.
  if (/^[([]/.test(own.text) && own.form === 'form' && !own.pageBefore) score -= 3;
  if (isPair && (own.pageBefore || own.blankBefore > 0)) score += own.pageBefore ? 0.5 : 1.5;
  // The first marking after the text is the one at the foot of its page.
  if (own.banner !== undefined && !isSheet(last) && !own.pageBefore) score -= 2;
  if (isOfClosing(lines, at)) return -NEEDED;
  return score + endedAbove(lastText(lines, at)) + (beginsAnew(lines[at]) && isSignedAbove(lines, at) ? 1.5 : 0);
}

/** The office of somebody, and no agency. */
const OF_PERSON =
  /^(?:(?:Acting|Deputy|Assistant|Under|Special|Executive|Vice|First|Second|American|United States|U\.S\.) )*(?:Secretary|Director|Ambassador|Minister|Chief|Chairman|President|Advis[eo]r|Counsell?or|Consul|Assistant|General|Head|Representative)\b/;

/** Whether a line is of the closing above: the typed name below a signature, the office of who signs, the marks of who drafted below a letter. */
function isOfClosing(lines: readonly ScoredLine[], at: number): boolean {
  const [own, last] = [lines[at], lines[at - 1]];
  if (own === undefined || last === undefined) return false;
  const { line, forms } = own;
  const isName = forms.isName && !beginsAnew(own);
  // `Acting Secretary` below a name is of him who signs.
  const isOffice =
    forms.isOffice &&
    OF_PERSON.test(line.text) &&
    !line.isCapitals &&
    !line.isCentred &&
    !line.pageBefore &&
    line.groupSize <= 2;
  if (isOffice && (last.forms.isSigned || last.forms.isName) && last.line.indent <= line.indent + 4) return true;
  if (isName && (last.forms.isSigned || last.forms.isClose)) return true;
  return line.form === 'symbol' && !line.pageBefore && isSignedAbove(lines, at);
}

/** What the last line above says: a closing, or a sentence that is not at its end. */
function endedAbove(text: ScoredLine | undefined): number {
  if (text === undefined) return 0;
  const { forms, line, isText } = text;
  // What follows a complimentary close is its signature.
  if (forms.isClose) return -4.8;
  const isClosing = forms.isEnclosures || forms.isDrafting || forms.isSigned || (forms.isName && line.text.length < 50);
  const isOpen = isText && line.text.length > 40 && breaksOff(line.text);
  return (isClosing ? 1.2 : 0) - (isOpen ? 5 : 0);
}

/** Whether a line is one that no closing has: a day, a printed line, the name of an office, a label, a title. */
function beginsAnew(scored: ScoredLine | undefined): boolean {
  if (scored === undefined) return false;
  const { forms, line } = scored;
  const isHead = forms.isOffice || forms.isTitle || (forms.label?.isKnown === true && !forms.isEnclosures);
  return forms.isDate || line.form === 'form' || (isHead && !forms.isName);
}

/** So many lines can stand between the leave that a letter takes and the next document: names, an address, enclosures, marks of who drafted. */
const LONGEST_CLOSING = 24;

/** Whether a letter has taken its leave above, with nothing but its closing and what is of the sheet between. */
function isSignedAbove(lines: readonly ScoredLine[], at: number): boolean {
  for (let above = at - 1; above >= 0 && above >= at - LONGEST_CLOSING; above--) {
    const scored = lines[above];
    if (scored === undefined || scored.forms.isSalute) return false;
    if (scored.forms.isClose) return at - above >= 2;
    if (scored.isText && scored.line.text.length > 56) return false;
  }
  return false;
}

/** `SECRET`, `TAB A`, `CONFIDENTIAL`, each apart: the first marking is at the foot of the sheet above, since the tab has its own. */
export function isAboveTab(lines: readonly ScoredLine[], at: number): boolean {
  const [own, tab, below] = [lines[at]?.line, lines[at + 1]?.line, lines[at + 2]?.line];
  return own?.banner !== undefined && tab?.form === 'tab' && tab.blankBefore > 0 && below?.banner !== undefined;
}

export function isStamp(scored: ScoredLine | undefined): boolean {
  const form = scored?.line.form;
  return form === 'stamp' || form === 'declassification' || form === 'receipt';
}

/** Whether another marking stands between a line and the text above it. */
export function hasBannerAbove(lines: readonly ScoredLine[], at: number): boolean {
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
