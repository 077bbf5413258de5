import { changesBetween, changeWords, contentWords } from '../../archive/changes.js';
import { versionsInOrder } from '../../archive/inventory.js';
import { editionOf, objectsIn } from '../../archive/objects.js';
import type { Verb } from '../verb.js';
import { archiveOf, archiveOption, objectOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive log [ID]`. */
export const verb: Verb = {
  name: 'archive log',
  description:
    'Lists the versions of an edition, the newest first: when it was made, by whom, why, and what it has changed. Without an id, it lists the editions of the archive.',
  argument: { name: 'ID', count: 'optional', description: 'the id of the volume, or of the object' },
  options: archiveOption,
  examples: [
    ['chancery archive log my-volume', 'the versions of my-volume in dist/my-volume/archive'],
    ['chancery archive log --archive /srv/archive', 'the editions of an archive'],
  ],
  async run({ arguments: [id], options, terminal }) {
    if (id === undefined) {
      const { value: archive, diagnostics } = archiveOf(options);
      if (archive === undefined) return outcome(terminal, diagnostics, undefined, () => '');
      const editions = objectsIn(archive.store, archive.place).map((object) => {
        const { id: own, head, versions } = object.inventory;
        return { id: own, head, modified: versions[head]?.created ?? '', ...editionOf(archive.store, object) };
      });
      return outcome(terminal, diagnostics, { archive: archive.root, objects: editions }, () =>
        editions
          .map(
            ({ id: own, head, modified, volume, title }) =>
              `${volume ?? own}  ${head}  ${modified}  ${title ?? ''}\n  ${own}`,
          )
          .join('\n'),
      );
    }
    const { value: found, diagnostics } = objectOf(options, id);
    if (found === undefined) return outcome(terminal, diagnostics, undefined, () => '');
    const { inventory } = found.object;
    const names = versionsInOrder(inventory);
    const versions = names
      .map((name, i) => {
        const { created = '', message = '', user, state = {} } = inventory.versions[name] ?? {};
        const before = inventory.versions[names[i - 1] ?? '']?.state;
        const changes = before === undefined ? contentWords(state) : changeWords(changesBetween(before, state));
        return { version: name, created, message, ...(user === undefined ? {} : { user }), changes };
      })
      .reverse();
    const { title } = editionOf(found.store, found.object);
    return outcome(terminal, diagnostics, { id: inventory.id, title, versions }, () =>
      [
        title ?? inventory.id,
        ...versions.flatMap(({ version, created, message, user, changes }) => [
          '',
          `${version}  ${created}  ${user === undefined ? '' : `${user.name}${user.address === undefined ? '' : ` <${user.address}>`}`}`.trimEnd(),
          ...message.split('\n').map((line) => `  ${line}`.trimEnd()),
          ...(message.includes(changes) ? [] : [`  ${changes}`]),
        ]),
      ].join('\n'),
    );
  },
};
