import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { VolumeRecord } from '../metadata/bibliography.js';
import type { Certification } from '../model/certification.js';
import { bareMediaTypeOf } from '../model/media-type.js';
import { isFacsimile } from '../model/page-images.js';
import { noPictures, type Pictures } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import { facesOf, type Look, PLAIN_LOOK } from '../model/theme.js';
import type { WebFace } from '../model/web-face.js';
import { EditionReader } from './edition-reading.js';
import { containerDocument, containerPath, coverPath, folder } from './epub/container.js';
import { contentDocument, xhtmlDocument } from './epub/content.js';
import { coverHeight, coverWidth } from './epub/cover.js';
import { contentsOf, landmarksOf, pageBreaksOf } from './epub/landmarks.js';
import { publicationOf } from './epub/metadata.js';
import { navigationDocument } from './epub/navigation.js';
import { packageDocument } from './epub/package-document.js';
import { inParts } from './epub/parts.js';
import type { Publication, PublicationResource } from './epub/publication.js';
import { findBrokenTables } from './epub/read-back.js';
import { semanticsOf } from './epub/semantics.js';
import { stylesheetFor } from './epub/stylesheet.js';
import { FaceChoice, FONT_FOLDER } from './html/faces.js';
import { findLosses } from './loss.js';
import { linkFrom, type Page, splitIntoPages } from './pages.js';
import { illustrated } from './pictures.js';
import type { Reading } from './reading.js';
import type { VolumeReading } from './tei-reading.js';
import { xml } from './xml.js';

export interface EpubOptions {
  /** What is known of the volume, for the package document. */
  readonly record: VolumeRecord;
  /** The time of the last change, RFC 3339 in UTC with seconds (`2026-01-31T12:00:00Z`): the input's, never the clock's. */
  readonly modified: string;
  /** Who has examined the edition and vouches for EPUB Accessibility 1.1 at WCAG 2.2 AA. Without a name the EPUB claims no conformance. */
  readonly certification?: Certification | undefined;
  /** The pictures that stand beside the TEI. */
  readonly pictures?: Pictures;
  /** How the edition looks: of its faces the EPUB has those whose characters occur. */
  readonly look?: Look;
  /** Of an offprint: the id of the part of the volume, and what it is called. */
  readonly part?: { readonly id: string; readonly title: string };
}

/** The folder for pictures in the publication. */
const PICTURES = 'pictures';

/**
 * Writes the files of an EPUB 3.3 publication from the pivot: a content document for each section of the volume, table of contents, landmarks, list of
 * the source's pages, notes that open in place. The same pivot and options make the same files. The picture of the cover is drawn by `coverPicture`, and
 * `openContainer` makes one file of all. What is written is read back: what would be lost of the TEI is an error (`TR010` …), and so is what the
 * publication's own tables name and it has not (`TR020` …).
 *
 * @param volume The TEI as {@link readVolume} reads it.
 * @param take Is given each file as soon as it is written, so that it can be packed while the next is written: its path in the container, its text or bytes.
 */
export function epub(
  pivot: Pivot,
  volume: VolumeReading,
  options: EpubOptions,
  take: (path: string, content: string | Uint8Array) => void,
): readonly Diagnostic[] {
  const files = new Map([[coverPath, '']]);
  const edition = writeEpub(pivot, options, (path, content) => {
    files.set(path, typeof content === 'string' ? content : '');
    take(path, content);
  });
  return [...findBrokenTables(files), ...findLosses(volume, edition, 'EPUB')];
}

/** Writes the files of an offprint, a part of the volume: as {@link epub}, but that what is left out is no loss. */
export function epubOffprint(
  part: Pivot,
  options: EpubOptions & { readonly part: NonNullable<EpubOptions['part']> },
  take: (path: string, content: string | Uint8Array) => void,
): readonly Diagnostic[] {
  const files = new Map([[coverPath, '']]);
  writeEpub(part, options, (path, content) => {
    files.set(path, typeof content === 'string' ? content : '');
    take(path, content);
  });
  return findBrokenTables(files);
}

/** Writes the files; what a reader finds in them. */
function writeEpub(
  source: Pivot,
  options: EpubOptions,
  take: (path: string, content: string | Uint8Array) => void,
): Reading {
  const { pictures = noPictures, look = PLAIN_LOOK } = options;
  const pivot = illustrated(source, pictures, `../${PICTURES}/`);
  const volume = inParts(splitIntoPages(pivot));
  const add = (href: string, content: string | Uint8Array): void => take(`${folder}/${href}`, content);
  const reader = new EditionReader();
  const faces = new FaceChoice(facesOf(look.theme, look.faces));
  for (const page of volume.pages) {
    const document = contentDocument(page, linkFrom(page, volume, '.xhtml'), pivot.language);
    reader.read(document);
    faces.read(document);
    add(address(page), document);
  }
  const publication = publicationOf(pivot, options.record, options);
  const pageBreaks = volume.pages.flatMap((page) => pageBreaksOf(page, address));
  const contents = contentsOf(volume.top, address);
  const features = {
    hasPages: pageBreaks.length > 0,
    hasIndex: volume.pages.some((page) => semanticsOf(page)?.type === 'index'),
    hasFacsimiles: [...pictures.keys()].some(isFacsimile),
  };
  take(containerPath, containerDocument);
  add('style.css', stylesheetFor(pivot.renditions, faces.needed));
  const fonts = fontFiles(faces.needed, look);
  add('cover.xhtml', coverPage({ ...publication, title: pivot.title }));
  add('nav.xhtml', navigationDocument(publication, contents, landmarksOf(volume.pages, address), pageBreaks));
  add(
    'package.opf',
    packageDocument(
      publication,
      [...resourcesOf(volume.pages), ...resourcesFor(pictures), ...resourcesOfFonts(fonts)],
      features,
    ),
  );
  for (const { path, bytes } of pictures.values()) add(`${PICTURES}/${path}`, bytes);
  for (const [path, content] of fonts) add(path, content);
  return reader.finish();
}

/** The fonts by their paths, with the licence of those that come with the program (SIL Open Font License 1.1, condition 2). */
function fontFiles(needed: readonly WebFace[], { faces, fontLicence }: Look): ReadonlyMap<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const { file, bytes } of needed) files.set(`${FONT_FOLDER}/${file}`, bytes());
  if (fontLicence !== undefined && needed.some((face) => faces.includes(face)))
    files.set(`${FONT_FOLDER}/OFL.txt`, fontLicence);
  return files;
}

function resourcesOfFonts(files: ReadonlyMap<string, unknown>): readonly PublicationResource[] {
  return [...files.keys()].map((href, i) => ({ id: `font-${i + 1}`, href, mediaType: bareMediaTypeOf(href) }));
}

/** The manifest's items for pictures. */
function resourcesFor(pictures: Pictures): readonly PublicationResource[] {
  return [...pictures.values()].map(({ path, type }, i) => ({
    id: `picture-${i + 1}`,
    href: `${PICTURES}/${path}`,
    mediaType: type,
  }));
}

const xhtml = 'application/xhtml+xml';

/** Content documents have a folder of their own, where no name of a section can meet that of another file. */
function address(page: Page): string {
  return `text/${page.name}.xhtml`;
}

/** The manifest, in reading order: stylesheet and cover, then the contents behind the title page, as in a book. */
function resourcesOf(pages: readonly Page[]): readonly PublicationResource[] {
  const content = pages.map(
    (page): PublicationResource => ({
      id: `text-${page.name}`,
      href: address(page),
      mediaType: xhtml,
      spine: 'linear',
    }),
  );
  const before = pages[0]?.kind === 'titlepage' ? 1 : 0;
  return [
    { id: 'style', href: 'style.css', mediaType: 'text/css' },
    { id: 'cover-image', href: 'cover.png', mediaType: 'image/png', properties: 'cover-image' },
    { id: 'cover', href: 'cover.xhtml', mediaType: xhtml, spine: 'linear' },
    ...content.slice(0, before),
    { id: 'nav', href: 'nav.xhtml', mediaType: xhtml, properties: 'nav', spine: 'linear' },
    ...content.slice(before),
  ];
}

/** The page of the cover; the picture shows the title, which is its alternative text. */
function coverPage({ title, language }: Publication): string {
  const body = xml`<section epub:type="cover" aria-label="Cover"><img src="cover.png" alt="${title}" width="${coverWidth}" height="${coverHeight}" role="doc-cover"/></section>`;
  return xhtmlDocument({ title, language, type: 'frontmatter', className: 'cover', body });
}
