import type { PlainElement } from '../formats/xml-tree.js';
import { E_MAIL } from '../model/e-mail.js';
import { bareDoi, editionName, nameUrn } from '../model/identifier.js';
import { distinct } from '../model/list.js';
import { orcidAddress } from '../model/orcid.js';
import { namedAgent } from './agents.js';
import type { Agent, Contribution, Identifier, Relation, VolumeRecord } from './bibliography.js';
import { spdxOf } from './licences.js';
import { addresses, type TeiExcerpt } from './tei-excerpt.js';
import { childOf, childrenOf, pathOf, wordsOf } from './tei-header.js';

/** What the header says of the volume; the rest its documents say. */
export type OwnFacts = Omit<VolumeRecord, 'languages' | 'covered' | 'places' | 'persons' | 'repositories'>;

/** Reads the header of a volume (TEI P5, chapter 2); `fallbackId` is the id of one that has none. */
export function readVolume({ id, header }: TeiExcerpt, fallbackId: string): OwnFacts {
  const titles = pathOf(header, 'fileDesc', 'titleStmt');
  const publication = pathOf(header, 'fileDesc', 'publicationStmt');
  const identifiers = identifiersOf(publication);
  const frus = identifiers.find(({ type }) => type === 'frus')?.value;
  const volume = id ?? frus ?? fallbackId;
  const byType = (...types: readonly string[]): string | undefined =>
    types
      .flatMap((type) => childrenOf(titles, 'title').filter((title) => title.attributes['type'] === type))
      .map(wordsOf)
      .find((words) => words !== '');
  const number = byType('volumenumber', 'volume-number');
  const subseries = byType('subseries', 'sub-series');
  const [series, own] = [byType('series'), byType('volume')];
  const publisher = firstWords(publication, 'publisher') ?? firstWords(publication, 'authority');
  const place = firstWords(publication, 'pubPlace');
  return {
    id: volume,
    ...identityOf(volume, identifiers, imprintOf(publication), series),
    identifiers: identifiers.filter(({ type }) => type !== 'url'),
    title:
      byType('complete', 'main') ??
      childrenOf(titles, 'title')
        .map(wordsOf)
        .find((words) => words !== '') ??
      volume,
    parts: {
      ...(own === undefined ? {} : { volume: own }),
      ...(number === undefined ? {} : { number }),
      ...(series === undefined ? {} : { series }),
      ...(subseries === undefined ? {} : { subseries }),
    },
    contributions: contributionsOf(titles),
    ...(publisher === undefined ? {} : { publisher: { kind: 'organisation', name: publisher, ids: [] } }),
    ...(place === undefined ? {} : { place }),
    ...issuedOf(publication),
    ...modifiedOf(header),
    ...licenceOf(publication),
    ...descriptionOf(header),
    subjects: subjectsOf(header),
    relations: relationsOf(header),
    funding: fundingOf(titles),
    ...addressOf(identifiers),
    ...contactOf(publication),
  };
}

/** The numbers of the publication statement; those without words or without a type, and none twice. */
function identifiersOf(publication: PlainElement | undefined): readonly Identifier[] {
  const found = childrenOf(publication, 'idno').map((idno): Identifier => {
    const type = idno.attributes['type'] ?? 'other';
    return { type, value: type === 'doi' ? bareDoi(wordsOf(idno)) : wordsOf(idno) };
  });
  return found.filter(
    ({ type, value }, i) => value !== '' && found.findIndex((one) => one.type === type && one.value === value) === i,
  );
}

/** What the edition is known by: its DOI, its ISBN, or the URN that its object in an archive has. */
function identityOf(
  volume: string,
  identifiers: readonly Identifier[],
  publisher: string | undefined,
  series: string | undefined,
): Pick<VolumeRecord, 'identifier' | 'urn'> {
  const of = (...types: readonly string[]): string | undefined =>
    identifiers.find(({ type }) => types.includes(type))?.value;
  const [doi, isbn] = [of('doi'), of('isbn', 'isbn-13')];
  const urn = nameUrn(editionName({ volume, publisher, series, doi, isbn }));
  if (doi !== undefined) return { identifier: { type: 'doi', value: doi }, urn };
  if (isbn !== undefined) return { identifier: { type: 'isbn', value: isbn }, urn };
  return { identifier: { type: 'urn', value: urn }, urn };
}

/** The publisher as the name of the edition has it: the lines of an imprint without commas between them. */
function imprintOf(publication: PlainElement | undefined): string | undefined {
  return childrenOf(publication, 'publisher')
    .map((publisher) => wordsOf({ ...publisher, name: 'p' }))
    .find((words) => words !== '');
}

/** The editors, and whoever else the title statement names with a responsibility; who only supplied what the texts have lost is an editor already. */
function contributionsOf(titles: PlainElement | undefined): readonly Contribution[] {
  const editors = childrenOf(titles, 'editor').flatMap((editor): Contribution[] => {
    const agent = agentOf(editor);
    const { role = 'primary' } = editor.attributes;
    return agent === undefined ? [] : [{ agent, role: ROLES[role] ?? role }];
  });
  const authors = childrenOf(titles, 'author').flatMap((author): Contribution[] => {
    const agent = agentOf(author);
    return agent === undefined ? [] : [{ agent, role: 'author' }];
  });
  const others = childrenOf(titles, 'respStmt')
    .filter((statement) => !childrenOf(statement, 'resp').some(({ attributes }) => attributes['key'] === 'supplied'))
    .flatMap((statement) =>
      NAMES.flatMap((name) => childrenOf(statement, name)).flatMap((name): Contribution[] => {
        const agent = agentOf(name);
        const role = childrenOf(statement, 'resp').map(wordsOf).join(' ');
        return agent === undefined || role === '' ? [] : [{ agent, role }];
      }),
    );
  return [...authors, ...editors, ...others];
}

const ROLES: Readonly<Record<string, string>> = { primary: 'editor', general: 'general-editor' };
const NAMES = ['persName', 'orgName', 'name'];

/** Who an element names: itself, or the one name in it, with the institution beside that. */
function agentOf(element: PlainElement): Agent | undefined {
  const inner = NAMES.flatMap((name) => childrenOf(element, name))[0];
  const named = inner ?? element;
  const name = wordsOf(named);
  if (name === '') return undefined;
  const ids = distinct([
    ...addresses(element.attributes['ref']),
    ...addresses(inner?.attributes['ref']),
    ...childrenOf(element, 'idno')
      .filter(({ attributes }) => attributes['type']?.toLowerCase() === 'orcid')
      .map((idno) => orcidAddress(wordsOf(idno).replace(/^.*\//, ''))),
  ]);
  const kind = named.name === 'orgName' ? 'organisation' : named.name === 'persName' ? 'person' : undefined;
  const affiliation = childrenOf(element, 'affiliation')
    .map(wordsOf)
    .find((words) => words !== '');
  return { ...namedAgent(name, ids, kind), ...(affiliation === undefined ? {} : { affiliation }) };
}

/** The year or date of publication: `@when`, else the words where they are or hold one. */
function issuedOf(publication: PlainElement | undefined): Pick<VolumeRecord, 'issued'> {
  const date = childOf(publication, 'date');
  const written = date === undefined ? '' : (date.attributes['when'] ?? wordsOf(date));
  const issued = /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(written)?.[0] ?? /\b(?:1[5-9]|20)\d\d\b/.exec(written)?.[0];
  return issued === undefined ? {} : { issued };
}

/** The latest change that the header dates, by attribute or at the beginning of its words as the series does. */
function modifiedOf(header: PlainElement): Pick<VolumeRecord, 'modified'> {
  const dates = childrenOf(pathOf(header, 'revisionDesc'), 'change').flatMap(
    (change) => change.attributes['when'] ?? /^\d{4}-\d\d-\d\d/.exec(wordsOf(change))?.[0] ?? [],
  );
  const last = dates
    .filter((date) => /^\d{4}/.test(date))
    .sort()
    .at(-1);
  return last === undefined ? {} : { modified: last };
}

function licenceOf(publication: PlainElement | undefined): Pick<VolumeRecord, 'licence' | 'rights'> {
  const availability = childOf(publication, 'availability');
  const licence = childOf(availability, 'licence');
  const target = addresses(licence?.attributes['target'])[0];
  if (licence === undefined || target === undefined) {
    const rights = licence === undefined ? childrenOf(availability, 'p').map(wordsOf).join(' ') : wordsOf(licence);
    return rights.trim() === '' ? {} : { rights: rights.trim() };
  }
  const spdx = spdxOf(target);
  return { licence: { target, text: wordsOf(licence), ...(spdx === undefined ? {} : { spdx }) } };
}

function descriptionOf(header: PlainElement): Pick<VolumeRecord, 'description' | 'provenance'> {
  const paragraphs = (element: PlainElement | undefined): string =>
    childrenOf(element, 'p')
      .map(wordsOf)
      .filter((words) => words !== '')
      .join('\n\n');
  const description = paragraphs(pathOf(header, 'profileDesc', 'abstract'));
  const provenance = childrenOf(pathOf(header, 'fileDesc'), 'sourceDesc')
    .map(paragraphs)
    .filter((words) => words !== '')
    .join('\n\n');
  return {
    ...(description === '' ? {} : { description }),
    ...(provenance === '' ? {} : { provenance }),
  };
}

/** The key words of the volume: those of a document name it with `@corresp`. */
function subjectsOf(header: PlainElement): VolumeRecord['subjects'] {
  return childrenOf(header, 'profileDesc')
    .flatMap((profile) => childrenOf(profile, 'textClass'))
    .filter(({ attributes }) => attributes['corresp'] === undefined)
    .flatMap((textClass) => childrenOf(textClass, 'keywords'))
    .flatMap((keywords) => {
      const { scheme } = keywords.attributes;
      const terms = [...childrenOf(keywords, 'term'), ...childrenOf(childOf(keywords, 'list'), 'item')];
      return terms.flatMap((element) => {
        const term = wordsOf(element);
        const [address] = addresses(element.attributes['ref']);
        if (term === '') return [];
        const from = scheme === undefined || scheme.startsWith('#') ? {} : { scheme };
        return [{ term, ...from, ...(address === undefined ? {} : { address }) }];
      });
    });
}

/** What the edition is related to: the items of the notes that bear a type of relation and an identifier. */
function relationsOf(header: PlainElement): readonly Relation[] {
  return childrenOf(pathOf(header, 'fileDesc', 'notesStmt'), 'relatedItem').flatMap((item): Relation[] => {
    const { type } = item.attributes;
    const entry = childOf(item, 'bibl');
    const idno = childOf(entry, 'idno');
    const value = idno === undefined ? '' : wordsOf(idno);
    if (type === undefined || idno === undefined || value === '') return [];
    const title = childrenOf(entry, 'title')
      .map(wordsOf)
      .find((words) => words !== '');
    const kind = idno.attributes['type'] ?? 'other';
    const identifier = { type: kind, value: kind === 'doi' ? bareDoi(value) : value };
    return [{ type, identifier, ...(title === undefined ? {} : { title }) }];
  });
}

function fundingOf(titles: PlainElement | undefined): VolumeRecord['funding'] {
  return childrenOf(titles, 'funder').flatMap((funder) => {
    const own = funder.children.filter((child) => typeof child === 'string' || !['idno', 'title'].includes(child.name));
    const named = childOf(funder, 'orgName') ?? childOf(funder, 'persName');
    const name = named === undefined ? wordsOf({ ...funder, children: own }).replace(/ ?[,;:]$/, '') : wordsOf(named);
    if (name === '') return [];
    const award = childrenOf(funder, 'idno')
      .map(wordsOf)
      .find((words) => words !== '');
    const title = childrenOf(funder, 'title')
      .map(wordsOf)
      .find((words) => words !== '');
    const ids = distinct([...addresses(funder.attributes['ref']), ...addresses(named?.attributes['ref'])]);
    const kind = named?.name === 'persName' ? 'person' : 'organisation';
    return [
      {
        funder: namedAgent(name, ids, kind),
        ...(award === undefined ? {} : { award }),
        ...(title === undefined ? {} : { title }),
      },
    ];
  });
}

function addressOf(identifiers: readonly Identifier[]): Pick<VolumeRecord, 'address'> {
  const address = identifiers.find(({ type, value }) => type === 'url' && /^https?:\/\/./.test(value))?.value;
  return address === undefined ? {} : { address };
}

/** The first e-mail address among the lines of the publisher's address. */
function contactOf(publication: PlainElement | undefined): Pick<VolumeRecord, 'contact'> {
  const contact = childrenOf(publication, 'address')
    .flatMap((address) => childrenOf(address, 'addrLine'))
    .flatMap((line) => wordsOf(line).split(' '))
    .map((word) => word.replace(/^[<(]+|[>),.;]+$/g, ''))
    .find((word) => E_MAIL.test(word));
  return contact === undefined ? {} : { contact };
}

function firstWords(parent: PlainElement | undefined, name: string): string | undefined {
  return childrenOf(parent, name)
    .map(wordsOf)
    .find((words) => words !== '');
}
