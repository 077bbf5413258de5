import { isOfficeWord, trailingName } from '../grammar/names.js';
import type { Agent } from './bibliography.js';

/** What follows a name and belongs to it: it stands after the given names where the surname comes first (`Gleason, S. Everett, Jr.`). */
const SUFFIX = /,?\s+((?:Jr|Sr|JR|SR)\.?|II|III|IV|2d|3d|3rd)$/;

/** Small words that begin a surname. */
const PARTICLE = /^(?:de|la|del|der|van|von|den|ten|ter|al|el|bin|ibn|di|da|dos|du|le|zu|af|y)$/i;

/** Words that names of bodies have and names of persons have not. */
const LINK = /^(?:of|for|the|and|&|in)$/i;

/** Whether a name is that of a body: it has the words of one (`The editors of …`, `Office of the Historian`), and no person's name after them. */
function isBody(name: string): boolean {
  const words = name.split(/\s+/);
  if (!words.some((word) => LINK.test(word) || isOfficeWord(word))) return false;
  const person = trailingName(name);
  return person === undefined || !/\s/.test(name.slice(person.start, person.end));
}

/** A person or body by the name as it is printed, surname last; who has one name only has no surname apart. */
export function namedAgent(name: string, ids: readonly string[] = [], kind?: Agent['kind']): Agent {
  if (kind === 'organisation' || (kind === undefined && isBody(name))) return { kind: 'organisation', name, ids };
  if (name.includes(',') && !SUFFIX.test(name)) return { ...invertedAgent(name), ids };
  return { kind: 'person', name, ...partsOf(name), ids };
}

/** A person by the name as a list prints it, surname first (`Rusk, Dean`). */
export function invertedAgent(name: string): Agent {
  const [family = '', ...rest] = name.split(',').map((part) => part.trim());
  const given = rest.filter((part) => part !== '').join(', ');
  return { kind: 'person', name, ...(given === '' || family === '' ? {} : { family, given }), ids: [] };
}

function partsOf(name: string): { family?: string; given?: string } {
  const suffix = SUFFIX.exec(name)?.[1];
  const words = name.replace(SUFFIX, '').split(/\s+/);
  if (words.length < 2) return {};
  let start = words.length - 1;
  while (start > 1 && PARTICLE.test(words[start - 1] ?? '')) start--;
  const given = words.slice(0, start).join(' ');
  return { family: words.slice(start).join(' '), given: suffix === undefined ? given : `${given}, ${suffix}` };
}

/** The name as catalogues sort it: `Humphrey, David C.` */
export function sortName({ name, family, given }: Agent): string {
  return family === undefined || given === undefined ? name : `${family}, ${given}`;
}
