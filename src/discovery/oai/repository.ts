import { createHash } from 'node:crypto';
import { byCodeUnits } from '../../model/list.js';
import type { Publication, PublishedSet } from '../publication.js';

/** What harvesters are answered from (OAI-PMH 2.0): the records of one edition or of several. */
export interface Repository {
  readonly name: string;
  /** To whom questions go; at least one. */
  readonly emails: readonly string[];
  /** In the order of their dates, and of their identifiers where those are the same, so that a harvest can go on where it was. */
  readonly records: readonly HarvestedRecord[];
  readonly sets: readonly PublishedSet[];
  /** Stands for all that can be harvested: the same as long as that is the same. */
  readonly digest: string;
}

export interface HarvestedRecord {
  readonly identifier: string;
  /** RFC 3339, UTC, in seconds. */
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly isDeleted: boolean;
  /** The metadata by the prefixes of their forms, as XML without a declaration; of a deleted record empty, but for the forms that it had. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** A published edition with what the files of its records hold, by their paths. */
export interface PublishedEdition {
  readonly publication: Publication;
  readonly metadata: ReadonlyMap<string, string>;
}

/** The repository of editions that are served together. An identifier that two of them have is that of the first; the sets of all stand beside each other. */
export function repositoryOf(editions: readonly PublishedEdition[], emails: readonly string[]): Repository {
  const records = new Map<string, HarvestedRecord>();
  const sets = new Map<string, PublishedSet>();
  for (const { publication, metadata } of editions) {
    for (const set of publication.sets) if (!sets.has(set.spec)) sets.set(set.spec, set);
    for (const { identifier, datestamp, sets: own, forms, deleted } of publication.records) {
      if (records.has(identifier)) continue;
      const found = Object.entries(forms).flatMap(([prefix, path]) => {
        const text = deleted ? '' : metadata.get(path);
        return text === undefined ? [] : [[prefix, text] as const];
      });
      const isDeleted = deleted === true;
      records.set(identifier, { identifier, datestamp, sets: own, isDeleted, metadata: new Map(found) });
    }
  }
  const inOrder = [...records.values()].sort(
    (a, b) => byCodeUnits(a.datestamp, b.datestamp) || byCodeUnits(a.identifier, b.identifier),
  );
  const titles = editions.map(({ publication }) => publication.title);
  return {
    name: titles.length === 1 ? (titles[0] ?? '') : `${titles[0] ?? ''} and ${titles.length - 1} more`,
    emails,
    records: inOrder,
    sets: [...sets.values()],
    digest: digestOf(inOrder),
  };
}

function digestOf(records: readonly HarvestedRecord[]): string {
  const hash = createHash('sha256');
  for (const { metadata, ...header } of records) hash.update(JSON.stringify([header, ...metadata]));
  return hash.digest('base64url').slice(0, 16);
}

/** Whether a record is in a set, by itself or by a set within that. */
export function isIn({ sets }: HarvestedRecord, spec: string): boolean {
  return sets.some((own) => own === spec || own.startsWith(`${spec}:`));
}
