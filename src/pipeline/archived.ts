/** What an archive has of an edition already, and where it may lie: what a build asks before its long work, whether it archives or not. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { archiveId } from '../archive/archive-id.js';
import { digest } from '../archive/digest.js';
import { newestInventory, readArchived } from '../archive/read-object.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type EditionFacts, editionName } from '../model/identifier.js';
import { editionFactsOf } from '../volume/tei-identity.js';
import type { IsKept } from './output-folder.js';
import { locationOf } from './storage-root.js';

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

/** A file of the newest version of an edition, by its path there; undefined where the archive has none. @throws the system's error */
export function archivedFile(root: string, edition: EditionFacts, path: string): Uint8Array | undefined {
  return readArchived(locationOf(root, root), objectOf(root, edition), (own) => own === path)[0];
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
export function objectOf(root: string, edition: EditionFacts): string {
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
