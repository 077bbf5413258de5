import type { bagitCodes } from '../../diagnostics/codes/bagit.js';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';

export type BagCode = keyof typeof bagitCodes;

/** Collects the findings of a package; what it says may be of any length, and is shortened. */
export class BagFindings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(code: BagCode, what = '', entry?: string): void {
    const shown = what.length > 300 ? `${what.slice(0, 300)} …` : what;
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what: shown }, place));
  }
}
