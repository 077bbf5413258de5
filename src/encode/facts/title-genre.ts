import { genreOf } from '../../grammar/heading-genre.js';
import { withoutSpelling } from '../../grammar/spelled-letters.js';
import { capitalised } from './capitalised.js';

/** The genre that a title names, in capitals or not. */
export function genreOfTitle(text: string): string | undefined {
  const words = /^(?:\p{Lu} ){3}/u.test(text) ? withoutSpelling(text) : text;
  const plain = words === words.toUpperCase() ? capitalised(words) : words;
  if (/\brout(?:e|ing)\b.{0,20}\bslip\b|\brouting\b|\btransmittal slip\b|\bbuck slip\b/i.test(plain))
    return 'routing-slip';
  if (/^(?:minute|note by\b.*)$/i.test(plain)) return 'memorandum';
  if (/^(?:notes?|minutes) (?:of|on) (?:an? |the )?(?:\w+ )?meeting\b/i.test(plain)) return 'minutes';
  if (/^(?:draft )?record of (?:an? |the )?(?:\w+ )?(?:conversation|talks?|discussion)\b/i.test(plain))
    return 'memorandum-of-conversation';
  if (/^memorandum to (?:the )?files?$/i.test(plain)) return 'memorandum-for-the-record';
  const whole = genreOf(plain) ?? lastWords(plain);
  if (/\bmeeting$/i.test(plain) && (whole === undefined || whole === 'study')) return 'minutes';
  return whole;
}

/** `Foreign Service Despatch`: the genre that the last words of a title name. */
function lastWords(title: string): string | undefined {
  const last = /(?:Despatch|Dispatch|Airgram|Telegram|Memorandum|Minutes|Estimate|Note Verbale|Paper)$/i.exec(
    title,
  )?.[0];
  return last === undefined ? undefined : genreOf(last);
}
