/**
 * Who did an act: the list after `drafted by`, `cleared in draft with`, `approved in`: names with and without titles, offices,
 * appositions, dates, and asides that belong to neither.
 */
import type { NamedPerson } from '../../model/header.js';
import { type Chunk, chunks } from './list.js';
import {
  ASIDE,
  bare,
  DATE,
  DATE_CHUNK,
  isOfficeName,
  isSingleOffice,
  isTitle,
  officeOf,
  personOf,
  redacted,
  withoutArticle,
  withoutBehalf,
} from './party.js';

/** What a list says: who acted, when, and the words that the grammar could not place. */
export interface Parties {
  readonly persons: readonly NamedPerson[];
  /** Those that a second phrase adds (`…, and in S/S–S by John P. Walsh`): of several verbs, only the last means them. */
  readonly added: readonly NamedPerson[];
  readonly when?: string;
  readonly unknown: readonly string[];
}

/** How an act was done: no party. */
const MANNER =
  /^(?:(?:in (?:draft(?: form)?|substance|part|principle|final(?: form)?|full|person|general|writing|advance|effect|outline|preliminary form|the original|two (?:parts|sections)|haste|paragraph \w+|handwriting|his own hand\w*)|as (?:amended|revised|corrected|drafted|accurate|correct)|orally|personally|jointly|verbally|separately|telephonically|informally|originally|partially|tentatively|simultaneously|by (?:tele)?phone|over the (?:tele)?phone|on the telephone|for (?:transmission|release|information|dispatch|distribution|publication|clearance|substance|political content))\b[\s,]*)+/i;
/** What begins an aside as a part of the list: nothing counts until the next phrase. */
const ASIDE_CHUNK =
  /^(?:both (?:in|of|from|at)|who|whom|whose|which|according to|as (?:set|indicated|noted|shown)|indicating|although|though|but not|except|a pseudonym|the latter|on behalf|under (?:a|an|the)|at the|with the exception|presumably for|for the)\b/i;
const IGNORED =
  /^(?:and|or|but|also|both|all|others?|himself|herself|itself|them|each|the latter|the former|the same|an unidentified .*|an unknown .*|unknown|unidentified .*|several .*|various .*|staff|(?:the |other )?(?:members of the )?staff(?: members?)?|someone.*|him|et al\.?|etc\.?|(?:minor |some |slight )?(?:revisions?|changes?|amendments?|corrections?)|two others?|three others?|among others|inter alia|respectively|first|then|Jr\.?|Sr\.?)$/i;

const LEADING_DATE = new RegExp(`^(?:on |dated )?(${DATE})(?=\\s|$)\\s*`, 'i');
const YEAR = /^\d{4}$/;
/** Somebody's own secretary or aide, whose name follows: `Herter’s secretary, Marian S. Stilson`. */
const ATTENDANT = /[’']s?\s+(?:\p{Ll}+\s+)*(?:secretary|assistant|aide|staff|office)$/u;
/** A second phrase in the same breath: `Cleared by Clough with Legal Adviser Becker`. */
const SECOND = /\s+(?:with|by)\s+(?=\p{Lu}|the\s\p{Lu})/u;

/** `Signed for Dulles by Robert Murphy`: Murphy did it. */
const FOR_SOMEBODY = /^for (?:the )?\p{Lu}[^,;]{0,60}? by /u;

/** What begins the next phrase of an act: its preposition. */
const AGENT = /^(?:by|with|through|from)\s+/i;
const PLACE_OF_ACT = /^(?:in|at|within)\s+(?=\S)/i;
const LEADING_ADVERBS =
  /^(?:(?:and|but|or|also|then|as well as|both|jointly|further|later|subsequently|again|presumably|probably|apparently|possibly|evidently|reportedly|finally|first(?! Secretary)|initially|originally|in turn|personally|separately)\s+(?=\S))+/i;

/** No name with its titles and asides is longer; what is, is not taken apart. */
const LONGEST_PARTY = 1000;
const LONGEST_SHOWN = 80;

/** Reads the parts of one list in order; what has been read decides what a part can be. */
class ListReader {
  readonly persons: NamedPerson[] = [];
  readonly added: NamedPerson[] = [];
  readonly unknown: string[] = [];
  when: string | undefined;
  /** An office after a person is that person's (drafters), not a party of its own (clearances). */
  readonly #personal: boolean;
  /** How many prepositions have begun a phrase. */
  #phrases = 0;
  #mode: 'agent' | 'place' | undefined;
  /** An aside is open: `…, who initialed for Dulles, Phleger, and Robertson`. */
  #skipping = false;
  /** A title is open to the right of a name: symbols after it belong to it. */
  #apposition = false;

  constructor(personal: boolean) {
    this.#personal = personal;
  }

  get #list(): NamedPerson[] {
    return this.#phrases > 1 ? this.added : this.persons;
  }

  read(chunk: Chunk, next: Chunk | undefined): void {
    if (chunk.joint === ';') this.#skipping = false;
    if (chunk.text.length > LONGEST_PARTY) {
      this.unknown.push(chunk.text.slice(0, LONGEST_SHOWN));
      return;
    }
    let text = ASIDE_CHUNK.test(chunk.text) ? chunk.text : chunk.text.replace(LEADING_ADVERBS, '');
    text = text.replace(FOR_SOMEBODY, 'by ');
    for (let before = ''; before !== text; ) {
      before = text;
      text = this.#dated(
        text
          .replace(/^\((?:in [^()]*|draft|info\w*)\)\s*/i, '')
          .replace(MANNER, '')
          .trim(),
      );
      const place = PLACE_OF_ACT.exec(text);
      if (place !== null) {
        this.#begin('place');
        this.#inOffice(text.slice(place[0].length), chunk, next);
        return;
      }
      text = this.#agent(text, chunk);
    }
    if (text === '' || YEAR.test(text)) return;
    this.#skipping ||= ASIDE_CHUNK.test(text);
    if (this.#skipping) return;
    if (this.#mode === 'place') this.#office(text);
    else this.#party(text, chunk, next, undefined);
  }

  #begin(mode: 'agent' | 'place'): void {
    this.#skipping = false;
    this.#apposition = false;
    this.#mode = mode;
    this.#phrases++;
  }

  /** Takes a date off the front. */
  #dated(text: string): string {
    const date = LEADING_DATE.exec(text);
    if (date === null) return text;
    this.when ??= date[1];
    return text.slice(date[0].length).trim();
  }

  /** Takes the preposition of an agent off the front. */
  #agent(text: string, chunk: Chunk): string {
    const agent = AGENT.exec(text);
    if (agent === null) return text;
    // `in the Division of Research, Office of Intelligence Research, by Culver`: the place is where the person belongs.
    if (this.#mode === 'place' && chunk.joint === ',' && agent[0].startsWith('by')) this.#list.length = 0;
    this.#begin('agent');
    return text.slice(agent[0].length);
  }

  /** `in S/S` acted itself; `in S/S by Walsh` is where Walsh did. */
  #inOffice(text: string, chunk: Chunk, next: Chunk | undefined): void {
    const by = /\s+by\s+/i.exec(text);
    if (by === null) {
      this.#office(text);
      return;
    }
    this.#mode = 'agent';
    const office = text.slice(0, by.index).trim();
    const known = this.#list.length;
    this.#party(text.slice(by.index + by[0].length), chunk, next, withoutArticle(bare(office).text));
    // `Drafted in IO/UNP by several staff members`: the office is all that is named.
    if (this.#list.length === known) this.#office(office);
  }

  #office(words: string): void {
    const { text, when } = bare(words.replace(ASIDE, ''));
    this.when ??= when;
    const name = withoutArticle(text);
    if (name !== '' && !DATE_CHUNK.test(name) && !/^\p{Ll}/u.test(name)) this.#list.push({ name, isOffice: true });
  }

  #party(words: string, chunk: Chunk, next: Chunk | undefined, office: string | undefined): void {
    const second = SECOND.exec(words);
    if (second !== null && personOf(bare(words.slice(0, second.index)).text) !== undefined) {
      this.#party(words.slice(0, second.index), chunk, undefined, office);
      this.#party(words.slice(second.index + second[0].length), { text: '', joint: 'and' }, next, undefined);
      return;
    }
    const { text, role = office, when } = bare(withoutBehalf(words.replace(ASIDE, '')));
    this.when ??= when;
    if (text === '' || IGNORED.test(text) || (next !== undefined && ATTENDANT.test(text))) return;
    this.#apposition = this.#isApposition(text, chunk);
    if (this.#apposition) {
      this.#addRole(text);
      return;
    }
    const person = redacted(text, role) ?? personOf(text, role) ?? officeOf(text, role);
    if (person === undefined) this.unknown.push(text);
    else if (!isHeldByNext(person, next, this.#personal)) this.#list.push(person);
  }

  /** Whether the words are a title or symbol after a comma that belongs to the person before. */
  #isApposition(text: string, chunk: Chunk): boolean {
    const last = this.#list.at(-1);
    if (last === undefined || last.isOffice || chunk.joint !== ',') return false;
    if (isTitle(text)) return true;
    if (!isOfficeName(text)) return false;
    return this.#apposition || (this.#personal && !/^the\s/i.test(text) && last.role === undefined);
  }

  #addRole(role: string): void {
    const last = this.#list.pop();
    if (last !== undefined)
      this.#list.push({ ...last, role: last.role === undefined ? role : `${last.role}, ${role}` });
  }
}

/** `the Deputy Director of the Executive Secretariat, Joseph N. Greene, Jr.`: an office whose holder comes next. */
function isHeldByNext(person: NamedPerson, next: Chunk | undefined, personal: boolean): boolean {
  if (person.isOffice || next?.joint !== ',' || !isSingleOffice(person.name)) return false;
  const holder = personOf(bare(next.text).text)?.name;
  // Of a drafter's office, a surname alone may be the holder's; in a list of clearances it is another party.
  return person.name.split(' ').length > 2 && holder !== undefined && (personal || holder.includes(' '));
}

/**
 * Reads the words after an act's verb (`by Barbis, Parsons, and Lane in NA`, `in S on December 15`). `personal`: the act is one of
 * persons, so that an office after a person is that person's.
 */
export function readParties(body: string, personal: boolean): Parties {
  const reader = new ListReader(personal);
  const list = chunks(body);
  list.forEach((chunk, i) => {
    reader.read(chunk, list[i + 1]);
  });
  const { persons, added, when, unknown } = reader;
  return { persons, added, ...(when === undefined ? {} : { when }), unknown };
}
