import { describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [{ name: 'build', summary: '', load: () => import('../../src/commands/build.js') }];

async function build(...words: string[]) {
  let stderr = '';
  const code = await runCommandLine(verbs, ['build', 'no-volume.xml', ...words], {
    stdout: { write: () => true },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, codes: [...stderr.matchAll(/\b([A-Z]{2}\d{3})\b/g)].map(([, found]) => found), stderr };
}

describe('an option of a build that serves an output', () => {
  const served = [
    [['--offprints', 'chapters'], 'html'],
    [['--search-server'], 'html'],
    [['--theme', 'theme.yaml'], 'html'],
    [['--print-style', 'chancery'], 'pdf'],
    [['--message', 'Corrected'], 'archive'],
    [['--user', 'Ann Roe'], 'archive'],
    [['--user-address', 'mailto:ann@example.org'], 'archive'],
  ] as const;

  it.each(served)('is refused where that is not made: %s for %s', async (option, output) => {
    const others = ['html', 'epub', 'pdf'].filter((name) => name !== output);
    const { code, codes, stderr } = await build('--only', others.join(','), ...option);
    expect(code).toBe(2);
    expect(codes).toEqual(['CM041']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`add ${output} to the list`);
  });

  it.each(served)(
    'is taken where it is made, in the archive, or where nothing is said: %s for %s',
    async (option, output) => {
      for (const only of [['--only', output], ['--only', 'archive'], []])
        expect((await build(...only, ...option)).codes, only.join(' ')).not.toContain('CM041');
    },
  );

  it('is refused with the others of its call', async () => {
    expect((await build('--only', 'epub', '--offprints', 'chapters', '--archive', 'a')).codes).toEqual([
      'CM034',
      'CM041',
    ]);
  });
});
