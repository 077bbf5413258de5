import { Rejection } from './rejection.js';

/** A field of a metadata block as it stands in Dataverse's JSON. */
export interface Field {
  readonly typeName: string;
  readonly multiple: boolean;
  readonly typeClass: string;
  readonly value: unknown;
}

interface FieldType {
  readonly multiple: boolean;
  readonly typeClass: 'primitive' | 'controlledVocabulary' | 'compound';
  readonly vocabulary?: readonly string[];
  readonly children?: Readonly<Record<string, FieldType>>;
}

const one: FieldType = { multiple: false, typeClass: 'primitive' };
const many: FieldType = { multiple: true, typeClass: 'primitive' };
const listed = (multiple: boolean, ...vocabulary: string[]): FieldType => ({
  multiple,
  typeClass: 'controlledVocabulary',
  vocabulary,
});
/** Compound fields may be repeated; their children may not. */
function compound(...names: (string | Readonly<Record<string, FieldType>>)[]): FieldType {
  const children = Object.assign({}, ...names.map((name) => (typeof name === 'string' ? { [name]: one } : name)));
  return { multiple: true, typeClass: 'compound', children };
}

/** The subjects that come with the software: a dataset names at least one of them. */
export const subjects: readonly string[] = [
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
];

/** The citation block as version 6.1 ships it; of its languages only those an edition of this kind is written in. */
const citation: Readonly<Record<string, FieldType>> = {
  title: one,
  subtitle: one,
  alternativeTitle: many,
  alternativeURL: one,
  otherId: compound('otherIdAgency', 'otherIdValue'),
  author: compound('authorName', 'authorAffiliation', 'authorIdentifier', {
    authorIdentifierScheme: listed(false, 'ORCID', 'ISNI', 'LCNA', 'VIAF', 'GND', 'DAI', 'ResearcherID', 'ScopusID'),
  }),
  datasetContact: compound('datasetContactName', 'datasetContactAffiliation', 'datasetContactEmail'),
  dsDescription: compound('dsDescriptionValue', 'dsDescriptionDate'),
  subject: listed(true, ...subjects),
  keyword: compound('keywordValue', 'keywordVocabulary', 'keywordVocabularyURI'),
  topicClassification: compound('topicClassValue', 'topicClassVocab', 'topicClassVocabURI'),
  publication: compound('publicationCitation', 'publicationIDNumber', 'publicationURL', {
    publicationIDType: listed(false, 'ark', 'doi', 'handle', 'isbn', 'issn', 'purl', 'url', 'urn'),
  }),
  notesText: one,
  language: listed(true, 'English', 'French', 'German', 'Italian', 'Latin', 'Russian', 'Spanish, Castilian'),
  producer: compound('producerName', 'producerAffiliation', 'producerAbbreviation', 'producerURL', 'producerLogoURL'),
  productionDate: one,
  productionPlace: many,
  contributor: compound('contributorName', {
    contributorType: listed(
      false,
      'Data Collector',
      'Data Curator',
      'Data Manager',
      'Editor',
      'Funder',
      'Hosting Institution',
      'Project Leader',
      'Project Manager',
      'Project Member',
      'Related Person',
      'Researcher',
      'Research Group',
      'Rights Holder',
      'Sponsor',
      'Supervisor',
      'Work Package Leader',
      'Other',
    ),
  }),
  grantNumber: compound('grantNumberAgency', 'grantNumberValue'),
  distributor: compound('distributorName', 'distributorAffiliation', 'distributorAbbreviation', 'distributorURL'),
  distributionDate: one,
  depositor: one,
  dateOfDeposit: one,
  timePeriodCovered: compound('timePeriodCoveredStart', 'timePeriodCoveredEnd'),
  dateOfCollection: compound('dateOfCollectionStart', 'dateOfCollectionEnd'),
  kindOfData: many,
  series: compound('seriesName', 'seriesInformation'),
  software: compound('softwareName', 'softwareVersion'),
  relatedMaterial: many,
  relatedDatasets: many,
  otherReferences: many,
  dataSources: many,
  originOfSources: one,
  characteristicOfSources: one,
  accessToSources: one,
};

const known: ReadonlyMap<string, FieldType> = new Map(
  Object.entries(citation).flatMap(([name, type]) => [[name, type] as const, ...Object.entries(type.children ?? {})]),
);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the `metadataBlocks` of a dataset version.
 * @throws ParseFailure where a field is unknown or not of its class: what the server answers with 400
 */
export function parseBlocks(blocks: unknown): Field[] {
  if (!isObject(blocks)) return [];
  return Object.values(blocks).flatMap((block) => {
    const fields = isObject(block) ? block['fields'] : undefined;
    if (!Array.isArray(fields)) throw new ParseFailure('the fields of a metadata block must be an array');
    return fields.map((field) => parseField(field));
  });
}

/** A text of JSON that is no dataset: each endpoint puts its own words before the message. */
export class ParseFailure extends Error {}

function parseField(json: unknown): Field {
  const field = isObject(json) ? json : {};
  const name = typeof field['typeName'] === 'string' ? field['typeName'] : '';
  const type = known.get(name);
  if (type === undefined) throw new ParseFailure(`Can't find type '${name}'`);
  if (field['multiple'] !== type.multiple) throw new ParseFailure(`incorrect multiple   for field ${name}`);
  if (field['typeClass'] !== type.typeClass)
    throw new ParseFailure(`incorrect  typeClass for field ${name}, should be ${type.typeClass}`);
  const values = type.multiple ? field['value'] : [field['value']];
  if (!Array.isArray(values)) throw new ParseFailure(`the value of the field ${name} must be an array`);
  for (const value of values) parseValue(name, type, value);
  return { typeName: name, multiple: type.multiple, typeClass: type.typeClass, value: field['value'] };
}

function parseValue(name: string, type: FieldType, value: unknown): void {
  if (type.children !== undefined) {
    if (!isObject(value)) throw new ParseFailure(`a value of the field ${name} must be an object`);
    for (const child of Object.values(value)) {
      const { typeName } = parseField(child);
      if (!(typeName in type.children)) throw new ParseFailure(`field ${typeName} is not a child of ${name}`);
    }
    return;
  }
  if (typeof value !== 'string') throw new ParseFailure(`a value of the field ${name} must be a string`);
  if (type.vocabulary !== undefined && !type.vocabulary.includes(value))
    throw new ParseFailure(`Value '${value}' does not exist in type '${name}'`);
}

/** All texts of the fields of this name, or of all, those within compound fields too; blank ones are none. */
export function textsOf(fields: readonly Field[], name?: string): string[] {
  return fields.flatMap(({ typeName, value, typeClass }) => {
    const values = Array.isArray(value) ? value : [value];
    if ((name === undefined || typeName === name) && typeClass !== 'compound')
      return values.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
    if (typeClass !== 'compound') return [];
    return values.flatMap((entry: Record<string, Field>) => textsOf(Object.values(entry), name));
  });
}

const required: readonly (readonly [name: string, label: string])[] = [
  ['title', 'Title'],
  ['authorName', 'Author Name'],
  ['datasetContactEmail', 'Point of Contact E-mail'],
  ['dsDescriptionValue', 'Description Text'],
  ['subject', 'Subject'],
];
const dates = [
  'dsDescriptionDate',
  'productionDate',
  'distributionDate',
  'dateOfDeposit',
  'timePeriodCoveredStart',
  'timePeriodCoveredEnd',
];
const addresses = ['alternativeURL', 'keywordVocabularyURI', 'topicClassVocabURI', 'publicationURL', 'producerURL'];
const date = /^-?\d{1,4}(-\d{2}(-\d{2})?)?$/;

/**
 * Checks what a version must hold before it is saved: required fields, addresses of mail, dates, addresses of pages.
 * @throws Rejection 403 with all violations in one message, the traces of Java in it as the server leaves them
 */
export function validate(fields: readonly Field[]): void {
  const none = '(Invalid value:edu.harvard.iq.dataverse.DatasetField[ id=null ])';
  const bad = '(Invalid value:edu.harvard.iq.dataverse.DatasetFieldValueValue[ id=null ])';
  const wrong = (names: readonly string[], fits: (text: string) => boolean, what: string): string[] =>
    names.flatMap((name) =>
      textsOf(fields, name)
        .filter((text) => !fits(text))
        .map((text) => `${required.find(([n]) => n === name)?.[1] ?? name} ${text} is not a valid ${what}. ${bad}`),
    );
  const violations = [
    ...required
      .filter(([name]) => textsOf(fields, name).length === 0)
      .map(([, label]) => `${label} is required. ${none}`),
    ...wrong(['datasetContactEmail'], (text) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text), 'email address'),
    ...wrong(dates, (text) => date.test(text), 'date'),
    ...wrong(addresses, (text) => /^(https?|ftp):/.test(text) && URL.canParse(text), 'URL'),
  ];
  if (violations.length > 0)
    throw new Rejection(
      403,
      `Validation Failed: ${violations.join(', ')}.java.util.stream.ReferencePipeline$3@561b5200`,
    );
}
