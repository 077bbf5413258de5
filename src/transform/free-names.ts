import { fileNameOf, foldedPath } from '../model/file-name.js';

/** The names that the files of an edition have, each once, also where capitals do not count. */
export class FreeNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...taken].map(foldedPath));
  }

  /** The wanted name, or the next like it that nothing has (`pages-2`). */
  take(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.#taken.has(foldedPath(name)); i++) name = `${wanted}-${i}`;
    this.#taken.add(foldedPath(name));
    return name;
  }
}

/** An id as a name that needs no escapes in an address: letters, digits and the signs of an `xml:id` alone. */
export function addressName(id: string): string {
  return fileNameOf(id).replace(/[^\p{L}\p{M}\p{N}._-]/gu, '_');
}
