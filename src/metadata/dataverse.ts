import { sortName } from './agents.js';
import type { Bibliography, Contribution, Identifier, Relation, VolumeRecord } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, orcidOf } from './contributions.js';
import { doiOf } from './standard-numbers.js';

/** A field of a metadata block, as Dataverse's Native API reads and writes it; a compound one holds fields by their names. */
export interface DataverseField {
  readonly typeName: string;
  readonly multiple: boolean;
  readonly typeClass: 'primitive' | 'controlledVocabulary' | 'compound';
  readonly value: string | readonly string[] | Compound | readonly Compound[];
}
export type Compound = Readonly<Record<string, DataverseField>>;

/** The metadata of a dataset: the fields of the block `citation`, those of `geospatial`, and the licence, which stands outside of them. */
export interface DataverseMetadata {
  readonly citation: readonly DataverseField[];
  readonly geospatial: readonly DataverseField[];
  readonly licence?: VolumeRecord['licence'];
}

/** What the edition does not say of itself, and Dataverse asks for. */
export interface DataverseSettings {
  /** The e-mail address to which questions go. It is required there. */
  readonly contact: string;
  /** A term of Dataverse's list of subjects. */
  readonly subject: string;
}

/** Dataverse's list of subjects (its metadata block `citation`). */
export const SUBJECTS = [
  'Agricultural Sciences',
  'Arts and Humanities',
  'Astronomy and Astrophysics',
  'Business and Management',
  'Chemistry',
  'Computer and Information Science',
  'Earth and Environmental Sciences',
  'Engineering',
  'Law',
  'Mathematical Sciences',
  'Medicine, Health and Life Sciences',
  'Physics',
  'Social Sciences',
  'Other',
] as const;

/** The URN of the archive’s object is among the other identifiers, by which an earlier deposit of the edition is found. */
export function dataverse({ volume }: Bibliography, { contact, subject }: DataverseSettings): DataverseMetadata {
  const citation = [
    one('title', volume.title),
    one('subtitle', volume.parts.volume === volume.title ? undefined : volume.parts.volume),
    compounds('otherId', otherIds(volume)),
    compounds('author', creatorsOf(volume).map(author)),
    compounds('datasetContact', [
      compound({ datasetContactName: volume.publisher?.name, datasetContactEmail: contact }),
    ]),
    compounds('dsDescription', descriptions(volume)),
    terms('subject', [subject]),
    compounds(
      'keyword',
      volume.subjects.map(({ term, scheme }) => compound({ keywordValue: term, keywordVocabularyURI: scheme })),
    ),
    terms('language', languageNames(volume.languages)),
    compounds(
      'contributor',
      contributorsOf(volume).map(({ agent, role }) => ({
        contributorType: term('contributorType', /editor$/.test(role) ? 'Editor' : 'Other'),
        ...compound({ contributorName: sortName(agent) }),
      })),
    ),
    compounds(
      'grantNumber',
      volume.funding.map(({ funder, award, title }) =>
        compound({ grantNumberAgency: funder.name, grantNumberValue: award ?? title }),
      ),
    ),
    compounds(
      'distributor',
      volume.publisher === undefined ? [] : [compound({ distributorName: volume.publisher.name })],
    ),
    one('distributionDate', volume.issued === undefined ? undefined : dayOf(volume.issued)),
    compounds(
      'timePeriodCovered',
      volume.covered === undefined
        ? []
        : [
            compound({
              timePeriodCoveredStart: dayOf(volume.covered.from),
              timePeriodCoveredEnd: dayOf(volume.covered.to),
            }),
          ],
    ),
    compounds('series', seriesOf(volume)),
    many('relatedMaterial', volume.relations.map(related)),
    one('originOfSources', volume.provenance),
  ];
  return {
    citation: citation.flat(),
    geospatial: compounds(
      'geographicCoverage',
      volume.places.map((place) => compound({ otherGeographicCoverage: place })),
    ),
    ...(volume.licence === undefined ? {} : { licence: volume.licence }),
  };
}

type Fields = readonly DataverseField[];

function one(typeName: string, value: string | undefined): Fields {
  return value === undefined || value.trim() === ''
    ? []
    : [{ typeName, multiple: false, typeClass: 'primitive', value: value.trim() }];
}

function many(typeName: string, value: readonly string[]): Fields {
  return value.length === 0 ? [] : [{ typeName, multiple: true, typeClass: 'primitive', value }];
}

function terms(typeName: string, value: readonly string[]): Fields {
  return value.length === 0 ? [] : [{ typeName, multiple: true, typeClass: 'controlledVocabulary', value }];
}

function term(typeName: string, value: string): DataverseField {
  return { typeName, multiple: false, typeClass: 'controlledVocabulary', value };
}

function compounds(typeName: string, value: readonly Compound[]): Fields {
  return value.length === 0 ? [] : [{ typeName, multiple: true, typeClass: 'compound', value }];
}

/** The fields of a compound that say something. */
function compound(members: Readonly<Record<string, string | undefined>>): Compound {
  const fields = Object.entries(members).flatMap(([name, value]) => one(name, value));
  return Object.fromEntries(fields.map((field) => [field.typeName, field]));
}

function author({ agent }: Contribution): Compound {
  const orcid = orcidOf(agent);
  return {
    ...compound({ authorName: sortName(agent), authorAffiliation: agent.affiliation }),
    ...(orcid === undefined
      ? {}
      : {
          authorIdentifierScheme: term('authorIdentifierScheme', 'ORCID'),
          ...compound({ authorIdentifier: orcid }),
        }),
  };
}

/** A description is required there: an edition without one says what it is. It is shown as HTML, so that the signs of markup stand for themselves. */
function descriptions({ description, title, modified }: VolumeRecord): readonly Compound[] {
  const words = (description ?? title)
    .split('\n\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.trim().replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)}</p>`)
    .join('\n');
  return [
    compound({ dsDescriptionValue: words, dsDescriptionDate: modified === undefined ? undefined : dayOf(modified) }),
  ];
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The DOI is the dataset’s own and none of the other identifiers. */
function otherIds({ urn, identifiers, address }: VolumeRecord): readonly Compound[] {
  const all: readonly Identifier[] = [
    { type: 'urn', value: urn },
    ...identifiers.filter(({ type, value }) => type !== 'doi' && value !== urn),
    ...(address === undefined ? [] : [{ type: 'url', value: address }]),
  ];
  return all.map(({ type, value }) => compound({ otherIdAgency: type.toUpperCase(), otherIdValue: value }));
}

function seriesOf({ parts: { series, subseries, number } }: VolumeRecord): readonly Compound[] {
  if (series === undefined) return [];
  const information = [subseries, number].filter((part) => part !== undefined).join(', ');
  return [compound({ seriesName: series, seriesInformation: information })];
}

/** In words, since the field has no place for the kind of a relation: `IsPartOf https://doi.org/10.…`. */
function related({ type, identifier, title }: Relation): string {
  const doi = identifier.type === 'doi' ? doiOf(identifier.value) : undefined;
  const where = doi === undefined ? identifier.value : `https://doi.org/${doi}`;
  return [`${type} ${where}`, ...(title === undefined ? [] : [title])].join(': ');
}

/** The names that Dataverse's list of languages has for the codes of ISO 639-1; it takes no codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bg: 'Bulgarian',
  ca: 'Catalan,Valencian',
  cs: 'Czech',
  da: 'Danish',
  de: 'German',
  el: 'Greek (modern)',
  en: 'English',
  es: 'Spanish, Castilian',
  et: 'Estonian',
  fa: 'Persian (Farsi)',
  fi: 'Finnish',
  fr: 'French',
  he: 'Hebrew (modern)',
  hr: 'Croatian',
  hu: 'Hungarian',
  hy: 'Armenian',
  id: 'Indonesian',
  is: 'Icelandic',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  la: 'Latin',
  lt: 'Lithuanian',
  lv: 'Latvian',
  mk: 'Macedonian',
  nl: 'Dutch',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  sl: 'Slovene',
  sq: 'Albanian',
  sr: 'Serbian',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  zh: 'Chinese',
};

/** A language that is not among these is left out: one that the list lacks is refused with all the rest. */
function languageNames(tags: readonly string[]): readonly string[] {
  const names = tags.flatMap((tag) => LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''] ?? []);
  return [...new Set(names)];
}
