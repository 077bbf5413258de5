import type { Pivot } from '../../model/pivot.js';
import type { Span } from '../../model/position.js';
import type { Page } from '../pages.js';
import type { VolumeReading } from '../tei-reading.js';
import { xml } from '../xml.js';

/**
 * The TEI of one document as a file of its own: its markup as it stands in the volume, character by character, under a header with what the
 * volume's header says of it (TEI P5, 2.2: fileDesc with titleStmt, publicationStmt and sourceDesc is the least).
 *
 * @returns undefined where the page is no document of the volume.
 */
export function documentFile(volume: VolumeReading, page: Page, pivot: Pivot): string | undefined {
  const place = page.kind === 'document' ? volume.documents.get(page.id) : undefined;
  if (place === undefined) return undefined;
  const slice = ({ start, end }: Span): string => volume.source.text.slice(start, end);
  const parts = volume.headers.get(page.id) ?? [];
  const header = (...names: readonly string[]): string =>
    names.flatMap((name) => parts.filter((part) => part.name === name).map((part) => slice(part.span))).join('\n');
  const publication =
    volume.publicationStmt === undefined
      ? xml`<publicationStmt><p>${pivot.title}</p></publicationStmt>`.text
      : slice(volume.publicationStmt);
  const profile = header('creation', 'textClass', 'correspDesc');
  const source = header('msDesc') || xml`<p>${pivot.title}</p>`.text;
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI${rootAttributes(volume.rootAttributes, `${pivot.volume}-${page.id}`)}>
<teiHeader>
<fileDesc>
${xml`<titleStmt><title>${page.title}</title></titleStmt>`.text}
${publication}
<sourceDesc>${source}</sourceDesc>
</fileDesc>
${profile === '' ? '' : `<profileDesc>\n${profile}\n</profileDesc>\n`}</teiHeader>
<text>
<body>
${slice(place)}
</body>
</text>
</TEI>
`;
}

/** The volume's namespaces and language, with an id of the document's own. */
function rootAttributes(volume: string, id: string): string {
  return `${volume.replace(/\s+xml:id\s*=\s*("[^"]*"|'[^']*')/, '').trimEnd()} xml:id="${id}"`;
}
