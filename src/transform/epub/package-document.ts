import { directionOfLanguage } from '../../model/direction.js';
import { doiAddress } from '../../model/identifier.js';
import { type Xml, xml } from '../xml.js';
import type { Publication, PublicationResource } from './publication.js';

/** What the accessibility metadata depend on, besides the cover: a picture, whose text is the title. */
export interface Features {
  readonly hasPages: boolean;
  readonly hasIndex: boolean;
}

/** The package document: metadata, manifest and spine (EPUB 3.3, §5). */
export function packageDocument(
  publication: Publication,
  resources: readonly PublicationResource[],
  features: Features,
): string {
  const { identifier, language } = publication;
  return `${xml`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="${language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="identifier">${identifier}</dc:identifier>
${bibliographic(publication, features)}${accessibility(publication, features)}    <meta name="cover" content="cover-image"/>
  </metadata>
  <manifest>
${resources.map(item)}  </manifest>
  <spine${directionOfLanguage(language) === 'rtl' ? xml` page-progression-direction="rtl"` : undefined}>
${resources.filter((resource) => resource.spine !== undefined).map(itemref)}  </spine>
</package>
`}`;
}

function line(markup: Xml): Xml {
  return xml`    ${markup}
`;
}

function bibliographic(publication: Publication, { hasPages }: Features): readonly Xml[] {
  const { title, language, publisher, date, licence, modified } = publication;
  const lines: (Xml | undefined)[] = [
    xml`<dc:title id="title">${title}</dc:title>`,
    xml`<meta refines="#title" property="title-type">main</meta>`,
    xml`<dc:language>${language}</dc:language>`,
    ...publication.editors.flatMap(contributor),
    publisher === undefined ? undefined : xml`<dc:publisher>${publisher}</dc:publisher>`,
    date === undefined ? undefined : xml`<dc:date>${date}</dc:date>`,
    ...rights(licence),
    ...collection(publication),
    ...identifiers(publication),
    ...(hasPages ? pageSource(publication) : []),
    xml`<meta property="dcterms:modified">${modified}</meta>`,
  ];
  return lines.filter((entry) => entry !== undefined).map(line);
}

/** Editors with their MARC relator code. */
function contributor(editor: Publication['editors'][number], i: number): readonly Xml[] {
  const id = `editor-${i + 1}`;
  return [
    xml`<dc:contributor id="${id}">${editor.name}</dc:contributor>`,
    xml`<meta refines="#${id}" property="role" scheme="marc:relators">edt</meta>`,
  ];
}

function rights(licence: Publication['licence']): readonly Xml[] {
  if (licence === undefined) return [];
  const text = xml`<dc:rights>${licence.text}</dc:rights>`;
  return licence.url === undefined ? [text] : [text, xml`<link rel="dcterms:license" href="${licence.url}"/>`];
}

function collection({ series, volumeNumber }: Publication): readonly Xml[] {
  if (series === undefined) return [];
  const lines = [
    xml`<meta property="belongs-to-collection" id="series">${series}</meta>`,
    xml`<meta refines="#series" property="collection-type">series</meta>`,
  ];
  const position = /^\d+$/.exec(volumeNumber ?? '')?.[0];
  if (position !== undefined) lines.push(xml`<meta refines="#series" property="group-position">${position}</meta>`);
  return lines;
}

/** The identifiers that the book has elsewhere. */
function identifiers({ doi, isbn }: Publication): readonly Xml[] {
  return [
    ...(doi === undefined ? [] : [xml`<dc:identifier>${doiAddress(doi)}</dc:identifier>`]),
    ...(isbn === undefined ? [] : [xml`<dc:identifier>${isbnUrn(isbn)}</dc:identifier>`]),
  ];
}

/**
 * What the page numbers of the page list are of: the printed book by its ISBN, else the source of the edition in the words of its header (EPUB Accessibility
 * 1.1, §3.4, “Page navigation”; in the form of EPUB 3.2, which the checkers of both versions know).
 */
function pageSource({ isbn, source }: Publication): readonly Xml[] {
  return [
    xml`<dc:source id="pages">${isbn === undefined ? (source ?? 'none') : isbnUrn(isbn)}</dc:source>`,
    xml`<meta refines="#pages" property="source-of">pagination</meta>`,
  ];
}

function isbnUrn(isbn: string): string {
  return `urn:isbn:${isbn.replace(/[^\dX]/gi, '')}`;
}

/** Accessibility metadata (EPUB Accessibility 1.1, §2): only what holds for this publication. */
function accessibility(publication: Publication, { hasPages, hasIndex }: Features): readonly Xml[] {
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'ARIA',
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(hasIndex ? ['index'] : []),
    'alternativeText',
  ];
  const lines = [
    ['accessMode', 'textual'],
    ['accessMode', 'visual'],
    ['accessModeSufficient', 'textual'],
    ...features.map((feature) => ['accessibilityFeature', feature]),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', summary(hasPages, hasIndex)],
  ].map(([name, value]) => xml`<meta property="schema:${name}">${value}</meta>`);
  if (publication.certifiedBy !== undefined) {
    lines.push(
      xml`<meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>`,
      xml`<meta refines="#conformance" property="a11y:certifiedBy">${publication.certifiedBy}</meta>`,
    );
  }
  return lines.map(line);
}

function summary(hasPages: boolean, hasIndex: boolean): string {
  return [
    'All content is text with headings, lists, tables and links as such.',
    'Notes are linked from their calls and back.',
    hasPages ? 'The page numbers of the source are marked and listed.' : undefined,
    hasIndex ? 'The index is linked to the text.' : undefined,
    'The cover repeats the title.',
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function item({ id, href, mediaType, properties }: PublicationResource): Xml {
  const property = properties === undefined ? undefined : xml` properties="${properties}"`;
  return line(xml`<item id="${id}" href="${href}" media-type="${mediaType}"${property}/>`);
}

function itemref({ id, spine }: PublicationResource): Xml {
  return line(xml`<itemref idref="${id}"${spine === 'non-linear' ? xml` linear="no"` : undefined}/>`);
}
