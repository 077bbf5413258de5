import { element, type XmlElement } from '../formats/xml-writer.js';
import { vocabularyAt } from '../model/vocabularies.js';
import { sortName } from './agents.js';
import type { Agent, Bibliography, Relation, VolumeRecord } from './bibliography.js';
import { orcidOf } from './contributions.js';
import { marcLanguage } from './language-codes.js';
import { doiOf, isbn13, webAddress } from './standard-numbers.js';
import { document } from './xml.js';

/** A subfield: its code and its words; those without words are left out. */
type Subfield = readonly [code: string, words: string | undefined];

/** The volume as a record of MARC 21 for bibliographic data, in MARCXML, described by RDA. Fields stand in the order of their numbers. */
export function marcXml(bibliography: Bibliography): string {
  const { volume } = bibliography;
  const fields = [...numbers(volume), ...titles(bibliography), ...notes(volume), ...access(volume)];
  fields.sort((a, b) =>
    (a.attributes['tag'] ?? '') < (b.attributes['tag'] ?? '')
      ? -1
      : a.attributes['tag'] === b.attributes['tag']
        ? 0
        : 1,
  );
  return document(
    element(
      'record',
      { xmlns: 'http://www.loc.gov/MARC21/slim', type: 'Bibliographic' },
      element('leader', {}, LEADER),
      element('controlfield', { tag: '001' }, volume.id),
      element('controlfield', { tag: '006' }, 'm     o  d        '),
      element('controlfield', { tag: '007' }, 'cr |||||||||||'),
      element('controlfield', { tag: '008' }, fixedLength(volume)),
      fields,
    ),
  );
}

/** New record of language material, a monograph, in Unicode, with minimal level, by ISBD; lengths and addresses are a program's to fill in. */
const LEADER = '00000nam a2200000 i 4500';

/** Field 008 of books, 40 characters: when and where published, in which language; what is not said is `|`. The date of entry is that of the edition’s last change. */
function fixedLength({ issued, modified, languages }: VolumeRecord): string {
  const entered =
    /^\d{4}-\d\d-\d\d/
      .exec(modified ?? '')?.[0]
      .replaceAll('-', '')
      .slice(2) ?? '000101';
  const year = /^\d{4}/.exec(issued ?? '')?.[0];
  const [language] = languages;
  const code = (language === undefined ? undefined : marcLanguage(language)) ?? '|||';
  const published = year === undefined ? 'nuuuu' : `s${year}`;
  return `${entered}${published}    xx |||| o    |||| ||${code} d`;
}

function field(tag: string, indicators: string, ...subfields: readonly Subfield[]): readonly XmlElement[] {
  const said = subfields.filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');
  if (said.length === 0) return [];
  return [
    element(
      'datafield',
      { tag, ind1: indicators[0], ind2: indicators[1] },
      said.map(([code, words]) => element('subfield', { code }, words)),
    ),
  ];
}

function numbers({ identifiers, urn, languages, covered, parts }: VolumeRecord): readonly XmlElement[] {
  const isbns = new Set(
    identifiers.flatMap(({ type, value }) => (/^isbn(?:-1[03])?$/.test(type) ? (isbn13(value) ?? []) : [])),
  );
  const others = identifiers.filter(({ type, value }) => !(/^isbn/.test(type) && isbn13(value) !== undefined));
  const codes = [...new Set(languages.flatMap((tag) => marcLanguage(tag) ?? []))];
  const day = (date: string): string => `d${date.replaceAll('-', '')}`;
  return [
    ...[...isbns].flatMap((isbn) => field('020', '  ', ['a', isbn])),
    ...others.flatMap(({ type, value }) => {
      const doi = type === 'doi' ? doiOf(value) : undefined;
      return doi === undefined
        ? field('024', '7 ', ['a', value], ['2', type])
        : field('024', '7 ', ['a', doi], ['2', 'doi']);
    }),
    ...field('024', '7 ', ['a', urn], ['2', 'urn']),
    ...field('040', '  ', ['b', 'eng'], ['e', 'rda']),
    ...field('041', '0 ', ...codes.map((code): Subfield => ['a', code])),
    ...(covered === undefined ? [] : field('045', '2 ', ['b', day(covered.from)], ['b', day(covered.to)])),
    ...field(
      '490',
      '0 ',
      ['a', parts.series],
      ['v', [parts.subseries, parts.number].filter((part) => part !== undefined).join(', ')],
    ),
  ];
}

function titles({ volume, documents }: Bibliography): readonly XmlElement[] {
  const { title, parts, contributions, place, publisher, issued } = volume;
  const responsible = contributions.map(({ agent, role }) => `${agent.name}, ${role.replace('-', ' ')}`).join('; ');
  return [
    ...field('245', '00', ['a', title], ['c', responsible]),
    ...(parts.volume === title ? [] : field('246', '30', ['a', parts.volume])),
    ...field('264', ' 1', ['a', place], ['b', publisher?.name], ['c', issued]),
    ...field('300', '  ', [
      'a',
      documents.length === 0
        ? '1 online resource'
        : `1 online resource (${documents.length === 1 ? '1 document' : `${documents.length} documents`})`,
    ]),
    ...field('336', '  ', ['a', 'text'], ['b', 'txt'], ['2', 'rdacontent']),
    ...field('337', '  ', ['a', 'computer'], ['b', 'c'], ['2', 'rdamedia']),
    ...field('338', '  ', ['a', 'online resource'], ['b', 'cr'], ['2', 'rdacarrier']),
  ];
}

function notes({ description, provenance, funding, licence }: VolumeRecord): readonly XmlElement[] {
  return [
    ...field('500', '  ', ['a', provenance]),
    ...(description ?? '').split('\n\n').flatMap((paragraph) => field('520', '  ', ['a', paragraph])),
    ...funding.flatMap(({ funder, award, title }) =>
      field('536', '  ', ['a', [funder.name, title].filter((one) => one !== undefined).join(', ')], ['c', award]),
    ),
    ...(licence === undefined
      ? []
      : field(
          '540',
          '  ',
          ['a', licence.text],
          ['f', licence.spdx],
          ['2', licence.spdx === undefined ? undefined : 'spdx'],
          ['u', webAddress(licence.target)],
        )),
  ];
}

/** The second indicator of a subject: Library of Congress Subject Headings, another vocabulary named in $2, or none. */
function subject({ term, scheme, address }: VolumeRecord['subjects'][number]): readonly XmlElement[] {
  const code = scheme === undefined ? undefined : vocabularyAt(scheme)?.code;
  const uri = address === undefined ? undefined : webAddress(address);
  if (code === 'lcsh') return field('650', ' 0', ['a', term], ['0', uri]);
  return code === undefined
    ? field('650', ' 4', ['a', term], ['0', uri])
    : field('650', ' 7', ['a', term], ['0', uri], ['2', code]);
}

/** Relator terms and codes of MARC. */
function relator(role: string): readonly Subfield[] {
  if (role === 'author')
    return [
      ['e', 'author'],
      ['4', 'aut'],
    ];
  if (role === 'editor')
    return [
      ['e', 'editor'],
      ['4', 'edt'],
    ];
  if (role === 'general-editor')
    return [
      ['e', 'general editor'],
      ['4', 'edt'],
    ];
  return [
    ['e', role],
    ['4', 'ctb'],
  ];
}

function access(volume: VolumeRecord): readonly XmlElement[] {
  const { contributions, publisher, subjects, relations, funding, address } = volume;
  return [
    ...subjects.flatMap(subject),
    ...field('655', ' 4', ['a', 'Documentary editions']),
    ...contributions.flatMap(({ agent, role }) => added(agent, relator(role))),
    ...(publisher === undefined
      ? []
      : added(publisher, [
          ['e', 'publisher'],
          ['4', 'pbl'],
        ])),
    ...funding.flatMap(({ funder }) =>
      added(funder, [
        ['e', 'funder'],
        ['4', 'fnd'],
      ]),
    ),
    ...relations.flatMap(related),
    ...(address === undefined ? [] : field('856', '41', ['u', webAddress(address)])),
  ];
}

function added(agent: Agent, roles: readonly Subfield[]): readonly XmlElement[] {
  const orcid = orcidOf(agent);
  const id: Subfield = [
    '1',
    orcid === undefined ? agent.ids.find((one) => webAddress(one) !== undefined) : `https://orcid.org/${orcid}`,
  ];
  if (agent.kind === 'organisation') return field('710', '2 ', ['a', agent.name], ...roles, id);
  return field(
    '700',
    agent.family === undefined ? '0 ' : '1 ',
    ['a', sortName(agent)],
    ['u', agent.affiliation],
    ...roles,
    id,
  );
}

/** Linking entries: the fields of MARC for the relations that it knows, else 787 with the words of DataCite. */
const LINKS: Readonly<Record<string, string>> = {
  IsPartOf: '773',
  IsDerivedFrom: '786',
  IsTranslationOf: '765',
  HasTranslation: '767',
  Continues: '780',
  IsContinuedBy: '785',
};

function related({ type, identifier, title }: Relation): readonly XmlElement[] {
  const { type: kind, value } = identifier;
  const isbn = /^isbn(?:-1[03])?$/.test(kind) ? isbn13(value) : undefined;
  const number: Subfield =
    isbn === undefined ? (kind === 'issn' ? ['x', value] : ['o', `${kind}: ${value}`]) : ['z', isbn];
  return field(LINKS[type] ?? '787', '0 ', ['i', LINKS[type] === undefined ? type : undefined], ['t', title], number);
}
