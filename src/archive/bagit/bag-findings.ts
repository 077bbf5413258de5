import type { bagitCodes } from '../../diagnostics/codes/bagit.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { MOST_OF_A_KIND } from '../findings.js';

export type BagCode = keyof typeof bagitCodes;

/** Collects the findings of a package; what it says may be of any length, and is shortened. */
export class BagFindings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #counts = new Map<BagCode, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(code: BagCode, what = '', entry?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    // A list of millions, which a package can be made to have, would take more room than the package.
    if (count > MOST_OF_A_KIND) return;
    this.#put(code, count < MOST_OF_A_KIND ? what : 'and more of this kind, which are not told of', entry);
  }

  #put(code: BagCode, what: string, entry?: string): void {
    const shown = what.length > 300 ? `${what.slice(0, 300)} …` : what;
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what: shown }, place));
  }
}
