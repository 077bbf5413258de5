import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { packageFile } from '../formats/package.js';
import type { ValidateOptions } from '../validate/validate.js';

/** Bytes from which several files are worth a second thread, which has to load the program and the schemas for itself. */
const WORTHWHILE = 6_000_000;

/** Each thread holds a volume and what is made of it. */
const MOST_THREADS = 4;

/** What threads share: each takes the next file by counting on. */
export interface SharedWork {
  readonly files: readonly string[];
  /** The files by their numbers, in the order in which they are taken: the largest first, so that no thread is left with a large one at the end. */
  readonly order: readonly number[];
  /** The size of all of them, and of the largest. */
  readonly bytes: number;
  readonly largest: number;
  readonly options: Omit<ValidateOptions, 'volumes'>;
  /** The path of the index of other volumes. */
  readonly index: string | undefined;
  readonly counter: Int32Array;
}

/** What a thread has found in the nth file, and the lines that the findings stand in, by their numbers: for excerpts. */
export interface Checked {
  readonly nth: number;
  readonly lines?: ReadonlyMap<number, string>;
  /** The files that it includes. */
  readonly named: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Threads that check files beside this one. */
export interface Helpers {
  /** What they have found, when no file is left. */
  readonly checked: Promise<readonly Checked[]>;
  dismiss(): void;
}

export function shareWork(
  files: readonly string[],
  options: Omit<ValidateOptions, 'volumes'>,
  index: string | undefined,
): SharedWork {
  const sizes = files.map(sizeOf);
  const order = files.map((_, nth) => nth).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes[order[0] ?? 0] ?? 0;
  return { files, order, bytes, largest, options, index, counter };
}

/** The number of the next file that nobody has taken, and how many have been taken before. */
export function takeNext({
  order,
  counter,
}: SharedWork): { readonly nth: number; readonly before: number } | undefined {
  const before = Atomics.add(counter, 0, 1);
  const nth = order[before];
  return nth === undefined ? undefined : { nth, before };
}

/** Takes on as many threads as are worth their while: none for little work, and where the program is not compiled (in tests). */
export function startHelpers(work: SharedWork): Helpers {
  const threads = Array.from({ length: helpersFor(work) }, () => startThread(work));
  return {
    checked: Promise.all(threads.map(({ checked }) => checked)).then((all) => all.flat()),
    dismiss: () => {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

function helpersFor({ files, bytes }: SharedWork): number {
  if (bytes < WORTHWHILE || !existsSync(script())) return 0;
  return Math.min(files.length, MOST_THREADS, availableParallelism()) - 1;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What a thread posts at its end. */
export const DONE = 'done';

/** Starts a thread; its results come when it finds no more to do. */
export function startThread(work: SharedWork): {
  readonly worker: Worker;
  readonly checked: Promise<readonly Checked[]>;
} {
  const worker = new Worker(script(), { workerData: work });
  const checked = new Promise<readonly Checked[]>((resolve, reject) => {
    const all: Checked[] = [];
    worker.on('message', (message: Checked | typeof DONE) => {
      if (message === DONE) resolve(all);
      else all.push(message);
    });
    worker.once('error', reject);
  });
  // Where the command ends before, nobody waits for the results any more.
  checked.catch(() => undefined);
  return { worker, checked };
}

/** Where the program is not compiled (in tests) there are no threads. */
function script(): string {
  return packageFile('dist/program/commands/validate-thread.js');
}
