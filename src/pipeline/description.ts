import { hashed } from '../archive/digest.js';
import { type Edition, type EditionPart, filesBesideParts, partFiles } from '../archive/edition.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Bibliography, PreservationEvent } from '../metadata/bibliography.js';
import { DESCRIPTIVE_FORMS, METADATA_FORMS, metadataFiles, PRESERVATION_FORMS } from '../metadata/metadata-files.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import { ROCRATE_FILE } from '../metadata/ro-crate.js';
import { chunksOf, type FileSet, type Files, sizeOf } from '../model/file-set.js';
import { SourceFile } from '../model/source-file.js';
import { describedFiles } from './described-files.js';

type Parts = ReadonlyMap<EditionPart, Files>;

/** The files of the part `metadata` that tell of each file and of what happened to the edition. */
export const preservationFiles: readonly string[] = PRESERVATION_FORMS.map((name) => METADATA_FORMS[name].file);

/**
 * The parts of an edition with what tells of the edition alone, and the reports of what was found in it.
 * @param reportsOf makes the reports, told what keeps forms from being written
 */
export function withDescription(
  parts: Parts,
  bibliography: Bibliography,
  reportsOf: (lacking: readonly Diagnostic[]) => Files,
): { readonly parts: Parts; readonly diagnostics: readonly Diagnostic[] } {
  const { value = new Map(), diagnostics } = metadataFiles(bibliography, [], [], DESCRIPTIVE_FORMS);
  const reports = hashed(reportsOf(diagnostics));
  return { parts: new Map([...parts, ['metadata', hashed(value)], ['reports', reports]]), diagnostics };
}

/**
 * PREMIS and METS of an edition with its other metadata and its reports. They name all files of the archived object but those that are made of their own
 * digests: METS itself, `manifest.json` and `checksums.sha256`; and PREMIS itself, which METS names.
 */
export function preservationOf(
  edition: Edition,
  bibliography: Bibliography,
  events: readonly PreservationEvent[],
): FileSet {
  const named = withPreservation(edition, new Map(preservationFiles.map((name) => [name, ''])));
  const others = partFiles(edition).map(({ path, content }) => [path, content] as const);
  const described = describedFiles(new Map([...filesBesideParts(named), ...others]));
  const { premis, mets } = METADATA_FORMS;
  const objects = premis.write(bibliography, described, events);
  const own = describedFiles(new Map([[`metadata/${premis.file}`, objects]]));
  const all = [...described, ...own].sort((a, b) => (a.path < b.path ? -1 : 1));
  return new Map([
    [premis.file, objects],
    [mets.file, mets.write(bibliography, all, events)],
  ]);
}

/** An edition with files added to its part `metadata`. */
export function withPreservation<T extends Pick<Edition, 'parts'>>(edition: T, files: Files): T {
  const metadata = new Map([...(edition.parts.get('metadata') ?? []), ...files]);
  return { ...edition, parts: new Map([...edition.parts, ['metadata', metadata]]) };
}

/** The description of a package as a research object (RO-Crate 1.2), which stands at its top; nothing for files of which none is a TEI volume. */
export function crateOf(files: Files): Files {
  const { value } = bibliographyOf(files);
  const text = value && METADATA_FORMS['ro-crate'].write(value, describedFiles(files), []);
  return text === undefined ? new Map() : new Map([[ROCRATE_FILE, text]]);
}

/** The TEI of the volume among the files of an edition: the longest, since it holds all documents. */
function bibliographyOf(files: Files): Result<Bibliography> {
  const [found] = [...files]
    .filter(([path]) => /^tei\/[^/]+\.xml$/.test(path))
    .sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
  if (found === undefined) return { diagnostics: [] };
  const [path, content] = found;
  const text = Buffer.concat([...chunksOf(content)].map((chunk) => Uint8Array.from(chunk))).toString('utf8');
  return readBibliography(new SourceFile(path, text), path.slice('tei/'.length, -'.xml'.length));
}
