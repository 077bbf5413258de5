import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipWriter } from '../../src/formats/zip.js';
import { Client } from '../../src/publish/client.js';
import { ownHeader } from '../../src/publish/credentials.js';
import { Secret } from '../../src/publish/secret.js';
import { DataverseDepositor, Killed, type Strike } from './dataverse-deposits.js';
import { type Dataset, DataverseTwin, users, type Version } from './dataverse-twin.js';
import type { Files } from './deposits.js';

const zip = (words: string): Uint8Array => {
  const writer = new ZipWriter('1980-01-01T00:00:00Z');
  writer.add('index.html', Buffer.from(words));
  writer.add('a/b.css', Buffer.from('p {}'));
  return writer.finish();
};
const first: Files = { 'gorin.xml': '<TEI/>', 'gorin.pdf': '%PDF-1.7 one', 'gorin-html.zip': zip('one') };
const second: Files = { 'gorin.xml': '<TEI/>', 'gorin.epub': 'an epub', 'gorin-html.zip': zip('two') };
const md5 = (content: string | Uint8Array): string => createHash('md5').update(content).digest('hex');
const digests = (files: Files): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([key, content]) => [key, md5(content)]));

let twin: DataverseTwin;
let edition: DataverseDepositor;
beforeEach(async () => {
  twin = new DataverseTwin();
  await twin.start();
  edition = new DataverseDepositor(twin);
});
afterEach(async () => {
  await twin.stop();
  edition.remove();
});

function dataset(): Dataset {
  const [only, ...more] = [...twin.installation.datasets.values()];
  expect(more).toEqual([]);
  if (only === undefined) throw new Error('There is no dataset.');
  return only;
}
const newest = (): Version => dataset().versions[0] as Version;
const held = ({ files }: Version): Record<string, string> =>
  Object.fromEntries(files.map(({ label, file }) => [label, md5(file.bytes)]));
const numbers = (): readonly string[] =>
  dataset().versions.map(({ number, state }) => (state === 'DRAFT' ? 'draft' : `${number?.major}.${number?.minor}`));
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe('an edition at a Dataverse', () => {
  it('becomes a draft with its files, ZIP files whole', async () => {
    const done = await edition.deposit(first, 'draft');
    expect(done.diagnostics).toEqual([]);
    expect(held(newest())).toEqual(digests(first));
    expect(numbers()).toEqual(['draft']);
    expect(newest().terms).toMatchObject({ name: 'CC BY 4.0' });
    expect(edition.target(first).summary(edition.facts)).toMatchObject({
      state: 'draft',
      doi: expect.stringMatching(/^10\./),
    });
  });

  it('is published once the lock is gone, and is there when it is published again', async () => {
    const done = await edition.deposit(first, 'published');
    expect(done.diagnostics).toEqual([]);
    expect(numbers()).toEqual(['1.0']);
    expect(dataset().locks).toEqual([]);
    expect(edition.target(first).summary(edition.facts)).toMatchObject({
      state: 'published',
      record: expect.stringMatching(/, version 1\.0$/),
    });
    const before = edition.acts.length;
    const again = await edition.deposit(first, 'published');
    expect(again.value?.acted).toEqual([]);
    expect(edition.acts).toHaveLength(before);
    edition.forget();
    expect((await edition.deposit(first, 'published')).value?.acted).toEqual([]);
    expect(edition.acts).toHaveLength(before);
  });

  it('becomes a new version when its files change: what vanished goes, what stays is not sent again', async () => {
    await edition.deposit(first, 'published');
    const sent = edition.acts.length;
    const done = await edition.deposit(second, 'published');
    expect(done.diagnostics).toEqual([]);
    expect(numbers()).toEqual(['2.0', '1.0']);
    expect(held(newest())).toEqual(digests(second));
    expect(held(dataset().versions[1] as Version)).toEqual(digests(first));
    expect(edition.acts.slice(sent).filter((act) => act.endsWith('/add'))).toHaveLength(2);
  });

  it('has its files restricted, and opened again by a version of its own', async () => {
    const access = { files: 'restricted' } as const;
    expect((await edition.deposit(first, 'published', { access })).diagnostics).toEqual([]);
    expect(newest().files.map(({ restricted }) => restricted)).toEqual([true, true, true]);
    expect((await edition.deposit(first, 'published', { access })).value?.acted).toEqual([]);
    const opened = await edition.deposit(first, 'published', { access: { files: 'public' } });
    expect(opened.diagnostics).toEqual([]);
    expect(newest().files.map(({ restricted }) => restricted)).toEqual([false, false, false]);
    expect(dataset().versions[1]?.files.map(({ restricted }) => restricted)).toEqual([true, true, true]);
    expect(held(newest())).toEqual(digests(first));
  });

  it('has its files under embargo; each of its calls may be lost, or the program be killed', async () => {
    const access = { embargo: { until: '2031-05-01', reason: 'A contract' } };
    for (const strike of ['lost before', 'lost after', 'twice', 'killed before', 'killed after'] as const) {
      edition.forget();
      twin.installation.datasets.clear();
      edition.strike = (act) => (/embargo|restrict/.test(act) ? strike : undefined);
      await edition.deposit(first, 'published', { access }).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      edition.strike = () => undefined;
      expect((await edition.deposit(first, 'published', { access })).diagnostics, strike).toEqual([]);
      const said = newest().files.map(({ file }) => file.embargo?.dateAvailable);
      expect([numbers(), said], strike).toEqual([['1.0'], Object.keys(first).map(() => '2031-05-01')]);
    }
  });

  it('is not published where the installation has no embargoes', async () => {
    twin.installation.hasEmbargoes = false;
    try {
      const refused = await edition.deposit(first, 'published', { access: { embargo: { until: '2031-05-01' } } });
      expect([codes(refused), numbers()]).toEqual([['PU011'], ['draft']]);
      expect(refused.diagnostics[0]?.message).toContain('No Embargoes allowed');
    } finally {
      twin.installation.hasEmbargoes = true;
    }
  });

  it('becomes a minor version when its metadata alone change', async () => {
    await edition.deposit(first, 'published');
    const metadata = edition.metadata({ title: 'The Gorin Case' });
    expect((await edition.deposit(first, 'published', { metadata })).diagnostics).toEqual([]);
    expect(numbers()).toEqual(['1.1', '1.0']);
    expect((await edition.deposit(first, 'published', { metadata })).value?.acted).toEqual([]);
  });

  it('becomes a major version when a file was changed and changed back in the draft, which is another file there', async () => {
    await edition.deposit(first, 'published');
    await edition.deposit({ ...first, 'gorin.pdf': 'another' }, 'draft');
    expect((await edition.deposit(first, 'published')).diagnostics).toEqual([]);
    expect(numbers()).toEqual(['2.0', '1.0']);
    expect(held(newest())).toEqual(digests(first));
  });

  it('gets its DOI before its files, which may bear no other', async () => {
    const doi = edition.target(first).summary((await edition.deposit(first, 'doi')).value?.facts ?? {}).doi ?? '';
    expect(newest().files).toEqual([]);
    expect(codes(await edition.deposit(first, 'draft', { doi: '10.1234/other' }))).toEqual(['PU026']);
    expect((await edition.deposit(first, 'published', { doi })).diagnostics).toEqual([]);
    expect((await edition.deposit(second, 'published', { doi })).diagnostics).toEqual([]);
  });

  it('is not begun with a DOI from elsewhere, in no collection, and with no token', async () => {
    expect(codes(await edition.deposit(first, 'draft', { doi: '10.1234/other' }))).toEqual(['PU073']);
    expect(codes(await edition.deposit(first, 'draft', { collection: 'nowhere' }))).toEqual(['PU072']);
    edition.token = 'ffffffff-0000-4000-8000-000000000000';
    expect(codes(await edition.deposit(first, 'draft'))).toEqual(['PU010']);
    expect(twin.counts().ever.datasets).toBe(0);
  });

  it('stays a draft where the token may not publish', async () => {
    edition.token = users.contributor.token;
    expect(codes(await edition.deposit(first, 'published'))).toEqual(['PU010']);
    expect(numbers()).toEqual(['draft']);
  });

  it('stays a draft where the collection itself is not published, and says so', async () => {
    const { diagnostics } = await edition.deposit(first, 'published', { collection: 'unpublished' });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('host dataverse (unpublished)'),
    ]);
    expect(numbers()).toEqual(['draft']);
  });

  it('keeps what somebody has changed in the draft, until that may give way', async () => {
    await edition.deposit(first, 'draft');
    const fields = newest().fields as unknown as { typeName: string; value: unknown }[];
    newest().fields = fields.map((field) =>
      field.typeName === 'title' ? { ...field, value: 'By hand' } : field,
    ) as never;
    expect(codes(await edition.deposit(first, 'draft'))).toEqual(['PU021']);
    expect((await edition.deposit(first, 'draft', { isReplacing: true })).diagnostics).toEqual([]);
    expect(JSON.stringify(newest().fields)).not.toContain('By hand');
  });

  it('does not delete a file of others, and does not publish it', async () => {
    await edition.deposit(first, 'draft');
    const [entry] = newest().files;
    newest().files.push({ ...(entry as NonNullable<typeof entry>), label: 'notes.txt' });
    expect(codes(await edition.deposit(first, 'published'))).toEqual(['PU023']);
    expect(numbers()).toEqual(['draft']);
  });

  it('is taken back: the draft of a new version alone, or the dataset that was never published', async () => {
    await edition.deposit(first, 'published');
    await edition.deposit(second, 'draft');
    expect((await edition.withdraw(second)).diagnostics).toEqual([]);
    expect(numbers()).toEqual(['1.0']);
    expect((await edition.deposit(first, 'published')).value?.acted).toEqual([]);
  });

  it('is taken back whole where it was never published', async () => {
    await edition.deposit(first, 'draft');
    expect((await edition.withdraw(first)).diagnostics).toEqual([]);
    expect(twin.counts().datasets).toBe(0);
    expect(edition.target(first).summary(edition.facts).state).toBe('absent');
  });

  it('says with a warning that its licence is not offered, and writes it in words', async () => {
    const metadata = edition.metadata({ licence: { target: 'https://example.org/terms', text: 'Ours' } });
    expect(codes(await edition.deposit(first, 'published', { metadata }))).toEqual(['PU074']);
    expect(newest().terms).toBe('Ours https://example.org/terms');
    expect((await edition.deposit(first, 'published', { metadata })).value?.acted).toEqual([]);
  });

  it('is not guessed at where two datasets bear its URN', async () => {
    await edition.deposit(first, 'draft');
    edition.forget();
    const { collection, versions } = dataset();
    twin.installation.create(collection, (versions[0] as Version).fields, 'words');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(codes(await edition.deposit(first, 'draft'))).toEqual(['PU016']);
  });
});

describe('a deposit at a Dataverse that is broken off', () => {
  const runs = async (strikes: Strike): Promise<void> => {
    // As often as there are calls: each is struck in a run of its own.
    for (let struck = 1; ; struck++) {
      const server = new DataverseTwin({ publishing: 30, indexLag: 300 });
      await server.start();
      const one = new DataverseDepositor(server);
      try {
        let isStruck = false;
        one.strike = (_, count) => {
          if (count !== struck || isStruck) return undefined;
          isStruck = true;
          return strikes;
        };
        const metadata = one.metadata({ title: 'The Gorin Case' });
        for (const [files, more] of [[first], [second], [second, { metadata }]] as const) {
          const done = await one.deposit(files, 'published', more).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
            return one.deposit(files, 'published', more);
          });
          expect(done.diagnostics, `struck at ${one.acts[struck - 1]}`).toEqual([]);
        }
        const versions = [...server.installation.datasets.values()].map(({ versions: all }) => all.map(held));
        expect(versions, `struck at ${one.acts[struck - 1]}`).toEqual([
          [digests(second), digests(second), digests(first)],
        ]);
        expect(server.counts().ever).toMatchObject({ datasets: 1, releases: 3, files: 5 });
        if (!isStruck) {
          expect(struck).toBeGreaterThan(10);
          return;
        }
      } finally {
        await server.stop();
        one.remove();
      }
    }
  };
  for (const strike of ['lost before', 'lost after', 'killed before', 'killed after'] as const)
    it(`goes on from any call (${strike}) to one dataset with three versions`, () => runs(strike), 120_000);

  it('takes away the second of two files that one call has left', async () => {
    edition.strike = (act) => (act.endsWith('/add') ? 'twice' : undefined);
    expect((await edition.deposit(first, 'published')).diagnostics).toEqual([]);
    expect(twin.counts().ever.files).toBeGreaterThan(3);
    expect(held(newest())).toEqual(digests(first));
    expect(numbers()).toEqual(['1.0']);
  });

  it('says so where one call has left two datasets, and publishes neither', async () => {
    edition.strike = (act) => (act.endsWith('/datasets') ? 'twice' : undefined);
    await edition.deposit(first, 'draft');
    edition.forget();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(codes(await edition.deposit(first, 'published'))).toEqual(['PU016']);
    expect(twin.counts().releases).toBe(0);
  });

  it('finds a dataset whose answer was lost before the index knows of it', async () => {
    await twin.stop();
    twin = new DataverseTwin({ indexLag: 3_600_000 });
    await twin.start();
    edition.remove();
    edition = new DataverseDepositor(twin);
    edition.strike = (_, count) => (count === 1 ? 'killed after' : undefined);
    await expect(edition.deposit(first, 'draft')).rejects.toThrow(Killed);
    expect((await edition.deposit(first, 'draft')).diagnostics).toEqual([]);
    expect(twin.counts().ever.datasets).toBe(1);
  });

  it('waits while somebody else’s work has the dataset locked', async () => {
    await edition.deposit(first, 'draft');
    const { locks } = dataset();
    const now = Date.now();
    locks.push({ reason: 'Ingest', user: 'x', since: now, until: now + 300, info: '', finish: () => {} });
    expect((await edition.deposit(first, 'published')).diagnostics).toEqual([]);
    expect(Date.now() - now).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['FileValidationFailed', 'PU076'],
    ['InReview', 'PU071'],
    ['finalizePublication', 'PU070'],
  ])('ends with what stands against it where it stays locked: %s', async (reason, code) => {
    await edition.deposit(first, 'draft');
    const lock = { reason, user: 'x', since: 0, until: Number.POSITIVE_INFINITY, info: '', finish: () => {} };
    dataset().locks.push(lock as Dataset['locks'][number]);
    expect(codes(await edition.deposit(first, 'published'))).toEqual([code]);
    expect(numbers()).toEqual(['draft']);
  });
});

describe('the token of a Dataverse', () => {
  it('goes in its own header to its origin, and stands nowhere else', async () => {
    const done = await edition.deposit(first, 'published');
    const { token } = users.curator;
    expect(new Set(edition.sent.map(({ origin, token: sent }) => `${origin} ${sent}`))).toEqual(
      new Set([`${twin.origin} ${token}`]),
    );
    expect(edition.sent.filter(({ url }) => url.includes(token))).toEqual([]);
    expect(edition.written).not.toContain(token);
    expect(JSON.stringify([done, edition.target(first)])).not.toContain(token);
  });

  it('does not follow a redirection to another origin', async () => {
    const received: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      received.push(String(request.headers['x-dataverse-key']));
      response.end('the bytes');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const there = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const home = createServer((_, response) => response.writeHead(302, { location: there }).end());
    await new Promise<void>((resolve) => home.listen(0, '127.0.0.1', resolve));
    const base = new URL(`http://127.0.0.1:${(home.address() as AddressInfo).port}`);
    const client = new Client(base, ownHeader('X-Dataverse-key', new Secret('canary-7f3a9c5e1d')), {
      fetch: (address, request) => fetch(address, request),
      sleep: async () => {},
    });
    await expect(client.call({ method: 'GET', path: '/api/users/:me' })).rejects.toThrow();
    expect(received).toEqual([]);
    // Files may lie elsewhere; they are fetched without it.
    expect(await client.download('/api/access/datafile/1', 9)).toMatchObject({ bytes: 9 });
    expect(received).toEqual(['undefined']);
    elsewhere.close();
    home.close();
  });
});
