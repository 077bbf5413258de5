import type { Store, StoreEntry } from '../../src/archive/store.js';
import { chunksOf, type FileContent } from '../../src/model/file-set.js';

/** A store in memory, for tests: files by path; a path ending in a slash is an empty folder, `links` are symbolic links. */
export class MemoryStore implements Store {
  readonly files = new Map<string, Uint8Array>();
  readonly emptyFolders = new Set<string>();
  readonly links = new Set<string>();
  /** After so many operations that change something every further one throws, as if the process had been killed. */
  stepsLeft = Number.POSITIVE_INFINITY;

  list(path: string): readonly StoreEntry[] {
    const entries = new Map<string, StoreEntry>();
    const prefix = path === '' ? '' : `${path}/`;
    const enter = (name: string, last: StoreEntry['kind']): void => {
      if (!name.startsWith(prefix)) return;
      const [head = '', ...rest] = name.slice(prefix.length).split('/');
      entries.set(head, { name: head, kind: rest.length > 0 ? 'folder' : last });
    };
    for (const name of this.files.keys()) enter(name, 'file');
    for (const name of this.emptyFolders) enter(name, 'folder');
    for (const name of this.links) enter(name, 'other');
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): StoreEntry['kind'] | undefined {
    if (this.files.has(path)) return 'file';
    return this.list(path).length > 0 ? 'folder' : undefined;
  }

  read(path: string): Uint8Array | undefined {
    return this.files.get(path);
  }

  size(path: string): number | undefined {
    return this.files.get(path)?.length;
  }

  chunks(path: string): Iterable<Uint8Array> | undefined {
    const bytes = this.read(path);
    return bytes && [bytes];
  }

  write(path: string, content: FileContent): void {
    this.#step();
    this.files.set(path, Buffer.concat([...chunksOf(content)]));
  }

  flush(): void {
    this.#step();
  }

  move(from: string, to: string): void {
    this.#step();
    for (const [path, content] of [...this.files]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.files.delete(path);
      this.files.set(to + path.slice(from.length), content);
    }
  }

  remove(path: string): void {
    this.#step();
    for (const name of [...this.files.keys()])
      if (name === path || name.startsWith(`${path}/`)) this.files.delete(name);
  }

  text(path: string): string {
    return new TextDecoder().decode(this.files.get(path));
  }

  #step(): void {
    if (this.stepsLeft <= 0) throw new Error('killed');
    this.stepsLeft--;
  }
}
