import { foldedPath } from '../../model/file-name.js';
import type { PagedVolume } from '../pages.js';

/** The names of the site's files: those of the volume's pages come first, and a page of the site's own takes one that is free, also where capitals do not count. */
export class PageNames {
  readonly #taken: Set<string>;

  constructor({ pages }: PagedVolume) {
    this.#taken = new Set(['index', ...pages.map(({ name }) => foldedPath(name))]);
  }

  /** The wanted name, or one like it. */
  take(wanted: string): string {
    let name = wanted;
    for (let i = 2; this.#taken.has(foldedPath(name)); i++) name = `${wanted}-${i}`;
    this.#taken.add(foldedPath(name));
    return name;
  }
}
