import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verb as index } from '../../src/commands/index-volumes.js';
import { verb as rules } from '../../src/commands/rules.js';
import { runCommandLine } from '../../src/commands/run.js';
import { table } from '../../src/diagnostics/codes.js';

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const verbs = [rules, index].map((verb) => ({ name: verb.name, summary: '', load: async () => ({ verb }) }));
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

describe('chancery rules', () => {
  it('lists every rule of validation with its severity, once', async () => {
    const { code, stdout } = await run('rules');
    expect(code).toBe(0);
    for (const [name, entry] of Object.entries(table)) {
      const lines = stdout.split('\n').filter((line) => line.startsWith(`  ${name}  ${entry.severity}`));
      expect(lines.length, name).toBe(name.startsWith('VA') ? 1 : 0);
    }
  });

  it('says a finding without what only some add to it', async () => {
    const { stdout } = await run('rules');
    expect(stdout).toContain('VA340  error     The reference leads nowhere: there is no … in this volume.\n');
    expect(stdout).not.toMatch(/…[. ]?…/);
  });

  it('explains a rule: reason, wrong and right example, how to allow it', async () => {
    const { stdout } = await run('rules', 'va500');
    expect(stdout).toContain('VA500  error (warning in older volumes)');
    expect(stdout).toContain('Wrong   <date when="1964-11-16">November 19, 1964</date>');
    expect(stdout).toContain('<?chancery allow VA500 REASON?>');
  });

  it('gives the table as JSON', async () => {
    const { stdout } = await run('rules', 'VA410', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ code: 'VA410', severity: 'warning', isFixable: true });
  });

  it('says which code was meant', async () => {
    const { code, stderr } = await run('rules', 'VA50O');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no finding with the code VA50O. Is VA500 meant?');
  });

  it('has an explanation and an example for every editorial rule', () => {
    for (const [code, entry] of Object.entries(table)) {
      if (!/^VA[2-5]/.test(code) || code === 'VA220' || code === 'VA221') continue;
      expect(entry, code).toHaveProperty('wrong');
      expect(entry, code).toHaveProperty('right');
    }
  });
});

describe('chancery index', () => {
  const volume = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');

  it('lists the volumes of a folder, passes over other files, and reports those that cannot be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
    writeFileSync(join(folder, 'frus1964-68v99.xml'), volume);
    writeFileSync(join(folder, 'broken.xml'), '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text></TEI>');
    writeFileSync(join(folder, 'page.xml'), '<html/>');
    const { code, stdout, stderr } = await run('index', folder);
    expect(code).toBe(1);
    expect(stdout).toContain('1 volume indexed');
    expect(stderr).toContain('broken.xml');
    const written: unknown = JSON.parse(readFileSync(join(folder, 'chancery-index.json'), 'utf8'));
    expect(written).toMatchObject({
      volumes: { 'frus1964-68v99': { numbered: { d: '1-4', pg_: '1-3', d1fn: '1-2' } } },
    });
  });

  it('writes nothing where there is no volume', async () => {
    const { code, stderr } = await run('index', mkdtempSync(join(tmpdir(), 'chancery-')));
    expect(code).toBe(2);
    expect(stderr).toContain('CM021');
  });
});
