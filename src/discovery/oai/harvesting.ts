import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { append } from '../../model/list.js';
import { publicationPath } from '../publication.js';
import { readPublishedFolder } from './published-folder.js';
import { type PublishedEdition, type Repository, repositoryOf } from './repository.js';

/** Gives the repository as the folders are now. */
export type Harvesting = () => Repository;

/**
 * What harvesters are answered from, while editions may be built anew: a folder is read again when its record has changed. While it is not whole, what it was
 * before is given.
 * @param email to whom questions go; where nobody is named, the editions say it
 */
export function harvestingOf(folders: readonly string[], email?: string): Result<Harvesting> {
  let state = stateOf(folders);
  const first = read(folders, email);
  if (first.value === undefined) return { diagnostics: first.diagnostics };
  let repository = first.value;
  const value = (): Repository => {
    const now = stateOf(folders);
    if (now === state) return repository;
    state = now;
    repository = read(folders, email).value ?? repository;
    return repository;
  };
  return { value, diagnostics: first.diagnostics };
}

/** Stands for the records of all folders as they are on the disk. */
function stateOf(folders: readonly string[]): string {
  return folders
    .map((folder) => {
      const stat = statSync(join(folder, publicationPath), { bigint: true, throwIfNoEntry: false });
      return `${stat?.ino} ${stat?.size} ${stat?.mtimeNs}`;
    })
    .join('\n');
}

function read(folders: readonly string[], email: string | undefined): Result<Repository> {
  const diagnostics: Diagnostic[] = [];
  const editions: PublishedEdition[] = [];
  const known = new Map<string, string>();
  for (const folder of folders) {
    const found = readPublishedFolder(folder);
    append(diagnostics, found.diagnostics);
    if (found.value === undefined) continue;
    const { records } = found.value.publication;
    const other = records.map(({ identifier }) => known.get(identifier)).find((name) => name !== undefined);
    if (other !== undefined) diagnostics.push(diagnostic('DI016', { path: folder, other }));
    for (const { identifier } of records) if (!known.has(identifier)) known.set(identifier, folder);
    editions.push(found.value);
  }
  if (editions.length < folders.length) return { diagnostics };
  const contacts = email === undefined ? editions.flatMap(({ publication }) => publication.contact ?? []) : [email];
  if (contacts.length === 0) return { diagnostics: [...diagnostics, diagnostic('DI014')] };
  return { value: repositoryOf(editions, [...new Set(contacts)]), diagnostics };
}
