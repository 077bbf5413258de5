import { element, type XmlElement, type XmlNode } from '../../formats/xml-writer.js';
import { NOTHING_READ } from '../../grammar/source-note.js';
import type { DocumentDiv, DocumentNode } from '../../model/document.js';
import type { SourceReading } from '../../model/header.js';
import type { Manifest, SuppliedDocument } from '../../model/manifest.js';
import {
  classDeclOf,
  correspDesc,
  creation,
  type HeaderFacts,
  msDesc,
  type Party,
  partiesOf,
  respStmt,
  textClass,
} from '../../tei/header.js';
import { readMarkingLine } from '../regions/constructs/marking-line.js';
import type { Facts } from '../regions/context.js';
import { isUncertain } from '../regions/elements.js';
import type { Names } from './names.js';

/** What the header of a document is written from. */
export interface HeaderSource {
  readonly facts: Facts;
  /** What `headerFacts` made of the facts. */
  readonly header: HeaderFacts;
  readonly supplied: SuppliedDocument | undefined;
  readonly volume: Manifest | undefined;
  /** The text of the document, whose portion marks point to the taxonomies. */
  readonly div: DocumentDiv;
}

/** Writes the `teiHeader` of a document (`encoding.md` §2). */
export function writeHeader({ facts, header, supplied, volume, div }: HeaderSource): XmlElement {
  const title = titleOf(facts) || describedBy(header);
  const markings = textClass(header);
  const taxonomies = classDeclOf(markings, portionsOf(div));
  const profile = [creation(header), markings, correspDesc(header)].filter((part) => part !== undefined);
  const source = msDesc(header) ?? element('p', {}, 'The raw text names no source.');
  return indented(
    element(
      'teiHeader',
      {},
      element(
        'fileDesc',
        {},
        element(
          'titleStmt',
          {},
          element('title', {}, title),
          ...(supplied === undefined ? [] : [editor(volume)]),
          ...actsOf(facts),
        ),
        publication(volume),
        element('sourceDesc', {}, source),
      ),
      ...(taxonomies === undefined ? [] : [element('encodingDesc', {}, taxonomies)]),
      ...(profile.length === 0 ? [] : [element('profileDesc', {}, ...profile)]),
      element('revisionDesc', {}, element('change', {}, 'Encoded from the raw text by Chancery.')),
    ),
    '  ',
  );
}

/** Who drafted, cleared and approved, as the text itself says it; what a source note says stands in the description of the source. */
function actsOf({ acts = [] }: Facts): readonly XmlElement[] {
  return acts.map((act) => respStmt(act)).filter((statement) => statement !== undefined);
}

/** The categories that the portion marks of a text point to. */
function portionsOf(node: DocumentNode, found = new Set<string>()): ReadonlySet<string> {
  if (node.element === 'text') return found;
  if (node.element === 'seg' && node.attributes.ana !== undefined) found.add(node.attributes.ana);
  for (const child of node.children as readonly DocumentNode[]) portionsOf(child, found);
  return found;
}

/** An element whose children are elements only, each on a line of its own, and so on downwards; where text is among them nothing is added. */
function indented(node: XmlElement, indent: string): XmlElement {
  if (node.children.length === 0 || node.children.some((child) => typeof child === 'string')) return node;
  const inner = `${indent}  `;
  const children: XmlNode[] = [];
  for (const child of node.children as readonly XmlElement[]) children.push(`\n${inner}`, indented(child, inner));
  children.push(`\n${indent}`);
  return { name: node.name, attributes: node.attributes, children };
}

/** The heading without its printed number, or what is known instead. */
function titleOf(facts: Facts): string {
  const text = facts.heading?.text ?? facts.subject ?? '';
  const number = facts.heading?.number;
  const bare = number === undefined ? text : text.replace(/^\[?(?:No\.\s*)?\d+[A-Za-z]?\.?\]?\s*/, '');
  return bare === '' ? text : bare;
}

/** What a file without a heading is called: what the document is and its date, as they were read; the heading itself is the editor's to write. */
function describedBy({ genre, date }: HeaderFacts): string {
  const kind =
    genre === undefined
      ? 'Document without a heading'
      : genre.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());
  return date === undefined ? kind : `${kind}, ${date.words}`;
}

/** Who supplied what the raw text has lost; `@resp="#editor"` points here. */
function editor(volume: Manifest | undefined): XmlElement {
  const names = (volume?.editors ?? []).filter((e) => e.role === 'primary').map((e) => element('name', {}, e.name));
  const resp = element('resp', { key: 'supplied' }, 'What the raw text has lost was supplied by');
  return element(
    'respStmt',
    { 'xml:id': 'editor' },
    resp,
    ...(names.length > 0 ? names : [element('name', {}, 'the editors')]),
  );
}

function publication(volume: Manifest | undefined): XmlElement {
  if (volume === undefined) return element('publicationStmt', {}, element('p', {}, 'Not published.'));
  return element(
    'publicationStmt',
    {},
    element('publisher', {}, volume.publisher),
    element('pubPlace', {}, volume.place),
    element('date', { when: volume.date }, volume.date),
    element('availability', {}, element('licence', { target: volume.licence.target }, volume.licence.text)),
  );
}

/** What the header of a document says, from what was found in the text and what the editor supplies. */
export function headerFacts(facts: Facts, supplied: SuppliedDocument | undefined, names: Names): HeaderFacts {
  const { heading, dateline } = facts;
  const parties = heading === undefined ? { from: [], to: [] } : partiesOf(heading.text, heading);
  const place = dateline?.place;
  const date = dateline?.date;
  const resp = facts.isDatelineSupplied ? { resp: '#editor' } : {};
  const genre = supplied?.genre ?? heading?.genre ?? facts.genre;
  const source = withMarkings(facts);
  const info = given(supplied?.info, facts) ?? facts.info;
  const unsure = (key: string): { readonly cert?: 'medium' } =>
    facts.unsure?.has(key) === true ? { cert: 'medium' } : {};
  const read = (key: 'from' | 'to'): readonly Party[] | undefined =>
    facts[key]?.map((one) => ({ ...one, ...unsure(key) }));
  const words = (span: { start: number; end: number }): string => dateline?.text.slice(span.start, span.end) ?? '';
  return {
    ...(source === undefined ? {} : { source }),
    ...(genre === undefined ? {} : { genre }),
    ...(date === undefined
      ? {}
      : {
          date: {
            words: words(date.span),
            reading: date,
            ...(isUncertain(date)
              ? { cert: 'low' as const }
              : date.isMended === true
                ? { cert: 'medium' as const }
                : facts.isDateSupplied === true
                  ? {}
                  : unsure('when')),
            ...(facts.isDateSupplied ? { resp: '#editor' } : resp),
          },
        }),
    ...(place === undefined ? {} : { place: { words: words(place), ...unsure('place'), ...resp } }),
    ...(dateline?.received === undefined ? {} : { received: dateline.received }),
    from: withAuthority(given(supplied?.from, facts) ?? orElse(parties.from, read('from')), names),
    to: withAuthority(given(supplied?.to, facts) ?? orElse(parties.to, read('to')), names),
    ...(info === undefined ? {} : { info }),
  };
}

/** Persons with their addresses in authority files, where the name can mean only one. */
function withAuthority(parties: readonly Party[], names: Names): readonly Party[] {
  return parties.map((one) => {
    const ref = one.element === 'persName' ? names.authority(one.name) : undefined;
    return ref === undefined ? one : { ...one, ref };
  });
}

/** Parties by the names that the editor gives; those of a cable are posts. */
function given(names: string | readonly string[] | undefined, { message }: Facts): readonly Party[] | undefined {
  if (names === undefined) return undefined;
  const element = message === undefined ? 'persName' : 'orgName';
  return (typeof names === 'string' ? [names] : names).map((name) => ({ element, name }));
}

function orElse(parties: readonly Party[], other: readonly Party[] | undefined): readonly Party[] {
  return parties.length > 0 || other === undefined ? parties : other;
}

/** Markings of the body (`secret us urgent`) count where the source note has none: older documents print them there. */
function withMarkings({ source, markings = [], areMarkingsStated }: Facts): SourceReading | undefined {
  const base = source?.reading ?? NOTHING_READ;
  if (markings.length === 0) return source?.reading;
  const read = readMarkingLine(markings.join('; '));
  const classification = base.classification ?? read.classification;
  const [handling, precedence] = (['handling', 'precedence'] as const).map((kind) =>
    base[kind].length > 0 ? base[kind] : read[kind],
  );
  const stated = (['classification', 'handling', 'precedence'] as const).filter(
    (kind) => base[kind] === undefined || base[kind].length === 0,
  );
  return {
    ...base,
    ...(classification === undefined ? {} : { classification }),
    handling: handling ?? [],
    precedence: precedence ?? [],
    ...(areMarkingsStated === true ? { supplied: [...(base.supplied ?? []), ...stated] } : {}),
  };
}
