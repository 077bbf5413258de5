import { element, type XmlElement } from '../formats/xml-writer.js';
import { vocabularyAt } from '../model/vocabularies.js';
import type { Agent, Bibliography, Contribution, DocumentRecord, Relation, VolumeRecord } from './bibliography.js';
import { dayOf, orcidOf } from './contributions.js';
import { marcLanguage } from './language-codes.js';
import { webAddress } from './standard-numbers.js';
import { around, document, some, XLINK, XSI } from './xml.js';

const MODS = 'http://www.loc.gov/mods/v3';

/** The volume as MODS 3.8, each of its documents a constituent. */
export function mods({ volume, documents }: Bibliography): string {
  const constituents = documents.map((one) => element('relatedItem', { type: 'constituent' }, documentParts(one)));
  return document(root(volumeParts(volume, documents.length), constituents));
}

/** The volume alone, to be put into METS. */
export function volumeMods({ volume, documents }: Bibliography): XmlElement {
  return root(volumeParts(volume, documents.length));
}

/** One document, to be put into METS. */
export function documentMods(one: DocumentRecord): XmlElement {
  return root(documentParts(one));
}

function root(...children: readonly (readonly XmlElement[])[]): XmlElement {
  return element(
    'mods',
    {
      xmlns: MODS,
      'xmlns:xlink': XLINK,
      'xmlns:xsi': XSI,
      version: '3.8',
      'xsi:schemaLocation': `${MODS} http://www.loc.gov/standards/mods/v3/mods-3-8.xsd`,
    },
    ...children,
  );
}

/** Roles by the codes of MARC relators, with the words that stand on the title page. */
const RELATORS: Readonly<Record<string, readonly [code: string, term: string]>> = {
  editor: ['edt', 'editor'],
  'general-editor': ['edt', 'general editor'],
  author: ['aut', 'author'],
};

function volumeParts(volume: VolumeRecord, count: number): readonly XmlElement[] {
  const { parts, publisher, place, issued, modified, licence, address, identifiers, urn } = volume;
  return [
    element('titleInfo', { usage: 'primary' }, element('title', {}, volume.title)),
    ...(parts.volume === undefined || parts.volume === volume.title
      ? []
      : [element('titleInfo', { type: 'alternative' }, element('title', {}, parts.volume))]),
    ...volume.contributions.map(contributor),
    ...volume.funding.map(({ funder }) => name(funder, [roleTerms('fnd', 'funder')])),
    element('typeOfResource', {}, 'text'),
    element('genre', {}, 'documentary edition'),
    ...around('originInfo', [
      ...(place === undefined ? [] : [element('place', {}, element('placeTerm', { type: 'text' }, place))]),
      ...some('publisher', publisher?.name),
      ...some('dateIssued', issued && dayOf(issued), { encoding: 'w3cdtf', keyDate: 'yes' }),
      ...some('dateModified', modified, { encoding: 'w3cdtf' }),
      element('issuance', {}, 'monographic'),
    ]),
    ...languages(volume.languages),
    element(
      'physicalDescription',
      {},
      element('form', { authority: 'marcform' }, 'electronic'),
      count === 0 ? [] : some('extent', count === 1 ? '1 document' : `${count} documents`),
    ),
    ...some('abstract', volume.description),
    ...some('note', volume.provenance, { type: 'source' }),
    ...volume.funding.flatMap(({ funder, award, title }) =>
      some('note', [funder.name, title, award].filter((part) => part !== undefined).join(', '), { type: 'funding' }),
    ),
    ...subjects(volume),
    ...series(volume),
    ...volume.relations.map(related),
    ...identifiers.map(({ type, value }) => element('identifier', { type: identifierType(type) }, value)),
    element('identifier', { type: 'urn' }, urn),
    ...(address === undefined || webAddress(address) === undefined
      ? []
      : [element('location', {}, element('url', { usage: 'primary display', access: 'object in context' }, address))]),
    ...(licence === undefined
      ? []
      : [
          element(
            'accessCondition',
            { type: 'use and reproduction', 'xlink:href': webAddress(licence.target) },
            licence.text === '' ? licence.target : licence.text,
          ),
        ]),
    element(
      'recordInfo',
      {},
      element('recordIdentifier', {}, volume.id),
      some('recordOrigin', 'Made from the TEI header of the edition.'),
    ),
  ];
}

function contributor({ agent, role }: Contribution): XmlElement {
  const [code, term] = RELATORS[role] ?? ['ctb', role];
  return name(agent, [roleTerms(code, term)]);
}

function roleTerms(code: string, term: string): XmlElement {
  return element(
    'role',
    {},
    element('roleTerm', { type: 'code', authority: 'marcrelator' }, code),
    element('roleTerm', { type: 'text' }, term),
  );
}

function name(agent: Agent, roles: readonly XmlElement[]): XmlElement {
  const { kind, family, given, affiliation, ids } = agent;
  const orcid = orcidOf(agent);
  const parts =
    family === undefined || given === undefined
      ? [element('namePart', {}, agent.name)]
      : [element('namePart', { type: 'family' }, family), element('namePart', { type: 'given' }, given)];
  return element(
    'name',
    { type: kind === 'person' ? 'personal' : 'corporate', valueURI: ids.find((id) => webAddress(id) !== undefined) },
    parts,
    some('displayForm', agent.name),
    some('affiliation', affiliation),
    roles,
    some('nameIdentifier', orcid, { type: 'orcid' }),
  );
}

function languages(tags: readonly string[]): readonly XmlElement[] {
  return tags.map((tag) => {
    const code = marcLanguage(tag);
    return element('language', {}, [
      ...some('languageTerm', code, { type: 'code', authority: 'iso639-2b' }),
      element('languageTerm', { type: 'code', authority: 'rfc5646' }, tag),
    ]);
  });
}

function subjects({ subjects: terms, covered, places }: VolumeRecord): readonly XmlElement[] {
  return [
    ...terms.map(({ term, scheme, address }) =>
      element(
        'subject',
        {
          authority: scheme === undefined ? undefined : vocabularyAt(scheme)?.code,
          authorityURI: scheme === undefined ? undefined : webAddress(scheme),
          valueURI: address === undefined ? undefined : webAddress(address),
        },
        element('topic', {}, term),
      ),
    ),
    ...(covered === undefined
      ? []
      : [
          element(
            'subject',
            {},
            element('temporal', { encoding: 'w3cdtf', point: 'start' }, covered.from),
            element('temporal', { encoding: 'w3cdtf', point: 'end' }, covered.to),
          ),
        ]),
    ...places.map((place) => element('subject', {}, element('geographic', {}, place))),
  ];
}

function series({ parts }: VolumeRecord): readonly XmlElement[] {
  if (parts.series === undefined) return [];
  const { series: title, subseries, number } = parts;
  return [
    element(
      'relatedItem',
      { type: 'series' },
      element('titleInfo', {}, element('title', {}, title), some('partName', subseries), some('partNumber', number)),
    ),
  ];
}

/** How MODS names the relations of DataCite; the words themselves stand in `otherType`. */
const RELATIONS: Readonly<Record<string, string>> = {
  IsPartOf: 'host',
  HasPart: 'constituent',
  IsNewVersionOf: 'otherVersion',
  IsPreviousVersionOf: 'otherVersion',
  IsVersionOf: 'otherVersion',
  HasVersion: 'otherVersion',
  IsVariantFormOf: 'otherFormat',
  IsOriginalFormOf: 'otherFormat',
  IsDerivedFrom: 'original',
  Continues: 'preceding',
  IsContinuedBy: 'succeeding',
  References: 'references',
  IsReferencedBy: 'isReferencedBy',
  Reviews: 'reviewOf',
};

function related({ type, identifier, title }: Relation): XmlElement {
  const known = RELATIONS[type];
  return element(
    'relatedItem',
    known === undefined ? { otherType: type, otherTypeAuth: 'DataCite' } : { type: known },
    title === undefined ? [] : [element('titleInfo', {}, element('title', {}, title))],
    known === undefined ? [] : some('note', type, { type: 'relation' }),
    element('identifier', { type: identifierType(identifier.type) }, identifier.value),
  );
}

/** Types by the codes of the list of standard identifiers (MARC source codes). */
function identifierType(type: string): string {
  return ({ 'isbn-10': 'isbn', 'isbn-13': 'isbn', handle: 'hdl', url: 'uri' } as Record<string, string>)[type] ?? type;
}

function documentParts(one: DocumentRecord): readonly XmlElement[] {
  const { id, number, title, genre, date, place, repository, source, language, pages, within } = one;
  return [
    element('titleInfo', {}, element('title', {}, title), some('partNumber', number)),
    ...one.senders.map((agent) => name(agent, [roleTerms('crp', 'sender')])),
    ...one.receivers.map((agent) => name(agent, [roleTerms('rcp', 'addressee')])),
    ...one.drafters.map((agent) => name(agent, [roleTerms('aut', 'drafter')])),
    element('typeOfResource', {}, 'text'),
    ...some('genre', genre),
    ...around('originInfo', [
      ...(place === undefined ? [] : [element('place', {}, element('placeTerm', { type: 'text' }, place))]),
      ...created(date),
    ]),
    ...(language === undefined ? [] : languages([language])),
    ...around('location', [...some('physicalLocation', repository), ...some('shelfLocator', source)]),
    ...[...some('note', one.classification, { type: 'classification' })],
    ...one.handling.flatMap((words) => some('note', words, { type: 'handling' })),
    ...(pages === undefined && within.length === 0
      ? []
      : [
          element(
            'part',
            {},
            within.map(({ head, id: own }) =>
              element('detail', { type: 'section' }, element('title', {}, head === '' ? own : head)),
            ),
            pages === undefined
              ? []
              : [
                  element(
                    'extent',
                    { unit: 'pages' },
                    element('start', {}, pages.first),
                    element('end', {}, pages.last),
                  ),
                ],
          ),
        ]),
    element('identifier', { type: 'local' }, id),
  ];
}

function created(date: DocumentRecord['date']): readonly XmlElement[] {
  const { when, from, to } = date ?? {};
  return [
    ...some('dateCreated', when, { encoding: 'w3cdtf' }),
    ...some('dateCreated', from, { encoding: 'w3cdtf', point: 'start' }),
    ...some('dateCreated', to, { encoding: 'w3cdtf', point: 'end' }),
  ];
}
