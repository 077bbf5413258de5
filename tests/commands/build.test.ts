import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [
  { name: 'init', summary: '', load: () => import('../../src/commands/init.js') },
  { name: 'build', summary: '', load: () => import('../../src/commands/build.js') },
  { name: 'encode', summary: '', load: () => import('../../src/commands/encode.js') },
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
      notes: 3,
      validated: true,
      diagnostics: [],
      archive: { version: 'v1', added: true },
    });
    expect(readdirSync(out).sort()).toEqual(['.chancery.json', 'archive', 'epub', 'html', 'pdf', 'tei']);
    expect(report.stages.map((s: { stage: string }) => s.stage)).toContain('pivot');
    for (const file of report.files) expect(file.bytes).toBe(readFileSync(file.path).length);
  });

  it('makes a manifest from the texts of a folder, which builds, and writes over nothing', async () => {
    const folder = join(root, 'my texts');
    const letter = (number: number, day: number): string =>
      `${number}. Letter From Jane Roe to John Doe[1]\n\nLondon, March ${day}, 1963.\n\nDear Sir:\n\nThe cranes will not be bought.\n\nJane Roe\n\n[1] Source: Example Society, Papers.\n`;
    mkdirSync(join(folder, 'box: 2'), { recursive: true });
    writeFileSync(join(folder, '10.txt'), letter(2, 1));
    writeFileSync(join(folder, '9 #1.txt'), letter(10, 2));
    writeFileSync(join(folder, 'box: 2', 'été “1”.txt'), letter(1, 3));
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'notes.pdf'), 'mine');
    const { code, stdout } = await run('init', folder);
    expect(code).toBe(0);
    expect(stdout).toContain('for 3 documents in 4 texts');
    const manifest = readFileSync(join(folder, 'volume.yaml'), 'utf8');
    expect(
      [...manifest.matchAll(/^ {2}- document: (\S+)\n {4}file: (.*)$/gm)].map(([, id, file]) => [id, file]),
    ).toEqual([
      ['d1', '"box: 2/été “1”.txt"'],
      ['d2', '10.txt'],
      ['d10', '"9 #1.txt"'],
    ]);
    expect(manifest).toMatch(/# empty\.txt holds no document that could be read:\n +# +IN002: /);
    expect(manifest).toContain('# 1. Letter From Jane Roe to John Doe · 1963-03-03');
    rmSync(join(folder, 'empty.txt'));
    const built = await run('build', folder, '--out', join(root, 'out'), '--only', 'html', '--json');
    expect(JSON.parse(built.stdout)).toMatchObject({ documents: 3, volume: 'my-texts' });
    expect(built.code).toBe(0);
    const again = await run('init', folder);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('nothing was added');
    expect(readFileSync(join(folder, 'volume.yaml'), 'utf8')).toBe(manifest);
  });

  it('copies texts from another folder, and adds what has come there since to the outline', async () => {
    const [texts, folder] = [join(root, 'texts'), join(root, 'v')];
    const letter = (day: number): string =>
      `Letter From Jane Roe to John Doe\n\nLondon, March ${day}, 1963.\n\nDear Sir:\n\nThe cranes will not be bought.\n\nJane Roe\n`;
    mkdirSync(join(texts, 'box1'), { recursive: true });
    writeFileSync(join(texts, 'box1', '001.txt'), letter(1));
    expect((await run('init', folder, '--from', texts)).code).toBe(0);
    const path = join(folder, 'volume.yaml');
    const mine = readFileSync(path, 'utf8').replace(
      '    file: box1/001.txt',
      '    # mine\n    file:   box1/001.txt # this too',
    );
    writeFileSync(path, mine);
    mkdirSync(join(texts, 'box2'));
    writeFileSync(join(texts, 'box2', '001.txt'), letter(2));
    const { code, stdout } = await run('init', folder, '--from', texts, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ documents: 1, files: [path] });
    const added = readFileSync(path, 'utf8');
    expect(added.startsWith(mine.trimEnd())).toBe(true);
    expect(added).toMatch(/- document: d2\n {4}file: box2\/001\.txt\n/);
    expect((await run('build', folder, '--out', join(root, 'out'), '--only', 'html')).code).toBe(0);

    writeFileSync(join(texts, 'box1', '001.txt'), letter(5));
    writeFileSync(join(texts, 'new.txt'), letter(6));
    const refused = await run('init', folder, '--from', texts);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('CM040');
    expect(readdirSync(folder)).not.toContain('new.txt');
    expect((await run('init', folder, '--from', join(root, 'absent'))).code).toBe(2);
  });

  it('orders by date what is not numbered, and says at each document what is doubtful', async () => {
    const letter = (date: string): string =>
      `Letter From Jane Roe to John Doe\n\n${date}\n\nThe cranes will not be bought.\n`;
    writeFileSync(join(root, 'a.txt'), letter('London, March 3, 1963.'));
    writeFileSync(join(root, 'b.txt'), letter('Without a date'));
    writeFileSync(join(root, 'c.txt'), letter('London, January 5, 1962.'));
    expect((await run('init', root)).code).toBe(0);
    const manifest = readFileSync(join(root, 'volume.yaml'), 'utf8');
    expect([...manifest.matchAll(/file: (\w)\.txt/g)].map(([, name]) => name).join('')).toBe('cab');
    expect(manifest).toMatch(/file: b\.txt\n {4}# EN004: No date was found/);
  });

  it('writes nothing into a folder that holds something else', async () => {
    writeFileSync(join(root, 'mine.pdf'), 'mine');
    const { code, stderr } = await run('init', root);
    expect(code).toBe(2);
    expect(stderr).toContain('already exists and is not empty');
    expect(readdirSync(root)).toEqual(['mine.pdf']);
  });

  it('says so where the folder cannot be made', async () => {
    writeFileSync(join(root, 'file'), 'mine');
    expect((await run('init', join(root, 'file', 'v'))).code).toBe(2);
  });
});

describe('build', () => {
  it('takes a document that was encoded and corrected by hand in the place of its raw text', async () => {
    const folder = join(root, 'v');
    await run('init', folder);
    const tei = join(root, 'tei');
    await run('encode', join(folder, 'letter.txt'), '--out', tei);
    const corrected = readFileSync(join(tei, 'letter.xml'), 'utf8').replace('copied whole', 'copied by hand');
    writeFileSync(join(folder, 'mine.xml'), corrected);
    const path = join(folder, 'volume.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('file: letter.txt', 'file: mine.xml'));
    rmSync(join(folder, 'letter.txt'));
    const out = join(root, 'out');
    const { code, stdout } = await run('build', folder, '--out', out, '--only', 'html', '--json');
    expect(JSON.parse(stdout).diagnostics).toEqual([]);
    expect(code).toBe(0);
    expect(readFileSync(join(out, 'html', 'd1.html'), 'utf8')).toContain('copied by hand');
    const again = await run('encode', folder, '--out', tei);
    expect(again.stderr + again.stdout).toContain('EN120');
  });

  it('ends with a summary: what was counted, where it is, how long it took', async () => {
    await run('init', join(root, 'v'));
    const { code, stdout } = await run('build', join(root, 'v'), '--out', join(root, 'out'), '--only', 'html');
    expect(code).toBe(0);
    expect(stdout).toContain('1 document, 3 notes; no findings');
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

  it('archives a volume that exists as it stands, whatever validation finds in it', async () => {
    const made = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');
    writeFileSync(join(root, 'v.xml'), made.replace('<p>', '<p rend="cetner">'));
    const { code, stdout } = await run('build', join(root, 'v.xml'), '--out', join(root, 'out'), '--json');
    const report = JSON.parse(stdout);
    expect(report.diagnostics.map((d: { code: string }) => d.code)).toContain('VA014');
    expect(code).toBe(1);
    expect(report.archive.version).toBe('v1');
    const held = readdirSync(report.archive.path, { recursive: true, encoding: 'utf8' });
    const text = (name: string): string =>
      readFileSync(join(report.archive.path, held.find((path) => path.endsWith(name)) ?? ''), 'utf8');
    expect(text('content/reports/validation.txt')).toMatch(/^tei\/v\.xml:\d+:\d+ error VA014/m);
    expect(text('content/reports/validation.json')).not.toContain(root);
    expect(text('content/README.md')).toContain('`reports/` (2 files)');
  });

  it('says in the archive who made a version and why, and takes no address that is none', async () => {
    const input = join(import.meta.dirname, '../diagnostics/valid-volume.xml');
    const words = [
      'build',
      input,
      '--out',
      join(root, 'out'),
      '--json',
      '-m',
      'Corrects a date.',
      '--user',
      'A. Editor',
    ];
    expect((await run(...words, '--user-address', 'editor@example.org')).code).toBe(2);
    const { stdout } = await run(...words, '--user-address', 'https://orcid.org/0000-0002-1825-0097');
    const { path } = JSON.parse(stdout).archive;
    const held = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const inventory = JSON.parse(
      readFileSync(join(path, held.find((name) => name.endsWith('v1/inventory.json')) ?? ''), 'utf8'),
    );
    expect(inventory.versions.v1).toMatchObject({
      message: 'Corrects a date.',
      user: { name: 'A. Editor', address: 'https://orcid.org/0000-0002-1825-0097' },
    });
  });
});
