import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import type { TeiAside, TeiElement, TeiText, TeiTree } from './tree.js';

/** What rules ask a tree for, gathered while it grows. */
export class TreeLists {
  readonly #elements: TeiElement[] = [];
  readonly texts: TeiText[] = [];
  readonly comments: TeiAside[] = [];
  readonly instructions: TeiAside[] = [];
  readonly #byName = new Map<string, TeiElement[]>();
  readonly #ids = new Map<string, TeiElement[]>();
  readonly #documents: TeiElement[] = [];

  /** Every element in the order in which they were added. */
  get elements(): readonly TeiElement[] {
    return this.#elements;
  }

  /** Whether an element has the id. */
  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  /** The element that comes next in the document. */
  add(element: TeiElement): void {
    this.#elements.push(element);
    put(this.#byName, element.name, element);
    const id = element.attributes['xml:id'];
    if (id !== undefined) put(this.#ids, id, element);
    if (element.document === element) this.#documents.push(element);
  }

  /** The tree of all that has been added. */
  tree(source: SourceFile, diagnostics: readonly Diagnostic[] = []): TeiTree {
    const byName = this.#byName;
    return {
      source,
      root: this.#elements[0],
      elements: this.#elements,
      texts: this.texts,
      comments: this.comments,
      instructions: this.instructions,
      named: (name) => byName.get(name) ?? [],
      ids: this.#ids,
      documents: this.#documents,
      diagnostics,
    };
  }
}

/** Adds a value to those of a key. */
export function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
