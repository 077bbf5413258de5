import { element, type XmlElement } from '../formats/xml-writer.js';
import type { Bibliography, DescribedFile, PreservationEvent } from './bibliography.js';
import { document, some, XSI } from './xml.js';

const PREMIS = 'http://www.loc.gov/premis/v3';

/**
 * What an archive has to know to keep the files: PREMIS 3, with the edition as an intellectual entity, each file with its digests, size and format, what
 * happened to them and which programs did it.
 */
export function premis(
  bibliography: Bibliography,
  files: readonly DescribedFile[],
  events: readonly PreservationEvent[],
): string {
  return document(
    element(
      'premis',
      { ...NAMESPACES, version: '3.0' },
      entity(bibliography),
      files.map((file) => premisObject(file, bibliography)),
      events.map((event, i) => premisEvent(event, i, bibliography)),
      premisAgents(events),
    ),
  );
}

const NAMESPACES = {
  xmlns: PREMIS,
  'xmlns:xsi': XSI,
  'xsi:schemaLocation': `${PREMIS} https://www.loc.gov/standards/premis/premis.xsd`,
};

/** A part of PREMIS that stands in another document declares its namespaces itself. */
export function premisAlone(part: XmlElement): XmlElement {
  return { ...part, attributes: { xmlns: PREMIS, 'xmlns:xsi': XSI, ...part.attributes } };
}

function typed(kind: string, type: string, value: string): XmlElement {
  return element(
    `${kind}Identifier`,
    {},
    element(`${kind}IdentifierType`, {}, type),
    element(`${kind}IdentifierValue`, {}, value),
  );
}

function entity({ volume }: Bibliography): XmlElement {
  return element(
    'object',
    { 'xsi:type': 'intellectualEntity' },
    typed('object', 'URN', volume.urn),
    volume.identifiers.map(({ type, value }) => typed('object', type, value)),
    some('originalName', volume.title),
  );
}

/** A file (PREMIS 3, §1); its identifier is its path in the package. */
export function premisObject(file: DescribedFile, { volume }: Bibliography): XmlElement {
  const { path, mediaType, bytes, sha256, sha512, pronom } = file;
  return element(
    'object',
    { 'xsi:type': 'file' },
    typed('object', 'path', path),
    element(
      'objectCharacteristics',
      {},
      element('compositionLevel', {}, '0'),
      fixity('SHA-256', sha256),
      fixity('SHA-512', sha512),
      element('size', {}, String(bytes)),
      element(
        'format',
        {},
        element('formatDesignation', {}, element('formatName', {}, mediaType)),
        pronom === undefined
          ? []
          : [
              element(
                'formatRegistry',
                {},
                element('formatRegistryName', {}, 'PRONOM'),
                element('formatRegistryKey', {}, pronom),
                element('formatRegistryRole', {}, 'specification'),
              ),
            ],
      ),
    ),
    some('originalName', path),
    element(
      'relationship',
      {},
      element('relationshipType', {}, 'structural'),
      element('relationshipSubType', {}, 'is part of'),
      element(
        'relatedObjectIdentifier',
        {},
        element('relatedObjectIdentifierType', {}, 'URN'),
        element('relatedObjectIdentifierValue', {}, volume.urn),
      ),
    ),
  );
}

function fixity(algorithm: string, digest: string): XmlElement {
  return element('fixity', {}, element('messageDigestAlgorithm', {}, algorithm), element('messageDigest', {}, digest));
}

/** The types of events in the vocabulary of the Library of Congress (id.loc.gov/vocabulary/preservation/eventType). */
const EVENT_TYPES: Readonly<Record<PreservationEvent['type'], string>> = {
  encode: 'creation',
  validate: 'validation',
  make: 'creation',
  package: 'information package creation',
  deposit: 'transfer',
};

/** Something that happened (PREMIS 3, §2); events are numbered in their order. */
export function premisEvent(event: PreservationEvent, index: number, { volume }: Bibliography): XmlElement {
  const { type, time, outcome, detail, agent } = event;
  return element(
    'event',
    {},
    typed('event', 'local', `event-${index + 1}`),
    element('eventType', {}, EVENT_TYPES[type]),
    element('eventDateTime', {}, time),
    detail === '' ? [] : [element('eventDetailInformation', {}, element('eventDetail', {}, detail))],
    outcome === '' ? [] : [element('eventOutcomeInformation', {}, element('eventOutcome', {}, outcome))],
    element(
      'linkingAgentIdentifier',
      {},
      element('linkingAgentIdentifierType', {}, 'local'),
      element('linkingAgentIdentifierValue', {}, agent),
      element('linkingAgentRole', {}, 'executing program'),
    ),
    element(
      'linkingObjectIdentifier',
      {},
      element('linkingObjectIdentifierType', {}, 'URN'),
      element('linkingObjectIdentifierValue', {}, volume.urn),
    ),
  );
}

/** The programs of the events (PREMIS 3, §3), each once: `Chancery 0.1.0` is the version 0.1.0 of Chancery. */
export function premisAgents(events: readonly PreservationEvent[]): readonly XmlElement[] {
  return [...new Set(events.map(({ agent }) => agent))].map((agent) => {
    const [, program = agent, version] = /^(.*\S)\s+v?(\d\S*)$/.exec(agent) ?? [];
    return element(
      'agent',
      {},
      typed('agent', 'local', agent),
      element('agentName', {}, program),
      element('agentType', {}, 'software'),
      some('agentVersion', version),
    );
  });
}
