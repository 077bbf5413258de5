/**
 * The acts of drafting, clearing, approving … that a note tells of its own document. What it tells of another document (an earlier
 * draft, an attachment, a telegram cited) is left out: an act counts where its verb begins the sentence, or where the document itself
 * is the subject.
 */

import type { Act, ActKey, NamedPerson, UnknownToken } from '../../model/header.js';
import { append } from '../../model/list.js';
import { readParties } from './parties.js';
import { closings, type Sentence } from './sentences.js';
import { toldActs } from './told.js';
import { ADVERBS, NEGATION, OTHER_VERBS, VERB_WORDS, VERBS } from './verbs.js';

const VERB = new RegExp(`\\b(${VERB_WORDS})\\b`, 'gi');
/** A sentence that begins with its act, or with another doing that an act is joined to (`Submitted by … and concurred in by`). */
const OWN_START = new RegExp(`^(?:${ADVERBS}\\s+)*(?:${VERB_WORDS})\\b`, 'i');
const JOINED_START = new RegExp(
  `^(?:text\\s+)?(?:${ADVERBS}\\s+)*(?!attached|found|published|printed|based|dated)(?:${OTHER_VERBS})\\b`,
  'i',
);
/** There, only `and` and `;` join an act: `Sent under a memorandum, drafted by X` is about the memorandum. */
const JOINS = /(?:\band|;)\s+$/;
/** The document as the subject: `The memorandum was drafted by …`, `… copy, this memorandum was drafted by`, `that it was drafted by`. */
const DOCUMENTS =
  '(?:source text|memorandum|memorandum of conversation|memoranda|telegram|letter|paper|message|document|conversation|report|airgram|despatch|draft|text|original|study|estimate|minutes|record|transcript|cable|memcon|drafting information|note|copy|instruction|summary record)';
const SUBJECT = new RegExp(
  `(?:\\b(?:it|(?:the|this) (?:source text|(?:${DOCUMENTS})(?: of (?:the|this) (?:conversation|meeting|discussion))?))\\b(?: itself)?,? (?:was|were|had been|has been|is|are) (?:${ADVERBS} )*)(?=(?:${VERB_WORDS}|submitted|transmitted|forwarded|reviewed|revised|issued)\\b)`,
  'gi',
);

interface Verb {
  readonly key: ActKey;
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
}

/** Whether a verb stands where an act's verb does: at the start, or after `;`, `,`, `and`, `was` with perhaps an adverb. */
const BEFORE_VERB = new RegExp(
  `(?:^|[;,]\\s*|\\b(?:and|but|or|was|were|been|be)\\s+|[.]\\s*)(?:(?:${ADVERBS}|and|but|was|were|it was|which was|it|this|paragraphs? \\d+(?:[–-]\\d+)?)\\s+)*$`,
  'i',
);

/** A stretch of a sentence that is read for acts, with its offset in the note. */
interface Clause {
  readonly text: string;
  readonly offset: number;
  /** The clause begins with another doing: acts must be joined to it by `and`. */
  readonly joined?: boolean;
}

/** Replaces bracketed and quoted stretches by spaces, so that verbs inside them are not seen; the length stays. */
function masked(text: string): string {
  let out = '';
  const ends = closings(text);
  for (let i = 0; i < text.length; i++) {
    const end = ends.get(i);
    if (end !== undefined) {
      out += ' '.repeat(end - i + 1);
      i = end;
    } else out += text[i];
  }
  return out;
}

function verbsOf(mask: string): Verb[] {
  const found: Verb[] = [];
  for (const m of mask.matchAll(VERB)) {
    const before = mask.slice(Math.max(0, m.index - 60), m.index);
    if (!BEFORE_VERB.test(before)) continue;
    const key = VERBS[(m[1] ?? '').toLowerCase()];
    if (key === undefined) continue;
    found.push({ key, start: m.index, end: m.index + m[0].length, negated: /\bnot\s+(?:\w+\s+)?$/i.test(before) });
  }
  return found;
}

const END_OF_ACT = new RegExp(
  `(?:[;,]?\\s+(?:and|but|which|who)?\\s*|[;,]\\s*)(?:(?:was|were|then|also|has been|had been|is|it was)\\s+)*(?:${OTHER_VERBS})\\b`,
);
/** A verb of another clause: that clause's subject stands before it. */
const OTHER_CLAUSE =
  /(?<!\bto)\s(?:bears?|indicates?|reads?|states?|is|are|has|have|appears?|wrote|asked|told|added|did|does|was|were)\s/;

/** Where the words of an act end, in what follows its verb. */
function endOfAct(words: string): number {
  const clause = OTHER_CLAUSE.exec(words)?.index ?? words.length;
  const subject = clause === words.length ? -1 : words.slice(0, clause).search(/(?:[;,]|\sand)[^;,]*$/);
  const end = subject < 0 ? clause : subject;
  return END_OF_ACT.exec(words.slice(0, end))?.index ?? end;
}

/** Groups verbs that share their parties: `Drafted, initialed, and signed by X`. */
function groups(mask: string, verbs: readonly Verb[]): Verb[][] {
  const found: Verb[][] = [];
  for (const verb of verbs) {
    const last = found.at(-1);
    const previous = last?.at(-1);
    const joined =
      previous !== undefined &&
      new RegExp(`^[\\s,]*(?:(?:and|${ADVERBS})\\s+)*$`, 'i').test(mask.slice(previous.end, verb.start));
    if (joined && last !== undefined) last.push(verb);
    else found.push([verb]);
  }
  return found;
}

/** What an act's words end with and does not belong to them. */
const TRAILING = /(?:[\s,;]|(?<!\b(?:Jr|Sr|Inc|\p{Lu}\.\p{Lu}))\.|\b(?:and|but|was|were|also|then|not)\b)+$/iu;
/** The note's own phrase for an act: the verb with its preposition (`cleared in draft with`). */
const PHRASE = /^(?:\s+(?:in (?:draft|substance|part|principle)|for transmission|orally|by|with|in))*/i;

function actsOf(clause: Clause, acts: Act[], unknown: UnknownToken[]): void {
  const mask = masked(clause.text);
  const grouped = groups(
    mask,
    verbsOf(mask).filter(({ start }) => !clause.joined || JOINS.test(mask.slice(Math.max(0, start - 8), start))),
  );
  grouped.forEach((group, i) => {
    const first = group[0];
    const last = group.at(-1);
    if (first === undefined || last === undefined || group.some((verb) => verb.negated)) return;
    const limit = grouped[i + 1]?.[0]?.start ?? clause.text.length;
    const end = last.end + endOfAct(mask.slice(last.end, limit));
    // A concurrence has its party before the verb as well: read by `activeActs`.
    const body = clause.text
      .slice(last.end, end)
      .replace(/^\s+(?:in|with) (?=by\b)/i, ' ')
      .replace(TRAILING, '');
    const parties = readParties(
      concurrence(last, clause.text, body),
      last.key === 'drafted' || last.key === 'prepared',
    );
    for (const words of parties.unknown) unknown.push(unknownToken(words, clause, last.end));
    group.forEach((verb, n) => {
      const persons = n === group.length - 1 ? [...parties.persons, ...parties.added] : parties.persons;
      if (persons.length === 0 && parties.when === undefined) return;
      acts.push({
        key: verb.key,
        phrase: phraseOf(clause.text, verb, last, end),
        persons,
        ...(parties.when === undefined ? {} : { when: parties.when }),
        span: { start: clause.offset + first.start, end: clause.offset + end },
      });
    });
  });
}

/** `concurred in by X` and `concurred in this memorandum`: only the first has a party after it. */
function concurrence(verb: Verb, text: string, body: string): string {
  if (verb.key !== 'cleared' || !/^concur/i.test(text.slice(verb.start, verb.end))) return body;
  return /\bby\s/.test(body) ? body.replace(/^.*?\bby\s/s, 'by ') : '';
}

function phraseOf(text: string, verb: Verb, last: Verb, end: number): string {
  const after = PHRASE.exec(text.slice(last.end, end))?.[0] ?? '';
  return (text.slice(verb.start, verb.end) + after).replace(/\s+/g, ' ').trim();
}

function unknownToken(words: string, clause: Clause, from: number): UnknownToken {
  const at = clause.text.indexOf(words, from);
  const start = clause.offset + (at < 0 ? from : at);
  return { text: words, span: { start, end: start + words.length }, where: 'acts' };
}

/** What a sentence without an act of its own, but with the document as its subject, says from the verb on. */
function subjectClauses(sentence: Sentence): Clause[] {
  const mask = masked(sentence.text);
  const found: Clause[] = [];
  for (const m of mask.matchAll(SUBJECT)) {
    if (NEGATION.test(mask.slice(0, m.index + m[0].length).replace(/no drafting information[^,;]*[,;]/i, ''))) continue;
    const start = m.index + m[0].length;
    const text = sentence.text.slice(start);
    found.push({ text, offset: sentence.start + start, joined: !OWN_START.test(text) });
    break;
  }
  return found;
}

function unique(acts: readonly Act[]): Act[] {
  const seen = new Set<string>();
  return acts.filter((act) => {
    const same = `${act.key} ${act.persons.map((person: NamedPerson) => person.name).join('|')}`;
    if (seen.has(same)) return false;
    seen.add(same);
    return true;
  });
}

/** No sentence of a source note is longer; what is, is not taken apart but said to be unknown. */
const LONGEST_SENTENCE = 5000;
const LONGEST_SHOWN = 80;

/** Reads the acts of the sentences after the markings. */
export function readActs(list: readonly Sentence[]): { acts: readonly Act[]; unknown: readonly UnknownToken[] } {
  const acts: Act[] = [];
  const unknown: UnknownToken[] = [];
  for (const sentence of list) {
    if (sentence.text.startsWith('(')) continue;
    if (sentence.text.length > LONGEST_SENTENCE) {
      unknown.push({
        text: sentence.text.slice(0, LONGEST_SHOWN),
        span: { start: sentence.start, end: sentence.end },
        where: 'acts',
      });
      continue;
    }
    const isOwn = OWN_START.test(sentence.text);
    if (isOwn || JOINED_START.test(sentence.text)) {
      actsOf({ text: sentence.text, offset: sentence.start, joined: !isOwn }, acts, unknown);
      // What follows a semicolon may be told otherwise: `…; Robertson concurred for State`.
      const semicolon = sentence.text.indexOf('; ');
      if (semicolon > 0) append(acts, toldActs({ ...sentence, text: sentence.text.slice(semicolon + 2) }));
      continue;
    }
    const clauses = subjectClauses(sentence);
    for (const clause of clauses) actsOf(clause, acts, unknown);
    if (clauses.length === 0) append(acts, toldActs(sentence));
  }
  return { acts: unique(acts), unknown };
}
