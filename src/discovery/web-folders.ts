import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { ServedFolder } from './http/site.js';

/**
 * The web editions that paths name: an edition's own folder (with an index.html), one that a build has made (with such a folder `html` in it), or a folder of such
 * folders. Each is served under the name of the folder that the build has made.
 */
export function webEditionsIn(paths: readonly string[]): Result<readonly ServedFolder[]> {
  const served = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const folders = foldersIn(path);
    if (folders.length === 0) diagnostics.push(diagnostic('DI010', { path }));
    for (const folder of folders) {
      const name = nameOf(folder);
      const other = served.get(name);
      if (other === undefined) served.set(name, folder);
      else if (resolve(other) !== resolve(folder)) diagnostics.push(diagnostic('DI011', { path: folder, other, name }));
    }
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { value: [...served].map(([name, folder]) => ({ name, folder })), diagnostics };
}

function foldersIn(path: string): readonly string[] {
  const own = folderAt(path);
  if (own !== undefined) return [own];
  return folderNames(path).flatMap((name) => folderAt(join(path, name)) ?? []);
}

/** The web edition that a folder is, or has in it. */
function folderAt(path: string): string | undefined {
  if (isFile(join(path, 'index.html'))) return path;
  const inner = join(path, 'html');
  return isFile(join(inner, 'index.html')) ? inner : undefined;
}

function nameOf(folder: string): string {
  const path = resolve(folder);
  return basename(path) === 'html' ? basename(dirname(path)) : basename(path);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The folders in a folder, without links and what is hidden; none where it cannot be read. */
function folderNames(path: string): readonly string[] {
  try {
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') && lstatSync(join(path, name)).isDirectory())
      .sort();
  } catch {
    return [];
  }
}
