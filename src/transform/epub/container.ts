import { zip } from '../../formats/zip.js';
import type { FileSet } from '../../model/file-set.js';
import type { PublicationResource } from './publication.js';

/** The folder of the publication inside the container. */
const folder = 'EPUB';

const containerDocument = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/** The files of the container, `mimetype` first (EPUB 3.3, §4, “Open Container Format”). */
export function containerFiles(packageDocument: string, resources: readonly PublicationResource[]): FileSet {
  return new Map<string, string | Uint8Array>([
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', containerDocument],
    [`${folder}/package.opf`, packageDocument],
    ...resources.map(({ href, content }) => [`${folder}/${href}`, content] as const),
  ]);
}

/** Packs the container: `mimetype` and pictures stored, the rest compressed; the same bytes for the same files and time. */
export function packContainer(files: FileSet, modified: string): Uint8Array {
  return zip(files, { modified, store: (path) => path === 'mimetype' || /\.(png|jpe?g|woff2)$/.test(path) });
}
