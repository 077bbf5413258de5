import type { ocflCodes } from '../diagnostics/codes/ocfl.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

export type OcflCode = keyof typeof ocflCodes;

/** What an archive says may be of any length; a message is to be read. */
function shortened(what: string): string {
  return what.length > 500 ? `${what.slice(0, 500)} …` : what;
}

/** So many findings of one kind are told of in one object or package. */
export const MOST_OF_A_KIND = 10_000;

/** Collects findings of one object or storage root; `entry` is the path inside it that a finding is about. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #counts = new Map<OcflCode, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(code: OcflCode, what: string, entry?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    // A list of millions, which a package can be made to have, would take more room than the package.
    if (count > MOST_OF_A_KIND) return;
    this.#put(code, count < MOST_OF_A_KIND ? what : 'and more of this kind, which are not told of', entry);
  }

  #put(code: OcflCode, what: string, entry?: string): void {
    const place = entry === undefined ? { file: this.#file } : { file: this.#file, entry };
    this.diagnostics.push(diagnostic(code, { what: shortened(what) }, place));
  }
}
