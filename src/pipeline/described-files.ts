import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestsOf } from '../archive/digest.js';
import type { EditionPart } from '../archive/edition.js';
import type { DescribedFile } from '../metadata/bibliography.js';
import { pronomOf } from '../metadata/file-formats.js';
import { chunksOf, type FileContent, type FileSet, type Files, sizeOf } from '../model/file-set.js';
import { mediaTypeInPackage } from '../model/media-type.js';

/** Files as metadata describe them, by their paths in the package, in the order of these. */
export function describedFiles(files: Files): readonly DescribedFile[] {
  const described = [...files].map(([path, content]): DescribedFile => {
    const mediaType = mediaTypeInPackage(path);
    // Of other formats every file is of one version, which its first bytes need not tell.
    const pronom = pronomOf(mediaType, mediaType === 'application/pdf' ? startOf(content) : new Uint8Array());
    const found = digestsOf(content, ['sha256', 'sha512']);
    return {
      path,
      mediaType,
      bytes: sizeOf(content),
      sha256: found.get('sha256') ?? '',
      sha512: found.get('sha512') ?? '',
      ...(pronom === undefined ? {} : { pronom }),
    };
  });
  return described.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function startOf(content: FileContent): Uint8Array {
  for (const chunk of chunksOf(content)) return Uint8Array.from(chunk.subarray(0, 16));
  return new Uint8Array();
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
