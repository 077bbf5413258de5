import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { outsideOf } from '../../formats/confinement.js';
import { publicationPath, readPublication } from '../publication.js';
import type { PublishedEdition } from './repository.js';
import { rootOf } from './static-repository.js';

/** The most that the record of an edition or one of its metadata may have, in bytes. */
const MOST = 256 * 1024 * 1024;

/**
 * What a folder with a web edition has for harvesters: its record of what was published, and the metadata of its records, each as it was published. What is not, is
 * an error, since harvesters would be given what the edition does not say.
 */
export function readPublishedFolder(folder: string): Result<PublishedEdition> {
  const bytes = contentOf(folder, publicationPath);
  if (bytes === undefined) return { diagnostics: [diagnostic('DI012', { path: folder })] };
  const publication = readPublication(bytes.toString());
  if (publication === undefined) return { diagnostics: [changed(folder, publicationPath)] };
  const metadata = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { forms, deleted } of publication.records) {
    if (deleted) continue;
    for (const path of Object.values(forms)) {
      if (metadata.has(path)) continue;
      const found = contentOf(folder, path);
      const digest = found && createHash('sha256').update(found).digest('hex');
      if (found === undefined || digest !== publication.files[path]?.sha256) diagnostics.push(changed(folder, path));
      else metadata.set(path, rootOf(found));
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: { publication, metadata }, diagnostics };
}

function changed(folder: string, path: string): Diagnostic {
  const file = join(folder, path);
  return diagnostic('DI013', { path: file }, { file });
}

/** A file of the folder; undefined where there is none that can be read, or it lies elsewhere. */
function contentOf(folder: string, path: string): Buffer | undefined {
  const reference = path.split('/').map(encodeURIComponent).join('/');
  if (outsideOf({ name: folder, folder }, reference) !== undefined) return undefined;
  try {
    const bytes = readFileSync(join(folder, path));
    return bytes.length > MOST ? undefined : bytes;
  } catch {
    return undefined;
  }
}
