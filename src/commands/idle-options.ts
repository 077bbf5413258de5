/** Options of a build that serve an output which is not made. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Output } from '../pipeline.js';
import type { OptionValues } from './verb.js';

/** What each option is about, and the output without which it would do nothing. */
const SERVED: Readonly<Record<string, readonly [output: Output, what: string]>> = {
  theme: ['html', 'is the house style of the web site'],
  'print-style': ['pdf', 'is the house style of the printed book'],
  offprints: ['html', 'are downloads of the web site'],
  'search-server': ['html', 'puts files into the web site'],
  message: ['archive', 'says what a version of the archive is for'],
  user: ['archive', 'says who makes a version of the archive'],
  'user-address': ['archive', 'says who makes a version of the archive'],
};

/**
 * Findings for options that would do nothing, since `--only` leaves out what they are about: somebody expects something of them. The archive stores all editions, and
 * with it they are all made.
 */
export function idleOptions(options: OptionValues): readonly Diagnostic[] {
  const only = options.list('only');
  if (only.length === 0 || only.includes('archive')) return [];
  const list = only.join(',');
  const idle = Object.entries(SERVED).flatMap(([name, [output, what]]) =>
    options.flag(name) && !only.includes(output)
      ? [diagnostic('CM041', { option: `--${name}`, what, only: list, output })]
      : [],
  );
  return options.flag('archive') ? [diagnostic('CM034', { only: list }), ...idle] : idle;
}
