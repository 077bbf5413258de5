import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { realPath } from '../formats/confinement.js';
import { refusal, writeWhole } from '../formats/file-output.js';
import { foldedPath } from '../model/file-name.js';
import { digestOf, enterIntoRecord, readRecord } from './record.js';

/** Whether a file that stands there is one that Chancery wrote and nobody has changed since. */
export type IsOurs = (file: string, bytes: Uint8Array) => boolean;

/**
 * The one way out to the disk. It knows what the command has read, and lets nothing be written over that: by whatever path, link or spelling; nor over a
 * file that Chancery did not write, or that was changed since; nor two outputs to one name.
 */
export class Gate {
  readonly #read = new Map<string, string>();

  /** @param read the files that the command has read, as it names them */
  constructor(read: Iterable<string>) {
    for (const file of read) {
      const identity = identityOf(file);
      if (identity !== undefined) this.#read.set(identity, file);
    }
  }

  /**
   * What stands against writing these files: asked before any is written.
   * @param isOurs how a file of ours is known; by the record of its folder, where nothing is said
   */
  hindrances(files: readonly string[], isOurs: IsOurs = isRecorded): readonly Diagnostic[] {
    return [...sameNames(files), ...files.flatMap((file) => this.#hindrance(file, isOurs) ?? [])];
  }

  /** The input that a path leads to; undefined for what was not read. */
  inputAt(file: string): string | undefined {
    const identity = identityOf(file);
    return identity === undefined ? undefined : this.#read.get(identity);
  }

  /**
   * Writes a file and enters it into the record of its folder.
   * @returns what stands against it
   */
  write(file: string, content: string | Uint8Array, isOurs?: IsOurs): readonly Diagnostic[] {
    const hindered = this.hindrances([file], isOurs);
    if (hindered.length > 0) return hindered;
    return refusedBySystem(file, () => {
      writeWhole(file, content);
      enterIntoRecord(dirname(file), basename(file), content);
    });
  }

  /** Writes a file that bears its own seal, and so needs no record. */
  writeSealed(file: string, content: string, isOurs: IsOurs): readonly Diagnostic[] {
    const hindered = this.hindrances([file], isOurs);
    return hindered.length > 0 ? hindered : refusedBySystem(file, () => writeWhole(file, content));
  }

  #hindrance(file: string, isOurs: IsOurs): Diagnostic | undefined {
    const input = this.inputAt(file);
    if (input !== undefined) return diagnostic('IN031', { path: file, input }, { file });
    if (orUndefined(() => lstatSync(file, NOT_THROWN)) === undefined) return undefined;
    const stat = orUndefined(() => statSync(file, NOT_THROWN));
    // What the disk says of a folder in the place of a file is said when it is written.
    if (stat?.isDirectory() === true) return undefined;
    if (stat?.isFile() === true && isOurs(file, readFileSync(file))) return undefined;
    return diagnostic('IN032', { path: file, more: '' }, { file });
  }
}

/** Whether the record of its folder has the file as it stands. */
export function isRecorded(file: string, bytes: Uint8Array): boolean {
  return readRecord(dirname(file)).get(basename(file)) === digestOf(bytes);
}

/** Does a work on the disk; what the system refuses is a finding. */
export function refusedBySystem(file: string, work: () => void): readonly Diagnostic[] {
  try {
    work();
    return [];
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return [diagnostic('IN007', { path: file, reason: refused.reason }, { file })];
  }
}

/** Outputs that one and the same name is meant for, also where the disk takes no account of capitals or of how an accent is written. */
function sameNames(files: readonly string[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const file of files) {
    const key = foldedPath(realPath(file, known));
    const before = first.get(key);
    if (before === undefined) first.set(key, file);
    else found.push(diagnostic('IN033', { path: file, other: before }, { file: before }));
  }
  return found;
}

/** What makes a file the same as another, whatever its name: its place on the disk. */
function identityOf(file: string): string | undefined {
  const stat = orUndefined(() => statSync(file, { bigint: true, ...NOT_THROWN }));
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`;
}

/** An error takes longer to make than the question whether a file is there. */
const NOT_THROWN = { throwIfNoEntry: false } as const;

/** Nothing for a path where nothing stands, or that the system does not let be looked at. */
function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
