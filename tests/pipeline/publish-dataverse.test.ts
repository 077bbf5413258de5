import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PublishRequest, publish } from '../../src/pipeline/publish.js';
import { digestOf, recordName, recordText } from '../../src/pipeline/record.js';
import { DataverseTwin, users } from '../publish/dataverse-twin.js';

const twin = new DataverseTwin();
let root: string;
const at = (...path: string[]): string => join(root, ...path);
const put = (path: string, content: string): void => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};

const TEI = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mini"><teiHeader><fileDesc><titleStmt><title type="complete">A Small Volume</title>
<editor>Jane Doe</editor></titleStmt><publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date></publicationStmt>
<sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>`;
const built: Readonly<Record<string, string>> = {
  'tei/mini.xml': TEI,
  'epub/mini.epub': 'epub',
  'html/index.html': 'html',
};
const manifest = (more: string): string =>
  `id: mini\ntargets:\n  here:\n    type: dataverse\n    baseUrl: ${twin.origin}\n    token: { env: A_TOKEN }\n${more}`;
const GOOD = '    collection: editions\n    contact: editors@example.org\n';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  await twin.start();
  for (const [path, content] of Object.entries(built)) put(`out/${path}`, content);
  const digests = Object.entries(built).map(([path, content]): [string, string] => [path, digestOf(content)]);
  put(`out/${recordName}`, recordText(new Map(digests)));
  put('volume/volume.yaml', manifest(GOOD));
});
afterEach(async () => {
  await twin.stop();
  twin.served.length = 0;
  twin.installation.datasets.clear();
  rmSync(root, { recursive: true, force: true });
});

const run = (more: Partial<PublishRequest> = {}) =>
  publish(
    {
      edition: at('volume'),
      to: 'here',
      built: at('out'),
      parts: ['tei', 'pdf', 'epub', 'html'],
      action: 'draft',
      extent: 'draft',
      isReplacing: false,
      isResuming: false,
      ...more,
    },
    {
      env: { A_TOKEN: users.curator.token },
      fetch: (address, request) => fetch(address, request),
      sleep: (time) => new Promise((resolve) => setTimeout(resolve, Math.min(time, 10))),
      now: () => '2026-01-01T00:00:00Z',
      progress: () => {},
    },
  );
const journal = (): string => at('volume', 'published', 'here.jsonl');

describe('publishing an edition in a Dataverse', () => {
  it('shows the plan without a call, checks without a change, makes a draft, publishes it, and tells what there is', async () => {
    const planned = await run({ action: 'plan', extent: 'published' });
    expect(planned.value?.steps?.map(({ kind }) => kind)).toEqual(
      'token collection blocks licence agreement create metadata remove file file file compare publish verify'.split(
        ' ',
      ),
    );
    expect(twin.served).toEqual([]);
    expect((await run({ action: 'check' })).diagnostics).toEqual([]);
    expect(twin.served.every(({ method }) => method === 'GET')).toBe(true);
    expect(existsSync(journal())).toBe(false);
    expect((await run()).value).toMatchObject({ state: 'draft' });
    expect((await run({ action: 'published', extent: 'published' })).value).toMatchObject({ state: 'published' });
    const status = await run({ action: 'status' });
    expect(status.value).toMatchObject({
      state: 'published',
      record: expect.stringMatching(/^doi:.*, version 1\.0$/),
      page: expect.stringContaining('/dataset.xhtml?persistentId=doi%3A'),
    });
    expect(status.value?.files.map(({ key }) => key).sort()).toEqual(['mini-html.zip', 'mini.epub', 'mini.xml']);
    const receipt = await run({ action: 'receipt' });
    expect(receipt.value?.files).toContainEqual(
      expect.objectContaining({ key: 'mini.epub', bytes: 4, sha256: digestOf('epub') }),
    );
    expect(readFileSync(journal(), 'utf8')).not.toContain(users.curator.token);
    expect((await run({ action: 'published', extent: 'published' })).value?.acted).toEqual([]);
  });

  it('writes the DOI that the dataset has into the manifest, which the next build bears', async () => {
    const reserved = await run({ action: 'doi', extent: 'doi' });
    const { doi = '' } = reserved.value ?? {};
    expect(doi).toMatch(/^10\./);
    expect(readFileSync(at('volume/volume.yaml'), 'utf8')).toContain(doi);
  });

  it('takes back its draft', async () => {
    await run();
    expect((await run({ action: 'withdraw' })).diagnostics).toEqual([]);
    expect(twin.installation.datasets.size).toBe(0);
  });

  it.each([
    ['no contact, which the edition has neither', '    collection: editions\n', 'PU075'],
    ['a contact that is none', '    collection: editions\n    contact: nobody\n', 'VO004'],
    ['no collection', '    contact: editors@example.org\n', 'VO003'],
    ['a subject that is not in the list', `${GOOD}    subject: History\n`, 'VO004'],
    ['a key that it does not have', `${GOOD}    community: x\n`, 'VO002'],
  ])('is not begun with %s', async (_, more, code) => {
    put('volume/volume.yaml', manifest(more));
    expect((await run()).diagnostics.map((finding) => finding.code)).toEqual([code]);
    expect(twin.served).toEqual([]);
  });
});
