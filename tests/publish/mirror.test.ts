import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Client } from '../../src/publish/client.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import type { MirroredObject, MirroredRoot } from '../../src/publish/mirror/mirrored-root.js';
import { headFact, planOf, wholeFact } from '../../src/publish/mirror/plan.js';
import { S3Place } from '../../src/publish/mirror/s3.js';
import { escapedKey } from '../../src/publish/mirror/s3-signature.js';
import { Mirror } from '../../src/publish/mirror/target.js';
import { runs } from '../runs.js';
import { Archives } from './archives.js';
import { Course, whole } from './broken-off.js';

const file = (key: string) => fileInMemory(key, key, Buffer.from(key));

/** An object with so many versions, each with so many files. */
function object(folder: string, versions: number, files: number): MirroredObject {
  const own = ['0=ocfl_object_1.1', 'inventory.json', 'inventory.json.sha512'];
  const later = Array.from({ length: versions }, (_, v) => [
    `v${v + 1}/inventory.json`,
    `v${v + 1}/inventory.json.sha512`,
    ...Array.from({ length: files }, (_, i) => `v${v + 1}/content/${i}/inventory.json`),
  ]).flat();
  return {
    id: `urn:${folder}`,
    folder,
    head: `v${versions}`,
    files: [...own, ...later].map((name) => file(`${folder}/${name}`)),
  };
}

const place = new S3Place(new Client(new URL('http://localhost/'), undefined, whole), 'bucket', 'a');
const root = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })).map(
  ([versions, files]): MirroredRoot => ({
    files: [file('0=ocfl_1.1'), file('ocfl_layout.json')],
    objects: [object('abc/o', versions, files), object('def/p', 1, files)],
  }),
);
/** When a file of an object is sent: each kind after the one before. */
const kinds = [/\/content\//, /\//, /^inventory\.json$/, /^inventory/, /^0=/];
const rank = (name: string) => kinds.findIndex((kind) => kind.test(name));
const sent = (given: MirroredRoot, facts: Readonly<Record<string, string>> = {}) =>
  planOf(given, place, facts).flatMap(({ kind, subject }) =>
    kind === 'file' || kind === 'replace' ? [subject ?? ''] : [],
  );

describe('the plan of a mirror', () => {
  test('where nothing is known, every file is sent once, in an order in which nothing is named before it is there', () => {
    fc.assert(
      fc.property(root, (given) => {
        const order = sent(given);
        const all = [...given.files, ...given.objects.flatMap(({ files }) => files)].map(({ key }) => key);
        expect([...order].sort()).toEqual([...all].sort());
        for (const { folder } of given.objects) {
          const own = order.filter((key) => key.startsWith(`${folder}/`)).map((key) => key.slice(folder.length + 1));
          expect(own.map(rank)).toEqual([...own.map(rank)].sort());
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('of an object that is there in an earlier version only what came later is sent, and its inventory', () => {
    fc.assert(
      fc.property(root, fc.nat(), (given, n) => {
        const [one, other] = given.objects as [MirroredObject, MirroredObject];
        const head = 1 + (n % Number(one.head.slice(1)));
        const facts = {
          root: 'yes',
          [headFact(one)]: `v${head}`,
          [wholeFact(one)]: 'yes',
          [headFact(other)]: other.head,
          [wholeFact(other)]: 'yes',
        };
        const order = sent(given, facts);
        if (`v${head}` === one.head) {
          expect(order).toEqual([]);
          return;
        }
        const versions = new Set(order.flatMap((key) => /^abc\/o\/(v\d+)\//.exec(key)?.[1] ?? []));
        expect([...versions].map((name) => Number(name.slice(1))).filter((version) => version <= head)).toEqual([]);
        expect(order.slice(-2)).toEqual(['abc/o/inventory.json', 'abc/o/inventory.json.sha512']);
        expect(order.some((key) => key.endsWith('0=ocfl_object_1.1'))).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a key in an address', () => {
  const key = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed());

  test('has only letters, digits, -._~ and slashes as they are, and says the key', () => {
    fc.assert(
      fc.property(key, (text) => {
        const escaped = escapedKey(text);
        expect(escaped).toMatch(/^(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(escaped)).toBe(text);
        for (const sign of escaped.matchAll(/%([0-9A-F]{2})/g))
          expect(String.fromCharCode(Number.parseInt(sign[1] ?? '', 16))).not.toMatch(/[A-Za-z0-9\-._~/]/);
      }),
      { numRuns: runs(300) },
    );
  });

  test('stands in the address of the request as it was written', () => {
    fc.assert(
      fc.property(key, (text) => {
        const path = `/bucket/x${escapedKey(text).replaceAll('/.', '/x.')}`;
        expect(new URL(`http://localhost${path}`).pathname).toBe(path);
      }),
      { numRuns: runs(300) },
    );
  });

  test('of the declaration of a storage root', () => {
    expect(escapedKey("0=ocfl_1.1/a+(b)'*!")).toBe('0%3Docfl_1.1/a%2B%28b%29%27%2A%21');
  });
});

/** A store that knows little, in memory: no conditions, no digests. */
function poorStore() {
  const files = new Map<string, Uint8Array>();
  const fetching = async (address: string, { method, headers, body }: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(address);
    const given = new Headers(headers);
    if (given.has('if-none-match') || given.has('if-match')) return new Response(null, { status: 501 });
    if (searchParams.has('list-type')) {
      const prefix = searchParams.get('prefix') ?? '';
      const keys = [...files].filter(([path]) => path.startsWith(`/bucket/${prefix}`));
      const contents = keys.map(
        ([path, { length }]) => `<Contents><Key>${path.slice(8)}</Key><Size>${length}</Size></Contents>`,
      );
      return new Response(`<ListBucketResult>${contents.join('')}</ListBucketResult>`);
    }
    if (method === 'PUT') files.set(decodeURIComponent(pathname), Buffer.from(body as Uint8Array));
    const found = pathname === '/bucket' ? Buffer.from('') : files.get(decodeURIComponent(pathname));
    return new Response(method === 'GET' ? Buffer.from(found ?? '') : null, {
      status: found === undefined ? 404 : 200,
    });
  };
  return { files, fetching };
}

test('a store that knows no conditions is looked at first, and what cannot be checked there is read back', async () => {
  const [archives, course, store] = [new Archives(), new Course(), poorStore()];
  archives.build('<TEI/>', { 'a (1)+=,!’é &.html': 'page', 'b.html': 'page' });
  const damaged = { count: 0 };
  const client = new Client(new URL('http://localhost'), undefined, {
    ...whole,
    fetch: async (address, request) => {
      // The first content that is sent arrives as something else, and nobody says so.
      const isStruck = request.method === 'PUT' && address.includes('/content/') && damaged.count++ === 0;
      return store.fetching(address, isStruck ? { ...request, body: Buffer.from('x') } : request);
    },
  });
  const target = () => new Mirror('here', client, archives.read(), new S3Place(client, 'bucket', undefined));
  // What arrived wrong is told, and not written over: nobody can know whose it is.
  const told = await course.run(target());
  expect(told.diagnostics.map(({ code }) => code)).toEqual(['PU051']);
  for (const [path, bytes] of store.files) if (Buffer.from(bytes).toString() === 'x') store.files.delete(path);
  expect((await course.run(target())).diagnostics).toEqual([]);
  expect(
    Object.fromEntries([...store.files].map(([path, bytes]) => [path.slice(8), Buffer.from(bytes).toString('latin1')])),
  ).toEqual(archives.files);
  archives.remove();
  course.remove();
});
