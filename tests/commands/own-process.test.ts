import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inOwnProcess, isLong } from '../../src/commands/own-process.js';
import { Terminal } from '../../src/commands/terminal.js';
import { packageFile } from '../../src/formats/package.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A volume of so many documents, each with one long paragraph. */
function volumeOf(documents: number): string {
  const words = 'The Minister said that the harbor board would meet again in the spring. '.repeat(40);
  const divs = Array.from(
    { length: documents },
    (_, at) =>
      `<div type="document" n="${at + 1}" xml:id="d${at + 1}" subtype="historical-document"><head>${at + 1}. Letter</head><p>${words}</p></div>`,
  );
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus-long"><teiHeader><fileDesc><titleStmt><title>Long</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="compilation" xml:id="c1"><head>One</head>${divs.join('')}</div></body></text></TEI>`;
}

describe('a volume in a process of its own', () => {
  const input = join(folder, 'long.xml');
  writeFileSync(input, volumeOf(1500));

  it.each([
    ['too little memory: a finding instead of the words of the engine', 48, 2, 'IN081'],
    ['enough memory: an edition, and its own exit code', 2000, 0, undefined],
  ])('has %s', async (_, memory, code, finding) => {
    const said: string[] = [];
    const stream = { write: (words: string) => said.push(words) > 0, isTTY: false };
    const terminal = new Terminal({ stdout: stream, stderr: stream, env: {}, json: false, quiet: false });
    const out = join(folder, `out-${memory}`);
    const program = [packageFile('dist/program/cli.js'), 'build', input, '--only', 'html', '--out', out, '--quiet'];
    expect(await inOwnProcess(program, input, terminal, memory)).toBe(code);
    if (finding === undefined) {
      expect(said.join('')).toBe('');
      expect(readdirSync(out)).toContain('html');
    } else {
      expect(said.join('')).toContain(finding);
      expect(said.join('')).not.toMatch(/Last few GCs|FATAL ERROR|at .*\.js/);
      expect(readdirSync(folder)).not.toContain(`out-${memory}`);
    }
  });

  it('is not asked for where a volume is of an ordinary length, or the user has said how much memory there is', () => {
    expect(isLong(input, {})).toBe(false);
    const longer = join(folder, 'longer.xml');
    writeFileSync(longer, ' '.repeat(31_000_000));
    expect(isLong(longer, {})).toBe(true);
    expect(isLong(longer, { NODE_OPTIONS: '--max-old-space-size=8000' })).toBe(false);
    expect(isLong(join(folder, 'none.xml'), {})).toBe(false);
  });
});
