import { markingKind } from '../../../grammar/source-note/markings.js';
import { withoutSpelling } from '../../../grammar/spelled-letters.js';
import { append } from '../../../model/list.js';

/** What a line between the classification line and the text says besides its labels. */
export interface Caption {
  /** `pass`: to whom a message is to be passed on (`DEPT FOR EUR/NE`); `note`: of its transmission (`C O R R E C T E D  C O P Y`). */
  readonly kind: 'handling' | 'pass' | 'note';
  /** The captions that limit who may read it, in their words. */
  readonly handling: readonly string[];
  /** Only its place and form speak for it. */
  readonly isDoubtful: boolean;
}

/** Captions of one word that the vocabulary of source notes does not have. */
const CAPTIONS = new Set(
  'SIPDIS STADIS EXDIS NODIS LIMDIS NOFORN SENSITIVE CHEROKEE ORCON NOCONTRACT WNINTEL SPECAT TERREP AIDAC ADDIS SBU ROGER DELICATE'.split(
    ' ',
  ),
);
/** Captions with a name, an office or a rule in them. */
const WORDED =
  /^(?:(?:US |U\.S\. |FOR |SPECAT )?(?:[A-Z]+ )?EYES ONLY\b.{0,70}|FOR .{2,50} (?:EYES )?ONLY|(?:PERSONAL|EXCLUSIVE|LITERALLY EYES ONLY) FOR .{2,60}|NOT (?:FOR|RELEASABLE) .{2,60}|NO(?:T)? DISTRIBUT\w+.{0,40}|NO FOREIGN DISSEM\w*|LIMIT(?:ED)? DISTRIBUTION|(?:.{2,30} )?HANDLE AS .{2,50}|(?:[A-Z]{2,12} )?CHANNEL|CONTROLLED DISSEM\w*|MED CHANNEL|ADM AID)$/;
/** A classification line of the sheet says nothing of who may read it. */
const COPY =
  /^(?:CORRECTED\s?COPY|RETRANSMISSION|READDRESSAL|DUPLICATE|SERVICE MESSAGE|JOINT [A-Z/ ]{3,40}MESSAGE|POUCH|SECTION \d+ OF \d+|FINAL SECTION)\b.{0,50}$|^(?:[A-Z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z]{3,9} \d{2,4})$/;
/** By which way a message went: `VIA CAS CHANNELS WH32541`; its number in a series of two persons: `HAKTO 12`. */
const CHANNEL = /^(?:VIA\s.{2,30}\bCHANNELS?\b.{0,20}|(?:WH|HAKTO|TOHAK|SITTO|TOSIT)\s?#?\d{1,6})$/;
/** `DEPT FOR AF/S`, `PASS USTR`, `FOR AMBASSADOR FROM SECRETARY`, `TOSEC 1234`. */
const PASS =
  /^(?:(?:PLEASE |PLS |ALSO )*PASS(?: TO)?\b.*|(?:[A-Z][A-Za-z0-9/.&-]*[ ,]+(?:AND |ALSO |\/ ?)?){1,6}(?:(?:PLEASE|PLS|ALSO) )*(?:PASS(?: TO)?|FOR)\s+\S.*|FOR\s+(?:THE )?[A-Z].*|FROM\s+[A-Z].*|(?:TOSEC|SECTO|CODEL|STADEL|TODEL|DEPTO|TOFAD|WHITE HOUSE|VIENTO|USVIENNA|TOPOL|POLTO|ECBUS|TOAID|AIDTO)\s*\d*(?:\s.*)?|(?:ATTN|ATTENTION|(?:PLEASE |PLS )?DELIVER|THRU|THROUGH|(?:PLEASE |PLS )?INFORM)\b.*)$/i;
const LONGEST = 90;
/** A caption that the vocabulary does not know is not longer. */
const LONGEST_UNKNOWN = 32;

/**
 * Reads a line of the caption block that has no label; undefined where it is of the text.
 * @param isOpen whether the labels (E.O., TAGS, SUBJECT) are still to come, so that a short line in capitals is a caption by its place
 */
export function captionOf(line: string, isOpen: boolean): Caption | undefined {
  if (line.length > LONGEST) return undefined;
  const text = withoutSpelling(line).replace(/\s+/g, ' ').trim();
  if (COPY.test(text) || CHANNEL.test(text)) return { kind: 'note', handling: [], isDoubtful: false };
  const parts = partsOf(text);
  if (parts !== undefined) return { kind: 'handling', handling: parts, isDoubtful: false };
  const isSentence =
    /[.?!;]$/.test(text) || (text.length > 40 && /\b(?:IS|ARE|WAS|WERE|HAS|HAVE|WILL|SAID|THAT)\b/i.test(text));
  if (isSentence) return undefined;
  if (PASS.test(text) && (isOpen || text === text.toUpperCase()) && !/^FOR(?:EIGN|MER)/.test(text))
    return { kind: 'pass', handling: [], isDoubtful: false };
  if (!isOpen || text.length > LONGEST_UNKNOWN || text !== text.toUpperCase() || !/[A-Z]{3}/.test(text))
    return undefined;
  const isCaption = /^[A-Z]+(?:[ /-][A-Z]+){0,2}$/.test(text);
  return { kind: isCaption ? 'handling' : 'note', handling: isCaption ? [text] : [], isDoubtful: true };
}

/** The captions of a line that holds nothing else: `LIMDIS NOFORN`, `NODIS/CHEROKEE`, `EXDIS, EYES ONLY FOR AMBASSADOR`. */
export function partsOf(text: string): readonly string[] | undefined {
  if (WORDED.test(text)) return [text];
  const found: string[] = [];
  for (const part of text.split(/\s*[,;/]+\s*|\s+[-–]{1,2}\s+/)) {
    if (found.length > 0 && isPass(part)) continue;
    const own = part === '' ? [] : wordsOf(part);
    if (own === undefined) return undefined;
    append(found, own);
  }
  return found.length === 0 ? undefined : found;
}

function wordsOf(part: string): readonly string[] | undefined {
  if (part === part.toUpperCase() && (WORDED.test(part) || markingKind(part) === 'handling')) return [part];
  const [first = '', ...others] = part.split(' ');
  if (!CAPTIONS.has(first)) return undefined;
  if (others.length === 0) return [first];
  const rest = others.join(' ');
  if (rest === 'ROGER CHANNEL') return [first, rest];
  const more = WORDED.test(rest) ? [rest] : (wordsOf(rest) ?? (isPass(rest) ? [] : undefined));
  return more === undefined ? undefined : [first, ...more];
}

function isPass(text: string): boolean {
  return /^(?:FOR|FROM|TOSEC|SECTO|CODEL)\b/.test(text);
}
