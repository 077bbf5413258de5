import { foldedWords } from '../document-facts.js';
import type { Entry } from './occurrences.js';
import type { PartOfUnknown, PartPlayed } from './parts-played.js';
import { personKey } from './person-names.js';

/**
 * Whom a name in a header means that leads nowhere itself. A name of which another header says whom it means is that of the same person, and `Ann Roe` is the entry `Roe, Ann`; but
 * not where two persons are called so, in headers or in the volume's list: `Bundy` is nobody where the list has two of that surname.
 */
export class KnownNames {
  readonly #listed: readonly ListedName[];
  /** Entries by the keys of names; undefined where a name has meant two persons. */
  readonly #entries = new Map<string, string | undefined>();
  readonly #shared = new Map<string, boolean>();

  /**
   * @param entries those of the volume's list of persons
   * @param parts of all documents, whose holders are known
   */
  constructor(entries: readonly Entry[], parts: Iterable<PartPlayed>) {
    this.#listed = entries.map(listedName);
    for (const { entry, words, isSaid } of parts) if (isSaid) this.#learn(personKey(words), entry);
    for (const { id, full } of this.#listed) if (full !== undefined) this.#learn(full, id);
  }

  /** @param parts the known parts of the same document, in which a name means one person */
  entryOf({ words }: PartOfUnknown, parts: readonly PartPlayed[]): string | undefined {
    const key = personKey(words);
    if (this.#isShared(key)) return undefined;
    if (this.#entries.has(key)) return this.#entries.get(key);
    const [one, ...others] = new Set(parts.flatMap((part) => (part.words === words ? [part.entry] : [])));
    return others.length === 0 ? one : undefined;
  }

  #learn(key: string, entry: string): void {
    this.#entries.set(key, this.#entries.has(key) && this.#entries.get(key) !== entry ? undefined : entry);
  }

  /** Whether a name can be that of several persons of the list. The full name of one is his, though it is a part of another's. */
  #isShared(key: string): boolean {
    let isShared = this.#shared.get(key);
    if (isShared === undefined) {
      const exact = this.#listed.filter(({ full }) => full === key).length;
      const words = key.split(' ');
      isShared = exact > 1 || (exact === 0 && this.#listed.filter((one) => fits(words, one)).length > 1);
      this.#shared.set(key, isShared);
    }
    return isShared;
  }
}

/** A name of the list in words that can be compared. */
interface ListedName {
  readonly id: string;
  /** `ann roe`; absent where the list does not part surname and given names. */
  readonly full?: string;
  readonly surname: readonly string[];
  readonly words: readonly string[];
}

function listedName({ id, name }: Entry): ListedName {
  const [, surname, given] = /^([^,]+), ([^,]+)/.exec(name) ?? [];
  const words = foldedWords(name).split(' ');
  if (surname === undefined) return { id, surname: words, words };
  return { id, full: foldedWords(`${given} ${surname}`), surname: foldedWords(surname).split(' '), words };
}

/** Whether a name can be this one: the surname or a part of it, and what else it says is in the name, as a word or an initial. */
function fits(words: readonly string[], { surname, words: own }: ListedName): boolean {
  return (
    words.some((word) => surname.includes(word)) &&
    words.every((word) => own.some((other) => word === other || isInitial(word, other) || isInitial(other, word)))
  );
}

function isInitial(initial: string, word: string): boolean {
  return [...initial].length === 1 && word.startsWith(initial);
}
