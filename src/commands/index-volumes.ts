import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { unreadable } from '../formats/text-file.js';
import { Gate, isRecorded } from '../pipeline/gate.js';
import { readTree } from '../validate/tree.js';
import { type IndexedVolume, type IndexFile, indexVolume, readIndex } from '../validate/volume-index.js';
import { readXmlFile } from './validate-inputs.js';
import type { Verb } from './verb.js';

/** The name of the index in the folder that it is of. */
export const indexName = 'chancery-index.json';

/** `index DIR`: the ids of the volumes of a folder, for references between volumes. */
export const verb: Verb = {
  name: 'index',
  description:
    'Lists what can be referred to in the TEI volumes of a folder (documents, pages, notes), so that `chancery validate --index` can check references from one volume to another without any network. ' +
    `The index is one JSON file, ${indexName}, in the folder itself unless --out says otherwise.`,
  argument: { name: 'DIR', count: 'one', description: 'the folder with the TEI volumes (*.xml)' },
  options: { out: { value: 'FILE', short: 'o', description: `the index file (default: DIR/${indexName})` } },
  examples: [
    ['chancery index volumes', `write volumes/${indexName}`],
    [
      `chancery validate volumes/frus1964-68v14.xml --index volumes/${indexName}`,
      'check references to the other volumes too',
    ],
  ],
  async run({ arguments: [folder = '.'], options, terminal }) {
    const out = options.value('out') ?? join(folder, indexName);
    const diagnostics: Diagnostic[] = [];
    const read: string[] = [];
    const volumes: Record<string, IndexedVolume> = {};
    let names: readonly string[];
    try {
      names = (await readdir(folder)).filter((name) => name.endsWith('.xml')).sort();
    } catch (error) {
      terminal.report([unreadable(folder, error as NodeJS.ErrnoException)]);
      return 2;
    }
    for (const [i, name] of names.entries()) {
      terminal.progress(`${i + 1} of ${names.length}: ${name}`);
      const path = join(folder, name);
      const source = readXmlFile(path, false);
      for (const found of source.diagnostics) diagnostics.push(found);
      read.push(path);
      if (source.value === undefined) continue;
      const tree = readTree(source.value);
      for (const found of tree.diagnostics) diagnostics.push(found);
      if (tree.diagnostics.length > 0 || tree.root?.name !== 'TEI') continue;
      const entry = indexVolume(tree, relative(folder, path));
      volumes[entry.name] = entry.volume;
    }
    const file: IndexFile = { format: 1, volumes };
    const count = Object.keys(volumes).length;
    if (count === 0) diagnostics.push(diagnostic('CM021', { folder }));
    const refused =
      count === 0 ? [] : new Gate(read).write(out, `${JSON.stringify(file, undefined, 1)}\n`, isIndexOrRecorded);
    for (const found of refused) diagnostics.push(found);
    terminal.report(diagnostics);
    terminal.sayJson({ index: out, volumes: Object.keys(volumes), diagnostics });
    if (refused.length > 0) return 2;
    if (count > 0) terminal.say(`${plural(count, 'volume')} indexed in ${out}.`);
    return count === 0 ? 2 : hasErrors(diagnostics) ? 1 : 0;
  },
};

/** Whether a file is an index, which is nothing but what the volumes say, or stands in the record of its folder. */
function isIndexOrRecorded(file: string, bytes: Uint8Array): boolean {
  return readIndex(Buffer.from(bytes).toString()) !== undefined || isRecorded(file, bytes);
}
