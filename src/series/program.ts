/** Which program makes the results: other bytes of it may make other bytes of an edition. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const description = readFileSync(packageFile('package.json'), 'utf8');
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(description) as Record<string, object>;
  const names = [dependencies, optionalDependencies, peerDependencies].flatMap((list) => Object.keys(list ?? {}));
  for (const name of names.sort()) hash.update(`${name} ${installedVersion(name)}\n`);
  return hash.digest('hex');
}

/** Packages may be left out, or be of a version of the user's. */
function installedVersion(name: string): string {
  for (const folder of ['node_modules', '..', '../..']) {
    const path = packageFile(join(folder, name, 'package.json'));
    if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { version?: string }).version ?? '';
  }
  return 'none';
}
