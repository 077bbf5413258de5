import { readDateline } from './dateline.js';
import { readHeading } from './heading.js';
import { REPOSITORIES } from './source-note/repositories.js';

/** A decimal file of the Department (`763.72111/34½`), with a lot or subject in the words after it. */
const DECIMAL_FILE =
  /^[([]?(?:F\.?\s?W\.?\s?|File No\.\s?)?\d{2,4}[A-Z]?(?:\.\d*[A-Za-z]*[\d.]*[A-Za-z]*)?(?:[ ().,\p{L}\p{M}’'&\d-]*)?\/[\p{N}½¼¾⅓⅔⅛⅜⅝⅞A-Za-z–\-. ]+(?:\s*\[[^\]]*\])?[\])]?(?:\s*[:;]\s*[\p{L}\s.\-–]*:?)?$/u;

/** A decimal file that has a fraction for its paper: `611.626⅓`. */
const DECIMAL_FRACTION = /^\d{3}\.\d{2,6}[½¼¾⅓⅔⅛⅜⅝⅞](?:\s*:\s*[\p{L} ]+)?$/u;

/** The files of persons, conferences and offices that the volumes of the forties cite in the same place. */
const NAMED_FILES =
  /^(?:[\p{L}.&’'/–\- ()]{2,60}?\b(?:Files?|Papers|Records|Collection|Library)\b(?!.*\b(?:to|From|Memorandum|Telegram From)\b).{0,120}|\d{3} [\p{L}., ]{1,40}\/[\w½¼¾–-]+(?::.*)?)$/u;

/** A lot of the retired files of an office: `lot 64 D 563`, `Lot 54–D270`, `lot M–88`, `FRC Acc. No. 53 A 278`. */
const LOT = /\blots?(?: files?)?,?:? (?:no\. )?(?:\d{2,4}\b|[A-Z][ –-]?\d)|\bfrc acc\. no\. ?\d/i;

/** What names the place where papers are kept, whatever the case: `PPS files`, `Truman papers`, `JCS records, CCS 092`. */
const KEPT = /\b(?:files?|papers|records|collection|library|archives?|correspondence|nachlass|bestand)\b/i;

/**
 * The signature of a record office: `104/112233–35`, `[C 1234/5/18]`, `DEA/50028–B–40`, `FO 371/12345`, `93.03/2414/7`. Capitals, figures and the
 * signs between them, with at least one stroke.
 */
const SIGNATURE = /^[[(]?(?=[^/]*\/)(?=.*\d)(?:[\p{Lu}\d./–:,\s()-]|\bvol\b|\bbd\b|\bfile\b|\bbox\b)+[\])]?$/u;

/** Words of prose that no reference to a file has. */
const PROSE = /\b(?:is|was|were|are|has|had|have|be|been|will|that|which|this|said|he|she|we|they)\b/i;

/** `47. Telegram 950 from London …`: a heading with its number. */
const NUMBERED = /^\d{1,4}[a-z]?\.\s+\p{Lu}/u;

const LONGEST_NUMBER = 160;
const LONGEST = 200;
const LONGEST_SIGNATURE = 60;

/** Whether a line, whatever follows it, is the file number that stands before the heading of a document of the older volumes. */
export function isFileNumber(text: string): boolean {
  if (text.length > LONGEST_NUMBER || NUMBERED.test(text)) return false;
  if (text.includes('/') && DECIMAL_FILE.test(text)) return true;
  return DECIMAL_FRACTION.test(text) || NAMED_FILES.test(text) || hasLot(text);
}

function hasLot(text: string): boolean {
  return LOT.test(text) && !PROSE.test(text) && !/\.\s+\p{Lu}\p{Ll}/u.test(text);
}

/** Whether a line is the signature of a record office and nothing else; `1/14/86` is a date. */
export function isSignatureOfFile(text: string): boolean {
  return text.length <= LONGEST_SIGNATURE && SIGNATURE.test(text) && readDateline(text) === undefined;
}

/**
 * Whether a line above a heading says where the paper is kept: a file number, the signature of a record office, or words that name files,
 * papers or a repository, where the line below reads as the heading of a document and this one does not.
 */
export function isFileLine(text: string, below: string): boolean {
  if (isFileNumber(text) || isSignatureOfFile(text)) return true;
  if (text.length > LONGEST || PROSE.test(text) || /[.?!]$/.test(text.replace(/\b\p{Lu}\.$/u, ''))) return false;
  if (!KEPT.test(text) && !isOfRepository(text)) return false;
  return !isHeading(text) && isHeading(below);
}

/** Whether a line begins with the name of a repository and a comma. */
function isOfRepository(text: string): boolean {
  return text.includes(',') && REPOSITORIES.some((name) => text[name.length] === ',' && text.startsWith(name));
}

/** Whether the words of a line are those of a heading: a genre, or sender and receiver, or a printed number before them. */
export function isHeading(text: string): boolean {
  if (text.length > LONGEST * 2) return false;
  const { genre, correspondents, number } = readHeading(text);
  return genre !== undefined || correspondents.length > 0 || number !== undefined;
}
