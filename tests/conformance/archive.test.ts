import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import type { Inventory } from '../../src/archive/inventory.js';
import { build, root, run, temporaryFolder } from './tools.js';

const folder = temporaryFolder();
afterAll(folder.remove);

/** The folder of the one object of a storage root. */
function objectIn(path: string): string {
  if (existsSync(join(path, 'inventory.json'))) return path;
  const [next = ''] = readdirSync(path).filter((name) => /^[0-9a-f]{3}$|^urn/.test(name));
  return objectIn(join(path, next));
}

test('a build archives an edition, a second one adds no version, and sha512sum and sha256sum agree with the archive', () => {
  const input = join(root, 'tests/golden/epub-two-documents/volume.xml');
  const out = join(folder.path, 'out');
  for (const _ of [1, 2]) {
    const { status, output } = build(input, 'archive', out);
    expect(status, output).toBe(0);
  }
  expect(validateStorageRoot(diskStore(out), 'archive').filter((d) => d.severity === 'error')).toEqual([]);

  const object = objectIn(join(out, 'archive'));
  const inventory = JSON.parse(readFileSync(join(object, 'inventory.json'), 'utf8')) as Inventory;
  expect(Object.keys(inventory.versions)).toEqual(['v1']);
  expect(run('sh', '-c', `cd '${object}' && sha512sum --check --strict inventory.json.sha512`).status).toBe(0);
  const sums = Object.entries(inventory.manifest).flatMap(([sum, paths]) => paths.map((path) => `${sum}  ${path}`));
  for (const sum of sums) {
    expect(run('sh', '-c', `cd '${object}' && echo '${sum}' | sha512sum --check --strict`).status, sum).toBe(0);
  }

  // The version as its logical paths have it, in a folder of its own: there the edition's own checksums hold.
  const restored = join(folder.path, 'restored');
  for (const [sum, paths] of Object.entries(inventory.versions['v1']?.state ?? {})) {
    for (const path of paths) {
      mkdirSync(dirname(join(restored, path)), { recursive: true });
      copyFileSync(join(object, inventory.manifest[sum]?.[0] ?? ''), join(restored, path));
    }
  }
  const { status, output } = run('sh', '-c', `cd '${restored}' && sha256sum --check --strict checksums.sha256`);
  expect(status, output).toBe(0);
});
