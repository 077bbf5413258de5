import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';
import { SeriesProgress } from '../../src/commands/series-progress.js';
import { Terminal } from '../../src/commands/terminal.js';
import type { SeriesEvent } from '../../src/series/events.js';
import { volumeText } from '../series/volumes.js';

const verbs: readonly VerbEntry[] = [
  { name: 'init', summary: '', load: () => import('../../src/commands/init.js') },
  { name: 'build', summary: '', load: () => import('../../src/commands/build.js') },
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(join(root, 'my series'));
  writeFileSync(join(root, 'my series/v1.xml'), volumeText('v1', { d1: [] }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(...words: string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

describe('init --series', () => {
  it('makes a manifest for the volumes of a folder, with a schema, and writes over nothing', async () => {
    const folder = join(root, 'my series');
    const made = await run('init', '--series', folder);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain(`chancery build "${folder}"`);
    const manifest = readFileSync(join(folder, 'series.yaml'), 'utf8');
    expect(manifest).toMatch(/^id: my-series\b/m);
    expect(manifest).toContain('- volume: v1.xml');
    expect(JSON.parse(readFileSync(join(folder, 'series.schema.json'), 'utf8')).title).toBe('A Chancery series');
    expect((await run('init', '--series', folder)).stderr).toContain('SE019');
    expect((await run('init', '--series', folder, '--from', root)).stderr).toContain('SE020');
  });
});

describe('build of a series', () => {
  it('refuses what it does not understand before anything is done', async () => {
    const folder = join(root, 'my series');
    await run('init', '--series', folder);
    const volume = join(folder, 'v1.xml');
    const refused: readonly (readonly [string, ...string[]])[] = [
      ['SE010', folder, '--archive', 'a'],
      ['SE010', volume, '--volumes', 'v1'],
      ['SE010', volume, '--explain'],
      ['SE011', folder, '--memory', 'much'],
      ['SE011', folder, '--memory', '100M'],
      ['CM007', folder, '--processes', '0'],
      ['CM007', folder, '--only', 'archive'],
      ['SE009', folder, '--volumes', 'v2'],
    ];
    for (const [code, ...words] of refused) {
      const ran = await run('build', ...words, '--out', join(root, 'out'));
      expect([words, ran.code, /\b[A-Z]{2}\d{3}\b/.exec(ran.stderr)?.[0]]).toEqual([words, 2, code]);
    }
  });
});

describe('the progress of a series', () => {
  const row = { volume: 'v1', state: 'built', documents: 1, notes: 0, seconds: 1, memory: 1, diagnostics: [] } as const;
  const events: readonly SeriesEvent[] = [
    { event: 'begin', series: 's', volumes: 3, toBuild: 3, bytes: 300 },
    { event: 'why', volume: 'v1', action: 'build', reasons: ['v1.xml has changed'] },
    { event: 'start', volume: 'v1', bytes: 100 },
    { event: 'progress', volume: 'v1', words: 'Printing the PDF: page 7 of 9 …' },
    { event: 'done', volume: 'v1', bytes: 100, row },
    { event: 'start', volume: 'v2', bytes: 100 },
    { event: 'failed', volume: 'v2', bytes: 100, diagnostics: [] },
    { event: 'start', volume: 'v3', bytes: 100 },
  ];

  function told(kind: { readonly isTTY: boolean; readonly json: boolean }, minutes = 0): string {
    vi.useFakeTimers();
    try {
      let out = '';
      const stream = { isTTY: kind.isTTY, columns: 200, write: (text: string) => (out += text) };
      const terminal = new Terminal({ stdout: stream, stderr: stream, env: {}, json: kind.json, quiet: false });
      const progress = new SeriesProgress(terminal, true);
      for (const event of events) progress.tell(event);
      vi.advanceTimersByTime(minutes * 60_000);
      progress.end();
      return out;
    } finally {
      vi.useRealTimers();
    }
  }

  it('is a line that changes for a person, with what runs, what failed and the time that is left', () => {
    const out = told({ isTTY: true, json: false });
    expect(out).toContain('0 of 3 done · v1: Printing the PDF: page 7 of 9');
    expect(out).toContain('1 of 3 done, 1 failed · less than a minute left · v3');
    expect(out).toContain('v1: built, since v1.xml has changed');
  });

  it('is a line each minute for a file, and events for a program', () => {
    expect(told({ isTTY: false, json: false }, 3).match(/1 of 3 done, 1 failed/g)).toHaveLength(3);
    const lines = told({ isTTY: false, json: true }, 3).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(events);
  });
});
