import { join } from 'node:path';
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Place,
  type Result,
  withNamedLine,
} from '../diagnostics/diagnostic.js';
import { placeOf } from '../formats/sax.js';
import { fileNameOf } from '../model/file-name.js';
import type { FileSet } from '../model/file-set.js';
import type { EditionFacts } from '../model/identifier.js';
import { SourceFile } from '../model/source-file.js';
import { editionFactsOf } from '../volume/tei-identity.js';
import type { BuildInput, TeiFile, VolumeFolder } from './input.js';

/** The TEI of the edition, from which everything else is made. */
export interface TeiVolume {
  readonly id: string;
  /** The id as the name of folders and files. */
  readonly name: string;
  readonly title: string;
  /** The documents that every edition has to have; of an existing volume, the reading of its TEI says so. */
  readonly documents: readonly string[];
  /** What tells the edition from other books. */
  readonly edition: EditionFacts;
  /** The volume with its structured headers, under the name of the user's own file or of the file that it will be. */
  readonly source: SourceFile;
  /** A finding in `source` as one in the user's own file, which has not got the headers that were put in; any other as it is. */
  readonly relocate: (found: Diagnostic) => Diagnostic;
  /** The files of the `tei` part of the output. */
  readonly files: FileSet;
  /** Whether it was encoded here, and so has to keep to the current rules; an older volume is held to those of its time. */
  readonly isOwn: boolean;
}

/** The documents of a folder, encoded; of a TEI file there is nothing to encode. */
export type Encoded = ReadonlyMap<string, string>;

/** raw texts → TEI documents, by the ids of the outline; those that are TEI already stand as they are. */
export async function encodeFolder({ volume, texts, corrected }: VolumeFolder): Promise<Result<Encoded>> {
  const { encode } = await import('../encode/encode.js');
  const { manifest, documents } = volume;
  const encoded = new Map<string, string>(corrected);
  const diagnostics: Diagnostic[] = [];
  for (const [file, text] of texts) {
    const expected = documents.filter((d) => d.file === file).sort((a, b) => (a.part ?? 1) - (b.part ?? 1));
    const shape = expected[0]?.shape;
    const result = encode(text, { documents: expected, volume: manifest, ...(shape === undefined ? {} : { shape }) });
    for (const found of result.diagnostics) diagnostics.push(found);
    const made = result.value ?? [];
    if (hasErrors(result.diagnostics)) continue;
    for (const document of made) encoded.set(document.id, document.tei);
    const parts = new Set(expected.map((d) => d.part ?? 1));
    for (let part = 1; part <= made.length; part++)
      if (!parts.has(part))
        diagnostics.push(diagnostic('VO010', { file, count: made.length, part }, { file: text.path }));
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const inOrder = new Map<string, string>();
  for (const { id, file } of documents) {
    const tei = encoded.get(id);
    if (tei === undefined) diagnostics.push(diagnostic('VO034', { id, file }, volume.placeOf(id, 'file')));
    else inOrder.set(id, tei);
  }
  return hasErrors(diagnostics) ? { diagnostics } : { value: inOrder, diagnostics };
}

/** TEI documents → one volume; `path` is where its file will stand. */
export async function assembleVolume(
  { volume }: VolumeFolder,
  documents: Encoded,
  path: (name: string) => string,
): Promise<Result<TeiVolume>> {
  const { assemble } = await import('../volume/assemble.js');
  const { manifest } = volume;
  const { value, diagnostics } = assemble(manifest, documents, volume.placesOf);
  if (value === undefined) return { diagnostics };
  const { id, title } = manifest;
  const files = new Map(
    [[id, value] as const, ...documents].map(([own, tei]): [string, string] => [`${fileNameOf(own)}.xml`, tei]),
  );
  const source = new SourceFile(path(fileNameOf(id)), value);
  return {
    value: {
      id,
      name: fileNameOf(id),
      title: title.complete,
      source,
      files,
      isOwn: true,
      documents: volume.documents.map((document) => document.id),
      edition: { volume: id, ...editionFactsOf(value) },
      relocate: (found) => found,
    },
    diagnostics,
  };
}

/** An existing TEI file → the same with structured headers. */
export async function enrichVolume({ identity, source }: TeiFile): Promise<Result<TeiVolume>> {
  const { enrich } = await import('../volume/enrich.js');
  const { text, originalOffset } = enrich(source.text);
  const enriched = new SourceFile(source.path, text);
  const { id, title } = identity;
  return {
    value: {
      id,
      name: fileNameOf(id),
      title,
      source: enriched,
      files: new Map([[`${fileNameOf(id)}.xml`, text]]),
      isOwn: false,
      documents: [],
      edition: { volume: id, ...editionFactsOf(text) },
      relocate: (found) => {
        const { place, namedLine } = found;
        if (place?.file !== source.path) return found;
        const named = (line: number): number => source.positionAt(originalOffset(enriched.offsetAt(line, 1))).line;
        const moved = namedLine === undefined ? found : withNamedLine(found, named(namedLine));
        return { ...moved, place: originalPlace(place, source, originalOffset) };
      },
    },
    diagnostics: [],
  };
}

/** A place in an enriched text as one in the text that it was made from. */
function originalPlace(
  { start, end, ...place }: Place,
  source: SourceFile,
  originalOffset: (offset: number) => number,
): Place {
  if (start === undefined) return place;
  const from = originalOffset(start.offset);
  const original = placeOf(source, from, Math.max(from, originalOffset((end ?? start).offset)));
  return {
    ...place,
    file: original.file,
    ...(original.start && { start: original.start }),
    ...(end && original.end && { end: original.end }),
  };
}

/** The TEI of whatever is to be built, where only one product of it is wanted and nothing is written of it: an existing file enriched, or a folder encoded and assembled. */
export async function teiOf(input: BuildInput): Promise<Result<TeiVolume>> {
  if (input.kind === 'tei') return enrichVolume(input);
  const encoded = await encodeFolder(input);
  if (encoded.value === undefined) return { diagnostics: encoded.diagnostics };
  const assembled = await assembleVolume(input, encoded.value, (name) => join('dist', name, 'tei', `${name}.xml`));
  return { ...assembled, diagnostics: [...encoded.diagnostics, ...assembled.diagnostics] };
}
