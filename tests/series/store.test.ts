import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packParts, unpackParts } from '../../src/series/pack.js';
import { FolderStore, getPack, getSealed, putPack, putSealed, sha256 } from '../../src/series/store.js';
import { runs } from '../runs.js';

const [RESULT, OLD, NEW, KEPT] = ['r', 'o', 'n', 'k'].map((word) => `results/${sha256(word)}`) as [
  string,
  string,
  string,
  string,
];

function age(path: string, now: number): void {
  const long = new Date(now - 40 * 86_400_000);
  utimesSync(path, long, long);
}

let root: string;
let store: FolderStore;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-store-'));
  store = new FolderStore(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what is kept', () => {
  it('is noticed where any of its bytes is another, or it ends too soon, and is then removed', async () => {
    const data = { a: 1, words: ['ä', 'b'] };
    const bytes = Buffer.from('the editions of a volume');
    const damage = fc.record({ at: fc.nat(200), by: fc.integer({ min: 1, max: 255 }), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, by, cut }) => {
        await putSealed(store, RESULT, data);
        const hash = await putPack(store, bytes);
        expect(await getSealed(store, RESULT)).toEqual(data);
        for (const name of [RESULT, `packs/${hash}`]) {
          const whole = Buffer.from((await store.get(name)) ?? []);
          const place = at % whole.length;
          const damaged = cut ? whole.subarray(0, place) : whole.map((byte, i) => (i === place ? byte ^ by : byte));
          writeFileSync(join(root, name), damaged);
        }
        expect(await getSealed(store, RESULT)).toBe('damaged');
        expect(await getPack(store, hash)).toBeUndefined();
        expect(await getSealed(store, RESULT)).toBeUndefined();
        expect(readdirSync(join(root, 'packs'))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  it('goes when nobody has asked for it in a month', async () => {
    await putSealed(store, OLD, 1);
    await putSealed(store, NEW, 2);
    await putSealed(store, KEPT, 3);
    const now = Date.now();
    for (const name of [OLD, NEW, KEPT]) age(join(root, name), now);
    expect(await getSealed(store, NEW)).toBe(2);
    await store.keep(KEPT);
    store.prune(now);
    expect(readdirSync(join(root, 'results')).sort()).toEqual([NEW, KEPT].map((name) => name.slice(8)).sort());
  });

  it('stands beside whatever else is in its folder, however old, and leads nowhere else', async () => {
    const others = ['thesis/chapter.txt', 'results/notes.txt', 'packs/sub/deep.txt', '.git/objects', 'results.txt'];
    const now = Date.now();
    for (const other of others) {
      mkdirSync(join(root, other, '..'), { recursive: true });
      writeFileSync(join(root, other), 'mine');
      age(join(root, other), now);
    }
    symlinkSync('/nowhere', join(root, 'dangling'));
    store.prune(now);
    for (const name of [
      'results/../thesis/chapter.txt',
      'thesis/chapter.txt',
      '../x',
      `results/${'a'.repeat(64)}/../../results.txt`,
    ]) {
      expect(await store.get(name)).toBeUndefined();
      expect(await getSealed(store, name)).toBeUndefined();
      await store.remove(name);
    }
    for (const other of others) expect(readFileSync(join(root, other), 'utf8')).toBe('mine');
  });
});

describe('packed editions', () => {
  it('come out as they went in, and the same files make the same bytes', () => {
    const name = fc.stringMatching(/^[a-zé][a-z0-9é/.-]{0,120}[a-z]$/).filter((path) => !/\/\/|\.\.|\/\./.test(path));
    const files = fc.dictionary(name, fc.oneof(fc.string(), fc.uint8Array()), { maxKeys: 5 });
    fc.assert(
      fc.property(fc.record({ html: files, pdf: files }), (given) => {
        const parts = new Map(Object.entries(given).map(([part, own]) => [part, new Map(Object.entries(own))]));
        const packed = packParts(parts);
        expect(Buffer.from(packParts(parts)).equals(Buffer.from(packed))).toBe(true);
        const out = unpackParts(packed) ?? new Map<string, never>();
        for (const [part, own] of parts)
          for (const [path, content] of own)
            expect(Buffer.from(out.get(part)?.get(path) ?? 'none').equals(Buffer.from(content as string))).toBe(true);
        expect([...out.values()].reduce((sum, own) => sum + own.size, 0)).toBe(
          [...parts.values()].reduce((sum, own) => sum + own.size, 0),
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    'html/../../x',
    'html/a/../../../x',
    'elsewhere/x',
    'html/',
    'html//x',
    'html/..',
    'html/a\\..\\x',
    '/html/x',
  ])('are none where one would stand at %s', (path) => {
    const [part = '', ...name] = path.split('/');
    const packed = packParts(
      new Map([
        ['html', new Map([['index.html', 'x']])],
        [part, new Map([[name.join('/'), 'y']])],
      ]),
    );
    expect(unpackParts(packed)).toBeUndefined();
  });
});
