import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store, StoreEntry } from './store.js';

/** A store in a folder of the local disk; errors of the disk other than “there is no such file” are thrown as Node gives them. */
export function diskStore(folder: string): Store {
  const at = (path: string): string => join(folder, path);
  return {
    list: (path) =>
      orUndefined(() => readdirSync(at(path), { withFileTypes: true }))
        ?.map((entry): StoreEntry => {
          const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
          return { name: entry.name, kind };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1)) ?? [],
    kind: (path) => {
      const stat = orUndefined(() => statSync(at(path)));
      return stat && (stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other');
    },
    read: (path) => orUndefined(() => readFileSync(at(path))),
    write(path, content) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), content, { flag: 'wx' });
    },
    move(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
  };
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
