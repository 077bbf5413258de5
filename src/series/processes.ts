/** The processes that make the volumes of a series side by side, within a stated memory. */
import { type ChildProcess, fork } from 'node:child_process';
import { packageFile } from '../formats/package.js';
import type { Answer, Order } from './worker.js';

/** What a process needs whatever it builds, and for each byte of a volume; measured on volumes of 0.4 to 4 MB with all editions. */
const LEAST = 350_000_000;
const PER_BYTE = 170;
/** The part of a process's memory that is its heap; the rest is buffers, fonts and the engine. */
const HEAP = 0.8;
/** How V8 begins to say that there is no memory left. */
const OUT_OF_MEMORY = /<--- Last few GCs --->|FATAL ERROR: .{0,80}(?:heap|memory)/;

/** How a process has ended that gave no outcome. */
export interface Crash {
  readonly reason: string;
  readonly isOutOfMemory: boolean;
}

/** The memory that a volume of so many bytes is likely to need. */
export function memoryFor(bytes: number): number {
  return LEAST + PER_BYTE * bytes;
}

/** A piece of work for a process. */
export interface Task<T> {
  readonly what: T;
  /** The memory that it is likely to need. */
  readonly memory: number;
  readonly order: Order;
  /** Where the process is to stand. */
  readonly folder: string;
}

/**
 * Gives each task a process, as many at once as are allowed and fit into the memory; a task that alone needs more than there is runs alone. They are begun in their order, but
 * a small one may go before a large one that has to wait.
 */
export class Processes {
  readonly #most: number;
  readonly #memory: number;
  readonly #running = new Map<ChildProcess, number>();

  constructor(most: number, memory: number) {
    this.#most = most;
    this.#memory = memory;
  }

  /** Runs all tasks; each answer is told as it comes. Resolves when the last process has ended. */
  async run<T>(
    given: readonly Task<T>[],
    told: { begun(what: T): void; answered(what: T, answer: Answer): void; crashed(what: T, crash: Crash): void },
  ): Promise<void> {
    const share = Math.floor(this.#memory / this.#most);
    // A process may take its part of the memory whatever it needs, so that all together keep within it.
    const waiting = given.map((task) => ({ ...task, memory: Math.max(task.memory, share) }));
    await new Promise<void>((resolve) => {
      const next = (): void => {
        while (waiting.length > 0 && this.#running.size < this.#most) {
          const free = this.#memory - [...this.#running.values()].reduce((sum, memory) => sum + memory, 0);
          const at = this.#running.size === 0 ? 0 : waiting.findIndex(({ memory }) => memory <= free);
          const [task] = at < 0 ? [] : waiting.splice(at, 1);
          if (task === undefined) return;
          told.begun(task.what);
          this.#begin(task, told, next);
        }
        if (waiting.length === 0 && this.#running.size === 0) resolve();
      };
      next();
    });
  }

  #begin<T>(
    { what, memory, order, folder }: Task<T>,
    told: { answered(what: T, answer: Answer): void; crashed(what: T, crash: Crash): void },
    next: () => void,
  ): void {
    const most = Math.min(memory, this.#memory);
    const child = fork(packageFile('dist/program/series/worker.js'), {
      cwd: folder,
      execArgv: [`--max-old-space-size=${Math.floor((most * HEAP) / 1_048_576)}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#running.set(child, memory);
    let complaint = '';
    let isDone = false;
    let isOver = false;
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      complaint = (complaint + words).slice(0, 20_000);
    });
    child.on('message', (answer: Answer) => {
      isDone ||= 'outcome' in answer || 'isDone' in answer;
      told.answered(what, answer);
    });
    const end = (reason: string): void => {
      if (isOver) return;
      isOver = true;
      this.#running.delete(child);
      if (!isDone) told.crashed(what, { reason, isOutOfMemory: OUT_OF_MEMORY.test(complaint) });
      next();
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => {
      const words = complaint.split('\n').find((line) => /^\w*Error\b/.test(line));
      end(words ?? (signal === null ? `its process ended with ${String(code)}` : `its process was ended by ${signal}`));
    });
    child.send(order, (error) => {
      if (error !== null) child.kill();
    });
  }
}
