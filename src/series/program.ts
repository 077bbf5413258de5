/** Which program makes the results: other bytes of it may make other bytes of an edition. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFile } from '../formats/package.js';

/** What makes no edition: the build of the program itself, the series' own room but for what a volume's work is, the words of help. */
const APART = /^(?:build|commands|publish)(?:\/|$)|\.d\.ts$/;

/**
 * The hash of the program as it is compiled, with its stylesheets, schemas and fonts, of the packages that it uses, and of the engine: Node.js of another version compresses otherwise.
 */
export function programHash(): string {
  const hash = createHash('sha256').update(`${process.version} ${process.versions['zlib'] ?? ''}\n`);
  const folder = packageFile('dist/program');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of files.map((name) => name.replaceAll('\\', '/')).sort()) {
    if (APART.test(file) || !/\.\w+$/.test(file)) continue;
    hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  for (const name of packagesOf(packageFile('.'))) hash.update(`${name}\n`);
  return hash.digest('hex');
}

/**
 * The packages that a package uses, and those that these use, each with its version: the bytes of a PDF are also of what the press uses. They are looked for as Node.js does, in the
 * node_modules of a package's folder and of all that it is in (https://nodejs.org/api/modules.html#loading-from-node_modules-folders); packages may be left out.
 */
export function packagesOf(folder: string): readonly string[] {
  const versions = new Set<string>();
  const visited = new Set<string>();
  const visit = (from: string): void => {
    if (visited.has(from)) return;
    visited.add(from);
    const { dependencies, optionalDependencies, peerDependencies } = descriptionOf(from);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = packageFrom(from, name);
      versions.add(`${name} ${found === undefined ? 'none' : (descriptionOf(found).version ?? '')}`);
      if (found !== undefined) visit(found);
    }
  };
  visit(realpathSync(folder));
  return [...versions].sort();
}

interface Description {
  readonly version?: string;
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
  readonly peerDependencies?: object;
}

function descriptionOf(folder: string): Description {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Description;
}

function packageFrom(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return realpathSync(path);
    if (dirname(folder) === folder) return undefined;
  }
}
