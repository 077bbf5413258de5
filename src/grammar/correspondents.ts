import type { Correspondent } from '../model/header.js';
import type { Span } from '../model/position.js';
import {
  isOffice,
  leadingName,
  nameAtPost,
  nameBeforePlace,
  nameIn,
  nameInApposition,
  namesBefore,
  peerIn,
} from './name-in-phrase.js';
import { isOfficeWord, trailingName } from './names.js';

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
const PARENTHESIS = /\(\s*([^()]*?)\s*\)/g;
const NOT_NAMES =
  /^(?:(?:received|recd|despatched|dispatched|telegraphic|extract|temporary|acting|the|at|in|on|for|retired|ret|and|then|now|continued|part|see|paraphrase|extract|translation)\b|no\.|\d)/i;
/** `Between A and B` and `by A of a Conversation With B`: the volumes encode the two as sender and receiver. */
const BETWEEN = /\bbetween\s+/i;
const WITH = /\s+with\s+(?=\S)/i;
const CONVERSATION = /\b(?:conversation|interview|discussion|meeting|talk|conference|exchange|correspondence)s?\b/i;

/** ` to ` before a verb parts nobody: `Papers Used to brief the President`. */
const INFINITIVE =
  /^\s+to\s+(?!(?:the|an?|all|any|both|certain|each|every|four|his|her|its|their|missions?|multiple|other|posts?|selected|several|some|three|two|various|de|de la|del|d|von|van|al|el|la|le|ibn|bin|heads|members|representatives|officers|chiefs|ministers)\b)\p{Ll}/u;

type Side = Correspondent['type'];

function withoutArticle(text: string, span: Span): Span {
  const article = /^(?:the|an?)\s+(?=\S)/i.exec(text.slice(span.start, span.end));
  return article === null ? span : { start: span.start + article[0].length, end: span.end };
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;:.]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s,;:]/.test(text[end - 1] ?? '')) end--;
  // The stop that ends the heading, not that of an initial or of `Jr.`
  if (
    /\p{Ll}{2}\.$|\p{Lu}{4}\.$/u.test(text.slice(start, end)) &&
    !/\b(?:Esq|Bart|Inc|Ltd|Gen|Dept|Gov)\.$/.test(text.slice(start, end))
  )
    end--;
  return { start, end };
}

function person(type: Side, span: Span): Correspondent {
  return { type, element: 'persName', span };
}

/** `(Welles)`; `(Brezhnev)` and `(Kosygin)` where two offices are named. Redacted names count as names. */
function parenthesised(text: string, type: Side, span: Span): Correspondent[] {
  const found: Correspondent[] = [];
  for (const m of text.slice(span.start, span.end).matchAll(PARENTHESIS)) {
    const words = m[1] ?? '';
    if (
      !/^\p{Lu}|^(?:de|von|van|al|el|d['’])\b/u.test(words) ||
      NOT_NAMES.test(words) ||
      /^[\p{Lu}\d/&.–-]+$/u.test(words)
    )
      continue;
    // `(King)` and `(Service)` are names though the words are those of offices; `(Executive Clerk to the President)` is none.
    if (words.includes(' ') && words.split(/\s+/).some(isOfficeWord) && trailingName(words) === undefined) continue;
    const start = span.start + m.index + m[0].indexOf(words);
    found.push(person(type, { start, end: start + words.length }));
  }
  return found;
}

/** With an article, the words are an office or institution, for a person would stand in parentheses: `the Embassy in Japan`. */
const AN_OFFICE = /^(?:the|certain|all|multiple|other|selected)\s/i;

/** The name in one party's words without a parenthesis, or the words themselves as an institution or office. */
function named(text: string, type: Side, span: Span): Correspondent | undefined {
  const inner = trimmed(text, span);
  if (inner.end <= inner.start) return undefined;
  const words = text.slice(inner.start, inner.end);
  const peer = peerIn(words);
  if (peer !== undefined) return person(type, { start: inner.end - peer.length, end: inner.end });
  const own = nameInApposition(words);
  if (own !== undefined) return person(type, shifted(own, inner.start));
  const isOfOffice = AN_OFFICE.test(words) || (words === words.toUpperCase() && isOffice(words.split(' ')[0] ?? ''));
  const name = isOfOffice ? undefined : (nameAtPost(words) ?? nameIn(words));
  if (name !== undefined) return person(type, shifted(name, inner.start));
  if (/^\[[^\]]*not declassified\]/.test(words)) return undefined;
  const institution = withoutArticle(text, {
    start: inner.start,
    end: inner.start + words.replace(/ ad interim$/i, '').length,
  });
  return /\p{Lu}/u.test(text.slice(institution.start, institution.end))
    ? { type, element: 'gloss', span: institution }
    : undefined;
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** A post or department, which `and` parts from another: `the Department of State and the Embassy in France`. */
const POST = /^the (?:Embassy|Embassies|Mission|Department|Consulate|Legation|Delegation)\b/;

/** Where ` and ` joins two parties, each with its own name or office: `Chairmen Khrushchev and Brezhnev`. */
function parties(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const cuts = [...words.matchAll(/,?\s+and\s+(?:to\s+)?/g)].filter(({ index }) => {
    const left = words.slice(0, index);
    const right = words.slice(index).replace(/^,?\s+and\s+(?:to\s+)?/, '');
    if (POST.test(right)) return POST.test(left);
    return (
      trailingName(left.split(/,\s+/).at(-1) ?? '') !== undefined &&
      (trailingName(right.split(/,\s+/)[0] ?? '') !== undefined || leadingName(right) !== undefined)
    );
  });
  const listed = cuts.length === 1 ? namesBefore(words.slice(0, cuts[0]?.index)) : [];
  if (listed.length > 0) {
    const last = (cuts[0]?.index ?? 0) + (cuts[0]?.[0].length ?? 0);
    return [...listed.map((name) => shifted(name, span.start)), { start: span.start + last, end: span.end }];
  }
  const found: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    found.push({ start: span.start + start, end: span.start + cut.index });
    start = cut.index + cut[0].length;
  }
  found.push({ start: span.start + start, end: span.end });
  return found;
}

/** Those who are named by their number only, after one who is named: `Minister of Defense Briceño and other U.S. officials`. */
const OTHERS = /,?\s+and\s+(?:other|others|several|various)\b/;

function side(text: string, type: Side, whole: Span): Correspondent[] {
  const others = text.slice(whole.start, whole.end).search(OTHERS);
  const span = others < 0 ? whole : { start: whole.start, end: whole.start + others };
  const open = trimmed(text, span);
  const several = parties(text, open);
  const leading = several.length > 1 ? undefined : leadingName(text.slice(open.start, open.end));
  if (leading !== undefined) return [person(type, shifted(leading, open.start))];
  const placed = nameBeforePlace(text.slice(span.start, span.end));
  if (placed !== undefined) return [person(type, shifted(placed, span.start))];
  const inParentheses = parenthesised(text, type, span);
  if (inParentheses.length > 0) return inParentheses;
  const plain = text.slice(span.start, span.end).search(/\(/);
  const bounded = plain < 0 ? span : { start: span.start, end: span.start + plain };
  return parties(text, bounded)
    .map((party) => named(text, type, party))
    .filter((found) => found !== undefined);
}

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
  if (to === undefined) return side(text, 'from', { start, end });
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
  if (genre === undefined) {
    const to = partition(text, start, end, false);
    return to === undefined ? [] : between(text, start, end);
  }
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
    // A conversation's writer has no receiver unless one is named: `by Mr. Hiss, Assistant to the Adviser (Hornbeck)`.
    return between(text, begin, subjectEnd(text, begin, end, subject), CONVERSATION.test(words));
  }
  const addressed = ADDRESSED.exec(words);
  if (addressed !== null) return side(text, 'to', { start: start + addressed[0].length, end });
  if (!genre.startsWith('memorandum') || /^\s*memorand\S+ (?:for (?:the )?(?:record|file)|of)/i.test(words)) return [];
  const receiver = FOR.exec(words);
  return receiver === null ? [] : side(text, 'to', { start: start + receiver.index + receiver[0].length, end });
}

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
