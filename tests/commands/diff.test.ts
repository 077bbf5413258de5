import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [{ name: 'diff', summary: '', load: () => import('../../src/commands/diff.js') }];
const volume = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-diff-'));
  writeFileSync(join(folder, 'old.xml'), volume);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function diff(now: string, ...options: string[]) {
  writeFileSync(join(folder, 'new.xml'), now);
  let stdout = '';
  let stderr = '';
  const words = ['diff', join(folder, 'old.xml'), join(folder, 'new.xml'), ...options];
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

/** The volume with a change, which has to be one. */
function changed(...replacements: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    const now = text.replace(from, () => to);
    expect(now).not.toBe(text);
    return now;
  }, volume);
}

describe('chancery diff', () => {
  it('says nothing of a volume that is the same, and ends with 0', async () => {
    expect(await diff(volume)).toEqual({ code: 0, stdout: 'Nothing is different.\n', stderr: '' });
  });

  it('takes no account of how lines are broken', async () => {
    const { code, stdout } = await diff(volume.replace(/ told me /, '\n      told   me '));
    expect([code, stdout]).toEqual([0, 'Nothing is different.\n']);
  });

  it('tells a word, a link and a fact that have changed, each at its document', async () => {
    const { code, stdout } = await diff(
      changed(
        ['told me', 'wrote to me'],
        ['#p_TLE1">Thompson</persName> ', '#p_RD1">Thompson</persName> '],
        ['POL US–USSR. Secret.', 'POL US–USSR. Top Secret.'],
      ),
      '--json',
    );
    expect(code).toBe(1);
    const { same, added, removed, changed: found } = JSON.parse(stdout);
    expect([same, added, removed]).toEqual([false, [], []]);
    expect(found).toMatchObject([
      {
        id: 'd1',
        text: [{ before: 'told', after: 'wrote to' }],
        markup: [{ before: ['<persName corresp="#p_TLE1">'], after: ['<persName corresp="#p_RD1">'] }],
      },
      { id: 'd2', notes: [{ kind: 'changed', label: '1', text: [{ before: '', after: 'Top' }] }] },
    ]);
  });

  it('finds a document that was renumbered by its words, and proposes the alias', async () => {
    const now = volume
      .replace(/\bd4(?=["f])/g, 'd5')
      .replace('id="d5" n="4"', 'id="d5" n="5"')
      .replace('<head>4. ', '<head>5. ');
    const { code, stdout } = await diff(now);
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "1 document renumbered.

      renumbered  d4 → d5

      So that the old addresses go on leading to their documents, add to the manifest:

      aliases:
        d4: d5
      "
    `);
  });

  it('tells the call of a note that stands elsewhere', async () => {
    const note = '<note n="2" xml:id="d2fn2">See footnote 1 above.</note>';
    const { stdout } = await diff(
      changed([note, ''], ['<p>The Minister gave', `<p>The Minister${note} gave`]),
      '--json',
    );
    expect(JSON.parse(stdout).changed).toMatchObject([
      { id: 'd2', text: [], notes: [{ kind: 'moved', words: expect.stringMatching(/The Minister$/) }] },
    ]);
  });

  it('writes the errata list, and over nothing that it has read or not written', async () => {
    const html = join(folder, 'errata.html');
    expect((await diff(changed(['told me', 'wrote me']), '--html', html)).code).toBe(1);
    expect(readFileSync(html, 'utf8')).toContain('For “told” read “wrote”.');
    expect((await diff(changed(['told me', 'said to me']), '--html', html)).code).toBe(1);
    expect((await diff(volume, '--html', join(folder, 'old.xml'))).code).toBe(2);
    expect(readFileSync(join(folder, 'old.xml'), 'utf8')).toBe(volume);
  });

  it('ends with 2 where one of the two cannot be read', async () => {
    const { code, stderr } = await diff(volume.replace('</head>', '</haed>'));
    expect(code).toBe(2);
    expect(stderr).toContain('new.xml:');
  });
});
