import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packParts, unpackParts } from '../../src/series/pack.js';
import { FolderStore, getPack, getSealed, putPack, putSealed } from '../../src/series/store.js';
import { runs } from '../runs.js';

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
        await putSealed(store, 'results/r', data);
        const hash = await putPack(store, bytes);
        expect(await getSealed(store, 'results/r')).toEqual(data);
        for (const name of ['results/r', `packs/${hash}`]) {
          const whole = Buffer.from((await store.get(name)) ?? []);
          const place = at % whole.length;
          const damaged = cut ? whole.subarray(0, place) : whole.map((byte, i) => (i === place ? byte ^ by : byte));
          writeFileSync(join(root, name), damaged);
        }
        expect(await getSealed(store, 'results/r')).toBe('damaged');
        expect(await getPack(store, hash)).toBeUndefined();
        expect(await getSealed(store, 'results/r')).toBeUndefined();
        expect(readdirSync(join(root, 'packs'))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  it('goes when nobody has asked for it in a month', async () => {
    await putSealed(store, 'results/old', 1);
    await putSealed(store, 'results/new', 2);
    const now = Date.now();
    const long = new Date(now - 40 * 86_400_000);
    utimesSync(join(root, 'results/old'), long, long);
    utimesSync(join(root, 'results/new'), long, long);
    expect(await getSealed(store, 'results/new')).toBe(2);
    store.prune(now);
    expect(readdirSync(join(root, 'results'))).toEqual(['new']);
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
        const out = unpackParts(packed);
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
});
