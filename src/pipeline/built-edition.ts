import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { digests } from '../archive/digest.js';
import type { EditionPart, Rights } from '../archive/edition.js';
import { editionParts } from '../archive/edition.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { filesBelow } from '../formats/disk-files.js';
import { refusal } from '../formats/file-output.js';
import { chunksOf, type Files } from '../model/file-set.js';
import type { EditionFacts } from '../model/identifier.js';
import { SourceFile } from '../model/source-file.js';
import { editionFactsOf, identifyTei, rightsOf } from '../volume/tei-identity.js';
import { leavings } from './output-folder.js';
import { readRecord } from './record.js';

/** An edition as a build has written it into a folder. Its files are read when they are wanted. */
export interface BuiltEdition {
  readonly edition: EditionFacts;
  readonly title: string;
  readonly rights?: Rights;
  readonly parts: ReadonlyMap<EditionPart, Files>;
}

/**
 * Reads what a built edition is, and finds its files.
 * @param folder what `chancery build` has written: `tei/`, and any of the other parts
 * @param sources the folder of the raw texts, which a built edition does not hold
 */
export function readBuiltEdition(folder: string, sources?: string): Result<BuiltEdition> {
  try {
    const parts = new Map<EditionPart, Files>();
    const diagnostics: Diagnostic[] = [];
    for (const part of editionParts) {
      const path = part === 'sources' && sources !== undefined ? sources : join(folder, part);
      if (part === 'sources' && sources !== undefined ? false : !existsSync(path)) continue;
      const { files, others } = filesBelow(path);
      for (const other of others) diagnostics.push(diagnostic('AR016', { path: join(path, other) }));
      const own = new Map([...files].filter(([name]) => !leavings.has(basename(name))));
      if (own.size > 0) parts.set(part, own);
    }
    const tei = teiName(folder, parts);
    if (tei === undefined)
      diagnostics.push(diagnostic('AR007', { path: folder, reason: 'there is no XML file in tei/' }));
    if (tei === undefined || hasErrors(diagnostics)) return { diagnostics };
    const path = join(folder, 'tei', tei);
    const text = readFileSync(path, 'utf8');
    const identified = identifyTei(new SourceFile(path, text), basename(tei, extname(tei)));
    if (identified.value === undefined) return { diagnostics: identified.diagnostics };
    const { id, title } = identified.value;
    const rights = rightsOf(text);
    const edition = { volume: id, ...editionFactsOf(text) };
    return { value: { edition, title, parts, ...(rights === undefined ? {} : { rights }) }, diagnostics };
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    const reason = existsSync(folder) ? refused.reason : 'there is no such folder';
    return { diagnostics: [diagnostic('AR007', { path: folder, reason })] };
  }
}

/** The file of the volume among those of its documents: that which an edition is named by, else the longest. */
function teiName(folder: string, parts: ReadonlyMap<EditionPart, Files>): string | undefined {
  const names = [...(parts.get('tei')?.keys() ?? [])].filter((name) => /^[^/]+\.xml$/.test(name));
  const editions = [...(parts.get('epub')?.keys() ?? []), ...(parts.get('pdf')?.keys() ?? [])];
  const named = editions.map((name) => `${basename(name, extname(name))}.xml`).find((name) => names.includes(name));
  const length = (name: string): number => statSync(join(folder, 'tei', name)).size;
  return named ?? names.sort((a, b) => length(b) - length(a))[0];
}

/** The files of a built edition that are others than its build has written, by the record of its folder. A folder without a record says nothing. */
export function changedSinceBuilt(folder: string, { parts }: BuiltEdition): readonly Diagnostic[] {
  const record = readRecord(folder);
  return [...parts].flatMap(([part, files]) =>
    [...files].flatMap(([name, content]) => {
      const written = record.get(`${part}/${name}`);
      const isSame = written === undefined || digests(['sha256'], chunksOf(content)).get('sha256') === written;
      return isSame ? [] : [diagnostic('AR015', { path: join(folder, part, name) })];
    }),
  );
}
