import { element, type XmlElement } from '../formats/xml-writer.js';
import { sortName } from './agents.js';
import type { Bibliography, Identifier } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, intervalOf } from './contributions.js';
import { threeLetters } from './language-codes.js';
import { doiOf } from './standard-numbers.js';
import { document, some, XSI } from './xml.js';

const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

/** Elements of Dublin Core of one name, each word that there is in one. */
export function allOf(name: string, words: readonly (string | undefined)[]): readonly XmlElement[] {
  return words.flatMap((one) => some(`dc:${name}`, one));
}

/** Elements of Dublin Core in the container by which OAI-PMH asks for them (OAI-PMH 2.0, `oai_dc`). */
export function oaiDublinCore(...elements: readonly (readonly XmlElement[])[]): string {
  return document(
    element(
      'oai_dc:dc',
      {
        'xmlns:oai_dc': OAI_DC,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:xsi': XSI,
        'xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
      },
      ...elements,
    ),
  );
}

/** The fifteen elements of Dublin Core, in the container by which OAI-PMH asks for them (OAI-PMH 2.0, `oai_dc`). */
export function dublinCore({ volume }: Bibliography): string {
  const { parts, identifiers, urn, address, licence, covered } = volume;
  const series = [parts.series, parts.subseries, parts.number].filter((part) => part !== undefined).join(', ');
  return oaiDublinCore(
    allOf('title', [volume.title]),
    allOf(
      'creator',
      creatorsOf(volume).map(({ agent }) => sortName(agent)),
    ),
    allOf(
      'subject',
      volume.subjects.map(({ term }) => term),
    ),
    allOf('description', [volume.description, volume.provenance]),
    allOf('publisher', [volume.publisher?.name]),
    allOf(
      'contributor',
      contributorsOf(volume).map(({ agent }) => sortName(agent)),
    ),
    allOf('date', [volume.issued === undefined ? undefined : dayOf(volume.issued)]),
    allOf('type', ['Text']),
    allOf('identifier', [...identifiers.map(asUri), urn, address]),
    allOf(
      'language',
      volume.languages.flatMap((tag) => threeLetters(tag) ?? []),
    ),
    allOf('relation', [series, ...volume.relations.flatMap(({ title, identifier }) => [title, asUri(identifier)])]),
    allOf('coverage', [covered === undefined ? undefined : intervalOf(covered), ...volume.places]),
    allOf('rights', licence === undefined ? [] : [licence.text, licence.target]),
  );
}

/** An identifier as one word that says what it is (DCMI, “Guidelines for implementing Dublin Core in XML”, §4). */
function asUri({ type, value }: Identifier): string {
  if (type === 'doi') return doiOf(value) === undefined ? value : `https://doi.org/${doiOf(value)}`;
  if (/^isbn(?:-1[03])?$/.test(type)) return `urn:isbn:${value.replace(/[\s-]/g, '')}`;
  return type === 'urn' || type === 'url' || type === 'other' ? value : `${type}:${value}`;
}
