import { validateObject } from '../../archive/check-object.js';
import { validateStorageRoot } from '../../archive/check-root.js';
import { objectsIn } from '../../archive/objects.js';
import { countFindings } from '../../diagnostics/format.js';
import { plural } from '../../diagnostics/words.js';
import type { Verb } from '../verb.js';
import { archiveOf, archiveOption, objectOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive verify [ID] [--deep]`. */
export const verb: Verb = {
  name: 'archive verify',
  description:
    'Checks an archive, or one edition in it: that its inventories are whole, agree with each other, and that no file is missing or too much. With --deep every file is read and compared with its digests, ' +
    'which shows any damage of the disk. Findings bear the codes of OCFL.',
  argument: {
    name: 'ID',
    count: 'optional',
    description: 'the id of a volume or object; all of the archive where none is named',
  },
  options: { ...archiveOption, deep: { description: 'read every file and compare it with its digests' } },
  examples: [
    ['chancery archive verify --archive /srv/archive', 'a quick look at the whole archive'],
    ['chancery archive verify my-volume --deep', 'every byte of one edition'],
  ],
  async run({ arguments: [id], options, terminal }) {
    const isDeep = options.flag('deep');
    terminal.progress('Checking the archive …');
    if (id !== undefined) {
      const { value: found, diagnostics } = objectOf(options, id);
      if (found === undefined) return outcome(terminal, diagnostics, undefined, () => '');
      const checked = validateObject(found.store, found.object.folder, isDeep).diagnostics;
      const result = { archive: found.root, id: found.object.inventory.id, deep: isDeep };
      return outcome(terminal, checked, result, () => `${found.object.inventory.id}: ${countFindings(checked)}`);
    }
    const { value: archive, diagnostics } = archiveOf(options);
    if (archive === undefined) return outcome(terminal, diagnostics, undefined, () => '');
    const checked = validateStorageRoot(archive.store, archive.place, isDeep);
    const count = objectsIn(archive.store, archive.place).length;
    return outcome(
      terminal,
      checked,
      { archive: archive.root, objects: count, deep: isDeep },
      () => `${archive.root}: ${plural(count, 'object')}; ${countFindings(checked)}`,
    );
  },
};
