import type { ocflCodes } from '../diagnostics/codes/ocfl.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

export type OcflCode = keyof typeof ocflCodes;

/** Collects findings of one object or storage root; `entry` is the path inside it that a finding is about. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(code: OcflCode, what: string, entry?: string): void {
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what }, place));
  }
}
