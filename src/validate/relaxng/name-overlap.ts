import { containsName, type ExpandedName, type NameClass } from './name-class.js';

/** Stands for all names, or all namespaces, that no name class spells out: no name has a line end. */
const ANY_OTHER = '\n';

/** Names that stand for all that a class can tell apart: two classes overlap if one of these is in both (J. Clark, 2002). */
function* representatives(names: NameClass): Generator<ExpandedName> {
  switch (names.kind) {
    case 'name':
      return yield names;
    case 'choice':
      yield* representatives(names.either);
      return yield* representatives(names.or);
    case 'nsName':
      yield { uri: names.uri, local: ANY_OTHER };
      break;
    case 'anyName':
      yield { uri: ANY_OTHER, local: ANY_OTHER };
  }
  if (names.except !== undefined) yield* representatives(names.except);
}

/** Classes of names, gathered one by one, to be asked which names are in two of them. */
export class NameSet {
  readonly #spelled = new Map<string, NameClass & ExpandedName>();
  readonly #open: NameClass[] = [];

  static of(names: NameClass): NameSet {
    const set = new NameSet();
    set.#add(names);
    return set;
  }

  /** All the names of several sets; where one alone has any, that one. */
  static joined(sets: readonly NameSet[]): NameSet {
    const [first = NO_NAMES, ...more] = new Set(sets.filter((set) => !set.isEmpty));
    if (more.length === 0) return first;
    const all = new NameSet();
    for (const set of [first, ...more]) {
      for (const [key, names] of set.#spelled) all.#spelled.set(key, names);
      for (const open of set.#open) all.#open.push(open);
    }
    return all;
  }

  get isEmpty(): boolean {
    return this.#spelled.size === 0 && this.#open.length === 0;
  }

  #add(names: NameClass): void {
    if (names.kind === 'choice') {
      this.#add(names.either);
      this.#add(names.or);
    } else if (names.kind === 'name') this.#spelled.set(keyOf(names), names);
    else this.#open.push(names);
  }

  /** Takes in the names of another set; gives one that was there already. */
  absorb(other: NameSet): ExpandedName | undefined {
    for (const [key, name] of other.#spelled) {
      if (this.#spelled.has(key) || this.#open.some((open) => isIn(open, name))) return name;
    }
    for (const open of other.#open) {
      const name = this.#sharedWith(open);
      if (name !== undefined) return name;
    }
    for (const [key, name] of other.#spelled) this.#spelled.set(key, name);
    for (const open of other.#open) this.#open.push(open);
    return undefined;
  }

  #sharedWith(names: NameClass): ExpandedName | undefined {
    for (const name of this.#spelled.values()) if (isIn(names, name)) return name;
    for (const open of this.#open) {
      const name = [...representatives(open), ...representatives(names)].find((n) => isIn(names, n) && isIn(open, n));
      if (name !== undefined) return name;
    }
    return undefined;
  }
}

function isIn(names: NameClass, { uri, local }: ExpandedName): boolean {
  return containsName(names, uri, local);
}

/** The set without a name. */
export const NO_NAMES: NameSet = new NameSet();

function keyOf({ uri, local }: ExpandedName): string {
  return `${uri}\n${local}`;
}

/** A name as messages show it; what stands for many names is said in words. */
export function shownName({ uri, local }: ExpandedName, display: (name: ExpandedName) => string): string {
  if (local !== ANY_OTHER) return `\`${display({ uri, local })}\``;
  return uri === ANY_OTHER ? 'any name' : `any name of the namespace “${uri}”`;
}
