/**
 * Who did an act: the list after `drafted by`, `cleared in draft with`, `approved in`: names with and without titles, offices,
 * appositions, dates, and asides that belong to neither.
 */
import type { NamedPerson } from '../../model/header.js';
import { isOfficeWord, trailingName } from '../names.js';

/** What a list says: who acted, when, and the words that the grammar could not place. */
export interface Parties {
  readonly persons: readonly NamedPerson[];
  /** Those that a second phrase adds (`…, and in S/S–S by John P. Walsh`): of several verbs, only the last means them. */
  readonly added: readonly NamedPerson[];
  readonly when?: string;
  readonly unknown: readonly string[];
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';
const DATE = `(?:${MONTH}\\s+\\d{1,2}(?:[-–]\\d{1,2})?(?:,\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:\\s+\\d{4})?|(?:the )?(?:same|following|next|previous) (?:day|date)|that (?:same )?(?:day|date))`;
const DATE_CHUNK = new RegExp(`^(?:on |dated |as of )?(?:or about )?(${DATE})(?: at [\\d:]+ [ap]\\.m\\.)?$`, 'i');
const TRAILING_DATE = new RegExp(`,?\\s+(?:on |dated )?(${DATE})(?:,? (?:at )?[\\d:]+ [ap]\\.m\\.)?$`, 'i');
const YEAR = /^\d{4}$/;

/** How an act was done: no party. */
const MANNER =
  /^(?:(?:in (?:draft(?: form)?|substance|part|principle|final(?: form)?|full|person|general|writing|advance|effect|outline|preliminary form|the original|two (?:parts|sections)|haste|paragraph \w+|handwriting|his own hand\w*)|as (?:amended|revised|corrected|drafted|accurate|correct)|orally|personally|jointly|verbally|separately|telephonically|informally|originally|partially|tentatively|simultaneously|by (?:tele)?phone|over the (?:tele)?phone|on the telephone|for (?:transmission|release|information|dispatch|distribution|publication|clearance|substance|political content))\b[\s,]*)+/i;
const TRAILING_MANNER =
  /,?\s+(?:in (?:draft(?: form)?|substance|part|principle|final(?: form)?|full|person|writing|advance|general)|(?:tele)?phonically|by (?:tele)?phone|orally|personally|for (?:transmission|release|information|dispatch|distribution|clearance))$/i;
/** What begins an aside: who, according to whom, under what. */
const ASIDE =
  /\s+(?:specifically|who|whom|which|following|indicating|although|though|acting for|that|according to|as set forth|as indicated|under (?:a|an|the|cover)|on behalf of|at the (?:request|direction|suggestion|instruction)|before|after|prior|subject to|except|but|with the exception|without|because|while|when|where|from (?:a|an|the|notes)|based|during|pursuant|via|over|and is|and was|to the (?:effect|President|Secretary)|to whom|and sent|at a|for the (?:Secretary|President|record|use)|of the same|only|as)\b.*$/i;
const BEHALF = /\s+(?:for|to)\s+(?=\p{Lu}|the\b)/gu;
/** What begins an aside as a part of the list: nothing counts until the next phrase. */
const ASIDE_CHUNK =
  /^(?:both (?:in|of|from|at)|who|whom|whose|which|according to|as (?:set|indicated|noted|shown)|indicating|although|though|but not|except|a pseudonym|the latter|on behalf|under (?:a|an|the)|at the|with the exception|presumably for|for the)\b/i;
/** Where the one who acted belongs: `of S/P`, `of Kissinger's office`, `in CA`, `at the White House`. */
const BELONGING = /\s+(?:of|from|at|in)\s+((?:the )?\S.*)$/i;
/** Bureaus and offices by their symbols: `EUR`, `S/S–RO`, `SPA`, `INR/EAP`, `H`. */
const SYMBOL = /^(?:\p{Lu}[\p{Lu}\d&]{0,7}|S)(?:\s?[/–-]\s?[\p{Lu}\d&][\p{L}\d&]{0,7})*(?:-\d+)?$/u;
/** Heads of an institution's name. */
const INSTITUTION =
  /\b(?:White House|Department|Departments|Embassy|Bureau|Bureaus|Office|Division|Agency|Treasury|Defense|Commerce|Justice|Agriculture|Interior|Labor|Navy|Army|Air Force|Board|Committee|Council|Staff|Mission|Commission|Administration|Group|Chiefs|Bank|Congress|Pentagon|Force|Directorate|Center|Secretariat|Branch|Section|Delegation|Corps|Service|Services|Community|Estimates|Headquarters|Command|Post|Government)\b/;
/** Institutions by one capitalised word; other such words are surnames, though they be words of offices (`King`). */
const INSTITUTIONS_OF_ONE_WORD =
  /^(?:State|Treasury|Defense|Commerce|Justice|Agriculture|Interior|Labor|Navy|Army|Congress|Pentagon|Staff|Customs|Embassy|Protocol|Legal|Moscow|London|Paris|Bonn|Tokyo|Saigon|Washington|Exim|Eximbank|Budget|Energy|Transportation|Estimates|Legation|Security|Personnel)$/;
/** An institution that begins the words: what ends them is no name (`Office of National Estimates`). */
const BUREAU =
  /^(?:the )?(?:\p{Lu}[\p{L}.’'-]* )?(?:Office|Offices|Bureau|Bureaus|Division|Directorate|Department|Departments|Board|Embassy|Committee|Council|Institute|Center|Mission|Delegation|Branch|Section|Commission|Joint Chiefs|Ministry)\b(?: (?:of|for|in|to|on)\b|$)/u;
/** Offices of one person, without the name: `the Secretary`, `the President`, `the Under Secretary`. */
const SINGLE_OFFICE =
  /^(?:(?:Acting|Deputy|Under|Assistant|Vice|First|Second|Associate|Special|Executive|Legal|Prime) )*(?:Secretary|President|Ambassador|Director|Chairman|Counselor|Minister|Adviser|Advisor|Administrator|Attorney General|Assistant|Chief|Deputy|Consul General|Consul|Chargé|General|Governor|Commissioner|Undersecretary)\b/;
/** Words that open a title in apposition, without an article: `Martin F. Herz, First Secretary of Embassy`. */
const APPOSITION =
  /^(?:Acting|Deputy|Assistant|Associate|First|Second|Third|Chief|Director|Head|Officer|Officer-in-Charge|Special|Staff|Counselor|Political|Economic|Commercial|Executive|Legal|Member|Chairman|Under|Minister|Consul|Vice|Desk|Adviser|Advisor|Consultant|Public|Military|Naval|Air|Press|Labor|Agricultural|Secretary of|Ambassador to|Ambassador in|International|Foreign|Intelligence|Administrative|Administrator|Attaché|Country|Principal|Senior|Then|then|Charg[ée]|President of|Representative)\b/;
const REDACTED = /^\[[^\]]*(?:not declassified|not found|illegible|omitted)[^\]]*\]$/i;
const IGNORED =
  /^(?:and|or|but|also|both|all|others?|himself|herself|itself|them|each|the latter|the former|the same|an unidentified .*|an unknown .*|unknown|unidentified .*|several .*|various .*|someone.*|him|et al\.?|etc\.?|among others|inter alia|respectively|first|then|Jr\.?|Sr\.?)$/i;

/** What begins the next phrase of an act: its preposition. */
const AGENT = /^(?:by|with|through|from)\s+/i;
const PLACE_OF_ACT = /^(?:in|at|within)\s+(?=\S)/i;
const LEADING_ADVERBS =
  /^(?:(?:and|but|or|also|then|as well as|both|jointly|further|later|subsequently|again|presumably|probably|apparently|possibly|evidently|reportedly|finally|first(?! Secretary)|initially|originally|in turn|personally|separately)\s+(?=\S))+/i;
/** Two names that one `and` holds together: it does not part persons. */
const BUREAU_AND =
  /\b(?:Bureau|Bureaus|Office|Department|Departments|Division|Secretary|Assistant|Under|Deputy|Director|Directorate|Committee|Center|Counselor|Chief|Adviser|Staff|Mission|Administration|Branch)\b[^;()]*$/;
const AND_AFFAIRS =
  /^(?:the )?(?:(?:[\p{Lu}][\p{L}.-]*|of|and|the|for|,)\s+)*?(?:Affairs|Research|Budget|Management|Technology|Welfare|Culture|Programs|Operations|Agreements|Activities|Relations|Reports|Policy|Security|Consular|Analysis|Plans|Negotiations|Services|Estimates|Development|Space|Control|Administration|Commerce|Political-Military|Disarmament|Coordination|Monetary|Finance|Trade|Europe|Asia|Pacific|Estimates|Refugees?|Industry|Communications|Reparations|Records|Evaluation|Resources|Oceans|Environmental|Military)\b/u;

/** The rest of a bureau's name with commas: `Near Eastern, South Asian, and African Affairs`. */
const SERIES = /^,\s+(?:\p{Lu}[\p{L}-]+\s?){1,3},?\s+and\s+(?:\p{Lu}[\p{L}-]+\s){1,4}(?:Affairs|Policy|Research)\b/u;

interface Chunk {
  readonly text: string;
  /** How the chunk was parted from the one before: `,`, `;` or `and`. */
  readonly joint: string;
}

/** Cuts a list at commas, semicolons and `and`, outside brackets and quotations. */
function chunks(body: string): Chunk[] {
  const found: Chunk[] = [];
  let depth = 0;
  let from = 0;
  let joint = '';
  const cut = (end: number, next: number, by: string): void => {
    const text = body
      .slice(from, end)
      .replace(/\s+(?:and|or)\s*$/, '')
      .trim();
    if (text !== '') found.push({ text, joint });
    joint = text === '' && joint !== '' ? joint : by;
    from = next;
  };
  for (let i = 0; i < body.length; i++) {
    const c = body[i] ?? '';
    if ('([“'.includes(c)) depth++;
    else if (')]”'.includes(c)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (c === ';' || (c === ',' && !/^,\s+(?:Jr|Sr|I{2,3}|IV|2d|3d)\b/.test(body.slice(i, i + 8)))) {
      // The year of a date is no chunk of its own: `April 7, 1964`.
      const year = /^,\s+(\d{4})\b/.exec(body.slice(i, i + 8));
      if (year !== null && /\d{1,2}$/.test(body.slice(from, i))) continue;
      if (
        c === ',' &&
        /\b(?:for|of) \p{Lu}[\p{L} -]*$/u.test(body.slice(from, i)) &&
        SERIES.test(body.slice(i, i + 80))
      )
        continue;
      cut(i, i + 1, c);
    } else if (
      c === ' ' &&
      /^ (?:and|or|&) /.test(body.slice(i, i + 5)) &&
      !isOneName(body.slice(from, i), body.slice(i).replace(/^ (?:and|or|&) /, ''))
    ) {
      const length = /^ (?:and|or|&) /.exec(body.slice(i, i + 5))?.[0].length ?? 1;
      cut(i, i + length, 'and');
      i += length - 1;
    }
  }
  cut(body.length, body.length, '');
  return found;
}

function isOneName(left: string, right: string): boolean {
  return BUREAU_AND.test(left) && trailingName(left.trim()) === undefined && AND_AFFAIRS.test(right);
}

/** Names whose last stop is their own. */
const ENDS_WITH_STOP = /(?:\b(?:Jr|Sr|Inc)|[\p{Lu}]\.[\p{Lu}])\.\s*$/u;

/** Takes the asides off the end of a party's words. */
function bare(words: string): { text: string; role?: string; when?: string } {
  let text = words.trim().replace(/[:.]$/, (stop) => (ENDS_WITH_STOP.test(words) ? stop : ''));
  let role: string | undefined;
  let when: string | undefined;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/\s*\(([^()]*)\)?$/, (_whole, inside: string) => {
        if (
          /^(?:in |draft|substance|info|by phone|for |the |not |see |ibid|and )/i.test(inside) &&
          !/^the\s+\p{Lu}/u.test(inside)
        )
          return '';
        role ??= inside.replace(/^(?:both|all) (?:of )?/, '').trim();
        return '';
      })
      .replace(/\s*\[[^\]]*\]$/, (whole) => (REDACTED.test(text) || /not declassified/.test(whole) ? whole : ''))
      .replace(TRAILING_DATE, (_whole, date: string) => {
        when ??= date;
        return '';
      })
      .replace(TRAILING_MANNER, '')
      .trim();
  }
  return { text, ...(role === undefined ? {} : { role }), ...(when === undefined ? {} : { when }) };
}

/** `C. Arthur Borg (S) for Rusk`: without the one for whom it was done; `Assistant Secretary for European Affairs` stays whole. */
function withoutBehalf(words: string): string {
  for (const m of words.matchAll(BEHALF)) {
    const before = words.slice(0, m.index);
    if (/[)\]]$/.test(before) || SYMBOL.test(before) || trailingName(before) !== undefined) return before;
  }
  return words;
}

class Reader {
  readonly persons: NamedPerson[] = [];
  readonly added: NamedPerson[] = [];
  readonly unknown: string[] = [];
  readonly #single: boolean;
  when: string | undefined;
  /** Whether a preposition has begun a phrase after the first one. */
  #phrases = 0;
  #office: string | undefined;
  #mode: 'agent' | 'place' | undefined;
  /** An aside is open: `…, who initialed for Dulles, Phleger, and Robertson`. */
  #skipping = false;
  /** A title is open to the right of a name: symbols after it belong to it. */
  #apposition = false;

  /** `single`: an office after a person's full name is that person's (drafters), not a party of its own (clearances). */
  constructor(single: boolean) {
    this.#single = single;
  }

  #list(): NamedPerson[] {
    return this.#phrases > 1 ? this.added : this.persons;
  }

  #last(): NamedPerson | undefined {
    return this.#list().at(-1);
  }

  #push(person: NamedPerson): void {
    this.#list().push(person);
  }

  #setRole(role: string): void {
    const list = this.#list();
    const last = list.at(-1);
    if (last !== undefined)
      list[list.length - 1] = { ...last, role: last.role === undefined ? role : `${last.role}, ${role}` };
  }

  /** Closes `in S/S`, when no `by` has come after it: the office itself acted. */
  #closeOffice(): void {
    if (this.#office !== undefined) this.#push({ name: this.#office, isOffice: true });
    this.#office = undefined;
  }

  read(chunk: Chunk, next: Chunk | undefined): void {
    if (chunk.joint === ';') this.#skipping = false;
    let text = ASIDE_CHUNK.test(chunk.text) ? chunk.text : chunk.text.replace(LEADING_ADVERBS, '');
    for (let before = ''; before !== text; ) {
      before = text;
      text = text.replace(MANNER, '').trim();
      const date = new RegExp(`^(?:on |dated )?(${DATE})(?=\\s|$)\\s*`, 'i').exec(text);
      if (date !== null && !YEAR.test(text)) {
        this.when ??= date[1];
        text = text.slice(date[0].length).trim();
      }
      const place = PLACE_OF_ACT.exec(text);
      if (place !== null) {
        this.#closeOffice();
        text = text.slice(place[0].length);
        const by = /\s+by\s+/i.exec(text);
        const office = (by === null ? text : text.slice(0, by.index)).trim();
        this.#phrase('place', chunk);
        if (by !== null) {
          this.#office = undefined;
          this.#mode = 'agent';
          this.#party(text.slice(by.index + by[0].length), chunk, next, withoutArticle(bare(office).text));
        } else this.#officeOf(office);
        return;
      }
      const agent = AGENT.exec(text);
      if (agent !== null) {
        // `in the Division of Research, Office of Intelligence Research, by Culver`: where the person belongs.
        if (this.#mode === 'place' && chunk.joint === ',' && agent[0].startsWith('by')) this.#list().length = 0;
        this.#phrase('agent', chunk);
        text = text.slice(agent[0].length);
      }
    }
    if (text === '' || YEAR.test(text)) return;
    if (this.#skipping || ASIDE_CHUNK.test(text)) {
      this.#skipping = true;
      return;
    }
    if (this.#mode === 'place') this.#officeOf(text);
    else this.#party(text, chunk, next, undefined);
  }

  #phrase(mode: 'agent' | 'place', _chunk: Chunk): void {
    this.#skipping = false;
    this.#mode = mode;
    this.#phrases++;
    this.#apposition = false;
  }

  #officeOf(words: string): void {
    const { text, when } = bare(words.replace(ASIDE, ''));
    if (when !== undefined) this.when ??= when;
    const name = withoutArticle(text);
    if (name === '' || DATE_CHUNK.test(name) || /^\p{Ll}/u.test(name)) return;
    this.#closeOffice();
    this.#office = name;
    this.#closeOffice();
  }

  #party(words: string, chunk: Chunk, next: Chunk | undefined, office: string | undefined): void {
    // `Cleared by Clough with Legal Adviser Becker`: a second phrase in the same breath.
    const second = /\s+(?:with|by)\s+(?=\p{Lu}|the\s\p{Lu})/u.exec(words);
    if (second !== null && personOf(bare(words.slice(0, second.index)).text, undefined) !== undefined) {
      this.#party(words.slice(0, second.index), chunk, undefined, office);
      this.#party(words.slice(second.index + second[0].length), { text: '', joint: 'and' }, next, undefined);
      return;
    }
    const cut = withoutBehalf(words.replace(ASIDE, ''));
    const stripped = bare(cut);
    if (stripped.when !== undefined) this.when ??= stripped.when;
    const text = stripped.text;
    const role = stripped.role ?? office;
    if (text === '' || IGNORED.test(text)) return;
    if (next !== undefined && /[’']s?\s+(?:\p{Ll}+\s+)*(?:secretary|assistant|aide|staff|office)$/u.test(text)) return;
    this.#apposition = this.#isApposition(text, chunk);
    if (this.#apposition) {
      this.#setRole(text);
      return;
    }
    const redacted: NamedPerson | undefined = REDACTED.test(text)
      ? { name: text, ...(role === undefined ? {} : { role }) }
      : undefined;
    const person = redacted ?? personOf(text, role) ?? officeOf(text, role);
    if (person === undefined) {
      this.unknown.push(text);
      return;
    }
    // `the Deputy Director of the Executive Secretariat, Joseph N. Greene, Jr.`: the office, then its holder.
    if (
      !person.isOffice &&
      SINGLE_OFFICE.test(person.name) &&
      person.name.split(' ').length > 2 &&
      next?.joint === ','
    ) {
      const holder = personOf(bare(next.text).text, undefined);
      if (
        holder !== undefined &&
        !holder.isOffice &&
        holder.name.includes(' ') &&
        trailingName(holder.name) !== undefined
      )
        return;
    }
    this.#push(person);
  }

  /** Whether the words are a title or symbol after a comma that belongs to the person before. */
  #isApposition(text: string, chunk: Chunk): boolean {
    const last = this.#last();
    if (last === undefined || last.isOffice || chunk.joint !== ',') return false;
    if (APPOSITION.test(text) && personOf(text, undefined) === undefined) return true;
    const isSymbol = SYMBOL.test(text) || INSTITUTION.test(text);
    if (this.#apposition && isSymbol) return true;
    return this.#single && isSymbol && !/^the\s/i.test(text) && last.role === undefined && !SYMBOL.test(last.name);
  }
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:the|an?)\s+/i, '').trim();
}

/** A person by name; the title before the name and the office after it go to the role. */
function personOf(words: string, role: string | undefined): NamedPerson | undefined {
  if (BUREAU.test(words)) return undefined;
  const belonging = BELONGING.exec(words);
  const head = belonging === null ? words : words.slice(0, belonging.index);
  const headName = trailingName(head);
  const whole = headName !== undefined && belonging !== null ? head : words;
  const span = headName !== undefined && belonging !== null ? headName : trailingName(words);
  if (span === undefined) return undefined;
  const name = whole.slice(span.start, span.end).replace(/,$/, '');
  if (SYMBOL.test(name) && !/\s/.test(name)) return undefined;
  const title = withoutArticle(whole.slice(0, span.start)).replace(/[,\s]+$/, '');
  if (/\p{Ll}{2}/u.test(title) && !title.split(/\s+/).some((word) => isOfficeWord(word.replace(/,$/, ''))))
    return undefined;
  const roles = [
    title,
    belonging !== null && whole === head ? (belonging[1] ?? '').replace(/^the\s+/i, '') : '',
    role ?? '',
  ].filter((part) => part !== '');
  return { name, ...(roles.length === 0 ? {} : { role: roles.join(', ') }) };
}

/** An office or institution without a person's name; the single offices (`the Secretary`) are persons. */
function officeOf(words: string, role: string | undefined): NamedPerson | undefined {
  const name = withoutArticle(words);
  if (/^the \p{Ll}/u.test(words) && /\p{Lu}/u.test(words) && words.length < 80) return { name, isOffice: true };
  if (!/^[\p{Lu}[]/u.test(name) || name.length > 90) return undefined;
  const isSurname = /^\p{Lu}\p{Ll}+$/u.test(name) && name === words && !INSTITUTIONS_OF_ONE_WORD.test(name);
  const isPerson =
    isSurname || (SINGLE_OFFICE.test(name) && !SYMBOL.test(name) && !/^(?:Chief|Director)s\b/.test(name));
  if (
    !isPerson &&
    !SYMBOL.test(name) &&
    !INSTITUTION.test(name) &&
    !name.split(/\s+/).every((word) => /^[\p{Lu}(]/u.test(word) || /^(?:of|the|for|and|on|in|to)$/.test(word))
  )
    return undefined;
  return { name, ...(role === undefined ? {} : { role }), ...(isPerson ? {} : { isOffice: true }) };
}

/** Reads the words after an act's verb (`by Barbis, Parsons, and Lane in NA`, `in S on December 15`). */
export function readParties(body: string, single: boolean): Parties {
  const reader = new Reader(single);
  const list = chunks(body);
  list.forEach((chunk, i) => {
    reader.read(chunk, list[i + 1]);
  });
  return {
    persons: reader.persons,
    added: reader.added,
    ...(reader.when === undefined ? {} : { when: reader.when }),
    unknown: reader.unknown,
  };
}
