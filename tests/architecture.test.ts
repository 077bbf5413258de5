import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../src/formats/package.js';

const root = packageFile('.');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('.d.ts'),
);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Imports of a file, types and dynamic ones included: `from '…'`, `import '…'`, `import('…')`, `require('…')`. */
function importsOf(file: string): string[] {
  const text = read(join('src', file)).replace(/^\s*(?:\*|\/\/|\/\*).*$/gm, '');
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*['"]([@\w.][\w./@:-]*)['"]/g)].map(
    (m) => m[1] ?? '',
  );
}

/** Rooms in the order of the line: a file may import from its own room and from rooms of a lower rank. */
const ranks: Readonly<Record<string, number>> = {
  model: 0,
  diagnostics: 1,
  formats: 2,
  grammar: 3,
  tei: 4,
  metadata: 4,
  encode: 5,
  volume: 5,
  validate: 5,
  transform: 5,
  press: 5,
  errata: 5,
  archive: 5,
  discovery: 5,
  search: 5,
  publish: 5,
  pipeline: 6,
  series: 7,
  commands: 8,
  cli: 9,
  index: 9,
  build: 9,
};
const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** Files beyond the length that a file may have, each with its reason. */
const long: Readonly<Record<string, string>> = {
  'src/transform/pdf/blocks.ts': 'one reader of all blocks of the pivot, which call each other',
  'src/formats/xml-scan.ts': 'one scan whose methods share where it stands',
  'src/encode/page/common-vocabulary.ts': 'a list of words',
  'src/build/growth/phrases.ts': 'a list of texts',
};

describe('the architecture', () => {
  it('imports go one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('.'))
        .map((path) => relative('.', join(dirname(file), path)).replace(/\.js$/, '.ts'))
        .filter(
          (target) => roomOf(target) !== roomOf(file) && !((ranks[roomOf(target)] ?? 99) < (ranks[roomOf(file)] ?? -1)),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every npm package has one importer', () => {
    const importers = new Map<string, Set<string>>();
    for (const file of files)
      for (const path of importsOf(file)) {
        const name = path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/');
        if (path.startsWith('.') || path.startsWith('node:')) continue;
        importers.set(name, (importers.get(name) ?? new Set()).add(file));
      }
    expect(
      [...importers].filter(([, by]) => by.size > 1).map(([name, by]) => `${name}: ${[...by].join(', ')}`),
    ).toEqual([]);
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    // What only the build of the program needs, nobody who uses the program installs.
    const isOfBuild = (name: string): boolean =>
      [...(importers.get(name) ?? [])].every((file) => file.startsWith('build/')) && name in (devDependencies ?? {});
    expect([...importers.keys()].filter((name) => !(name in (dependencies ?? {})) && !isOfBuild(name))).toEqual([]);
  });

  it('ARCHITECTURE.md lists the folders that there are', () => {
    const listed = [...read('ARCHITECTURE.md').matchAll(/^\| `([^`]+)` \|/gm)].map((m) => m[1] ?? '');
    const folders = (folder: string): string[] =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((e) => e.isDirectory())
        .map((e) => join(folder, e.name));
    expect(listed.filter((f) => f.startsWith('src/')).sort()).toEqual(folders('src').sort());
    const apart = ['.ci', '.git', 'coverage', 'dist', 'node_modules', 'src'];
    expect(listed.filter((f) => !f.startsWith('src/')).sort()).toEqual(
      folders('.')
        .filter((f) => !apart.includes(f))
        .sort(),
    );
  });

  it('ARCHITECTURE.md names every kind of target', () => {
    const row = /^\| `src\/publish` \|.*$/m.exec(read('ARCHITECTURE.md'))?.[0] ?? '';
    const kinds = readdirSync(join(root, 'src/publish'), { withFileTypes: true }).filter((e) => e.isDirectory());
    expect(kinds.map(({ name }) => name).filter((name) => !row.includes(`\`${name}/\``))).toEqual([]);
  });

  it('no file is longer than it may be without a reason', () => {
    const sheets = readdirSync(join(root, 'xslt'), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.xsl'),
    );
    const measured = [
      ...files.map((f) => [`src/${f}`, 300] as [string, number]),
      ...sheets.map((f) => [`xslt/${f}`, 400] as [string, number]),
    ];
    const tooLong = measured
      .filter(([file, most]) => read(file).trimEnd().split('\n').length > most)
      .map(([file]) => file);
    expect(tooLong.filter((file) => long[file] === undefined)).toEqual([]);
    expect(Object.keys(long).filter((file) => !tooLong.includes(file))).toEqual([]);
  });

  it('no list without bound is handed over as arguments, which the stack takes some 100,000 of', () => {
    const spread =
      /\.(?:push|unshift|concat)\(\s*(?:[^(){}[\];]*,\s*)?\.\.\.|Math\.(?:max|min)\([^;{}]*?\.\.\.|\.splice\([^;()]*,[^;()]*,\s*\.\.\./g;
    const found = files.flatMap((file) =>
      [...read(join('src', file)).matchAll(spread)].map(([text]) => `${file}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
