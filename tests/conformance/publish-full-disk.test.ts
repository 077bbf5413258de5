import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SwordTwin } from '../publish/sword-twin.js';
import { build, root, temporaryFolder } from './tools.js';

const folder = temporaryFolder();
const volume = join(folder.path, 'volume');
const out = join(folder.path, 'out');
const journal = join(volume, 'published/here.jsonl');
const twin = new SwordTwin();

beforeAll(async () => {
  await twin.start();
  cpSync(join(root, 'corpus/template'), volume, { recursive: true });
  const manifest = join(volume, 'volume.yaml');
  const target = `targets:\n  here:\n    type: sword\n    baseUrl: ${twin.origin}/sd\n    collection: editions\n    user: press\n    password: { env: HERE }\n`;
  writeFileSync(manifest, `${readFileSync(manifest, 'utf8').replace(/^id: .*/m, 'id: letters')}\n${target}`);
  const { status, output } = build(volume, 'epub', out);
  expect(status, output).toBe(0);
}, 120_000);
afterAll(async () => {
  await twin.stop();
  folder.remove();
});

/** The command as a process that can make no file longer than so many blocks of 512 bytes, as where a disk has no more room. */
function published(blocks: number | 'unlimited', ...words: readonly string[]): Promise<[number | null, string]> {
  const argv = ['publish', volume, '--built', out, '--to', 'here', '--only', 'tei,epub', '--publish', ...words];
  const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', script, process.execPath, join(root, 'dist/program/cli.js'), ...argv], {
    env: { ...process.env, HERE: twin.password },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece));
  return new Promise((resolve) => child.on('close', (status) => resolve([status, said])));
}

const size = (): number => (existsSync(journal) ? statSync(journal).size : 0);

test('where the journal finds no room, nothing is sent that it would not know of, and the next run ends with one deposit', async () => {
  for (let blocks = 1; blocks < 12; blocks++) {
    twin.containers.clear();
    rmSync(join(volume, 'published'), { recursive: true, force: true });
    const [status, said] = await published(blocks);
    if (status === 0) {
      expect(blocks).toBeGreaterThan(2);
      return;
    }
    expect([status, said.includes('at Object.'), size() <= blocks * 512], said).toEqual([2, false, true]);
    expect(said).toContain('it is larger than this disk takes');
    const [then, words] = await published('unlimited', ...(size() > 0 ? ['--resume'] : []));
    expect(then, `${blocks}: ${words}`).toBe(0);
    const [one, ...more] = twin.containers.values();
    expect([more.length, one?.isInProgress], `${blocks}`).toEqual([0, false]);
    expect(one?.content?.includes(readFileSync(join(out, 'tei/letters.xml')))).toBe(true);
    expect(one?.content?.includes(readFileSync(join(out, 'epub/letters.epub')))).toBe(true);
  }
  throw new Error('the journal was never whole');
}, 240_000);
