import { diagnostic } from '../diagnostics/diagnostic.js';
import { isSame } from '../errata/changes.js';
import { compareVolumes } from '../errata/compare.js';
import { listing } from '../errata/listing.js';
import { errataPage } from '../errata/page.js';
import { Gate } from '../pipeline/gate.js';
import { readVolumeState } from '../pipeline/volume-state.js';
import type { Verb } from './verb.js';

/** `diff OLD NEW`. */
export const verb: Verb = {
  name: 'diff',
  isOfVolumes: true,
  description:
    'Lists what has changed in a volume from one time to another, as an errata list: documents that were added, removed, renumbered or moved, and the corrections of texts, notes, headers and encoding. ' +
    'Each of the two is a TEI volume, a folder with a volume.yaml, or a folder that `chancery build` has made. ' +
    'Renumbered documents are found by their words, and aliases are proposed by which their old addresses go on leading to them. The exit code is 0 where nothing is different, and 1 where something is.',
  argument: { name: 'OLD NEW', count: 2, description: 'the volume as it was, and as it is' },
  options: { html: { value: 'FILE', description: 'write the errata list as a web page too' } },
  examples: [
    ['chancery diff printed/frus1964-68v14.xml frus1964-68v14.xml', 'what is no longer as it was printed'],
    [
      'chancery diff dist/my-volume my-volume --html errata.html',
      'what the next build will change, as a page to print',
    ],
  ],
  async run({ arguments: [old = '', now = ''], options, terminal }) {
    const html = options.value('html');
    terminal.progress(`Reading ${old}`);
    const before = await readVolumeState(old);
    terminal.progress(`Reading ${now}`);
    const after = await readVolumeState(now);
    const diagnostics = [...before.diagnostics, ...after.diagnostics];
    if (before.value === undefined || after.value === undefined) {
      terminal.report(diagnostics);
      terminal.sayJson({ diagnostics });
      return 2;
    }
    const changes = compareVolumes(before.value.state, after.value.state);
    if (changes.before.id !== changes.after.id)
      diagnostics.push(diagnostic('SE040', { old: changes.before.id, now: changes.after.id }));
    const refused =
      html === undefined ? [] : new Gate([...before.value.read, ...after.value.read]).write(html, errataPage(changes));
    for (const found of refused) diagnostics.push(found);
    terminal.report(diagnostics);
    terminal.sayJson({ same: isSame(changes), ...changes, ...(html === undefined ? {} : { html }), diagnostics });
    if (refused.length > 0) return 2;
    terminal.say(listing(changes));
    if (html !== undefined) terminal.say(`\nThe errata list is in ${html}.`);
    return isSame(changes) ? 0 : 1;
  },
};
