import { type DigestMap, pathsOf } from '../../archive/inventory.js';
import { editionOf, versionFiles } from '../../archive/objects.js';
import { plural, size } from '../../diagnostics/words.js';
import { sizeOf } from '../../model/file-set.js';
import { largest } from '../../model/list.js';
import type { Verb } from '../verb.js';
import { archiveOption, namedVersion, versionOf } from './archive-of.js';
import { outcome } from './outcome.js';

/** `archive show ID[@VERSION]`. */
export const verb: Verb = {
  name: 'archive show',
  description:
    'Shows what a version of an edition is, and all its files with their sizes. With --json, with their digests and where they lie in the archive.',
  argument: {
    name: 'ID[@VERSION]',
    count: 'one',
    description: 'the id of the volume or object; the newest version where none is named',
  },
  options: archiveOption,
  examples: [
    ['chancery archive show my-volume', 'the newest version'],
    ['chancery archive show my-volume@v2 --archive /srv/archive', 'the second version, of an archive elsewhere'],
  ],
  async run({ arguments: [words = ''], options, terminal }) {
    const { value: found, diagnostics } = versionOf(options, namedVersion(words));
    if (found === undefined) return outcome(terminal, diagnostics, undefined, () => '');
    const { object, store, version } = found;
    const { id, manifest, versions, digestAlgorithm, head } = object.inventory;
    const { created = '', message = '', user, state = {} } = versions[version] ?? {};
    const sizes = versionFiles(store, object, version) ?? new Map<string, string>();
    const files = [...pathsOf(state)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, digest]) => {
        const content = sizes.get(path);
        return {
          path,
          ...(content === undefined ? {} : { bytes: sizeOf(content) }),
          digest,
          stored: storedAt(manifest, digest),
        };
      });
    const bytes = files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    const edition = editionOf(store, object);
    const result = { id, ...edition, version, head, created, message, user, digestAlgorithm, bytes, files };
    const width = largest(
      files.map((file) => amount(file.bytes).length),
      0,
    );
    return outcome(terminal, diagnostics, result, () =>
      [
        edition.title ?? id,
        `  ${version}${version === head ? ', the newest' : ''}, of ${created}${user === undefined ? '' : `, by ${user.name}`}`,
        ...(message === '' ? [] : [`  ${message}`]),
        `  ${plural(files.length, 'file')}, ${size(bytes)}`,
        '',
        ...files.map((file) => `  ${amount(file.bytes).padStart(width)}  ${file.path}`),
      ].join('\n'),
    );
  },
};

function amount(bytes: number | undefined): string {
  return bytes === undefined ? 'missing' : size(bytes);
}

function storedAt(manifest: DigestMap, digest: string): string | undefined {
  return Object.entries(manifest).find(([own]) => own.toLowerCase() === digest)?.[1][0];
}
