import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { digestsOf, hashed } from '../archive/digest.js';
import type { EditionPart, Rights } from '../archive/edition.js';
import { editionParts } from '../archive/edition.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import { filesBelow } from '../formats/disk-files.js';
import { refusal } from '../formats/file-output.js';
import type { Bibliography, PreservationEvent } from '../metadata/bibliography.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { Files } from '../model/file-set.js';
import type { EditionFacts } from '../model/identifier.js';
import { SourceFile } from '../model/source-file.js';
import { editionFactsOf, identifyTei, rightsOf } from '../volume/tei-identity.js';
import { withDescription } from './description.js';
import { leavings } from './output-folder.js';
import { validationEvent } from './preservation-events.js';
import { readRecord } from './record.js';
import { placesOf, validationReports } from './reports.js';
import { validateApart } from './validation.js';

/** An edition as a build has written it into a folder. Its files are hashed, and read again when they are wanted. */
export interface BuiltEdition {
  readonly edition: EditionFacts;
  readonly title: string;
  readonly rights?: Rights;
  readonly parts: ReadonlyMap<EditionPart, Files>;
  /** The file of the volume, and its text. */
  readonly tei: { readonly path: string; readonly text: string };
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
    for (const asked of [folder, ...(sources === undefined ? [] : [sources])])
      if (!existsSync(asked)) return notBuilt(folder, `there is no folder ${asked}`);
    for (const part of editionParts) {
      const path = part === 'sources' && sources !== undefined ? sources : join(folder, part);
      if (!existsSync(path)) continue;
      const { files, others } = filesBelow(path);
      for (const other of others) diagnostics.push(diagnostic('AR016', { path: join(path, other) }));
      const own = new Map([...files].filter(([name]) => !leavings.has(basename(name))));
      if (own.size > 0) parts.set(part, hashed(own));
    }
    const tei = teiName(folder, parts);
    if (tei === undefined) return notBuilt(folder, 'there is no XML file in tei/');
    if (hasErrors(diagnostics)) return { diagnostics };
    const path = join(folder, 'tei', tei);
    const text = readFileSync(path, 'utf8');
    const identified = identifyTei(new SourceFile(path, text), basename(tei, extname(tei)));
    if (identified.value === undefined) return { diagnostics: identified.diagnostics };
    const { id, title } = identified.value;
    const rights = rightsOf(text);
    const edition = { volume: id, ...editionFactsOf(text) };
    const known = { edition, title, parts, tei: { path, text } };
    return { value: { ...known, ...(rights === undefined ? {} : { rights }) }, diagnostics };
  } catch (error) {
    const refused = refusal(error);
    if (refused === undefined) throw error;
    return notBuilt(folder, refused.reason);
  }
}

function notBuilt(path: string, reason: string): Result<never> {
  return { diagnostics: [diagnostic('AR007', { path, reason })] };
}

/** The file of the volume among those of its documents: that which an edition is named by, else the longest. */
function teiName(folder: string, parts: ReadonlyMap<EditionPart, Files>): string | undefined {
  const names = [...(parts.get('tei')?.keys() ?? [])].filter((name) => /^[^/]+\.xml$/.test(name));
  const editions = [...(parts.get('epub')?.keys() ?? []), ...(parts.get('pdf')?.keys() ?? [])];
  const named = editions.map((name) => `${basename(name, extname(name))}.xml`).find((name) => names.includes(name));
  const length = (name: string): number => statSync(join(folder, 'tei', name)).size;
  return named ?? names.sort((a, b) => length(b) - length(a))[0];
}

/** A built edition with what a build puts into its archive alone. */
export interface CompletedEdition extends BuiltEdition {
  /** What PREMIS and METS are made of, with what was done to the edition here. */
  readonly preservation?: { readonly bibliography: Bibliography; readonly events: readonly PreservationEvent[] };
}

/**
 * A built edition with its metadata and the reports of its validation, which a build puts into its archive alone. Nobody can tell a built volume whether it was encoded
 * here or is an older one, so that it is held to what older ones may have; nor when it was built, so that of what was done to it only the validation is told.
 * @param time the present, as an event has it (RFC 3339)
 */
export async function completed(built: BuiltEdition, time: string): Promise<Result<CompletedEdition>> {
  const { path, text } = built.tei;
  const found = built.parts.has('reports')
    ? undefined
    : (await validateApart({ path, text, options: { strength: 'legacy' } })).diagnostics;
  const reports = found === undefined ? undefined : validationReports(found, placesOf(path, path));
  const parts = new Map(built.parts);
  if (reports !== undefined) parts.set('reports', hashed(reports));
  if (parts.has('metadata')) return { value: { ...built, parts }, diagnostics: [] };
  const read = readBibliography(new SourceFile(path, text), basename(path, extname(path)));
  if (read.value === undefined) return { value: { ...built, parts }, diagnostics: read.diagnostics };
  const described = withDescription(parts, read.value, () => parts.get('reports') ?? new Map());
  const events = found === undefined ? [] : [validationEvent(found, time)];
  return {
    value: { ...built, parts: described.parts, preservation: { bibliography: read.value, events } },
    diagnostics: [...read.diagnostics, ...described.diagnostics],
  };
}

/** The files of a built edition that are others than its build has written, by the record of its folder. A folder without a record says nothing. */
export function changedSinceBuilt(folder: string, { parts }: BuiltEdition): readonly Diagnostic[] {
  const record = readRecord(folder);
  return [...parts].flatMap(([part, files]) =>
    [...files].flatMap(([name, content]) => {
      const written = record.get(`${part}/${name}`);
      const isSame = written === undefined || digestsOf(content, ['sha256']).get('sha256') === written;
      return isSame ? [] : [diagnostic('AR015', { path: join(folder, part, name) })];
    }),
  );
}
