import { describe, expect, it } from 'vitest';
import { verbHelp } from '../../src/commands/help.js';
import { parseCall } from '../../src/commands/options.js';
import { runCommandLine } from '../../src/commands/run.js';
import type { Verb } from '../../src/commands/verb.js';

const verb: Verb = {
  name: 'bake',
  description: 'Bakes bread.',
  argument: { name: 'DOUGH', description: 'the dough', count: 'one' },
  options: {
    out: { value: 'DIR', description: 'where to' },
    only: { value: 'LIST', list: true, choices: ['rye', 'wheat'], description: 'which' },
    fast: { description: 'hurry' },
  },
  examples: [['chancery bake dough', 'bakes it']],
  run: async (call) => {
    call.terminal.say(call.arguments.join());
    return call.options.flag('fast') ? 1 : 0;
  },
};

describe('options', () => {
  it('reads options anywhere, lists at commas, and words after -- as arguments', () => {
    const call = parseCall(verb, ['--only', 'rye,wheat', '--fast', '--out=x', '--', '--dough']);
    expect(call.diagnostics).toEqual([]);
    expect(call.arguments).toEqual(['--dough']);
    expect(call.options.list('only')).toEqual(['rye', 'wheat']);
    expect(call.options.flag('fast')).toBe(true);
    expect(call.options.value('out')).toBe('x');
    expect(call.options.value('absent')).toBeUndefined();
  });

  it.each([
    [['a', '--ouy', 'x'], 'CM002', 'Did you mean --out?'],
    [['a', '--out'], 'CM003', undefined],
    [['a', '--fast=1'], 'CM004', undefined],
    [[], 'CM005', 'For example: chancery bake dough'],
    [['a', 'b'], 'CM006', 'Give each its own command; a name with spaces stands in quotation marks.'],
    [['a', '--only', 'oats'], 'CM007', 'It takes rye, wheat.'],
    [['a', '--constructor'], 'CM002', 'See chancery bake --help.'],
  ])('refuses %j with %s', (words, code, hint) => {
    const found = parseCall(verb, words).diagnostics.find((d) => d.code === code);
    expect(found?.message).toBeDefined();
    expect(found?.hint).toBe(hint);
  });

  it('does not take the value of an option that is not known for an argument', () => {
    expect(parseCall(verb, ['a', '--ouy', 'x']).diagnostics.map((d) => d.code)).toEqual(['CM002']);
  });

  it('shows every option, the argument and an example in the help, in 100 columns', () => {
    const help = verbHelp(verb);
    for (const word of ['bake DOUGH', '--out DIR', '--only LIST', '--json', '-q', 'chancery bake dough'])
      expect(help).toContain(word);
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('the command line', () => {
  async function run(words: string[], env: Record<string, string> = {}) {
    let stdout = '';
    let stderr = '';
    const entry = { name: 'bake', summary: 'bakes', load: async () => ({ verb }) };
    const broken = {
      name: 'break',
      summary: 'fails',
      load: async () => ({
        verb: {
          ...verb,
          run: async () => {
            throw new Error('the oven is cold');
          },
        },
      }),
    };
    const code = await runCommandLine([entry, broken], words, {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
      env,
    });
    return { code, stdout, stderr };
  }

  it('runs a verb and gives its code', async () => {
    expect(await run(['bake', 'rye'])).toEqual({ code: 0, stdout: 'rye\n', stderr: '' });
    expect((await run(['bake', 'rye', '--fast'])).code).toBe(1);
  });

  it('is quiet on demand', async () => {
    expect(await run(['bake', 'rye', '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('shows the overview, and help for a verb by both ways', async () => {
    expect((await run(['--help'])).stdout).toContain('bakes');
    expect((await run([])).code).toBe(2);
    expect((await run(['help', 'bake'])).stdout).toBe((await run(['bake', '--help'])).stdout);
  });

  it('suggests the verb that was meant', async () => {
    const { code, stderr } = await run(['bkae']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean chancery bake?');
  });

  it('reports an error that nobody caught as its own, with code 2', async () => {
    const { code, stderr } = await run(['break', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Chancery itself has failed: the oven is cold');
    expect(stderr).toContain('at ');
  });

  it('gives refusals as JSON too', async () => {
    const { stdout, stderr } = await run(['bake', '--json']);
    expect(JSON.parse(stdout).diagnostics[0].code).toBe('CM005');
    expect(stderr).toBe('');
  });

  it('colours findings only where asked', async () => {
    const esc = String.fromCharCode(27);
    expect((await run(['bkae'])).stderr).not.toContain(esc);
    expect((await run(['bkae'], { FORCE_COLOR: '1' })).stderr).toContain(esc);
  });
});
