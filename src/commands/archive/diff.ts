import { changesBetween } from '../../archive/changes.js';
import type { Verb } from '../verb.js';
import { archiveOption, versionOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive diff ID FROM TO`. */
export const verb: Verb = {
  name: 'archive diff',
  description:
    'Lists the files that a version of an edition has added, changed, removed or renamed against another one.',
  argument: { name: 'ID FROM TO', count: 3, description: 'the id of the volume or object, and two of its versions' },
  options: archiveOption,
  examples: [['chancery archive diff my-volume v1 v2', 'what the second version has changed']],
  async run({ arguments: [id = '', from = '', to = ''], options, terminal }) {
    const [before, after] = [from, to].map((version) => versionOf(options, { id, version }));
    const diagnostics = [...(before?.diagnostics ?? []), ...(after?.diagnostics ?? [])];
    if (before?.value === undefined || after?.value === undefined)
      return outcome(terminal, diagnostics.slice(0, 1), undefined, () => '');
    const { versions } = before.value.object.inventory;
    const state = (version: string) => versions[version]?.state ?? {};
    const changes = changesBetween(state(before.value.version), state(after.value.version));
    const { added, changed, removed, renamed } = changes;
    const lines = [
      ...added.map((path) => `added    ${path}`),
      ...changed.map((path) => `changed  ${path}`),
      ...removed.map((path) => `removed  ${path}`),
      ...renamed.map(([old, now]) => `renamed  ${old} → ${now}`),
    ];
    const result = {
      id: before.value.object.inventory.id,
      from: before.value.version,
      to: after.value.version,
      ...changes,
    };
    return outcome(terminal, diagnostics, result, () =>
      lines.length === 0 ? 'Nothing is different.' : lines.join('\n'),
    );
  },
};
