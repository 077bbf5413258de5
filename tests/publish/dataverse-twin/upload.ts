import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import {
  type DataFile,
  type Dataset,
  type FileMetadata,
  type Installation,
  latest,
  type User,
  type Version,
} from './installation.js';
import { Rejection } from './rejection.js';

/** A request with a file: its parts `file` and `jsonData`. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly parameters: Parameters;
}

interface Parameters {
  readonly description?: string;
  readonly directoryLabel?: string;
  readonly label?: string;
  readonly categories?: readonly string[];
  readonly restrict?: boolean | string;
  readonly tabIngest?: boolean | string;
  readonly forceReplace?: boolean | string;
}

const isTrue = (value: boolean | string | undefined, otherwise: boolean): boolean =>
  value === undefined ? otherwise : String(value) === 'true';

/** Reads a multipart body: `file` is a must, `jsonData` is not. */
export async function readUpload(body: Buffer, contentType: string): Promise<Upload> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => {
      throw new Rejection(400, 'The multipart body cannot be read.');
    });
  const file = form.get('file');
  if (!(file instanceof File))
    throw new Rejection(400, 'You must upload a file or provide a valid storageidentifier, filename, and mimetype.');
  const bytes = Buffer.from(await file.arrayBuffer());
  return { name: file.name, contentType: file.type, bytes, parameters: parametersOf(form.get('jsonData')) };
}

function parametersOf(json: unknown): Parameters {
  if (json === null) return {};
  try {
    const read: unknown = JSON.parse(String(json));
    if (typeof read === 'object' && read !== null) return read;
  } catch {}
  throw new Rejection(400, 'Error in parsing provided json');
}

const types: Readonly<Record<string, readonly [contentType: string, friendly: string]>> = {
  '.xml': ['text/xml', 'XML'],
  '.html': ['text/html', 'HTML'],
  '.txt': ['text/plain', 'Plain Text'],
  '.md': ['text/markdown', 'Markdown Text'],
  '.json': ['application/json', 'JSON'],
  '.pdf': ['application/pdf', 'Adobe PDF'],
  '.epub': ['application/epub+zip', 'application/epub+zip'],
  '.png': ['image/png', 'PNG Image'],
  '.jpg': ['image/jpeg', 'JPEG Image'],
  '.csv': ['text/csv', 'Comma Separated Values'],
  '.tsv': ['text/tsv', 'Tab-Separated Values'],
  '.tab': ['text/tab-separated-values', 'Tab-Delimited'],
  '.zip': ['application/zip', 'ZIP Archive'],
};
const undetermined = ['', 'application/octet-stream'];

/** What the interface calls a type; the type itself where it has no name. */
export function friendlyType(contentType: string): string {
  return Object.values(types).find(([type]) => type === contentType)?.[1] ?? (contentType || 'Unknown');
}

/** The type that was sent is believed; without one the name decides. */
function typeOf(name: string, sent: string): string {
  const said = sent.split(';')[0]?.trim().toLowerCase() ?? '';
  return undetermined.includes(said) ? (types[extname(name).toLowerCase()]?.[0] ?? 'application/octet-stream') : said;
}

const zipMagic = Buffer.from('PK\u0003\u0004');
const isZip = (name: string, type: string, bytes: Buffer): boolean =>
  (type === 'application/zip' || extname(name).toLowerCase() === '.zip') && bytes.subarray(0, 4).equals(zipMagic);

/** A path as the server keeps it: one slash between, and no slash, blank, hyphen or full stop at either end. */
function sanitized(directory: string | undefined): string | undefined {
  if (directory === undefined) return undefined;
  const path = directory.replace(/[\\/]+/g, '/').replace(/^[/\-. ]+|[/\-. ]+$/g, '');
  if (!/^[\w\-./\\ ]*$/.test(path))
    throw new Rejection(
      400,
      "Directory Name cannot contain invalid characters. Valid characters are a-Z, 0-9, '_', '-', '.', '\\', '/' and ' ' (white space).",
    );
  return path === '' ? undefined : path;
}

function checkedLabel(label: string): string {
  if (/[/:*?"<>|;#]/.test(label))
    throw new Rejection(400, 'File Name cannot contain any of the following characters: / : * ? " < > | ; # .');
  return label;
}

interface Part {
  readonly name: string;
  readonly directory: string | undefined;
  readonly contentType: string;
  readonly bytes: Buffer;
}

function unzipped(bytes: Buffer): [path: string, bytes: Uint8Array][] | undefined {
  try {
    return Object.entries(unzipSync(new Uint8Array(bytes)));
  } catch {
    return undefined;
  }
}

/**
 * A zip comes apart, one level deep: its entries keep their folders, what systems leave in archives is dropped. One
 * that cannot be read is kept as it is.
 */
function partsOf(upload: Upload): Part[] {
  const type = typeOf(upload.name, upload.contentType);
  const name = checkedLabel(upload.name);
  const directory = undefined;
  const entries = isZip(name, type, upload.bytes) ? unzipped(upload.bytes) : undefined;
  if (entries === undefined) return [{ name, directory, contentType: type, bytes: upload.bytes }];
  return entries
    .filter(([path]) => !path.endsWith('/') && !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(path))
    .map(([path, bytes]) => {
      const at = path.lastIndexOf('/');
      const label = checkedLabel(path.slice(at + 1));
      const folder = at < 0 ? undefined : path.slice(0, at);
      return { name: label, directory: folder, contentType: typeOf(label, ''), bytes: Buffer.from(bytes) };
    });
}

/** The label, with -1, -2, … before its extension while another file of the folder has it. */
function freeLabel(files: readonly FileMetadata[], directory: string | undefined, label: string): string {
  const taken = new Set(files.filter((f) => f.directoryLabel === directory).map((f) => f.label));
  const extension = extname(label);
  const stem = label.slice(0, label.length - extension.length);
  let free = label;
  for (let count = 1; taken.has(free); count++) free = `${stem}-${count}${extension}`;
  return free;
}

const isLocked = ({ locks }: Dataset): boolean => locks.some(({ reason }) => reason !== 'Ingest');

/** Adds files to the draft, or stands one in the place of another. */
export class Uploader {
  readonly #installation: Installation;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  /** @returns what was added and the warning of a duplicate, which is no error since version 5 */
  add(dataset: Dataset, upload: Upload, user: User): { added: FileMetadata[]; warning: string } {
    const parts = partsOf(upload);
    const directory = sanitized(upload.parameters.directoryLabel);
    for (const part of parts) sanitized(part.directory);
    checkedLabel(upload.parameters.label ?? '');
    if (parts.length === 0) throw new Rejection(400, 'An error occurred and the new file was not added.');
    if (isLocked(dataset)) throw new Rejection(400, 'Failed to add file to dataset.');
    const version = this.#installation.edit(dataset);
    const known = new Set(version.files.map(({ file }) => file.md5));
    const added = parts.map((part) => this.#store(version, part, upload.parameters, directory));
    const warning = added
      .filter(({ file }) => known.has(file.md5))
      .map(({ label }) => `This file has the same content as ${label} that is in the dataset. `)
      .join('');
    if (isTrue(upload.parameters.tabIngest, true)) for (const entry of added) this.#ingest(dataset, entry, user);
    return { added, warning };
  }

  replace(dataset: Dataset, old: DataFile, upload: Upload, user: User): FileMetadata {
    const index = latest(dataset).files.findIndex(({ file }) => file === old);
    if (index < 0)
      throw new Rejection(
        400,
        'You cannot replace a file that is not in the most recently published dataset. (The file is unpublished or was deleted from a previous version.)',
      );
    const [part, ...more] = partsOf(upload);
    if (part === undefined || more.length > 0)
      throw new Rejection(
        400,
        'You cannot replace a single file with multiple files. The file you uploaded was ingested into multiple files.',
      );
    if (md5Of(part.bytes) === old.md5)
      throw new Rejection(400, 'Error! You may not replace a file with a file that has duplicate content.');
    const was = old.original?.contentType ?? old.contentType;
    if (part.contentType !== was && !isTrue(upload.parameters.forceReplace, false))
      throw new Rejection(
        400,
        `The original file (${friendlyType(was)}) and replacement file (${friendlyType(part.contentType)}) are different file types.`,
      );
    const directory = sanitized(upload.parameters.directoryLabel);
    if (isLocked(dataset)) throw new Rejection(400, 'Failed to add file to dataset.');
    const version = this.#installation.edit(dataset);
    version.files.splice(index, 1);
    const entry = this.#store(version, part, upload.parameters, directory, old);
    if (isTrue(upload.parameters.tabIngest, true)) this.#ingest(dataset, entry, user);
    return entry;
  }

  #store(version: Version, part: Part, parameters: Parameters, directory?: string, old?: DataFile): FileMetadata {
    const { bytes, contentType } = part;
    const created = this.#installation.now;
    const replaces = old?.published === undefined ? {} : { replaces: old };
    const directoryLabel = directory ?? sanitized(part.directory);
    const entry = {
      file: { id: this.#installation.nextId(), md5: md5Of(bytes), created, bytes, contentType, ...replaces },
      label: freeLabel(version.files, directoryLabel, checkedLabel(parameters.label ?? part.name)),
      directoryLabel,
      description: parameters.description,
      categories: parameters.categories ?? [],
      restricted: isTrue(parameters.restrict, false),
    };
    version.files.push(entry);
    this.#installation.counters.files++;
    return entry;
  }

  /** Tables are turned into tab-delimited text behind the answer, under another name; the dataset is locked meanwhile. */
  #ingest(dataset: Dataset, entry: FileMetadata, user: User): void {
    const { file } = entry;
    if (!['text/csv', 'text/tsv'].includes(file.contentType)) return;
    const separator = file.contentType === 'text/csv' ? ',' : '\t';
    const rows = file.bytes.toString().trimEnd().split(/\r?\n/);
    const cells = rows.map((row) => row.split(separator));
    this.#installation.lock(dataset, {
      reason: 'Ingest',
      user: user.identifier,
      info: `Attempting to ingest 1 tabular file: ${entry.label}`,
      until: this.#installation.now + this.#installation.settings.ingesting,
      finish: () => {
        if (cells.some((row) => row.length !== cells[0]?.length)) return;
        file.original = { bytes: file.bytes, name: entry.label, contentType: file.contentType };
        file.bytes = Buffer.from(`${cells.map((row) => row.join('\t')).join('\n')}\n`);
        file.contentType = 'text/tab-separated-values';
        entry.label = `${entry.label.slice(0, -extname(entry.label).length)}.tab`;
        this.#installation.changed(dataset);
      },
    });
  }
}

function md5Of(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}
