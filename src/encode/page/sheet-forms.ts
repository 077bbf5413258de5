import { isDistributionBox, isFormPrint } from './form-print.js';

/**
 * What a line of a sheet can be by its form alone, whatever words it has: the number of a page or of the sheet, a stamp of an archive or of a registry,
 * the number of an exemption. Forms are evidence; where a line stands decides with them (`regions/line-scores.ts`).
 */

/** A form of what stands on a sheet and is not of its text; the value of `fw/@type`. */
export type SheetForm =
  | 'pageNum'
  | 'declassification'
  | 'stamp'
  | 'exemption'
  | 'number'
  | 'receipt'
  | 'symbol'
  | 'routing'
  | 'tab'
  | 'catchword'
  | 'form'
  | 'distribution';

/** The first word of the next page, at the foot of a British one: `/We`, `/4.`, `/...`. */
const CATCHWORD = /^\/\s?(?:\p{L}[\p{L}'’]{0,14}|\d{1,3}|\.{2,4})[.,]?$/u;

const MONTH = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC';

/** `- 2 -`, `-2-`, `2.`, `Page 2 of 5`, `(2)`, `2/`. */
const PAGE_NUMBER =
  /^(?:[-–—~.]{1,3}\s*\d{1,3}\s*[-–—~.]{1,3}|\(?\d{1,3}\)?|\d{1,3}\s?[/.]|(?:[Pp]age|PAGE|[Pp]g\.?|p\.)\s*[-–]?\s*\d{1,3}(?:\s*(?:of|OF|\/)\s*(?:[A-Z]{1,2}-)?\d{1,4})?\s?[-–.]?|(?:Page|PAGE)\s(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|TWO|THREE|FOUR|FIVE|SIX|SEVEN)|\d{1,3} of \d{1,3})$/;

/** `Page 2 of A-318 from Lagos`, `Page 3 of Despatch No. 412`: of which paper a page is. */
const PAGE_OF =
  /^(?:Page|PAGE)\s\d{1,3},?\s(?:of|OF|to|TO)\s(?:[A-Z]{1,4}-\s?\d{1,5}|(?:[Dd]esp(?:atch)?|[Dd]ispatch|[Aa]irgram|[Ll]etter|[Mm]emo(?:randum)?|[Tt]elegram|[Nn]ote|[Ee]ncl(?:osure)?|[Aa]nnex|[Tt]ab)\b\.?)[^.?!;]{0,40}$/;

/** The head of a printed page: its number set apart from a title in capitals. */
const PRINTED_HEAD =
  /^(\d{1,4})\s{3,}(?=.*\p{Lu}{3})[\p{Lu}\d\s.,'’&():;–-]{4,80}$|^(?=.*\p{Lu}{3})[\p{Lu}\d\s.,'’&():;–-]{4,80}\s{3,}(\d{1,4})$/u;

/** The number that a line prints for its page: alone, or in the head of a printed page; undefined where it has none. */
export function numberOfPage(text: string): number | undefined {
  const [, left, right] = PRINTED_HEAD.exec(text) ?? [];
  const digits = left ?? right ?? /\d{1,3}/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a line is the head of a printed page. */
export function isPrintedHead(text: string): boolean {
  return PRINTED_HEAD.test(text);
}

/** `DECL: OADR`, `Declassify on: …`, `XGDS-3`, `RDS-1, 3 5/20/00 (Vest, George S.)`, `GROUP 1 - Excluded from automatic`. */
const DECLASSIFICATION =
  /^\(?(?:(?:DECL|REASON|DERIVED|CLASSIFIED|DECLASSIFY|DOWNGRADE|REVIEW (?:ON|DATE|FOR)|EXTENDED BY|CL BY)\b[^:.]{0,14}[:.]\s?\S|REF\.?:?\s?(?:OADR|X?GDS)|(?:X?GDS|RDS|ADS|X[1-8])\b|OADR\b|REVIEW(?: ON)?\s+(?:\d|[A-Z][a-z]+ \d)|GROUP [1-4]\b|EXCLUDED FROM AUTOMATIC|DOWNGRADING AND DECLASS|DOWNGRADED (?:TO|AT)\b|CLASSIFIED BY\b|DERIVED FROM\b|DECLASSIFY ON\b|EXEMPT(?:ED)? FROM\b.{0,30}\b(?:DECLASS|SCHEDULE)|SUBJECT TO GENERAL DECLASS|(?:GENERAL |AUTOMATIC )?DECLASSIFICATION SCHEDULE|AUTOMATICALLY (?:DECLASS|DOWNGRAD)|UNCLASSIFIED (?:UPON|WHEN|WITH(?:OUT)?)\b|WHEN SEPARATED FROM|UPON REMOVAL OF|OF CLASSIFIED (?:ENCLOSURES?|ATTACHMENTS?)|(?:THIS|THE) (?:DOCUMENT|MATERIAL|MEMORANDUM) (?:CONTAINS|CONSISTS|MUST|MAY)\b|WARNING NOTICE|NOT RELEASABLE)/i;

/** Stamps of archives and of declassifiers. */
const STAMP =
  /^(?:DECLASSIFIED|NO OBJECTION TO DECLASS|SANITIZED|DECONTROLLED|RELEASED?(?:\s*(?:\/|IN\b|BY\b|$))|APPROVED FOR RELEASE|DENIED IN|EXEMPTED|CIA-RDP|PHOTOCOPY|REPRODUCED (?:AT|FROM)|FOI\b|FOIA\b|MANDATORY REVIEW|AUTHORITY\b|PER\s+(?:E\.?O\.?|\d)|NARA\b|NA(?:RA|RS) |NND\s?\d|NW\s?\d{4}|(?:State|DOS|Dept\.?|NSC|CIA|DOD|OSD|DIA|DOE|DoD|JCS)\b.{0,24}\b(?:Guidelines|waiver|ltr\.?|letter|review|memo)\b|.{0,50}\b(?:(?:Presidential|Ford|Carter|Johnson|Kennedy|Eisenhower|Truman|Nixon|Reagan|Bush|Roosevelt|Hoover) )?Library(?: Copy)?$|(?:VERIFAX|XEROX|THERMO-?FAX|PHOTOSTAT|CARBON|MICROFILM) COPY|(?:Approved|Cleared) in [A-Z]{1,5}(?:\/[A-Z-]{1,6})?(?:\s.{0,20})?$|(?:THE )?(?:PRESIDENT|PRES\.?|VICE PRES(?:IDENT|\.)|VICE PRESIDENT|SECRETARY|SEC ?DEF|SEC ?STATE|DEP ?SEC ?DEF|UNDER SECRETARY|DIRECTOR|AMBASSADOR|PRIME MINISTER) HAS (?:SEEN|READ)(?:\s?_{1,}.{0,8}|\s+\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?$|Electrostatic (?:Copy|Reproduction)\b.{0,40}$|(?:for )?Preservation (?:Copy|Purposes)$|[A-Z]{2,5} Declassified\b|COPY (?:FROM|OF)?\s?.{0,20}LIBRARY)|\bE\.?\s?O\.?\s?1[0-9]{4}\b|\bNAR[AS]\b|^By\s+\S.{0,24}(?:\bDate\b|\d\/\d{2}$)|\bNL[A-Z]{1,3}\b.{0,16}\d|\bMR[- ]?(?:NL|\d\d)|^(?:F|M|N|S)?\d{2,4}-\d{2,6}(?:\/\d+)?(?:-[A-Z]{1,3})?\s*[#*№(]\s*\w{1,5}|^FILE\s+\S+\s*[#*№]|^\d{4}-\d{4}-[A-Z]{1,3}\b|^SEC(?:T|TION)?\.?\s?\d\.\d/i;

/** Initials and a date of figures, alone: who stamped. */
const STAMPED_BY = /^(?:By:?\s+)?[A-Z]{2,4}\s*,?\s+\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/;

/** A date as a rubber stamp has it: `NOV 21 1946`, `1961 SEP 6 PM 3 22`, `24 MAR 1954`. */
export const STAMPED_DATE = new RegExp(
  `^(?:(?:${MONTH})\\.?\\s\\d{1,2}\\s+\\d{1,2}\\s?[:.]?\\s?\\d\\d\\s?[AP]\\.?M\\.?\\s+(?:19|['’])?\\d\\d|(?:RECEIVED|REC['’]?D\\.?|FILED|SENT|DISPATCHED)?\\s*(?:${MONTH})\\.?\\s?\\d{1,2},?\\s+(?:19\\d\\d|['’]?\\d\\d)|\\d\\s?\\d?\\s(?:${MONTH})\\.?\\s(?:19)?\\d\\d|(?:19)?\\d\\d\\s(?:${MONTH})\\.?\\s\\d{1,2})(?:[\\s.,]*[AP]\\.?\\s?M\\.?.{0,9})?$`,
);

/** `RECEIVED`, `REC'D`, `FILED`, `DISPATCHED` alone, or with the office. */
const RECEIPT =
  /^(?:RECEIVED|REC['’]?D\.?|FILED|DISPATCHED|ANSWERED|ACTION COPY|INDEXED|PASSED TO FILE)(?:\s+(?:IN|BY|AT|FOR)?\s?[A-Z/ .]{0,30})?$/;

/** The day, with a year or none, on which a paper came to a registry: `REC'D FEB 24`, `LOGGED 3/3/59`, `Filed 24 Feb. 1959`. */
const RECEIVED_ON = new RegExp(
  `^(?:RECEIVED|REC['’]?D\\.?|FILED|LOGGED(?: IN| OUT)?|INDEXED|ANSWERED|DISPATCHED)[:\\s]\\s*(?:(?:${MONTH})[A-Z]*\\.?\\s?\\d{1,2}|\\d{1,2}\\s(?:${MONTH})[A-Z]*\\.?|\\d{1,2}[/-]\\d{1,2})(?:[,\\s/-]\\s?(?:19)?\\d\\d)?$`,
  'i',
);

/** The numbers of exemptions: `(b)(1)`, `(b) (1) (B)`, `1.4(c)`, `25X1`, `3.3(b)(1)`, `E.O. 25x(6)`, `b1`. */
export const EXEMPTION =
  /^(?:\[?5X\d|[[(]?(?:OSD|CIA|NSC|STATE|JCS)?\s?(?:(?:\(?b\)?\s?\(?[1-9]\)?(?:\s?\([A-Z1-9]\))?)|(?:1|3|6)\.[1-6]\s?\(?[a-h]?\)?(?:\s?\(\d\))?(?:\(?[a-h]\)?)?|(?:25|50)X\d?(?:\s?\(?\d?\)?)?|5 U\.?S\.?C\.? ?552.{0,12})\]?[\s,;/&]*){1,4}$/i;

/** Numbers of registries: `8702114`, `RR 7526114`, `SYSTEM II 91107`, `COPY NO. 14`, `840.6354/11-946`, `S/S 8012345`, `LOG NO. 1234`. */
const NUMBER =
  /^(?:\d{3,8}(?:-[A-Z]{1,2})?|\d{2}-\d{4,6}(?:\s+\/\s?\.{2,4})?|(?:[A-Z][a-z]+ )?Registry|SYSTEM [IVX]{1,3}|(?:(?:Official |Our )?(?:Letter|Despatch|Desp\.|Dispatch|Note|Airgram|Ref\.?|Reference)\s)?N(?:o\.?|r\.?|[º°]\.?)\s?(?:[A-Z]{1,4}-?)?\d[\dA-Z]{0,6}(?:[/.-][\dA-Z][\w.-]*)*|A-\d{1,4}|[A-Z]{2,6}(?:[/ ][A-Z]{1,5}){0,3}-\d{1,3}(?:\/\d{1,2})?|\d{3,6}\/\d{1,6}(?:\/\d{1,4})?[A-Z]?|(?:[A-Z]{1,4}\.?){1,4}\s?\(\d{2,4}\)(?:\s?\d{1,4})?|[A-Z]{1,5}(?:\/[A-Z]{1,4}(?:\.\d{1,3})?)*\/(?:[A-Z]{1,4}\.)?\d{1,5}(?:\/(?:Rev|Add|Corr)\.\s?\d{1,2})?|(?:XR )?[A-Z]{2,4}(?: [A-Z]{2,4})? \d{1,2}(?:-\d{1,2})?(?: [A-Z]{2,8}(?:-[A-Z]{2,6})?)?|(?:Reg|Cont|Proc|Ser|[A-Z][a-z]{1,3} [A-Z][a-z]{1,4} Cont)\.?\s(?:No\.?|Nr\.?|#)?\s?[A-Z]{0,2}-?\d[\d,./-]{2,}|(?:[A-Z]{1,4}[\s#/.-]{0,2}){1,4}\d{1,3}(?:,\d{3}|\d{2,6})(?:[-/]\d{1,6})?[A-Z]?|(?:NSC\/S )?(?:SYSTEM|SYS\.?|PROFILE|LOG|NSC\s?#|ID|CONTROL|SERIAL|REG(?:ISTRY)?|CASE|DOC)\b[\sA-Z#.:]{0,10}\d[\d-]{1,9}|NSC\/S PROFILE|(?:COPY|Copy)\s?(?:(?:NO|No)\.?)?\s?[#_]?\s?\d{1,3}(?:\s(?:OF|of)\s\d{1,3}(?:\s(?:COPIES|copies))?)?(?:,? SERIES [A-Z])?|(?:PAGE|Page)s?\s\d{1,3}\s(?:COPY|Copy)\s\d+|(?:[A-Z]{1,4}\s)?\d{2,3}[A-Z]?\.\d[\w.]*(?:\s?\/\s?[\d-]+[\w-]*)+|\(?[A-Z]{1,3}\s?\d{1,5}\/\d{1,5}(?:\/\d{1,3})?\s?[A-Z]?\)?)$/;

/** `S/S`, `EE`, `CS/V`, `GPS`: the symbol of an office or the initials of a person, alone. */
const SYMBOL = /^(?:[A-Z]{1,5}(?:[/-][A-Z]{1,6}){0,3}|[A-Z]{2,4})$/;

/** What is to be done with a paper. */
const ROUTING =
  /^(?:URGENT\s+)?(?:ACTION|INFORMATION|INFO COPY|ACTION COPY|ACTION REQUIRED|FILE COPY|FILE|OUTGOING|INCOMING|ORIGINAL|RUSH|NON-?LOG|OUTSIDE (?:THE )?SYSTEM|HAND CARRY|PRIORITY|IMMEDIATE|OPERATIONAL IMMEDIATE|MOST IMMEDIATE|NIACT(?: IMMEDIATE)?|FLASH|ROUTINE|URGENT|EMERGENCY|DEFERRED|BY HAND|VIA (?:COURIER|POUCH|AIR POUCH)|AIR POUCH|REDRAFT|RETURN TO .{2,30})$/i;

/** `TAB A`, `ANNEX II` alone: what a sheet is to another. */
const TAB =
  /^(?:TAB|ATTACHMENT|ANNEX|APPENDIX|ENCLOSURE|INCLOSURE)\s(?:NO\.?\s?)?(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:-?\d)?$|^(?:Tab|TAB|Attachment|ATTACHMENT|Annex|ANNEX|Appendix|APPENDIX|Enclosure|ENCLOSURE|Inclosure|INCLOSURE)\s(?:(?:(?:[Nn]o|NO)\.?\s?)?(?:[A-Z]|\d{1,2}|[IVX]{1,4})\s)?(?:to|TO|in|IN|with)\s.{3,60}$|^Tab\s(?:[A-Z]|\d{1,2}|[IVX]{1,4})$/;

/** The print of forms: their numbers, their instructions, and the boxes of routing slips. */
const PRINTED =
  /\b(?:OPTIONAL|STANDARD|FORM|DS|GPO|FSA|DD)\s?(?:FORM\s)?(?:NO\.?\s?)?-?\d{1,5}\b.{0,40}$|\bthis form\b|^(?:In reply(?:ing)?,? (?:please )?(?:refer to|quote|address)|Refer to(?=:|$)|(?:Please )?(?:Quote|refer) in reply|Address (?:all )?(?:official )?(?:communications?|repl(?:y|ies)) to)\b.{0,50}$|\(Rev\.|\bGSA\b.{0,20}FPMR|^(?:X\s+)?(?:Action|Approval|Approve|As Requested|Circulate|Comment|Coordination|File|For Clearance|For Correction|For Your Information|Information|Investigate|Justify|Note and Return|Per Conversation|Prepare Reply|See Me|Signature|Initials|Date|Necessary Action|Note & Return)(?:\s{2,}(?:X\s+)?(?:Action|Approval|As Requested|Circulate|Comment|Coordination|File|For Clearance|For Correction|For Your Information|Information|Investigate|Justify|Note and Return|Per Conversation|Prepare Reply|See Me|Signature|Initials|Date)){1,3}$/;

/** What those who reproduce a sheet print below it, however long: `Digitized from Box 9 of …`. */
const PROVENANCE =
  /^(?:Digiti[sz]ed|Reproduced|Photocopied|Scanned|Copied|Microfilmed|Photocopy|Reproduction|Declassified|Sanitized|No Objection To|Approved For Release|CLOSED UNDER)\s(?:from|at|by|per|in|on|under|and|to|for|the|declass|\d)/i;
const LONGEST_PROVENANCE = 180;

/** Whether a line begins as what is printed below a reproduced sheet. */
export function isProvenance(text: string): boolean {
  return PROVENANCE.test(text) && !/\.$/.test(text);
}

/** `[seal]`, `(Seal of the Ministry)`, `[signature]`, `(Copy held in FE/EX)`: what stands on the sheet, said in brackets. */
const SAID =
  /^[([](?:seal|emblem|crest|coat of arms|l\.\s?s\.|stamp(?:ed)?|signature|illegible|copy held|handwritten|hand[- ]?written|in (?:ink|pencil|manuscript)|marginal(?:ia| note)|marginal comment|initial(?:l?ed)?|rubber stamp|typed note|note in|(?:security )?classification|drafting office|approving office|originating office|office symbol|pencil(?:l?ed)?|manuscript|received)\b[^)\]]{0,90}[)\]]$/i;

/** The form of a line; undefined where it has none that the sheet's own lines have. */
export function sheetForm(text: string): SheetForm | undefined {
  if (text.length > 110) return text.length <= LONGEST_PROVENANCE && isProvenance(text) ? 'stamp' : undefined;
  if (isOfSentence(text)) return undefined;
  const first = text.charCodeAt(0);
  const bare = text.replace(/^[~*_|\s"'“”]+|[~*_|\s"'“”]+$/g, '');
  if (isProvenance(bare)) return 'stamp';
  if (text.startsWith('/') && CATCHWORD.test(text)) return 'catchword';
  const hasDigit = /\d/.test(text);
  if ((text.length <= 16 && PAGE_NUMBER.test(text)) || (first === 80 && PAGE_OF.test(text))) return 'pageNum';
  if (hasDigit && PRINTED_HEAD.test(text)) return 'pageNum';
  if (hasDigit && bare.length <= 40 && EXEMPTION.test(bare)) return 'exemption';
  if (DECLASSIFICATION.test(bare)) return 'declassification';
  if ((hasDigit && (STAMPED_DATE.test(bare) || RECEIVED_ON.test(bare))) || RECEIPT.test(bare)) return 'receipt';
  if (STAMP.test(bare) || (hasDigit && STAMPED_BY.test(bare))) return 'stamp';
  return printedForm(text, bare) ?? shortForm(bare, hasDigit);
}

/** Whether a line goes on with a sentence or a bracket of the text. */
function isOfSentence(text: string): boolean {
  const first = text.charCodeAt(0);
  const isSmall = (first >= 97 && first <= 122) || first > 127;
  return (
    isSmall &&
    // The end of a bracket in the text: `[less than 1 line not` / `declassified] says otherwise.`
    (/^(?:declassified|deleted|redacted|excised)[\].,]/.test(text) ||
      // … and a sentence that goes on with a small letter: `authority of this headquarters.`
      /^(?!by\b|per\b)\p{Ll}\p{L}*(?:[ ,]+\p{Ll}{2,}){2,}/u.test(text))
  );
}

/** What is printed on a sheet, or says what sheet it is. */
function printedForm(text: string, bare: string): SheetForm | undefined {
  if (TAB.test(bare)) return 'tab';
  if (PRINTED.test(bare) || (isBracketed(text) && SAID.test(text)) || isFormPrint(bare)) return 'form';
  return isDistributionBox(bare) ? 'distribution' : undefined;
}

function isBracketed(text: string): boolean {
  return text.startsWith('(') || text.startsWith('[');
}

function shortForm(bare: string, hasDigit: boolean): SheetForm | undefined {
  if ((hasDigit || /Registry$|^SYSTEM |^NSC/.test(bare)) && NUMBER.test(bare)) return 'number';
  if (ROUTING.test(bare)) return 'routing';
  if (SYMBOL.test(bare)) return 'symbol';
  return undefined;
}
