import type { Agent, Bibliography, Contribution, Identifier, Relation, VolumeRecord } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, intervalOf, orcidOf, rorOf } from './contributions.js';
import { type Json, present } from './json.js';
import { threeLetters } from './language-codes.js';
import { doiOf, isbn13, issnOf, webAddress } from './standard-numbers.js';

/**
 * The body of `POST /api/records` by which InvenioRDM (as Zenodo runs it) makes a draft. Terms of its vocabularies are given by `id` alone, and only
 * those that every installation has: an unknown one is refused without its name. A member that a repository asks for and the edition does not say
 * (`publication_date`) is left out, and the repository's answer names it.
 */
export function inveniordm({ volume, documents }: Bibliography): Json {
  return {
    access: { record: 'public', files: 'public' },
    files: { enabled: true },
    metadata: present({
      resource_type: { id: 'publication-book' },
      title: title(volume),
      additional_titles: additionalTitles(volume),
      publication_date: volume.issued === undefined ? undefined : dayOf(volume.issued),
      publisher: volume.publisher?.name,
      creators: creatorsOf(volume).map((contribution) => ({
        ...contributor(contribution),
        ...(contribution.role === 'publisher' ? {} : { role: { id: roleOf(contribution) } }),
      })),
      contributors: contributorsOf(volume).map((contribution) => ({
        ...contributor(contribution),
        role: { id: roleOf(contribution) },
      })),
      description: description(volume),
      subjects: volume.subjects.map(({ term }) => ({ subject: term })),
      dates: dates(volume),
      languages: languages(volume.languages),
      identifiers: identifiers(volume),
      related_identifiers: volume.relations.map(related),
      rights: rights(volume),
      locations: locations(volume.places),
      funding: volume.funding.map(({ funder, award, title: awardTitle }) => ({
        funder: { name: funder.name },
        ...(award === undefined && awardTitle === undefined
          ? {}
          : { award: present({ number: award, title: awardTitle === undefined ? undefined : { en: awardTitle } }) }),
      })),
      sizes: documents.length === 0 ? [] : [documents.length === 1 ? '1 document' : `${documents.length} documents`],
    }),
  };
}

/** The least that a title may have. */
const SHORTEST = 3;

function title({ title: complete, id }: VolumeRecord): string {
  return [...complete.trim()].length >= SHORTEST ? complete : `${complete} (${id})`;
}

function additionalTitles({ title: complete, parts }: VolumeRecord): readonly Json[] {
  const { volume, number, series, subseries } = parts;
  const line = [series, subseries, number].filter((part) => part !== undefined).join(', ');
  const titles = [
    { title: volume ?? '', type: { id: 'alternative-title' } },
    { title: line, type: { id: 'other' } },
  ];
  return titles.filter(({ title: own }) => own.length >= SHORTEST && own !== complete);
}

/** A person needs a surname there; who is known by one name has it in its place. */
function contributor({ agent }: Contribution): { readonly [key: string]: Json } {
  const { affiliation } = agent;
  return {
    person_or_org: personOrOrganisation(agent),
    ...(affiliation === undefined ? {} : { affiliations: [{ name: affiliation }] }),
  };
}

function personOrOrganisation(agent: Agent): Json {
  const [orcid, ror] = [orcidOf(agent), rorOf(agent)];
  if (agent.kind === 'organisation')
    return present({
      type: 'organizational',
      name: agent.name,
      identifiers: ror === undefined ? [] : [{ scheme: 'ror', identifier: ror }],
    });
  return present({
    type: 'personal',
    family_name: agent.family ?? agent.name,
    given_name: agent.given,
    identifiers: orcid === undefined ? [] : [{ scheme: 'orcid', identifier: orcid }],
  });
}

/** Its roles are DataCite’s types of contributors. */
function roleOf({ role }: Contribution): string {
  return role === 'editor' || role === 'general-editor' ? 'editor' : 'other';
}

/** It takes HTML, so that the signs of markup stand for themselves. */
function description({ description: words, provenance }: VolumeRecord): string | undefined {
  const paragraphs = [...(words ?? '').split('\n\n'), ...(provenance ?? '').split('\n\n')].filter((one) => one !== '');
  const html = paragraphs.map((one) => `<p>${one.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)}</p>`).join('\n');
  return html === '' ? undefined : html;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function dates({ covered, modified }: VolumeRecord): readonly Json[] {
  return [
    ...(covered === undefined
      ? []
      : [{ date: intervalOf(covered), type: { id: 'other' }, description: 'Dates of the documents' }]),
    ...(modified === undefined ? [] : [{ date: dayOf(modified), type: { id: 'updated' } }]),
  ];
}

function languages(tags: readonly string[]): readonly Json[] {
  const codes = tags.flatMap((tag) => threeLetters(tag) ?? []);
  return [...new Set(codes)].map((id) => ({ id }));
}

/** A number in the scheme of its kind, where it has the form of one, which the server checks; any other is `other`, and says its kind. */
function scheme({ type, value }: Identifier): { readonly scheme: string; readonly identifier: string } {
  const of = (own: string, identifier: string | undefined) =>
    identifier === undefined ? undefined : { scheme: own, identifier };
  const known: Readonly<Record<string, ReturnType<typeof of>>> = {
    doi: of('doi', doiOf(value)),
    isbn: of('isbn', isbn13(value)),
    'isbn-10': of('isbn', isbn13(value)),
    'isbn-13': of('isbn', isbn13(value)),
    issn: of('issn', issnOf(value)),
    url: of('url', webAddress(value)),
    urn: of('urn', /^urn:[a-z\d][a-z\d-]{1,31}:\S+$/i.test(value) ? value : undefined),
    ark: of('ark', /^ark:\/?\d{5,9}\/\S+$/i.test(value) ? value : undefined),
    handle: of('handle', /^\d+(?:\.\d+)*\/\S+$/.test(value) ? value : undefined),
  };
  return known[type] ?? { scheme: 'other', identifier: type === 'other' ? value : `${type}:${value}` };
}

/** Each number once (an ISBN of ten digits is that of thirteen), and the DOI in `pids` alone; the URN is that of the archive’s object, by which an earlier deposit of the edition is found. */
function identifiers({ urn, identifiers: numbers, address }: VolumeRecord): readonly Json[] {
  const all = [
    { type: 'urn', value: urn },
    ...numbers.filter(({ type }) => type !== 'doi'),
    ...(address === undefined ? [] : [{ type: 'url', value: address }]),
  ].map(scheme);
  return all.filter(
    ({ scheme: own, identifier }, i) =>
      all.findIndex((other) => other.scheme === own && other.identifier === identifier) === i,
  );
}

function related({ type, identifier }: Relation): Json {
  return { ...scheme(identifier), relation_type: { id: type.toLowerCase() } };
}

/** By the identifier of SPDX where the licence has one, else in its own words. */
function rights({ licence }: VolumeRecord): readonly Json[] {
  if (licence === undefined) return [];
  const { spdx, text, target } = licence;
  if (spdx !== undefined) return [{ id: spdx.toLowerCase() }];
  return [{ title: { en: text === '' ? target : text }, link: target }];
}

function locations(places: readonly string[]): Json | undefined {
  return places.length === 0 ? undefined : { features: places.map((place) => ({ place })) };
}
