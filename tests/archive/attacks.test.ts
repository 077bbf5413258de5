import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkBag } from '../../src/archive/bagit/check-bag.js';
import { readProfile } from '../../src/archive/bagit/profile.js';
import { bagFiles } from '../../src/archive/bagit/write-bag.js';
import { validateObject } from '../../src/archive/check-object.js';
import { MOST_OF_A_KIND } from '../../src/archive/findings.js';
import { crc32 } from '../../src/formats/crc32.js';
import { type OpenPackage, openPackage } from '../../src/formats/package-entries.js';
import { tarOf } from '../../src/formats/tar.js';
import { zipStored } from '../../src/formats/zip-stored.js';
import { chunksOf } from '../../src/model/file-set.js';
import { runs } from '../runs.js';
import { DepositedObject, type Json } from './damages.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-attacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = '2026-01-31T12:00:00Z';
const bag = bagFiles({ payload: new Map([['a.txt', 'alpha']]), info: [['Contact-Name', 'x']] });
const inFolder = new Map([...bag].map(([path, content]) => [`bag/${path}`, content]));
const whole = (pieces: Iterable<Uint8Array>): Buffer =>
  Buffer.concat([...pieces].map((piece) => Uint8Array.from(piece)));
const zip = whole(zipStored(inFolder, DAY));
const tar = whole(tarOf(inFolder, DAY));
let count = 0;

/** What a package comes to: the codes of what is found, or `damaged`, or `none` for what is no package. Anything else is thrown. */
async function verdict(bytes: Uint8Array): Promise<readonly string[]> {
  const path = join(folder, `p${count++}`);
  writeFileSync(path, bytes);
  let open: OpenPackage | undefined;
  try {
    open = await openPackage(path);
    if (open === undefined) return ['none'];
    const { diagnostics } = await checkBag('bag', open);
    expect(diagnostics.every(({ message }) => message.length < 2000)).toBe(true);
    return diagnostics.map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return ['damaged'];
  } finally {
    open?.close();
    rmSync(path);
  }
}

/** The bytes with a text in the place of one as long, the n-th time that it stands there (from 0). */
function replaced(bytes: Buffer, old: string, now: string, n = 0): Buffer {
  let at = bytes.indexOf(old);
  for (let i = 0; i < n; i++) at = bytes.indexOf(old, at + 1);
  const changed = Buffer.from(bytes);
  changed.write(now, at, 'latin1');
  return changed;
}

describe('a hostile package', () => {
  it('is sound where nothing was done to it', async () => {
    expect([await verdict(zip), await verdict(tar)]).toEqual([[], []]);
  });

  it('has the name before a file’s content that it has in the directory of the ZIP file', async () => {
    // The manifests come first in the file and name the same path: the header is the last but the directory.
    const header = zip.toString('latin1').split('bag/data/a.txt').length - 3;
    expect(await verdict(replaced(zip, 'bag/data/a.txt', '../../../x.txt', header))).toEqual(['damaged']);
  });

  it('has no other name in the extra field for names', async () => {
    const name = Buffer.from('bag/data/a.txt');
    const at = zip.lastIndexOf(name);
    const other = Buffer.from('../../../b.txt');
    const extra = Buffer.concat([Buffer.from([0x75, 0x70, other.length + 5, 0, 1, 0, 0, 0, 0]), other]);
    extra.writeUInt32LE(crc32(name), 5);
    const changed = Buffer.concat([zip.subarray(0, at + name.length), extra, zip.subarray(at + name.length)]);
    changed.writeUInt16LE(extra.length, at - 16);
    const end = changed.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    changed.writeUInt32LE(changed.readUInt32LE(end + 12) + extra.length, end + 12);
    expect(await verdict(changed)).toEqual(['damaged']);
  });

  it('is not unpacked where it would be hundreds of times its size', async () => {
    const at = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const changed = Buffer.from(zip);
    // Deflated, so that its two sizes may differ.
    changed.writeUInt16LE(8, at + 10);
    changed.writeUInt32LE(0x7fffffff, at + 24);
    const path = join(folder, 'bomb.zip');
    writeFileSync(path, changed);
    await expect(openPackage(path)).rejects.toThrow('would unpack to more than 200 times its size');
  });

  it.skipIf(process.platform === 'win32')('is no pipe, which nobody writes into', async () => {
    const path = join(folder, 'pipe.zip');
    execFileSync('mkfifo', [path]);
    expect(await openPackage(path)).toBe(undefined);
  });

  it.skipIf(process.platform !== 'linux')('may have names that are no UTF-8', async () => {
    const at = join(folder, 'raw');
    mkdirSync(at);
    for (const [path, content] of bag) {
      mkdirSync(join(at, 'data'), { recursive: true });
      writeFileSync(join(at, path), whole(chunksOf(content)));
    }
    writeFileSync(Buffer.concat([Buffer.from(`${at}/data/`), Buffer.from([0xff, 0xfe])]), 'x');
    const open = await openPackage(at);
    expect(open && (await checkBag('raw', open)).diagnostics.map(({ code }) => code)).toEqual(['BG009']);
  });

  it.each([
    ['zip', zip],
    ['tar', tar],
  ] as const)('with any bytes changed is judged and never breaks the program: %s', async (_, sound) => {
    const change = fc.tuple(
      fc.nat(sound.length - 1),
      fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 12 }),
        fc
          .constantFrom('../../x', '\0', '\xff\xff\xff\xff', '\x80\x7f\xff', 'CON', '__proto__')
          .map((s) => Buffer.from(s, 'latin1')),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(sound.length), async (changes, cut) => {
        const bytes = Buffer.from(sound);
        for (const [at, piece] of changes) Buffer.from(piece).copy(bytes, at);
        await verdict(bytes);
        await verdict(bytes.subarray(0, cut));
      }),
      { numRuns: runs(150) },
    );
  });

  it('with a million lines is told of in as many findings as can be read', async () => {
    const line = (n: number): string => `${'0'.repeat(64)}  data/${n}\n`;
    const lines = Array.from({ length: MOST_OF_A_KIND + 5000 }, (_, n) => line(n)).join('');
    const files = new Map([...bag, ['manifest-sha256.txt', lines]]);
    const found = await verdict(whole(zipStored(new Map([...files].map(([path, c]) => [`bag/${path}`, c])), DAY)));
    expect(found.filter((code) => code === 'BG005')).toHaveLength(MOST_OF_A_KIND);
  });
});

/** Anything that JSON can hold, and what has broken programs. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    -1,
    1e308,
    '',
    '__proto__',
    'constructor',
    'v1',
    '../../../../etc/passwd',
    '/abs',
    'C:\\x',
    'CON',
    'a\0b',
    '\ud800',
    'e\u0301',
    'x'.repeat(100_000),
    'DEEP 20000',
    [[]],
    [null],
    { ['__proto__' as string]: { a: 1 } },
    { length: -1 },
  ),
);

/** A place in a tree of JSON, as the way to it. */
function placesIn(json: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [way];
  return [way, ...Object.entries(json).flatMap(([key, value]) => placesIn(value, [...way, key]))];
}

describe('a hostile inventory', () => {
  const states = [
    new Map([['a', 'alpha']]),
    new Map([
      ['a', 'alpha'],
      ['b', 'beta'],
    ]),
  ];

  it('with anything in any place is judged, and breaks nothing', () => {
    const sound = JSON.parse(new DepositedObject(states, []).text('inventory.json')) as Json;
    const ways = placesIn(sound).slice(1);
    fc.assert(
      fc.property(fc.constantFrom(...ways), anything, fc.boolean(), (way, value, isKey) => {
        const object = new DepositedObject(states, []);
        object.root((inventory) => {
          let at = inventory;
          for (const key of way.slice(0, -1)) at = at[key] as Json;
          const last = way.at(-1) ?? '';
          if (isKey && !Array.isArray(at))
            Object.defineProperty(at, String(value).slice(0, 1000), {
              value: at[last],
              enumerable: true,
              configurable: true,
            });
          else at[last] = value;
        });
        const { diagnostics } = validateObject(object.store, object.folder);
        expect(diagnostics.every(({ message }) => message.length < 2000)).toBe(true);
        expect(({} as Json)['a']).toBe(undefined);
      }),
      { numRuns: runs(400) },
    );
  });

  it('of 100,000 versions is judged without as many findings', () => {
    const object = new DepositedObject(states, []);
    object.root((inventory) => {
      const versions = inventory['versions'] as Json;
      for (let n = 3; n <= 100_000; n++) versions[`v${n}`] = versions['v2'];
      inventory['head'] = 'v100000';
    });
    const { diagnostics } = validateObject(object.store, object.folder);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThan(4 * MOST_OF_A_KIND);
  }, 120_000);

  it.each([
    ['in capitals, there and in the states', (hash: string) => hash.toUpperCase(), true, []],
    ['in capitals there alone', (hash: string) => hash.toUpperCase(), false, ['E050', 'E107']],
    ['cut short', (hash: string) => hash.slice(0, 60), true, ['E092']],
    ['too long', (hash: string) => `${hash}00`, true, ['E092']],
    ['of something else than digits', (hash: string) => `${hash.slice(0, -1)}g`, true, ['E092']],
  ] as const)('with digests %s', (_, change, everywhere, codes) => {
    const object = new DepositedObject([new Map([['a', 'alpha']])], []);
    object.root((inventory) => {
      const changed = (map: unknown): Json =>
        Object.fromEntries(Object.entries(map as Json).map(([hash, paths]) => [change(hash), paths]));
      inventory['manifest'] = changed(inventory['manifest']);
      const v1 = (inventory['versions'] as Json)['v1'] as Json;
      if (everywhere) v1['state'] = changed(v1['state']);
    });
    const found = validateObject(object.store, object.folder).diagnostics.map(({ code }) => code);
    expect([...new Set(found)].sort()).toEqual(codes);
  });
});

describe('a hostile BagIt profile', () => {
  const identifier = { 'BagIt-Profile-Identifier': 'https://example.org/p' };
  const keys = [
    'BagIt-Profile-Info',
    'Bag-Info',
    'Manifests-Required',
    'Manifests-Allowed',
    'Tag-Manifests-Required',
    'Tag-Files-Required',
    'Tag-Files-Allowed',
    'Payload-Files-Required',
    'Payload-Files-Allowed',
    'Accept-BagIt-Version',
    'Accept-Serialization',
    'Serialization',
    'Allow-Fetch.txt',
    'Data-Empty',
  ];

  it('with anything for anything is refused, or judges', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys), anything), async (more) => {
        let profile: ReturnType<typeof readProfile>;
        try {
          profile = readProfile(JSON.stringify({ 'BagIt-Profile-Info': identifier, ...more }));
        } catch (error) {
          if (error instanceof SyntaxError) return;
          throw error;
        }
        const entries = [...bag].map(([path, content]) => ({
          path,
          kind: 'file' as const,
          size: 0,
          chunks: () => chunksOf(content),
        }));
        await checkBag('bag', { form: 'folder', entries, close: () => undefined }, profile);
      }),
      { numRuns: runs(200) },
    );
  });
});
