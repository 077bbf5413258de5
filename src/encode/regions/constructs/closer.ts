import { readDateline } from '../../../grammar/dateline.js';
import type { Block, Closer, PersName, Signed } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Context, Facts, Recognition } from '../context.js';
import { datelineAnnotations, leadingPages, nameAnnotation } from '../elements.js';

/** Complimentary closes: `Sincerely,`, `With warm regards,`, `Respectfully yours,`, `Believe me [etc.]`. */
const SALUTE =
  /^(?:(?:Very |Most )?(?:Sincerely|Respectfully|Faithfully|Cordially|Truly|Affectionately|Obediently)\b[^.]{0,40}|Yours\b[^.]{0,40}|(?:With|In) (?:my |the |kind(?:est)? |warm(?:est)? |best |great |high(?:est)? |deep(?:est)? |every |sincere |personal |renewed |continued )*(?:regards?|wishes|respects?|esteem|consideration|appreciation|friendship)\b[^.]{0,60}|(?:Kind|Warm|Best)(?:est)? (?:personal )?(?:regards|wishes)\b[^.]{0,30}|Believe me\b.{0,50}|(?:Please )?[Aa]ccept\b[^.]{0,30}\[etc\.\]|I (?:am|have the honor to be|remain),?\b.{0,40}(?:\[etc\.\]|servant|,)|\[Complimentary close\])[,.]?$/i;

/** `For the Ambassador:`, `For the Secretary of State:`, `By direction of …:` before the name. */
const ON_BEHALF = /^(?:For|By)\b.{2,60}:$/;

/** What a name can consist of: words with a capital, initials, particles, ranks, brackets of the editors. */
const NAME_WORD =
  /^(?:\[?\p{Lu}[\p{L}\p{M}’'.\-–[\]]*,?|(?:[A-Z]\.){1,4},?|(?:de|di|la|le|du|van|von|d[’'])\p{Lu}[\p{L}.]*|de|van|von|der|den|la|le|el|al|bin|ibn|y|da|di|du|dos|Jr\.?,?|Sr\.?,?|I{2,3}|IV|[“"]?\p{Lu}[\p{L}.]*[”"]?)$/u;

/** A title under the name or after it. */
const TITLE =
  /\b(?:Chief|Secretary|Director|Counselor|Counsellor|Ambassador|Minister|Consul|Attach[eé]|Chairman|President|General|Admiral|Colonel|Major|Captain|Commander|Officer|Assistant|Deputy|Acting|Adviser|Advisor|Representative|Special|Staff|Chargé|USA|USN|USAF|USMC|Commanding|Administrator|Agent|Under|Executive|Affairs|Division|Vice|Head)\b/;

/** Words that stand alone at the end of a text and are no signature. */
const NOT_A_NAME =
  /^(?:End(?: of)?|Approved?|Disapproved?|Attach|Enclos|Tab\b|Annex|Appendix|Conclusion|Source|Note|Copy|Copies|Page\s|None|Yes|No\b|See|Ibid|Omitted|Here|Secret|Confidential|Top Secret|Unclassified|Declassified|Distribution|Adjourn|Recommendation|Document|Table|Figure|Part|Section|Chapter|Thank|Bye|Good|Amen|Unquote|Text\b|Message)/i;

/** Words of a title: capitals, and the little words between them. */
const TITLE_WORD = /^(?:[(“"]?[\p{Lu}\d][\p{L}\p{M}.’'&,/()–-]*|of|for|the|and|to|in|on|at|de|à|&),?$/u;

const MAX_NAME = 70;
const MAX_SIGNED = 130;

/** Whether a line is a name as it stands under a document. */
export function isSignature(text: string): boolean {
  if (text.length === 0 || text.length > MAX_SIGNED || NOT_A_NAME.test(text) || SALUTE.test(text)) return false;
  if (/[:;?!]|\bdeclassified\b|^\(|^[-–—•]|\d{2,}|\.\s*\.|etc\./.test(text)) return false;
  const words = text.split(/\s+/);
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
function isTitleLine(text: string): boolean {
  // The symbol of an office: `CPM/PBSUCCESS`, `S/S-RO`
  if (/^[A-Z]{1,8}[/–-][A-Z\d/–-]{1,16}$/.test(text)) return true;
  return (
    text.length <= MAX_SIGNED &&
    TITLE.test(text) &&
    text.split(/\s+/).every((word) => TITLE_WORD.test(word)) &&
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
function isOffice(text: string): boolean {
  return text.length <= MAX_NAME && /^[\p{Lu}\s,.&]+$/u.test(text);
}

/** A paragraph; telegrams leave out the full stop at its end. */
function isLong(text: string): boolean {
  return text.length > 100;
}

/** A sentence has ended, or the letter has taken its leave: a name may follow. */
function endsText(text: string | undefined): boolean {
  return (
    text === undefined ||
    /^End (?:of )?(?:text|quote|message|FYI|verbatim text|translation)/i.test(text) ||
    /[.?!:”"’)\]…,]$/.test(text) ||
    /^\W*$/.test(text) ||
    SALUTE.test(text)
  );
}

/** `Attachment: As stated.`, `Enclosures:`, `cc: …` under a signature. */
const ENCLOSURES =
  /^(?:Attachments?|Enclosures?|Encls?|cc|Copies to|Drafted|Drafted by|Clearances?|Tabs?)\.?\s*:|^(?:Enclosures?|Attachments?|Encls?\.?)$/i;

/** Initials of who drafted and who typed, at the very end: `JAK:ML/14`. */
const INITIALS = /^[A-Z]{2,4}[:/][A-Za-z]{1,4}(?:[/-]\w{1,6})?$/;

/** `for Nicholas Platt`: the name in whose stead somebody has signed. */
const FOR_NAME = /^for\s+(?=\p{Lu})/u;

/** Signs after a name that the receiving machine could not read: `KISSINGER##`. */
const UNREAD = /\s*[#*]+$/;

/** What the lines at the end of a document or of an attachment are. */
export interface Closing {
  /** The first line of the closing. */
  readonly start: number;
  /** Lines on enclosures and copies from here on. */
  readonly enclosures?: number;
  readonly signature?: { readonly from: number; readonly to: number; readonly cert?: 'low' };
  readonly dateline?: number;
}

/** The last strand is the signature, with how sure that is; or there is none. */
export type KnownSignature = { readonly at: number; readonly cert?: 'low' } | 'none';

/** The closing of a part whose signature is known; it may stand in another part of the document. */
export function knownClosing(signature: KnownSignature, end: number): Closing {
  if (signature === 'none' || signature.at !== end - 1) return { start: end };
  const { at, cert } = signature;
  return { start: at, signature: { from: at, to: end, ...(cert === undefined ? {} : { cert }) } };
}

/** Finds the closing of the lines from `from` to `end`: complimentary close, signature with its title, a dateline below. */
export function findClosing(strands: readonly Strand[], from: number, end: number): Closing {
  const text = (at: number): string => (at >= from && at < end ? (strands[at]?.text ?? '') : '');
  const enclosures = findEnclosures(strands, from, end);
  let at = enclosures ?? end;
  const hasDateline = at - 1 > from && text(at - 1).length < 100 && readDateline(text(at - 1)) !== undefined;
  const dateline = hasDateline ? at - 1 : undefined;
  if (hasDateline) at--;
  const signature = findSignature(text, from, at);
  if (signature !== undefined) {
    at = signature.from;
    if (ON_BEHALF.test(text(at - 1))) at--;
  }
  if (enclosures !== undefined && signature === undefined && dateline === undefined) return { start: end };
  while (at - 1 > from && SALUTE.test(text(at - 1))) at--;
  return {
    start: at,
    ...(enclosures === undefined ? {} : { enclosures }),
    ...(signature === undefined ? {} : { signature }),
    ...(dateline === undefined ? {} : { dateline }),
  };
}

/** Enclosures and copies are named on at most so many lines. */
const MAX_ENCLOSURES = 8;

/** Where the lines on enclosures and copies begin at the end; those that have no label of their own stand under one that has. */
function findEnclosures(strands: readonly Strand[], from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let at = end - 1; at > from && end - at <= MAX_ENCLOSURES; at--) {
    const { text = '', indent = 0 } = strands[at] ?? {};
    if (ENCLOSURES.test(text) || INITIALS.test(text)) found = at;
    else if (text.length > MAX_NAME || /[.?!,:]$/.test(text) || (isSignature(text) && indent === 0)) break;
  }
  return found;
}

function findSignature(
  text: (at: number) => string,
  from: number,
  end: number,
): { readonly from: number; readonly to: number } | undefined {
  for (const titles of [0, 1]) {
    const at = end - 1 - titles;
    if (at < from || (titles === 1 && !isTitleLine(text(end - 1)))) continue;
    const stead = FOR_NAME.exec(text(at))?.[0].length;
    if (stead !== undefined && isSignature(text(at).slice(stead))) {
      // Above it stands the hand of who signed, as far as OCR could read it.
      return { from: at - 1 > from && /^\S{2,20}$/.test(text(at - 1)) ? at - 1 : at, to: end };
    }
    const before = ON_BEHALF.test(text(at - 1)) ? text(at - 2) : text(at - 1);
    if (!isSignature(text(at))) continue;
    if (at === from || endsText(before) || isOffice(before) || (isLong(before) && !/\bof\b/i.test(text(at)))) {
      return { from: at, to: end };
    }
    // Two have signed: both names in full
    if (isName(text(at)) && isName(before) && at - 1 > from && endsText(text(at - 2))) {
      return { from: at - 1, to: end };
    }
  }
  return undefined;
}

/** Makes the `closer` of a document or attachment (TEI P5 §4.2.2); the strands of `context` up to its `end` are what precedes. */
export function closer(context: Context, closing: Closing, end: number): Recognition | undefined {
  const children: Closer['children'][number][] = [];
  const pagesBefore: Block[] = [];
  const signed: string[] = [];
  let dated: Facts = {};
  for (let at = closing.start; at < end; at++) {
    const strand = context.strands[at];
    if (strand === undefined) break;
    const { pages, rest } = leadingPages(strand);
    if (children.length === 0) append(pagesBefore, pages);
    else append(children, pages);
    const { signature } = closing;
    if (at === closing.dateline) {
      const reading = readDateline(rest.text) ?? {};
      children.push({ element: 'dateline', attributes: {}, children: weave(rest, datelineAnnotations(reading)) });
      if (reading.date !== undefined) dated = { dateline: { ...reading, text: rest.text, at: rawOffset(rest, 0) } };
    } else if (closing.enclosures !== undefined && at >= closing.enclosures) {
      const type = INITIALS.test(rest.text) ? 'initials' : 'enclosures';
      children.push({ element: 'seg', attributes: { type }, children: weave(rest) });
    } else if (signature !== undefined && at >= signature.from) {
      if (at === signature.from || FOR_NAME.test(rest.text) || isName(rest.text)) {
        signed.push(rest.text.replace(FOR_NAME, '').replace(UNREAD, ''));
        children.push({ element: 'signed', attributes: certainty(signature), children: signedChildren(context, rest) });
      } else {
        children.push({ element: 'seg', attributes: { type: 'title' }, children: weave(rest) });
      }
    } else if (ON_BEHALF.test(rest.text)) {
      children.push({ element: 'seg', attributes: {}, children: weave(rest) });
    } else {
      children.push({ element: 'salute', attributes: {}, children: weave(rest) });
    }
  }
  if (children.length === 0) return undefined;
  return {
    blocks: [...pagesBefore, { element: 'closer', attributes: {}, children }],
    next: end,
    facts: { ...dated, signed },
  };
}

function certainty({ cert }: NonNullable<Closing['signature']>): Signed['attributes'] {
  return cert === undefined ? {} : { cert };
}

/** The name as `persName`; a title after it stands outside. */
function signedChildren(context: Context, strand: Strand): PersName['children'] {
  const title = titleStart(strand.text);
  const end = title < 0 ? strand.text.length : title;
  const start = FOR_NAME.exec(strand.text)?.[0].length ?? 0;
  const name = strand.text.slice(0, end).replace(UNREAD, '').trimEnd();
  const person = context.person(strand.text.slice(start, name.length));
  const corresp = person === undefined ? {} : { corresp: person };
  return weave(strand, [nameAnnotation({ start, end: name.length }, 'persName', corresp)]);
}

/** Where the title begins in `J.C. King Chief, WH`; -1 where there is none. */
function titleStart(text: string): number {
  for (const match of text.matchAll(/\S+/g)) {
    if (match.index > 0 && TITLE.test(match[0])) return match.index;
  }
  return -1;
}
