import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { makeFolder, randomName, refusal, removeIfEmpty } from '../formats/file-output.js';
import { foldedPath } from '../model/file-name.js';
import type { FileSet } from '../model/file-set.js';
import type { Gate } from './gate.js';
import { alone } from './lock.js';
import { uninterrupted } from './processes.js';
import { digestOf, readRecord, recordName, recordText } from './record.js';
import { type FileOperations, fileSystem, newPart, settle, swap } from './swap.js';

/** A part of the output folder (`html`) with the files that it shall hold. */
export type OutputParts = ReadonlyMap<string, FileSet>;

/** What is asked of a file that no record knows: whether its content is kept elsewhere, so that nothing is lost with it. */
export type IsKept = (path: string, bytes: Uint8Array) => boolean;

const lockName = '.chancery.lock';
const stagingPrefix = '.chancery-staging-';

/** How many files that stand in the way are named in each part. */
const NAMED = 3;

/** What programs that show folders leave in them. */
export const leavings: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory']);

/**
 * Replaces parts of the output folder in one go: all files are written to a staging folder in it first, and only when that has succeeded the parts are
 * swapped in by renaming, with the record of what was written. Whatever fails leaves the folder as it was; what a kill has left half-way is brought to its
 * end, or undone, by the next call. Nothing else in the folder is touched, and a part with a file that is not ours is not replaced.
 * @param folder the output folder; it and those above it are made
 * @returns findings where something stands against it; then nothing has changed
 */
export function replaceParts(
  folder: string,
  parts: OutputParts,
  gate: Gate,
  isKept: IsKept = () => false,
  disk: FileOperations = fileSystem,
): readonly Diagnostic[] {
  const target = resolve(folder);
  const isNew = !existsSync(target);
  const clashes = sameNames(folder, parts);
  if (clashes.length > 0) return clashes;
  try {
    makeFolder(target);
    const lock = join(target, lockName);
    const done = alone(lock, () => {
      settleAll(target, disk);
      // Somebody may have worked in the folder while the editions were made.
      const foreign = foreignFiles(folder, [...parts.keys()], gate, isKept);
      if (foreign.length === 0) place(target, parts, disk);
      return foreign;
    });
    return done ?? [diagnostic('IN034', { path: folder, lock }, { file: folder })];
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    if (isNew) removeIfEmpty(target);
    return [diagnostic('IN007', { path: refused.path ?? folder, reason: refused.reason })];
  }
}

/**
 * Brings what a kill has left half-way in an output folder to its end, or undoes it, so that the last good edition is there also where the build that begins
 * fails. Where another build is writing, it is waited for. What the disk refuses is told when the folder is written.
 */
export function settleOutput(folder: string, disk: FileOperations = fileSystem): void {
  const target = resolve(folder);
  try {
    if (!existsSync(target) || !readdirSync(target).some((name) => name.startsWith(stagingPrefix))) return;
    alone(join(target, lockName), () => settleAll(target, disk));
  } catch (error) {
    if (refusal(error) === undefined) throw error;
  }
}

function settleAll(target: string, disk: FileOperations): void {
  for (const name of readdirSync(target)) if (name.startsWith(stagingPrefix)) settle(join(target, name), target, disk);
}

/** Makes the parts ready and swaps them in. */
function place(target: string, parts: OutputParts, disk: FileOperations): void {
  const staging = join(target, `${stagingPrefix}${randomName()}`);
  const before = readRecord(target);
  const made = digestsOf(parts);
  const sameAsBefore = (path: string): string | undefined => {
    const file = join(target, path);
    if (before.get(path) !== made.get(path) || !lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return digestOf(readFileSync(file)) === made.get(path) ? file : undefined;
  };
  try {
    writeParts(staging, parts, disk, sameAsBefore);
    disk.write(newPart(staging, recordName), recordText(recordWith(before, parts, made)));
    uninterrupted(() => swap(staging, target, [...parts.keys(), recordName], disk));
  } finally {
    disk.remove(staging);
  }
}

/** The record of the folder after the swap: of parts that were not built, it stays. */
function recordWith(
  before: ReadonlyMap<string, string>,
  parts: OutputParts,
  made: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...[...before].filter(([path]) => !parts.has(path.split('/')[0] ?? '')), ...made]);
}

function digestsOf(parts: OutputParts): ReadonlyMap<string, string> {
  return new Map(
    [...parts].flatMap(([part, files]) =>
      [...files].map(([name, content]): [string, string] => [`${part}/${name}`, digestOf(content)]),
    ),
  );
}

/** Why the output folder cannot be made, as far as that can be told without making it: asked before the long work begins. */
export function blockedOutput(folder: string): Diagnostic | undefined {
  let path = resolve(folder);
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  if (!statSync(path).isDirectory()) return diagnostic('IN007', { path: folder, reason: `${path} is a file` });
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return diagnostic('IN007', { path: folder, reason: `${path} may not be written to` });
  }
}

/**
 * The files in parts of an output folder that are not ours to replace: that the command has read, that Chancery did not write, or that were changed since.
 * The first of each part are named.
 */
export function foreignFiles(
  folder: string,
  parts: readonly string[],
  gate: Gate,
  isKept: IsKept = () => false,
): readonly Diagnostic[] {
  const record = readRecord(folder);
  return parts.flatMap((part) => {
    const foreign: string[] = [];
    for (const file of filesIn(join(folder, part))) {
      const input = gate.inputAt(file);
      if (input !== undefined) return [diagnostic('IN031', { path: file, input }, { file })];
      const path = relative(folder, file).replaceAll('\\', '/');
      if (!isOurs(file, record.get(path), (bytes) => isKept(path, bytes))) foreign.push(file);
    }
    return foreign.slice(0, NAMED).map((file, i) => {
      const rest = i === NAMED - 1 ? foreign.length - NAMED : 0;
      const more = rest === 0 ? '' : ` (and ${rest} more in ${join(folder, part)})`;
      return diagnostic('IN032', { path: file, more }, { file });
    });
  });
}

function isOurs(file: string, recorded: string | undefined, isKept: (bytes: Uint8Array) => boolean): boolean {
  if (leavings.has(basename(file))) return true;
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  const bytes = readFileSync(file);
  return digestOf(bytes) === recorded || isKept(bytes);
}

/**
 * All that is in a folder and is no folder, links too; the folder itself, where it is a file or a link. Walked step by step: in some versions of
 * Node.js `readdir` goes on through links.
 */
function filesIn(folder: string): readonly string[] {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [folder];
  return readdirSync(folder)
    .flatMap((name) => filesIn(join(folder, name)))
    .sort();
}

/** Files of a part whose names are one on a disk that takes no account of capitals or of how an accent is written. */
function sameNames(folder: string, parts: OutputParts): readonly Diagnostic[] {
  const first = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const [part, files] of parts)
    for (const name of files.keys()) {
      const path = join(folder, part, name);
      const before = first.get(foldedPath(path));
      if (before === undefined) first.set(foldedPath(path), path);
      else found.push(diagnostic('IN033', { path, other: before }));
    }
  return found;
}

/** @param sameAsBefore where a file of this path and content stands already: it stays one and the same file, so that who copies the folder need not copy it again */
function writeParts(
  staging: string,
  parts: OutputParts,
  disk: FileOperations,
  sameAsBefore: (path: string) => string | undefined,
): void {
  const made = new Set<string>();
  for (const [part, files] of parts) {
    const folder = newPart(staging, part);
    disk.makeFolder(folder);
    for (const [name, content] of files) {
      const path = join(folder, name);
      if (!path.startsWith(join(folder, '/')))
        throw new Error(`The output ${part} names a file outside its folder: ${name}`);
      const parent = dirname(path);
      if (!made.has(parent)) disk.makeFolder(parent);
      made.add(parent);
      const same = sameAsBefore(`${part}/${name}`);
      if (same === undefined || !disk.link(same, path)) disk.write(path, content);
    }
  }
}

/** A file of the output, with its size in bytes. */
export interface WrittenFile {
  readonly path: string;
  /** The part of the output that it belongs to: `html`. */
  readonly part: string;
  readonly bytes: number;
}

/** The files of the parts as they stand now. */
export function writtenFiles(folder: string, parts: OutputParts): readonly WrittenFile[] {
  return [...parts].flatMap(([part, files]) =>
    [...files.keys()].map((name) => {
      const path = join(folder, part, name);
      return { path, part, bytes: statSync(path).size };
    }),
  );
}
