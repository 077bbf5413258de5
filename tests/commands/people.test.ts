import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';
import { runs } from '../runs.js';

const verbs: readonly VerbEntry[] = [
  { name: 'people', summary: '', load: () => import('../../src/commands/people.js') },
];
const volume = readFileSync(join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-people-'));
  writeFileSync(join(folder, 'one.xml'), volume);
  writeFileSync(join(folder, 'two.xml'), volume.replaceAll('frus1964-68v99', 'other'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function people(...options: string[]) {
  let stdout = '';
  let stderr = '';
  const words = ['people', join(folder, 'one.xml'), join(folder, 'two.xml'), ...options];
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

describe('chancery people', () => {
  it('proposes who is the same, and puts what is new at the end of the file of decisions', async () => {
    const review = join(folder, 'review.yaml');
    const first = await people('--review', review);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('4 entries in 2 volumes: 2 proposals.\n2 new proposals put into');
    const edited = readFileSync(review, 'utf8').replace('decision:\n', 'decision: same # by hand\n');
    writeFileSync(review, edited);
    expect((await people('--review', review)).stdout).toContain('4 entries in 2 volumes: 1 proposal.\n0 new proposals');
    expect(readFileSync(review, 'utf8')).toBe(edited);
    const { persons, proposals } = JSON.parse((await people('--json')).stdout);
    expect([persons, proposals.length, proposals[0].persons[1].key]).toEqual([4, 2, 'other#p_RD1']);
  });

  it('keeps each byte of a file of decisions, whatever its ends of lines, and takes an empty one as new', async () => {
    const review = join(folder, 'bytes.yaml');
    const words = ['', '# Müller\n', '- persons: [a#b, c#d]\n  decision: same\n', '# no end'];
    const files = fc.record({
      words: fc.constantFrom(...words),
      mark: fc.boolean(),
      end: fc.constantFrom('\n', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(files, async ({ words, mark, end }) => {
        const before = Buffer.from((mark ? '\ufeff' : '') + words.replaceAll('\n', end));
        writeFileSync(review, before);
        const { code, stdout, stderr } = await people('--review', review);
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).toContain('2 new proposals put into');
        const after = readFileSync(review);
        if (words !== '') expect(after.subarray(0, before.length)).toEqual(before);
        if (words.includes('\n')) expect(after.toString().split(end).join('')).not.toMatch(/[\r\n]/);
        expect((await people('--review', review)).stdout).toContain('0 new proposals');
      }),
      { numRuns: runs(12) },
    );
  });

  it('asks for UTF-8 where a file of decisions is in another encoding, and leaves it as it is', async () => {
    const review = join(folder, 'latin.yaml');
    const before = Buffer.from('# Müller, Zürich, Genève: no one else\n', 'latin1');
    writeFileSync(review, before);
    const { code, stderr } = await people('--review', review);
    expect(code).toBe(1);
    expect(stderr).toContain('latin.yaml: it is not in UTF-8.');
    expect(readFileSync(review)).toEqual(before);
  });

  it('writes over nothing of the editor’s, and tells what is wrong in an authority file', async () => {
    expect((await people('--review', join(folder, 'one.xml'))).code).not.toBe(0);
    expect(readFileSync(join(folder, 'one.xml'), 'utf8')).toBe(volume);
    writeFileSync(join(folder, 'people.yaml'), 'people:\n  - id: rusk\n    name: Rusk, Dean\n    viaf: none\n');
    const { code, stderr } = await people('--authority', join(folder, 'people.yaml'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/people\.yaml:4:11 .*no identifier of VIAF/);
    expect((await people('--authority', join(folder, 'nothing.yaml'))).code).toBe(2);
  });
});
