import { expect, it } from 'vitest';
import { verb } from '../../src/commands/publish.js';
import { runCommandLine } from '../../src/commands/run.js';

/** Runs a command line and gives its exit code with the codes of its findings. */
async function run(...words: readonly string[]): Promise<readonly [number, ...string[]]> {
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
  const status = await runCommandLine(verbs, ['publish', ...words, '--json'], surroundings);
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
