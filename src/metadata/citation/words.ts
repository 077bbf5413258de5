import { datePartsOf } from '../../model/printed-date.js';
import type { Agent, DocumentRecord } from '../bibliography.js';
import { fullName, nameParts } from '../names.js';

/** Quotation marks in a title that is in quotation marks itself are single (The Chicago Manual of Style, 17th ed., 13.30; MLA Handbook, 9th ed., 6.39). */
export function quotable(title: string): string {
  return title
    .replace(/"([^"]*)"/g, '‘$1’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/[\s.,;]+$/, '');
}

/** A title in quotation marks with the sign that ends it inside (American usage): none where the title has one that ends a sentence. */
export function quoted(title: string, end: ',' | '.'): string {
  const words = quotable(title);
  // A full stop falls away behind a question or exclamation mark, a comma does not (Chicago 6.125).
  return /[?!]’?$/.test(words) && end === '.' ? `“${words}”` : `“${words}${end}”`;
}

/** Names as a sentence has them: `A`, `A and B`, `A, B, and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`;
}

/** `Humphrey, David C.`; what follows a name follows the given names: `Gleason, S. Everett, Jr.` */
export function inverted(agent: Agent): string {
  const parts = nameParts(agent);
  return parts === undefined ? agent.name : `${parts.family}, ${parts.given}`;
}

/** The name in its usual order; `Jr.` stands behind the surname. */
export function inOrder(agent: Agent): string {
  const parts = nameParts(agent);
  if (parts === undefined) return agent.name;
  const [given = '', ...suffix] = parts.given.split(', ');
  return [`${given} ${parts.family}`, ...suffix].join(', ').trim() || fullName(agent);
}

/** A sentence's end behind words that may have it already. */
export function stopped(words: string): string {
  return /[.?!][”’]?$/.test(words) ? words : `${words}.`;
}

/** How a style writes a day. */
type DayForm = (date: { readonly year: string; readonly month?: string; readonly day?: number }) => string;

/** `November 19, 1964` (Chicago 6.38). */
export const AMERICAN_DAY: DayForm = ({ year, month, day }) => {
  if (month === undefined) return year;
  return day === undefined ? `${month} ${year}` : `${month} ${day}, ${year}`;
};

/** `19 Nov. 1964` (MLA 5.83 and Appendix 1): months of more than four letters are shortened. */
export const MLA_DAY: DayForm = ({ year, month, day }) => {
  if (month === undefined) return year;
  const short = month.length <= 4 ? month : `${month === 'September' ? 'Sept' : month.slice(0, 3)}.`;
  return day === undefined ? `${short} ${year}` : `${day} ${short} ${year}`;
};

/** When a document was written, in a style's form; nothing where no date is known. */
export function writtenOn(date: DocumentRecord['date'], form: DayForm): string {
  const day = (iso: string | undefined): string => {
    const parts = iso === undefined ? undefined : datePartsOf(iso);
    return parts === undefined ? '' : form(parts);
  };
  const { when, from, to } = date ?? {};
  if (when !== undefined) return day(when);
  return [...new Set([day(from), day(to)])].filter((one) => one !== '').join('–');
}

/** The words that are there, with a sign between them. */
export function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(between);
}
