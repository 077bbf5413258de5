import type { bagitCodes } from '../diagnostics/codes/bagit.js';
import type { ocflCodes } from '../diagnostics/codes/ocfl.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

export type OcflCode = keyof typeof ocflCodes;
export type BagCode = keyof typeof bagitCodes;

/** So many findings of one kind are told of in one object or package. */
export const MOST_OF_A_KIND = 10_000;

/** Collects findings of one object, storage root or package; `entry` is the path inside it that a finding is about. */
export class Findings<Code extends OcflCode | BagCode = OcflCode> {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #longest: number;
  readonly #counts = new Map<Code, number>();

  /** @param longest so many characters are shown of what an archive says, which may be of any length, while a message is to be read */
  constructor(file: string, longest = 500) {
    this.#file = file;
    this.#longest = longest;
  }

  add(code: Code, what: string, entry?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    // A list of millions, which a package can be made to have, would take more room than the package.
    if (count > MOST_OF_A_KIND) return;
    const told = count < MOST_OF_A_KIND ? what : 'and more of this kind, which are not told of';
    const shown = told.length > this.#longest ? `${told.slice(0, this.#longest)} …` : told;
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what: shown }, place));
  }
}
