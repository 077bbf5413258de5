import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { archiveEdition, archiveId } from '../archive/archive.js';
import type { Deposit } from '../archive/deposit.js';
import { digest } from '../archive/digest.js';
import { diskStore } from '../archive/disk.js';
import type { EditionPart, Rights } from '../archive/edition.js';
import type { VersionMetadata } from '../archive/plan.js';
import { newestInventory, readArchived } from '../archive/read-object.js';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { makeFolder, randomName, refusal, removeIfEmpty } from '../formats/file-output.js';
import type { Files } from '../model/file-set.js';
import { type EditionFacts, editionName } from '../model/identifier.js';
import { editionFactsOf } from '../volume/tei-identity.js';
import { alone } from './lock.js';
import type { IsKept } from './output-folder.js';

/** What is stored of a build: who built which volume when, and all its files. */
export interface ArchiveRequest {
  /** What the edition is known by: its object in the archive. */
  readonly edition: EditionFacts;
  readonly title: string;
  readonly rights?: Rights;
  readonly parts: ReadonlyMap<EditionPart, Files>;
  /** RFC 3339, UTC. */
  readonly created: string;
  /** Who made it: the name, and where it is known an address (`mailto:` or an ORCID iD). */
  readonly user: string;
  readonly userAddress?: string;
  /** Why; where nothing is said, what has changed is counted. */
  readonly message?: string;
}

/**
 * Stores the finished edition as a version of its OCFL object. The storage root, which many volumes may share, holds the versions before, so it is not
 * swapped like an output; a deposit is safe against a kill by itself, and of two builds at the same time one waits for the other.
 * @param root the OCFL storage root; made where there is none
 */
export function archiveBuild(root: string, request: ArchiveRequest): Result<Deposit> {
  const { title, rights, parts, edition } = request;
  try {
    const place = workPlace(root);
    const work = (): Result<Deposit> => {
      for (const name of readdirSync(place.folder))
        if (name.startsWith(place.prefix)) rmSync(join(place.folder, name), { recursive: true, force: true });
      const staging = join(place.folder, `${place.prefix}${randomName()}`);
      const location = locationOf(root, staging);
      const id = objectOf(root, edition);
      try {
        const finished = { volume: edition.volume, title, parts, ...(rights === undefined ? {} : { rights }) };
        return archiveEdition(location, finished, metadataOf(request), id);
      } finally {
        rmSync(staging, { recursive: true, force: true });
      }
    };
    const deposit = alone(place.lock, work);
    if (place.isWithin) removeIfEmpty(place.folder);
    if (deposit === undefined) return { diagnostics: [diagnostic('AR006', { path: root, lock: place.lock })] };
    const { value, diagnostics } = deposit;
    // OCFL 1.1 W008 asks for an address of the user. A build knows the name of the account only, and makes none up.
    const found = diagnostics.filter((d) => d.code !== 'W008');
    return value === undefined ? { diagnostics: found } : { value, diagnostics: found };
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: refused.path ?? root, reason: refused.reason })] };
  }
}

function metadataOf({ created, message, user, userAddress }: ArchiveRequest): VersionMetadata {
  return {
    created,
    ...(message === undefined ? {} : { message }),
    user: { name: user, ...(userAddress === undefined ? {} : { address: userAddress }) },
  };
}

/** Why an archive cannot lie where it is asked for: in a part of the output, which is replaced, or around the output. */
export function misplacedArchive(root: string, folder: string, parts: readonly string[]): Diagnostic | undefined {
  const [archive, out] = [realPath(root), realPath(folder)];
  const isIn = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(join(outer, sep));
  const isAround = isIn(out, archive);
  const isInPart = parts.some((part) => isIn(archive, join(out, part)));
  return isAround || isInPart ? diagnostic('AR020', { path: root, folder }) : undefined;
}

/** A path with links followed, as far as it is there. */
function realPath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const above = dirname(full);
  return above === full ? full : join(realPath(above), basename(full));
}

/**
 * Whether what stands in an output folder without a record is kept in its archive: a folder that version 0.1.0 made has no record, but what
 * its archive holds is lost by nothing that is written over.
 */
export function keptInArchive(root: string, edition: EditionFacts): IsKept {
  let digests: ReadonlySet<string> | undefined;
  return (_, bytes) => {
    digests ??= new Set(namesInTime(edition).flatMap((name) => digestsIn(root, name)));
    return digests.size > 0 && digests.has(digest('sha512', bytes));
  };
}

/** The digests of all that the versions of an edition hold. */
function digestsIn(root: string, name: string): readonly string[] {
  const { manifest = {} } = newestInventory(locationOf(root, root), archiveId(name)) ?? {};
  return Object.keys(manifest).map((known) => known.toLowerCase());
}

function locationOf(root: string, staging: string) {
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

/** The names of an edition: today's, the one before a DOI or an ISBN was given, and that of version 0.1.0, which was the volume's id alone. */
function namesInTime({ volume, publisher, series, doi, isbn }: EditionFacts): readonly string[] {
  const place = {
    volume,
    ...(publisher === undefined ? {} : { publisher }),
    ...(series === undefined ? {} : { series }),
  };
  const named = { ...place, ...(doi === undefined ? {} : { doi }), ...(isbn === undefined ? {} : { isbn }) };
  return [...new Set([editionName(named), editionName({ ...named, doi: undefined }), editionName(place), volume])];
}

/** The object of an edition: where an earlier name has one of the same book, it goes on, so that its versions stay together. */
function objectOf(root: string, edition: EditionFacts): string {
  const [current = edition.volume, ...earlier] = namesInTime(edition);
  const location = locationOf(root, root);
  if (newestInventory(location, archiveId(current)) !== undefined) return archiveId(current);
  for (const name of earlier) {
    const tei = readArchived(location, archiveId(name), (path) => /^tei\/[^/]+\.xml$/.test(path));
    if (tei.some((bytes) => isSameBook(edition, editionFactsOf(Buffer.from(bytes).toString())))) return archiveId(name);
  }
  return archiveId(current);
}

/** Whether an older state can be of the same book: publisher and series are the same, and no DOI or ISBN speaks against it. */
function isSameBook(now: EditionFacts, before: Omit<EditionFacts, 'volume'>): boolean {
  const agrees = (key: 'doi' | 'isbn'): boolean =>
    now[key] === undefined || before[key] === undefined || now[key] === before[key];
  return now.publisher === before.publisher && now.series === before.series && agrees('doi') && agrees('isbn');
}
