import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { plural, size } from '../../diagnostics/words.js';
import { spareMemory } from '../../formats/engine.js';
import { archiveBuild } from '../../pipeline/archive.js';
import { changedSinceBuilt, completed, readBuiltEdition } from '../../pipeline/built-edition.js';
import { archivingEvent } from '../../pipeline/preservation-events.js';
import { accountName, checkAddress, depositTime, provenanceOptions } from '../provenance.js';
import type { Verb } from '../verb.js';
import { outcome } from './outcome.js';

/** `archive add EDITION-FOLDER`. */
export const verb: Verb = {
  name: 'archive add',
  description:
    'Adds a built edition to an archive as a new version. Files that an earlier version holds already are not stored again, and where nothing has changed no version is added. ' +
    'A deposit that is interrupted leaves the archive as it was; chancery archive recover ends what it has left.',
  argument: {
    name: 'EDITION-FOLDER',
    count: 'one',
    description: 'the folder that chancery build has written, as dist/my-volume',
  },
  options: {
    archive: { value: 'DIR', description: 'the archive; made where there is none (default: EDITION-FOLDER/archive)' },
    sources: { value: 'DIR', description: 'the folder of the raw texts, to be kept with the edition' },
    ...provenanceOptions,
  },
  examples: [
    ['chancery archive add dist/my-volume --archive /srv/archive', 'add the edition to the archive of all volumes'],
    [
      'chancery archive add dist/my-volume --sources my-volume -m "Corrects three dates" --user "A. Editor" --user-address mailto:editor@example.org',
      'with the raw texts, and with who changed it and why',
    ],
  ],
  async run({ arguments: [folder = ''], options, terminal }) {
    spareMemory();
    const address = options.value('user-address');
    const message = options.value('message');
    const root = options.value('archive') ?? join(folder, 'archive');
    const unfit = checkAddress(address);
    if (unfit.length > 0) return outcome(terminal, unfit, undefined, () => '');
    terminal.progress(`Reading ${folder} …`);
    const { value: found, diagnostics: read } = readBuiltEdition(folder, options.value('sources'));
    if (found === undefined) return outcome(terminal, read, undefined, () => '');
    const created = depositTime();
    const { value: done, diagnostics: described } = await completed(found, created);
    const { preservation: known, ...built } = done ?? { ...found, preservation: undefined };
    const diagnostics: Diagnostic[] = [...read, ...described, ...changedSinceBuilt(folder, found)];
    if (!built.parts.has('sources')) diagnostics.push(diagnostic('AR019'));
    terminal.progress(`Archiving into ${root} …`);
    const deposit = archiveBuild(root, {
      ...built,
      created,
      ...(known === undefined
        ? {}
        : {
            preservation: {
              bibliography: known.bibliography,
              eventsAfter: (before) => [...known.events, archivingEvent(created, before)],
            },
          }),
      user: options.value('user') ?? accountName(),
      ...(address === undefined ? {} : { userAddress: address }),
      ...(message === undefined ? {} : { message }),
    });
    const { value } = deposit;
    const result = value && { archive: root, volume: built.edition.volume, ...value };
    return outcome(terminal, [...diagnostics, ...deposit.diagnostics], result, () =>
      value?.added === true
        ? `${built.title}\n  ${value.version} added to ${root}: ${plural(value.storedFiles, 'new file')}, ${size(value.storedBytes)}`
        : `${built.title}\n  unchanged: ${value?.version ?? ''} in ${root} is the same`,
    );
  },
};
