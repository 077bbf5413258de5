import { element, type XmlElement } from '../formats/xml-writer.js';
import type { Bibliography } from './bibliography.js';
import { type DataciteRecord, datacite } from './datacite.js';
import type { Json } from './json.js';
import { around, document, some, XSI } from './xml.js';

const NAMESPACE = 'http://datacite.org/schema/kernel-4';

type Members = { readonly [key: string]: Json };

/**
 * The record of DataCite 4.6 as XML. An edition without a DOI has its URN in its place, as it has until a repository gives it one. Undefined where the
 * edition has no publisher or no date, which DataCite asks for.
 */
export function dataciteXml(bibliography: Bibliography): string | undefined {
  const record = datacite(bibliography);
  if (record === undefined) return undefined;
  const { doi } = record;
  return document(
    element(
      'resource',
      {
        xmlns: NAMESPACE,
        'xmlns:xsi': XSI,
        'xsi:schemaLocation': `${NAMESPACE} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd`,
      },
      element('identifier', { identifierType: doi === undefined ? 'URN' : 'DOI' }, doi ?? bibliography.volume.urn),
      element(
        'creators',
        {},
        record.creators.map((creator) => element('creator', {}, name('creatorName', creator))),
      ),
      list(record.titles, 'titles', 'title', 'title', ['titleType']),
      wordsWith('publisher', record.publisher, 'name', [
        'publisherIdentifier',
        'publisherIdentifierScheme',
        'schemeUri',
      ]),
      element('publicationYear', {}, record.publicationYear),
      wordsWith('resourceType', record.types, 'resourceType', ['resourceTypeGeneral']),
      optional(record),
    ),
  );
}

function optional(record: DataciteRecord): readonly XmlElement[] {
  const { language } = record;
  return [
    ...list(record.subjects, 'subjects', 'subject', 'subject', ['subjectScheme', 'schemeUri', 'valueUri']),
    ...around(
      'contributors',
      record.contributors.map((one) =>
        element('contributor', { contributorType: words(one['contributorType']) }, name('contributorName', one)),
      ),
    ),
    ...list(record.dates, 'dates', 'date', 'date', ['dateType', 'dateInformation']),
    ...some('language', /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(language ?? '') ? language : undefined),
    ...list(record.alternateIdentifiers, 'alternateIdentifiers', 'alternateIdentifier', 'alternateIdentifier', [
      'alternateIdentifierType',
    ]),
    ...list(record.relatedIdentifiers, 'relatedIdentifiers', 'relatedIdentifier', 'relatedIdentifier', [
      'relatedIdentifierType',
      'relationType',
    ]),
    ...around(
      'sizes',
      record.sizes.flatMap((size) => some('size', size)),
    ),
    ...list(record.rightsList, 'rightsList', 'rights', 'rights', [
      'rightsUri',
      'rightsIdentifier',
      'rightsIdentifierScheme',
      'schemeUri',
    ]),
    ...around('descriptions', record.descriptions.map(description)),
    ...around(
      'geoLocations',
      record.geoLocations.map((one) =>
        element('geoLocation', {}, some('geoLocationPlace', words(one['geoLocationPlace']))),
      ),
    ),
    ...around('fundingReferences', record.fundingReferences.map(funding)),
    ...around('relatedItems', record.relatedItems.map(relatedItem)),
  ];
}

function words(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function members(value: Json | undefined): readonly Members[] {
  return Array.isArray(value) ? (value as readonly Members[]) : [];
}

/** The attributes of a record in XML, where `Uri` is written `URI`. */
function attributes(record: Members, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((own) => [own.replace(/Uri$/, 'URI'), words(record[own])]));
}

function wordsWith(tag: string, record: Members, key: string, names: readonly string[]): XmlElement {
  return element(tag, attributes(record, names), words(record[key]) ?? '');
}

function list(
  records: readonly Members[],
  outer: string,
  inner: string,
  key: string,
  names: readonly string[],
): readonly XmlElement[] {
  return around(
    outer,
    records.map((record) => wordsWith(inner, record, key, names)),
  );
}

function name(tag: string, person: Members): readonly XmlElement[] {
  return [
    wordsWith(tag, person, 'name', ['nameType']),
    ...some('givenName', words(person['givenName'])),
    ...some('familyName', words(person['familyName'])),
    ...members(person['nameIdentifiers']).map((id) =>
      wordsWith('nameIdentifier', id, 'nameIdentifier', ['nameIdentifierScheme', 'schemeUri']),
    ),
    ...members(person['affiliation']).map((affiliation) => wordsWith('affiliation', affiliation, 'name', [])),
  ];
}

/** Its paragraphs are parted by line breaks. */
function description(record: Members): XmlElement {
  const paragraphs = (words(record['description']) ?? '').split('\n\n');
  return element(
    'description',
    attributes(record, ['descriptionType']),
    paragraphs.flatMap((paragraph, i) => (i === 0 ? [paragraph] : [element('br'), paragraph])),
  );
}

function funding(record: Members): XmlElement {
  return element(
    'fundingReference',
    {},
    some('funderName', words(record['funderName'])),
    some('funderIdentifier', words(record['funderIdentifier']), attributes(record, ['funderIdentifierType'])),
    some('awardNumber', words(record['awardNumber'])),
    some('awardTitle', words(record['awardTitle'])),
  );
}

function relatedItem(record: Members): XmlElement {
  return element(
    'relatedItem',
    attributes(record, ['relatedItemType', 'relationType']),
    element(
      'titles',
      {},
      members(record['titles']).map((title) => wordsWith('title', title, 'title', ['titleType'])),
    ),
    some('volume', words(record['volume'])),
  );
}
