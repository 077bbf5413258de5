import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { ZipWriter } from '../formats/zip.js';
import { type DepositFile, fileInMemory } from '../publish/deposit-file.js';
import { digestOf, readRecord } from './record.js';

/** The parts of a built edition that can be sent, in this order. */
export const parts = ['tei', 'pdf', 'epub', 'html', 'archive'] as const;
export type Part = (typeof parts)[number];

/** What is sent where nothing is said: the archive is the editor's own, with the raw texts. */
export const usualParts: readonly Part[] = ['tei', 'pdf', 'epub', 'html'];

/** The names of files that a build writes into a part; anything else there is not the edition's. */
const NAMES: Readonly<Record<Part, RegExp>> = {
  tei: /\.(?:xml|png|jpe?g|svg|gif|webp)$/i,
  pdf: /\.pdf$/i,
  epub: /\.epub$/i,
  // Those without an ending tell hosts what headers to send, and harvesters where to begin.
  html: /\.(?:html|css|js|json|jsonl|xml|svg|png|jpe?g|gif|webp|woff2|txt|bib|ris|csv)$|^offprints\/[^/]+\.(?:epub|pdf)$|^(?:_headers|_redirects|\.htaccess|\.well-known\/resourcesync)$/i,
  // An OCFL storage root has files without an extension (its declarations) and the raw texts.
  archive: /^/,
};

interface Found {
  /** The path from the folder of the part, with forward slashes. */
  readonly name: string;
  readonly path: string;
}

/**
 * The files of a built edition that are sent. The TEI volume, the PDF and the EPUB go as they are; the web site and the archive as one ZIP file each,
 * and so do the pictures of the TEI with it. Only what Chancery has written and nobody has changed is sent: what the record of the folder does not know,
 * a symbolic link, or a file of another kind, stops all.
 *
 * @param folder the output folder of the build
 * @param id the volume's id
 */
export function depositFiles(folder: string, id: string, wanted: readonly Part[]): Result<readonly DepositFile[]> {
  const record = readRecord(folder);
  const diagnostics: Diagnostic[] = [];
  const files: DepositFile[] = [];
  for (const part of parts) {
    if (!wanted.includes(part)) continue;
    const found = filesIn(join(folder, part));
    const refused = found.flatMap((file) => hindrance(part, file, record) ?? []);
    for (const finding of refused.slice(0, MOST_NAMED)) diagnostics.push(finding);
    if (refused.length > 0 || found.length === 0) continue;
    try {
      for (const file of filesOf(part, found, id)) files.push(file);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const remedy = `Leave it out with --only ${wanted.filter((other) => other !== part).join(',')}.`;
      diagnostics.push(
        diagnostic('PU007', { path: join(folder, part), reason: 'is too large for one ZIP file', remedy }),
      );
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}

/** How many files that stand in the way are named in each part. */
const MOST_NAMED = 3;

/** The regular files and links of a folder and of those in it, by name. */
function filesIn(folder: string, prefix = ''): readonly Found[] {
  let entries: ReturnType<typeof namesIn>;
  try {
    entries = namesIn(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const [name, path] = [`${prefix}${entry.name}`, join(folder, entry.name)];
    return entry.isDirectory() ? filesIn(path, `${name}/`) : [{ name, path }];
  });
}

function namesIn(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function hindrance(part: Part, { name, path }: Found, record: ReadonlyMap<string, string>): Diagnostic | undefined {
  const because = (reason: string, remedy: string): Diagnostic =>
    diagnostic('PU007', { path, reason, remedy }, { file: path });
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return because('is a symbolic link', 'Put the file itself in its place, or build again.');
  if (!stat.isFile()) return because('is no file', 'Take it out of the folder.');
  if (!NAMES[part].test(name))
    return because(`is of a kind that does not belong into ${part}/`, 'Take it out of the folder.');
  // The archive has digests of its own and no record here.
  if (part === 'archive') return undefined;
  const recorded = record.get(`${part}/${name}`);
  if (recorded === undefined)
    return because('was not written by Chancery', 'Take it out of the folder, or build again.');
  return digestOf(readFileSync(path)) === recorded
    ? undefined
    : because('was changed since it was built', 'Build again.');
}

function filesOf(part: Part, found: readonly Found[], id: string): readonly DepositFile[] {
  if (part === 'html') return [zipped(`${id}-html.zip`, 'the web site', found)];
  if (part === 'archive') return [zipped(`${id}-archive.zip`, 'the archive (OCFL)', found)];
  const words = { tei: 'the TEI', pdf: 'the PDF', epub: 'the EPUB' }[part];
  const own = found.filter(({ name }) => name === `${id}.${part === 'tei' ? 'xml' : part}`);
  const pictures = part === 'tei' ? found.filter(({ name }) => !name.endsWith('.xml')) : [];
  return [
    ...own.map(({ name, path }) => fileOnDisk(name, words, path)),
    ...(pictures.length === 0 ? [] : [zipped(`${id}-tei.zip`, 'the TEI with its pictures', found)]),
  ];
}

/** The day that all entries of ZIP files bear, the first that ZIP knows, so that the same files make the same bytes. */
const DAY = '1980-01-01T00:00:00Z';

/** A ZIP file of a part. */
function zipped(key: string, words: string, found: readonly Found[]): DepositFile {
  const zip = new ZipWriter(DAY);
  for (const { name, path } of found) zip.add(name, readFileSync(path));
  return fileInMemory(key, words, zip.finish());
}

/** A file that is read again when it is sent. */
function fileOnDisk(key: string, words: string, path: string): DepositFile {
  return { ...fileInMemory(key, words, readFileSync(path)), read: async (start, end) => stretch(path, start, end) };
}

/** Some bytes of a file. @throws the system's error */
export function stretch(path: string, start: number, end: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    let read = 0;
    for (let more = 1; more > 0 && read < bytes.length; read += more)
      more = readSync(descriptor, bytes, read, bytes.length - read, start + read);
    return bytes.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}
