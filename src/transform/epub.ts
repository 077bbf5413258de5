import type { FileSet } from '../model/file-set.js';
import type { Pivot } from '../model/pivot.js';
import { containerFiles } from './epub/container.js';
import { contentDocument, xhtmlDocument } from './epub/content.js';
import { coverHeight, coverWidth } from './epub/cover.js';
import { contentsOf, landmarksOf, pageBreaksOf } from './epub/landmarks.js';
import { publicationOf } from './epub/metadata.js';
import { navigationDocument } from './epub/navigation.js';
import { packageDocument } from './epub/package-document.js';
import type { Publication, PublicationResource } from './epub/publication.js';
import { semanticsOf } from './epub/semantics.js';
import { stylesheetFor } from './epub/stylesheet.js';
import { linkFrom, type Page, type PagedVolume, splitIntoPages } from './pages.js';
import { xml } from './xml.js';

export interface EpubOptions {
  /** The time of the last change, RFC 3339 in UTC with seconds (`2026-01-31T12:00:00Z`): the input's, never the clock's. */
  readonly modified: string;
  /** The picture of the cover, as `coverPicture` draws it. */
  readonly cover: Uint8Array;
  /** Who has examined the edition and vouches for EPUB Accessibility 1.1 at WCAG 2.2 AA. Without a name the EPUB claims no conformance. */
  readonly certifiedBy?: string;
}

/** The volume as content documents. */
export interface EpubText {
  readonly volume: PagedVolume;
  /** In reading order. */
  readonly documents: ReadonlyMap<Page, string>;
}

/** Writes the content documents of the pivot, one for each section of the volume. */
export function epubText(pivot: Pivot): EpubText {
  const volume = splitIntoPages(pivot);
  const written = (page: Page): string => contentDocument(page, linkFrom(page, volume, '.xhtml'), pivot.language);
  return { volume, documents: new Map(volume.pages.map((page) => [page, written(page)])) };
}

/**
 * Makes the files of an EPUB 3.3 publication from the pivot and its content documents: table of contents, landmarks, list of the source's pages, notes
 * that open in place, a cover. `packContainer` makes one file of them. The same pivot and options make the same bytes.
 *
 * @returns the files of the container by their paths there, `mimetype` first
 */
export function epubFiles(pivot: Pivot, { volume, documents }: EpubText, options: EpubOptions): FileSet {
  const publication = publicationOf(pivot, options);
  const contents = contentsOf(volume.top, address);
  const landmarks = landmarksOf(volume.pages, address);
  const pageBreaks = volume.pages.flatMap((page) => pageBreaksOf(page, address));
  const content = [...documents].map(
    ([page, text]): PublicationResource => ({
      id: `text-${page.name}`,
      href: address(page),
      mediaType: xhtml,
      content: text,
      spine: 'linear',
    }),
  );
  // The contents stand behind the title page, as in a book.
  const before = volume.pages[0]?.kind === 'titlepage' ? 1 : 0;
  const resources = [
    ...frame(publication, stylesheetFor(pivot.renditions), options.cover),
    ...content.slice(0, before),
    navigation(navigationDocument(publication, contents, landmarks, pageBreaks)),
    ...content.slice(before),
  ];
  const hasIndex = volume.pages.some((page) => semanticsOf(page)?.type === 'index');
  const document = packageDocument(publication, resources, { hasPages: pageBreaks.length > 0, hasIndex });
  return containerFiles(document, resources);
}

const xhtml = 'application/xhtml+xml';

/** Content documents have a folder of their own, where no name of a section can meet that of another file. */
function address(page: Page): string {
  return `text/${page.name}.xhtml`;
}

function navigation(content: string): PublicationResource {
  return { id: 'nav', href: 'nav.xhtml', mediaType: xhtml, properties: 'nav', content, spine: 'linear' };
}

/** Stylesheet and cover. */
function frame(publication: Publication, style: string, picture: Uint8Array): readonly PublicationResource[] {
  return [
    { id: 'style', href: 'style.css', mediaType: 'text/css', content: style },
    { id: 'cover-image', href: 'cover.png', mediaType: 'image/png', properties: 'cover-image', content: picture },
    { id: 'cover', href: 'cover.xhtml', mediaType: xhtml, content: coverPage(publication), spine: 'linear' },
  ];
}

/** The page of the cover; the picture shows the title, which is its alternative text. */
function coverPage({ title, language }: Publication): string {
  const body = xml`<section epub:type="cover" aria-label="Cover"><img src="cover.png" alt="${title}" width="${coverWidth}" height="${coverHeight}" role="doc-cover"/></section>`;
  return xhtmlDocument({ title, language, type: 'frontmatter', className: 'cover', body });
}
