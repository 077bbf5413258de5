import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { unreadable } from '../formats/text-file.js';
import { openXml } from '../formats/xml-file.js';
import { readTree } from '../validate/tree.js';
import { type IndexedVolume, type IndexFile, indexVolume } from '../validate/volume-index.js';
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
      const opened = openXml(await readFile(path), path);
      diagnostics.push(...opened.diagnostics);
      if (opened.value === undefined) continue;
      const tree = readTree(opened.value.source);
      diagnostics.push(...tree.diagnostics);
      if (tree.diagnostics.length > 0 || tree.root?.name !== 'TEI') continue;
      const entry = indexVolume(tree, relative(folder, path));
      volumes[entry.name] = entry.volume;
    }
    const file: IndexFile = { format: 1, volumes };
    const count = Object.keys(volumes).length;
    if (count === 0) diagnostics.push(diagnostic('CM021', { folder }));
    else await writeFile(out, `${JSON.stringify(file, undefined, 1)}\n`);
    terminal.report(diagnostics);
    terminal.sayJson({ index: out, volumes: Object.keys(volumes), diagnostics });
    if (count > 0) terminal.say(`${plural(count, 'volume')} indexed in ${out}.`);
    return count === 0 ? 2 : hasErrors(diagnostics) ? 1 : 0;
  },
};
