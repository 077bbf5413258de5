import { createHash } from 'node:crypto';
import { element, writeXmlOf } from '../../formats/xml-writer.js';
import type { VolumeRecord } from '../../metadata/bibliography.js';
import type { DepositFile } from '../deposit-file.js';
import { statementsOf } from '../fedora/statements.js';

/** The forms of packages that are sent (SWORD 2.0 Profile, §7): a ZIP file of the files, or a BagIt bag as a ZIP file. */
export const PACKAGINGS = {
  SimpleZip: 'http://purl.org/net/sword/package/SimpleZip',
  BagIt: 'http://purl.org/net/sword/package/BagIt',
} as const;
export type Packaging = keyof typeof PACKAGINGS;

/** What is deposited: one resource with one package, and what is said of it. */
export interface SwordDeposit {
  /** The collection: its title in the service document, or the end of its address. */
  readonly collection: string;
  /** By which a resource is known as that of the edition, where the collection can be listed. */
  readonly urn: string;
  /** The Atom entry (RFC 4287) that describes it. */
  readonly entry: string;
  readonly packaging: Packaging;
  readonly file: DepositFile;
}

/** What says in a digest whether the metadata have changed. */
export function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/**
 * What a volume's record comes to as an Atom entry with DCMI Metadata Terms (SWORD 2.0 Profile, §6.3.3). Its time is that of the edition, never the clock's: the same
 * edition makes the same entry.
 */
export function entryOf(volume: VolumeRecord, urn: string): string {
  const authors = volume.contributions.map(({ agent }) => agent.name);
  const names = authors.length > 0 ? authors : [volume.publisher?.name ?? volume.title];
  return writeXmlOf(
    element(
      'entry',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:dcterms': 'http://purl.org/dc/terms/' },
      element('title', {}, volume.title),
      element('id', {}, urn),
      element('updated', {}, timeOf(volume.modified ?? volume.issued)),
      names.map((name) => element('author', {}, element('name', {}, name))),
      element('summary', { type: 'text' }, volume.description ?? volume.title),
      statementsOf(volume, urn).map(({ term, value }) => element(`dcterms:${term}`, {}, value)),
    ),
  );
}

/** A date, or part of one, as Atom has times (RFC 4287, §3.3); the first instant that Unix knows where there is none. */
function timeOf(date: string | undefined): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  return `${year ?? '1970'}-${month}-${day}T00:00:00Z`;
}
