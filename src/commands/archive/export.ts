import { plural, size } from '../../diagnostics/words.js';
import { takeOut } from '../../pipeline/take-out.js';
import type { Verb } from '../verb.js';
import { archiveOption, namedVersion, versionOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive export ID[@VERSION] --out DIR`. */
export const verb: Verb = {
  name: 'archive export',
  description:
    'Takes a version of an edition out of an archive: writes all its files into a folder, each as it was deposited. Every file is compared with its digest on the way. The folder must not be there yet, or be empty.',
  argument: {
    name: 'ID[@VERSION]',
    count: 'one',
    description: 'the id of the volume or object; the newest version where none is named',
  },
  options: {
    ...archiveOption,
    out: {
      value: 'DIR',
      short: 'o',
      description: 'the folder that is made (default: the id and the version, as my-volume-v2)',
    },
  },
  examples: [['chancery archive export my-volume@v2 --out my-volume-as-printed', 'the second version as a folder']],
  async run({ arguments: [words = ''], options, terminal }) {
    const named = namedVersion(words);
    const { value: found, diagnostics } = versionOf(options, named);
    if (found === undefined) return outcome(terminal, diagnostics, undefined, () => '');
    const { object, store, version } = found;
    const out = options.value('out') ?? `${named.id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-${version}`;
    terminal.progress(`Writing ${out} …`);
    const taken = takeOut(store, object, version, out);
    const result = taken.value && { id: object.inventory.id, version, out, ...taken.value };
    return outcome(
      terminal,
      [...diagnostics, ...taken.diagnostics],
      result,
      () => `${version} in ${out}: ${plural(taken.value?.files ?? 0, 'file')}, ${size(taken.value?.bytes ?? 0)}`,
    );
  },
};
