/** The editions of a volume as one file: a tar, packed with gzip. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { tarEntries, tarOf } from '../formats/tar.js';
import type { FileSet } from '../model/file-set.js';
import type { ToldEdition } from '../pipeline/web-site.js';

/** Parts of the output (`html`) with their files. */
export type Parts = ReadonlyMap<string, FileSet>;

/** The time that entries bear: what is packed is known by its content alone. */
const NO_TIME = '1970-01-01T00:00:00Z';

/** The part in which there stands what the web edition is told by to programs: it is put into no folder, but goes into files of the web edition when its pages are final. */
export const TOLD = '.told';
const TOLD_FILE = 'edition.json';

export function toldPart(told: ToldEdition): FileSet {
  return new Map([[TOLD_FILE, JSON.stringify(told)]]);
}

export function toldIn(parts: Parts): ToldEdition | undefined {
  const text = parts.get(TOLD)?.get(TOLD_FILE);
  return text === undefined ? undefined : (JSON.parse(Buffer.from(text as Uint8Array).toString()) as ToldEdition);
}

export function packParts(parts: Parts): Uint8Array {
  const files = new Map(
    [...parts].flatMap(([part, own]) => [...own].map(([name, content]) => [`${part}/${name}`, content] as const)),
  );
  // What is in an EPUB or a PDF is compressed already; a low level is three times as fast and loses a tenth.
  return gzipSync(Buffer.concat([...tarOf(files, NO_TIME)].map((piece) => Buffer.from(piece))), { level: 3 });
}

/** Parts that are put into folders of the volume, and what is kept beside them. */
const PARTS: ReadonlySet<string> = new Set(['tei', 'html', 'epub', 'pdf', TOLD]);

/** Whether a path leads to a file below the folder of its part, on every system. */
function isBelow(name: readonly string[]): boolean {
  return name.length > 0 && name.every((step) => step !== '' && step !== '.' && step !== '..' && !/[\\\0]/.test(step));
}

/** The parts of a pack; undefined where something in it would stand anywhere else than in a folder of the volume. */
export function unpackParts(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, Uint8Array>> | undefined {
  const tar = gunzipSync(bytes);
  const parts = new Map<string, Map<string, Uint8Array>>();
  for (const { path, kind, size, offset } of tarEntries((at, length) => tar.subarray(at, at + length), tar.length)) {
    const [part = '', ...name] = path.split('/');
    if (kind !== 'file') continue;
    if (!PARTS.has(part) || !isBelow(name)) return undefined;
    const files = parts.get(part) ?? new Map<string, Uint8Array>();
    parts.set(part, files.set(name.join('/'), tar.subarray(offset, offset + size)));
  }
  return parts;
}
