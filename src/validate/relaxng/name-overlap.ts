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

/** A name that a schema spells out. There is one of each, which bears the mark of the gathering that it was last in. */
interface SpelledName extends ExpandedName {
  mark: number;
}

/** Names gathered from name classes: those that are spelled out, and classes of the others. */
export interface Names {
  readonly spelled: readonly SpelledName[];
  readonly open: readonly NameClass[];
}

export const NO_NAMES: Names = { spelled: [], open: [] };

/** Gathers the names of parts of a schema, and finds those that are in two parts. */
export class NameGathering {
  readonly #names = new Map<string, SpelledName>();
  #mark = 0;

  of(names: NameClass): Names {
    const [spelled, open]: [SpelledName[], NameClass[]] = [[], []];
    const visit = (part: NameClass): void => {
      if (part.kind === 'choice') {
        visit(part.either);
        visit(part.or);
      } else if (part.kind === 'name') spelled.push(this.#spelled(part));
      else open.push(part);
    };
    visit(names);
    return { spelled, open };
  }

  #spelled({ uri, local }: ExpandedName): SpelledName {
    const key = `${uri}\n${local}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = { uri, local, mark: 0 };
      this.#names.set(key, name);
    }
    return name;
  }

  /** All names of alternatives, each once. */
  joined(parts: readonly Names[]): Names {
    return this.#gather(parts, false).all;
  }

  /** All names of parts that come together; `twice` is one that two of them have. */
  together(parts: readonly Names[]): { readonly all: Names; readonly twice?: ExpandedName } {
    return this.#gather(parts, true);
  }

  #gather(parts: readonly Names[], isOnce: boolean): { readonly all: Names; readonly twice?: ExpandedName } {
    const named = parts.filter((part) => part.spelled.length > 0 || part.open.length > 0);
    if (named.length < 2) return { all: named[0] ?? NO_NAMES };
    const mark = ++this.#mark;
    const [spelled, open]: [SpelledName[], NameClass[]] = [[], []];
    for (const part of named) {
      const twice = isOnce ? sharedName(part, mark, spelled, open) : undefined;
      if (twice !== undefined) return { all: NO_NAMES, twice };
      for (const name of part.spelled) {
        if (name.mark === mark) continue;
        name.mark = mark;
        spelled.push(name);
      }
      for (const names of part.open) if (!open.includes(names)) open.push(names);
    }
    return { all: { spelled, open } };
  }
}

/** A name of the part that is among those gathered already, which bear the mark. */
function sharedName(
  part: Names,
  mark: number,
  spelled: readonly SpelledName[],
  open: readonly NameClass[],
): ExpandedName | undefined {
  for (const name of part.spelled)
    if (name.mark === mark || (open.length > 0 && open.some((names) => isIn(names, name)))) return name;
  for (const names of part.open) {
    const name = spelled.find((n) => isIn(names, n));
    if (name !== undefined) return name;
    for (const other of open) {
      const candidates = [...representatives(other), ...representatives(names)];
      const shared = candidates.find((n) => isIn(names, n) && isIn(other, n));
      if (shared !== undefined) return shared;
    }
  }
  return undefined;
}

function isIn(names: NameClass, { uri, local }: ExpandedName): boolean {
  return containsName(names, uri, local);
}

/** A name as messages show it; what stands for many names is said in words. */
export function shownName({ uri, local }: ExpandedName, display: (name: ExpandedName) => string): string {
  if (local !== ANY_OTHER) return `\`${display({ uri, local })}\``;
  return uri === ANY_OTHER ? 'any name' : `any name of the namespace “${uri}”`;
}
