import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { packageFile } from '../formats/package.js';
import type { Command } from './measure.js';
import type { Contestant, Task } from './tasks.js';

/** The memory that the index of a volume of 3.3 MB may take, with Node.js and its text, in MB. */
const MEMORY = 150;

/**
 * The index of the search: of the volume, and of all volumes of its folder as one, each from documents that a build has written before and whose time is not
 * counted. Pagefind, where it is installed, indexes the pages of the same sites.
 */
export function searching(input: string, folder: string, isInstalled: (program: string) => boolean): readonly Task[] {
  const one = siteOf(input, folder);
  const all = readdirSync(dirname(input))
    .filter((name) => name.endsWith('.xml'))
    .map((name) => siteOf(join(dirname(input), name), folder))
    .filter((site) => existsSync(documentsOf(site)));
  if (!existsSync(documentsOf(one))) return [];
  return [
    task('search', [one], folder, isInstalled),
    ...(all.length > 1 ? [task(`search ${all.length} volumes`, all, folder, isInstalled)] : []),
  ];
}

function task(name: string, sites: readonly string[], folder: string, isInstalled: (program: string) => boolean): Task {
  const of = sites.length === 1 ? '' : ` (${sites.length} volumes)`;
  const index = packageFile('dist/program/build/search-index.js');
  const command: Command = [process.execPath, index, join(folder, `index-${sites.length}`), ...sites.map(documentsOf)];
  const program = `chancery, index${of}`;
  const pagefind: Contestant = {
    program: `Pagefind${of}`,
    command: [
      'pagefind',
      '--site',
      sites.length === 1 ? (sites[0] ?? '') : join(folder, 'sites'),
      '--output-path',
      join(folder, 'pagefind'),
    ],
    against: program,
  };
  return {
    name,
    contestants: [
      { program, command, ...(sites.length === 1 ? { memory: MEMORY } : {}) },
      ...(isInstalled('pagefind') ? [pagefind] : []),
    ],
  };
}

function documentsOf(site: string): string {
  return join(site, 'search/documents.jsonl');
}

/** Builds the site of a volume with its documents, once. */
function siteOf(volume: string, folder: string): string {
  const out = join(folder, 'sites', basename(volume, '.xml'));
  const site = join(out, 'html');
  if (existsSync(site)) return site;
  const parameters = ['build', volume, '--only', 'html', '--search-server', '--out', out, '--quiet'];
  try {
    execFileSync(process.execPath, [packageFile('dist/program/cli.js'), ...parameters], { stdio: 'ignore' });
  } catch {
    // With findings it ends otherwise than well, and has written what it could.
  }
  return site;
}
