import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { isTimeStamp, pageNumber } from '../cable-line.js';

/**
 * The title of the form on which telegrams were typed until machines printed them: of the Department of State (`INCOMING TELEGRAM`, `TELEGRAM SENT`,
 * `PARAPHRASE OF TELEGRAM RECEIVED`), of the services (`CLASSIFIED MESSAGE`, `NAVAL MESSAGE`), of the Foreign and Commonwealth Offices (`INWARD TELEGRAM`).
 */
export const TITLE =
  /^(?:(?:INCOMING|OUTGOING|INWARD|OUTWARD)\s+(?:(?:CLASSIFIED|SAVING|CYPHER|STATE|UNCLASSIFIED)\s+)?(?:TELEGRAM|MESSAGE|CABLE|CABLEGRAM|DISPATCH)|TELEGRAM\s+(?:RECEIVED|SENT)|(?:CLOSE\s+)?PARAPHRASE(?:D)?\s+(?:OF\s+)?(?:A\s+)?(?:[A-Z]+\s+){0,3}(?:TELEGRAM|CABLE|MESSAGE)|CLASSIFIED\s+(?:MESSAGE|CABLE)|CABLEGRAM|(?:NAVAL|JOINT|STAFF)\s+(?:MESSAGE|DISPATCH)(?:FORM)?)\b/i;
/** A title of what is sent off, whose sender is the house that the form is of. */
export const OUTGOING = /^(?:OUTGOING|OUTWARD)\b|^TELEGRAM\s+SENT\b/i;

/** What a label of a form asks for. */
export type FormLabelKind =
  | 'from'
  | 'to'
  | 'action'
  | 'info'
  | 'number'
  | 'date'
  | 'sent'
  | 'received'
  | 'precedence'
  | 'classification'
  | 'control';

/** A label with where its value begins. */
export interface FormLabel {
  readonly kind: FormLabelKind;
  /** The length of the label with its colon. */
  readonly label: number;
  readonly length: number;
}

const LABELS: readonly (readonly [RegExp, FormLabelKind])[] = [
  [/^(?:FROM|FM|ORIGINATOR)\s*:|^FROM$/i, 'from'],
  [/^(?:TO|SENT TO|ADDRESSEES?)\s*:|^TO$/i, 'to'],
  [/^ACTION(?:\s+(?:TO|ADDEES?))?\s*:/i, 'action'],
  [
    /^(?:INFO(?:RMATION)?(?:\s+(?:TO|ADDEES?))?|(?:RPTD|REPEATED|RPT)(?:\s+INFO(?:RMATION)?)?(?:\s+TO)?|COP(?:Y|IES) TO)\s*:|^INFO\s+(?=(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)\s+[A-Z])/i,
    'info',
  ],
  [/^(?:(?:TEL(?:EGRAM)?|MESSAGE|MSG|CABLE)\s*)?(?:NO|NR|NUMBER)\.?\s*:|^No\.\s*(?=\d)|^TELNO\.?\s*(?=\d)/i, 'number'],
  [
    /^(?:DATED?|DTG|DATE AND TIME|DATE[-/ ]TIME(?: GROUP)?)\s*:|^Dated\s+(?=[A-Z]\p{L}+\.? \d)|^OF\s+(?=\d{6}Z)/iu,
    'date',
  ],
  [/^(?:SENT|DE?I?SPATCHED|FILED|TIME OF ORIGIN|TOO|D(?:ESP)?)\s*[.:]\s*(?=[\dA-Z])/i, 'sent'],
  [
    /^(?:REC['’]?D|RECEIVED|RCVD|TOR|TIME RECEIVED|R)\s*[.:]\s*(?=[\dA-Z])|^(?:Rec['’]?d|Received)\s+(?=\S*\d)|^Rec['’]?d\s*:/i,
    'received',
  ],
  [/^PRECEDENCE\s*:/i, 'precedence'],
  [/^(?:SECURITY\s+)?CLASSIFICATION\s*:/i, 'classification'],
  [
    /^(?:Control(?:\s+No\.?)?|Origin|Orig|Unit|Ext|Conf|Routing|Charge(?:\s+to)?|Indicate|Distribution|Distr|File|Filed by|Drafter|Releaser|Released by|Releasing officer|Authenticating officer|Coordinating officers?|Copies|Telegraph|In|Out)\s*:|^Control\s+\d|^(?:CM-)?(?:IN|OUT)[- ]\d{3,6}\b/i,
    'control',
  ],
];

/** All of them in one, which says at once of most lines that they have none. */
const ANY_LABEL = new RegExp(LABELS.map(([{ source }]) => `(?:${source})`).join('|'), 'iu');

/** Reads the label that a cell of a form begins with. */
export function formLabel(text: string): FormLabel | undefined {
  if (!/^[A-Z]/i.test(text) || !ANY_LABEL.test(text)) return undefined;
  for (const [pattern, kind] of LABELS) {
    const label = pattern.exec(text)?.[0].trimEnd().length;
    if (label === undefined) continue;
    return { kind, label, length: label + (/^\s*/.exec(text.slice(label))?.[0].length ?? 0) };
  }
  return undefined;
}

/** British precedences that are no words of a marking. */
export const BRITISH_PRECEDENCE = /^(?:MOST IMMEDIATE|IMPORTANT|DEFERRED|EMERGENCY)\.?$/i;

/** `FROM BELGRADE TO FOREIGN OFFICE`: sender and receiver in one line, in capitals or headline style. */
const FROM_TO = /^(FROM\s+)(\p{Lu}[^:]{2,45}?)\s+((?:TO)\s+)(\p{Lu}[^:]{2,45})$/u;
const FROM_TO_MIXED = /^(From\s+)(\p{Lu}[^:]{2,45}?)\s+(to\s+)(\p{Lu}[^:.]{2,45})$/u;

/** Where the second half of such a line begins. */
export function fromTo(
  text: string,
): { readonly from: number; readonly second: number; readonly to: number } | undefined {
  if (!text.startsWith('F')) return undefined;
  const match = FROM_TO.exec(text) ?? FROM_TO_MIXED.exec(text);
  if (match === null || /\d/.test(text)) return undefined;
  const [, from = '', sender = '', to = ''] = match;
  const second = text.indexOf(to, from.length + sender.length);
  return { from: from.length, second, to: to.length };
}

/** `OPIM DIR INFO ELISABETHVILLE CITE LEOP 0712`: precedence, addressees and number of the Agency's messages. */
export interface CiteLine {
  readonly precedence?: string;
  readonly to?: string;
  readonly info: readonly string[];
  readonly station: string;
  readonly number: string;
}

const CITE =
  /^(?:TO\s+)?(?:(ROUTINE|RTN|PRITY|PRIORITY|OPIM|OP IMMED|IMMEDIATE|NIACT|FLASH|CRITIC)\s+)?(?:([A-Z][A-Z ,/.]*?)\s+)?(?:INFO\b:?\s*([A-Z][A-Z ,/.]*?)?\s*)?CITE\s+([A-Z][A-Z ]{1,20}?)\s*(\d{3,6})\b/;
/** First words of posts that have two. */
const TWO_WORDS =
  /^(?:ADDIS|ALMA|BUENOS|CAPE|DAR|EL|FORT|HONG|KUALA|LA|LAS|LE|LOS|NEW|PHNOM|PORT|PORTO|RIO|ST|SAN|SANTO|SAO|TEL|THE|WEST|EAST)$/;

/** Reads the line in which a message of the Agency says to whom it goes. */
export function citeLine(text: string): CiteLine | undefined {
  const match = text.includes('CITE') ? CITE.exec(text) : null;
  if (match === null) return undefined;
  const [, precedence, to, info = '', station = '', number = ''] = match;
  return {
    ...(precedence === undefined ? {} : { precedence }),
    ...(to === undefined ? {} : { to }),
    info: postsOf(info),
    station,
    number,
  };
}

/** Posts that commas part, or single words. */
function postsOf(words: string): readonly string[] {
  if (words.includes(',')) return words.split(/\s*,\s*/).filter((post) => post !== '');
  const posts: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = posts.at(-1);
    if (last !== undefined && (TWO_WORDS.test(last) || word === 'CITY')) posts[posts.length - 1] = `${last} ${word}`;
    else if (word !== '') posts.push(word);
  }
  return posts;
}

/** `-2- 5114, June 24, 2 p.m., from Beirut`, `Page 2 of telegram to Amembassy TEHRAN`, `-2-`, `PAGE 2` */
const PAGE_HEAD =
  /^[-–—]\s*\d{1,2}\s*[-–—](?:\s.{0,70}\b(?:from|to)\b.{1,40}|\s+#?\d{1,6}\b.{0,60})?$|^Page\s+\w+\s+of\s+(?:telegram|message|cable)\b.{0,60}$|^PAGE\s+\d{1,2}$|^\/?\d\/?\s*\.{3}$/i;

/** Whether a line is at the head of a further page of a form. */
export function isFormPageHead(text: string): boolean {
  return PAGE_HEAD.test(text) || pageNumber(text) !== undefined;
}

/** `BP:DMM`, `HJ:CES/18`, `PJB/14`, `EUR:LWH:NN`: who drafted and who typed. */
const INITIALS = /^\(?[A-Z]{1,4}(?:\s*[:/]\s*(?:[A-Za-z]{1,5}|\d{1,3}))+(?:[/-]\d{1,3})?\)?$|^\([A-Z]{2,4}\)$/;

/** `EA:FWCarrow:MLH            WE            A-A`: office, drafter and typist, with those who have initialled beside them. */
const DRAFTER = /^((?:[A-Z]{1,5}(?:[/-][A-Z]{1,5})*:)?[A-Z]{1,4}[A-Z]?[a-z][A-Za-z'’]+:[A-Za-z]{2,4})(?=\s{2,}|$)/;

/** The words by which a line of symbols says who drafted. */
export function drafterLine(text: string): string | undefined {
  return DRAFTER.exec(text)?.[1];
}

/** Whether a line holds nothing but the initials of who drafted and who typed. */
export function isInitials(text: string): boolean {
  return INITIALS.test(text);
}

/** What stands at the foot of a form, whatever its words say: rules for copies, stamps of offices, notes of the communications centre, marks of the end. */
const FOOT: readonly RegExp[] = [
  /\b(?:REPRODUCTION|EXACT COPY|PROHIBITED|FORBIDDEN|UNLESS.{0,20}UNCLASSIFIED)\b/i,
  /^(?:PERMANENT|RECORD COPY|COPY NO\.?|COPIES|ACTION COPY|ORIGINAL FILE COPY)\b.{0,40}$|\bcopy\b.{0,30}\b(?:returned|retained|destroyed|filed)\b/i,
  /^(?:THIS|THE)\s.{0,20}\b(?:COPY|TELEGRAM|MESSAGE)\b.{0,20}\b(?:MUST|SHOULD|MAY)\b/i,
  /^(?:DIVISION|DEPARTMENT|OFFICE|BUREAU|BRANCH|SECRETARIAT) OF\b[^.]{0,40}$/i,
  /^(?:NOTE|NOTES|FOOTNOTE)\s*[:.-]|^\*+\s?(?:NOTE|AS RECEIVED|OMISSION|GARBLE|CORRECTION|CS\b|WHSR)|^(?:CORRECTION|CORRECTED COPY|RELAYED|PASSED TO|REPEATED TO|ADVANCE COP(?:Y|IES)|ADV COPY|ADV COPIES|DISTRIBUTION|COPIES TO|COPY TO|HELD|READ BY|DELIVERED)\b.{0,80}$/i,
  /^\[(?:Repeated|Passed|Copies|Copy|Advance|Despatched|Distributed|Note)\b[^\]]*\]?$/i,
  /^(?:END(?: OF (?:MESSAGE|TEXT|TELEGRAM))?|End|BT|NNNN|AR|O\.?T\.?P\.?)\.?$/,
  /^([A-Z])\1{2,}$/,
  /^c\.?c\.?\s*:/i,
  /^CS COMMENT\b|^C\/S COMMENT\b|^\*+\s?WHSR\b/i,
  /^(?:GP|GROUP)[- ]?\d\.?$|^X?GDS(?:[- ]\d)?$/,
  /^(?:FORM|DS|OPNAV|CIA|JCS|WD AGO)\b[\s-]*(?:FORM|NO\.?)?\s*[\dA-Z-]*\d/,
  /^(?:CM-)?(?:IN|OUT)[- ]\d{3,6}\b/,
  /^\d{1,2}\/\d{1,2}\/\d{2,4}\b.{0,20}$/,
  // `852.6359/211`: the file.
  /^\d{3}[A-Z]?\.\d[\dA-Z.]{1,12}(?:\/[\d-]{1,12})?$/,
];

/** Where a message says that it ends. */
export const END_OF_MESSAGE = /^(?:END(?: OF (?:MESSAGE|TEXT|TELEGRAM))?|End|BT|NNNN)\.?$/;

/** Whether a line is of the foot of a form by its words. */
export function isFootForm(text: string): boolean {
  if (isInitials(text) || isTimeStamp(text) || isMarkingLine(text) || isFormPageHead(text)) return true;
  if (/^(?:action|info|control|received|sent)$/.test(formLabel(text)?.kind ?? '') && text.length <= 60) return true;
  return text.length <= 120 && FOOT.some((pattern) => pattern.test(text));
}
