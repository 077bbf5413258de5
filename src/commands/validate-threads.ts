import { existsSync, statSync } from 'node:fs';
import { type CpuInfo, cpus } from 'node:os';
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
  readonly options: Omit<ValidateOptions, 'volumes'>;
  /** The path of the index of other volumes. */
  readonly index: string | undefined;
  readonly counter: Int32Array;
}

/** What a thread has found in the nth file, and the lines that the findings stand in, by their numbers: for excerpts. */
export interface Checked {
  readonly nth: number;
  readonly lines?: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * How many threads are worth their while, this one counted: as many more as processors have been idle since `before`. On a busy machine a
 * second thread would only take from the first.
 */
export function threadsFor(files: readonly string[], before: readonly CpuInfo[]): number {
  if (files.length < 2 || !existsSync(script())) return 1;
  const bytes = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  if (bytes < WORTHWHILE) return 1;
  return 1 + Math.min(files.length - 1, MOST_THREADS - 1, Math.round(idleProcessors(before, cpus())));
}

/** How many processors had nothing to do between two looks, as a sum of parts. */
function idleProcessors(before: readonly CpuInfo[], after: readonly CpuInfo[]): number {
  return after.reduce((sum, { times }, i) => {
    const then = before[i]?.times ?? times;
    const passed = Object.keys(times).reduce(
      (all, key) => all + times[key as keyof typeof times] - then[key as keyof typeof times],
      0,
    );
    return sum + (passed > 0 ? (times.idle - then.idle) / passed : 0);
  }, 0);
}

export function newCounter(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** The number of the next file that nobody has taken. */
export function takeNext({ counter }: Pick<SharedWork, 'counter'>): number {
  return Atomics.add(counter, 0, 1);
}

/** Starts a thread; its results come when it finds no more to do. */
export function startThread(work: SharedWork): Promise<readonly Checked[]> {
  return new Promise((resolve, reject) => {
    const done: Checked[] = [];
    const worker = new Worker(script(), { workerData: work });
    worker.on('message', (checked: Checked) => done.push(checked));
    worker.once('error', reject);
    worker.once('exit', () => resolve(done));
  });
}

/** Where the program is not compiled (in tests) there are no threads. */
function script(): string {
  return packageFile('dist/program/commands/validate-thread.js');
}
