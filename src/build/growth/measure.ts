import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A text that a process is to read. */
export interface Asked {
  readonly reader: string;
  readonly text: string;
}

/** What a process took for it, in milliseconds of its time, or why it did not come to its end. */
export type Told = { readonly time: number } | { readonly failure: string };

/** Reads texts one after the other in a process of its own, which is ended where a text takes too long or ends it. */
export class Measurer {
  readonly #limit: number;
  #child: ChildProcess | undefined;

  /** @param limit what one reading may take, in milliseconds of the clock */
  constructor(limit: number) {
    this.#limit = limit;
  }

  async timeOf(asked: Asked): Promise<Told> {
    const child = this.#running();
    const answers = new AbortController();
    const timer = setTimeout(() => this.end(), this.#limit);
    try {
      const answer = once(child, 'message', answers).then(([told]) => told as Told);
      const end = once(child, 'exit', answers).then((): Told => ({ failure: 'it did not come to its end' }));
      child.send(asked);
      return await Promise.race([answer, end]);
    } finally {
      clearTimeout(timer);
      answers.abort();
    }
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #running(): ChildProcess {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) return this.#child;
    this.#child = fork(new URL('./child.js', import.meta.url), {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    return this.#child;
  }
}
