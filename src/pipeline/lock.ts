import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Processes, system } from './processes.js';

/** How long another process is waited for, and how long between two looks, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 25;

/**
 * Does a work while no other process does one under the same lock: a file with the number of the process that holds it. A lock whose process has
 * been killed holds nobody up.
 *
 * @returns what the work gives; undefined where another process has not let go in time
 */
export function alone<T>(
  lock: string,
  work: () => T,
  patience = PATIENCE,
  processes: Processes = system,
): T | undefined {
  for (let waited = 0; !isTaken(lock, processes); waited += PAUSE) {
    if (waited >= patience) return undefined;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock, unless a running process holds it. */
function isTaken(lock: string, processes: Processes): boolean {
  try {
    writeFileSync(lock, String(processes.own), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = holderOf(lock);
    if (holder !== undefined && !processes.isRunning(holder)) rmSync(lock, { force: true });
    return false;
  }
}

/** Undefined where the lock is gone meanwhile, or has only just been made. */
function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
