import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Place } from '../../diagnostics/diagnostic.js';
import { ZipWriter } from '../../formats/zip.js';
import type { DataverseField, DataverseMetadata } from '../../metadata/dataverse.js';
import type { FileAccess } from '../../model/target.js';
import type { DepositFile } from '../deposit-file.js';

/** What is deposited: one dataset, with a version for each change of it. */
export interface DataverseDeposit {
  /** The alias of the collection (“dataverse”) that the dataset is in. */
  readonly collection: string;
  /** The volume’s id. */
  readonly id: string;
  /** The URN by which an earlier attempt is found. */
  readonly urn: string;
  /** The DOI that the files bear, bare; none where they bear none. */
  readonly doi?: string;
  readonly metadata: DataverseMetadata;
  /** Who may read the files, and from when on; where nothing is said, what is there stays. */
  readonly access?: FileAccess;
  readonly files: readonly DepositFile[];
  /** What somebody has changed in the draft gives way to our metadata. */
  readonly isReplacing: boolean;
  /** Where the editor says what a field of the metadata is made of. */
  readonly placeOf: (field: string) => Place | undefined;
}

/** What was learnt of an installation, on which the metadata depend. */
export interface Offer {
  /** The licence in its list that is the edition’s. */
  readonly licence?: { readonly name: string; readonly uri: string } | undefined;
  /** Whether the collection has the metadata block for places. */
  readonly hasGeospatial: boolean;
}

/** A version as the Native API takes it. A licence that the installation does not offer stands in words, as terms of use. */
export function bodyOf({ metadata, access }: DataverseDeposit, { licence, hasGeospatial }: Offer): VersionBody {
  const { citation, geospatial, licence: own } = metadata;
  const words = own === undefined ? '' : [own.text, own.target].filter((part) => part !== '').join(' ');
  return {
    ...(licence === undefined ? (words === '' ? {} : { termsOfUse: words }) : { license: licence }),
    // Nothing restricted is published unless people may ask for it, or terms of access are given (User Guide, “Restricted Files & Terms of Access”).
    ...(access?.files === 'restricted' ? { fileAccessRequest: true } : {}),
    metadataBlocks: {
      citation: { displayName: 'Citation Metadata', fields: citation },
      ...(hasGeospatial && geospatial.length > 0
        ? { geospatial: { displayName: 'Geospatial Metadata', fields: geospatial } }
        : {}),
    },
  };
}

export interface VersionBody {
  readonly license?: { readonly name: string; readonly uri: string };
  readonly termsOfUse?: string;
  readonly fileAccessRequest?: true;
  readonly metadataBlocks: Readonly<
    Record<string, { readonly displayName: string; readonly fields: readonly DataverseField[] }>
  >;
}

/** The same address, whether it is written with `http:`, `www.`, a slash or the name of a page at its end. */
export function addressKey(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/(?:deed|legalcode)(?:\.[a-z-]+)?\/?$/, '')
    .replace(/\/$/, '');
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What is sent of a file: its name there, its kind and its bytes. */
interface Part {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** The kinds of files, which are said so that the server does not guess. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
};
const DAY = '1980-01-01T00:00:00Z';

/**
 * A file as it goes over the line: a ZIP file within another, since Dataverse unpacks the outer one and keeps what is in it (User Guide, “Dataset +
 * File Management”, “Compressed Files”).
 */
function partOf({ key }: DepositFile, content: Uint8Array): Part {
  const type = MEDIA_TYPES[extname(key).toLowerCase()] ?? 'application/octet-stream';
  if (type !== 'application/zip') return { name: key, type, content };
  const outer = new ZipWriter(DAY);
  outer.add(key, content, true);
  return { name: key, type, content: outer.finish() };
}

/** The body of an upload (RFC 7578): the file, and what is said of it. A boundary made of the file’s digest does not stand in it. */
export function uploadOf(
  file: DepositFile,
  content: Uint8Array,
  isRestricted = false,
): { readonly type: string; readonly content: Uint8Array } {
  const part = partOf(file, content);
  const boundary = `chancery-${file.sha256.slice(0, 40)}`;
  const name = part.name.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="jsonData"',
    '',
    JSON.stringify({ description: file.words, restrict: String(isRestricted), tabIngest: 'false' }),
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    `Content-Type: ${part.type}`,
    '',
    '',
  ].join('\r\n');
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([Buffer.from(head), part.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

/** Whether a file there is one that an edition of the volume can have sent: only such are deleted when they vanish. */
export function isOwnKey(id: string, key: string): boolean {
  return key.startsWith(id) && /^(?:\.(?:xml|pdf|epub)|-(?:html|archive|tei)\.zip)$/.test(key.slice(id.length));
}
