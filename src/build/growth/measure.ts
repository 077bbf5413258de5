import { type ChildProcess, fork } from 'node:child_process';
import type { Kind } from './kind.js';

/** A text of a kind, of so many characters, that a process is to read. */
export interface Asked {
  readonly reader: string;
  readonly kind: Kind;
  readonly length: number;
}

/** What a process took for it, in milliseconds of its time, or why it did not come to its end. */
export type Told = { readonly time: number } | { readonly failure: string };

/** How long a process may take to start, which is no part of a reading, in milliseconds of the clock. */
const START = 60_000;

/**
 * Reads texts one after the other in a process of its own, which is ended where a text takes too long or ends it. Every question is answered: by the process, by its end, by
 * a message that cannot be sent, or by the limit, whatever the process does.
 */
export class Measurer {
  readonly #limit: number;
  readonly #program: URL;
  #child: ChildProcess | undefined;

  /**
   * @param limit what one reading may take, in milliseconds of the clock
   * @param program what answers: it says `ready` when it has started, and then one `Told` for each `Asked`
   */
  constructor(limit: number, program: URL = new URL('./child.js', import.meta.url)) {
    this.#limit = limit;
    this.#program = program;
  }

  async timeOf(asked: Asked): Promise<Told> {
    const started = await this.#running();
    if ('failure' in started) return started;
    const { child } = started;
    const told = await this.#answerOf(child, this.#limit, () => child.send(asked, () => {}));
    return isTold(told) ? told : { failure: 'an answer that says nothing' };
  }

  /** Ends the process; the next text is read by a new one. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #running(): Promise<{ readonly child: ChildProcess } | { readonly failure: string }> {
    if (this.#child?.connected) return { child: this.#child };
    this.end();
    const child = fork(this.#program, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Of a process that is being ended, errors may still come.
    child.on('error', () => {});
    this.#child = child;
    const ready = await this.#answerOf(child, START, () => {});
    return isFailure(ready) ? ready : { child };
  }

  /** The next message of a process, or what came instead of it; a process that gave no answer is ended. */
  #answerOf(child: ChildProcess, limit: number, ask: () => void): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (answer: unknown): void => {
        clearTimeout(timer);
        child.off('message', settle).off('exit', onEnd).off('disconnect', onEnd).off('error', onError);
        resolve(answer);
      };
      const giveUp = (failure: string): void => {
        settle({ failure });
        this.end();
      };
      const onEnd = (): void => giveUp('the process ended before it answered');
      const onError = (error: Error): void => giveUp(`the process does not answer (${error.message})`);
      const timer = setTimeout(() => giveUp(`not done within ${limit / 1000} s`), limit);
      child.on('message', settle).on('exit', onEnd).on('disconnect', onEnd).on('error', onError);
      ask();
    });
  }
}

function isFailure(told: unknown): told is { readonly failure: string } {
  return typeof told === 'object' && told !== null && 'failure' in told && typeof told.failure === 'string';
}

function isTold(told: unknown): told is Told {
  return isFailure(told) || (typeof told === 'object' && told !== null && 'time' in told && Number(told.time) >= 0);
}
