import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { makeFolder, refusal } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';
import { manifestJsonSchema } from '../volume/manifest-schema.js';
import { argument } from './argument.js';
import type { Terminal } from './terminal.js';
import type { ExitCode, Verb } from './verb.js';

/** `init FOLDER`: a small volume that builds, to be changed into one's own. */
export const verb: Verb = {
  name: 'init',
  description:
    'Makes a folder with a small volume that builds as it is: volume.yaml, the manifest, with a comment at every key; letter.txt, a raw text; ' +
    'and volume.schema.json, by which a text editor completes and explains the keys. Put your own texts into the folder and change the manifest.',
  argument: { name: 'FOLDER', count: 'one', description: 'the folder to make; its name becomes the id of the volume' },
  options: {},
  examples: [
    ['chancery init my-volume', 'make the folder my-volume'],
    ['chancery build my-volume', 'build it'],
  ],
  async run({ arguments: [folder = ''], terminal }) {
    try {
      return await initialise(folder, terminal);
    } catch (error) {
      const refused = refusal(error);
      if (refused === undefined) throw error;
      return refuse(terminal, diagnostic('IN007', { path: refused.path ?? folder, reason: refused.reason }));
    }
  },
};

async function initialise(folder: string, terminal: Terminal): Promise<ExitCode> {
  makeFolder(folder);
  if ((await readdir(folder)).length > 0) return refuse(terminal, diagnostic('CM009', { path: folder }));
  const template = packageFile('corpus/template');
  await cp(template, folder, { recursive: true });
  const manifest = await readFile(join(template, 'volume.yaml'), 'utf8');
  await writeFile(join(folder, 'volume.yaml'), manifest.replace(/^id: \S+/m, `id: ${idOf(folder)}`));
  await writeFile(join(folder, 'volume.schema.json'), manifestJsonSchema());
  const files = (await readdir(folder)).sort();
  terminal.say(`Made ${folder} with ${files.join(', ')}.\nBuild it: chancery build ${argument(folder)}`);
  terminal.sayJson({ folder, files });
  return 0;
}

function refuse(terminal: Terminal, finding: ReturnType<typeof diagnostic>): ExitCode {
  terminal.report([finding]);
  terminal.sayJson({ diagnostics: [finding] });
  return 2;
}

/** The folder's name as an xml:id. */
function idOf(folder: string): string {
  const name = basename(resolve(folder)).replace(/[^\w.-]+/g, '-');
  return /^[A-Za-z_]/.test(name) ? name : `v${name}`;
}
