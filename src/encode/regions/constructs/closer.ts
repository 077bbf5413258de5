import { readDateline } from '../../../grammar/dateline.js';
import { wordsOf } from '../../../grammar/spaces.js';
import type { Span } from '../../../model/position.js';
import { isUnsigned, markedName, withoutStopOfCapitals } from './signature-mark.js';

/** Complimentary closes: `Sincerely,`, `With warm regards,`, `Respectfully yours,`, `Believe me [etc.]`. */
const SALUTE =
  /^(?:(?:I (?:have|avail|am|remain)|Accept|Receive|Believe me),? (?:sir, )?\[?(?:&c|etc)\.\]?|(?:Very |Most )?(?:Sincerely|Respectfully|Faithfully|Cordially|Truly|Affectionately|Obediently)\b[^.]{0,40}|Yours\b[^.]{0,40}|(?:With|In) (?:my |the |kind(?:est)? |warm(?:est)? |best |great |high(?:est)? |deep(?:est)? |every |sincere |personal |renewed |continued )*(?:regards?|wishes|respects?|esteem|consideration|appreciation|friendship)\b[^.]{0,60}|(?:Kind|Warm|Best)(?:est)? (?:personal )?(?:regards|wishes)\b[^.]{0,30}|Your (?:Lordship|Excellency|Majesty)['’]?s?\b[^.]{0,50}servant|Your (?:most |very |ever )*(?:humble |obedient |faithful |affectionate )*(?:and )?(?:humble |obedient |faithful )*(?:servant|friend)|Hochachtungsvoll|Mit (?:freundlichen|verbindlichen|besten)[^.]{0,40}|Veuillez\b[^.]{0,80}|Believe me\b.{0,50}|(?:Please )?[Aa]ccept\b[^.]{0,30}\[etc\.\]|I (?:am|have the honou?r to (?:be|remain)|remain|beg to remain|have, etc),?\b.{0,70}(?:\[?etc\.\]?|servant|,)|\[Complimentary close\])[,.]?$/i;

/** Whether a line is a complimentary close. */
export function isClose(text: string): boolean {
  return SALUTE.test(text);
}

/** `For the Ambassador:`, `For the Secretary of State:`, `By direction of …:` before the name. */
export const ON_BEHALF = /^(?:For|By)\b.{2,60}:$/;

/** What a name can consist of: words with a capital, initials, particles, ranks, brackets of the editors. */
const NAME_WORD =
  /^(?:\[?\p{Lu}[\p{L}\p{M}’'.\-–[\]]*,?|(?:[A-Z]\.){1,4},?|(?:de|di|la|le|du|van|von|d[’'])\p{Lu}[\p{L}.]*|de|van|von|der|den|la|le|el|al|bin|ibn|y|da|di|du|dos|Jr\.?,?|Sr\.?,?|I{2,3}|IV|[“"]?\p{Lu}[\p{L}.]*[”"]?)$/u;

/** A title under the name or after it. */
const TITLE =
  /(?<!\p{L})(?:Chief|Secretary|Director|Counselor|Counsellor|Ambassador|Minister|Consul|Attach[eé]|Chairman|President|General|Admiral|Colonel|Major|Captain|Commander|Officer|Assistant|Deputy|Acting|Adviser|Advisor|Representative|Special|Staff|Chargé|USA|USN|USAF|USMC|Commanding|Administrator|Agent|Under|Executive|Affairs|Division|Vice|Head|Governor|Delegate|Treasurer|Senator|Comptroller|Commissioner|Envoy|Lieutenant)(?!\p{L})/u;

/** Words that stand alone at the end of a text and are no signature. */
const NOT_A_NAME =
  /^(?:End|Approv(?:ed?|al)|Disapprov(?:ed?|al)|Attach(?:ed|ments?)|Encl(?:osed|osures?)|Tabs?|Annex(?:es)?|Appendix|Appendices|Conclusions?|Sources?|Notes?|Copy|Copies|Page(?=\s)|None|Yes|No|See|Ibid|Omitted|Here|Secret|Confidential|Top Secret|Unclassified|Declassified|Distribution|Adjourn(?:ed|ment)?|Recommendations?|Documents?|Tables?|Figures?|Parts?|Sections?|Chapters?|Thanks?|Bye|Good|Amen|Unquote|Text|Messages?)(?!\p{L})/iu;

/** Words of a title: capitals, and the little words between them. */
const TITLE_WORD =
  /^(?:[(“"]?(?:d[’'])?[\p{Lu}\d][\p{L}\p{M}.’'&,/()–-]*|of|for|the|and|to|in|on|at|de|à|ad|interim|a\.i\.|&),?$/u;

export const MAX_NAME = 70;
const MAX_SIGNED = 130;

/** Whether a line is a name as it stands under a document. */
export function isSignature(line: string): boolean {
  const marked = markedName(line);
  const text = withoutStopOfCapitals(marked === undefined ? line : line.slice(marked.start, marked.end));
  if (isUnsigned(line)) return true;
  if (text.length === 0 || text.length > MAX_SIGNED || NOT_A_NAME.test(text) || SALUTE.test(text)) return false;
  if (/[:;?!]|\bdeclassified\b|^\(|^[-–—•]|\d{2,}|\.\s*\.|etc\./.test(text)) return false;
  const words = wordsOf(text);
  // `Acting Secretary` says what somebody is, not who.
  if (words.length > 1 && words.every((word) => TITLE.test(word))) return false;
  const titleAt = words.findIndex((word, index) => index > 0 && TITLE.test(word));
  const name = titleAt < 0 ? words : words.slice(0, titleAt);
  if (name.length === 0 || name.length > 6 || name.join(' ').length > MAX_NAME) return false;
  if (
    !name.every((word) => NAME_WORD.test(word)) ||
    /^(?:The|A|An|This|These|It|He|She|We|They|I)$/i.test(name[0] ?? '')
  )
    return false;
  // What follows the name is a title, not the rest of a sentence.
  if (titleAt > 0 && !words.slice(titleAt).every((word) => TITLE_WORD.test(word))) return false;
  const last = name.at(-1) ?? '';
  // A sentence ends in a full stop; a name only where the stop belongs to an initial or to `Jr.`
  return !/\.$/.test(last) || /^(?:(?:\[?\p{Lu}[a-z]{0,2}\.\]?){1,4}|\p{Lu}{2,4}\.|Jr\.|Sr\.)$/u.test(last);
}

/** Whether a line is a title such as stands under a name: `Chief, WHD`. */
export function isTitleLine(text: string): boolean {
  // The symbol of an office: `CPM/PBSUCCESS`, `S/S-RO`
  if (/^[A-Z]{1,8}[/–-][A-Z\d/–-]{1,16}$/.test(text)) return true;
  return (
    text.length <= MAX_SIGNED &&
    TITLE.test(text) &&
    wordsOf(text).every((word) => TITLE_WORD.test(word)) &&
    !/(?:\p{Ll}\.|[:;?!])$/u.test(text)
  );
}

/** Whether a line is the full name of a person, with or without a title after it, and no title or office alone. */
export function isName(text: string): boolean {
  const title = titleStart(text);
  const name = title < 0 ? text : text.slice(0, title).trim();
  return /\s/.test(name) && isSignature(text) && !/\bof\b/i.test(name) && !TITLE.test(name);
}

/** The office in capitals that stands above a name. */
export function isOffice(text: string): boolean {
  return text.length <= MAX_NAME && /^[\p{Lu}\s,.&]+$/u.test(text);
}

/** A paragraph; telegrams leave out the full stop at its end. */
export function isLong(text: string): boolean {
  return text.length > 100;
}

/** A sentence has ended, or the letter has taken its leave: a name may follow. */
export function endsText(text: string | undefined): boolean {
  return (
    text === undefined ||
    /^End (?:of )?(?:text|quote|message|FYI|verbatim text|translation)/i.test(text) ||
    /[.?!:”"’)\]…,]$/.test(text) ||
    /^\W*$/.test(text) ||
    SALUTE.test(text)
  );
}

/** Where the paper is kept, under the text, as the German series prints it: `VS-Bd. 412 (II A 4)`, `B 130, Bd. 8443`. */
const FILE_AT_FOOT =
  /^(?:VS-Bd\. \d|B \d{1,3}(?:[-–]\d+)?,? (?:\(|Bd\. \d)|Nachla(?:ss|ß) \p{Lu}\p{L}+, Bd\.|ZA \d)[^.?!]{0,60}$/u;

/** The same in brackets, as other series print it: `[NAA: A1838, 3034/10/1 PART 16]`, `(Direction d’Europe, Italie, 288)`. */
const IN_BRACKETS = /^[[(]([^[\]]{6,120})[\])]\.?$/;
/** What stands in brackets and names no file: what the editors have left out, a sentence. */
const NO_FILE =
  /\b(?:omitted|declassified|illegible|lines?|pages?|paragraphs?|here|is|was|were|are|has|have|had|attached|enclosures?|printed|signed|initial+ed|translation|dated|received|see)\b/i;

/** Whether a line under a text says where the paper is kept. */
export function isFileAtFoot(text: string): boolean {
  if (FILE_AT_FOOT.test(text)) return true;
  const inner = IN_BRACKETS.exec(text)?.[1];
  return (
    inner !== undefined &&
    /\d/.test(inner) &&
    /[:/]|,\s/.test(inner) &&
    !/[.?!;]$/.test(inner) &&
    !NO_FILE.test(inner) &&
    readDateline(inner)?.date === undefined
  );
}

/** Initials of who drafted and who typed, at the very end: `JAK:ML/14`. */
export const INITIALS = /^[A-Z]{2,4}[:/][A-Za-z]{1,4}(?:[/-]\w{1,6})?$/;

/** `for Nicholas Platt`: the name in whose stead somebody has signed. */
export const FOR_NAME = /^for\s+(?=\p{Lu})/u;

/** A row of columns: where each stands. */
export function columnsOf(text: string): readonly Span[] {
  const gaps = [...text.matchAll(/\t+\s*|\s{3,}/g)];
  const starts = [0, ...gaps.map((gap) => gap.index + gap[0].length)];
  return starts.map((start, column) => ({ start, end: gaps[column]?.index ?? text.length }));
}

/** Signs after a name that the receiving machine could not read: `KISSINGER##`. */
export const UNREAD = /\s*[#*]+$/;

/** Where the title begins in `J.C. King Chief, WH`; -1 where there is none. */
export function titleStart(text: string): number {
  for (const match of text.matchAll(/\S+/g)) {
    if (match.index > 0 && TITLE.test(match[0])) return match.index;
  }
  return -1;
}
