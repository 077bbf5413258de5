import { closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageFile } from './package.js';

/** From so many files on a thread asks the system for several at a time, which it does together. */
const MANY = 40;
/** How long the thread is waited for, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Has the system bring all files and folders below a folder, and itself, to the disk (POSIX `fsync`), so that they are there also after a power cut. The caller
 * waits.
 * @throws the system's error (`ErrnoException`)
 */
export function flushFolder(folder: string): void {
  const paths = pathsBelow(folder);
  const script = packageFile('dist/program/formats/flush-thread.js');
  if (paths.length < MANY || !existsSync(script)) {
    for (const path of paths) flush(path);
    return;
  }
  const state = new Int32Array(new SharedArrayBuffer(4));
  const failed = new Int32Array(new SharedArrayBuffer(4));
  // The options of the program are not for the thread: with some of them it would not begin.
  new Worker(script, { workerData: { paths, state, failed }, execArgv: [] }).unref();
  const isDone = Atomics.wait(state, 0, 0, PATIENCE) !== 'timed-out';
  // Where the thread has failed, or has not begun, the system says by itself what is wrong.
  if (!isDone || failed[0] !== 0) for (const path of paths) flush(path);
}

/** Brings one file or folder to the disk. Systems that do not know this of folders, as Windows, keep their entries by themselves. */
export function flush(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPERM' && code !== 'EINVAL' && code !== 'EISDIR') throw error;
  } finally {
    closeSync(descriptor);
  }
}

function pathsBelow(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsBelow(path) : entry.isFile() ? [path] : [];
  });
  return [...below, folder];
}
