import { ZipWriter } from '../../formats/zip.js';

/** The folder of the publication inside the container. */
export const folder = 'EPUB';

/** Where the picture of the cover is in the container. */
export const coverPath = `${folder}/cover.png`;

/** The file that a reading system looks at first (EPUB 3.3, §4.2.6.3.1). */
export const containerPath = 'META-INF/container.xml';
export const containerDocument = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="${folder}/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/**
 * Begins the container of a publication (EPUB 3.3, §4, “Open Container Format”): with `mimetype`, stored, and the picture of the cover, as
 * `coverPicture` draws it. All other files are to be added.
 *
 * @param modified the time of the last change, RFC 3339
 */
export function openContainer(modified: string, cover: Uint8Array): ZipWriter {
  const container = new ZipWriter(modified);
  container.add('mimetype', Buffer.from('application/epub+zip'), true);
  container.add(coverPath, cover, true);
  return container;
}
