import type { Contribution, Subject } from '../../metadata/bibliography.js';
import { directionOfLanguage } from '../../model/direction.js';
import { doiAddress, isbnUrn } from '../../model/identifier.js';
import { type Xml, xml } from '../xml.js';
import { groupPosition } from './group-position.js';
import { relatorOf } from './metadata.js';
import type { Publication, PublicationResource } from './publication.js';

/** What the accessibility metadata depend on, besides the cover: a picture, whose text is the title. */
export interface Features {
  readonly hasPages: boolean;
  readonly hasIndex: boolean;
  /** Whether documents are there as pictures of their pages, without their words. */
  readonly hasFacsimiles: boolean;
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
  const { title, language, publisher, date, description, subjects, licence, modified } = publication;
  const lines: (Xml | undefined)[] = [
    xml`<dc:title id="title">${title}</dc:title>`,
    xml`<meta refines="#title" property="title-type">main</meta>`,
    // The first is that of the publication (EPUB 3.3, §5.5.3.3).
    ...[language, ...publication.otherLanguages].map((tag) => xml`<dc:language>${tag}</dc:language>`),
    ...publication.creators.flatMap((one, i) => agent('creator', one, i)),
    ...publication.contributors.flatMap((one, i) => agent('contributor', one, i)),
    publisher === undefined ? undefined : xml`<dc:publisher>${publisher}</dc:publisher>`,
    date === undefined ? undefined : xml`<dc:date>${date}</dc:date>`,
    description === undefined ? undefined : xml`<dc:description>${description}</dc:description>`,
    ...subjects.flatMap(subjectLines),
    ...rights(licence),
    ...wholeVolume(publication),
    ...collection(publication),
    ...identifiers(publication),
    ...sources(publication, hasPages),
    xml`<meta property="dcterms:modified">${modified}</meta>`,
  ];
  return lines.filter((entry) => entry !== undefined).map(line);
}

/** Somebody with a share in the volume: the MARC relator code, and the words of the title page where there is none that fits better than “contributor”. */
function agent(element: 'creator' | 'contributor', one: Contribution, i: number): readonly Xml[] {
  const id = element === 'creator' ? `author-${i + 1}` : `editor-${i + 1}`;
  const name = one.agent.name;
  return [
    element === 'creator'
      ? xml`<dc:creator id="${id}">${name}</dc:creator>`
      : xml`<dc:contributor id="${id}">${name}</dc:contributor>`,
    xml`<meta refines="#${id}" property="role" scheme="marc:relators">${relatorOf(one)}</meta>`,
  ];
}

/** A key word, with its place in a vocabulary where it has one (EPUB 3.3, D.3.1 and D.3.10: `authority` and `term` stand together). */
function subjectLines({ term, scheme, address }: Subject, i: number): readonly Xml[] {
  if (scheme === undefined || address === undefined) return [xml`<dc:subject>${term}</dc:subject>`];
  const id = `subject-${i + 1}`;
  return [
    xml`<dc:subject id="${id}">${term}</dc:subject>`,
    xml`<meta refines="#${id}" property="authority">${scheme}</meta>`,
    xml`<meta refines="#${id}" property="term">${address}</meta>`,
  ];
}

function rights(licence: Publication['licence']): readonly Xml[] {
  if (licence === undefined) return [];
  const text = xml`<dc:rights>${licence.text}</dc:rights>`;
  return licence.url === undefined ? [text] : [text, xml`<link rel="dcterms:license" href="${licence.url}"/>`];
}

/** The volume that an offprint belongs to: a set, which as a whole has its place in the series (EPUB 3.3, D.3.2), and by what identifies it. */
function wholeVolume({ partOf }: Publication): readonly Xml[] {
  if (partOf === undefined) return [];
  return [
    xml`<meta property="dcterms:isPartOf">${partOf.identifier}</meta>`,
    xml`<meta property="belongs-to-collection" id="volume">${partOf.title}</meta>`,
    xml`<meta refines="#volume" property="collection-type">set</meta>`,
    xml`<meta refines="#volume" property="dcterms:identifier">${partOf.identifier}</meta>`,
  ];
}

/**
 * The series, and the position in it; a sub-series is a collection of its own in the series, and the numbers of its volumes begin anew (EPUB 3.3, D.3.2 and
 * D.3.5). A number of another form (`Volume E–14`, `Volumes VII/VIII/IX`) is no position.
 */
function collection({ series, subseries, volumeNumber, partOf }: Publication): readonly Xml[] {
  if (series === undefined) return [];
  const of = partOf === undefined ? undefined : xml` refines="#volume"`;
  const name = subseries === undefined ? series : `${series}, ${subseries}`;
  const position = groupPosition(volumeNumber ?? '');
  return [
    xml`<meta${of} property="belongs-to-collection" id="collection">${name}</meta>`,
    xml`<meta refines="#collection" property="collection-type">series</meta>`,
    ...(position === undefined ? [] : [xml`<meta refines="#collection" property="group-position">${position}</meta>`]),
    ...(subseries === undefined
      ? []
      : [
          xml`<meta refines="#collection" property="belongs-to-collection" id="series">${series}</meta>`,
          xml`<meta refines="#series" property="collection-type">series</meta>`,
        ]),
  ];
}

/** The identifiers that the book has elsewhere; those of a volume are not those of its parts. */
function identifiers({ doi, isbn, partOf }: Publication): readonly Xml[] {
  if (partOf !== undefined) return [];
  return [
    ...(doi === undefined ? [] : [xml`<dc:identifier>${doiAddress(doi)}</dc:identifier>`]),
    ...(isbn === undefined ? [] : [xml`<dc:identifier>${isbnUrn(isbn)}</dc:identifier>`]),
  ];
}

/**
 * What the edition was made from, and what the page numbers of the page list are of: the printed book by its ISBN, else the source of the edition in the words
 * of its header, else `none` (EPUB Accessibility 1.1, §3.4, “Page source”; `source-of` is its form of EPUB 3.2, which older reading systems know).
 */
function sources({ isbn, source }: Publication, hasPages: boolean): readonly Xml[] {
  const pages = isbn === undefined ? source : isbnUrn(isbn);
  return [
    ...(source === undefined || (hasPages && source === pages) ? [] : [xml`<dc:source>${source}</dc:source>`]),
    ...(hasPages ? [xml`<meta property="pageBreakSource">${pages ?? 'none'}</meta>`] : []),
    ...(hasPages && pages !== undefined
      ? [
          xml`<dc:source id="pages">${pages}</dc:source>`,
          xml`<meta refines="#pages" property="source-of">pagination</meta>`,
        ]
      : []),
  ];
}

/** Accessibility metadata (EPUB Accessibility 1.1, §2): only what holds for this publication. */
function accessibility(publication: Publication, has: Features): readonly Xml[] {
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'ARIA',
    ...(has.hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(has.hasIndex ? ['index'] : []),
    'alternativeText',
  ];
  const lines = [
    ['accessMode', 'textual'],
    ['accessMode', 'visual'],
    // A document that is there as a picture of its pages cannot be read by its words alone.
    ['accessModeSufficient', has.hasFacsimiles ? 'textual,visual' : 'textual'],
    ...features.map((feature) => ['accessibilityFeature', feature]),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', summary(has)],
  ].map(([name, value]) => xml`<meta property="schema:${name}">${value}</meta>`);
  return [...lines, ...conformance(publication)].map(line);
}

/** The claim to conform to a standard, which somebody has to vouch for by name (EPUB Accessibility 1.1, §4). */
function conformance({ certification }: Publication): readonly Xml[] {
  if (certification === undefined) return [];
  const { by, credential, report } = certification;
  return [
    xml`<meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>`,
    xml`<meta id="certifier" refines="#conformance" property="a11y:certifiedBy">${by}</meta>`,
    ...(credential === undefined
      ? []
      : [xml`<meta refines="#certifier" property="a11y:certifierCredential">${credential}</meta>`]),
    ...(report === undefined ? [] : [xml`<link rel="a11y:certifierReport" refines="#certifier" href="${report}"/>`]),
  ];
}

function summary({ hasPages, hasIndex, hasFacsimiles }: Features): string {
  return [
    hasFacsimiles
      ? 'Documents that are there as pictures of their pages have no words of their own; all other content is text with headings, lists, tables and links as such.'
      : 'All content is text with headings, lists, tables and links as such.',
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
