import type { StartTag } from '../formats/sax.js';

/** Types of divisions that are made of notes. */
const OF_NOTES = /^((end|foot)?-?notes?|annotations?)$/i;
/** What holds blocks, notes among them. */
const HOLDERS: ReadonlySet<string> = new Set(['div', 'back', 'listAnnotation']);

/**
 * Tells notes that an editor has gathered in a place of their own (TEI P5, 3.9.1) from those that stand where they are called: they stand between the
 * blocks of a division of notes, or a pointer before them leads to them. The stylesheet knows them by the same signs (`xslt/prepare/10-notes.xsl`).
 */
export class GatheredNotes {
  readonly #called = new Set<string>();
  /** The types of the open divisions. */
  readonly #types: string[] = [];

  open({ local, attributes }: StartTag): void {
    if (local === 'div') this.#types.push(attributes['type']?.value ?? '');
    else if (local === 'ref' || local === 'ptr') {
      const [target = ''] = (attributes['target']?.value ?? '').trim().split(/\s+/);
      if (target !== '') this.#called.add(target.replace(/^#/, ''));
    }
  }

  close({ local }: StartTag): void {
    if (local === 'div') this.#types.pop();
  }

  /** @param parents the names of the open elements, the note the last */
  has(id: string | undefined, parents: readonly string[]): boolean {
    const holder = parents.findLast((name, i) => i < parents.length - 1 && name !== 'noteGrp');
    if (holder === undefined || !HOLDERS.has(holder)) return false;
    return OF_NOTES.test(this.#types.at(-1) ?? '') || (id !== undefined && this.#called.has(id));
  }
}
