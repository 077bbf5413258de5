import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { hashing } from '../archive/digest.js';
import { diskStore } from '../archive/disk.js';
import { pathsOf } from '../archive/inventory.js';
import { type StoredObject, versionFiles } from '../archive/objects.js';
import { refusedPaths } from '../archive/portable.js';
import type { StoreReader } from '../archive/store.js';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { makeFolder, refusal } from '../formats/file-output.js';
import { chunksOf, type FileContent, sizeOf } from '../model/file-set.js';

/**
 * Writes the files of a version into a folder that is not there yet, or is empty. Every file is hashed on the way; a damaged archive leaves nothing.
 * @returns how many files and bytes were written
 */
export function takeOut(
  store: StoreReader,
  object: StoredObject,
  version: string,
  out: string,
): Result<{ readonly files: number; readonly bytes: number }> {
  if (existsSync(out) && entriesOf(out).length > 0) return { diagnostics: [diagnostic('AR017', { path: out })] };
  const files = versionFiles(store, object, version) ?? new Map<string, FileContent>();
  const state = pathsOf(object.inventory.versions[version]?.state ?? {});
  const refused = refusedPaths([...state.keys()]);
  if (refused.length > 0) return { diagnostics: refused };
  const { digestAlgorithm } = object.inventory;
  const isNew = !existsSync(out);
  const made = new Set<string>();
  let bytes = 0;
  try {
    makeFolder(out);
    const { write } = diskStore(out);
    for (const [path, digest] of state) {
      const content = files.get(path);
      if (!resolve(out, path).startsWith(resolve(out) + sep)) throw new Error(`${path} leads out of its folder`);
      made.add(path.split('/')[0] ?? '');
      let actual = '';
      const keep = (found: string): void => {
        actual = found;
      };
      if (content !== undefined) {
        const size = sizeOf(content);
        write(path, { size, chunks: () => hashing(digestAlgorithm, chunksOf(content), keep) });
        bytes += size;
      }
      if (actual === digest) continue;
      discard(out, made, isNew);
      return { diagnostics: [diagnostic('AR022', { path })] };
    }
    return { value: { files: state.size, bytes }, diagnostics: [] };
  } catch (error) {
    discard(out, made, isNew);
    const denied = refusal(error);
    if (denied === undefined) throw error;
    return { diagnostics: [diagnostic('IN007', { path: denied.path ?? out, reason: denied.reason })] };
  }
}

/** The entries of a folder; of a file, itself. */
function entriesOf(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [path];
  }
}

function discard(out: string, made: ReadonlySet<string>, isNew: boolean): void {
  if (isNew) rmSync(out, { recursive: true, force: true });
  else for (const name of made) rmSync(join(out, name), { recursive: true, force: true });
}
