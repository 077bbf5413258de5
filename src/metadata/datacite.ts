import { vocabularyAt } from '../model/vocabularies.js';
import type { Agent, Bibliography, Contribution, Identifier, VolumeRecord } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, intervalOf, orcidOf, rorOf } from './contributions.js';
import { type Json, present } from './json.js';
import { doiOf, isbn13, issnOf, webAddress } from './standard-numbers.js';

type Members = { readonly [key: string]: Json };

/** A record in the words of DataCite 4.6, as its JSON has them; `datacite-xml.ts` writes the same as XML. */
export interface DataciteRecord {
  readonly doi?: string;
  readonly url?: string;
  readonly types: Members;
  readonly creators: readonly Members[];
  readonly titles: readonly Members[];
  readonly publisher: Members;
  readonly publicationYear: string;
  readonly subjects: readonly Members[];
  readonly contributors: readonly Members[];
  readonly dates: readonly Members[];
  readonly language?: string;
  readonly alternateIdentifiers: readonly Members[];
  readonly relatedIdentifiers: readonly Members[];
  readonly relatedItems: readonly Members[];
  readonly sizes: readonly string[];
  readonly rightsList: readonly Members[];
  readonly descriptions: readonly Members[];
  readonly geoLocations: readonly Members[];
  readonly fundingReferences: readonly Members[];
}

/** The record as the JSON of DataCite’s interface; undefined where the edition has no publisher or no date, which DataCite asks for. */
export function dataciteJson(bibliography: Bibliography): Json | undefined {
  const record = datacite(bibliography);
  return record && present({ ...record, schemaVersion: 'http://datacite.org/schema/kernel-4' });
}

/** The record; undefined where the edition has no publisher or no date of publication. */
export function datacite({ volume, documents }: Bibliography): DataciteRecord | undefined {
  const { publisher, issued, address, languages, parts } = volume;
  if (publisher === undefined || issued === undefined) return undefined;
  const doi = volume.identifier.type === 'doi' ? doiOf(volume.identifier.value) : undefined;
  const url = address === undefined ? undefined : webAddress(address);
  const [language] = languages;
  return {
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    types: { resourceType: 'Documentary edition', resourceTypeGeneral: 'Book' },
    creators: creatorsOf(volume).map(({ agent }) => named(agent)),
    titles: distinct([
      { title: volume.title },
      ...(parts.volume === undefined ? [] : [{ title: parts.volume, titleType: 'AlternativeTitle' }]),
    ]),
    publisher: body(publisher),
    publicationYear: issued.slice(0, 4),
    subjects: distinct(volume.subjects.map(subject)),
    contributors: contributorsOf(volume).map((contribution) => ({
      ...named(contribution.agent),
      contributorType: typeOf(contribution),
    })),
    dates: dates(volume),
    ...(language === undefined ? {} : { language }),
    alternateIdentifiers: alternates(volume, doi),
    relatedIdentifiers: volume.relations.flatMap(({ type, identifier }) => related(type, identifier)),
    relatedItems: [...series(volume), ...volume.relations.flatMap(relatedItem)],
    sizes: documents.length === 0 ? [] : [documents.length === 1 ? '1 document' : `${documents.length} documents`],
    rightsList: rights(volume),
    descriptions: descriptions(volume),
    geoLocations: distinct(volume.places.map((place) => ({ geoLocationPlace: place }))),
    fundingReferences: distinct(volume.funding.map(funding)),
  };
}

/** DataCite’s JSON schema has no item twice in a list. */
function distinct(items: readonly Members[]): readonly Members[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = JSON.stringify(item);
    return seen.has(key) ? false : seen.add(key);
  });
}

function named(agent: Agent): Members {
  const { kind, name, family, given, affiliation } = agent;
  const isPerson = kind === 'person';
  const isParted = isPerson && family !== undefined && given !== undefined;
  const [orcid, ror] = [orcidOf(agent), rorOf(agent)];
  const ids = [
    ...(isPerson && orcid !== undefined
      ? [
          {
            nameIdentifier: `https://orcid.org/${orcid}`,
            nameIdentifierScheme: 'ORCID',
            schemeUri: 'https://orcid.org',
          },
        ]
      : []),
    ...(!isPerson && ror !== undefined
      ? [{ nameIdentifier: `https://ror.org/${ror}`, nameIdentifierScheme: 'ROR', schemeUri: 'https://ror.org' }]
      : []),
  ];
  return present({
    name: isParted ? `${family}, ${given}` : name,
    nameType: isPerson ? 'Personal' : 'Organizational',
    givenName: isParted ? given : undefined,
    familyName: isParted ? family : undefined,
    nameIdentifiers: ids,
    affiliation: affiliation === undefined ? [] : [{ name: affiliation }],
  });
}

function body(agent: Agent): Members {
  const ror = rorOf(agent);
  return {
    name: agent.name,
    ...(ror === undefined
      ? {}
      : {
          publisherIdentifier: `https://ror.org/${ror}`,
          publisherIdentifierScheme: 'ROR',
          schemeUri: 'https://ror.org',
        }),
  };
}

/** DataCite 4.6, appendix 1, contributorType. */
function typeOf({ role }: Contribution): string {
  return role === 'editor' || role === 'general-editor' ? 'Editor' : 'Other';
}

function subject({ term, scheme, address }: VolumeRecord['subjects'][number]): Members {
  const schemeUri = scheme === undefined ? undefined : webAddress(scheme);
  return present({
    subject: term,
    subjectScheme: scheme === undefined ? undefined : (vocabularyAt(scheme)?.name ?? scheme),
    schemeUri,
    valueUri: address === undefined ? undefined : webAddress(address),
  });
}

function dates({ issued, modified, covered }: VolumeRecord): readonly Members[] {
  return [
    ...(issued === undefined ? [] : [{ date: dayOf(issued), dateType: 'Issued' }]),
    ...(modified === undefined ? [] : [{ date: modified, dateType: 'Updated' }]),
    ...(covered === undefined
      ? []
      : [{ date: intervalOf(covered), dateType: 'Coverage', dateInformation: 'Dates of the documents' }]),
  ];
}

/** Every other number of the edition, its URN among them; an ISBN of ten digits beside that of thirteen is the same number. */
function alternates({ urn, identifiers, id }: VolumeRecord, doi: string | undefined): readonly Members[] {
  return distinct([
    ...identifiers
      .filter(({ type, value }) => type !== 'doi' || value !== doi)
      .map(({ type, value }) => {
        const isbn = /^isbn(?:-1[03])?$/.test(type) ? isbn13(value) : undefined;
        return { alternateIdentifier: isbn ?? value, alternateIdentifierType: isbn === undefined ? type : 'ISBN' };
      }),
    { alternateIdentifier: urn, alternateIdentifierType: 'URN' },
    { alternateIdentifier: id, alternateIdentifierType: 'volume' },
  ]);
}

/** A relation by an identifier of a kind that DataCite knows (appendix 1, relatedIdentifierType); any other has its title alone there. */
function related(relationType: string, { type, value }: Identifier): readonly Members[] {
  const known: Readonly<Record<string, readonly [type: string, value: string | undefined]>> = {
    doi: ['DOI', doiOf(value)],
    isbn: ['ISBN', isbn13(value)],
    issn: ['ISSN', issnOf(value)],
    url: ['URL', webAddress(value)],
    urn: ['URN', value],
    ark: ['ARK', value],
    handle: ['Handle', value],
  };
  const [relatedIdentifierType, relatedIdentifier] = known[type] ?? [];
  if (relatedIdentifierType === undefined || relatedIdentifier === undefined) return [];
  return [{ relatedIdentifier, relatedIdentifierType, relationType }];
}

/** A relation whose identifier is of another kind, by its title. */
function relatedItem({ type, identifier, title }: VolumeRecord['relations'][number]): readonly Members[] {
  if (title === undefined || related(type, identifier).length > 0) return [];
  return [{ relatedItemType: 'Text', relationType: type, titles: [{ title }] }];
}

/** The series that the volume is a part of. */
function series({ parts: { series: name, subseries, number } }: VolumeRecord): readonly Members[] {
  if (name === undefined) return [];
  const titles = [{ title: name }, ...(subseries === undefined ? [] : [{ title: subseries, titleType: 'Subtitle' }])];
  return [
    {
      relatedItemType: 'Collection',
      relationType: 'IsPublishedIn',
      titles,
      ...(number === undefined ? {} : { volume: number }),
    },
  ];
}

function rights({ licence }: VolumeRecord): readonly Members[] {
  if (licence === undefined) return [];
  const { text, target, spdx } = licence;
  return [
    {
      rights: text === '' ? target : text,
      ...(webAddress(target) === undefined ? {} : { rightsUri: target }),
      ...(spdx === undefined
        ? {}
        : {
            rightsIdentifier: spdx.toLowerCase(),
            rightsIdentifierScheme: 'SPDX',
            schemeUri: 'https://spdx.org/licenses/',
          }),
    },
  ];
}

function descriptions({ description, provenance }: VolumeRecord): readonly Members[] {
  return [
    ...(description === undefined ? [] : [{ description, descriptionType: 'Abstract' }]),
    ...(provenance === undefined ? [] : [{ description: provenance, descriptionType: 'Other' }]),
  ];
}

function funding({ funder, award, title }: VolumeRecord['funding'][number]): Members {
  const ror = rorOf(funder);
  return present({
    funderName: funder.name,
    funderIdentifier: ror === undefined ? undefined : `https://ror.org/${ror}`,
    funderIdentifierType: ror === undefined ? undefined : 'ROR',
    awardNumber: award,
    awardTitle: title,
  });
}
