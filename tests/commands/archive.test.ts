import { execFileSync } from 'node:child_process';
import {
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
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { group } from '../../src/commands/archive.js';
import { runCommandLine } from '../../src/commands/run.js';

let root: string;
const before = process.cwd();
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-archive-'));
  process.chdir(root);
  vi.stubEnv('SOURCE_DATE_EPOCH', '1769860800');
});
afterEach(() => {
  process.chdir(before);
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const verbs = [{ name: 'archive', summary: '', load: async () => ({ group }) }];
  const code = await runCommandLine(verbs, ['archive', ...words], {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const header =
  '<fileDesc><titleStmt><title>A Small Volume</title></titleStmt><publicationStmt><publisher>Us</publisher><availability><licence target="https://example.org/l">Free.</licence></availability></publicationStmt></fileDesc>';
const tei = (body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;

/** A built edition, and a second state of it. */
function edition(body = '<p/>'): void {
  write('dist/v/tei/v.xml', tei(body));
  write('dist/v/html/index.html', `<p>${body}</p>`);
  write('dist/v/html/style.css', 'p {}');
}

async function twoVersions(): Promise<void> {
  edition();
  expect(
    (await run('add', 'dist/v', '-m', 'The first.', '--user', 'A', '--user-address', 'mailto:a@example.org')).code,
  ).toBe(0);
  edition('<p>2</p>');
  write('dist/v/html/d1.html', 'd1');
  rmSync('dist/v/html/style.css');
  write('dist/v/html/screen.css', 'p {}');
  expect((await run('add', 'dist/v')).code).toBe(0);
}

/** The file of the archive with a content. */
function stored(content: string): string {
  const all = readdirSync('dist/v/archive', { recursive: true, encoding: 'utf8' });
  const found = all
    .map((path) => join('dist/v/archive', path))
    .find((path) => path.includes('content') && path.endsWith(content));
  if (found === undefined) throw new Error(`no ${content}`);
  return found;
}

describe('chancery archive', () => {
  it('lists its verbs, explains each, and says which was meant', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const { name } of group.verbs) {
      expect(stdout).toContain(`\n  ${name} `);
      const help = await run(name, '--help');
      expect(help.code).toBe(0);
      expect(help.stdout).toMatch(
        new RegExp(`^Usage: chancery archive ${name}.*\n[^]*\nExamples\n  chancery archive ${name}`),
      );
    }
    expect((await run()).code).toBe(2);
    expect((await run('lgo')).stderr).toContain('Did you mean chancery archive log?');
    expect((await run('diff', 'v', 'v1')).code).toBe(2);
    expect((await run('diff', 'v', 'v1', 'v2', 'v3')).code).toBe(2);
  });

  it('keeps versions with who, why and what has changed', async () => {
    await twoVersions();
    expect((await run('add', 'dist/v')).stdout).toContain('unchanged: v2');
    const { stdout } = await run('log', 'v');
    expect(stdout).toContain('A Small Volume');
    expect(stdout).toContain(
      'Changed against the version before: html: 1 changed, 1 added, 1 renamed; metadata: 2 changed; reports: 2 changed; tei: 1 changed.',
    );
    expect(stdout).toMatch(/v1 {2}2026-01-31T12:00:00Z {2}A <mailto:a@example.org>\n {2}The first\.\n/);
    const json = JSON.parse((await run('log', 'v', '--json')).stdout);
    expect(json.versions.map(({ version }: { version: string }) => version)).toEqual(['v2', 'v1']);
    expect((await run('log', '--archive', 'dist/v/archive')).stdout).toContain(json.id);
    expect((await run('log', json.id, '--archive', 'dist/v/archive')).code).toBe(0);
  });

  it('shows, compares and takes out any version', async () => {
    await twoVersions();
    const shown = JSON.parse((await run('show', 'v@v1', '--json')).stdout);
    const paths: string[] = shown.files.map(({ path }: { path: string }) => path);
    expect(paths.filter((path) => path.startsWith('metadata/'))).toContain('metadata/mods.xml');
    expect(paths.filter((path) => !path.startsWith('metadata/'))).toEqual([
      'README.md',
      'checksums.sha256',
      'html/index.html',
      'html/style.css',
      'manifest.json',
      'reports/validation.json',
      'reports/validation.txt',
      'rights.txt',
      'tei/v.xml',
    ]);
    expect((await run('show', 'v')).stdout).toContain('v2, the newest');
    const diff = (await run('diff', 'v', 'v1', 'v2')).stdout.split('\n');
    for (const line of ['added    html/d1.html', 'changed  tei/v.xml', 'renamed  html/style.css → html/screen.css'])
      expect(diff).toContain(line);
    expect((await run('show', 'v@v1', '--json')).stdout).not.toContain(root);
    expect((await run('diff', 'v', 'v2', 'v2')).stdout).toBe('Nothing is different.\n');
    expect((await run('export', 'v@v1', '--out', 'out')).code).toBe(0);
    expect(readFileSync('out/tei/v.xml', 'utf8')).toBe(tei('<p/>'));
    expect(readFileSync('out/rights.txt', 'utf8')).toBe('Free.\nhttps://example.org/l\n');
    const report = JSON.parse(readFileSync('out/reports/validation.json', 'utf8'));
    expect(report.diagnostics[0]).toMatchObject({ severity: 'error', place: { file: 'tei/v.xml' } });
    expect(readFileSync('out/reports/validation.txt', 'utf8')).toContain(`tei/v.xml:1:`);
    const again = await run('export', 'v@v2', '--out', 'out');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('stands there already');
  });

  it('finds damage, and takes out and packs nothing that is damaged', async () => {
    await twoVersions();
    expect((await run('verify', 'v', '--deep')).code).toBe(0);
    writeFileSync(stored('html/d1.html'), 'D1');
    expect((await run('verify', 'v')).code).toBe(0);
    const deep = await run('verify', '--archive', 'dist/v/archive', '--deep');
    expect(deep.code).toBe(1);
    expect(deep.stderr).toContain('E092');
    expect((await run('export', 'v', '--out', 'out')).code).toBe(1);
    expect((await run('package', 'v', '--out', 'v.zip')).code).toBe(1);
    expect(existsSync('out') || existsSync('v.zip')).toBe(false);
    mkdirSync('mine');
    expect((await run('export', 'v', '--out', 'mine')).code).toBe(1);
    expect(readdirSync('mine')).toEqual([]);
    rmSync(stored('html/d1.html'));
    expect((await run('verify', 'v')).code).toBe(1);
  });

  it('says what is not there: an archive, an edition, a version', async () => {
    expect((await run('log', 'v')).stderr).toContain('AR008');
    await twoVersions();
    expect((await run('show', 'w', '--archive', 'dist/v/archive')).stderr).toContain('AR009');
    const { code, stderr } = await run('show', 'v@v7');
    expect(code).toBe(2);
    expect(stderr).toContain('It has v1, v2.');
    expect((await run('add', 'nothing')).stderr).toContain('there is no folder nothing');
    expect((await run('add', 'dist/v', '--sources', 'raw')).stderr).toContain('there is no folder raw');
    mkdirSync('empty');
    expect((await run('add', 'empty')).stderr).toContain('there is no XML file in tei/');
    expect((await run('add', 'dist/v', '--user-address', 'a@example.org')).stderr).toContain('mailto:a@example.org');
  });

  it('asks for the id of the object where two have one volume', async () => {
    edition();
    await run('add', 'dist/v', '--archive', 'all');
    write('dist/v/tei/v.xml', tei('<p/>').replace('Us', 'Others'));
    await run('add', 'dist/v', '--archive', 'all');
    const { code, stderr } = await run('log', 'v', '--archive', 'all');
    expect(code).toBe(2);
    expect(stderr).toMatch(/AR010.*urn:uuid:.*urn:uuid:/);
  });

  it('keeps raw texts where they are named, and tells what was changed since the build, and refuses links', async () => {
    edition();
    write('raw/1.txt', 'raw');
    write('dist/v/.chancery.json', JSON.stringify({ files: { 'html/style.css': 'another' } }));
    const { code, stderr } = await run('add', 'dist/v', '--sources', 'raw');
    expect(code).toBe(0);
    expect(stderr).toContain('AR015');
    expect(stderr).not.toContain('AR019');
    expect((await run('show', 'v')).stdout).toContain('sources/1.txt');
    symlinkSync('/etc/hosts', 'dist/v/html/hosts');
    expect((await run('add', 'dist/v')).stderr).toContain('AR016');
    expect((await run('add', 'dist/v')).code).toBe(2);
  });

  it('takes no name into an archive or package that other systems cannot hold', async () => {
    edition();
    for (const name of ['a:b', 'con.txt', 'end.', 'Index.html']) {
      write(`dist/v/html/${name}`, '');
      for (const verb of [
        ['add', 'dist/v'],
        ['package', 'dist/v', '--out', 'x.zip'],
      ] as const) {
        const { code, stderr } = await run(...verb);
        expect([code, stderr.includes('AR002')], name).toEqual([2, true]);
      }
      rmSync(`dist/v/html/${name}`);
    }
    expect(existsSync('x.zip') || existsSync('dist/v/archive')).toBe(false);
  });

  it('gives sources names that other systems can hold, says which, and keeps their own', async () => {
    edition();
    for (const name of ['box: 2/what?.txt', 'con.txt', 'a.txt', 'A.txt']) write(`raw/${name}`, name);
    const { code, stderr } = await run('add', 'dist/v', '--sources', 'raw');
    expect(code).toBe(0);
    expect(stderr.match(/AR024/g)).toHaveLength(3);
    expect((await run('export', 'v', '--out', 'out')).code).toBe(0);
    const { files } = JSON.parse(readFileSync('out/manifest.json', 'utf8')) as {
      files: { path: string; original?: string }[];
    };
    for (const name of ['box: 2/what?.txt', 'con.txt', 'a.txt']) {
      const path = files.find(({ original }) => original === name)?.path ?? '';
      expect(readFileSync(join('out', path), 'utf8')).toBe(name);
      expect(path).toMatch(/^sources\/[\w /-]+\.txt$/);
    }
    expect((await run('package', 'dist/v', '--sources', 'raw', '--out', 'v.zip')).stderr.match(/AR024/g)).toHaveLength(
      3,
    );
    expect((await run('validate', 'v.zip')).code).toBe(0);
  });

  it.each(['bagit', 'zip', 'tar'])(
    'packs an edition of a folder or an archive as %s, which is valid and the same each time',
    async (form) => {
      await twoVersions();
      for (const out of ['one', 'two']) {
        const { code, stderr } = await run('package', 'v@v2', '--format', form, '--out', out, '--contact', 'A. Editor');
        expect([code, stderr]).toEqual([0, '']);
        const { code: valid, stdout } = await run('validate', out);
        expect(valid).toBe(0);
        expect(stdout).toContain('BagIt bag 1.0, 23 files');
      }
      if (form === 'bagit') {
        const crate = JSON.parse(readFileSync('one/data/ro-crate-metadata.json', 'utf8'));
        expect(JSON.stringify(crate)).toContain('tei/v.xml');
      } else expect(readFileSync('one').equals(readFileSync('two'))).toBe(true);
      expect((await run('package', 'dist/v', '--format', form, '--out', 'one')).stderr).toContain('AR017');
      expect((await run('package', 'dist/v', '--format', form, '--out', 'three')).code).toBe(0);
      const info = form === 'bagit' ? readFileSync('three/bag-info.txt', 'utf8') : readFileSync('three', 'latin1');
      expect(info).toContain('Source-Organization: Us\nExternal-Description: A Small Volume\n');
      expect(info).toContain('Bagging-Date: 2026-01-31\n');
    },
  );

  it('writes no package that its profile does not take', async () => {
    edition();
    const about = { 'BagIt-Profile-Info': { 'BagIt-Profile-Identifier': 'https://example.org/p' } };
    write('p.json', JSON.stringify({ ...about, 'Bag-Info': { 'Contact-Name': { required: true } } }));
    const { code, stderr } = await run('package', 'dist/v', '--out', 'v.zip', '--profile', 'p.json');
    expect([code, stderr.includes('has no Contact-Name'), existsSync('v.zip')]).toEqual([1, true, false]);
    expect((await run('package', 'dist/v', '--out', 'v.zip', '--profile', 'p.json', '--contact', 'A')).code).toBe(0);
    expect((await run('validate', 'v.zip', '--profile', 'p.json')).code).toBe(0);
    write('q.json', '[]');
    expect((await run('validate', 'v.zip', '--profile', 'q.json')).code).toBe(2);
  });

  it('checks what others have sent: roots, objects, bags, and nothing else', async () => {
    await twoVersions();
    expect((await run('validate', 'dist/v/archive')).stdout).toContain('OCFL storage root');
    expect((await run('validate', dirname(dirname(dirname(dirname(stored('html/d1.html'))))))).stdout).toContain(
      'OCFL object',
    );
    for (const path of ['dist', 'dist/v/html/d1.html', 'nowhere'])
      expect((await run('validate', path)).code, path).toBe(2);
    writeFileSync('cut.zip', 'PK\x03\x04 and no more');
    const cut = await run('validate', 'cut.zip');
    expect([cut.code, cut.stderr.includes('BG018')]).toEqual([2, true]);
  });

  it('ends what a kill has left, says what it did, and leaves what is not ours', async () => {
    await twoVersions();
    expect((await run('recover', '--archive', 'dist/v/archive')).stdout).toContain('nothing was open');
    const object = dirname(dirname(dirname(dirname(stored('html/d1.html')))));
    // The moment after the version has been moved in: the object's inventory is still the one of v1.
    for (const name of ['inventory.json', 'inventory.json.sha512'])
      writeFileSync(join(object, name), readFileSync(join(object, 'v1', name)));
    write('dist/v/.archive.staging-0123456789/v3/content/x', 'x');
    write('dist/v/.archive.staging-abcdefabcd/diary.txt', 'mine');
    write('dist/v/.archive.staging-mine', 'mine');
    mkdirSync('dist/v/archive/abc/def', { recursive: true });
    expect((await run('verify', 'v')).code).toBe(1);
    const { code, stdout, stderr } = await run('recover', '--archive', 'dist/v/archive');
    expect(code).toBe(0);
    expect(stdout).toContain('4 things ended');
    for (const finding of ['AR005', 'AR012', 'AR013', 'AR021']) expect(stderr).toContain(finding);
    expect((await run('verify', '--archive', 'dist/v/archive', '--deep')).code).toBe(0);
    expect(readdirSync('dist/v').sort()).toEqual([
      '.archive.staging-abcdefabcd',
      '.archive.staging-mine',
      'archive',
      'html',
      'tei',
    ]);
    expect(readFileSync('dist/v/.archive.staging-abcdefabcd/diary.txt', 'utf8')).toBe('mine');
    expect((await run('recover', '--archive', 'nowhere')).code).toBe(2);
  });

  it('is understood by the tools of the system where they are', async () => {
    await twoVersions();
    await run('export', 'v', '--out', 'out');
    try {
      execFileSync('sha256sum', ['--version']);
    } catch {
      console.warn('Skipped: sha256sum is not installed.');
      return;
    }
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'checksums.sha256'], { cwd: 'out' });
  });
});
