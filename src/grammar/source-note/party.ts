/**
 * One party of an act: a person with titles and office, an office by its symbol, an institution.
 */
import type { NamedPerson } from '../../model/header.js';
import { isOfficeWord, trailingName } from '../names.js';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)';
export const DATE = `(?:${MONTH}\\s+\\d{1,2}(?:[-–]\\d{1,2})?(?:,\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:\\s+\\d{4})?|(?:the )?(?:same|following|next|previous) (?:day|date)|that (?:same )?(?:day|date)|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)`;
/** A date as a part of a list: it names no party. */
export const DATE_CHUNK = new RegExp(
  `^(?:on |dated |as of )?(?:or about )?(${DATE})(?: at [\\d:]+ [ap]\\.m\\.)?$`,
  'i',
);
const TRAILING_DATE = new RegExp(`,?\\s+(?:on |dated )?(${DATE})(?:,? (?:at )?[\\d:]+ [ap]\\.m\\.)?$`, 'i');

const TRAILING_MANNER =
  /,?\s+(?:in (?:draft(?: form)?|substance|part|principle|final(?: form)?|full|person|writing|advance|general)|(?:tele)?phonically|by (?:tele)?phone|orally|personally|for (?:transmission|release|information|dispatch|distribution|clearance))$/i;
/** What begins an aside: who, according to whom, under what. */
export const ASIDE =
  /\s+(?:specifically|to (?!\w*the\b)\p{Ll}+|who|whom|which|following|indicating|although|though|acting for|that|according to|as set forth|as indicated|under (?:a|an|the|cover)|on behalf of|at the (?:request|direction|suggestion|instruction)|before|after|prior|subject to|except|but|with the exception|without|because|while|when|where|from (?:a|an|the|notes)|based|during|pursuant|via|over|and is|and was|to the (?:effect|President|Secretary)|to whom|and sent|at a|for the (?:Secretary|President|record|use)|of the same|only|as)\b.*$/iu;
const BEHALF = /\s+(?:for|to)\s+(?=\p{Lu}|the\b)/gu;
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
  /^(?:(?:Acting|Deputy|Under|Assistant|Vice|First|Second|Associate|Special|Executive|Legal|Prime) )*(?:Secretary|President|Ambassador|Director|Chairman|Counselor|Minister|Adviser|Advisor|Administrator|Attorney General|Assistant|Chief|Deputy|Consul General|Consul|Chargé|General|Governor|Commissioner|Undersecretary)(?!\p{L})/u;
/** Words that open a title in apposition, without an article: `Martin F. Herz, First Secretary of Embassy`. */
const APPOSITION =
  /^(?:Acting|Deputy|Assistant|Associate|First|Second|Third|Chief|Director|Head|Officer|Officer-in-Charge|Special|Staff|Counselor|Political|Economic|Commercial|Executive|Legal|Member|Chairman|Under|Minister|Consul|Vice|Desk|Adviser|Advisor|Consultant|Public|Military|Naval|Air|Press|Labor|Agricultural|Secretary of|Ambassador to|Ambassador in|International|Foreign|Intelligence|Administrative|Administrator|Attaché|Country|Principal|Senior|Then|then|Charg[ée]|President of|Representative)(?!\p{L})/u;
/** A title in small letters: `Ann Smith, personal secretary to Secretary Jones`. */
const LOWER_TITLE =
  /^(?:(?:an?|then|now|\p{Ll}+) ){0,3}(?:secretary|assistant|aide|adviser|advisor|officer|chief|director|representative|member|editor|counsel|counselor|interpreter|analyst|specialist|consultant|head)\b/u;
const REDACTED = /^\[[^\]]*(?:not declassified|not found|illegible|omitted)[^\]]*\]$/i;
/** Names whose last stop is their own. */
const ENDS_WITH_STOP = /(?:\b(?:Jr|Sr|Inc)|[\p{Lu}]\.[\p{Lu}])\.\s*$/u;

/** A party's words without what stands around them. */
export interface Bare {
  readonly text: string;
  /** What stood in parentheses: `(EUR/SOV)`. */
  readonly role?: string;
  readonly when?: string;
}

/** Takes the asides off the end of a party's words. */
export function bare(words: string): Bare {
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
      .replace(/\s*["“][^"“”]*["”]$/, '')
      .trim();
  }
  return { text, ...(role === undefined ? {} : { role }), ...(when === undefined ? {} : { when }) };
}

/** `C. Arthur Borg (S) for Rusk`: without the one for whom it was done; `Assistant Secretary for European Affairs` stays whole. */
export function withoutBehalf(words: string): string {
  for (const m of words.matchAll(BEHALF)) {
    const before = words.slice(0, m.index);
    if (/[)\]]$/.test(before) || SYMBOL.test(before) || trailingName(before) !== undefined) return before;
  }
  return words;
}

export function withoutArticle(words: string): string {
  return words.replace(/^(?:the|an?)\s+/i, '').trim();
}

function withRole(name: string, role: string | undefined): NamedPerson {
  return role === undefined || role === '' ? { name } : { name, role };
}

/** The office before the name: `DOD/ISA–Bundy`, `NEA/IRN:Henry Precht`. */
const OFFICE_PREFIX = /^(\p{Lu}[\p{Lu}\d&/]*)\s?[:–-]\s?(\p{Lu}\p{L}*\p{Ll}{2,}.*|\p{Lu}\. ?\p{Lu}.*)$/u;

/** A person by name; the title before the name and the office after it go to the role. */
export function personOf(words: string, role?: string): NamedPerson | undefined {
  const prefixed = OFFICE_PREFIX.exec(words);
  if (prefixed !== null) return personOf(prefixed[2] ?? '', role ?? prefixed[1]);
  if (BUREAU.test(words)) return undefined;
  const belonging = BELONGING.exec(words);
  const head = belonging === null ? undefined : words.slice(0, belonging.index);
  const inHead = head === undefined ? undefined : trailingName(head);
  // `David Young of Kissinger's office` has its name in the head; `Assistant Secretary of State Battle` has it at the end.
  const phrase = head !== undefined && inHead !== undefined ? head : words;
  const span = inHead ?? trailingName(words);
  if (span === undefined) return undefined;
  const name = phrase.slice(span.start, span.end).replace(/,$/, '');
  if (SYMBOL.test(name)) return undefined;
  const title = withoutArticle(phrase.slice(0, span.start)).replace(/[,\s]+$/, '');
  if (/\p{Ll}{2}/u.test(title) && !title.split(/\s+/).some((word) => isOfficeWord(word.replace(/,$/, '')))) {
    return undefined;
  }
  const office = inHead === undefined ? '' : withoutArticle(belonging?.[1] ?? '');
  return withRole(name, [title, office, role ?? ''].filter((part) => part !== '').join(', '));
}

/** A single office without its holder's name: `Secretary`, `Acting Assistant Secretary of State`. */
export function isSingleOffice(name: string): boolean {
  return SINGLE_OFFICE.test(name) && !SYMBOL.test(name) && !/^(?:Chief|Director)s\b/.test(name);
}

/** Whether every word is capitalised or one of the small words of institutions' names. */
function isTitled(name: string): boolean {
  return name.split(/\s+/).every((word) => /^[\p{Lu}(]/u.test(word) || /^(?:of|the|for|and|on|in|to)$/.test(word));
}

/** An office or institution without a person's name; the single offices (`the Secretary`) are persons. */
export function officeOf(words: string, role?: string): NamedPerson | undefined {
  const name = withoutArticle(words);
  if (/^\p{Lu}\p{L}+[’']s? (?:office|staff)$/u.test(name)) return { name, isOffice: true };
  if (/^the \p{Ll}/u.test(words) && /\p{Lu}/u.test(words) && words.length < 80) return { name, isOffice: true };
  if (!/^[\p{Lu}[]/u.test(name) || name.length > 90) return undefined;
  const isSurname = /^\p{Lu}\p{Ll}+$/u.test(name) && name === words && !INSTITUTIONS_OF_ONE_WORD.test(name);
  if (isSurname || isSingleOffice(name)) return withRole(name, role);
  if (!SYMBOL.test(name) && !INSTITUTION.test(name) && !isTitled(name)) return undefined;
  return { ...withRole(name, role), isOffice: true };
}

/** Whether the words are a symbol, or an institution's name of more than one word. */
export function isOfficeName(words: string): boolean {
  return SYMBOL.test(words) || (INSTITUTION.test(words) && words.includes(' '));
}

/** Whether the words are a title in apposition: they open like one, and no name ends them. */
export function isTitle(words: string): boolean {
  return LOWER_TITLE.test(words) || (APPOSITION.test(words) && personOf(words) === undefined);
}

/** A name that the editors have withheld: `[name not declassified]`. */
export function redacted(words: string, role?: string): NamedPerson | undefined {
  return REDACTED.test(words) ? withRole(words, role) : undefined;
}
