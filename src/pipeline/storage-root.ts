import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { diskStore } from '../archive/disk.js';
import type { ArchiveLocation } from '../archive/store.js';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { makeFolder, randomName, refusal, removeIfEmpty } from '../formats/file-output.js';
import { alone } from './lock.js';
import { type ProcessIdentity, system } from './processes.js';

/** What a broken-off deposit has left beside its storage root. */
export interface Leavings {
  /** What was removed. */
  readonly removed: readonly string[];
  /** What has such a name and is something else, and was left. */
  readonly foreign: readonly string[];
}

/**
 * Does a work in a storage root while no other process does one, with a place of its own to make versions ready in, which is gone afterwards. What a kill has left
 * there before is removed first.
 * @param root the OCFL storage root; it need not be there yet
 */
export function inRoot<T>(root: string, work: (location: ArchiveLocation, left: Leavings) => Result<T>): Result<T> {
  try {
    const place = workPlace(root);
    const done = alone(place.lock, () => {
      const left = clear(place);
      const staging = join(place.folder, `${place.prefix}${randomName()}`);
      try {
        return work(locationOf(root, staging), left);
      } finally {
        rmSync(staging, { recursive: true, force: true });
      }
    });
    if (place.isWithin) removeIfEmpty(place.folder);
    return done ?? { diagnostics: [diagnostic('AR006', { path: root, lock: place.lock })] };
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: refused.path ?? root, reason: refused.reason })] };
  }
}

/** What is made ready for a version or a storage root; a folder with anything else is not ours. */
const MADE_READY = /^(?:v\d+|inventory\.json(?:\.sha512)?|0=ocfl_(?:object_)?1\.1|ocfl_layout\.json|extensions)$/;
const RANDOM = /^[0-9a-f]{10}$/;

function clear({ folder, prefix, lock }: WorkPlace): Leavings {
  const removed: string[] = [];
  const foreign: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isStaging = name.startsWith(prefix) && RANDOM.test(name.slice(prefix.length));
    const isLock = name.startsWith(`${basename(lock)}.`) && RANDOM.test(name.slice(basename(lock).length + 1));
    if (!isStaging && !isLock) continue;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    const isOurs = isStaging
      ? stat?.isDirectory() === true && readdirSync(path).every((entry) => MADE_READY.test(entry))
      : stat?.isFile() === true && isForgotten(path, stat.mtimeMs);
    if (isOurs) {
      rmSync(path, { recursive: true, force: true });
      removed.push(path);
    } else if (isStaging) foreign.push(path);
  }
  return { removed, foreign };
}

/** A lock that is just being made may be empty for so many milliseconds. */
const A_WHILE = 60_000;

/** Whether a lock that was begun is nobody's any more: its process has ended, or it says none. */
function isForgotten(path: string, modified: number): boolean {
  try {
    return !system.mayRun(JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity);
  } catch {
    return Date.now() - modified > A_WHILE;
  }
}

/** A storage root and a place to make versions ready, as paths of the folder that the root is in. */
export function locationOf(root: string, staging: string): ArchiveLocation {
  const parent = dirname(resolve(root));
  const inStore = (path: string): string => relative(parent, resolve(path)).replaceAll('\\', '/');
  return { store: diskStore(parent), root: inStore(root), staging: inStore(staging) };
}

interface WorkPlace {
  readonly folder: string;
  /** Whether it is in the storage root. */
  readonly isWithin: boolean;
  readonly prefix: string;
  readonly lock: string;
}

/**
 * Where versions are made ready and the lock stands: beside the storage root. Where that is another disk, or may not be written to, it is a folder
 * among the root's extensions, the one place in it that is not for objects (OCFL 1.1, §4).
 */
function workPlace(root: string): WorkPlace {
  const path = existsSync(root) ? realpathSync(root) : resolve(root);
  const parent = dirname(path);
  if (!existsSync(path)) makeFolder(parent);
  const isBeside = !existsSync(path) || (statSync(parent).dev === statSync(path).dev && isWritable(parent));
  const folder = isBeside ? parent : join(path, 'extensions', 'chancery-staging');
  mkdirSync(folder, { recursive: true });
  const name = `.${basename(path)}`;
  return { folder, isWithin: !isBeside, prefix: `${name}.staging-`, lock: join(folder, `${name}.lock`) };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
