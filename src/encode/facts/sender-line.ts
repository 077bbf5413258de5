import type { Span } from '../../model/position.js';
import type { Annotation } from '../page/strand.js';
import { nameAnnotation } from '../regions/elements.js';
import { partyIn } from './parties.js';

/** What the line of a sender says, where a hand's initials or a form's boxes stand beside the name. */
export interface SenderLine {
  /** The words that name the sender. */
  readonly sender: string;
  readonly initials?: Span;
  readonly annotations: readonly Annotation[];
}

/** Initials of a hand: two to four letters, in capitals or small. */
const HAND = /^\*?(?:[A-Z](?:[A-Za-z.]{0,2}[A-Z])\.?|[a-z]{2,4}|[A-Z]{2}[a-z]|(?:[A-Z]\.\s?){2,4})\*?$/;
const NO_INITIALS = /^(?:Jr|Sr|II|III|IV|NSC|NEA|EUR|DOD|CIA|JCS|ACDA|USUN|INR|USSR|UK|US)$/;

/** Reads the value of FROM: the name, and apart from it or closely after it initials that are the name's own. */
export function senderLine(text: string): SenderLine {
  const parts = [...text.matchAll(/(?:(?!\s{2,}).)+/g)];
  const sender = parts[0]?.[0] ?? text;
  const found: { start: number; end: number }[] = [];
  for (const part of parts.slice(1)) {
    const words = part[0].trim();
    const start = part.index + part[0].indexOf(words);
    if (HAND.test(words) && !NO_INITIALS.test(words.replace(/\W/g, ''))) {
      found.push({ start, end: start + words.length });
      break;
    }
  }
  let named = sender;
  if (found.length === 0) {
    const close = /\s(\*?[A-Z][A-Za-z.]{0,2}[A-Z]\.?\*?|[a-z]{2,4})$/.exec(sender);
    const letters = close?.[1];
    if (close !== null && letters !== undefined && areOfName(letters, sender.slice(0, close.index))) {
      const start = close.index + 1 + text.indexOf(sender);
      found.push({ start, end: start + letters.length });
      named = sender.slice(0, close.index);
    }
  }
  const person = partyIn(named);
  const name =
    person?.isPerson === true && (/\s/.test(named.slice(person.span.start, person.span.end)) || person.span.start > 0)
      ? [nameAnnotation(person.span, 'persName')]
      : [];
  const [initials] = found;
  const hand: readonly Annotation[] =
    initials === undefined
      ? []
      : [{ ...initials, wrap: (children) => ({ element: 'seg', attributes: { type: 'initials' }, children }) }];
  return { sender: named, ...(initials === undefined ? {} : { initials }), annotations: [...name, ...hand] };
}

/** Whether some letters are the initials of a name. */
function areOfName(letters: string, name: string): boolean {
  const bare = letters.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (bare.length < 2 || NO_INITIALS.test(letters.replace(/\W/g, '')) || /,\s*$/.test(name)) return false;
  const firsts = name.split(/[\s.-]+/).map((word) => word[0]?.toLowerCase() ?? '');
  return [...bare].every((letter) => firsts.includes(letter) || name.toLowerCase().includes(`mc${letter}`));
}
