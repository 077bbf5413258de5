import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { archiveEdition, archiveId } from '../archive/archive.js';
import type { Deposit } from '../archive/deposit.js';
import { digest, hashed } from '../archive/digest.js';
import { type Edition, type EditionPart, editionFiles, type Rights, renamedSources } from '../archive/edition.js';
import { planVersion, type VersionMetadata } from '../archive/plan.js';
import { unportable } from '../archive/portable.js';
import { newestInventory, readArchived } from '../archive/read-object.js';
import type { ArchiveLocation } from '../archive/store.js';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Bibliography, PreservationEvent } from '../metadata/bibliography.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { Files } from '../model/file-set.js';
import { type EditionFacts, editionName } from '../model/identifier.js';
import { editionFactsOf, rightsOf } from '../volume/tei-identity.js';
import { preservationFiles, preservationOf, withDescription, withPreservation } from './description.js';
import type { IsKept } from './output-folder.js';
import { archivingEvent, buildEvents, publishingEvents } from './preservation-events.js';
import { placesOf, validationReports } from './reports.js';
import { inRoot, locationOf } from './storage-root.js';
import type { TeiVolume } from './volume.js';

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
  /** What tells of each file and of what happened to the edition. It is made anew only where anything else has changed. */
  readonly preservation?: Preservation;
}

/** What the metadata that tell of all files are made of. */
export interface Preservation {
  readonly bibliography: Bibliography;
  /** @param before the version that the archive has already */
  eventsAfter(before: string | undefined): readonly PreservationEvent[];
}

/**
 * Stores the finished edition as a version of its OCFL object. The storage root, which many volumes may share, holds the versions before, so it is not
 * swapped like an output; a deposit is safe against a kill by itself, and of two builds at the same time one waits for the other.
 * @param root the OCFL storage root; made where there is none
 */
export function archiveBuild(root: string, request: ArchiveRequest): Result<Deposit> {
  const { title, rights, parts, edition } = request;
  const finished = { volume: edition.volume, title, parts, ...(rights === undefined ? {} : { rights }) };
  const { value, diagnostics } = inRoot(root, (location) => {
    const id = objectOf(root, edition);
    return archiveEdition(location, preserved(location, id, finished, request), metadataOf(request), id);
  });
  // OCFL 1.1 W008 asks for an address of the user. Where none was given, none is made up.
  const found = diagnostics.filter((d) => d.code !== 'W008');
  const all = value?.added === true ? [...renamingsOf(finished), ...found] : found;
  return value === undefined ? { diagnostics: all } : { value, diagnostics: all };
}

/**
 * An edition with PREMIS and METS. Where all else is as the newest version has it, so are they: that the same was built once more is nothing that an archive
 * must keep, and a version would else be added at each build for its time alone.
 */
function preserved(location: ArchiveLocation, id: string, edition: Edition, request: ArchiveRequest): Edition {
  const { preservation } = request;
  if (preservation === undefined) return edition;
  const before = newestInventory(location, id);
  const kept = preservationFiles.flatMap((name) =>
    readArchived(location, id, (path) => path === `metadata/${name}`).map((bytes) => [name, bytes] as const),
  );
  const same = withPreservation(edition, new Map(kept));
  if (before !== undefined && planVersion(id, before, editionFiles(same), metadataOf(request)) === undefined)
    return same;
  const events = preservation.eventsAfter(before?.head);
  return withPreservation(edition, preservationOf(edition, preservation.bibliography, events));
}

/** What a build says of the version that it adds. */
export interface BuildProvenance extends Pick<ArchiveRequest, 'created' | 'user' | 'userAddress' | 'message'> {
  /** The folder or file that was built. */
  readonly input: string;
  /** The folder of the journals of publishing. */
  readonly journals: string;
  /** The time of the last change that the surroundings fix, where the header gives none. */
  readonly modified?: string | undefined;
}

/**
 * Stores a volume that was just built, with its metadata and the report of all that was found in it. What the build did to the edition bears the time that
 * the manifest or the surroundings fix, else that of the version, since the one follows the other at once.
 */
export function archiveVolume(
  root: string,
  volume: TeiVolume,
  built: ReadonlyMap<EditionPart, Files>,
  found: readonly Diagnostic[],
  provenance: BuildProvenance,
): Result<Deposit> {
  const { input, journals, created, user, userAddress, message, modified } = provenance;
  const rights = rightsOf(volume.source.text);
  const read = readBibliography(volume.source, volume.id);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const bibliography = read.value;
  const hashedParts = new Map([...built].map(([part, files]) => [part, hashed(files)] as const));
  const described = withDescription(hashedParts, bibliography, (lacking) =>
    validationReports([...found, ...read.diagnostics, ...lacking], placesOf(input, volume.source.path)),
  );
  const time = (volume.isOwn ? bibliography.volume.modified : undefined) ?? modified ?? created;
  const deposited = archiveBuild(root, {
    edition: volume.edition,
    title: volume.title,
    parts: described.parts,
    created,
    user,
    preservation: {
      bibliography,
      eventsAfter: (before) => [
        ...buildEvents(volume.isOwn, [...built.keys()], found, time),
        ...publishingEvents(journals),
        archivingEvent(created, before),
      ],
    },
    ...(rights === undefined ? {} : { rights }),
    ...(userAddress === undefined ? {} : { userAddress }),
    ...(message === undefined ? {} : { message }),
  });
  return { ...deposited, diagnostics: [...read.diagnostics, ...described.diagnostics, ...deposited.diagnostics] };
}

/** Says which sources have other names in an archive or package. */
export function renamingsOf(edition: Pick<Edition, 'parts'>): readonly Diagnostic[] {
  return [...renamedSources(edition)].map(([path, name]) =>
    diagnostic('AR024', {
      path,
      name,
      reason: unportable(path) ?? 'another name differs from it in capitals or accents alone',
    }),
  );
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
