/** A name class of RELAX NG (specification §4.11, §6.1): which names an element or attribute pattern stands for. */
export type NameClass =
  | { readonly kind: 'name'; readonly uri: string; readonly local: string }
  | { readonly kind: 'anyName'; readonly except?: NameClass }
  | { readonly kind: 'nsName'; readonly uri: string; readonly except?: NameClass }
  | { readonly kind: 'choice'; readonly either: NameClass; readonly or: NameClass };

/** A name with its namespace; an absent namespace is the empty string. */
export interface ExpandedName {
  readonly uri: string;
  readonly local: string;
}

/** A choice of one or more name classes, as flat as can be: a list of thousands of names must not fill the stack. */
export function choiceOfNames(classes: readonly [NameClass, ...NameClass[]]): NameClass {
  const joined = (from: number, to: number): NameClass => {
    if (to - from === 1) return classes[from] ?? classes[0];
    const middle = to - Math.floor((to - from) / 2);
    return { kind: 'choice', either: joined(from, middle), or: joined(middle, to) };
  };
  return joined(0, classes.length);
}

/**
 * How closely a name class names a name: 2 by the name itself, 1 by its namespace, 0 as any name, -1 not at all.
 */
export function specificity(names: NameClass, uri: string, local: string): number {
  switch (names.kind) {
    case 'name':
      return names.local === local && names.uri === uri ? 2 : -1;
    case 'nsName':
      return names.uri === uri && !isExcepted(names.except, uri, local) ? 1 : -1;
    case 'anyName':
      return isExcepted(names.except, uri, local) ? -1 : 0;
    case 'choice':
      return Math.max(specificity(names.either, uri, local), specificity(names.or, uri, local));
  }
}

function isExcepted(except: NameClass | undefined, uri: string, local: string): boolean {
  return except !== undefined && containsName(except, uri, local);
}

/** Whether the name is in the class (specification §9.3.1). */
export function containsName(names: NameClass, uri: string, local: string): boolean {
  return specificity(names, uri, local) >= 0;
}

/** The names that the class spells out; what it only describes (any name, a namespace) is not among them. */
export function* spelledNames(names: NameClass): Generator<ExpandedName> {
  if (names.kind === 'name') yield names;
  else if (names.kind === 'choice') {
    yield* spelledNames(names.either);
    yield* spelledNames(names.or);
  }
}

/** Whether the class also stands for names that it does not spell out. */
export function isOpen(names: NameClass): boolean {
  if (names.kind === 'choice') return isOpen(names.either) || isOpen(names.or);
  return names.kind !== 'name';
}

/** Names as small numbers, so that memo tables are cheap; the numbers are those of one table only. */
export class NameTable {
  readonly #ids = new Map<string, Map<string, number>>();
  readonly #names: ExpandedName[] = [];
  /** The names of no namespace, as attributes have them, and those of the namespace last asked for: mostly it is the next one too. */
  readonly #bare = this.#idsOf('');
  #lastUri = '';
  #lastIds = this.#bare;

  idOf(uri: string, local: string): number {
    if (uri !== '' && uri !== this.#lastUri) {
      this.#lastUri = uri;
      this.#lastIds = this.#idsOf(uri);
    }
    const ids = uri === '' ? this.#bare : this.#lastIds;
    let id = ids.get(local);
    if (id === undefined) {
      id = this.#names.length;
      this.#names.push({ uri, local });
      ids.set(local, id);
    }
    return id;
  }

  #idsOf(uri: string): Map<string, number> {
    let ids = this.#ids.get(uri);
    if (ids === undefined) {
      ids = new Map();
      this.#ids.set(uri, ids);
    }
    return ids;
  }

  nameOf(id: number): ExpandedName {
    return this.#names[id] ?? { uri: '', local: '' };
  }
}
