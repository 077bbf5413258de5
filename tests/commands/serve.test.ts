import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/run.js';
import type { FileSet } from '../../src/model/file-set.js';
import { bibliography, documentRecord, publicationIn, published, timeOf } from '../discovery/editions.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-serve-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const two = bibliography([documentRecord('d1'), documentRecord('d2')]);
function write(folder: string, files: FileSet): string {
  for (const [path, content] of files) {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(root, folder);
}

/** A command that is running: what it has said until now, and how it ends. */
function start(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const verbs = [{ name: 'serve', summary: '', load: () => import('../../src/commands/serve.js') }];
  const code = runCommandLine(verbs, ['serve', ...words], {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
    env: {},
  });
  return { said, code };
}

/** Runs the command until it waits, asks, and ends it as Ctrl-C does. */
async function whileServing<T>(
  words: readonly string[],
  ask: (answer: { address: string; oai?: string }) => Promise<T>,
): Promise<T> {
  const { said, code } = start(...words, '--port', '0', '--json');
  while (!said.stdout.endsWith('}\n')) await new Promise((resolve) => setTimeout(resolve, 5));
  try {
    return await ask(JSON.parse(said.stdout) as { address: string; oai?: string });
  } finally {
    process.emit('SIGINT');
    expect(await code).toBe(0);
  }
}

const text = async (address: string): Promise<string> => (await fetch(address)).text();

/** How a request under a name of its own choice is answered; it has no leave to be read by other sites. */
const statusFor = (address: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { host: `${host}:${new URL(address).port}` } }, (incoming) => {
      expect(incoming.headers['access-control-allow-origin']).toBeUndefined();
      incoming.resume();
      resolve(incoming.statusCode);
    }).on('error', reject);
  });

describe('serve', () => {
  it('serves an edition, answers harvesters, and ends in peace', async () => {
    const folder = write('v1/html', published(two));
    await whileServing([dirname(folder), '--oai'], async ({ address, oai = '' }) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect(await text(`${address}d1.html`)).toBe('Letter d1 <&>');
      expect(await text(`${oai}?verb=Identify`)).toContain(`<baseURL>${oai}</baseURL>`);
      // A page from elsewhere whose name leads to this machine is not answered.
      expect(await statusFor(address, 'evil.example')).toBe(421);
      expect(await statusFor(address, 'localhost')).toBe(200);
      const form = await fetch(oai, {
        method: 'POST',
        body: new URLSearchParams({ verb: 'ListRecords', metadataPrefix: 'mods' }),
      });
      expect(form.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect((await form.text()).match(/<record>/g)).toHaveLength(3);
    });
  });

  it('serves an edition that is built anew meanwhile as it is then, and keeps the last whole one until it is', async () => {
    const first = published(two, timeOf(0));
    const folder = write('v1/html', first);
    const later = bibliography([documentRecord('d2'), documentRecord('d3')]);
    await whileServing(
      [folder, '--oai', '--address', 'https://example.org/x', '--email', 'me@example.org'],
      async ({ address }) => {
        const list = `${address}oai?verb=ListIdentifiers&metadataPrefix=oai_dc`;
        const before = await text(list);
        expect(before).toContain(
          '<request verb="ListIdentifiers" metadataPrefix="oai_dc">https://example.org/x/oai</request>',
        );
        writeFileSync(join(folder, 'publication.json'), '{}');
        expect((await text(list)).replace(/<responseDate>.*/, '')).toBe(before.replace(/<responseDate>.*/, ''));
        write('v1/html', published(later, timeOf(1), publicationIn(first)));
        const after = await text(list);
        expect(after).toContain('<header status="deleted"><identifier>oai:example.org:v1/d1</identifier>');
        expect(after).toContain('oai:example.org:v1/d3');
      },
    );
  });

  it('serves several beside each other', async () => {
    write('v1/html', published(two));
    write('v2/html', published(bibliography([documentRecord('d1')], { id: 'v2', title: 'Other' })));
    await whileServing([root, '--oai'], async ({ address, oai = '' }) => {
      expect(await text(address)).toContain('<a href="v2/">v2</a>');
      expect(await text(`${address}v2/d1.html`)).toBe('Letter d1 <&>');
      expect((await text(`${oai}?verb=ListIdentifiers&metadataPrefix=oai_dc`)).match(/<header>/g)).toHaveLength(5);
    });
  });

  it('says where the edition is read', async () => {
    const folder = write('v1/html', published(two));
    const { said, code } = start(folder, '--port', '0');
    while (!said.stdout.includes('Ctrl-C')) await new Promise((resolve) => setTimeout(resolve, 5));
    process.emit('SIGTERM');
    expect(await code).toBe(0);
    expect(said.stdout).toMatch(/html: http:\/\/127\.0\.0\.1:\d+\/\nCtrl-C ends the server\.\n$/);
  });

  const refusals = async (...words: string[]): Promise<string[]> => {
    const { said, code } = start(...words, '--json');
    expect(await code).toBe(2);
    return (JSON.parse(said.stdout) as { diagnostics: { code: string }[] }).diagnostics.map((d) => d.code);
  };

  it('refuses what it cannot do, with the reason', async () => {
    const { contact: _, ...nameless } = two.volume;
    const whole = write('v1/html', published(two));
    const bare = write('v2/html', new Map([['index.html', '']]));
    const anonymous = write('v3/html', published({ ...two, volume: nameless }));
    const changed = write('v4/html', published(two));
    writeFileSync(join(changed, 'metadata/dc/d1.xml'), '<x>');
    expect(await refusals(join(root, 'nothing'))).toEqual(['DI010']);
    expect(await refusals(bare, '--oai')).toEqual(['DI012']);
    expect(await refusals(anonymous, '--oai')).toEqual(['DI014']);
    expect(await refusals(changed, '--oai')).toEqual(['DI013']);
    expect(await refusals(whole, '--email', 'me@example.org')).toEqual(['DI017']);
    expect(await refusals(whole, '--oai', '--host', '0.0.0.0')).toEqual(['DI018']);
    expect(await refusals(whole, '--port', '70000')).toEqual(['CM007']);
    expect(await refusals(whole, '--oai', '--address', 'example.org', '--email', 'me')).toEqual(['CM007', 'CM007']);
    expect(await refusals(whole, '--host', '192.0.2.1', '--port', '0')).toEqual(['DI015']);
  });

  it('says that another program waits at the port', async () => {
    const folder = write('v1/html', published(two));
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      const { said, code } = start(folder, '--port', String(port));
      expect(await code).toBe(2);
      expect(said.stderr).toContain('another program waits there');
    } finally {
      other.close();
    }
  });

  it('gives the records of one where two are versions of one edition, and says so', async () => {
    write('v1/html', published(two));
    write('v2/html', published(two));
    const { said, code } = start(root, '--oai', '--port', '0');
    while (!said.stdout.includes('Ctrl-C')) await new Promise((resolve) => setTimeout(resolve, 5));
    process.emit('SIGINT');
    expect(await code).toBe(0);
    expect(said.stderr).toContain('DI016');
  });
});
