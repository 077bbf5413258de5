import type { Span } from '../model/position.js';
import { isOfficeWord, trailingName } from './names.js';

/** Where a person's place follows the name: `Ambassador U. Alexis Johnson, at Geneva`, `President Johnson in Texas`. */
const AFTER_NAME =
  /,?\s+(?:(?:then|now|temporarily) )?(?:at|in|on|aboard|of|for|with|and (?:his|her) party)\s+|,\s+(?!(?:Jr|Sr|I{2,3}|IV|[23]r?d)\b)/gi;
/** The name that ends the words, or the part of them before a place or an apposition. */
export function nameIn(words: string): Span | undefined {
  const whole = trailingName(words);
  if (whole !== undefined) return whole;
  for (const cut of words.matchAll(AFTER_NAME)) {
    const name = trailingName(words.slice(0, cut.index));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** A post of one word after a name, as the German series has it: `Ambassador Grewe, Washington`. */
const POST_OF_NAME =
  /,\s+((?:(?:New|San|Santa|The|Tel|Buenos|Rio de|Hong|Port|St\.|Mexico|Cape|Addis|Kuala|Den|Bad|Abu)\s)?\p{Lu}\p{Ll}[\p{L}-]+)$/u;

export function nameAtPost(words: string): Span | undefined {
  const post = POST_OF_NAME.exec(words);
  if (post === null || !isOfficeWord(words.split(/\s+/)[0] ?? '') || isOfficeWord(post[1] ?? '')) return undefined;
  const name = trailingName(words.slice(0, post.index));
  return name === undefined || name.start === 0 ? undefined : name;
}

/** A full name that leads: `William Robertson of Operation X`, `Lauchlin Currie, Administrative Assistant to President Roosevelt`. */
export function leadingName(words: string): Span | undefined {
  if (/^the\s/i.test(words)) return undefined;
  const cut = words.matchAll(AFTER_NAME).next().value;
  const name = cut === undefined ? undefined : trailingName(words.slice(0, cut.index));
  return name !== undefined && words.slice(name.start, name.end).includes(' ') ? name : undefined;
}

/** Words of courtesy, which leave a name one without an office: British and Israeli headings name the post in parentheses after it. */
const COURTESY =
  /^(?:Sir|Lord|Lady|Dame|Mr\.?|Mrs\.?|Miss|Ms\.?|Dr\.?|M\.|Señor|Sr\.?|Herr|Count|Baron|Viscount|Hon\.?|The|Right)$/;

/** `Sir H. Fenwick (Belgrade)`: a bare name, and in parentheses where it writes from. */
export function nameBeforePlace(words: string): Span | undefined {
  const [, bare = '', inside = ''] = /^\s*([^()]+?)\s*\(([^()]*)\)/.exec(words) ?? [];
  if (bare === '' || trailingName(inside)?.start !== 0) return undefined;
  const lord = PEER.exec(bare);
  const name =
    lord === null ? trailingName(bare) : { start: lord[0].length - (lord[1]?.length ?? 0), end: bare.length };
  if (name === undefined) return undefined;
  const before = bare.slice(0, name.start).trim();
  const isBare =
    before === ''
      ? /^(?:\p{Lu}\.\s?)+\S/u.test(bare) || (bare.includes(' ') && inside.split(/\s+/).length === 1)
      : before.split(/\s+/).every((word) => COURTESY.test(word));
  const start = words.indexOf(bare);
  return isBare || lord !== null ? { start: start + name.start, end: start + name.end } : undefined;
}

/** The same with initials, which no place has. */
const WITH_INITIALS = /^(?:\p{Lu}\.[\s-]?){1,3}(?:(?:von|van|de|di|du|della|d['’])\s?)?\p{Lu}[\p{L}’'-]+$/u;

/** Whether a word is one of offices, also where the heading is in capitals. */
export function isOffice(word: string): boolean {
  return (
    isOfficeWord(word) ||
    (word.length > 2 && word === word.toUpperCase() && isOfficeWord(word.slice(0, 1) + word.slice(1).toLowerCase()))
  );
}

/**
 * `The Head of the Political Department, M. Petitpierre`, `THE AMBASSADOR IN WASHINGTON, TARCHIANI`: the name after the office. Without courtesy
 * or initials only in capitals, where nothing else tells a name from the country of a post.
 */
export function nameInApposition(words: string): Span | undefined {
  const comma = words.lastIndexOf(', ');
  if (
    comma < 0 ||
    !words
      .slice(0, comma)
      .split(/[\s,]+/)
      .some(isOffice)
  )
    return undefined;
  const part = words.slice(comma + 2).trim();
  const start = words.indexOf(part, comma);
  const [first = '', ...rest] = part.split(/\s+/);
  const hasCourtesy = rest.length > 0 && rest.length < 4 && COURTESY.test(first);
  const isCapital = words === words.toUpperCase() && rest.length === 0 && !/\d/.test(part);
  if (!hasCourtesy && !isCapital && !WITH_INITIALS.test(part)) return undefined;
  if (
    part
      .split(/\s+/)
      .slice(hasCourtesy ? 1 : 0)
      .some(isOffice)
  )
    return undefined;
  const from = hasCourtesy && first !== 'M.' ? start + first.length + 1 : start;
  return { start: from, end: start + part.length };
}

/** `the Earl of Halifax`: a peer has his name after `of`. */
const PEER =
  /^(?:the\s+)?((?:Earl|Marquess|Marquis|Duke|Viscount|Countess|Duchess) of \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)$/iu;

/** `Robert Komer, Harold Saunders` before `and David Klein of …`: full names and nothing else between the commas. */
export function namesBefore(words: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const part of words.split(',')) {
    const blanks = part.length - part.trimStart().length;
    const name = part.trim();
    if (!name.includes(' ') || trailingName(name)?.start !== 0) return [];
    found.push({ start: from + blanks, end: from + blanks + name.length });
    from += part.length + 1;
  }
  return found.length < 2 ? [] : found;
}

/** The name of a peer that a phrase consists of. */
export function peerIn(words: string): string | undefined {
  return PEER.exec(words)?.[1];
}
