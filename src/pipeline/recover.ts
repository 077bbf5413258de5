import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { validateObject } from '../archive/check-object.js';
import { complete } from '../archive/complete.js';
import { prepareRoot } from '../archive/deposit.js';
import { layoutName } from '../archive/layout.js';
import { objectFolders } from '../archive/objects.js';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { inRoot } from './storage-root.js';

/**
 * Ends what a kill has left of a deposit: a version that was moved into its object before the object's inventory followed, what was made ready beside the archive,
 * empty folders, a storage root without its declaration. Each is told; what this program has not made is left. Nothing is done to an object that is only damaged.
 * @returns how many things were ended
 */
export function recoverArchive(root: string): Result<number> {
  if (!isTouched(root)) return { diagnostics: [diagnostic('AR008', { path: root })] };
  return inRoot(root, (location, { removed, foreign }) => {
    const found: Diagnostic[] = [
      ...removed.map((path) => diagnostic('AR012', { path })),
      ...foreign.map((path) => diagnostic('AR013', { path })),
    ];
    if (isUnfinished(root) && prepareRoot(location).length === 0) found.push(diagnostic('AR014', { path: root }));
    for (const folder of objectFolders(location.store, location.root)) {
      const ended = complete(location, folder, idOf(location.store.read(`${folder}/inventory.json`)) ?? folder);
      for (const one of ended) found.push(one);
      if (ended.length > 0) for (const one of validateObject(location.store, folder).diagnostics) found.push(one);
    }
    for (const path of emptied(root)) found.push(diagnostic('AR021', { path }));
    const ended = found.filter(({ code }) => ['AR005', 'AR012', 'AR014', 'AR021'].includes(code));
    return { value: ended.length, diagnostics: found };
  });
}

/** Whether there is a storage root, or what a kill has left of the making of one. */
function isTouched(root: string): boolean {
  if (existsSync(root)) return readdirSync(root).some((name) => name.startsWith('0=ocfl_1')) || isUnfinished(root);
  const parent = dirname(resolve(root));
  return (
    existsSync(parent) && readdirSync(parent).some((name) => name.startsWith(`.${basename(resolve(root))}.staging-`))
  );
}

/** A root of its own disk is filled file by file, with the declaration last. */
function isUnfinished(root: string): boolean {
  if (!existsSync(root)) return false;
  const names = readdirSync(root);
  return (
    !names.some((name) => name.startsWith('0=')) && existsSync(join(root, 'extensions', layoutName, 'config.json'))
  );
}

function idOf(inventory: Uint8Array | undefined): string | undefined {
  try {
    const { id } = JSON.parse(Buffer.from(inventory ?? []).toString()) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the empty folders of the layout's own names, from the innermost on. @returns their paths */
function emptied(root: string): readonly string[] {
  const removed: string[] = [];
  const visit = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory() || !/^[0-9a-f]{3}$/.test(entry.name) || depth > 3) continue;
      visit(path, depth + 1);
      if (readdirSync(path).length > 0) continue;
      rmdirSync(path);
      removed.push(path);
    }
  };
  if (existsSync(root)) visit(root, 1);
  return removed;
}
