import { join } from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { METADATA_FORMS, type MetadataFormName } from '../metadata/metadata-files.js';
import { describeEdition } from '../pipeline/metadata.js';
import { isFailure } from './failures.js';
import type { Verb } from './verb.js';

const FORMS = Object.keys(METADATA_FORMS) as MetadataFormName[];

/** The folder for the files, where none is named. */
const FOLDER = 'metadata';

/** `metadata INPUT`: what libraries, repositories and search engines ask of an edition. */
export const verb: Verb = {
  name: 'metadata',
  isOfVolumes: true,
  description:
    'Describes an edition for libraries, repositories, archives and search engines, from what its TEI header and its documents say; nothing is made up. ' +
    'What a header lacks, the manifest can say: ORCID iDs, a description, key words, funding, related works, a DOI. ' +
    'One form alone is written to the standard output, several into a folder. The folder that a build has written is described with its files.\n\n' +
    `The forms:\n\n${FORMS.map((name) => `  ${name.padEnd(14)} ${METADATA_FORMS[name].purpose}`).join('\n')}`,
  argument: {
    name: 'INPUT',
    count: 'one',
    description: 'a folder with a volume.yaml, a TEI volume or document (.xml), or the folder of a built edition',
  },
  options: {
    form: {
      value: 'LIST',
      list: true,
      choices: FORMS,
      description: 'write these forms only (default: all but ro-crate)',
    },
    out: {
      value: 'DIR',
      short: 'o',
      description: `the folder for the files (default: ${FOLDER}, where several are written)`,
    },
  },
  examples: [
    ['chancery metadata dist/sampler', `describe a built edition in the folder ${FOLDER}`],
    ['chancery metadata frus1964-68v14.xml --form datacite', 'show what DataCite would be told of a volume'],
    ['chancery metadata my-volume --form csl,cmif --out public', 'write public/csl.json and public/cmif.xml'],
  ],
  async run({ arguments: [input = ''], options, terminal }) {
    const forms = options.list('form') as readonly MetadataFormName[];
    const isShown = forms.length === 1 && options.value('out') === undefined;
    const out = isShown ? undefined : (options.value('out') ?? FOLDER);
    const { value, diagnostics, sources } = await describeEdition(
      { input, forms, ...(out === undefined ? {} : { out }) },
      { now: () => performance.now(), progress: (words) => terminal.progress(words) },
    );
    terminal.report(diagnostics, sources, 5);
    const files = [...(value?.files ?? [])];
    terminal.sayJson({
      volume: value?.volume,
      files: files.map(([name, content]) =>
        out === undefined ? { name, content: String(content) } : { path: join(out, name) },
      ),
      diagnostics,
    });
    if (value === undefined) return diagnostics.some(isFailure) ? 2 : 1;
    if (hasErrors(diagnostics)) return 1;
    if (out === undefined) {
      if (!terminal.json) for (const [, content] of files) terminal.print(String(content));
    } else terminal.say(`${plural(files.length, 'file')} in ${out}: ${files.map(([name]) => name).join(', ')}`);
    return forms.length > files.length ? 1 : 0;
  },
};
