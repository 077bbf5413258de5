import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveBuild } from '../../src/pipeline/archive.js';
import { readMirroredRoot } from '../../src/pipeline/mirrored-root.js';
import type { MirroredRoot } from '../../src/publish/mirror/mirrored-root.js';

/** The output folder of builds, whose archive gets a version with each. */
export class Archives {
  readonly folder = mkdtempSync(join(tmpdir(), 'chancery-archives-'));
  readonly root = join(this.folder, 'archive');

  /** Adds a version. */
  build(tei: string, site: Readonly<Record<string, string | Uint8Array>> = {}): void {
    const { value, diagnostics } = archiveBuild(this.root, {
      edition: { volume: 'v', publisher: 'Chancery' },
      title: 'A volume',
      parts: new Map([
        ['tei', new Map([['v.xml', tei]])],
        ['html', new Map(Object.entries({ 'a (1)+=,!’é &.html': 'a page', ...site }))],
      ]),
      created: '2026-01-01T00:00:00Z',
      user: 'An editor',
    });
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  }

  read(): MirroredRoot {
    const { value, diagnostics } = readMirroredRoot(this.folder);
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    return value;
  }

  get files(): Readonly<Record<string, string>> {
    return filesIn(this.root);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** All files of a folder, each byte a character, by their paths. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}
