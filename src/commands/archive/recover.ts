import { join } from 'node:path';
import { plural } from '../../diagnostics/words.js';
import { recoverArchive } from '../../pipeline/recover.js';
import type { Verb } from '../verb.js';
import { archiveOf, archiveOption } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive recover`. */
export const verb: Verb = {
  name: 'archive recover',
  description:
    'Ends what a deposit has left that was killed, or whose machine lost its power: a version that stands in its object before the inventory names it is completed, what was made ready beside the archive is removed. ' +
    'It says what it did, and touches nothing that this program has not made. The next build or deposit does the same by itself.',
  options: archiveOption,
  examples: [['chancery archive recover --archive /srv/archive', 'end what is open, then chancery archive verify']],
  async run({ options, terminal }) {
    // What was killed while the archive was made has left no archive: its place must be named.
    const root = options.value('archive') ?? archiveOf(options).value?.root ?? join('archive');
    const { value, diagnostics } = recoverArchive(root);
    return outcome(terminal, diagnostics, value === undefined ? undefined : { archive: root, ended: value }, () =>
      value === 0 ? `${root}: nothing was open.` : `${root}: ${plural(value ?? 0, 'thing')} ended.`,
    );
  },
};
