import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; a change is taken when nothing has happened for so many milliseconds. */
const SETTLED = 150;

/**
 * Calls back with the files that have changed, until it is stopped. Folders are watched rather than files, since many editors
 * write a new file and put it in the place of the old one.
 */
export function watchFiles(files: readonly string[], changed: (files: readonly string[]) => void): { stop(): void } {
  const byPath = new Map(files.map((file) => [path.resolve(file), file]));
  const folders = new Set([...byPath.keys()].map((file) => path.dirname(file)));
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    const batch = files.filter((file) => waiting.has(file));
    waiting.clear();
    changed(batch);
  };
  const watchers: FSWatcher[] = [...folders].map((folder) =>
    watch(folder, (_event, name) => {
      const file = name === null ? undefined : byPath.get(path.join(folder, name));
      if (file === undefined) return;
      waiting.add(file);
      clearTimeout(timer);
      timer = setTimeout(flush, SETTLED);
    }),
  );
  return {
    stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
