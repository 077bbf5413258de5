/**
 * The elements of the TEI header that say what a document is (TEI P5, chapters 2 and 11): where it is kept, who made it, when and
 * where, what kind it is, who sent it to whom. `encode` puts them into a document's header, `enrich` into a volume's, each tied to
 * its document by `@corresp`.
 */

import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import type { Act, Correspondent, DateReading, HeadingReading, NamedPerson, SourceReading } from '../model/header.js';
import { append } from '../model/list.js';
import { categoryOf, TAXONOMIES, type Taxonomy, type TaxonomyId } from './taxonomy.js';

/** How sure a fact is, and whose it is: the `@cert` and `@resp` of its element. */
export interface Provenance {
  readonly cert?: 'medium' | 'low';
  /** `#editor` where the editor has supplied it. */
  readonly resp?: string;
}

/** A sender or receiver, in the heading's words. */
export interface Party {
  readonly element: Correspondent['element'];
  readonly name: string;
  /** The entry of the list of persons that it points to (`#p_RD1`), where the volume says so. */
  readonly corresp?: string;
  /** Addresses in authority files, by which correspSearch finds who wrote to whom (`@ref`, TEI P5 att.canonical). */
  readonly ref?: string;
  /** Set where the name is not sure. */
  readonly cert?: 'medium';
}

/** What the header says of one document. */
export interface HeaderFacts {
  /** The document in its volume (`#d73`); absent in the document's own header. */
  readonly corresp?: string;
  readonly source?: SourceReading;
  /** The genre's id, where the heading tells it; else that of the source note's file number is taken. */
  readonly genre?: string;
  readonly date?: Provenance & { readonly words: string; readonly reading: DateReading };
  readonly place?: Provenance & { readonly words: string };
  readonly received?: DateReading;
  readonly from?: readonly Party[];
  readonly to?: readonly Party[];
  /** Who has a copy of a telegram for information (`INFO`). */
  readonly info?: readonly Party[];
}

/** The sender and receiver of a heading as parties, from the reading and the text it was read from. */
export function partiesOf(text: string, heading: HeadingReading): { from: Party[]; to: Party[] } {
  const of = (type: Correspondent['type']): Party[] =>
    heading.correspondents
      .filter((correspondent) => correspondent.type === type)
      .map(({ element: name, span }) => ({ element: name, name: text.slice(span.start, span.end) }));
  return { from: of('from'), to: of('to') };
}

/** `@when`, `@from`, `@to` of a date's element; none for an undated document. */
export function dateAttributes(reading: DateReading): Readonly<Record<string, string | undefined>> {
  return { when: reading.when, from: reading.from, to: reading.to };
}

function provenance(fact: Provenance): Readonly<Record<string, string | undefined>> {
  return { cert: fact.cert, resp: fact.resp };
}

/** Role words as TEI's list of tokens: `@role` may not hold punctuation that parts words. */
function role(person: NamedPerson): string | undefined {
  const words = person.role?.replace(/[\s,;]+/g, ' ').trim();
  return words === '' ? undefined : words;
}

function agent(person: NamedPerson): XmlElement {
  return element(person.isOffice ? 'orgName' : 'persName', { role: role(person) }, person.name);
}

/** One act as a `respStmt`; undefined for an act without a party, which TEI has no place for. */
export function respStmt(act: Act, resp?: string): XmlElement | undefined {
  if (act.persons.length === 0) return undefined;
  return element('respStmt', { resp }, element('resp', { key: act.key }, act.phrase), ...act.persons.map(agent));
}

/** Whose a fact of the source note is, where it is the editor's. */
function editorOf({ supplied }: SourceReading, fact: string): string | undefined {
  return supplied?.includes(fact) ? '#editor' : undefined;
}

/** The description of the source: `msIdentifier` with the citation, `msContents` with the acts; undefined where neither is known. */
export function msDesc(facts: HeaderFacts): XmlElement | undefined {
  const { source } = facts;
  if (source === undefined || (source.repository === undefined && source.citation.length === 0)) return undefined;
  const identifier = [
    ...(source.repository === undefined
      ? []
      : [element('repository', { resp: editorOf(source, 'repository') }, source.repository)]),
    ...source.citation.map((part) =>
      element(part.element, { type: part.type, resp: editorOf(source, 'citation') }, part.text),
    ),
  ];
  const acts = source.acts
    .map((act) => respStmt(act, editorOf(source, act.key)))
    .filter((statement) => statement !== undefined);
  return element(
    'msDesc',
    { corresp: facts.corresp },
    element('msIdentifier', {}, ...identifier),
    ...(acts.length === 0 ? [] : [element('msContents', {}, element('msItem', {}, ...acts))]),
  );
}

/** When and where the document was made, in its own words. */
export function creation(facts: HeaderFacts): XmlElement | undefined {
  const parts: XmlNode[] = [];
  if (facts.date !== undefined) {
    parts.push(element('date', { ...dateAttributes(facts.date.reading), ...provenance(facts.date) }, facts.date.words));
  }
  if (facts.place !== undefined) {
    if (parts.length > 0) parts.push(' ');
    parts.push(element('placeName', provenance(facts.place), facts.place.words));
  }
  return parts.length === 0 ? undefined : element('creation', { corresp: facts.corresp }, ...parts);
}

function classCode(taxonomy: TaxonomyId, words: string, source: SourceReading): XmlElement {
  const id = categoryOf(taxonomy, words);
  const ana = id === undefined ? undefined : `#${id}`;
  return element('classCode', { scheme: `#${taxonomy}`, ana, resp: editorOf(source, taxonomy) }, words);
}

/** Genre, classification, handling and precedence. */
export function textClass(facts: HeaderFacts): XmlElement | undefined {
  const { source } = facts;
  const genre = facts.genre ?? source?.genre;
  const parts = genre === undefined ? [] : [element('catRef', { scheme: '#genre', target: `#${genre}` })];
  if (source !== undefined) {
    const { classification, handling, precedence } = source;
    const classifications = classification === undefined ? [] : [classification];
    append(parts, [
      ...classifications.map((words) => classCode('classification', words, source)),
      ...handling.map((words) => classCode('handling', words, source)),
      ...precedence.map((words) => classCode('precedence', words, source)),
    ]);
  }
  return parts.length === 0 ? undefined : element('textClass', { corresp: facts.corresp }, ...parts);
}

function party({ element: name, name: words, corresp, ref, cert }: Party): XmlElement {
  return element(name === 'persName' ? 'persName' : 'orgName', { corresp, ref, cert }, words);
}

function isDated(reading: DateReading | undefined): reading is DateReading {
  return reading?.when !== undefined || reading?.from !== undefined;
}

/** Who sent the document to whom (TEI P5, 2.4.6); undefined where the heading names neither. */
export function correspDesc(facts: HeaderFacts): XmlElement | undefined {
  const { from = [], to = [], info = [], date, place, received } = facts;
  if (from.length === 0 && to.length === 0 && info.length === 0) return undefined;
  const sent = [
    ...from.map(party),
    ...(place === undefined ? [] : [element('placeName', {}, place.words)]),
    ...(isDated(date?.reading) ? [element('date', dateAttributes(date.reading))] : []),
  ];
  const arrived = [...to.map(party), ...(isDated(received) ? [element('date', dateAttributes(received))] : [])];
  return element(
    'correspDesc',
    { corresp: facts.corresp },
    ...(sent.length === 0 ? [] : [element('correspAction', { type: 'sent' }, ...sent)]),
    ...(arrived.length === 0 ? [] : [element('correspAction', { type: 'received' }, ...arrived)]),
    ...(info.length === 0 ? [] : [element('correspAction', { type: 'received', subtype: 'info' }, ...info.map(party))]),
  );
}

/** The declaration of the taxonomies, whole: for a volume, whose documents share it. */
export function classDecl(taxonomies: readonly Taxonomy[] = TAXONOMIES): XmlElement {
  return element(
    'classDecl',
    {},
    ...taxonomies.map((taxonomy) =>
      element(
        'taxonomy',
        { 'xml:id': taxonomy.id },
        element('bibl', {}, taxonomy.name),
        ...taxonomy.categories.map((category) =>
          element(
            'category',
            { 'xml:id': category.id },
            element('catDesc', {}, element('term', {}, category.name), `: ${category.description}`),
          ),
        ),
      ),
    ),
  );
}

/**
 * The declaration of what one document's `textClass` points to, and of no more; undefined where it points to nothing.
 * @param portions the classifications that the marks of its paragraphs point to (`#confidential`)
 */
export function classDeclOf(
  textClass: XmlElement | undefined,
  portions: ReadonlySet<string> = new Set(),
): XmlElement | undefined {
  const codes = textClass?.children.filter((child) => typeof child !== 'string') ?? [];
  const idOf = (pointer = ''): string => pointer.replace(/^#/, '');
  const targets = new Set(codes.map(({ attributes }) => idOf(attributes['target'] ?? attributes['ana'])));
  const schemes = new Set(codes.map((code) => idOf(code.attributes['scheme'])));
  const marked = new Set([...portions].map(idOf));
  if (marked.size > 0) schemes.add('classification');
  const isUsed = (scheme: TaxonomyId, id: string): boolean =>
    targets.has(id) || (scheme === 'classification' && marked.has(id));
  const used = TAXONOMIES.filter(({ id }) => schemes.has(id)).map((taxonomy) => ({
    ...taxonomy,
    categories: taxonomy.categories.filter(({ id }) => isUsed(taxonomy.id, id)),
  }));
  return used.length === 0 ? undefined : classDecl(used);
}
