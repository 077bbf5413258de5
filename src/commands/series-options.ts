/** The options of a build that have a meaning for a series, or for a single volume, alone. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OptionSpec, OptionValues } from './verb.js';

export const seriesOptions: Readonly<Record<string, OptionSpec>> = {
  volumes: {
    value: 'LIST',
    list: true,
    description: 'of a series: build these volumes only, by the names of their files or folders',
  },
  explain: { description: 'of a series: say why each volume is built, or put into its place again' },
  memory: {
    value: 'SIZE',
    description:
      'of a series: what all processes together may take, 8G or 900M (default: three quarters of the machine)',
  },
  processes: { value: 'NUMBER', description: 'of a series: how many volumes at once (default: one for each core)' },
  cache: {
    value: 'DIR',
    description:
      'of a series: where what was built is kept, a folder that can be removed at any time (default: .chancery-cache beside the outputs)',
  },
};

const OF_A_VOLUME = ['archive', 'offprints', 'message', 'user', 'user-address'] as const;

/** Findings for options that say nothing of what is built. */
export function misplacedOptions(input: string, options: OptionValues, isSeries: boolean): readonly Diagnostic[] {
  const misplaced = (isSeries ? OF_A_VOLUME : Object.keys(seriesOptions)).filter((name) => options.flag(name));
  const [one, other] = isSeries ? ['one volume', 'a series'] : ['a series', 'none: it has no series.yaml'];
  return misplaced.map((name) => diagnostic('SE010', { option: `--${name}`, one, input, other }));
}
