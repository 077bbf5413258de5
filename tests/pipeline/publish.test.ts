import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostic } from '../../src/diagnostics/format.js';
import { ZipWriter } from '../../src/formats/zip.js';
import { type PublishRequest, publish } from '../../src/pipeline/publish.js';
import { digestOf, recordName, recordText } from '../../src/pipeline/record.js';
import { type Given, Twin } from '../publish/twin.js';

const CANARY = 'canary-7f3a9c5e1d';
const twin = new Twin();
let root: string;
const at = (...path: string[]): string => join(root, ...path);
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};

const TEI = (
  idno = '',
) => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mini"><teiHeader><fileDesc><titleStmt><title type="complete">A Small Volume</title>
<editor>Jane Doe</editor></titleStmt><publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date>${idno}</publicationStmt>
<sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>`;

/** A folder as a build leaves it. */
function makeEdition(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) put(`out/${path}`, content);
  put(
    `out/${recordName}`,
    recordText(new Map(Object.entries(files).map(([path, content]) => [path, digestOf(content)]))),
  );
}
const edition = {
  'tei/mini.xml': TEI(),
  'tei/d1.xml': TEI(),
  'pdf/mini.pdf': 'pdf',
  'epub/mini.epub': 'epub',
  'html/index.html': 'html',
  'html/a/b.css': 'css',
};
const manifest = (base: string, token = '{ env: A_TOKEN }'): string =>
  `id: mini\ntargets:\n  here:\n    type: inveniordm\n    baseUrl: ${base}\n    token: ${token}\n`;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  await twin.start();
  makeEdition(edition);
  put('volume/volume.yaml', manifest(twin.origin));
});
afterEach(async () => {
  await twin.stop();
  twin.received.length = 0;
  rmSync(root, { recursive: true, force: true });
});

const told: string[] = [];
function run(more: Partial<PublishRequest> = {}, env: Record<string, string> = { A_TOKEN: CANARY }) {
  const request: PublishRequest = {
    edition: at('volume'),
    to: 'here',
    built: at('out'),
    parts: ['tei', 'pdf', 'epub', 'html'],
    action: 'draft',
    extent: 'draft',
    isReplacing: false,
    isResuming: false,
    ...more,
  };
  return publish(request, {
    env: { HOME: at('home'), ...env },
    fetch: (address, init) => fetch(address, init),
    sleep: async () => {},
    now: () => '2026-01-31T12:00:00Z',
    progress: (words) => void told.push(words),
  });
}
const codes = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ code }) => code);

describe('a plan', () => {
  it('is shown without any call, and says what would be sent', async () => {
    const { value, diagnostics } = await run({ action: 'plan', extent: 'published' }, {});
    expect(diagnostics).toEqual([]);
    expect(value?.files.map(({ key }) => key)).toEqual(['mini.xml', 'mini.pdf', 'mini.epub', 'mini-html.zip']);
    expect(value?.steps?.filter(({ isFinal }) => isFinal).map(({ kind }) => kind)).toEqual(['publish']);
    expect(value?.steps?.find(({ subject }) => subject === 'mini.pdf')?.acts.map(({ bytes }) => bytes)).toEqual([
      undefined,
      3,
      undefined,
    ]);
    expect(twin.received).toEqual([]);
    expect(existsSync(at('volume/published'))).toBe(false);
  });
});

describe('what is sent', () => {
  it('is nothing that Chancery did not write, that was changed since, or that is a link', async () => {
    put('out/html/notes.txt', 'mine');
    put('out/html/a/b.css', 'changed');
    writeFileSync(at('secret'), 'secret');
    symlinkSync(at('secret'), at('out/html/link.html'));
    put('out/epub/id_rsa', 'key');
    const found = await run();
    expect(found.diagnostics.map(({ message }) => message.replace(/.*\/out\//, ''))).toEqual([
      'epub/id_rsa is of a kind that does not belong into epub/, so nothing is sent.',
      'html/a/b.css was changed since it was built, so nothing is sent.',
      'html/link.html is a symbolic link, so nothing is sent.',
      'html/notes.txt was not written by Chancery, so nothing is sent.',
    ]);
    expect(twin.received).toEqual([]);
  });

  it('is the same web site to the byte', async () => {
    const digests = async () => (await run({ action: 'plan' })).value?.files.map(({ sha256 }) => sha256);
    const before = await digests();
    rmSync(at('out/html'), { recursive: true });
    makeEdition(edition);
    expect(await digests()).toEqual(before);
  });

  it('can be less', async () => {
    const { value } = await run({ action: 'plan', parts: ['epub'] });
    expect(value?.files.map(({ key }) => key)).toEqual(['mini.epub']);
  });

  it('is of one build: what does not bear the DOI of the TEI is from an earlier one', async () => {
    const written = '10.5072/a&amp;b&lt;1&gt;';
    const book = new ZipWriter('2026-01-01T00:00:00Z');
    book.add('OEBPS/package.opf', Buffer.from(`<dc:identifier>https://doi.org/${written}</dc:identifier>`));
    const tei = TEI(`<idno type="doi">${written}</idno>`);
    const before = { ...edition, 'tei/mini.xml': tei };
    makeEdition(before);
    const stale = (found: Awaited<ReturnType<typeof run>>) =>
      found.diagnostics.map(({ code, place }) => `${code} ${place?.file.replace(/.*\/out\//, '')}`);
    expect(stale(await run({ action: 'plan' }))).toEqual([
      'PU039 pdf/mini.pdf',
      'PU039 epub/mini.epub',
      'PU039 html/index.html',
    ]);
    expect(stale(await run({ action: 'plan', parts: ['tei'] }))).toEqual([]);
    makeEdition({
      ...before,
      'pdf/mini.pdf': `%PDF ${written}`,
      'epub/mini.epub': book.finish(),
      'html/index.html': `<a href="https://doi.org/${written}">`,
    });
    expect(stale(await run({ action: 'plan', parts: ['tei', 'pdf', 'epub', 'html'] }))).toEqual([]);
  });

  it('must have been built', async () => {
    expect(codes(await run({ built: at('nowhere') }))).toEqual(['PU006']);
    expect(codes(await run({ edition: at('nowhere') }))).toEqual(['IN001']);
  });
});

describe('the token', () => {
  /** All that anybody can come to see: what was sent but for the one header, what was told, and what lies on the disk. */
  function visible(found: Awaited<ReturnType<typeof run>>): string {
    const calls = twin.received.map(({ url, headers: { authorization: _, ...headers }, body }) => [url, headers, body]);
    const shown = found.diagnostics.map((d) => formatDiagnostic(d, new Map(), { color: true, width: 100 }));
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const contents = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    return JSON.stringify([calls, found, shown, told, contents]);
  }

  const record = { id: 'abcde-12345', revision_id: 5, parent: { id: 'p' }, versions: { index: 1 }, pids: {} };
  const repeated = (status: number): Given => ({
    status,
    body: JSON.stringify({ status, message: `Bearer ${CANARY}`, errors: [{ field: CANARY, messages: [CANARY] }] }),
  });
  it.each<[string, (url: string, method: string) => Given]>([
    ['403', () => repeated(403)],
    ['400 with field errors', (_, method) => (method === 'GET' ? { body: '{"hits":{"hits":[]}}' } : repeated(400))],
    ['500', () => repeated(500)],
    ['an answer that is none', () => ({ body: `<html>${CANARY}` })],
    ['a redirection', () => ({ status: 302, headers: { location: `http://localhost:1/${CANARY}` } })],
    [
      'errors in a success',
      (_, method) =>
        method === 'GET'
          ? { body: '{"hits":{"hits":[]}}' }
          : {
              status: 201,
              body: JSON.stringify({ ...record, errors: [{ field: 'metadata.title', messages: [CANARY] }] }),
            },
    ],
    [
      'ids that are none',
      (_, method) =>
        method === 'GET'
          ? { body: '{"hits":{"hits":[]}}' }
          : { status: 201, body: JSON.stringify({ ...record, id: `../${CANARY}` }) },
    ],
  ])('goes to the server in its header and nowhere else: %s', async (_, answer) => {
    twin.answer = ({ url, method }) => answer(url, method);
    const found = await run({ action: 'published', extent: 'published' });
    expect(found.value).toBeUndefined();
    expect(found.diagnostics.length).toBeGreaterThan(0);
    expect(twin.received.every(({ headers }) => headers.authorization === `Bearer ${CANARY}`)).toBe(true);
    expect(visible(found)).not.toContain(CANARY);
  });

  it('must be there', async () => {
    expect(codes(await run({}, {}))).toEqual(['PU003']);
    expect(codes(await run({}, { A_TOKEN: 'two words' }))).toEqual(['PU003']);
    expect(twin.received).toEqual([]);
  });

  it('is sent in the clear to no other machine', async () => {
    put('volume/volume.yaml', manifest('http://repository.example'));
    expect(codes(await run())).toEqual(['PU005']);
  });

  it.runIf(process.platform !== 'win32')('lies in a file that only its owner can read', async () => {
    put('volume/volume.yaml', manifest(twin.origin, '{ file: token }'));
    put('volume/token', `${CANARY}\n`);
    expect(codes(await run())).toEqual(['PU004']);
    chmodSync(at('volume/token'), 0o600);
    twin.answer = () => ({ status: 403 });
    expect(codes(await run())).toEqual(['PU010']);
    expect(twin.received[0]?.headers.authorization).toBe(`Bearer ${CANARY}`);
  });

  it('is no file that a manifest names outside its folder and the user’s own', async () => {
    put('elsewhere/token', CANARY);
    put('volume/volume.yaml', manifest(twin.origin, '{ file: ../elsewhere/token }'));
    symlinkSync(at('elsewhere/token'), at('volume/link'));
    expect(codes(await run())).toEqual(['PU003']);
    put('volume/volume.yaml', manifest(twin.origin, '{ file: link }'));
    expect(codes(await run())).toEqual(['PU003']);
    expect(twin.received).toEqual([]);
  });
});

describe('the user’s own list of targets', () => {
  it('is found, comes before the manifest, and may not be written by others', async () => {
    put('home/.config/chancery/targets.yaml', manifest('https://own.example').replace('id: mini\n', ''));
    expect((await run({ action: 'plan' })).value?.host).toBe('own.example');
    put('xdg/chancery/targets.yaml', manifest('https://other.example').replace('id: mini\n', ''));
    expect((await run({ action: 'plan' }, { XDG_CONFIG_HOME: at('xdg') })).value?.host).toBe('other.example');
    if (process.platform === 'win32') return;
    chmodSync(at('home/.config/chancery/targets.yaml'), 0o666);
    expect(codes(await run({ action: 'plan' }))).toEqual(['PU004']);
  });

  it('serves an edition without a manifest; its journal lies in the output folder', async () => {
    put('home/.config/chancery/targets.yaml', manifest(twin.origin).replace('id: mini\n', ''));
    for (const path of [at('out'), at('out/tei/mini.xml')]) {
      const { value, diagnostics } = await run({ edition: path, action: 'plan' });
      expect(diagnostics).toEqual([]);
      expect(value?.journal).toBe(at('out/published/here.jsonl'));
    }
  });

  it('helps where a name is misspelt', async () => {
    expect((await run({ to: 'hare', action: 'plan' })).diagnostics[0]?.hint).toBe('Did you mean here?');
  });
});

describe('a journal', () => {
  it('that is damaged stops all; one that is not there can not be gone on with', async () => {
    put('volume/published/here.jsonl', '{"time":5}\n{"time":"","step":"a","event":"done"}\n');
    expect(codes(await run())).toEqual(['PU009']);
    rmSync(at('volume/published'), { recursive: true });
    expect(codes(await run({ isResuming: true }))).toEqual(['PU038']);
    expect(codes(await run({ action: 'receipt' }))).toEqual(['PU031']);
  });
});
