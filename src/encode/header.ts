import { element, type XmlElement } from '../formats/xml-writer.js';
import type { Manifest, SuppliedDocument } from '../model/manifest.js';
import type { Facts } from './context.js';

/** What the header of a document is written from. */
export interface HeaderFacts {
  readonly id: string;
  readonly facts: Facts;
  readonly supplied: SuppliedDocument | undefined;
  readonly volume: Manifest | undefined;
}

/** Writes the `teiHeader` of a document (`encoding.md` §2). */
export function writeHeader({ facts }: HeaderFacts): XmlElement {
  const title = facts.heading?.text ?? 'Document';
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', {}, title)),
      element('publicationStmt', {}, element('p', {}, 'Unpublished')),
      element('sourceDesc', {}, element('p', {}, 'Raw text')),
    ),
  );
}
