import { createHash } from 'node:crypto';

/** The namespace of this program's name-based UUIDs: a random constant, so that no other program gives the same names. */
const namespace = 'b64be8f0-4c67-4c0e-9d6e-0c2f57a1d3c9';

/**
 * A URN for a thing that has a name but no registered identifier (a volume, an EPUB of it): `urn:uuid:` with the version 5 UUID of the name
 * (RFC 9562, §5.5). The same name always gives the same URN.
 */
export function nameUrn(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** A name without colons (NCName, Namespaces in XML 1.0, §3), as far as addresses, file names and classes can be made of it everywhere. */
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}._\u00b7-]*$/u;

/** Whether an id is such a name. */
export function isName(id: string): boolean {
  return NAME.test(id);
}

/** What an edition is known by. */
export interface EditionFacts {
  /** The volume's id, which another publisher may have given as well. */
  readonly volume: string;
  readonly publisher?: string | undefined;
  readonly series?: string | undefined;
  readonly doi?: string | undefined;
  readonly isbn?: string | undefined;
}

/**
 * The name that no other edition has: its DOI, or its ISBN; else the volume's id with its publisher and series. The same facts always give the same name.
 */
export function editionName({ volume, publisher, series, doi, isbn }: EditionFacts): string {
  if (doi !== undefined) return `doi:${bareDoi(doi).toLowerCase()}`;
  if (isbn !== undefined) return `isbn:${isbn.replace(/[^\dX]/gi, '')}`;
  if (publisher === undefined && series === undefined) return volume;
  return [publisher, series, volume].map((fact) => (fact ?? '').normalize().replace(/\s+/g, ' ').trim()).join('\n');
}

/** A DOI without the address or the word before it: `10.1000/182`. */
export function bareDoi(doi: string): string {
  return doi.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
}

/** The address at which a DOI is resolved, which is how it is shown (DOI Handbook, “Displaying a DOI”). */
export function doiAddress(doi: string): string {
  return `https://doi.org/${bareDoi(doi)}`;
}

/** An ISBN as a URN (RFC 8254, §5): its digits alone. */
export function isbnUrn(isbn: string): string {
  return `urn:isbn:${isbn.replace(/[^\dX]/gi, '')}`;
}
