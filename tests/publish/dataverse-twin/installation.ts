import type { Field } from './citation.js';
import { Rejection } from './rejection.js';

export type Permission = 'AddDataset' | 'EditDataset' | 'PublishDataset';

/** Who has a token. What he may do, he may in every collection; who may edit sees drafts. */
export interface User {
  readonly token: string;
  readonly identifier: string;
  readonly permissions: readonly Permission[];
  readonly superuser?: boolean;
  /** The time in milliseconds from which the token is worth nothing. */
  readonly expires?: number;
}

/** A Dataverse collection; nothing can be published in one that has not been published itself. */
export interface Collection {
  readonly id: number;
  readonly alias: string;
  readonly name: string;
  readonly released: boolean;
}

/** A file as stored: one that was ingested keeps what was uploaded as its original. */
export interface DataFile {
  readonly id: number;
  /** Of what was uploaded. */
  readonly md5: string;
  readonly created: number;
  bytes: Buffer;
  contentType: string;
  original?: { readonly bytes: Buffer; readonly name: string; readonly contentType: string };
  readonly replaces?: DataFile;
  published?: number;
  embargo?: { readonly dateAvailable: string; readonly reason: string };
}

/** A file as one version of a dataset names it. */
export interface FileMetadata {
  readonly file: DataFile;
  label: string;
  readonly directoryLabel?: string | undefined;
  readonly description?: string | undefined;
  readonly categories: readonly string[];
  readonly restricted: boolean;
}

export interface License {
  readonly name: string;
  readonly uri: string;
}

export interface Version {
  readonly id: number;
  readonly created: number;
  state: 'DRAFT' | 'RELEASED';
  /** Stands already while the publication is going on. */
  number?: { readonly major: number; readonly minor: number };
  fields: readonly Field[];
  /** A known licence, or the terms in words. */
  terms: License | string;
  files: FileMetadata[];
  updated: number;
  released?: number;
}

export interface Lock {
  readonly reason: 'finalizePublication' | 'Ingest' | 'FileValidationFailed';
  readonly user: string;
  readonly since: number;
  readonly until: number;
  readonly info: string;
  /** What the server does when the time of the lock is over. */
  readonly finish: () => void;
}

export interface Dataset {
  readonly id: number;
  readonly persistentId: string;
  readonly collection: Collection;
  /** The newest first. */
  versions: Version[];
  locks: Lock[];
  published?: number;
}

/** What can be found, as of the last indexing: one entry for the draft of a dataset and one for its latest release. */
export interface Indexed {
  readonly dataset: Dataset;
  readonly version: Version;
}

/** What has happened since the start; nothing of it is taken back when something is deleted. */
export interface Counters {
  datasets: number;
  releases: number;
  files: number;
  draftsDeleted: number;
  filesDeleted: number;
}

export interface Settings {
  readonly users: readonly User[];
  readonly collections: readonly { readonly alias: string; readonly name: string; readonly released: boolean }[];
  /** Milliseconds; tests that wait for nothing give a clock of their own. */
  readonly clock: () => number;
  /** How long a publication is going on, a tabular file is ingested, the index is behind: milliseconds. */
  readonly publishing: number;
  readonly ingesting: number;
  readonly indexLag: number;
  readonly version: string;
}

/** The contents of a Dataverse server, and what happens in it by and by. */
export class Installation {
  readonly settings: Settings;
  readonly collections: readonly Collection[];
  readonly datasets = new Map<number, Dataset>();
  readonly counters: Counters = { datasets: 0, releases: 0, files: 0, draftsDeleted: 0, filesDeleted: 0 };
  /** Every DOI that was ever given away: reserved with the first draft, findable with the first release. */
  readonly dois = new Map<string, 'reserved' | 'findable' | 'deleted'>();
  /** Lets the next publications fail behind the answer 200: the files are found corrupt, and the lock stays. */
  failPublications = 0;
  /** Whether files may be put under embargo: an installation has that where it is switched on. */
  hasEmbargoes = true;
  #lastId = 1;
  readonly #index = new Map<number, Indexed[]>();
  readonly #awaiting = new Map<number, number>();

  constructor(settings: Settings) {
    this.settings = settings;
    this.collections = settings.collections.map((collection) => ({ id: this.nextId(), ...collection }));
  }

  get now(): number {
    return this.settings.clock();
  }

  nextId(): number {
    return this.#lastId++;
  }

  /** Does what was due by now: ends locks, publishes, ingests, indexes. */
  settle(): void {
    for (const dataset of this.datasets.values()) {
      const over = dataset.locks.filter(({ until }) => until <= this.now);
      dataset.locks = dataset.locks.filter((lock) => !over.includes(lock));
      for (const lock of over) lock.finish();
    }
    for (const [id, due] of this.#awaiting)
      if (due <= this.now) {
        this.#awaiting.delete(id);
        this.#index.set(id, this.#entries(id));
      }
  }

  #entries(id: number): Indexed[] {
    const dataset = this.datasets.get(id);
    if (dataset === undefined) return [];
    const shown = [latest(dataset), latestReleased(dataset)].filter((version) => version !== undefined);
    return [...new Set(shown)].map((version) => ({ dataset, version: { ...version } }));
  }

  get indexed(): readonly Indexed[] {
    return [...this.#index.values()].flat();
  }

  awaitsIndexing(dataset: Dataset): boolean {
    return this.#awaiting.has(dataset.id);
  }

  /** Notes that a dataset has changed, so that it is indexed again after the lag. */
  changed(dataset: Dataset): void {
    this.#awaiting.set(dataset.id, this.now + this.settings.indexLag);
  }

  create(collection: Collection, fields: readonly Field[], terms: Version['terms']): Dataset {
    const id = this.nextId();
    const letters = ((id * 7_919_417) % 36 ** 6).toString(36).toUpperCase().padStart(6, '0');
    const dataset: Dataset = {
      id,
      persistentId: `doi:10.5072/FK2/${letters}`,
      collection,
      versions: [this.#draft(fields, terms, [])],
      locks: [],
    };
    this.datasets.set(id, dataset);
    this.dois.set(dataset.persistentId, 'reserved');
    this.counters.datasets++;
    this.changed(dataset);
    return dataset;
  }

  #draft(fields: readonly Field[], terms: Version['terms'], files: FileMetadata[]): Version {
    return { id: this.nextId(), created: this.now, updated: this.now, state: 'DRAFT', fields, terms, files };
  }

  /** The draft to be edited: where the latest version is released, a new one that begins as its copy. */
  edit(dataset: Dataset): Version {
    let version = latest(dataset);
    if (version.state === 'RELEASED') {
      version = this.#draft(version.fields, version.terms, [...version.files]);
      dataset.versions.unshift(version);
    }
    version.updated = this.now;
    this.changed(dataset);
    return version;
  }

  /** Deletes the draft; a dataset that has nothing else is gone with it, and so are files that were in no release. */
  deleteDraft(dataset: Dataset): void {
    const [, ...rest] = dataset.versions;
    dataset.versions = rest;
    this.counters.draftsDeleted++;
    if (rest.length === 0) {
      this.datasets.delete(dataset.id);
      this.dois.set(dataset.persistentId, 'deleted');
    }
    this.changed(dataset);
  }

  lock(dataset: Dataset, lock: Omit<Lock, 'since'>): void {
    dataset.locks.push({ ...lock, since: this.now });
  }

  /** Publishes the draft under a number: at once it is only locked. */
  publish(dataset: Dataset, version: Version, number: NonNullable<Version['number']>, user: User): void {
    version.number = number;
    const info = 'Publishing the dataset; Validating Datafiles Asynchronously';
    const lock = { user: user.identifier, info };
    const fails = this.failPublications > 0;
    if (fails) this.failPublications--;
    this.lock(dataset, {
      ...lock,
      reason: 'finalizePublication',
      until: this.now + this.settings.publishing,
      finish: () => {
        if (fails) {
          const stays = { ...lock, info: 'Some files are missing or corrupted', until: Number.POSITIVE_INFINITY };
          this.lock(dataset, { ...stays, reason: 'FileValidationFailed', finish: () => {} });
        } else this.#release(dataset, version);
      },
    });
  }

  #release(dataset: Dataset, version: Version): void {
    version.state = 'RELEASED';
    version.released = this.now;
    dataset.published ??= this.now;
    for (const { file } of version.files) file.published ??= this.now;
    this.dois.set(dataset.persistentId, 'findable');
    this.counters.releases++;
    this.changed(dataset);
  }

  findFile(id: string): { dataset: Dataset; file: DataFile } {
    if (!/^\d+$/.test(id)) throw new Rejection(400, `Bad file ID number: ${id}.`);
    for (const dataset of this.datasets.values())
      for (const version of dataset.versions)
        for (const { file } of version.files) if (file.id === Number(id)) return { dataset, file };
    throw new Rejection(404, `File with ID ${id} not found.`);
  }
}

/** The newest version of a dataset, a draft or not. */
export function latest(dataset: Dataset): Version {
  const [version] = dataset.versions;
  if (version === undefined) throw new Error(`${dataset.persistentId} has no version`);
  return version;
}

export function latestReleased(dataset: Dataset): Version | undefined {
  return dataset.versions.find(({ state }) => state === 'RELEASED');
}
