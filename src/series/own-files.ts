/** Writes what is the series' own, beside its volumes. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { feedPath } from '../discovery/feed.js';
import { opds2Path, opdsPath } from '../discovery/opds.js';
import { removeIfEmpty, writeWhole } from '../formats/file-output.js';
import type { FileSet } from '../model/file-set.js';
import { append } from '../model/list.js';
import { Gate, isRecorded } from '../pipeline/gate.js';
import { replaceParts } from '../pipeline/output-folder.js';
import { readRecord, recordName, recordText } from '../pipeline/record.js';
import { SEARCH_PAGE } from '../transform/html/search-field.js';

/** The folder of the catalogues in parts. */
const PART = 'opds';

/** What stands beside the home page, or not: by the address of the series and the editions that it has. The times at which volumes were told are kept, and nothing of other commands is touched. */
const SITEMAPS = /^sitemap[\w-]*\.xml$/;
const SINGLE: readonly string[] = [SEARCH_PAGE, feedPath, opdsPath, opds2Path];

/** Files that are as they were are left; those that are none any more go, where nobody has changed them. @param read what the series is made of, over which nothing may be written */
export function writeOwnFiles(folder: string, files: FileSet, read: readonly string[]): readonly Diagnostic[] {
  const gate = new Gate(read);
  const inPart = new Map<string, string | Uint8Array>();
  const found: Diagnostic[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (name.startsWith(`${PART}/`)) inPart.set(name.slice(PART.length + 1), content);
    else if (!isSame(path, content)) append(found, gate.write(path, content));
  }
  removeOthers(folder, files);
  const part = join(folder, PART);
  const names = existsSync(part) ? readdirSync(part) : [];
  const stands =
    names.length === inPart.size && [...inPart].every(([name, content]) => isSame(join(part, name), content));
  if (!stands) append(found, replaceParts(folder, new Map([[PART, inPart]]), gate));
  if (inPart.size === 0) removeIfEmpty(part);
  return found;
}

function removeOthers(folder: string, files: FileSet): void {
  const record = readRecord(folder);
  const stale = [...record.keys()].filter((name) => !files.has(name) && (SINGLE.includes(name) || SITEMAPS.test(name)));
  if (stale.length === 0) return;
  for (const name of stale) {
    const path = join(folder, name);
    if (existsSync(path) && isRecorded(path, readFileSync(path))) rmSync(path);
  }
  const left = [...record].filter(([name]) => !stale.includes(name));
  writeWhole(join(folder, recordName), recordText(new Map(left)));
}

function isSame(path: string, content: string | Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(Buffer.from(content));
}
