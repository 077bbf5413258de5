import { join } from 'node:path';
import { validateStorageRoot } from '../archive/check-root.js';
import { digests } from '../archive/digest.js';
import { diskStore } from '../archive/disk.js';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { type DiskFolder, filesBelow } from '../formats/disk-files.js';
import type { DepositFile } from '../publish/deposit-file.js';
import type { MirroredObject, MirroredRoot } from '../publish/mirror/mirrored-root.js';
import { stretch } from './publish-files.js';

/** What a deposit that is under way or was broken off holds: none of the archive. */
const STAGING = 'extensions/chancery-staging/';
const OBJECT = /^(.+)\/0=ocfl_object_[\d.]+$/;

/**
 * Reads the archive of a built edition, as it is to be mirrored. One that is not valid is refused: a mirror shall be one to go back to.
 * @param folder the output folder of the build
 */
export function readMirroredRoot(folder: string): Result<MirroredRoot> {
  const path = join(folder, 'archive');
  let found: DiskFolder;
  try {
    found = filesBelow(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { diagnostics: [diagnostic('PU059', { folder }, { file: folder })] };
  }
  const errors = validateStorageRoot(diskStore(folder), 'archive').filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || found.others.length > 0)
    return { diagnostics: [diagnostic('PU053', { path, count: errors.length + found.others.length }, { file: path })] };
  const files = [...found.files]
    .filter(([name]) => !name.startsWith(STAGING))
    .map(([name, source]) => fileOf(join(path, name), name, source.chunks()));
  const folders = files.flatMap(({ key }) => OBJECT.exec(key)?.[1] ?? []);
  const isOf = (of: string, { key }: DepositFile): boolean => key.startsWith(`${of}/`);
  const objects = folders.map((of): MirroredObject => {
    const inventory = JSON.parse(Buffer.from(stretch(join(path, of, 'inventory.json'), 0, 1 << 28)).toString()) as {
      readonly id: string;
      readonly head: string;
    };
    return { id: inventory.id, folder: of, head: inventory.head, files: files.filter((file) => isOf(of, file)) };
  });
  const own = files.filter((file) => !folders.some((of) => isOf(of, file)));
  return { value: { files: own, objects }, diagnostics: [] };
}

/** A file of the archive, read once for its digests and again, by stretches, when it is sent. */
function fileOf(path: string, key: string, chunks: Iterable<Uint8Array>): DepositFile {
  const known = digests(['md5', 'sha256'], chunks);
  const word = (name: string): string => known.get(name) ?? '';
  return {
    key,
    words: key,
    bytes: Number(word('size')),
    md5: word('md5'),
    sha256: word('sha256'),
    read: async (start, end) => stretch(path, start, end),
  };
}
