import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Ten letters that nobody can guess, for names of what is not yet final. */
export function randomName(): string {
  return randomBytes(5).toString('hex');
}

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
 * Writes a file beside its place and renames it into it: whoever breaks off leaves the last good file, and nothing else. The folder is made where it is
 * missing. Where a link stands in the place, the file that it names is written and the link stays; permissions stay too.
 * @throws the system's error (`ErrnoException`)
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const stat = statOf(file);
  const place = stat === undefined ? file : realpathSync(file);
  if (stat?.isDirectory() === true)
    throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR', path: file });
  makeFolder(dirname(place));
  const part = join(dirname(place), `.${basename(place).slice(0, 100)}.${randomName()}`);
  try {
    writeNew(part, content, stat?.mode);
    renameSync(part, place);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a file that is not there yet; a link or file of the name, whoever has put it there, is never followed or written over. */
export function writeNew(file: string, content: string | Uint8Array, mode?: number): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const descriptor = openSync(file, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o666);
  try {
    writeFileSync(descriptor, content);
    if (mode !== undefined) fchmodSync(descriptor, mode & 0o777);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a file that is not there yet as its bytes come, beside its place first; whoever breaks off leaves nothing. Folders are made.
 * @returns how many bytes it has
 * @throws the system's error (`ErrnoException`); `EEXIST` where something stands in the place
 */
export function writePieces(file: string, pieces: Iterable<Uint8Array>): number {
  makeFolder(dirname(file));
  const part = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomName()}`);
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const descriptor = openSync(part, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o666);
  let length = 0;
  try {
    try {
      for (const piece of pieces)
        for (let at = 0; at < piece.length; ) {
          const written = writeSync(descriptor, piece, at);
          at += written;
          length += written;
        }
    } finally {
      closeSync(descriptor);
    }
    // A link is made only where nothing stands; a rename would put itself in the place of whatever has come there meanwhile.
    linkOrRename(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  return length;
}

function linkOrRename(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(file))
      throw Object.assign(new Error(`${file} is there`), { code: 'EEXIST', path: file });
    // Some disks have no links.
    renameSync(part, file);
  }
}

/** Removes a folder that was made for nothing. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it, or it could not be made.
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Why the system refused to write, in words; undefined for what is no refusal of the system's. */
export function refusal(error: unknown): { readonly path: string | undefined; readonly reason: string } | undefined {
  const { code, path, message, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || (reasons[code] === undefined && syscall === undefined)) return undefined;
  return { path, reason: reasons[code] ?? message };
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'a file of that name stands in the way',
  ENOTFILE: 'a pipe or a device stands there, no file',
  EISDIR: 'a folder of that name stands in the way',
  ENOENT: 'no folder can be made at this place of the disk',
  ENOTDIR: 'a file stands where a folder is needed',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the space that this account may use is full',
  EFBIG: 'it is larger than this disk takes',
  EIO: 'the disk fails',
  EXDEV: 'it lies on another disk',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  EINVAL: 'this disk takes no such name',
  ECHANGED: 'it has been changed meanwhile',
  ENAMETOOLONG: 'its name is too long for this disk',
};
