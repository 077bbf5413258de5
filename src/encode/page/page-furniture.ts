import { isMarkingLine } from '../regions/constructs/marking-line.js';

/** What stands on the page of a typescript and is not of its text; the value of `fw/@type`. */
export type Furniture =
  | 'classification'
  | 'declassification'
  | 'stamp'
  | 'pageNum'
  | 'letterhead'
  | 'initials'
  | 'routing'
  | 'running-head';

/** Marks that OCR puts before what is struck through or emphasised; the same stand after it. */
const EMPHASIS = /^(?:~~|[*_])+/;

/** `DECL: OADR`, `REF. OADR` (as OCR reads it), `(DECL:OADR)`, `Declassify on: …`, `XGDS-3`. */
const DECLASSIFICATION =
  /^\(?(?:DECL(?:ASSIF(?:Y|ICATION))?(?:\s*ON)?|REF|CLASSIFIED BY|DERIVED FROM|REASON)\s*[:.].*(?:OADR|GDS|\d{1,2}\/\d{1,2}\/\d{2,4}|X\d|E\.?O\.?).*\)?$|^\(?(?:CLASSIFIED BY|DERIVED FROM|DECLASSIFY ON)\s*:.{1,60}$|^\(?X?GDS\b.{0,20}\)?$|^CLASSIFIED BY\s*:?\s.{2,60}$|^(?:EXEMPT FROM |SUBJECT TO )?(?:THE )?(?:GENERAL |AUTOMATIC )?DECLASSIFICATION (?:SCHEDULE|BY)\b.*$|^AUTO(?:MATICALLY)? DECLASSIF\w+\b.*$|^Group [1-4]$|^Excluded from automatic downgrading.*$|^downgrading and declassification$|^\(?DECL\s*:\s*\S+\)?$|^UNCLASSIFIED (?:UPON|WHEN|WITH)\b.*$|^(?:UPON REMOVAL )?OF CLASSIFIED (?:ENCLOSURES?|ATTACHMENTS?).*$/i;

/** Release stamps of archives and agencies, with their file numbers and initials. */
const STAMP =
  /^(?:RELEASED?(?:\s*\/\s*RELEASED?)?(?: IN (?:FULL|PART).*)?|DECLASSIFIED(?:\s*(?:\/|IN|PER|BY|AUTHORITY|UNDER)\b.*)?|SANITIZED\b.*|NLS\b.*|NLR[A-Z]*\b.*|NLJ\b.*|NLE\b.*|NLC\b.*|(?:BY|By)\s+\S{1,8}\s*,?\s*NARA.*|.{0,20}\bNARA\b.{0,40}|FILE\s+[\w/-]+\s*[#*№]\s*\w+|[A-Z]{0,2}\d{2,3}-\d{2,5}(?:\/\d+)?\s*[#*№]\s*\w{1,6}|AUTHORITY\s+[A-Z]{2,4}\b.*|Approved For Release\b.*|CIA-RDP\w.*|(?:NSC|State|CIA|DOD|OSD|DIA|DOE)\b.{0,40}\b(?:Guidelines|waiver|ltr\.?|letter)\b.{0,40}|Photocopy (?:from|-) .*|COPY\b.{0,30}\bLIBRARY|(?:THE )?[A-Z]\w+ (?:PRESIDENTIAL )?LIBRARY(?: COPY)?|E\.?\s?O\.?\s?1\d{4},?\s*SEC.*)$/i;

/** What a memorandum of the White House asks for, beside its marking. */
const ROUTING = /^(?:URGENT )?(?:ACTION|INFORMATION)$/i;

const PAGE_NUMBER = /^(?:[-–—]\s*\d{1,4}\s*[-–—]|\d{1,3}|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\(\d{1,3}\))\.?$/i;

/** Offices in whose name a sheet is printed. */
const OFFICE =
  /^(?:THE\s+)?(?:WHITE HOUSE|(?:DEPUTY |UNDER |ACTING )?SECRETARY OF (?:STATE|DEFENSE|THE TREASURY|COMMERCE)|(?:UNITED STATES |U\.S\. )?DEPARTMENT OF (?:STATE|DEFENSE|JUSTICE|THE TREASURY|COMMERCE|ENERGY)|NATIONAL SECURITY COUNCIL|CENTRAL INTELLIGENCE AGENCY|(?:THE )?DIRECTOR OF CENTRAL INTELLIGENCE|(?:THE )?JOINT CHIEFS OF STAFF|EXECUTIVE OFFICE OF THE PRESIDENT|(?:THE )?VICE PRESIDENT|EMBASSY OF THE UNITED STATES OF AMERICA|AMERICAN EMBASSY|FOREIGN SERVICE OF THE UNITED STATES OF AMERICA|(?:THE )?ASSISTANT SECRETARY OF (?:STATE|DEFENSE)|OFFICE OF THE (?:SECRETARY|DIRECTOR|VICE PRESIDENT)[A-Z ]*)$/i;

const LETTERHEAD_PLACE = /^WASHINGTON(?:,?\s*D\.?\s*C\.?)?(?:\s+\d{5})?$/i;

/** A line without the marks that OCR puts around emphasis. */
export function withoutEmphasis(text: string): string {
  const start = EMPHASIS.exec(text)?.[0].length ?? 0;
  return text.slice(start, Math.max(start, endOfEmphasised(text))).trim();
}

/** Where the marks at the end of a line begin. From the end, since a pattern would look for the end of the line at every mark. */
function endOfEmphasised(text: string): number {
  let end = text.length;
  for (;;) {
    if (text.endsWith('~~', end)) end -= 2;
    else if (text.endsWith('*', end) || text.endsWith('_', end)) end--;
    else return end;
  }
}

/** Whether a line is the name of an office as a sheet has it printed. */
export function isLetterhead(text: string): boolean {
  return OFFICE.test(text);
}

/** Where a line stands, as far as its kind depends on it. */
export interface Surroundings {
  /** It is the first line of its group: an empty line or the text's beginning stands before it. */
  readonly startsGroup: boolean;
  readonly before: string | undefined;
  /** A title of its own stands below: `MEMORANDUM` above it is of the sheet. */
  readonly isTitled: boolean;
  /** It stands in a column of its own, beside something else. */
  readonly isBeside: boolean;
}

/** Whether a line is of a release stamp. */
export function isStamp(text: string): boolean {
  return STAMP.test(text);
}

/** What furniture a line is; undefined where it is of the text. */
export function furnitureOf(
  text: string,
  { startsGroup, before, isTitled, isBeside }: Surroundings,
): Furniture | undefined {
  const bare = withoutEmphasis(text);
  if (bare === '') return undefined;
  if (DECLASSIFICATION.test(bare)) return 'declassification';
  if (STAMP.test(bare)) return 'stamp';
  if (isMarkingLine(bare) && (bare !== text || bare === bare.toUpperCase())) return 'classification';
  if (PAGE_NUMBER.test(text) && (startsGroup || /^page\s\d/i.test(text))) return 'pageNum';
  if (isBeside && ROUTING.test(bare)) return 'routing';
  if (bare === 'MEMORANDUM' && isTitled) return 'letterhead';
  if (OFFICE.test(bare) && startsGroup) return 'letterhead';
  if (before === 'letterhead' && LETTERHEAD_PLACE.test(bare)) return 'letterhead';
  if (startsGroup && /^[A-Z]{2,3}$/.test(bare)) return 'initials';
  return undefined;
}
