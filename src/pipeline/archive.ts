import { basename, dirname, join, resolve } from 'node:path';
import { archiveEdition } from '../archive/archive.js';
import type { Deposit } from '../archive/deposit.js';
import { diskStore } from '../archive/disk.js';
import type { EditionPart } from '../archive/edition.js';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { alone } from './lock.js';

/** What is stored of a build: who built which volume when, and all its files. */
export interface ArchiveRequest {
  readonly volume: string;
  readonly title: string;
  readonly parts: ReadonlyMap<EditionPart, FileSet>;
  /** RFC 3339, UTC. */
  readonly created: string;
  readonly user: string;
}

/**
 * Stores the finished edition as a version of an OCFL object in `archive/` of the output folder. The storage root holds the versions before, so it is
 * not swapped like the other parts; a deposit is safe against a kill by itself, and of two builds at the same time one waits for the other.
 */
export function archiveBuild(folder: string, request: ArchiveRequest): Result<Deposit> {
  const { volume, title, parts, created, user } = request;
  const target = resolve(folder);
  const location = {
    store: diskStore(dirname(target)),
    root: `${basename(target)}/archive`,
    staging: `.${basename(target)}.deposit`,
  };
  try {
    const metadata = { created, message: `Build of ${title}`, user: { name: user } };
    const lock = join(dirname(target), `${location.staging}.lock`);
    const deposit = alone(lock, () => archiveEdition(location, { volume, title, parts }, metadata));
    if (deposit === undefined) return { diagnostics: [diagnostic('AR006', { path: folder, lock })] };
    const { value, diagnostics } = deposit;
    // OCFL 1.1 W008 asks for an address of the user. A build knows the name of the account only, and makes none up.
    const found = diagnostics.filter((d) => d.code !== 'W008');
    return value === undefined ? { diagnostics: found } : { value, diagnostics: found };
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: path ?? folder, reason: message })] };
  }
}
