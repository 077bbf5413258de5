import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { append } from '../model/list.js';

/** What the line needs from outside. */
export interface Surroundings {
  /** Milliseconds of a clock that only goes forward, for the seconds of each stage. */
  readonly now: () => number;
  /** Told what is being done, in words for the person who waits. */
  readonly progress: (words: string) => void;
}

/** How long a stage took. */
export interface StageTime {
  readonly stage: string;
  readonly seconds: number;
  /** It went on in a thread of its own, beside other stages. */
  readonly beside?: boolean;
}

/** One run of the line: collects what the stages find and how long they take. */
export class Run {
  readonly diagnostics: Diagnostic[] = [];
  readonly times: StageTime[] = [];
  /** Turns findings in a file of the run into findings in the user's own file; set when the two come to differ. */
  relocate: (found: Diagnostic) => Diagnostic = (found) => found;
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Says what is being done. */
  readonly progress = (words: string): void => this.#surroundings.progress(words);

  /** Ends the run with a finding. */
  stop(...found: readonly Diagnostic[]): undefined {
    append(this.diagnostics, found);
    return undefined;
  }

  /** Does the work of a stage; its findings are kept, its value is given on. */
  async stage<T>(stage: string, words: string, work: () => Result<T> | Promise<Result<T>>): Promise<T | undefined> {
    const { now, progress } = this.#surroundings;
    progress(`${words} …`);
    // Lets a signal or the progress line through before a stage that computes without pause.
    await new Promise((resolve) => setImmediate(resolve));
    const start = now();
    const result = await work();
    this.times.push({ stage, seconds: (now() - start) / 1000 });
    this.#keep(result.diagnostics);
    return result.value;
  }

  /** Waits for a stage that goes on in a thread of its own. */
  async beside(
    stage: string,
    words: string,
    result: Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly seconds: number }>,
  ): Promise<void> {
    this.#surroundings.progress(`${words} …`);
    const { diagnostics, seconds } = await result;
    this.times.push({ stage, seconds, beside: true });
    this.#keep(diagnostics);
  }

  #keep(diagnostics: readonly Diagnostic[]): void {
    for (const found of diagnostics) this.diagnostics.push(this.relocate(found));
  }
}
