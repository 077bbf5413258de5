/**
 * What is kept of built volumes, under the hash of all that went into it. It is a folder that may be deleted at any time: every entry bears its own hash, so that one
 * that is damaged is noticed, removed and made again.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../formats/file-output.js';

/** Where results are kept: a folder of this machine, or a store that several share. */
export interface Store {
  /** The bytes of an entry; undefined where there is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** Tells that an entry is wanted, though nobody reads it now. */
  keep(name: string): Promise<void>;
}

/** The folders of a store, each with entries that are named by a hash; whatever else stands there is not ours. */
const KINDS = ['results', 'inputs', 'packs'] as const;
const HASH = /^[0-9a-f]{64}$/;
/** An entry that is being written (`writeWhole`). */
const UNFINISHED = /^\.[0-9a-f]{64}\./;
/** After a day nobody writes at it any more. */
const UNFINISHED_KEPT = 86_400_000;

/** Whether it is the name of an entry. What stands in another entry, or beside the outputs, is not to lead elsewhere. */
function isEntry(name: string): boolean {
  const [kind = '', hash = '', ...more] = name.split('/');
  return KINDS.some((one) => one === kind) && HASH.test(hash) && more.length === 0;
}

/** How long an entry is kept that no build has asked for, in milliseconds: 30 days. */
const KEPT = 30 * 86_400_000;

/** A store in a folder. */
export class FolderStore implements Store {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    if (!isEntry(name)) return undefined;
    const path = join(this.#folder, name);
    try {
      const bytes = readFileSync(path);
      touch(path);
      return bytes;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    writeWhole(join(this.#folder, name), bytes);
  }

  async remove(name: string): Promise<void> {
    if (isEntry(name)) rmSync(join(this.#folder, name), { force: true });
  }

  async keep(name: string): Promise<void> {
    if (isEntry(name)) touch(join(this.#folder, name));
  }

  /** Removes entries that no build has asked for in a month, and what a kill has left half-written of one. The folder may hold other things: they are not touched. */
  prune(now: number): void {
    for (const kind of KINDS) {
      const inner = join(this.#folder, kind);
      for (const name of namesIn(inner)) {
        const limit = HASH.test(name) ? KEPT : UNFINISHED.test(name) ? UNFINISHED_KEPT : undefined;
        const path = join(inner, name);
        const stat = lstatSync(path, { throwIfNoEntry: false });
        if (limit === undefined || stat?.isFile() !== true || now - stat.mtimeMs <= limit) continue;
        try {
          rmSync(path, { force: true });
        } catch {
          // What cannot be removed stays.
        }
      }
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // None has been kept of this kind yet.
    return [];
  }
}

/** An entry that is read is wanted; where the folder may not be written to, it ages. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // Read-only.
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The hash of several facts together, of whatever length. */
export function keyOf(facts: unknown): string {
  return sha256(JSON.stringify(facts));
}

/** Keeps data under a name that says nothing of its content: its hash stands before it. */
export async function putSealed(store: Store, name: string, data: unknown): Promise<void> {
  const text = JSON.stringify(data);
  await store.put(name, Buffer.from(`${sha256(text)}\n${text}`));
}

/** Data as they were kept; undefined where there are none, or where they are damaged, which are then removed. */
export async function getSealed<T>(store: Store, name: string): Promise<T | 'damaged' | undefined> {
  const bytes = await store.get(name);
  if (bytes === undefined) return undefined;
  const text = Buffer.from(bytes).toString();
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end > 0 && sha256(body) === text.slice(0, end)) return JSON.parse(body) as T;
  await store.remove(name);
  return 'damaged';
}

/** Keeps bytes under their own hash. @returns the hash */
export async function putPack(store: Store, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  await store.put(`packs/${hash}`, bytes);
  return hash;
}

export async function getPack(store: Store, hash: string): Promise<Uint8Array | undefined> {
  const bytes = await store.get(`packs/${hash}`);
  if (bytes === undefined || sha256(bytes) === hash) return bytes;
  await store.remove(`packs/${hash}`);
  return undefined;
}
