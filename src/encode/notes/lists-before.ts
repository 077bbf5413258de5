import type { Line } from '../page/segment.js';
import type { Candidate } from './call-candidates.js';
import { isSigned } from './list-extent.js';
import type { NoteList } from './note-lists.js';
import type { Run } from './note-runs.js';

/** Where the calls of a list may stand: from the end of a list before to the first of those that stand right below each other. */
interface Stretch {
  readonly after: number;
  readonly edge: number;
}

/** When so many lists have been looked at with the same text above them, a further one is looked for near it only. */
const MANY = 200;
/** So many candidates above a list are near it. */
const NEAR = 1000;

/** The lists of notes found so far, from the first on: what they leave for those below them. Each question is answered without going through them. */
export class ListsBefore {
  readonly #lines: readonly Line[];
  readonly #begins: boolean;
  readonly #runs = new Set<Run>();
  readonly #calls = new Set<Candidate>();
  /** How often the calls of a list have been sought from a line on. */
  readonly #sought = new Map<number, number>();
  #last: (Stretch & { readonly to: number }) | undefined;
  #hasCommon = false;

  constructor({ lines, begins }: { readonly lines: readonly Line[]; readonly begins: boolean }) {
    this.#lines = lines;
    this.#begins = begins;
  }

  add({ run, extent, matched }: NoteList): void {
    this.#runs.add(run);
    this.#hasCommon ||= run.style.telling !== 'alone';
    for (const { call } of matched) if (call !== undefined) this.#calls.add(call);
    // The notes of Markdown stand anywhere, unless they begin to count again.
    if (this.#begins || run.style.name !== 'markdown')
      this.#last = { ...this.stretchAbove(extent.from), to: extent.to };
  }

  has(run: Run | undefined): boolean {
    return run !== undefined && this.#runs.has(run);
  }

  /** Whether one is marked as points may be as well. */
  get hasCommon(): boolean {
    return this.#hasCommon;
  }

  /** Lists that stand right below each other have the text above the first. */
  stretchAbove(line: number): Stretch {
    const last = this.#last;
    if (last?.to === line && isSigned(this.#lines[line]?.text ?? '')) return last;
    return { edge: line, after: last?.to ?? 0 };
  }

  withoutCalls(candidates: readonly Candidate[]): readonly Candidate[] {
    return this.#calls.size === 0 ? candidates : candidates.filter((candidate) => !this.#calls.has(candidate));
  }

  /** How many of the candidates that stand below a line are looked at for the next list: all, or those near it. */
  mostFrom(line: number): number {
    const sought = (this.#sought.get(line) ?? 0) + 1;
    this.#sought.set(line, sought);
    return sought > MANY ? NEAR : Number.POSITIVE_INFINITY;
  }
}
