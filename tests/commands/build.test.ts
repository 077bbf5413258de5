import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [
  { name: 'init', summary: '', load: () => import('../../src/commands/init.js') },
  { name: 'build', summary: '', load: () => import('../../src/commands/build.js') },
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

describe('init', () => {
  it('makes a volume that builds as it is, in all editions, without a finding', async () => {
    const folder = join(root, 'first volume');
    const made = (await run('init', folder)).stdout;
    expect(made).toContain('letter.txt, volume.schema.json, volume.yaml');
    expect(made).toContain(`chancery build "${folder}"`);
    const out = join(root, 'out');
    const { code, stdout, stderr } = await run('build', folder, '--out', out, '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      volume: 'first-volume',
      documents: 1,
      notes: 2,
      validated: true,
      diagnostics: [],
      archive: { version: 'v1', added: true },
    });
    expect(readdirSync(out).sort()).toEqual(['.chancery.json', 'archive', 'epub', 'html', 'pdf', 'tei']);
    expect(report.stages.map((s: { stage: string }) => s.stage)).toContain('pivot');
    for (const file of report.files) expect(file.bytes).toBe(readFileSync(file.path).length);
  });

  it('writes nothing into a folder that holds something', async () => {
    writeFileSync(join(root, 'mine.txt'), 'mine');
    const { code, stderr } = await run('init', root);
    expect(code).toBe(2);
    expect(stderr).toContain('already exists and is not empty');
    expect(readdirSync(root)).toEqual(['mine.txt']);
  });

  it('says so where the folder cannot be made', async () => {
    writeFileSync(join(root, 'file'), 'mine');
    expect((await run('init', join(root, 'file', 'v'))).code).toBe(2);
  });
});

describe('build', () => {
  it('ends with a summary: what was counted, where it is, how long it took', async () => {
    await run('init', join(root, 'v'));
    const { code, stdout } = await run('build', join(root, 'v'), '--out', join(root, 'out'), '--only', 'html');
    expect(code).toBe(0);
    expect(stdout).toContain('1 document, 2 notes; no findings');
    expect(stdout).toContain(join(root, 'out', 'html', 'index.html'));
    expect(stdout).toContain('not validated in full');
    expect(stdout).toMatch(/\d\.\d s: read [\d.]+, encode/);
  });

  it('gives 1 where the texts have errors, 2 where it could not be done', async () => {
    await run('init', join(root, 'v'));
    writeFileSync(join(root, 'v', 'volume.yaml'), 'id: v\n');
    const wrong = await run('build', join(root, 'v'), '--out', join(root, 'out'));
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('volume.yaml:1:1 error VO003: “title” is missing.');
    expect((await run('build', join(root, 'absent'))).code).toBe(2);
    expect((await run('build')).code).toBe(2);
    expect((await run('build', root, '--only', 'docx')).stderr).toContain('“docx” is not a value of --only');
  });

  it('builds an edition with errors of validation for looking at, gives 1, and does not archive it', async () => {
    await run('init', join(root, 'v'));
    const path = join(root, 'v', 'volume.yaml');
    // A document number that the heading contradicts.
    writeFileSync(path, readFileSync(path, 'utf8').replace('document: d1 ', 'document: d7 '));
    const { code, stdout } = await run('build', join(root, 'v'), '--out', join(root, 'out'), '--json');
    const report = JSON.parse(stdout);
    expect(
      report.diagnostics
        .filter((d: { severity: string }) => d.severity === 'error')
        .map((d: { code: string }) => d.code),
    ).not.toEqual([]);
    expect(code).toBe(1);
    expect(report.archive).toBeUndefined();
    expect(report.diagnostics.map((d: { code: string }) => d.code)).toContain('CM011');
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['.chancery.json', 'epub', 'html', 'pdf', 'tei']);
  });
});
