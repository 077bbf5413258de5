import { genreOf } from '../../grammar/heading-genre.js';
import { withoutSpelling } from '../../grammar/spelled-letters.js';
import { capitalised } from './capitalised.js';

/** Capitals of which the reading machine has taken some for figures: `MEMORANDUM 0F C0NVERSATI0N`. */
export function mendedCapitals(text: string): string {
  if (!/[01](?=\p{Lu})|(?<=\p{Lu})[01]/u.test(text)) return text;
  return text.replace(/(?<=\p{Lu})0|0(?=\p{Lu})/gu, 'O').replace(/(?<=\p{Lu})1(?=\p{Lu})/gu, 'I');
}

/** The genre that a title names, in capitals or not. */
export function genreOfTitle(text: string): string | undefined {
  const spelled = /^(?:\p{Lu} ){3}/u.test(text) ? withoutSpelling(text) : text;
  const words = mendedCapitals(spelled.replace(/^\[?\d{1,4}[a-z]?\.\]?\s+(?=\p{Lu})/u, ''));
  const plain = words === words.toUpperCase() ? capitalised(words) : words;
  if (/\brout(?:e|ing)\b.{0,20}\bslip\b|\brouting\b|\btransmittal slip\b|\bbuck slip\b/i.test(plain))
    return 'routing-slip';
  if (/^executive order\b/i.test(plain)) return 'executive-order';
  if (/^(?:draft |confidential )?(?:conclusions|minutes) of (?:an? |the )/i.test(plain)) return 'minutes';
  if (/^(?:minute|note by\b.*)$/i.test(plain)) return 'memorandum';
  if (/^(?:notes?|minutes) (?:of|on) (?:an? |the )?(?:\w+ )?meeting\b/i.test(plain)) return 'minutes';
  if (/^(?:draft )?record of (?:an? |the )?(?:\w+ )?(?:conversation|talks?|discussion)\b/i.test(plain))
    return 'memorandum-of-conversation';
  if (/^memorandum to (?:the )?files?$/i.test(plain)) return 'memorandum-for-the-record';
  if (/^(?:conversations?|talk|interview) (?:between|with) /i.test(plain)) return 'memorandum-of-conversation';
  if (/^(?:report|account) of (?:the )?(?!an? )[\w-]+(?: \w+)? meeting\b/i.test(plain)) return 'minutes';
  if (POLICY_STATEMENT.test(plain)) return 'paper';
  if (MESSAGE.test(plain)) return 'telegram';
  const whole = genreOf(plain) ?? lastWords(plain);
  if (/\bmeeting$/i.test(plain) && (whole === undefined || whole === 'study')) return 'minutes';
  return whole;
}

/** `Draft Statement of Policy`, `Statement of U.S. Policy`, `Statement of the Problem`: papers of a staff, which nobody has spoken. */
const POLICY_STATEMENT =
  /^(?:(?:proposed|revised|draft|general|agreed|interim|final|joint|a) )*(?:statement of (?:\S+ ){0,4}?(?:policy|policies|problem|issues?|position|objectives?|requirements?|work|understanding|principles?|assumptions?|facts?|views?|conclusions?)|(?:policy|position|problem) statement)\b/i;

/** `Draft Joint State-Defense Message`, `Outgoing Message`: a telegram before it is sent. */
const MESSAGE =
  /^(?:(?:draft|proposed|suggested|revised|joint|outgoing|incoming|classified|staff|[\p{L}]+[-/][\p{L}]+) )+(?:message|cable)$/iu;

/** `Foreign Service Despatch`: the genre that the last words of a title name. */
function lastWords(title: string): string | undefined {
  const last = /(?:Despatch|Dispatch|Airgram|Telegram|Memorandum|Minutes|Estimate|Note Verbale|Paper)$/i.exec(
    title,
  )?.[0];
  return last === undefined ? undefined : genreOf(last);
}
