import { type ClassificationLine, classificationLine } from '../../../grammar/classification-line.js';
import { type DateTimeGroup, dateTimeGroup } from '../../../grammar/date-time-group.js';
import { NUMBER_WORDS, numberOfWord } from '../../../grammar/number-words.js';
import { isMarkingLine } from '../../regions/constructs/marking-line.js';

/** A label of the caption block: `E.O. 11652: GDS`, `TAGS: PFOR, UR`, `SUBJ:`, `REFS: (A) STATE 1234`. */
export interface CaptionLabel {
  readonly name: 'eo' | 'tags' | 'subject' | 'references' | 'classified-by';
  /** The length of the label with its colon. */
  readonly length: number;
}

const CAPTIONS: readonly (readonly [RegExp, CaptionLabel['name']])[] = [
  [/^E\.?\s?O\.?\s?:?\s?1\d{4}\s*(?::|(?=\s|$))/i, 'eo'],
  [/^TAGS?\s*:|^TAGS(?=\s+[A-Z]{2,4}(?:,|$))/i, 'tags'],
  [/^SUBJ(?:ECT)?\.?\s*[:;]/i, 'subject'],
  [/^REF(?:S|ERENCES?|TEL|TELS)?\s*(?:\([A-Z]\)\s*)?:/i, 'references'],
  // Without its colon only where nothing but posts and numbers follow
  [/^RE(?:F(?:S|TEL|TELS)?|:)(?=\s+(?:\(?A[.)]\s*)?[A-Z][A-Z ]{2,20}\s\d{3,6}\b[^a-z]{0,60}$)/, 'references'],
  [/^(?:\([UCS]\)\s*)?(?:CLASSIFIED BY\b(?:\s*:)?|(?:DERIVED FROM|DECLASSIFY ON|REASONS?)\s*:)/i, 'classified-by'],
];

/** Reads the label of a line of the caption block. */
export function captionLabel(line: string): CaptionLabel | undefined {
  if (!/^[ECDTRS(]/i.test(line)) return undefined;
  for (const [pattern, name] of CAPTIONS) {
    const length = pattern.exec(line)?.[0].length;
    if (length !== undefined) return { name, length };
  }
  return undefined;
}

/** The label of an address, with where the address begins. */
export interface AddressLabel {
  readonly name: 'FM' | 'TO' | 'INFO';
  /** The length of the label with its colon. */
  readonly label: number;
  readonly length: number;
}

const ADDRESS =
  /^(?:(FM|FROM)|(T[O0]|ACTION)|(INF[O0]|INFORMATION))(?:\s*:|(?=\s))\s*(?=\S)|^(?:(SENT TO)|((?:RPTD|REPEATED|RPT)(?: INFO| TO)?))\s*:\s*(?=\S)/;

/** `FM`, `TO`, `INFO`, `ACTION` with the address after it; on forms `SENT TO:`, `RPTD INFO:`. Offices with copies (`INFO  OCT-01`) are no addresses. */
export function addressLabel(line: string): AddressLabel | undefined {
  const match = ADDRESS.exec(line);
  if (match === null || /^[A-Z]{1,6}-\d{2}\b/.test(line.slice(match[0].length))) return undefined;
  const name = match[1] !== undefined ? 'FM' : (match[2] ?? match[4]) !== undefined ? 'TO' : 'INFO';
  return { name, label: match[0].trimEnd().length, length: match[0].length };
}

/** What a cable's page carries besides its text; the value of `fw/@type`. */
export type CableFurniture =
  | 'pageNum'
  | 'classification'
  | 'transmission'
  | 'distribution'
  | 'drafting'
  | 'control'
  | 'stamp'
  | 'section'
  | 'attributes'
  | 'rule';

const NUMBER_WORD = `(?:${NUMBER_WORDS.join('|')})`;

/** The head of a page: its number, and the message that it is of; a sentence that begins with “PAGE” is none. */
const PAGE_HEAD = new RegExp(
  `^\\(?PAGE\\s+(\\d{1,3}|${NUMBER_WORD})\\)?(?:\\s+OF\\s+\\d{1,3})?` +
    "(?:\\s+(?!OF )[A-Z][A-Z .'-]{1,30}?\\s*#?\\d{3,8}(?:/\\d{1,2})?[A-Z]?" +
    '(?:\\s+(?:\\d{1,3}\\s+OF\\s+\\d{1,3}|\\d{6}Z(?:\\s+[A-Z]{3}(?:\\s+\\d{2})?)?|[A-Z]{3}:\\s*\\S.*|(?:[A-Z]\\s+){4,}.*|UNCLAS.*|SECRET.*|CONFIDENTIAL.*|LIM.*|[A-Z]{0,3}\\d{1,6}(?:/\\d{1,3})?))*)?$',
);
/** `- 2 -`, `PAGE 2`, `2 of 3` in a cell of its own. */
const PAGE_CELL = /^(?:[-–—]\s?(\d{1,3})\s?[-–—]|PAGE\s+(\d{1,3})(?:\s+OF\s+\d{1,3})?|(\d{1,2})\s+OF\s+\d{1,2})$/i;
/** What can stand beside the number of a page: the post with its number, a number of control. */
const BESIDE_PAGE = /^(?:[A-Z][A-Z .'-]{1,30}\s#?\d{3,8}|#?\d{3,8}|[A-Z]{1,4}[\d-]{3,9}|MRN.*)$/;

/** The post, whose number stands in a cell of its own: `PAGE 02 OF 02  STATE  271830   C12/14`. */
const POST_CELL = /^[A-Z][A-Z .'-]{1,24}$|^[A-Z]?\d{1,3}\/\d{1,3}$/;
const MOST_CELLS = 8;

/** The number of a page in a line of cells, each of which is of the page: `- 2 -     CONFIDENTIAL       RABAT 9417`. */
function pageOfCells(line: string, gap: RegExp): number | undefined {
  const cells = line.split(gap);
  if (cells.length > MOST_CELLS) return undefined;
  const page = cells.map((cell) => PAGE_CELL.exec(cell)).find((match) => match !== null);
  if (page === undefined) return undefined;
  const others = cells.filter((cell) => !PAGE_CELL.test(cell));
  const isNamed = page[2] !== undefined && others.some((cell) => /^#?\d{3,8}$/.test(cell));
  const areOfPage = others.every(
    (cell) => BESIDE_PAGE.test(cell) || MARK.test(cell) || isMarkingLine(cell) || (isNamed && POST_CELL.test(cell)),
  );
  return areOfPage ? Number(page[1] ?? page[2] ?? page[3]) : undefined;
}

/** `-2- 1021, October 14, from Vientiane`: the head of a later page, as the Department typed it. */
const LATER_PAGE = /^[-–—]\s?(\d{1,2})\s?[-–—],?\s+(?:#|No\.?\s*)?\d{1,5},\s.{3,40}\bFROM\s.{2,30}$/i;

/** `VILNIUS 00000412  002 OF 002` */
const RUNNING_NUMBER = /^[A-Z][A-Z .'-]{2,30}\s\d{5,8}\s+\d{3}\s+OF\s+\d{3}$/;

/** The number of the page that a line heads; undefined for any other line. */
export function pageNumber(line: string): number | undefined {
  if (line.length > 140) return undefined;
  const later = LATER_PAGE.exec(line)?.[1];
  if (later !== undefined) return Number(later);
  const match = PAGE_HEAD.exec(line);
  const plain = /^Page\s+(\d{1,3})(?:\s+of\s+\d{1,3})?$/i.exec(line);
  if (plain !== null) return Number(plain[1]);
  if (match !== null) return /\d/.test(match[1] ?? '') ? Number(match[1]) : numberOfWord(match[1] ?? '');
  if (/^[-–—]\s?\d|\S\s{2,}\S/.test(line)) {
    const page = pageOfCells(line, /\s{3,}/) ?? pageOfCells(line, /\s{2,}/);
    if (page !== undefined) return page;
  }
  return RUNNING_NUMBER.test(line) ? Number(/(\d+)\s+OF/.exec(line)?.[1]) : undefined;
}

/** Where a message ends. */
const END = /^(?:N{3,4}(?:[A-Z]{0,8}ZCZC?\S*)?|<+\s*END OF DOCUMENT\s*>+|BT|#\d{3,5}|MESSAGE ATTRIBUTES)$/i;
/** Where its sheet ends: what follows is another message, or of the archive. */
const LAST = /^(?:N{4}(?:[A-Z]{0,8}ZCZC?\S*)?|<+\s*END OF DOCUMENT\s*>+|MESSAGE ATTRIBUTES)$/i;

/** What stands on its line alone in the routing of a message (ACP 127). */
const ROUTING =
  /^(?:V?ZCZC\S*(?:\s\S+){0,4}|[ZOPRYW]{2}(?:\s+[RYZ][A-Z]{3,7})+(?:\s+DE\s.*)?|DE\s+[RYZ][A-Z]{3,7}\s+#?\d.*|ZNY\b.*|ZNR\b.*|ZZH|[ZOPRYW]TT[A-Z]{4}\b.*|ZFD\b.*|OP IMMED|QQQQ)$/;

/** Whether a line stands alone in the routing of a message. */
export function isRouting(line: string): boolean {
  return ROUTING.test(line);
}

const MARK =
  /^[-–—~*\s]*(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|RESTRICTED)(?:\s{2,}[A-Z]{2,4}\d{3,6})?[-–—~*\s]*$/;
const ARCHIVE =
  /\bDeclassified\/Released\b|\bSystematic Review\b|^(?:Sheryl P\. Walter|Margaret P\. Grafeld)\b|^(?:DECLASSIFIED|SANITIZED)(?:\s*(?:\/|IN|PER|BY|AUTHORITY|UNDER|E\.?O\.?)\b.*)?$|^NLR?[A-Z]{0,3}\s.*\d|^BY\s+\S{1,8},?\s*NARA\b|^(?:[A-Z]+ )?RELEASED? IN (?:FULL|PART)\b|\bCase No\.?\s*[A-Z]|\bDoc(?:ument)? No\.?\s*C\d|^(?:Authority|AUTHORITY)\s+NND\b|^(?:Message|Cable) Text:?$|^EO Systematic Review\b|^(?:REVIEW AUTHORITY|DATE\/CASE ID|CLASSIFICATION AUTHORITY)\s*:|^UNITED STATES DEPARTMENT OF STATE$|^US Department of State\b/i;
/** `--------------------- 045678`, `------------------062281 061535Z /62` */
const TIME_RULE = /^-{5,}\s*[0-9A-F]{4,8}(?:\s+\d{6}Z)?(?:\s*\/\d+)?$/;

/** A stamp of the communications centre: `1967 AUG 2 PM 2 41`, `Nov 19  4 32 PM '66`, `FEB 14 1731Z 61`. */
const TIME_STAMP =
  /^(?:(?:19\d{2}|['’]?\d{2})\s+[A-Z]{3}\.?\s+\d{1,2}\s+(?:[AP]M\s+\d{1,2}[ :.]\d{2}|\d{1,2}[ :.]\d{2}\s*(?:[AP]M)?|\d{4}Z?)|[A-Z]{3}\.?\s+\d{1,2},?\s+(?:\d{1,2}[ :.]\d{2}\s*[AP]\.?M\.?|[AP]M\s+\d{1,2}[ :.]\d{2}|\d{4}Z)\s+(?:['’]?\d{2}|19\d{2}))$/i;

/** Whether a line is the stamp of a clock: when a message was received, or sent off. */
export function isTimeStamp(line: string): boolean {
  return TIME_STAMP.test(line);
}

/** What only the head of a page has. */
const HEAD: readonly (readonly [RegExp, CableFurniture])[] = [
  [TIME_RULE, 'transmission'],
  [/^(?:ACTION|ORIGIN)\s+[A-Z]{1,6}-\d{2}\b.*$/, 'distribution'],
  [/^(?:(?:INFO|COPY)\s+)?(?:[A-Z][A-Z/]{0,6}-\d{2}(?:\s+|$))+(?:\/\d{3}\s*[A-Z]{0,2}\d?)?$/, 'distribution'],
  [/^\/\d{3}\s*[A-Z]{1,2}\d?$/, 'distribution'],
  [/^DESIRED DISTRIBUTION\b.*$/, 'distribution'],
  [/^(?:DISTR(?:IBUTION)?|[A-Z ]*ASSIGNED DISTRIBUTION|DISSEMINATION|SIT|CHARGE)\s*:.*$/, 'distribution'],
  [/^(?:[A-Z]{2,4}\d{3,6}|\d{1,6}|[A-Z]{2,3} [A-Z]{2,3})$/, 'control'],
];

/** The labels of who drafted, cleared and approved a cable. */
export const DRAFTING_LABEL =
  /^(?:(?:DRAFTED|APPROVED|CLEARED|CONCURRED)(?:\s+(?:BY|WITH))?|(?:DRA?FTD?|APPR(?:VD?)?|CLE?A?RD?|CONC|AUTH)(?=\s*:)|(?:CLASSIFICATION APPROVED|AUTHORIZED|RELEASED)\s+BY|(?:DRAFTING OFFICER|APPROVING OFFICER|AUTHORIZING OFFICER|CLEARANCES?|CONCURRENCES?))(?:\s*:|(?=\s)|$)/i;

/** What a line by itself is taken for, whatever stands around it. */
export interface Signs {
  readonly group: DateTimeGroup | undefined;
  readonly address: AddressLabel | undefined;
  readonly message: ClassificationLine | undefined;
  readonly caption: CaptionLabel | undefined;
  readonly page: number | undefined;
  /** What it is of the page, wherever it stands. */
  readonly furniture: CableFurniture | undefined;
  /** What it is of the page where it stands at its head. */
  readonly head: CableFurniture | undefined;
  readonly isRouting: boolean;
  readonly isEnd: boolean;
  readonly isLast: boolean;
}

/** A longer line is no sign of a message, but for the beginning of a caption. */
export const LONGEST_SIGN = 200;
const NONE: Signs = {
  group: undefined,
  address: undefined,
  message: undefined,
  caption: undefined,
  page: undefined,
  furniture: undefined,
  head: undefined,
  isRouting: false,
  isEnd: false,
  isLast: false,
};

/** Reads what a line can be. */
export function signsOf(line: string): Signs {
  if (line.length > LONGEST_SIGN) return { ...NONE, caption: captionLabel(line) };
  const page = pageNumber(line);
  const isEnd = END.test(line);
  const isRouted = isRouting(line);
  const furniture = page !== undefined ? 'pageNum' : ofPage(line, isEnd || isRouted);
  return {
    group: furniture === undefined ? dateTimeGroup(line) : undefined,
    address: addressLabel(line),
    message: page === undefined ? classificationLine(line) : undefined,
    caption: captionLabel(line),
    page,
    furniture,
    head: furniture ?? HEAD.find(([pattern]) => pattern.test(line))?.[1],
    isRouting: isRouted,
    isEnd,
    isLast: LAST.test(line),
  };
}

function ofPage(line: string, isOfTransmission: boolean): CableFurniture | undefined {
  if (isOfTransmission) return 'transmission';
  if (MARK.test(line)) return 'classification';
  return ARCHIVE.test(line) || isTimeStamp(line) ? 'stamp' : undefined;
}
