import { element } from '../formats/xml-writer.js';
import { sortName } from './agents.js';
import type { Bibliography, Identifier } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, intervalOf } from './contributions.js';
import { threeLetters } from './language-codes.js';
import { doiOf } from './standard-numbers.js';
import { document, some, XSI } from './xml.js';

const OAI = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

/** The fifteen elements of Dublin Core, in the container by which OAI-PMH asks for them (OAI-PMH 2.0, `oai_dc`). */
export function dublinCore({ volume }: Bibliography): string {
  const { parts, identifiers, urn, address, licence, covered } = volume;
  const series = [parts.series, parts.subseries, parts.number].filter((part) => part !== undefined).join(', ');
  const all = (name: string, words: readonly (string | undefined)[]) => words.flatMap((one) => some(`dc:${name}`, one));
  return document(
    element(
      'oai_dc:dc',
      {
        'xmlns:oai_dc': OAI,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': XSI,
        'xsi:schemaLocation': `${OAI} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
      },
      all('title', [volume.title]),
      all(
        'creator',
        creatorsOf(volume).map(({ agent }) => sortName(agent)),
      ),
      all(
        'subject',
        volume.subjects.map(({ term }) => term),
      ),
      all('description', [volume.description, volume.provenance]),
      all('publisher', [volume.publisher?.name]),
      all(
        'contributor',
        contributorsOf(volume).map(({ agent }) => sortName(agent)),
      ),
      all('date', [volume.issued === undefined ? undefined : dayOf(volume.issued)]),
      all('type', ['Text']),
      all('identifier', [...identifiers.map(asUri), urn, address]),
      all(
        'language',
        volume.languages.flatMap((tag) => threeLetters(tag) ?? []),
      ),
      all('relation', [series, ...volume.relations.flatMap(({ title, identifier }) => [title, asUri(identifier)])]),
      all('coverage', [covered === undefined ? undefined : intervalOf(covered), ...volume.places]),
      all('rights', licence === undefined ? [] : [licence.text, licence.target]),
    ),
  );
}

/** An identifier as one word that says what it is (DCMI, “Guidelines for implementing Dublin Core in XML”, §4). */
function asUri({ type, value }: Identifier): string {
  if (type === 'doi') return doiOf(value) === undefined ? value : `https://doi.org/${doiOf(value)}`;
  if (/^isbn(?:-1[03])?$/.test(type)) return `urn:isbn:${value.replace(/[\s-]/g, '')}`;
  return type === 'urn' || type === 'url' || type === 'other' ? value : `${type}:${value}`;
}
