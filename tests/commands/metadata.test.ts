import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [
  { name: 'metadata', summary: '', load: () => import('../../src/commands/metadata.js') },
  { name: 'build', summary: '', load: () => import('../../src/commands/build.js') },
];
const sampler = join(import.meta.dirname, '../../corpus/sampler');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-metadata-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

const PACKAGED = [
  'bibtex.bib',
  'citations.ris',
  'cmif.xml',
  'csl.json',
  'datacite.json',
  'datacite.xml',
  'dc.xml',
  'documents.csv',
  'documents.json',
  'inveniordm.json',
  'marc.xml',
  'mets.xml',
  'mods.xml',
  'premis.xml',
  'schema-org.json',
];
const visible = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('metadata', { timeout: 60_000 }, () => {
  it('shows one form of a folder of raw texts, and writes nothing', async () => {
    const { code, stdout } = await run('metadata', sampler, '--form', 'csl');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(9);
  });

  it('writes all forms into a folder, the same each time', async () => {
    const out = join(folder, 'all');
    const first = await run('metadata', sampler, '--out', out);
    expect(first.code, first.stderr).toBe(0);
    expect(visible(out)).toEqual(PACKAGED);
    const texts = PACKAGED.map((name) => readFileSync(join(out, name), 'utf8'));
    expect((await run('metadata', sampler, '--out', out)).code).toBe(0);
    expect(PACKAGED.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(texts);
  });

  it('writes over nothing that was changed since, and over no input', async () => {
    const out = join(folder, 'kept');
    await run('metadata', sampler, '--form', 'dc,mods', '--out', out);
    writeFileSync(join(out, 'dc.xml'), 'my own');
    const { code, stderr } = await run('metadata', sampler, '--form', 'dc,mods', '--out', out);
    expect([code, /IN032/.test(stderr)]).toEqual([2, true]);
    expect(readFileSync(join(out, 'dc.xml'), 'utf8')).toBe('my own');

    const tei = join(folder, 'mods.xml');
    writeFileSync(tei, LETTER);
    const refused = await run('metadata', tei, '--form', 'mods', '--out', folder);
    expect([refused.code, /IN031/.test(refused.stderr)]).toEqual([2, true]);
    expect(readFileSync(tei, 'utf8')).toBe(LETTER);
  });

  it('describes a built edition with its files, as its archive does', async () => {
    const built = join(folder, 'edition');
    expect((await run('build', sampler, '--out', built)).code).toBe(0);
    const { code, stdout } = await run('metadata', built, '--form', 'premis');
    expect(code).toBe(0);
    const names = (text: string): string[] =>
      [...text.matchAll(/<originalName>([^<]*\/[^<]*)</g)].map((m) => m[1] ?? '');
    expect(names(stdout)).toEqual(expect.arrayContaining(['html/d73.html', 'tei/sampler.xml', 'pdf/sampler.pdf']));
    // No time is fixed for what happened, and the clock’s is not told.
    expect(stdout).not.toContain('<event>');

    // What the web edition has as well is stored once (OCFL 1.1, §3.5.2).
    const inventoryPath = readdirSync(join(built, 'archive'), { recursive: true, encoding: 'utf8' })
      .map((path) => join(built, 'archive', path))
      .find((path) => path.endsWith('/inventory.json') && !/\/v\d+\//.test(path));
    const inventory = JSON.parse(readFileSync(inventoryPath ?? '', 'utf8')) as {
      manifest: Record<string, string[]>;
      versions: Record<string, { state: Record<string, string[]> }>;
    };
    const archived = new Map(
      Object.entries(inventory.versions['v1']?.state ?? {}).flatMap(([digest, paths]) =>
        paths
          .filter((path) => path.startsWith('metadata/'))
          .map((path) => [
            path.replace(/^.*\//, ''),
            readFileSync(join(dirname(inventoryPath ?? ''), inventory.manifest[digest]?.[0] ?? ''), 'utf8'),
          ]),
      ),
    );
    expect([...archived.keys()].sort()).toEqual(PACKAGED);
    expect(archived.get('mods.xml')).toBe((await run('metadata', built, '--form', 'mods')).stdout);
    const sources = readdirSync(sampler).map((name) => `sources/${name}`);
    expect(names(archived.get('premis.xml') ?? '')).toEqual(expect.arrayContaining([...names(stdout), ...sources]));
  });

  it('says what a header lacks, and which volume has no letters', async () => {
    const tei = join(folder, 'lacking.xml');
    writeFileSync(tei, LETTER);
    const lacking = await run('metadata', tei, '--form', 'datacite');
    expect([lacking.code, lacking.stdout]).toEqual([1, '']);
    expect(lacking.stderr).toContain('MD001');
    expect(lacking.stderr).toContain('no publisher and no date of publication');
    const unlettered = await run('metadata', tei, '--form', 'cmif');
    expect([unlettered.code, /MD002/.test(unlettered.stderr)]).toEqual([1, true]);
  });

  it('explains itself and corrects a misspelt form', async () => {
    const help = await run('metadata', '--help');
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('correspSearch')]);
    const wrong = await run('metadata', sampler, '--form', 'mads');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('mods')]);
  });

  it('fails in words where there is nothing to describe', async () => {
    const nothing = await run('metadata', join(folder, 'nowhere'));
    expect([nothing.code, /^\s+at /m.test(nothing.stderr)]).toEqual([2, false]);
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, stderr } = await run('metadata', empty);
    expect([code, /VO008/.test(stderr)]).toEqual([2, true]);
  });
});

const LETTER = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1"><teiHeader><fileDesc><titleStmt><title>A paper</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><div type="document" xml:id="d1"><head>Paper</head><p>Words</p></div></body></text></TEI>`;
