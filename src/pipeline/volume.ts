import { type Diagnostic, diagnostic, hasErrors, type Place, type Result } from '../diagnostics/diagnostic.js';
import { placeOf } from '../formats/sax.js';
import type { FileSet } from '../model/file-set.js';
import { SourceFile } from '../model/source-file.js';
import type { TeiFile, VolumeFolder } from './input.js';

/** The TEI of the edition, from which everything else is made. */
export interface TeiVolume {
  readonly id: string;
  readonly title: string;
  /** The volume with its structured headers, under the name of the user's own file or of the file that it will be. */
  readonly source: SourceFile;
  /** A place in `source` as a place in the user's own file, which has not got the headers that were put in. */
  relocate(place: Place): Place;
  /** The files of the `tei` part of the output. */
  readonly files: FileSet;
  /** Whether it was encoded here, and so has to keep to the current rules; an older volume is held to those of its time. */
  readonly isOwn: boolean;
}

/** The documents of a folder, encoded; of a TEI file there is nothing to encode. */
export type Encoded = ReadonlyMap<string, string>;

/** raw texts → TEI documents, by the ids of the outline. */
export async function encodeFolder({ volume, texts }: VolumeFolder): Promise<Result<Encoded>> {
  const { encode } = await import('../encode/encode.js');
  const { manifest, documents } = volume;
  const encoded = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [file, text] of texts) {
    const expected = documents.filter((d) => d.file === file).sort((a, b) => (a.part ?? 1) - (b.part ?? 1));
    const shape = expected[0]?.shape;
    const result = encode(text, { documents: expected, volume: manifest, ...(shape === undefined ? {} : { shape }) });
    diagnostics.push(...result.diagnostics);
    const made = result.value ?? [];
    if (hasErrors(result.diagnostics)) continue;
    for (const document of made) encoded.set(document.id, document.tei);
    const parts = new Set(expected.map((d) => d.part ?? 1));
    for (let part = 1; part <= made.length; part++)
      if (!parts.has(part))
        diagnostics.push(diagnostic('VO010', { file, count: made.length, part }, { file: text.path }));
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const inOrder = documents.flatMap(({ id }): [string, string][] => [[id, encoded.get(id) ?? '']]);
  return { value: new Map(inOrder), diagnostics };
}

/** TEI documents → one volume; `path` is where its file will stand. */
export async function assembleVolume(
  { volume }: VolumeFolder,
  documents: Encoded,
  path: (id: string) => string,
): Promise<Result<TeiVolume>> {
  const { assemble } = await import('../volume/assemble.js');
  const { manifest } = volume;
  const { value, diagnostics } = assemble(manifest, documents);
  if (value === undefined) return { diagnostics };
  const { id, title } = manifest;
  const name = `${id}.xml`;
  const files = new Map([[name, value], ...[...documents].map(([own, tei]): [string, string] => [`${own}.xml`, tei])]);
  const source = new SourceFile(path(id), value);
  return {
    value: { id, title: title.complete, source, files, isOwn: true, relocate: (place) => place },
    diagnostics,
  };
}

/** An existing TEI file → the same with structured headers. */
export async function enrichVolume({ identity, source }: TeiFile): Promise<Result<TeiVolume>> {
  const { enrich } = await import('../volume/enrich.js');
  const { text, originalOffset } = enrich(source.text);
  const { id, title } = identity;
  return {
    value: {
      id,
      title,
      source: new SourceFile(source.path, text),
      files: new Map([[`${id}.xml`, text]]),
      isOwn: false,
      relocate: ({ start, end, ...place }) => {
        if (start === undefined) return place;
        const from = originalOffset(start.offset);
        const original = placeOf(source, from, Math.max(from, originalOffset((end ?? start).offset)));
        return {
          ...place,
          file: original.file,
          ...(original.start && { start: original.start }),
          ...(end && original.end && { end: original.end }),
        };
      },
    },
    diagnostics: [],
  };
}
