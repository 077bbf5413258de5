import type { ocflCodes } from '../diagnostics/codes/ocfl.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

export type OcflCode = keyof typeof ocflCodes;

/** What an archive says may be of any length; a message is to be read. */
function shortened(what: string): string {
  return what.length > 500 ? `${what.slice(0, 500)} …` : what;
}

/** Collects findings of one object or storage root; `entry` is the path inside it that a finding is about. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(code: OcflCode, what: string, entry?: string): void {
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what: shortened(what) }, place));
  }
}
