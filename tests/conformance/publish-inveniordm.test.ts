import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import { Killed, type When } from '../publish/broken-off.js';
import { Depositor, type Files, metadata } from '../publish/deposits.js';
import { type Fault, FaultProxy, faults, isChange, once } from '../publish/fault-proxy.js';
import { isNight } from '../runs.js';
import {
  crashServer,
  hasServer,
  isRunning,
  Observer,
  type RunningServer,
  startServer,
  stopServer,
} from './inveniordm.js';
import { publishCommand } from './publish-command.js';
import { randomDeaths } from './random-deaths.js';
import { build, present, root, temporaryFolder, volumes } from './tools.js';

let server: RunningServer;
let observer: Observer;
let proxy: FaultProxy;
let wasRunning = true;

beforeAll(async () => {
  if (!hasServer) return;
  wasRunning = await isRunning();
  server = startServer();
  observer = new Observer(server);
  proxy = new FaultProxy(server.baseUrl);
  await proxy.start();
}, 1_200_000);

afterAll(async () => {
  if (!hasServer) return;
  await proxy.stop();
  if (!wasRunning) stopServer();
}, 120_000);

const first: Files = { 'a.xml': '<a>1</a>', 'b.pdf': 'bbb' };
const second: Files = { 'a.xml': '<a>1</a>', 'b.pdf': 'bbb, corrected' };
const codes = (found: { readonly diagnostics: readonly { readonly code: string }[] }) =>
  found.diagnostics.map(({ code }) => code);
const texts = (files: ReadonlyMap<string, Buffer>): Record<string, string> =>
  Object.fromEntries([...files].map(([key, bytes]) => [key, bytes.toString()]));

/** A depositor that is gone when its work is done. */
async function depositing<T>(work: (one: Depositor) => Promise<T>, base = server.baseUrl): Promise<T> {
  const one = new Depositor(base, server.token);
  try {
    return await work(one);
  } finally {
    one.remove();
    proxy.ambush = () => undefined;
    proxy.authorization = undefined;
  }
}

describe.skipIf(!hasServer)('the sampler, at a real InvenioRDM, by the command', () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const volume = join(folder.path, 'sampler');
  const out = join(folder.path, 'out');

  /** A volume of its own for each run of the suite: another publisher makes another URN. */
  function makeVolume(): void {
    cpSync(join(root, 'corpus/sampler'), volume, { recursive: true });
    change((text) => text.replace(/^publisher: .*/m, `publisher: Chancery ${Date.now()}`));
    change(
      (text) =>
        `${text}\ntargets:\n  here:\n    type: inveniordm\n    baseUrl: ${server.baseUrl}\n    token: { env: HERE_TOKEN }\n`,
    );
  }
  const manifest = join(volume, 'volume.yaml');
  const change = (how: (text: string) => string) => writeFileSync(manifest, how(readFileSync(manifest, 'utf8')));
  const rebuild = () => expect(build(volume, 'html,epub,pdf', out).status).toBe(0);
  const publish = (...words: readonly string[]) => command([...words, volume, '--built', out, '--to', 'here']);
  const command = (words: readonly string[], onStart?: (child: ChildProcess) => void) =>
    publishCommand(words, { HERE_TOKEN: server.token }, onStart);
  const sent = (): Record<string, Buffer> =>
    Object.fromEntries(
      ['tei/sampler.xml', 'pdf/sampler.pdf', 'epub/sampler.epub'].map((path) => [
        path.split('/')[1] ?? '',
        readFileSync(join(out, path)),
      ]),
    );

  test('a DOI first, then a draft, the record, and a new version with a DOI of its own: all byte for byte', async () => {
    makeVolume();
    rebuild();
    const plan = await publish('--dry-run', '--publish');
    expect(plan.status, plan.output).toBe(0);
    expect(plan.report.steps?.at(-1)?.kind).toBe('verify');
    expect((await publish('--check')).status).toBe(0);

    const reserved = await publish('--reserve');
    expect(reserved.status, reserved.output).toBe(0);
    const { doi = '' } = reserved.report;
    expect(readFileSync(manifest, 'utf8')).toContain(`\nidentifiers:\n  doi: ${doi}\n`);
    // The files do not bear it yet.
    rebuild();
    expect(readFileSync(join(out, 'tei/sampler.xml'), 'utf8')).toContain(doi);

    const draft = await publish();
    expect([draft.status, draft.report.state], draft.output).toEqual([0, 'draft']);
    const published = await publish('--publish');
    expect([published.status, published.report.state, published.report.doi], published.output).toEqual([
      0,
      'published',
      doi,
    ]);
    const again = await publish('--publish');
    expect([again.status, again.report.acted]).toEqual([0, []]);

    const { urn } = published.report;
    const [record, ...more] = await observer.stored(urn);
    expect(more).toEqual([]);
    expect([record?.isPublished, record?.hasDraft, record?.doi, record?.date]).toEqual([true, false, doi, '2026']);
    for (const [key, bytes] of Object.entries(sent())) expect(record?.files.get(key)?.equals(bytes), key).toBe(true);
    expect([...(record?.files.keys() ?? [])].sort()).toEqual([
      'sampler-html.zip',
      'sampler.epub',
      'sampler.pdf',
      'sampler.xml',
    ]);

    // A changed edition with the old DOI in it is refused; it gets a DOI of its own.
    change((text) => text.replace('head: Preface', 'head: Preface to the Second Edition'));
    rebuild();
    const refused = await publish('--publish');
    expect([refused.status, codes(refused.report)], refused.output).toEqual([1, ['PU025']]);
    const next = await publish('--reserve');
    expect(next.report.doi).not.toBe(doi);
    expect(readFileSync(manifest, 'utf8')).toContain(`\nidentifiers:\n  doi: ${next.report.doi}\n`);
    rebuild();
    const renewed = await publish('--publish');
    expect([renewed.status, renewed.report.doi], renewed.output).toEqual([0, next.report.doi]);
    const versions = await observer.stored(urn);
    expect(versions.map((v) => [v.index, v.isPublished, v.doi])).toEqual([
      [1, true, doi],
      [2, true, next.report.doi],
    ]);
    for (const [key, bytes] of Object.entries(sent()))
      expect(versions[1]?.files.get(key)?.equals(bytes), key).toBe(true);

    // What only a program of ours could tell: no token anywhere.
    for (const name of readdirSync(join(volume, 'published')))
      expect(readFileSync(join(volume, 'published', name), 'utf8')).not.toContain(server.token);
    const said = [plan, reserved, draft, published, refused, renewed].map(({ output }) => output).join('');
    expect(said).not.toContain(server.token);

    const status = await publish('status');
    expect(status.report.state).toBe('published');
    // The receipt tells what was sent, not what has been built since.
    const { report: receipt } = await publish('receipt');
    expect(receipt.doi).toBe(next.report.doi);
    expect(receipt.files).toEqual(renewed.report.files);
    change((text) => text.replace('Second Edition', 'Third Edition'));
    rebuild();
    expect((await publish('receipt')).report.files).toEqual(renewed.report.files);
    expect((await publish('--dry-run')).report.files).not.toEqual(renewed.report.files);
    const withdrawn = await publish('withdraw');
    expect([withdrawn.status, codes(withdrawn.report)]).toEqual([2, ['PU032']]);
  }, 600_000);

  test('a draft that is withdrawn is gone, and the next begins anew', async () => {
    rmSync(volume, { recursive: true, force: true });
    makeVolume();
    rebuild();
    expect((await publish('withdraw')).status).toBe(2);
    const made = await publish();
    const gone = await publish('withdraw');
    expect([gone.status, gone.report.state], gone.output).toEqual([0, 'absent']);
    expect(await observer.stored(made.report.urn)).toEqual([]);
    const next = await publish();
    expect([next.status, next.report.record === made.report.record], next.output).toEqual([0, false]);
  }, 300_000);

  test('killed by kill -9 at every step, and run again: one record, with all its files', async () => {
    for (const when of ['before', 'after'] as const)
      for (let step = 1; step <= (isNight || when === 'after' ? 12 : 2); step++) {
        rmSync(volume, { recursive: true, force: true });
        makeVolume();
        change((text) => text.replace(server.baseUrl, proxy.origin));
        expect(build(volume, 'epub', out).status).toBe(0);
        let child: ChildProcess | undefined;
        let count = 0;
        proxy.onCall = (call, then) => {
          if (isChange(call) && then === when && ++count === step) child?.kill('SIGKILL');
        };
        const words = [volume, '--built', out, '--to', 'here', '--only', 'tei,epub', '--publish'];
        const killed = await command(words, (one) => {
          child = one;
        });
        proxy.onCall = () => {};
        if (count < step) break;
        expect(killed.status, `${when} ${step}`).toBe(null);
        const ended = await command(words);
        expect(ended.status, `${when} ${step}: ${ended.output}`).toBe(0);
        const stored = await observer.stored(ended.report.urn);
        expect(
          stored.map((s) => [s.isPublished, s.hasDraft]),
          `${when} ${step}`,
        ).toEqual([[true, false]]);
        expect(stored[0]?.files.get('sampler.xml')?.equals(readFileSync(join(out, 'tei/sampler.xml')))).toBe(true);
        expect(stored[0]?.files.get('sampler.epub')?.equals(readFileSync(join(out, 'epub/sampler.epub')))).toBe(true);
      }
  }, 1_800_000);

  test('two publishers at once make one record', async () => {
    rmSync(volume, { recursive: true, force: true });
    makeVolume();
    rebuild();
    const both = await Promise.all([publish('--publish'), publish('--publish')]);
    const refused = both.filter(({ status }) => status !== 0);
    for (const one of refused) expect([one.status, codes(one.report)], one.output).toEqual([2, ['PU008']]);
    expect(refused.length).toBeLessThan(2);
    const done = both.find(({ status }) => status === 0);
    const stored = await observer.stored(done?.report.urn ?? '');
    expect(stored.map((s) => [s.isPublished, s.hasDraft, s.files.size])).toEqual([[true, false, 4]]);
  }, 300_000);
});

describe.skipIf(!hasServer)('the end of a process', () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  randomDeaths(folder.path, () => server);

  const titled = (one: Depositor, [files, title]: readonly [Files, string]) =>
    one.deposit(files, 'published', { metadata: { ...metadata, title } });

  /** Deposits an edition whose process dies at the n-th call that changes something, and once more. @returns whether it died */
  async function died(one: Depositor, edition: readonly [Files, string], n: number, when: When): Promise<boolean> {
    one.fetch = killing(n, when);
    const isKilled = await titled(one, edition).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Killed) return true;
        throw error;
      },
    );
    one.fetch = fetch;
    const again = await titled(one, edition);
    expect(again.value === undefined ? again.diagnostics : [], `${when} ${n}`).toEqual([]);
    return isKilled;
  }

  /** The record of an edition that is changed again and again, each time killed at the next of the calls that change something. */
  async function killedWithin(changeOf: (n: number) => readonly [Files, string], isVersion: boolean): Promise<void> {
    await depositing(async (one) => {
      const versions: unknown[] = [[true, false, 'At first', first]];
      expect((await titled(one, [first, 'At first'])).diagnostics).toEqual([]);
      for (const when of isNight ? (['before', 'after'] as const) : (['after'] as const))
        for (let n = 1, isKilled = true; isKilled; n += isNight || !isVersion ? 1 : 2) {
          const edition = changeOf(versions.length * 100 + n);
          isKilled = await died(one, edition, n, when);
          if (!isVersion) versions.pop();
          versions.push([true, false, edition[1], edition[0]]);
          const stored = await observer.stored(one.urn);
          const seen = stored.map((s) => [s.isPublished, s.hasDraft, s.title, texts(s.files)]);
          expect(seen, `${when} ${n}`).toEqual(versions);
        }
    });
  }

  /** Sends requests until the n-th (from 1) that changes something. */
  function killing(n: number, when: When): typeof fetch {
    let count = 0;
    return async (address, request) => {
      const isLast = request?.method !== 'GET' && ++count === n;
      if (isLast && when === 'before') throw new Killed();
      const answer = await fetch(address, request);
      if (!isLast) return answer;
      await answer.arrayBuffer();
      throw new Killed();
    };
  }

  test(
    'killed at each call of a new version, and run again: each version once',
    () => killedWithin((n) => [{ ...first, 'b.pdf': `b ${n}` }, `Version ${n}`], true),
    1_800_000,
  );

  test(
    'killed at each call of an edit of the metadata, and run again: the edit is there, and no draft',
    () => killedWithin((n) => [first, `Title ${n}`], false),
    1_800_000,
  );
});

describe.skipIf(!hasServer)('a volume of the series, at a real InvenioRDM', () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const [volume] = present([join(volumes, 'frus1964-68v14.xml')]);

  test.skipIf(volume === undefined)(
    'published, changed, and published as a new version: all byte for byte',
    async () => {
      const own = join(folder.path, 'config/chancery');
      mkdirSync(own, { recursive: true });
      const target = `type: inveniordm\n    baseUrl: ${server.baseUrl}\n    token: { env: HERE_TOKEN }`;
      writeFileSync(join(own, 'targets.yaml'), `targets:\n  here:\n    ${target}\n`);
      const env = { HERE_TOKEN: server.token, XDG_CONFIG_HOME: join(folder.path, 'config') };
      const tei = join(folder.path, 'frus1964-68v14.xml');
      // A publisher of its own for each run of the suite makes a URN of its own.
      const text = readFileSync(volume ?? '', 'utf8');
      const before = text.replace(/<publisher>[^<]*/, `<publisher>Chancery ${Date.now()}`);
      const out = join(folder.path, 'out');
      const sent: Record<string, Buffer>[] = [];
      for (const [n, words] of [before, before.replace(/(?=<\/title>)/, ', Corrected')].entries()) {
        writeFileSync(tei, words);
        const built = build(tei, 'epub', out);
        expect(built.status, built.output).toBe(0);
        const only = ['--only', 'tei,epub', '--publish'];
        const done = await publishCommand([tei, '--built', out, '--to', 'here', ...only], env);
        expect([done.status, done.report.state], done.output).toEqual([0, 'published']);
        sent.push({
          'frus1964-68v14.epub': readFileSync(join(out, 'epub/frus1964-68v14.epub')),
          'frus1964-68v14.xml': readFileSync(join(out, 'tei/frus1964-68v14.xml')),
        });
        const stored = await observer.stored(done.report.urn);
        expect(stored.map((s) => [s.index, s.isPublished, s.hasDraft])).toEqual(
          sent.map((_, i) => [i + 1, true, false]),
        );
        for (const [i, { files }] of stored.entries()) {
          expect([...files.keys()].sort(), `version ${n}`).toEqual(Object.keys(sent[i] ?? {}));
          for (const [key, bytes] of Object.entries(sent[i] ?? {}))
            expect(files.get(key)?.equals(bytes), key).toBe(true);
        }
      }
    },
    600_000,
  );
});

describe.skipIf(!hasServer)('faults on the way', () => {
  /** Publishes an edition and then a changed one, with one fault; both must come to their end by themselves. */
  async function withFault(step: number, fault: Fault, isMeant = isChange): Promise<number> {
    return depositing(async (one) => {
      proxy.seen.length = 0;
      proxy.ambush = once(step, fault, isMeant);
      const title = `${fault} at ${step}`;
      for (const files of [first, second]) {
        const done = await one.deposit(files, 'published');
        expect(done.value === undefined ? done.diagnostics : [], title).toEqual([]);
      }
      const stored = await observer.stored(one.urn);
      const seen = stored.map((s) => [s.isPublished, s.hasDraft, s.date, texts(s.files)]);
      expect(seen, title).toEqual([
        [true, false, metadata.publication_date, first],
        [true, false, metadata.publication_date, second],
      ]);
      return proxy.changes.length;
    }, proxy.origin);
  }

  /** What makes a draft, and what publishes: the calls that would leave a second record behind; and what is refused when it comes twice. */
  const gravest: Readonly<Record<number, readonly Fault[]>> = {
    1: ['repeat', 'cut after'],
    9: ['cut after'],
    13: ['repeat'],
    18: ['answer 500'],
  };

  test('at every call that changes something, whatever happens, there is each version once with its bytes', async () => {
    const calls = await withFault(1000, 'delay');
    for (let step = 1; step <= calls; step++) {
      // By day each call has one of the faults, in turn, and those that have most to lose have more; by night all.
      const struck = isNight ? faults : [faults[(step * 4) % faults.length] ?? 'delay', ...(gravest[step] ?? [])];
      for (const fault of struck) await withFault(step, fault);
    }
  }, 36_000_000);

  test('at calls that only look, they are made again', async () => {
    for (const [step, fault] of [
      [3, 'cut before'],
      [9, 'answer 502'],
      [15, 'cut within'],
      [22, 'answer 429'],
    ] as const)
      await withFault(step, fault, (call) => !isChange(call));
  }, 600_000);

  test('a server that is away for a while is waited for', async () => {
    await depositing(async (one) => {
      let isAway = false;
      proxy.ambush = (call) => {
        if (!isAway && call.method === 'PUT') {
          isAway = true;
          setTimeout(() => {
            proxy.ambush = () => undefined;
          }, 2500);
        }
        return isAway ? 'cut before' : undefined;
      };
      expect((await one.deposit(first, 'published')).value?.facts['published']).toBe('yes');
      expect((await observer.stored(one.urn)).map((s) => texts(s.files))).toEqual([first]);
    }, proxy.origin);
  }, 120_000);

  test('a token that expires half-way ends the run with its words; a new one goes on', async () => {
    await depositing(async (one) => {
      proxy.ambush = (call) => {
        if (call.path.endsWith('/commit')) proxy.authorization = 'Bearer expired';
        return undefined;
      };
      expect(codes(await one.deposit(first, 'published'))).toEqual(['PU010']);
      proxy.authorization = undefined;
      proxy.ambush = () => undefined;
      expect((await one.deposit(first, 'published')).value?.facts['published']).toBe('yes');
      expect((await observer.stored(one.urn)).map((s) => [s.isPublished, texts(s.files)])).toEqual([[true, first]]);
    }, proxy.origin);
  }, 120_000);

  test('a journal that is lost at any point makes no second record', async () => {
    await depositing(async (one) => {
      for (const extent of ['doi', 'draft', 'published', 'published'] as const) {
        expect((await one.deposit(first, extent)).value).toBeDefined();
        one.forget();
      }
      await one.deposit(second, 'draft');
      one.forget();
      await one.deposit(second, 'published');
      const stored = await observer.stored(one.urn);
      expect(stored.map((s) => [s.isPublished, s.hasDraft, texts(s.files)])).toEqual([
        [true, false, first],
        [true, false, second],
      ]);
    });
  }, 180_000);

  test('a server that is stopped and started again half-way has all in the end', async () => {
    // A server that others use as well is left alone.
    if (wasRunning) return void console.warn('SKIPPED: the server was running before, and is not restarted.');
    await depositing(async (one) => {
      expect((await one.deposit(first, 'draft')).value).toBeDefined();
      stopServer();
      expect(codes(await one.deposit(second, 'published'))).toEqual(['PU014']);
      startServer();
      expect((await one.deposit(second, 'published')).value?.facts['published']).toBe('yes');
      expect((await observer.stored(one.urn)).map((s) => texts(s.files))).toEqual([second]);
    });
  }, 600_000);

  test('a server that crashes in the midst of a call, and is started again, has all in the end', async () => {
    // The server does not always come up again after a crash on a busy machine.
    if (!isNight) return void console.warn('SKIPPED: the server is made to crash in a night run only.');
    if (wasRunning) return void console.warn('SKIPPED: the server was running before, and is not made to crash.');
    const large = (word: string): Files => ({ 'a.xml': '<a>1</a>', 'large.bin': Buffer.alloc(40_000_000, word) });
    await depositing(async (one) => {
      const calls = [/large\.bin\/content$/, /actions\/publish$/, /versions$/, /large\.bin\/commit$/];
      for (const [n, call] of (isNight ? calls : calls.slice(0, 2)).entries()) {
        let back: Promise<void> | undefined;
        proxy.onCall = ({ path }, when) => {
          if (back !== undefined || when === 'after' || !call.test(path)) return;
          // Some bytes of the request have come by then, and not all.
          back = new Promise((resolve) => setTimeout(resolve, 15)).then(crashServer);
        };
        const files = large(`${n}`);
        let ended = await one.deposit(files, 'published');
        // The pauses of this test are short: the time of a start outlasts some runs.
        for (let runs = 1; ended.value === undefined && runs < 20; runs++) {
          expect(['PU013', 'PU014']).toEqual(expect.arrayContaining([...codes(ended)]));
          await back;
          ended = await one.deposit(files, 'published');
        }
        expect(back, `call ${n}`).toBeDefined();
        await back;
        expect(ended.value?.facts['published'] ?? ended.diagnostics, `call ${n}`).toBe('yes');
        const stored = await observer.stored(one.urn);
        expect(stored.map((s) => [s.isPublished, s.hasDraft])).toEqual(
          Array.from({ length: n + 1 }, () => [true, false]),
        );
        expect(
          stored
            .at(-1)
            ?.files.get('large.bin')
            ?.equals(Buffer.from(files['large.bin'] ?? '')),
        ).toBe(true);
      }
    }, proxy.origin);
  }, 600_000);
});

describe.skipIf(!hasServer)('what the server is known for', () => {
  test('a file that changes while it is sent is not published; built again, it is', async () => {
    await depositing(async (one) => {
      const file = fileInMemory('a.xml', 'the TEI', Buffer.from('<a>1</a>'));
      const changed = { ...file, read: async () => Buffer.from('<a>2</a>') };
      expect(codes(await one.deposit({}, 'published', { files: [changed] }))).toEqual(['PU030']);
      await one.deposit(first, 'published');
      expect((await observer.stored(one.urn)).map((s) => texts(s.files))).toEqual([first]);
    });
  }, 120_000);

  test('metadata alone change the record, not its version; its own date stays on a new version', async () => {
    await depositing(async (one) => {
      await one.deposit(first, 'published');
      const other = { metadata: { ...metadata, title: 'The Gorin Case, Corrected' } };
      expect((await one.deposit(first, 'published', other)).value?.acted).toContain('metadata');
      expect((await one.deposit(first, 'published', other)).value?.acted).toEqual([]);
      const stored = await observer.stored(one.urn);
      expect(stored.map((s) => [s.index, s.title, s.hasDraft])).toEqual([[1, 'The Gorin Case, Corrected', false]]);
    });
  }, 120_000);

  test('faults of the metadata are told, with the field, and nothing is published', async () => {
    await depositing(async (one) => {
      const orcid = { scheme: 'orcid', identifier: '0000-0002-1825-0098' };
      const creator = { person_or_org: { type: 'personal', family_name: 'Doe', identifiers: [orcid] } };
      const wrong = { metadata: { ...metadata, creators: [creator] } };
      const placeOf = (field: string) => ({ file: field });
      const refused = await one.deposit(first, 'published', { ...wrong, placeOf });
      expect(codes(refused)).toEqual(['PU020']);
      expect(refused.diagnostics[0]?.place?.file).toMatch(/^metadata\.creators/);
      expect(
        codes(await one.deposit(first, 'published', { metadata: { ...metadata, rights: [{ id: 'no-such' }] } })),
      ).toEqual(['PU027']);
      const unknown = { metadata: { ...metadata, languages: [{ id: 'eng' }, { id: 'sqi' }] } };
      const done = await one.deposit(first, 'published', unknown);
      expect([codes(done), done.value?.facts['published']]).toEqual([['PU028'], 'yes']);
      const { publication_date: _, ...dateless } = metadata;
      expect(codes(await one.deposit(second, 'published', { metadata: dateless }))).toEqual(['PU036']);
    });
  }, 120_000);

  test('files are kept back until a day, or for those who are let in, and come out when that is changed', async () => {
    await depositing(async (one) => {
      const anonymous = async (path: string) => (await fetch(`${server.baseUrl}/api/records/${path}`)).status;
      const embargo = { until: '2099-01-31', reason: 'The publisher asks for it.' };
      const closed = { access: { record: 'public', embargo } } as const;
      const past = { access: { ...closed.access, embargo: { until: '1999-01-31' } } };
      const placeOf = (field: string) => ({ file: field });
      const refused = await one.deposit(first, 'published', { ...past, placeOf });
      expect(codes(refused), JSON.stringify(refused)).toEqual(['PU020']);
      expect(refused.diagnostics[0]?.place?.file).toMatch(/^access\.embargo/);
      const { value, diagnostics } = await one.deposit(first, 'published', closed);
      const id = value?.facts['record'] ?? JSON.stringify(diagnostics);
      expect([await anonymous(id), await anonymous(`${id}/files`)]).toEqual([200, 403]);
      expect((await one.deposit(first, 'published', closed)).value?.acted).toEqual([]);
      one.forget();
      expect((await one.deposit(first, 'published', closed)).value?.acted).toEqual([]);
      // A new version is as closed as the one before it.
      const next = (await one.deposit(second, 'published', closed)).value?.facts['record'] ?? '';
      expect([await anonymous(next), await anonymous(`${next}/files`)]).toEqual([200, 403]);
      const hidden = { access: { record: 'restricted' } } as const;
      expect((await one.deposit(second, 'published', hidden)).value?.acted).toContain('metadata');
      expect(await anonymous(next)).toBe(403);
      expect((await one.deposit(second, 'published')).value?.acted).toContain('metadata');
      expect([await anonymous(next), await anonymous(`${next}/files`)]).toEqual([200, 200]);
      expect((await observer.stored(one.urn)).map((s) => texts(s.files))).toEqual([first, second]);
    });
  }, 240_000);

  test('an own DOI is the record’s; one that is mistaken is told, and can be put right', async () => {
    await depositing(async (one) => {
      const own = `10.1234/${one.urn.slice(-12)}`;
      const managed = await one.deposit(first, 'published', { doi: '10.5072/mine' });
      expect(codes(managed)).toEqual(['PU020']);
      const done = await one.deposit(first, 'published', { doi: own });
      expect(done.value?.facts['doi'] ?? done.diagnostics).toBe(own);
      expect((await observer.stored(one.urn)).map((s) => [s.isPublished, s.doi])).toEqual([[true, own]]);
      expect(codes(await one.deposit(first, 'published', { doi: '10.1234/another' }))).toEqual(['PU026']);
    });
  }, 120_000);

  test('what somebody does in the browser is not written over', async () => {
    await depositing(async (one) => {
      const { value } = await one.deposit(first, 'draft');
      const id = value?.facts['record'] ?? '';
      // Somebody corrects the title.
      const draft = await observer.json('GET', `/api/records/${id}/draft`);
      const body = {
        access: draft.access,
        files: { enabled: true },
        pids: draft.pids,
        metadata: { ...metadata, title: 'By hand' },
      };
      await observer.json('PUT', `/api/records/${id}/draft`, body);
      expect(codes(await one.deposit(first, 'draft'))).toEqual(['PU021']);
      expect((await one.deposit(first, 'draft', { isReplacing: true })).value?.acted).toEqual(['metadata']);
      // Somebody adds a file.
      await observer.json('POST', `/api/records/${id}/draft/files`, [{ key: 'note.txt' }]);
      expect(codes(await one.deposit(first, 'published'))).toEqual(['PU023']);
      await observer.call('DELETE', `/api/records/${id}/draft/files/note.txt`);
      expect((await one.deposit(first, 'published')).value?.facts['published']).toBe('yes');
      // Somebody has begun a change of the record.
      await observer.json('POST', `/api/records/${id}/draft`);
      const other = { metadata: { ...metadata, title: 'Another title' } };
      expect(codes(await one.deposit(first, 'published', other))).toEqual(['PU019']);
    });
  }, 120_000);

  test('files beyond what the server takes in one piece go in parts, and are read back', async () => {
    await depositing(async (one) => {
      const large = Buffer.alloc(12_000_000, 'chancery ');
      proxy.ambush = once(1, 'answer 413', ({ path }) => path.endsWith('/large.bin/content'));
      const done = await one.deposit({ 'large.bin': large, 'a.xml': '<a/>' }, 'published');
      expect(done.value === undefined ? done.diagnostics : []).toEqual([]);
      expect(proxy.seen.some(({ path }) => path.endsWith('/large.bin/content/2'))).toBe(true);
      expect((await observer.stored(one.urn))[0]?.files.get('large.bin')?.equals(large)).toBe(true);
    }, proxy.origin);
  }, 120_000);

  test('a community’s curators publish what is handed to them', async () => {
    const slug = `c${Date.now()}`;
    const community = {
      slug,
      access: { visibility: 'public', member_policy: 'open', record_policy: 'open' },
      metadata: { title: 'Documents', type: { id: 'organization' } },
    };
    await observer.json('POST', '/api/communities', community, server.otherToken);
    await depositing(async (one) => {
      expect(codes(await one.deposit(first, 'published', { community: 'no-such-community' }))).toEqual(['PU018']);
      const handed = await one.deposit(first, 'published', { community: slug });
      expect(handed.value?.facts['status'] ?? handed.diagnostics).toBe('in_review');
      const again = await one.deposit(first, 'published', { community: slug });
      expect(again.value?.acted ?? again.diagnostics).toEqual([]);
      const id = handed.value?.facts['record'];
      const { id: request } = await observer.json('GET', `/api/records/${id}/draft/review`);
      await observer.json('POST', `/api/requests/${request}/actions/accept`, {}, server.otherToken);
      const then = await one.deposit(first, 'published', { community: slug });
      expect([then.value?.facts['published'], then.value?.acted], JSON.stringify(then)).toEqual(['yes', []]);
      const next = await one.deposit(second, 'published', { community: slug });
      expect(next.value?.facts['published'] ?? next.diagnostics).toBe('yes');
      expect((await observer.stored(one.urn)).map((s) => [s.isPublished, texts(s.files)])).toEqual([
        [true, first],
        [true, second],
      ]);
    });
  }, 120_000);
});
