import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { type Publication, publicationPath, readPublication } from '../discovery/publication.js';
import { refusal } from '../formats/file-output.js';
import type { EditionFacts } from '../model/identifier.js';
import { archivedFile } from './archived.js';

/**
 * What the version before has published: the web edition in the output folder, else that in the newest version of the archive; undefined where there is none,
 * or it had no address.
 */
export function publishedBefore(folder: string, archive: string, edition: EditionFacts): Publication | undefined {
  const path = join('html', publicationPath);
  try {
    const file = join(folder, path);
    const bytes = existsSync(file) ? readFileSync(file) : archivedFile(archive, edition, path);
    return bytes === undefined ? undefined : readPublication(Buffer.from(bytes).toString());
  } catch (error) {
    if (refusal(error) === undefined) throw error;
    return undefined;
  }
}
