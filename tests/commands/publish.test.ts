import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { verb } from '../../src/commands/publish.js';
import { runCommandLine } from '../../src/commands/run.js';
import { digestOf, recordName, recordText } from '../../src/pipeline/record.js';

/** Runs a command line and gives its exit code with what it says. */
async function said(...words: readonly string[]): Promise<readonly [number, string]> {
  let out = '';
  const verbs = [{ name: 'publish', summary: '', load: async () => ({ verb }) }];
  const surroundings = {
    stdout: {
      write: (text: string) => {
        out += text;
      },
    },
    stderr: { write: () => {} },
    env: {},
  };
  return [await runCommandLine(verbs, ['publish', ...words], surroundings), out];
}

/** Runs a command line and gives its exit code with the codes of its findings. */
async function run(...words: readonly string[]): Promise<readonly [number, ...string[]]> {
  const [status, out] = await said(...words, '--json');
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string }[] };
  return [status, ...diagnostics.map(({ code }) => code)];
}

it.each<[string, readonly string[], string]>([
  ['no edition', ['--to', 'here'], 'CM005'],
  ['no target', ['volume'], 'CM005'],
  ['two editions', ['volume', 'other', '--to', 'here'], 'CM006'],
  ['two editions after a word', ['status', 'volume', 'other', '--to', 'here'], 'CM006'],
  ['what excludes itself', ['volume', '--to', 'here', '--reserve', '--publish'], 'PU035'],
  ['a question that would publish', ['volume', '--to', 'here', '--check', '--publish'], 'PU035'],
  ['an option without meaning', ['withdraw', 'volume', '--to', 'here', '--publish'], 'PU037'],
  ['an unknown part', ['volume', '--to', 'here', '--only', 'sources'], 'CM007'],
  ['an edition that is not there', ['no-such-volume', '--to', 'here'], 'IN001'],
  ['a word that stands for an edition', ['status', '--to', 'here'], 'IN001'],
])('refuses a wrong call: %s', async (_, words, code) => {
  expect(await run(...words)).toEqual([2, code]);
});

it('shows of a changed edition that was handed over that nothing is sent, and that what would be cannot be undone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put(
    'volume.yaml',
    'id: mini\ntargets:\n  here: { type: sword, baseUrl: "https://example.org/sd", collection: Editions, user: press, password: { env: A } }\n',
  );
  const tei =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mini"><teiHeader><fileDesc><titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date></publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>';
  put('out/tei/mini.xml', tei);
  put(join('out', recordName), recordText(new Map([['tei/mini.xml', digestOf(tei)]])));
  const facts = { record: '/edit/1', media: '/media/1', completed: 'yes', described: 'x', sent: 'y' };
  put(
    'published/here.jsonl',
    `${JSON.stringify({ time: '2026-01-01T00:00:00Z', step: 'complete', event: 'done', facts })}\n`,
  );
  const dryRun = [folder, '--to', 'here', '--built', join(folder, 'out'), '--only', 'tei', '--dry-run'];
  const [, draft] = await said(...dryRun);
  expect(draft).toContain('Nothing is sent: another state of it was handed over');
  expect(draft).not.toContain('PUT');
  const [, final] = await said(...dryRun, '--publish');
  expect(final).toMatch(/Write the metadata \(cannot be undone\)\n.*PUT \/edit\/1/);
  expect(final).toMatch(/Send the package, mini\.zip \([^)]*\) \(cannot be undone\)\n.*PUT \/media\/1/);
  rmSync(folder, { recursive: true });
});
