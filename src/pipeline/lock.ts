import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { randomName, writeNew } from '../formats/file-output.js';
import { type Processes, type ProcessIdentity, system } from './processes.js';

/** How long another process is waited for, and how long between two looks, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 25;

/**
 * A lock of another machine's, of whose processes nothing can be known here, holds nobody up an hour after its holder last said that it works: no deposit takes so long, and a work that may
 * take longer says so every minute.
 */
const OLD = 3_600_000;
const BEAT = 60_000;

/** What stands in a lock: who holds it, and a word that no other lock has. */
interface Held extends ProcessIdentity {
  readonly token: string;
}

/**
 * Does a work while no other process does one under the same lock, a file that names the process that holds it. The file is made with its content in one
 * step. A lock whose process has been killed holds nobody up, also where another process has come to have its number.
 *
 * @returns what the work gives; undefined where another process has not let go in time
 * @throws the system's error where the lock cannot be made
 */
export function alone<T>(
  lock: string,
  work: () => T,
  patience = PATIENCE,
  processes: Processes = system,
): T | undefined {
  const token = randomName();
  for (let waited = 0; !isTaken(lock, { ...processes.own, token }, processes); waited += PAUSE) {
    if (waited >= patience) return undefined;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  try {
    return work();
  } finally {
    if (read(lock)?.token === token) rmSync(lock, { force: true });
  }
}

/**
 * Does a work that goes on beside others while no other process does one under the same lock. Nobody is waited for.
 *
 * @returns what the work gives; undefined where another process holds the lock
 */
export async function aloneOrNot<T>(
  lock: string,
  work: () => Promise<T>,
  processes: Processes = system,
): Promise<T | undefined> {
  const token = randomName();
  const held = { ...processes.own, token };
  // The lock of a process that has ended is broken open first, and taken then.
  if (!isTaken(lock, held, processes) && !isTaken(lock, held, processes)) return undefined;
  const beat = setInterval(() => {
    if (read(lock)?.token === token) touch(lock);
  }, BEAT).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(lock)?.token === token) rmSync(lock, { force: true });
  }
}

/** Takes the lock, unless a process that may still run holds it. */
function isTaken(lock: string, held: Held, processes: Processes): boolean {
  if (make(lock, JSON.stringify(held))) return true;
  const holder = read(lock);
  if (holder === undefined) return false;
  const isForgotten = holder.host !== processes.own.host && ageOf(lock) > OLD;
  if (isForgotten || !processes.mayRun(holder)) breakOpen(lock, holder);
  return false;
}

/** Says that the holder works still. */
function touch(lock: string): void {
  try {
    const now = new Date();
    utimesSync(lock, now, now);
  } catch {
    // Somebody has removed it; the next look says so.
  }
}

/** Milliseconds since the lock was made, or its holder last said that it works. */
function ageOf(lock: string): number {
  return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/** Whether the lock was made: by a link, which fails where one stands, to a file that has its content already; else by a file, on disks without links. */
function make(lock: string, content: string): boolean {
  const made = `${lock}.${randomName()}`;
  writeNew(made, content);
  try {
    linkSync(made, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    return madeAsFile(lock, content);
  } finally {
    rmSync(made, { force: true });
  }
}

function madeAsFile(lock: string, content: string): boolean {
  try {
    writeNew(lock, content);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead process's lock away; of several that want to, one does, and none takes away the lock that the next has made meanwhile. */
function breakOpen(lock: string, dead: Held): void {
  const aside = `${lock}.${randomName()}`;
  try {
    renameSync(lock, aside);
    const taken = read(aside);
    if (taken !== undefined && taken.token !== dead.token) linkSync(aside, lock);
  } catch {
    // Another process has been faster.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Undefined where the lock is gone meanwhile, or has only just been made. Version 0.1.0 wrote the number of the process alone. */
function read(lock: string): Held | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(lock, 'utf8'));
    if (typeof content === 'number') return { pid: content, host: system.own.host, token: '' };
    const { pid, start, host, token } = content as Partial<Held>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string') return undefined;
    return { pid, host, token, ...(typeof start === 'string' ? { start } : {}) };
  } catch {
    return undefined;
  }
}
