import type { FileContent } from '../model/file-set.js';

/** An entry of a folder of the store. Links and devices are `other`: an archive may not hold them (OCFL 1.1, E090). */
export interface StoreEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What reading an archive needs of the place where it is kept. Paths have forward slashes and are relative to the store. */
export interface StoreReader {
  /** The entries directly in a folder, sorted by name; none where there is no such folder. */
  list(path: string): readonly StoreEntry[];
  /** What stands at a path, links followed; `undefined` for nothing. */
  kind(path: string): StoreEntry['kind'] | undefined;
  /** The bytes of a file; `undefined` where there is none. */
  read(path: string): Uint8Array | undefined;
  /** The length of a file in bytes; `undefined` where there is none. */
  size(path: string): number | undefined;
  /** The bytes of a file piece by piece, each good until the next is asked for; `undefined` where there is none. */
  chunks(path: string): Iterable<Uint8Array> | undefined;
}

/** The place where archives are kept: a local disk, a memory in tests, later an object store. */
export interface Store extends StoreReader {
  /** Writes a file and makes the folders above it. */
  write(path: string, content: FileContent): void;
  /** Sees to it that all that was written below a folder is there also after a power cut. */
  flush(path: string): void;
  /** Moves a file or a folder in one step and makes the folders above its new place; an existing file is replaced. */
  move(from: string, to: string): void;
  /** Removes a file or a folder with all in it; nothing happens where there is none. */
  remove(path: string): void;
}

/** Where archives are kept: a storage root and a staging folder beside it, as paths of one store (so that moving is one step). */
export interface ArchiveLocation {
  readonly store: Store;
  /** The OCFL storage root, made if there is none. */
  readonly root: string;
  /** Where new versions are made ready. It may not be inside the storage root (OCFL 1.1, E088) and is removed when done. */
  readonly staging: string;
}

/** `a` and `b` as one path; an empty part is left out. */
export function join(a: string, b: string): string {
  return a === '' || b === '' ? a + b : `${a}/${b}`;
}

/** All files below a folder, as paths relative to it, and its empty folders and forbidden entries. */
export interface FolderContents {
  readonly files: readonly string[];
  readonly emptyFolders: readonly string[];
  readonly others: readonly string[];
}

/** Walks a folder to its end. */
export function walk(store: StoreReader, folder: string): FolderContents {
  const contents = { files: [] as string[], emptyFolders: [] as string[], others: [] as string[] };
  const visit = (path: string): void => {
    const entries = store.list(join(folder, path));
    if (entries.length === 0 && path !== '') contents.emptyFolders.push(path);
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.kind === 'folder') visit(child);
      else (entry.kind === 'file' ? contents.files : contents.others).push(child);
    }
  };
  visit('');
  return contents;
}
