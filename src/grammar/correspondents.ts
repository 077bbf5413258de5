import type { Correspondent } from '../model/header.js';
import { side, trimmed } from './correspondent-parties.js';
import { trailingName } from './names.js';

/** `From`, with the slips of reading machines; in the older heads, `by` after a genre. */
const FROM = /\b(?:from|front)\b\s+/i;
const BY = /(?:,\s*|\b)(?:prepared by|by)\s+/i;
const FOR = /\bfor\s+/i;
const TO = /\s+to\s+/gi;
/** Words after which ` to ` belongs to an office: `Mission to the United Nations`, `Assistant to the President`. */
const TAKES_TO =
  /(?:mission|assistant|assistants|adviser|advisers|advisor|advisors|delegation|delegations|delegate|delegates|representative|representatives|ambassador|ambassadors|observer|counselor|consultant|aide|aides|deputy|envoy|minister|liaison|liaison officer|commissioner|legation|special emissary|emissary|secretary|counsel|visit|accredited|according|next|attaché|attached|assigned|access|accreditation|military assistant|coordinator|participants)(?:-designate)?$/i;
/** What ends a correspondent's phrase in a memorandum's heading: what it is about, with whom it was. */
const SUBJECT =
  /,?\s+(?:of an? |of the |concerning|regarding|relating to|on the|about|transmitting|covering|respecting|enclosing|entitled|dated|for the record|with regard)\b/i;
/** `Between A and B` and `by A of a Conversation With B`: the volumes encode the two as sender and receiver. */
const BETWEEN = /\bbetween\s+/i;
const WITH = /\s+with\s+(?=\S)/i;
const CONVERSATION = /\b(?:conversation|interview|discussion|meeting|talk|conference|exchange|correspondence)s?\b/i;

/** ` to ` before a verb parts nobody: `Papers Used to brief the President`. */
const INFINITIVE =
  /^\s+to\s+(?!(?:the|an?|all|any|both|certain|each|every|four|his|her|its|their|missions?|multiple|other|posts?|selected|several|some|three|two|various|de|de la|del|d|von|van|al|el|la|le|ibn|bin|heads|members|representatives|officers|chiefs|ministers)\b)\p{Ll}/u;

/** What the speaker stood before, which is none of his name: `Address by President Carter Before the General Assembly`. */
const BEFORE = /,?\s+before\s+(?:an?|the)\s/i;
/** ` on ` leads to a subject behind a name in parentheses or a secretary's whole office, and is part of an office elsewhere: `Adviser on Political Relations`. */
const ON = /(?<=\)|\bSecretary of (?:State|War|Defense|the (?:Navy|Treasury)))\s+on\s/i;
/** A single official's office that ends in ` to `: without a name of its own, the name behind the whole is its holder's. */
const OFFICE_TO =
  /(?:assistant|advis[eo]r|delegate|representative|ambassador|observer|counselor|consultant|aide|deputy|envoy|minister|commissioner|emissary)(?:-designate)?$/i;
/** A name in parentheses that ends the words. */
const HELD = /\([^()]+\)[\s.,]*$/;
/** Words that call a paper by its series and number, where a sender would stand: `Nusup 1095 to Geneva`. */
const SERIES_NUMBER = /^\p{L}+\s+(?:No\.\s*)?\d+$/u;

/** The ` to ` that parts sender from receiver: the first one that belongs to no office, none in parentheses; else, unless `strict`, the last. */
function partition(text: string, start: number, end: number, strict: boolean): RegExpExecArray | undefined {
  const candidates: RegExpExecArray[] = [];
  TO.lastIndex = start;
  for (let m = TO.exec(text); m !== null && m.index < end; m = TO.exec(text)) {
    const before = text.slice(start, m.index);
    const isOutside = before.split('(').length === before.split(')').length;
    if (isOutside && !INFINITIVE.test(text.slice(m.index, end))) candidates.push(m);
  }
  // `the Representative of President Roosevelt to Pope Pius XII (Taylor) to …`: the name in parentheses ends the sender.
  const closed = candidates.find((m) => text[m.index - 1] === ')' || text.slice(m.index - 2, m.index) === '),');
  if (closed !== undefined) return closed;
  const free = candidates.find((m) => !TAKES_TO.test(text.slice(start, m.index)));
  return free ?? (strict ? undefined : candidates.at(-1));
}

function between(text: string, start: number, end: number, strict = false): Correspondent[] {
  const to = partition(text, start, end, strict);
  if (to === undefined || isOneOffice(text.slice(start, to.index), text.slice(to.index, end)))
    return side(text, 'from', { start, end });
  return [
    ...side(text, 'from', { start, end: to.index }),
    ...side(text, 'to', { start: to.index + to[0].length, end }),
  ];
}

/** `the Ambassador to the Soviet Union (Thompson)`: one office and who holds it, and no sender and receiver. */
function isOneOffice(left: string, right: string): boolean {
  return OFFICE_TO.test(left) && !left.includes('(') && trailingName(left) === undefined && HELD.test(right);
}

/** The sender and receiver of a heading that names no genre, `X to Y`, or a kind of paper that is none of the taxonomy: `Personal note from X to Y`. */
function ofNoGenre(text: string, start: number, end: number): Correspondent[] {
  const to = partition(text, start, end, false);
  if (to === undefined) return [];
  const from = FROM.exec(text.slice(start, to.index));
  if (from !== null && /^\S+ \p{Ll}+\s*$/u.test(text.slice(start, start + from.index)))
    return between(text, start + from.index + from[0].length, end);
  const sender = trimmed(text, { start, end: to.index });
  if (SERIES_NUMBER.test(text.slice(sender.start, sender.end)))
    return side(text, 'to', { start: to.index + to[0].length, end });
  return [
    ...side(text, 'from', { start, end: to.index }),
    ...side(text, 'to', { start: to.index + to[0].length, end }),
  ];
}

/**
 * Finds sender and receiver in a heading, from `start` (after its number) to `end` (before its own dateline).
 * `genre` is the genre that the heading's words name; where they name none, the heading is `X to Y`.
 */
export function readCorrespondents(
  text: string,
  start: number,
  end: number,
  genre: string | undefined,
): Correspondent[] {
  const words = text.slice(start, end);
  if (genre === undefined) return ofNoGenre(text, start, end);
  const from = FROM.exec(words);
  if (from !== null) return between(text, start + from.index + from[0].length, end);
  const pair = BETWEEN.exec(words);
  if (pair !== null && CONVERSATION.test(words)) return conversing(text, start + pair.index + pair[0].length, end);
  const by = BY.exec(words);
  if (by !== null) {
    const begin = start + by.index + by[0].length;
    const partner = CONVERSATION.test(words) ? WITH.exec(text.slice(begin, end)) : null;
    if (partner !== null) {
      const of = text.slice(begin, begin + partner.index).search(/,?\s+of an? /i);
      const until = begin + (of < 0 ? partner.index : of);
      return [
        ...side(text, 'from', { start: begin, end: until }),
        ...side(text, 'to', { start: begin + partner.index + partner[0].length, end }),
      ];
    }
    const subject = SUBJECT.exec(text.slice(begin, end).replace(/^the /, '    '));
    let last = subjectEnd(text, begin, end, subject);
    for (const word of [BEFORE, ON]) {
      const at = text.slice(begin, last).search(word);
      if (at > 0) last = begin + at;
    }
    // A writer has no receiver unless one is named: `by Mr. Hiss, Assistant to the Adviser (Hornbeck)`.
    return between(text, begin, last, true);
  }
  const addressed = ADDRESSED.exec(words);
  if (addressed !== null) return side(text, 'to', { start: start + addressed[0].length, end });
  if (!/^(?:memorandum|instruction)/.test(genre) || FILED.test(words)) return [];
  const receiver = FOR.exec(words);
  return receiver === null ? [] : side(text, 'to', { start: start + receiver.index + receiver[0].length, end });
}

/** A memorandum that is for nobody: `Draft Memorandum for the Record`, `Memorandum for the President's File`, `Memorandum of …`. */
const FILED = /\bmemorand\S+ of\b|\bfor (?:the )?(?:\S+ )?(?:records?|files?)\b/i;

/** `Cablegram to Embassy in Jakarta`, `Draft letter to the Ambassador`: only the receiver is named. */
const ADDRESSED =
  /^\s*(?:(?:draft|circular|outward|secret|savingram|unsent) )?(?:cablegram|telegram|savingram|letter|despatch|dispatch|cable|airgram|instruction|message|note)(?: (?:no\. )?[\w–-]*\d[\w–/-]*)? to (?=\S)/i;

/** `Between Secretary of State Rusk and the Soviet Ambassador (Dobrynin)`. */
function conversing(text: string, start: number, end: number): Correspondent[] {
  const and = /\s+and\s+/g;
  and.lastIndex = 0;
  const words = text.slice(start, end);
  for (const m of words.matchAll(and)) {
    if (isInOffice(words.slice(m.index + m[0].length))) continue;
    const left = side(text, 'from', { start, end: start + m.index });
    const right = side(text, 'to', { start: start + m.index + m[0].length, end });
    if (left.length > 0 && right.length > 0 && !/\([^)]*$/.test(words.slice(0, m.index))) return [...left, ...right];
  }
  return [];
}

/**
 * Whether what follows an `and` ends the title of an office (`Near Eastern, South Asian, and African Affairs`) and begins none (`and Under Secretary
 * for Political Affairs`).
 */
function isInOffice(words: string): boolean {
  const scope = SCOPE.exec(words)?.[1];
  return scope !== undefined && !HOLDER.test(scope);
}
const SCOPE =
  /^((?:\p{Lu}[\p{L}-]+,? ){1,3}?)(?:Affairs|Relations|Policy|Security|Planning|Operations|Research|Development)\b/u;
const HOLDER =
  /\b(?:Secretary|Under|Deputy|Acting|Assistant|Special|Minister|Director|Chief|Chairman|Ambassador|President|Advis[eo]r|Counselor|Representative|General)\b/;

/** A subject ends the phrase only after a name: `the Chief of the Division` is an office. */
function subjectEnd(text: string, begin: number, end: number, subject: RegExpExecArray | null): number {
  if (subject === null) return end;
  const before = text.slice(begin, begin + subject.index);
  return /\)\s*$/.test(before) || /^of an? /i.test(subject[0].trim()) ? begin + subject.index : end;
}
