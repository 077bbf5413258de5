/** Writes what is the series' own, beside its volumes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { append } from '../model/list.js';
import { Gate } from '../pipeline/gate.js';
import { replaceParts } from '../pipeline/output-folder.js';

/** The folder of the catalogues in parts. */
const PART = 'opds';

/** Files that are as they were are left; of the catalogues those that are none any more go. @param read what the series is made of, over which nothing may be written */
export function writeOwnFiles(folder: string, files: FileSet, read: readonly string[]): readonly Diagnostic[] {
  const gate = new Gate(read);
  const inPart = new Map<string, string | Uint8Array>();
  const found: Diagnostic[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (name.startsWith(`${PART}/`)) inPart.set(name.slice(PART.length + 1), content);
    else if (!isSame(path, content)) append(found, gate.write(path, content));
  }
  const part = join(folder, PART);
  const names = existsSync(part) ? readdirSync(part) : [];
  const stands =
    names.length === inPart.size && [...inPart].every(([name, content]) => isSame(join(part, name), content));
  return stands ? found : [...found, ...replaceParts(folder, new Map([[PART, inPart]]), gate)];
}

function isSame(path: string, content: string | Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(Buffer.from(content));
}
