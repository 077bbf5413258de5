import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import type { Inventory } from '../../src/archive/inventory.js';
import { build, present, root, run, temporaryFolder } from './tools.js';

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

const cli = join(root, 'dist/program/cli.js');
const [ocfl] = present([join(root, '../shared/oracles/ocfl')]);
const [rocrate] = present([join(root, '../shared/oracles/rocrate')]);
const [bagit] = present([join(root, '../shared/oracles/bagit')]);

/** An archive of the sampler in two versions, by the verb. */
function twoVersions(): string {
  const edition = join(folder.path, 'edition');
  const archive = join(folder.path, 'archive');
  if (existsSync(archive)) return archive;
  expect(build(join(root, 'tests/golden/epub-two-documents/volume.xml'), 'html', edition).status).toBe(0);
  const add = (): void => {
    const address = ['--user', 'A. Editor', '--user-address', 'mailto:editor@example.org'];
    const sources = ['--sources', join(root, 'corpus/sampler')];
    const { status, output } = run(
      process.execPath,
      cli,
      'archive',
      'add',
      edition,
      '--archive',
      archive,
      ...sources,
      ...address,
    );
    expect(status, output).toBe(0);
  };
  add();
  writeFileSync(join(edition, 'html/more ü%.html'), 'more');
  add();
  return archive;
}

test.skipIf(ocfl === undefined)('ocfl-py and ocfl-java find nothing in an archive of two versions', () => {
  const { status, output } = run(ocfl ?? '', twoVersions());
  expect(status, output).toBe(0);
  expect(output).not.toMatch(/\[[EW]\d+\]/);
});

test.skipIf(bagit === undefined).each(['bagit', 'zip'])(
  'bagit-python and bagit_profile find nothing in a package as %s',
  (form) => {
    const archive = twoVersions();
    const profile = join(folder.path, 'profile.json');
    const about = {
      'BagIt-Profile-Identifier': 'https://example.org/profile.json',
      'Source-Organization': 'Us',
      'External-Description': 'x',
      'Contact-Name': 'x',
      'Contact-Email': 'x@example.org',
      Version: '1.0',
      'BagIt-Profile-Version': '1.3.0',
    };
    const asked = {
      'BagIt-Profile-Info': about,
      'Bag-Info': { 'Contact-Name': { required: true }, 'Bagging-Date': { required: true, repeatable: false } },
      'Manifests-Required': ['sha512'],
      'Tag-Manifests-Required': ['sha256'],
      'Allow-Fetch.txt': false,
      Serialization: 'optional',
      'Accept-Serialization': ['application/zip'],
      'Accept-BagIt-Version': ['1.0'],
    };
    writeFileSync(profile, JSON.stringify(asked));
    // The first version: the file name of the second has a percent sign, which bagit-python does not decode.
    const inventory = JSON.parse(readFileSync(join(objectIn(archive), 'inventory.json'), 'utf8')) as Inventory;
    const out = join(folder.path, `package-${form}`);
    const words = ['archive', 'package', `${inventory.id}@v1`, '--archive', archive, '--format', form, '--out', out];
    const made = run(process.execPath, cli, ...words, '--contact', 'A. Editor', '--profile', profile);
    expect(made.status, made.output).toBe(0);
    const { status, output } = run(bagit ?? '', out, '--profile', profile);
    expect(status, output).toBe(0);
  },
);

test.skipIf(rocrate === undefined)('roc-validator finds nothing in the payload of a package', () => {
  const out = join(folder.path, 'crate');
  twoVersions();
  const made = run(
    process.execPath,
    cli,
    'archive',
    'package',
    join(folder.path, 'edition'),
    '--format',
    'bagit',
    '--out',
    out,
  );
  expect(made.status, made.output).toBe(0);
  const { status, output } = run(rocrate ?? '', join(out, 'data'));
  expect(status, output).toBe(0);
});
