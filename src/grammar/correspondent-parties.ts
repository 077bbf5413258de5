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

const PARENTHESIS = /\(\s*([^()]*?)\s*\)/g;
const NOT_NAMES =
  /^(?:(?:received|recd|despatched|dispatched|telegraphic|extract|temporary|acting|the|at|in|on|for|retired|ret|and|then|now|continued|part|see|paraphrase|extract|translation)\b|no\.|\d)/i;
/** A day without its year, behind a post: `Telegram 1703 to USUN, March 14`. */
const DAY = /,\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}$/;
type Side = Correspondent['type'];

function withoutArticle(text: string, span: Span): Span {
  const article = /^(?:the|an?)\s+(?=\S)/i.exec(text.slice(span.start, span.end));
  return article === null ? span : { start: span.start + article[0].length, end: span.end };
}

/** The span without spaces and signs at its ends. */
export function trimmed(text: string, span: Span): Span {
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
    end: inner.start + words.replace(/ ad interim$/i, '').replace(DAY, '').length,
  });
  return /\p{Lu}/u.test(text.slice(institution.start, institution.end)) ||
    /^(?:certain|all|multiple|selected) /.test(words)
    ? { type, element: 'gloss', span: institution }
    : undefined;
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** A post or department, which `and` parts from another: `the Department of State and the Embassy in France`. */
const POST = /^the (?:Embassy|Embassies|Mission|Department|Consulate|Legation|Delegation)\b/;
/** Several posts in one, whose countries `and` joins: `the Embassies in Peru, Costa Rica, and Austria`. */
const POSTS = /^the (?:Embassies|Missions|Consulates|Legations|Delegations|Stations)\b/;

/** Where ` and ` joins two parties, each with its own name or office: `Chairmen Khrushchev and Brezhnev`. */
function parties(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const cuts = [...words.matchAll(/,?\s+and\s+(?:to\s+)?/g)].filter(({ index }) => {
    const left = words.slice(0, index);
    const right = words.slice(index).replace(/^,?\s+and\s+(?:to\s+)?/, '');
    if (POST.test(right)) return POST.test(left);
    if (POSTS.test(left)) return false;
    if (POST.test(left)) return isOfficeWord(right.split(/\s/)[0] ?? '') && trailingName(right) !== undefined;
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

/** Those who are named in the words between the offsets of a span, as senders or receivers: by the names in parentheses, the names, or as offices. */
export function side(text: string, type: Side, whole: Span): Correspondent[] {
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
