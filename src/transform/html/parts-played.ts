import type { Agent, DocumentRecord } from '../../metadata/bibliography.js';
import { fullName } from '../../metadata/names.js';
import type { PivotElement } from '../../model/pivot.js';
import { factIn } from '../document-facts.js';
import { isElement } from '../tree.js';
import type { Naming } from './occurrences.js';
import { isOfficeOf } from './person-names.js';

/** What somebody has to do with a document, besides being named in it: the fact of its header (`from`, `to`, `drafted` …) in a word for readers. */
export interface PartPlayed {
  readonly entry: string;
  readonly fact: string;
  readonly role: string;
  /** The name as it stands there. */
  readonly words: string;
  /** Whether the header itself says who it is. */
  readonly isSaid: boolean;
}

/** A part of somebody of whom it is not certain who it is. */
export type PartOfUnknown = Omit<PartPlayed, 'entry' | 'isSaid'>;

/** The facts of a header that name persons, with what they make of them. Other acts are named by their own word (`approved` → Approved). */
const ROLES: Readonly<Record<string, string>> = {
  from: 'Sent',
  to: 'Received',
  drafted: 'Drafted',
  cleared: 'Cleared',
  approved: 'Approved',
  initialed: 'Initialed',
  signed: 'Signed',
  concurred: 'Concurred',
  prepared: 'Prepared',
  transcribed: 'Transcribed',
  authorized: 'Authorized',
  dictated: 'Dictated',
  released: 'Released',
};

/** Who is meant by the names of a header, where that is certain. */
export class HeaderNames {
  readonly #listed: ReadonlyMap<string, readonly string[]>;

  /** @param persons those of the volume's list */
  constructor(persons: readonly Agent[]) {
    const listed = new Map<string, string[]>();
    for (const person of persons) {
      const { xmlId } = person;
      if (xmlId === undefined || person.given === undefined) continue;
      const key = fullName(person).toLowerCase();
      listed.set(key, [...(listed.get(key) ?? []), xmlId]);
    }
    this.#listed = listed;
  }

  /**
   * The entry of the list that a name of the header means; undefined where that is not certain. It is where the heading's own name leads there (senders and receivers), where
   * the source note, by which the header was made, has the same words as a link, or where one person of the list has this full name.
   * @param names the names of the source note that lead to the list
   */
  entryOf(
    name: string,
    fact: string,
    record: DocumentRecord | undefined,
    names: readonly Naming[],
  ): string | undefined {
    const parties = fact === 'from' ? record?.senders : fact === 'to' ? record?.receivers : undefined;
    if (parties !== undefined) {
      const found = only(parties.flatMap((party) => (party.name === name ? [party.xmlId ?? ''] : [])));
      if (found !== undefined && found !== '') return found;
    } else {
      const found = only(names.flatMap(({ entry, words }) => (isSame(words, name) ? [entry] : [])));
      if (found !== undefined) return found;
    }
    return only(this.#listed.get(name.toLowerCase()) ?? []);
  }
}

/** Whether two prints of a name are one: `Ambassador Thompson` and `Thompson`. */
function isSame(words: string, name: string): boolean {
  return words === name || words.endsWith(` ${name}`) || name.endsWith(` ${words}`);
}

/** The one value that all have. */
function only(values: readonly string[]): string | undefined {
  const [first, ...others] = values;
  return others.every((other) => other === first) ? first : undefined;
}

/** A header whose names of persons are links, and who has which part in the document. */
export interface LinkedHeader {
  readonly header: PivotElement;
  readonly parts: readonly PartPlayed[];
  /** Persons, no offices. */
  readonly unknown: readonly PartOfUnknown[];
}

/** Reads the names in `dl.header`. @param entryOf whom a name means; @param hrefOf where the link to that person leads */
export function linkedHeader(
  header: PivotElement,
  entryOf: (name: string, fact: string) => string | undefined,
  hrefOf: (entry: string) => string | undefined,
): LinkedHeader {
  const parts: PartPlayed[] = [];
  const unknown: PartOfUnknown[] = [];
  let fact = '';
  const children = header.children.map((child) => {
    if (!isElement(child)) return child;
    if (child.name === 'dt') fact = child.attributes['data-fact'] ?? '';
    const role = Object.hasOwn(ROLES, fact) ? ROLES[fact] : undefined;
    if (child.name !== 'dd' || role === undefined) return child;
    const named = factIn(child);
    const { words } = named;
    const entry = named.entry ?? entryOf(words, fact);
    if (entry === undefined) {
      if (!isOfficeOf(named)) unknown.push({ fact, role, words });
      return child;
    }
    parts.push({ entry, fact, role, words, isSaid: named.entry !== undefined });
    const href = hrefOf(entry);
    if (href === undefined) return child;
    return { ...child, children: [{ name: 'a', attributes: { class: 'persName', href }, children: child.children }] };
  });
  return { header: { ...header, children }, parts, unknown };
}
