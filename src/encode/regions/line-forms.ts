import { readHeading } from '../../grammar/heading.js';
import { genreOf } from '../../grammar/heading-genre.js';
import { wordsOf } from '../../grammar/spaces.js';
import { withoutSpelling } from '../../grammar/spelled-letters.js';
import { type HeadLabel, headLabel } from '../facts/head-label.js';
import { mendedCapitals } from '../facts/title-genre.js';
import { readTypedDateline } from '../facts/typed-date.js';
import type { SheetLine } from '../page/sheet.js';
import { isSignature } from './constructs/closer.js';
import { isSalute } from './constructs/opener.js';

/** What a line can be by its words; evidence, as is where it stands. */
export interface LineForms {
  readonly label: HeadLabel | undefined;
  readonly isSalute: boolean;
  /** The line is a date, or a place and a date. */
  readonly isDate: boolean;
  readonly isClose: boolean;
  readonly isName: boolean;
  /** Signed by hand or for another: `/s/ C. E. Wilson`, `for Nicholas Platt`. */
  readonly isSigned: boolean;
  readonly isTitle: boolean;
  /** The time of a meeting alone. */
  readonly isTime: boolean;
  readonly isOffice: boolean;
  readonly isTown: boolean;
  readonly isDecision: boolean;
  readonly isEnclosures: boolean;
  readonly isDrafting: boolean;
  readonly isStatus: boolean;
  readonly isHonorific: boolean;
  /** A label of a paragraph, an item: `1.`, `(a)`, `--`. */
  readonly item: string | undefined;
  /** `NAME: …` before a sentence. */
  readonly isSpeech: boolean;
  /** The line is a sentence, or the beginning or the end of one. */
  readonly isSentence: boolean;
  /** How much the line looks like a note of a hand. */
  readonly hand: number;
}

/** Complimentary closes. */
const CLOSE =
  /^(?:(?:I (?:am|remain|have the honou?r to be)|Believe me),?(?:\s(?:Sir|Madam|My Dear .{2,30}|with .{5,60}|dear .{2,30}|Excellency|Gentlemen|[Yy]our .{3,40}))?,?$|(?:Very |Most |Yours )?(?:sincerely|respectfully|faithfully|cordially|truly|affectionately|obediently|ever|as ever|fraternally|gratefully)(?: (?:yours|submitted|and respectfully|yours,?))?,?$|Yours (?:very |most )?(?:sincerely|truly|respectfully|faithfully|ever|etc|cordially|obediently|aye)\b.{0,12}$|Yours,?$|Yrs\.?(?: (?:ever|aye|truly|sincerely))?,?$|(?:With|In) (?:\p{L}+ ){0,5}(?:regards?(?! to\b)|wishes|respects?(?! to\b)|esteem|consideration|appreciation|friendship|thanks|assurances?|greetings)\b.{0,70}[,.]?$|(?:Kind|Warm|Best|Warmest|Kindest|All best|All the best|Cordial|Personal)\b.{0,20}(?:regards|wishes|greetings)?,?$|As ever,?$|Your (?:obedient|humble|most).{3,40}$|(?:Please )?accept,? .{10,90}(?:assurances?|consideration).{0,40}$|(?:For|By direction of|By order of) (?:the )?\p{L}.{2,50}:$)/iu;

const SIGNED =
  /^(?:\/\s?s\s?\/|[[(](?:s|sgd?\.?|signature|initial(?:l?ed)?)[\])]|s\/\s|[[(]?(?:signed|sgd\.?)[\])]?:?\s)\s*(?=\p{L})|^(?:\/\s?s\s?\/|[[(](?:signed|sgd\.?|initial(?:l?ed)?)[\])]|signed:?|sgd\.)$/iu;

/** `for Nicholas Platt`: who signs for another. Offices are named `for` something, and so are the sides of a conversation. */
const SIGNED_FOR =
  /^[Ff]or (?:the )?(?=\p{Lu})(?!.*(?:\b(?:Affairs|Relations|Policy|Planning|Operations|Security|Administration|Research|Intelligence|Programs?|Plans|Information|Europe|Asia|Africa|America)\b|:|\s{2}))/u;

/** Titles of what typescripts are, in capitals or with capitals. */
const TITLE =
  /^(?:DRAFT |REVISED |UNOFFICIAL |PROPOSED |SUMMARY |VERBATIM |OFFICIAL |AGREED |INFORMAL |FINAL |SPECIAL |NATIONAL |JOINT |INTERNAL |STAFF |BRIEFING |POLICY |WEEKLY |DAILY |THE )*(?:(?:[\p{L}'’]+ ){0,4}(?:MEMORANDUM|MEMORANDA|MEMO|MEMCON|TELE?CON|(?:TELE)?PHONE (?:CALLS?|CONVERSATIONS?)|MINUTES|MINUTE|RECORD|REPORT|ESTIMATE|AIDE[- ]?M[EÉ]MOIRE|TALKING (?:POINTS|PAPER)|(?:DISCUSSION|OPTIONS?|POSITION|BACKGROUND|BRIEFING|ISSUES?|DECISION|POLICY|STRATEGY|WORKING|SCOPE|CONTINGENCY) (?:PAPER|MEMO)|NON-?PAPER|NOTE VERBALE|NOTES|AGENDA|SUMMARY|TRANSCRIPT|AIRGRAM|DESPATCH|DISPATCH|TELEGRAM|STUDY|CHRONOLOGY|DIRECTIVE|TERMS OF REFERENCE|BIOGRAPHIC(?:AL)? (?:SKETCH|DATA|REPORT|INFORMATION|NOTE)|FACT SHEET|CHECKLIST|SCENARIO|DECISIONS?|ROUTING(?: AND TRANSMITTAL)?(?: SLIP)?|ROUTE SLIP|TRANSMITTAL SLIP|BUCK SLIP|STATEMENT|COMMUNIQU[EÉ]|MEMORANDUM OF .*|SUMMARY OF .*|RECORD OF .*|MINUTES OF .*|NOTES? (?:OF|ON|FOR) .*|REPORT (?:OF|ON|TO) .*|TRANSCRIPT OF .*|LIST OF .*|NATIONAL SECURITY (?:ACTION|STUDY|DECISION) .*|NATIONAL SECURITY COUNCIL MEETING|EXECUTIVE ORDER|CONCLUSIONS OF .*|.{3,30} MEETING|.{3,30} MINUTES))\b[^.;]{0,60}$/iu;

/** Words by which a line names an office that a sheet can be printed for. */
const OFFICE =
  /\b(?:DEPARTMENT|EMBASSY|LEGATION|CONSULATE|MINISTRY|AGENCY|COUNCIL|BOARD|COMMITTEE|COMMISSION|BUREAU|OFFICE|SERVICE|MISSION|DELEGATION|WHITE HOUSE|SECRETARY|SECRETARIAT|STAFF|COMMAND|HEADQUARTERS|GOVERNMENT|CHIEFS|CABINET|ADMINISTRATION|CHANCERY|KANZLERAMT|BANK|AUTHORITY|HIGH COMMISSIONER|VICE PRESIDENT|DIRECTOR|UNITED STATES|DIVISION|DIRECTORATE|CORPS|RESIDENCE|TREASURY|PENTAGON|PRESIDENT|PARLIAMENT|SENATE|HOUSE OF|CONGRESS|INTERDEPARTMENTAL|INTELLIGENCE)\b|^OF THE$|^(?:10 )?DOWNING STREET/i;

/** `10:22 - 11:17 p.m.`, `4 p.m.`, `1500 hours`. */
const TIME =
  /^(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s?[ap]\.?\s?m)|\d{4}(?= (?:hrs|hours)))\s?(?:[ap]\.?\s?m\.?|hrs\.?|hours)?(?:\s?(?:[-–—]+|to|until)\s?\d{1,2}(?:[:.]?\d\d)?\s?(?:[ap]\.?\s?m\.?|hrs\.?|hours)?)?(?:\s\([^)]*\)|\s\[[^\]]*\]|\s{2,}[a-z]{2,4})?$/i;

const TOWN =
  /^(?!(?:The|For|Of|And|By|To|From|With)\s|FOR\s|OF\s|AND\s|THE\s|BY\s)(?:\p{Lu}[\p{L}.'’-]+(?:[ ,]+(?:of |de |del |la |upon |am )?\p{Lu}[\p{L}.'’]*){0,4})(?:,?\s+\d{1,2},?\s?[A-Z]\.?\s?[A-Z]\.?|\s+\d{5}(?:-\d{4})?|,?\s*S\.?W\.?\s?\d)?[.,]?$/u;

/** Words of a letterhead that name no town: who presides, what kind of sheet it is. */
const NO_TOWN =
  /\b(?:chairman|chairwoman|president|director|minister|senator|slip|form|bulletin|release|digest|notes?)\b/i;

const DECISION =
  /^(?:\(?\d\)?\.?\s*)?(?:Approved?|Disapproved?|Agree|Disagree|Yes|No|Concur|Non-?concur|Let['’]s (?:discuss|talk)|Discuss|See me|Sign|Other|As amended|Modify|OK|Option \w+)(?:\s*:\s*$|\s*$(?<=Approved?|Disapproved?|Agree|Disagree|discuss|See me)|\b.{0,40}(?:_{2,}|\.{4,}|\[\s*\]|\(\s*\)|-{4,}|\s{4,}(?:Disapprove|Disagree|No\b|Let['’]s)))|^(?:OK|Yes|Approve|Agree|Concur)\s+(?:No|Disapprove|Disagree)$|^_{3,}\s*(?:Approve|Disapprove|Agree|Disagree|Yes|No|Concur|Discuss)|^(?:Yes|No|OK|Approved?|Disapproved?|Agree|Concur)\s+[✓✔√☑xX]$|^(?!(?:By|Date|Signed|Signature|Name|To|From|Initials|Title|Office|Authority)\b)[A-Z][\w'’ ,]{1,44}\s_{3,}(?:\s*[✓✔√xX])?$/i;

const ENCLOSURES =
  /^(?:Orig(?:inal)?\.?|\d{1,2})\s(?:-|–|cc:?)\s?[A-Z][A-Za-z/.& -]{1,30}$|^(?:Attachments?|Enclosures?|Encls?|Inclosures?|Annex(?:es)?|Tabs?|cc(?=\s{2,}\S)|cc|c\.c\.|bcc|Copies(?: to)?|Copy to|(?:Field )?Dissem(?:ination)?|Distribution|Dist(?=\.?:)|Info(?:rmation)? copies)\.?\s*(?::|\(\d\)\s*:?|$)|^(?:b?cc|c\.c\.)\s+(?=\p{Lu})|^(?:\d{1,2}\s(?:Incls?|Encls?|Inclosures?|Enclosures?|Atts?|Attachments?|Tabs?)|Attachments?|Enclosures?|Encls?\.?|Attach\.?)(?:,?\s+(?:a\/s|as stated|\d{1,2}|\(\d\)))?\.?:?$|^(?:Original|In (?:du|tri|quadru|quintu)plicate|Hectograph|Ozalid|Signed original|(?:Two |Three |One )?(?:carbon )?cop(?:y|ies))\b(?:(?:,? (?:and|signed|hectograph|ozalid|copy|copies|of|this|despatch|letter|memorandum|sent|air mailed|forwarded|furnished))* to(?: the)?\s[^.]{3,50}|.{0,30}to (?:the )?Department)\.?$|^(?:Tab|TAB|Annex|Attachment|Enclosure)\s+(?!No\b)(?:[A-Z\d]{1,3}|[IVX]{1,4})\s*(?:[-–—:.]|\s{2,})\s*\S/iu;

const DRAFTING =
  /^(?:(?:Drafted|Drafting|Drafter|Draft|Prepared|Dictated|Approved|Cleared|Clearances?|Concurrences?|Concurred|Typed|DRAFTED|DRAFTER|PREPARED|DICTATED|APPROVED|CLEARED|CLEARANCES?|CONCURRENCES?|CONCURRED|TYPED)(?: by| in draft| with| in| BY| IN DRAFT| WITH| IN)?\s?:\s*\S|(?:Drafted|Prepared|Approved|Cleared) by\b.{3,60}$|Clearances?\s?:?$|Concurrences?:?$|(?:Drafted|Prepared|Typed|Dictated|Reported|Approved|Cleared|Reviewed|Transcribed|Recorded|Concurred in|Coordinated) by\s?:?$|(?:Drafting|Clearing|Approving|Reporting) (?:Officer|Office)s?\s?:\s*\S.*$)|^(?:[A-Z]{1,6}(?:\/[A-Z&]{1,6}){0,3}[:;]\s?){1,2}[A-Z]{1,4}\.?\s?[A-Z]?[a-z]+\w*(?:\s?[:/]\s?\w{2,4})?(?:\s+\d{1,2}[/-]\d{1,2}[/-]\d{2,4})?(?:\s+x?\s?\d{3,5})?$|^[A-Z][A-Za-z/&-]{1,9}:[A-Z]{1,4}[a-z]+\w*:[a-z]{2,4}(?:\s+\d{1,2}[/-]\d{1,2}[/-]\d{2,4})?$|^[A-Z][\w/ ]{0,14}:\s?[A-Z]{1,4}[a-z]\w*:\s?[a-z]{2,4}$|^[A-Z]{2,4}:[A-Za-z]{1,4}(?:[/-]\w{1,6})?$|^[A-Z]{2,4}\/[a-z]{2,4}$|^[A-Z]{1,4}[a-z]+[A-Z]?[a-z]*[/:][a-z]{2,4}$|^[A-Z]{1,4}(?:[/-][A-Z]{1,4})*\s[A-Z]{2,4}:[A-Z]{2,4}$|^(?:[A-Z]{1,6}(?:[/-][A-Z]{1,6})*:){1,3}[A-Za-z]{2,4}(?:\s+\d{1,2}[/-]\d{1,2}[/-]\d{2,4})?(?:\s+x?\s?\d{3,5})?$|^(?:[A-Z]{1,4}(?:[/-][A-Z]{1,4})*:){1,3}[A-Za-z]{2,9}(?::\w{2,4})?(?:\s{2,}[A-Z][A-Za-z/-]{0,8}){1,8}$|^(?:\d{1,2}\/\d{1,2}\/\d{2,4}\s+)(?:x|ext\.?)\s?\d{3,5}$/;

const STATUS =
  /^[([]?(?:(?:Unofficial|Official|Informal|State Department|Courtesy|Rough|English)?\s*[Tt](?:ranslation|RANSLATION)(?: from .{3,20})?|COPY|DRAFT|Draft|CONFORMED COPY|TRUE COPY|FINAL|REVISED(?: DRAFT)?|TEXT|Text|FIRST DRAFT|SECOND DRAFT|UNCLEARED|Uncleared draft|Advance copy|CORRECTED COPY|EXTRACT|PARAPHRASE|DRAFT(?: of)? .{3,24}\d|PERSONAL AND PRIVATE|BY HAND|BY SAFE HAND|VERBATIM|(?:\p{Lu} ){4}\p{Lu}|(?:UNOFFICIAL|INFORMAL|OFFICIAL) TRANSLATION|(?:Draft|Proposed|Suggested|Text of(?: the| a| an)?) (?:Reply|Message|Letter|Note|Telegram|Cable|Statement|Answer|Response)(?: (?:to|from|for) [\p{L} .]{3,24})?|P(?:art|ART) (?:\d|[IVX]{1,4}) (?:of|OF) (?:\d{1,2}|[IVX]{1,4}))[)\]]?$/u;

const HONORIFIC =
  /^(?:(?:The )?(?:Right )?Hon(?:ou?rable|\.)?|His (?:Excellency|Majesty|Holiness|Royal Highness|Imperial Majesty)|Her (?:Excellency|Majesty)|H\.\s?E\.|Mr\.|Mrs\.|Miss|Ms\.|Dr\.|Sir|Rt\. Hon\.|(?:Senator|General|Admiral|Ambassador|Professor)(?=\s+[A-Z]))(?:\s|$|,)/;

const ITEM =
  /^(?:\(?\d{1,3}[.)]|\d{1,2}(?:st|nd|rd|th|d)\.(?=\s)|\(?[a-zA-Z][.)](?!\p{L})|\(?[ivxIVX]{1,5}[.)]|--|(?=[A-Z]{0,3}\s*_)(?:(?:_*[A-Z]{1,3}_*|_{2,})\s{2,}){1,3}(?=\p{Lu}|\d)|[-–—•*·](?=\s)|o(?=\s{2,}))\s*/u;

/** `W. W. Rostow`, `R. J. Example, Esq., C.M.G.,`: initials before a name, which are no label of an item where two stand. */
const INITIALLED =
  /^(?:\p{Lu}\.\s?){2,3}\p{Lu}\p{L}[\p{L}'’-]*(?:,? (?:Jr|Sr|JR|SR|Esq(?:uire)?|M\.\s?P|(?:[A-Z]\.\s?){2,4}[A-Z])\.?)*,?$/u;

/** A speaker and what he says. */
const SPEECH =
  /^(?:(?:The |Mr\.? |Mrs\.? |Dr\.? |Gen(?:eral|\.) |Amb(?:assador|\.) )?\p{Lu}[\p{L}.’' -]{0,38}(?:\([^)]{2,24}\))?)\s?:\s+["“(\p{Lu}\d[]/u;

/** Where the words of a line say that it is one of the sheet's author and not of a form: `small`, verbs. */
const SENTENCE_END = /[.?!:;,”"’)\]]$|\.\.\.$/;

const SMALL = /(?<![\p{L}])\p{Ll}{2,}/gu;

/** What the first words of a line are: a label, the sign of an item, a speaker. */
export function beginningOf(text: string): Pick<LineForms, 'label' | 'item' | 'isSpeech'> {
  return { label: headLabel(text), item: ITEM.exec(text)?.[0], isSpeech: SPEECH.test(text) };
}

/** Labels that stand in heads alone. */
const OF_HEAD = /^(?:to|from|fm|subject|subj|re|date|place)$/i;

/** Looks at the words of a line. */
export function formsOf(line: SheetLine): LineForms {
  const { text } = line;
  const bare = text.replace(/^[~*_]+|[~*_]+$/g, '');
  const plain = /^(?:\p{Lu} ){3}/u.test(bare) ? withoutSpelling(bare) : bare;
  const label = headLabel(bare);
  const item = INITIALLED.test(text) ? undefined : ITEM.exec(text)?.[0];
  const words = wordsOf(text);
  const small = text.match(SMALL)?.length ?? 0;
  const isShort = text.length <= 75;
  const hasCapitals = line.isCapitals || areTitled(words, small) || (line.isCentred && isSentenceTitle(text));
  const isTitle = (hasCapitals && item === undefined && isTitleText(line, plain)) || isPrintedHeading(text, item);
  const isOffice =
    isShort &&
    hasCapitals &&
    OFFICE.test(bare) &&
    !/['’]s (?!office|mission|bureau|staff)/i.test(bare) &&
    !/[.?!:;]$/.test(bare);
  return {
    label,
    isSalute: isSalute(bare),
    isDate: isShort && /\d/.test(text) && isDateLine(bare),
    isClose: text.length <= 110 && CLOSE.test(bare),
    isName: isShort && !areLetters(words, line.isCapitals) && isNameAlone(bare),
    isSigned:
      isShort &&
      (SIGNED.test(bare) || SIGNED_FOR.test(bare)) &&
      !/^\(?signed\)? (?:original|copy|by|at|on)\b/i.test(bare),
    isTitle,
    isTime: isShort && TIME.test(bare),
    isOffice,
    isTown:
      text.length <= 48 && !isTitle && !isOffice && line.form !== 'symbol' && TOWN.test(bare) && !NO_TOWN.test(bare),
    isDecision: text.length <= 100 && DECISION.test(text),
    isEnclosures: text.length <= 100 && ENCLOSURES.test(bare),
    // `FROM: Oslo` is a label with its value, and nobody's symbol.
    isDrafting: text.length <= 120 && !OF_HEAD.test(label?.name ?? '') && DRAFTING.test(bare),
    isStatus: text.length <= 50 && STATUS.test(bare),
    isHonorific: isShort && (HONORIFIC.test(bare) || (line.isCapitals && HONORIFIC.test(titleCase(bare)))),
    item,
    isSpeech: SPEECH.test(text),
    isSentence: isSentenceText(text, words.length, small),
    hand: isShort && item === undefined ? handOf(line, words, small) : 0,
  };
}

/** Whether a line is a sentence, or the beginning or the end of one. */
function isSentenceText(text: string, words: number, small: number): boolean {
  // `There was none.`
  if (words >= 3 && words <= 9 && small >= 2 && small * 2 >= words && /^\p{Lu}[^:]*\p{Ll}[.?!]$/u.test(text))
    return true;
  return (
    small >= 3 &&
    small * 2 >= words &&
    (SENTENCE_END.test(text) || text.length > 55) &&
    /^[\p{Lu}\d("“'[—_-]|^\p{Ll}/u.test(text)
  );
}

/** `14. Telegram From the Embassy in France to the Department of State`: the heading of a printed series, with its number. */
function isPrintedHeading(text: string, item: string | undefined): boolean {
  if (item === undefined || text.length > 160 || !/^\[?\d{1,4}[a-z]?\.\]?\s+\p{Lu}/u.test(text)) return false;
  const { genre, correspondents } = readHeading(text);
  return genre !== undefined && correspondents.length > 1;
}

/** `MINUTES of a Meeting held in Conference Room A`: a title that goes on in small letters. */
export function isSentenceTitle(text: string): boolean {
  return /^(?:CONCLUSIONS|MINUTES?|RECORD|NOTES?|SUMMARY|REPORT|MEMORANDUM|STATEMENT|EXTRACTS?|PROCEEDINGS)\s(?:of|by|on|from)\s/.test(
    text,
  );
}

const SMALL_WORDS = new Set('of the and for on in to with by at a an from or de du des la und et'.split(' '));

/** Whether the words of a line have capitals, but for small ones. */
function areTitled(words: readonly string[], small: number): boolean {
  return small <= words.length / 2 && words.every((word) => !/^\p{Ll}/u.test(word) || SMALL_WORDS.has(word));
}

/** Longest title, and longest one that its capitals show. */
const LONGEST_TITLE = { mixed: 90, capitals: 300 } as const;

function isTitleText({ text, isCapitals }: SheetLine, plain: string): boolean {
  if (text.length > (isCapitals ? LONGEST_TITLE.capitals : LONGEST_TITLE.mixed)) return false;
  if (/[.,;?]$(?<!\b[AP]\. ?M\.)/.test(text) || (!isCapitals && text.endsWith(':'))) return false;
  const mended = mendedCapitals(plain);
  const beginning = text.length > LONGEST_TITLE.mixed ? mended.slice(0, 60) : mended;
  return TITLE.test(beginning) || (isCapitals && genreOf(titleCase(plain)) !== undefined);
}

/** A name as it stands under a paper, in brackets too, or initials alone. */
function isNameAlone(text: string): boolean {
  return (
    isSignature(text) ||
    (text.startsWith('(') && isSignature(inBrackets(text))) ||
    /^[A-Z][a-z]{0,2}[A-Z]?\.\s?(?:[A-Z][a-z]?\.\s?){1,3}$/.test(text)
  );
}

/** `(W. I. Mallet)`: the name below a signature in brackets, as British papers have it. */
function inBrackets(text: string): string {
  return /^\(\p{Lu}[\p{L}.' -]{3,40}\)$/u.test(text) ? text.slice(1, -1) : text;
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Whether a line is a date with a place, a day of the week, a time or a room beside it, and no more. */
export function isDateLine(text: string): boolean {
  return readTypedDateline(text)?.date !== undefined;
}

/** Small words alone on a line of a title: `by`, `to the`, `held on`. */
export const CONNECTING =
  /^(?:by|on|to|for|and|of|from|with|at its|by the|held on|to the|in the|of the|at the|at|(?:submitted|prepared|concurred in|approved|issued) by(?: the)?|for the|as of)$/i;

/** Whether a line is but a few letters, as a hand leaves them (`OK HST`), and no name. */
function areLetters(words: readonly string[], isCapitals: boolean): boolean {
  return (
    isCapitals &&
    words.length > 1 &&
    words.every((word) => /^[A-Z]{1,4}$/.test(word)) &&
    words.some((word) => /^(?:OK|[B-DF-HJ-NP-TV-XZ]{2,4})$/.test(word))
  );
}

/** What a transcriber says of a word beside the text: `[In the margin, in another hand: …]`. */
const TOLD_HAND =
  /^[[(](?:(?:in|on) the margin|margin(?:al|alia)?\b|(?:across|at|along|on) the (?:top|foot|bottom|side|back)|in (?:another|a different|an unknown|red|blue|pencil|ink)\b|penciled|pencilled|scrawled|annotation)\b/i;

/** `"not yet -- see me.  DR"`, `pls draft reply. D.A.`: a word in small letters, and whose it is. */
export function isInitialled(text: string): boolean {
  return /^["“]?\p{Ll}/u.test(text) && /[.?!]\s+(?:(?:[A-Z]\.){2,3}|[A-Z]{2,3})["”]?$/.test(text);
}

/** How much a short line looks like what a hand has written on the sheet: broken words, odd signs, no sentence. */
function handOf(line: SheetLine, words: readonly string[], small: number): number {
  const { text } = line;
  if (CONNECTING.test(text) || (ITEM.test(text) && !/\?\?|\s--\s/.test(text))) return 0;
  if (line.isCapitals && words.length > 1 && !areLetters(words, true) && !/\?\?|!!|\s--\s/.test(text)) return 0;
  let score = 0;
  if (/\?\?|!!|!\s|\[illegible\]|\[illeg|~|[)\]]\s,|\s[,;]\s|[/\\]$|\s'?\d\d\s/.test(text)) score += 1.5;
  if (/\s(?:--|—|–|-)\s/.test(text)) score += 1;
  // `Ty - nice line`, `Mr. Allison: shd we tell Heath?`, `Noted: …`: a word to somebody.
  if (
    /^(?:\p{Lu}[\p{L}.]{0,14}(?: \p{Lu}[\p{L}.]+)?)(?:\s[-–—]{1,2}\s(?=\p{Ll})|:\s(?=\p{Ll}{2,4}\s))|^(?:Noted|Seen|Shown to|Passed to)\b[^.]{0,3}[:.]/u.test(
      text,
    )
  )
    score += 2;
  if (TOLD_HAND.test(text)) score += 3;
  if (isInitialled(text)) score += 2;
  // `CEG 2/20 -- Starke has agreed`: who wrote it, and when, before the word.
  if (/^[A-Z]{2,4}\s+\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?:\s?[-–—:]{1,2})?\s/.test(text)) score += 3.5;
  // `OK, no night landing.  K.`: his initials stand apart behind it.
  if (/[.?!]\s{2,}(?:[A-Z]\.?){1,3}$/.test(text)) score += 3;
  // Initials of a hand: `wK`, `hk`, `McG`, `TL`
  if (
    words.some(
      (word) =>
        /^(?:\p{Ll}{1,2}\p{Lu}|\p{Lu}\p{Ll}?\p{Lu}\p{Ll}?|\p{Ll}{2})$/u.test(word) &&
        !/^(?:to|of|in|on|at|by|is|it|as|an|or|if|we|he|be|so|no|do|me|my|us|up|go|am)$/.test(word),
    )
  )
    score += 1;
  if (/\s{3,}/.test(text)) score += 0.7;
  // `… if offered.   LDC  15 Nov`: who wrote it, and when.
  if (/[\s-][A-Z]{2,4}\s+\d{1,2}(?:\/\d{1,2}|\s[A-Z][a-z]{2}\b)/.test(text)) score += 1.2;
  if (/^\p{Ll}/u.test(text)) score += 1;
  if (!/[.:;)”"]$/.test(text)) score += 0.7;
  if (
    /(?:^|\s)(?:ok|OK|pls|re|w\/|thru|cc|fyi|FYI|file|see|call|tell|ask|why|who has|pres|noted|seen|done|hold|return|urgent|discuss|rush|agree)(?:\s|$|[.,!?])/i.test(
      text,
    )
  )
    score += 0.7;
  if (small < words.length / 3) score += 0.3;
  return score;
}
