import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, with those above it that are not there yet. Node's own `recursive` tries for ever where the system refuses by ENOENT,
 * as `/proc` does, so each folder is made by a call of its own.
 * @throws the system's error (`ErrnoException`), with the folder that could not be made as its `path`
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return;
    throw Object.assign(new Error(`${path} is a file`), { code: 'EEXIST', path });
  }
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Writes a file beside its place and renames it into it: whoever breaks off leaves the last good file. The folder is made where it is missing.
 * @throws the system's error (`ErrnoException`)
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    writeFileSync(part, content);
  }
  renameSync(part, file);
}

/** Why the system refused to write, in words; undefined for what is no refusal of the system's. */
export function refusal(error: unknown): { readonly path: string | undefined; readonly reason: string } | undefined {
  const { code, path, message } = error as NodeJS.ErrnoException;
  return code === undefined ? undefined : { path, reason: reasons[code] ?? message };
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a file of that name stands in the way',
  EISDIR: 'a folder of that name stands in the way',
  ENOENT: 'no folder can be made at this place of the disk',
  ENOTDIR: 'a file stands where a folder is needed',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long for this disk',
};
