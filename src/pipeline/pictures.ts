/** The pictures that stand beside a volume: found, examined, and taken into the editions. Nothing outside the volume's folder is read. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { faultOfSvg, pictureEndings, pictureFacts, promisedType } from '../formats/picture.js';
import { decodedAddress } from '../model/decoded.js';
import type { FileSet } from '../model/file-set.js';
import { isFacsimile } from '../model/page-images.js';
import type { Picture, Pictures, PictureType } from '../model/picture.js';
import type { SourceFile } from '../model/source-file.js';

/** The most that a picture may have, and all of a volume together, in bytes. */
const MOST = 32_000_000;
const MOST_TOGETHER = 512_000_000;

const NAMES: Readonly<Record<PictureType, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'image/svg+xml': 'SVG',
};

/** Files with the pictures that stand beside them; documents that are pictures are in the editions alone. */
export function withPictures(files: FileSet, pictures: Pictures): FileSet {
  if (pictures.size === 0) return files;
  return new Map([
    ...files,
    ...[...pictures].flatMap(([url, { source, bytes }]): [string, Uint8Array][] =>
      isFacsimile(url) ? [] : [[source, bytes]],
    ),
  ]);
}

/**
 * Reads the pictures that a volume names.
 *
 * @param folder the folder that they stand in: that of the TEI file, or of the manifest
 * @param urls the addresses as the TEI has them
 * @param source the TEI, for the lines of the findings
 * @returns the pictures by their addresses; a warning for each that cannot be shown, whose words then stand for it
 */
export async function readPictures(
  folder: string,
  urls: Iterable<string>,
  source: SourceFile,
): Promise<Result<Pictures>> {
  const pictures = new Map<string, Picture>();
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<string>();
  let together = 0;
  for (const url of urls) {
    const found = await read(folder, url, MOST_TOGETHER - together);
    if (found.fault !== undefined) {
      diagnostics.push(diagnostic(found.fault.code, { url, ...found.fault.facts }, pictureNamed(url, source)));
      continue;
    }
    together += found.bytes.length;
    pictures.set(url, { ...found, path: pathFor(found.source, taken) });
  }
  return { value: pictures, diagnostics };
}

interface Found extends Omit<Picture, 'path'> {
  readonly fault?: undefined;
}
interface Fault {
  readonly fault: {
    readonly code: 'TR024' | 'TR025' | 'TR026' | 'TR027';
    readonly facts: Readonly<Record<string, string>>;
  };
}

async function read(folder: string, url: string, room: number): Promise<Found | Fault> {
  const fault = (code: Fault['fault']['code'], facts: Readonly<Record<string, string>> = {}): Fault => ({
    fault: { code, facts },
  });
  const source = insidePath(url);
  if (source === undefined) return fault('TR025');
  const file = await firstFile(folder, candidates(source));
  if (file === undefined) return fault('TR024');
  if (file.isOutside) return fault('TR025');
  if (file.size > Math.min(MOST, room)) return fault('TR027', { size: `${Math.ceil(file.size / 1e6)} MB` });
  const bytes = await readFile(file.path).catch(() => undefined);
  if (bytes === undefined) return fault('TR024');
  const facts = pictureFacts(bytes);
  if (facts === undefined) return fault('TR026', { reason: 'its bytes are of no picture that editions show' });
  const promised = promisedType(file.source);
  if (promised !== undefined && promised !== facts.type)
    return fault('TR026', { reason: `its name says ${NAMES[promised]}, its bytes are ${NAMES[facts.type]}` });
  const wrong = facts.type === 'image/svg+xml' ? faultOfSvg(bytes) : undefined;
  return wrong === undefined ? { ...facts, bytes, source: file.source } : fault('TR026', { reason: wrong });
}

/** Where a picture is looked for, by paths below the folder. */
export function placesOfPicture(url: string): readonly string[] {
  const source = insidePath(url);
  return source === undefined ? [] : spellings(candidates(source));
}

/** A name without an ending may have that of any kind of picture. */
function candidates(source: string): readonly string[] {
  const endings = promisedType(source) === undefined ? ['', ...pictureEndings.map((ending) => `.${ending}`)] : [''];
  return endings.map((ending) => `${source}${ending}`);
}

/** Names as a disk may spell them. */
function spellings(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]))];
}

/** An address as a path below the folder; undefined for whatever leads elsewhere. */
function insidePath(url: string): string | undefined {
  const path = decodedAddress(url.trim());
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^[/\\~]|\\|\0/i.test(path)) return undefined;
  const normal = posix.normalize(path);
  return normal === '.' || normal.startsWith('..') || posix.isAbsolute(normal) ? undefined : normal;
}

/** The first of the files with these paths that is there, in the spelling of the disk; whether it, links followed, is outside the folder. */
export async function firstFile(
  folder: string,
  paths: readonly string[],
): Promise<{ path: string; source: string; size: number; isOutside: boolean } | undefined> {
  for (const source of spellings(paths)) {
    const named = join(folder, ...source.split('/'));
    const facts = await stat(named).catch(() => undefined);
    if (facts === undefined || !facts.isFile()) continue;
    const real = await realpath(named);
    const home = await realpath(folder);
    const isOutside = !real.startsWith(home.endsWith(sep) ? home : home + sep);
    return { path: real, source: source.normalize('NFC'), size: facts.size, isOutside };
  }
  return undefined;
}

/** A path for the editions: the same names, in letters that need no escape, each once also where capitals do not count. */
export function pathFor(source: string, taken: Set<string>): string {
  const [, names = '', ending = ''] = /^(.*?)(\.[A-Za-z]+)?$/.exec(source) ?? [];
  const plain = (name: string): string =>
    name
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[.-]+|-+$/g, '');
  const stem = names
    .split('/')
    .map((name) => plain(name) || 'picture')
    .join('/');
  let path = `${stem}${ending}`;
  for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${stem}-${n}${ending}`;
  taken.add(path.toLowerCase());
  return path;
}

/** Where the TEI names an address first. */
export function pictureNamed(url: string, source: SourceFile): Place {
  const escaped = url.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const patternsOf = (written: string): string[] => [`url="${written}"`, `url='${written}'`];
  // An address below the base of what it stands in (XML Base) is written without the folders of the base.
  const folders = escaped.split('/').map((_, i, parts) => parts.slice(i).join('/'));
  for (const pattern of [...patternsOf(escaped), escaped, ...folders.slice(1).flatMap(patternsOf)]) {
    const at = source.text.indexOf(pattern);
    if (at >= 0) return { file: source.fileAt(at), start: source.positionAt(at) };
  }
  return { file: source.path };
}
