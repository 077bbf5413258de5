import { archiveEdition } from '../archive/archive.js';
import type { Deposit } from '../archive/deposit.js';
import { hashed } from '../archive/digest.js';
import { type Edition, type EditionPart, editionFiles, type Rights, renamedSources } from '../archive/edition.js';
import { planVersion, type VersionMetadata } from '../archive/plan.js';
import { unportable } from '../archive/portable.js';
import { newestInventory, readArchived } from '../archive/read-object.js';
import type { ArchiveLocation } from '../archive/store.js';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { Bibliography, PreservationEvent } from '../metadata/bibliography.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { Files } from '../model/file-set.js';
import type { EditionFacts } from '../model/identifier.js';
import { rightsOf } from '../volume/tei-identity.js';
import { objectOf } from './archived.js';
import { preservationFiles, preservationOf, withDescription, withPreservation } from './description.js';
import { archivingEvent, buildEvents, publishingEvents } from './preservation-events.js';
import { placesOf, validationReports } from './reports.js';
import { inRoot } from './storage-root.js';
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
