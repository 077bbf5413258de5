import { digestsOf } from '../archive/digest.js';
import { type EditionPart, editionParts, mediaType } from '../archive/edition.js';
import type { Result } from '../diagnostics/diagnostic.js';
import type { Bibliography, DescribedFile } from '../metadata/bibliography.js';
import { pronomOf } from '../metadata/file-formats.js';
import { METADATA_FORMS, metadataFiles } from '../metadata/metadata-files.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import { ROCRATE_FILE } from '../metadata/ro-crate.js';
import { chunksOf, type FileContent, type FileSet, type Files, sizeOf } from '../model/file-set.js';
import { SourceFile } from '../model/source-file.js';

/** The files of an edition as metadata describe them, by their paths in the package. */
function describedFiles(files: Files): readonly DescribedFile[] {
  return [...files].map(([path, content]) => {
    const part = editionParts.find((name): name is EditionPart => path.startsWith(`${name}/`));
    const type = mediaType(path, part);
    // Of other formats every file is of one version, which its first bytes need not tell.
    const pronom = pronomOf(type, type === 'application/pdf' ? startOf(content) : new Uint8Array());
    const found = digestsOf(content, ['sha256', 'sha512']);
    return {
      path,
      mediaType: type,
      bytes: sizeOf(content),
      sha256: found.get('sha256') ?? '',
      sha512: found.get('sha512') ?? '',
      ...(pronom === undefined ? {} : { pronom }),
    };
  });
}

function startOf(content: FileContent): Uint8Array {
  for (const chunk of chunksOf(content)) return Uint8Array.from(chunk.subarray(0, 16));
  return new Uint8Array();
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

/** The files of the `metadata` part of an edition, by their names in it. @param files the edition's own files, by their paths */
export function metadataOf(files: Files): Result<FileSet> {
  const { value, diagnostics } = bibliographyOf(files);
  return value === undefined ? { diagnostics } : metadataFiles(value, describedFiles(files), []);
}

/** The description of a package as a research object (RO-Crate 1.2), which stands at its top; nothing for files of which none is a TEI volume. */
export function crateOf(files: Files): Files {
  const { value } = bibliographyOf(files);
  const text = value && METADATA_FORMS['ro-crate'].write(value, describedFiles(files), []);
  return text === undefined ? new Map() : new Map([[ROCRATE_FILE, text]]);
}
