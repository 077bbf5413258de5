import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EditionPart, mediaType } from '../archive/edition.js';
import type { DescribedFile } from '../metadata/bibliography.js';
import { pronomOf } from '../metadata/file-formats.js';
import type { FileSet } from '../model/file-set.js';

/** The files of a package, as preservation metadata describe them, in the order of their paths. */
export function describedParts(parts: ReadonlyMap<EditionPart, FileSet>): readonly DescribedFile[] {
  const described = [...parts].flatMap(([part, files]) =>
    [...files].map(([name, content]) => describedFile(part, name, content)),
  );
  return described.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function describedFile(part: EditionPart, name: string, content: string | Uint8Array): DescribedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const type = mediaType(name, part);
  const pronom = pronomOf(type, bytes);
  const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex');
  return {
    path: `${part}/${name}`,
    mediaType: type,
    bytes: bytes.length,
    sha256: digest('sha256'),
    sha512: digest('sha512'),
    ...(pronom === undefined ? {} : { pronom }),
  };
}

/** The parts that a build writes into its folder. */
const BUILT: readonly EditionPart[] = ['tei', 'html', 'epub', 'pdf'];

/**
 * The files of an edition that was built into a folder, by their parts; of a folder that holds none, nothing. Links are not followed.
 * @throws the system's error (`ErrnoException`)
 */
export function builtParts(folder: string): ReadonlyMap<EditionPart, FileSet> {
  const parts = new Map<EditionPart, FileSet>();
  const present = new Set(readdirSync(folder, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? e.name : [])));
  for (const part of BUILT.filter((name) => present.has(name))) parts.set(part, filesBelow(join(folder, part)));
  return parts;
}

function filesBelow(folder: string): FileSet {
  const files = new Map<string, Uint8Array>();
  const walk = (within: string): void => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files.set(name, readFileSync(join(folder, name)));
    }
  };
  walk('');
  return files;
}
