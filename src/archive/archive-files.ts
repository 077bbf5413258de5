import { digests } from './digest.js';
import { type FolderContents, join, type StoreEntry, type StoreReader, walk } from './store.js';

const NOTHING: FolderContents = { files: [], emptyFolders: [], others: [] };

/** The files of an object or a storage root, which are data from outside: nothing is read through a link, and so nothing beyond their folder. */
export class ArchiveFiles {
  readonly #store: StoreReader;
  readonly #folder: string;
  readonly #unreadable: (path: string, reason: string) => void;
  readonly #listed = new Map<string, readonly StoreEntry[]>();
  readonly #kindsIn = new Map<string, ReadonlyMap<string, StoreEntry['kind']>>();
  readonly #walked = new Map<string, FolderContents>();

  /** @param unreadable Told of each file or folder that the system does not let be read, and its reason. */
  constructor(store: StoreReader, folder: string, unreadable: (path: string, reason: string) => void) {
    this.#store = store;
    this.#folder = folder;
    this.#unreadable = unreadable;
  }

  #attempt<T>(path: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.#unreadable(path, code);
      return undefined;
    }
  }

  /** The entries of a folder; none where it is a link or leads over one. */
  list(path: string): readonly StoreEntry[] {
    let entries = this.#listed.get(path);
    if (entries === undefined) {
      const isFolder = path === '' || this.#kind(path) === 'folder';
      entries = (isFolder ? this.#attempt(path, () => this.#store.list(join(this.#folder, path))) : undefined) ?? [];
      this.#listed.set(path, entries);
    }
    return entries;
  }

  #kind(path: string): StoreEntry['kind'] | undefined {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    return this.#kinds(slash < 0 ? '' : path.slice(0, slash)).get(name);
  }

  #kinds(path: string): ReadonlyMap<string, StoreEntry['kind']> {
    let kinds = this.#kindsIn.get(path);
    if (kinds === undefined) {
      kinds = new Map(this.list(path).map(({ name, kind }) => [name, kind]));
      this.#kindsIn.set(path, kinds);
    }
    return kinds;
  }

  /** The bytes of a file; nothing where there is none, or a link or a device in its place. */
  read(path: string): Buffer | undefined {
    if (this.#kind(path) !== 'file') return undefined;
    const bytes = this.#attempt(path, () => this.#store.read(join(this.#folder, path)));
    return bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The digests of a file by several algorithms; nothing where there is none, or a link or a device in its place. */
  digests(path: string, algorithms: Iterable<string>): ReadonlyMap<string, string> | undefined {
    if (this.#kind(path) !== 'file') return undefined;
    return this.#attempt(path, () => {
      const chunks = this.#store.chunks(join(this.#folder, path));
      return chunks && digests(algorithms, chunks);
    });
  }

  /** All that lies below a folder; paths are relative to it. */
  walk(path: string): FolderContents {
    let contents = this.#walked.get(path);
    if (contents === undefined) {
      const isFolder = this.#kind(path) === 'folder';
      contents =
        (isFolder ? this.#attempt(path, () => walk(this.#store, join(this.#folder, path))) : undefined) ?? NOTHING;
      this.#walked.set(path, contents);
    }
    return contents;
  }
}
