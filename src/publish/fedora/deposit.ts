import { createHash } from 'node:crypto';
import { bareMediaTypeOf } from '../../model/media-type.js';
import type { DepositFile } from '../deposit-file.js';
import type { Statement } from './statements.js';

/** A file with what Fedora is told of it. */
export interface FedoraFile extends DepositFile {
  /** In hexadecimal: the digest that Fedora compares and keeps in its OCFL. */
  readonly sha512: string;
  readonly mediaType: string;
}

/** What is deposited: one ArchivalGroup, with a version for each time that something of it has changed. */
export interface FedoraDeposit {
  /** The volume's id. */
  readonly id: string;
  /** The path of the group below the REST API, beginning with a slash; its parts are escaped. */
  readonly group: string;
  /** By which a group is known as that of the edition. */
  readonly urn: string;
  readonly statements: readonly Statement[];
  readonly files: readonly FedoraFile[];
}

const STRETCH = 8_000_000;

/** @throws the system's error where a file cannot be read any more */
export async function fedoraFile(file: DepositFile): Promise<FedoraFile> {
  const hash = createHash('sha512');
  for (let start = 0; start < file.bytes; start += STRETCH)
    hash.update(await file.read(start, Math.min(start + STRETCH, file.bytes)));
  // The one XML file that is sent is the TEI. Without a type Fedora stores whatever the sender's library puts there.
  const mediaType = file.key.endsWith('.xml') ? 'application/tei+xml' : bareMediaTypeOf(file.key);
  return { ...file, sha512: hash.digest('hex'), mediaType };
}

/** The path of a group: the container's and the volume's id. */
export function groupPath(container: string | undefined, id: string): string {
  return `/${[...(container?.split('/') ?? []), id].map(encodeURIComponent).join('/')}`;
}

/** Whether a file in a group is one that an edition of the volume can have sent: only such are deleted when they vanish. */
export function isOwnKey(id: string, key: string): boolean {
  return key.startsWith(id) && /^(?:\.(?:xml|pdf|epub)|-(?:html|archive|tei)\.zip)$/.test(key.slice(id.length));
}

/** `Content-Disposition` with the file's name (RFC 6266): left out, Fedora makes the stored name empty. */
export function dispositionOf(key: string): string {
  return /^[\w.-]+$/.test(key)
    ? `attachment; filename="${key}"`
    : `attachment; filename*=UTF-8''${encodeURIComponent(key).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
