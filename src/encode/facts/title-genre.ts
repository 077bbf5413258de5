import { genreOf } from '../../grammar/heading-genre.js';
import { capitalised } from './capitalised.js';

/** The genre that a title names, in capitals or not. */
export function genreOfTitle(text: string): string | undefined {
  const plain = text === text.toUpperCase() ? capitalised(text) : text;
  if (/\brouting\b|\btransmittal slip\b|\bbuck slip\b/i.test(plain)) return 'routing-slip';
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
