import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBag } from '../../src/archive/bagit/check-bag.js';
import { openPackage } from '../../src/formats/package-entries.js';
import { publishingEvents } from '../../src/pipeline/preservation-events.js';
import { type PublishRequest, type PublishSurroundings, publish } from '../../src/pipeline/publish.js';
import { digestOf, recordName, recordText } from '../../src/pipeline/record.js';
import { cutAt, Killed, killedAt } from '../publish/broken-off.js';
import { SwordTwin } from '../publish/sword-twin.js';

let twin: SwordTwin;
let root: string;
const at = (...path: string[]): string => join(root, ...path);
const put = (path: string, content: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};

const tei = (title: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mini"><teiHeader><fileDesc><titleStmt><title type="complete">${title}</title>
<editor>Jane Doe</editor></titleStmt><publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date></publicationStmt>
<sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>`;

function built(title: string): void {
  const files: Readonly<Record<string, string>> = { 'tei/mini.xml': tei(title), 'epub/mini.epub': 'epub' };
  for (const [path, content] of Object.entries(files)) put(`out/${path}`, content);
  const digests = Object.entries(files).map(([path, content]): [string, string] => [path, digestOf(content)]);
  put(`out/${recordName}`, recordText(new Map(digests)));
}

const settings = (more = ''): string =>
  `id: mini\ntargets:\n  here:\n    type: sword\n    baseUrl: ${twin.origin}/sd\n    collection: Documentary Editions\n    user: press\n    password: { env: A_PASSWORD }\n${more}`;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  twin = new SwordTwin();
  await twin.start();
  built('A Small Volume');
  put('volume/volume.yaml', settings());
});
afterEach(async () => {
  await twin.stop();
  rmSync(root, { recursive: true, force: true });
});

const sleepless = { sleep: (time: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(time, 2))) };
const run = (more: Partial<PublishRequest> = {}, around: Partial<PublishSurroundings> = {}) =>
  publish(
    {
      edition: at('volume'),
      to: 'here',
      built: at('out'),
      parts: ['tei', 'epub'],
      action: 'published',
      extent: 'published',
      isReplacing: false,
      isResuming: false,
      ...more,
    },
    {
      env: { A_PASSWORD: twin.password },
      fetch: (address, request) => fetch(address, request),
      now: () => '2026-01-01T00:00:00Z',
      progress: () => {},
      ...sleepless,
      ...around,
    },
  );
const codes = (found: Awaited<ReturnType<typeof run>>): string[] => found.diagnostics.map(({ code }) => code);
const journal = (): string => at('volume', 'published', 'here.jsonl');

/** The files of a ZIP file, with their contents. */
function unzipped(zip: Buffer | undefined): Record<string, string> {
  const files: Record<string, string> = {};
  for (let from = 0; zip?.readUInt32LE(from) === 0x04034b50; ) {
    const [name, size] = [zip.readUInt16LE(from + 26), zip.readUInt32LE(from + 18)];
    const data = from + 30 + name + zip.readUInt16LE(from + 28);
    const content = zip.subarray(data, data + size);
    const isStored = zip.readUInt16LE(from + 8) === 0;
    files[zip.toString('utf8', from + 30, from + 30 + name)] = String(isStored ? content : inflateRawSync(content));
    from = data + size;
  }
  return files;
}

/** What the server has: of each deposit whether it is ended, its title and its files. */
const stored = () =>
  [...twin.containers.values()].map(({ entry, content, isInProgress }) => [
    isInProgress ? 'in progress' : 'ended',
    /<title>([^<]*)/.exec(entry)?.[1],
    unzipped(content),
  ]);
const whole = (title = 'A Small Volume') => [['ended', title, { 'mini.xml': tei(title), 'mini.epub': 'epub' }]];

describe('publishing by SWORD', () => {
  it('shows the plan, checks, makes a deposit, ends it, says that it is there, and tells of it', async () => {
    const plan = await run({ action: 'plan', extent: 'published' });
    expect(plan.value?.steps?.map(({ kind }) => kind)).toEqual(
      'service create metadata package complete verify'.split(' '),
    );
    expect(twin.served).toEqual([]);
    expect((await run({ action: 'check' })).diagnostics).toEqual([]);
    expect(twin.served.map(({ method }) => method)).toEqual(['GET']);
    expect(existsSync(journal())).toBe(false);
    const draft = await run({ action: 'draft', extent: 'draft' });
    expect([draft.value?.state, draft.diagnostics], JSON.stringify(draft)).toEqual(['draft', []]);
    expect(stored()[0]?.[0]).toBe('in progress');
    const done = await run();
    expect([done.value?.state, done.value?.acted], JSON.stringify(done.diagnostics)).toEqual([
      'in review',
      ['complete'],
    ]);
    expect(stored()).toEqual(whole());
    expect((await run()).value?.acted).toEqual([]);
    expect((await run({ action: 'draft', extent: 'draft' })).value?.acted).toEqual([]);
    expect((await run({ action: 'status' })).value).toMatchObject({
      state: 'in review',
      record: '/edit/1 (http://twin.example/inReview)',
    });
    const receipt = await run({ action: 'receipt' });
    expect(receipt.value?.files).toMatchObject([{ key: 'mini.zip', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(codes(await run({ action: 'withdraw' }))).toEqual(['PU032']);
    expect(readFileSync(journal(), 'utf8')).not.toContain(twin.password);
  });

  it('puts a changed edition in the place of the one before, where the server lets it', async () => {
    await run();
    built('A Changed Volume');
    expect((await run()).value?.acted).toEqual(['metadata', 'package mini.zip']);
    expect(stored()).toEqual(whole('A Changed Volume'));
    twin.isChangeable = false;
    built('Another Volume');
    const refused = await run();
    expect(codes(refused)).toEqual(['PU011']);
    expect(refused.diagnostics[0]?.message).toContain('MethodNotAllowed: This deposit is ended.');
    expect(stored()).toEqual(whole('A Changed Volume'));
  });

  it('leaves what is ended as it is where no end is asked for, says so, and says what cannot be undone', async () => {
    await run();
    built('A Changed Volume');
    const before = twin.served.length;
    const plan = await run({ action: 'plan', extent: 'draft' });
    expect([codes(plan), plan.value?.isOther, plan.value?.steps?.map(({ kind }) => kind)]).toEqual([
      ['PU085'],
      true,
      ['service'],
    ]);
    const draft = await run({ action: 'draft', extent: 'draft' });
    expect([codes(draft), draft.value?.acted, draft.value?.isOther]).toEqual([['PU085'], [], true]);
    expect(twin.served.slice(before).every(({ method }) => method === 'GET')).toBe(true);
    expect(stored()).toEqual(whole());
    const final = await run({ action: 'plan', extent: 'published' });
    expect(final.value?.steps?.flatMap(({ kind, isFinal }) => (isFinal === true ? [kind] : []))).toEqual([
      'metadata',
      'package',
    ]);
    const done = await run();
    expect([codes(done), done.value?.isOther]).toEqual([[], undefined]);
    expect(stored()).toEqual(whole('A Changed Volume'));
  });

  it.each(['before', 'after'] as const)(
    'takes a deposit for no draft that may have been ended: killed %s the call that ends it',
    async (when) => {
      const isEnded = when === 'after';
      const dying: PublishSurroundings['fetch'] = async (address, request) => {
        if (request.method !== 'POST' || !address.includes('/edit/')) return fetch(address, request);
        if (isEnded) await (await fetch(address, request)).text();
        throw new Killed();
      };
      await expect(run({}, { fetch: dying })).rejects.toThrow(Killed);
      built('A Changed Volume');
      const draft = await run({ action: 'draft', extent: 'draft' });
      expect(codes(draft)).toEqual(isEnded ? ['PU085'] : []);
      expect(stored().map(([state, title]) => [state, title])).toEqual([
        isEnded ? ['ended', 'A Small Volume'] : ['in progress', 'A Changed Volume'],
      ]);
      if (isEnded) expect(codes(await run({ action: 'withdraw' }))).toEqual(['PU032']);
      expect((await run()).value?.state).toBe('in review');
      expect(stored()).toEqual(whole('A Changed Volume'));
    },
  );

  it('is told of in the archive each time that something was handed over', async () => {
    const told = () => publishingEvents(at('volume/published')).map(({ detail }) => detail);
    await run({ action: 'draft', extent: 'draft' });
    expect(told()).toEqual([]);
    await run();
    expect(told()).toEqual(['Handed over to the target “here”']);
    built('A Changed Volume');
    await run({ action: 'draft', extent: 'draft' });
    expect(told()).toHaveLength(1);
    await run();
    await run();
    expect(told()).toEqual(['Handed over to the target “here”', 'Handed over to the target “here”']);
  });

  it('sends a bag where that is asked for, which is one', async () => {
    put('volume/volume.yaml', settings('    packaging: BagIt\n'));
    expect(codes(await run())).toEqual([]);
    const [one] = twin.containers.values();
    expect(one?.packaging).toBe('http://purl.org/net/sword/package/BagIt');
    writeFileSync(at('bag.zip'), one?.content ?? '');
    const open = await openPackage(at('bag.zip'));
    expect(open && (await checkBag('bag.zip', open)).diagnostics).toEqual([]);
    open?.close();
  });

  it('takes back what is not ended', async () => {
    await run({ action: 'draft', extent: 'draft' });
    expect((await run({ action: 'withdraw' })).value?.state).toBe('absent');
    expect(twin.containers.size).toBe(0);
    expect((await run()).value?.state).toBe('in review');
    expect(stored()).toEqual(whole());
  });

  it.each(['before', 'after'] as const)(
    'is killed %s any call, and goes on: one deposit with its bytes',
    async (when) => {
      let n = 0;
      for (let isKilled = true; isKilled; ) {
        n++;
        twin.containers.clear();
        rmSync(at('volume/published'), { recursive: true, force: true });
        built(`Volume ${n}`);
        const { fetch: last } = killedAt(n, when);
        isKilled = await run({}, { fetch: last }).then(
          () => false,
          (error: unknown) => {
            if (error instanceof Killed) return true;
            throw error;
          },
        );
        const done = await run({ isResuming: existsSync(journal()) });
        expect(done.value?.state, `${when} ${n}: ${JSON.stringify(done.diagnostics)}`).toBe('in review');
        expect(stored(), `${when} ${n}`).toEqual(whole(`Volume ${n}`));
      }
      expect(n).toBeGreaterThan(8);
    },
  );

  it.each(['before', 'after'] as const)(
    'comes to its end by itself where the line breaks %s any call',
    async (when) => {
      for (let n = 1; n <= 10; n++) {
        twin.containers.clear();
        rmSync(at('volume/published'), { recursive: true, force: true });
        const done = await run({}, { fetch: cutAt(n, when).fetch });
        expect(done.value?.state, `${when} ${n}: ${JSON.stringify(done.diagnostics)}`).toBe('in review');
        expect(stored(), `${when} ${n}`).toEqual(whole());
      }
    },
  );

  it('sends nothing on trust where the answer to the first call was lost and the server lists nothing', async () => {
    twin.isListing = false;
    const done = await run({}, { fetch: cutAt(2, 'after').fetch });
    expect(codes(done)).toEqual(['PU082']);
    expect(codes(await run())).toEqual(['PU082']);
    expect(twin.containers.size).toBe(1);
  });

  it('sends nothing on trust where the list does not say which edition a deposit is of', async () => {
    twin.isEchoing = false;
    expect(codes(await run({}, { fetch: cutAt(2, 'after').fetch }))).toEqual(['PU082']);
    expect(codes(await run())).toEqual(['PU082']);
    expect(twin.containers.size).toBe(1);
    // From here on it can be told.
    twin.isEchoing = true;
    expect((await run()).value?.state).toBe('in review');
    expect(stored()).toEqual(whole());
  });

  it('sends nothing on trust where the list does not come to its end', async () => {
    twin.instead = (method, path) =>
      method === 'GET' && path.startsWith('/collection')
        ? { text: '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/collection/more"/></feed>' }
        : undefined;
    expect(codes(await run({}, { fetch: cutAt(2, 'after').fetch }))).toEqual(['PU082']);
    expect(twin.containers.size).toBe(1);
  });

  it.each([
    ['another edition', 'urn:uuid:3d813cbb-47fb-52ba-91df-831e1593ac29', undefined],
    ['nobody knows what', 'A map', 'PU082'],
  ])('begins once more beside a deposit of %s, where that can be told apart', async (_, identifier, code) => {
    const entry = `<dcterms:identifier>${identifier}</dcterms:identifier>`;
    twin.containers.set(99, { id: 99, entry, content: undefined, kept: [], packaging: '', isInProgress: true });
    expect(codes(await run({}, { fetch: cutAt(2, 'before').fetch }))).toEqual(code === undefined ? [] : [code]);
    expect(twin.containers.size).toBe(code === undefined ? 2 : 1);
  });

  it('ends nothing where there are two deposits of the edition', async () => {
    const twice: PublishSurroundings['fetch'] = async (address, request) => {
      if (request.method === 'POST' && address.includes('/collection/')) await (await fetch(address, request)).text();
      return fetch(address, request);
    };
    expect(codes(await run({}, { fetch: twice }))).toEqual(['PU083']);
    expect(stored().every(([state]) => state === 'in progress')).toBe(true);
    twin.containers.delete(1);
    expect((await run()).value?.state).toBe('in review');
    expect(stored()).toEqual(whole());
  });

  it('reads back what the server shows, sends again what was damaged, and says where it shows nothing', async () => {
    let isDamaged = false;
    const damaging: PublishSurroundings['fetch'] = async (address, request) => {
      const answer = await fetch(address, request);
      const [one] = twin.containers.values();
      if (request.method === 'PUT' && address.includes('/media/') && !isDamaged && one !== undefined) {
        isDamaged = true;
        one.content = Buffer.from('something else');
      }
      return answer;
    };
    expect((await run({}, { fetch: damaging })).value?.state).toBe('in review');
    expect([isDamaged, stored()]).toEqual([true, whole()]);
    twin.isShowing = false;
    built('Another Volume');
    const blind = await run();
    expect([codes(blind), blind.value?.state]).toEqual([['PU084'], 'in review']);
  });

  const sendings = () => twin.served.filter(({ method, path }) => method === 'PUT' && path.includes('/media/')).length;

  it('knows its package among those that were there before, in whichever order they are named', async () => {
    twin.isKeeping = true;
    for (const title of ['A Small Volume', 'A Changed Volume', 'Another Volume', 'A Small Volume']) {
      built(title);
      const before = sendings();
      expect(codes(await run())).toEqual([]);
      expect([sendings() - before, stored()]).toEqual([1, whole(title)]);
    }
  });

  it('ends with a finding where its package is never shown, though it was sent twice', async () => {
    const changing: PublishSurroundings['fetch'] = async (address, request) => {
      const answer = await fetch(address, request);
      for (const one of twin.containers.values()) if (one.content) one.content = Buffer.from('something else');
      return answer;
    };
    const found = await run({}, { fetch: changing });
    expect([codes(found), sendings()]).toEqual([['PU086'], 2]);
    expect(found.diagnostics[0]?.message).toContain('mini.zip');
    // What is known of it is not that it is there.
    expect((await run()).value?.acted).toEqual(['package mini.zip']);
    expect(stored()).toEqual(whole());
  });

  it.each([
    ['a collection that there is not', 'Documentary Editions', 'Maps', 'PU079'],
    ['a word that is none for a package', 'SimpleZip', 'Tape', 'VO004'],
  ])('is not begun with %s', async (_, old, now, code) => {
    put('volume/volume.yaml', settings('    packaging: SimpleZip\n').replace(old, now));
    expect(codes(await run())).toEqual([code]);
    expect(twin.containers.size).toBe(0);
  });

  it.each(['doi', 'draft'] as const)('has no use for --%s of other repositories', async (action) => {
    const found = await run(
      action === 'doi' ? { action, extent: 'doi' } : { action, extent: 'draft', isReplacing: true },
    );
    expect(codes(found)).toEqual(['PU050']);
  });

  it('is not begun with a package that is too large, nor by somebody whom the server does not know', async () => {
    twin.largest = 0.5;
    expect(codes(await run())).toEqual(['PU081']);
    twin.largest = 100_000;
    expect(codes(await run({}, { env: { A_PASSWORD: 'wrong' } }))).toEqual(['PU010']);
    expect(twin.containers.size).toBe(0);
  });
});

describe('a hostile SWORD server', () => {
  const deep = `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`;
  const bomb =
    '<!DOCTYPE service [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><service>&b;</service>';

  it.each([
    ['', 'PU017'],
    ['<', 'PU017'],
    ['{"service": {}}', 'PU017'],
    ['<feed/>', 'PU017'],
    ['<service/>', 'PU079'],
    [deep, 'PU017'],
    [bomb, 'PU017'],
    ['<service><collection href="x"><title>__proto__</title></collection></service>', 'PU079'],
    [`<service><collection><title>Documentary Editions</title></collection></service>`, undefined],
    [
      `<service><collection href="http://127.0.0.2:1/"><title>Documentary Editions</title></collection></service>`,
      'PU012',
    ],
    [`<service><collection href="http://[">${'<title>Documentary Editions</title>'}</collection></service>`, 'PU012'],
    [`<service>${'<collection href="a"><title>b</title></collection>'.repeat(50_000)}</service>`, 'PU079'],
  ])('may answer anything for a service document (%#)', async (text, code) => {
    twin.instead = (_, path) => (path === '/sd' ? { text } : undefined);
    const found = await run();
    if (code !== undefined) expect(codes(found)).toEqual([code]);
    expect(found.diagnostics.every(({ message }) => message.length < 2000)).toBe(true);
    expect(JSON.stringify(found)).not.toContain(twin.password);
  });

  it.each(['edit', 'edit-media', 'http://purl.org/net/sword/terms/statement', 'http://purl.org/net/sword/terms/add'])(
    'gets no password at another origin that its receipt names as %s',
    async (rel) => {
      const thief = new SwordTwin();
      await thief.start();
      try {
        const link = `<link rel="${rel}" href="${thief.origin}/edit/1"/>`;
        twin.instead = (method, path) =>
          method === 'POST' && path.startsWith('/collection')
            ? {
                status: 201,
                text: `<entry xmlns="http://www.w3.org/2005/Atom"><link rel="edit" href="/edit/1"/>${link}</entry>`.replace(
                  rel === 'edit' ? '<link rel="edit" href="/edit/1"/>' : '\0',
                  '',
                ),
              }
            : undefined;
        expect(codes(await run())).toEqual(['PU012']);
        expect(thief.served).toEqual([]);
      } finally {
        await thief.stop();
      }
    },
  );

  it.each([301, 302, 303, 307, 308])('sends nobody on with a password (%d)', async (status) => {
    const thief = new SwordTwin();
    await thief.start();
    try {
      twin.instead = (_, path) =>
        path === '/sd' ? { status, text: '', headers: { location: `${thief.origin}/sd` } } : undefined;
      expect(codes(await run())).toEqual(['PU012']);
      expect(thief.served).toEqual([]);
    } finally {
      await thief.stop();
    }
  });
});
