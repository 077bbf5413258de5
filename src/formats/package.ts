import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | undefined;

/**
 * The path of a file of the package itself (`tei/…`, `dist/program/sef/…`), the same whether the compiled program or, in tests, the
 * sources run: the package's root is the nearest folder above this file that has a package.json.
 */
export function packageFile(path: string): string {
  if (root === undefined) {
    let folder = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
    root = folder;
  }
  return join(root, path);
}
