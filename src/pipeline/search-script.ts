import { readFileSync } from 'node:fs';
import { packageFile } from '../formats/package.js';
import type { FileSet } from '../model/file-set.js';
import type { SearchableVolume } from '../model/searchable.js';
import { INDEX_FOLDER, indexFiles } from '../search/index-files.js';
import { searchServerFiles } from '../search/server-files.js';

/** Where the build puts the script of the search page. */
export function searchScriptPath(): string {
  return packageFile('dist/program/search/reader.js');
}

/**
 * The files by which a volume is searched: its index, and the script that reads it.
 * @param forServer whether a search server is to be given the documents as well
 */
export function searchFiles(volume: SearchableVolume, forServer: boolean): FileSet {
  return new Map([...seriesSearchFiles([volume]), ...(forServer ? searchServerFiles(volume) : [])]);
}

/** The files by which several volumes are searched as one. */
export function seriesSearchFiles(volumes: readonly SearchableVolume[]): FileSet {
  return new Map([[`${INDEX_FOLDER}reader.js`, readFileSync(searchScriptPath(), 'utf8')], ...indexFiles(volumes)]);
}
