import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { makeFolder, refusal } from '../formats/file-output.js';
import type { FileSet } from '../model/file-set.js';
import { type Processes, system } from './processes.js';

/** A part of the output folder (`html`) with the files that it shall hold. */
export type OutputParts = ReadonlyMap<string, FileSet>;

/**
 * Replaces parts of the output folder in one go: all files are written to a staging folder beside it first, and only when that has succeeded each part is
 * swapped in by renaming. Whatever fails or is killed before leaves the folder as it was; what a kill between two renamings has moved away is put back by
 * the next call. Other parts of the folder stay.
 * @param folder the output folder; it and those above it are made
 * @param process the number of this process, and whether another is still running
 * @returns findings where the disk refuses; then nothing has changed
 */
export function replaceParts(folder: string, parts: OutputParts, processes: Processes = system): readonly Diagnostic[] {
  const target = resolve(folder);
  const staging = join(dirname(target), `${stagingPrefix(target)}${processes.own}`);
  try {
    makeFolder(target);
    recover(target, processes);
    writeParts(join(staging, 'new'), parts);
    swap(target, staging, [...parts.keys()]);
    return [];
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return [diagnostic('IN007', { path: refused.path ?? folder, reason: refused.reason })];
  } finally {
    if (existsSync(staging)) rmSync(staging, { recursive: true, force: true });
  }
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

function stagingPrefix(target: string): string {
  return `.${basename(target)}.staging-`;
}

function writeParts(folder: string, parts: OutputParts): void {
  const made = new Set<string>();
  for (const [part, files] of parts) {
    mkdirSync(join(folder, part), { recursive: true });
    for (const [name, content] of files) {
      const path = join(folder, part, name);
      if (!path.startsWith(join(folder, part)))
        throw new Error(`The output ${part} names a file outside its folder: ${name}`);
      const parent = dirname(path);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(path, content);
    }
  }
}

function swap(target: string, staging: string, parts: readonly string[]): void {
  const replaced = join(staging, 'replaced');
  mkdirSync(replaced, { recursive: true });
  for (const part of parts) swapPart(join(staging, 'new', part), join(target, part), join(replaced, part));
}

/** How often a part is tried to be put in its place while another build of the same folder does the same. */
const ATTEMPTS = 50;

/** Puts a part in its place; of two builds that end at the same moment, the later one stays. */
function swapPart(part: string, place: string, replaced: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      if (existsSync(place)) {
        rmSync(replaced, { recursive: true, force: true });
        renameSync(place, replaced);
      }
      renameSync(part, place);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isRace = code === 'ENOENT' || code === 'ENOTEMPTY' || code === 'EEXIST';
      if (isRace && attempt < ATTEMPTS && existsSync(part)) continue;
      if (!existsSync(place) && existsSync(replaced)) renameSync(replaced, place);
      throw error;
    }
  }
}

/** Puts back what a killed build had moved away and not yet replaced, and removes what it has left. */
function recover(target: string, processes: Processes): void {
  const parent = dirname(target);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(stagingPrefix(target))) continue;
    const owner = Number(name.slice(stagingPrefix(target).length));
    if (owner !== processes.own && processes.isRunning(owner)) continue;
    const replaced = join(parent, name, 'replaced');
    for (const part of existsSync(replaced) ? readdirSync(replaced) : [])
      if (!existsSync(join(target, part))) renameSync(join(replaced, part), join(target, part));
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** A file of the output, with its size in bytes. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

/** The files of the parts as they stand now. */
export function writtenFiles(folder: string, parts: OutputParts): readonly WrittenFile[] {
  return [...parts].flatMap(([part, files]) =>
    [...files.keys()].map((name) => ({
      path: join(folder, part, name),
      bytes: statSync(join(folder, part, name)).size,
    })),
  );
}
