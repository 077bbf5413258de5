import { CITATION_STYLES } from '../../metadata/citation/styles.js';
import { DOCUMENT_DATA, DOCUMENT_SCHEMA, documentSchema } from '../../metadata/document-schema.js';
import { documentJson } from '../../metadata/documents-table.js';
import { type Json, present, writeJson } from '../../metadata/json.js';
import type { FileSet } from '../../model/file-set.js';
import type { PivotElement } from '../../model/pivot.js';
import type { SearchableVolume } from '../../model/searchable.js';
import type { Page } from '../pages.js';
import { isElement, textOf } from '../tree.js';
import { wordsOf } from './searchable.js';
import type { Site } from './site.js';

/**
 * The documents as data, a file each beside its TEI (`json/d73.json`), with the schema that describes them.
 *
 * @param found the words of the pages, which the search has as well
 */
export function documentData(site: Site, found: SearchableVolume): FileSet {
  const words = new Map(found.documents.map((one) => [one.page, one.text]));
  const files = new Map<string, string>();
  for (const page of site.documents) {
    const text = words.get(`${page.name}.html`) ?? [];
    files.set(dataPath(page), writeJson(dataOf(site, page, text)));
  }
  if (files.size > 0) files.set(DOCUMENT_SCHEMA, writeJson(documentSchema));
  return files;
}

/** Where the data of a document are. */
export function dataPath({ name }: Pick<Page, 'name'>): string {
  return `${DOCUMENT_DATA}${name}.json`;
}

function dataOf(site: Site, page: Page, text: readonly string[]): Json {
  const { citing, register, pivot } = site;
  const record = citing.recordOf(page);
  const { facts } = site.factsOf(page);
  const gathered: Gathered = { places: new Set((facts.get('place') ?? []).map((fact) => fact.words)), notes: [] };
  gather(page.content, gathered);
  return {
    $schema: DOCUMENT_SCHEMA.slice(DOCUMENT_DATA.length),
    volume: pivot.volume,
    ...(record === undefined
      ? { id: page.id, title: page.title }
      : (documentJson(record, citing.addressOf(`${page.name}.html`)) as object)),
    page: `../${page.name}.html`,
    ...(site.hasTei(page) ? { tei: `../tei/${page.name}.xml` } : {}),
    record: [...facts].flatMap(([fact, own]) =>
      own.map(({ words, category, entry }) => present({ fact, words, key: category, entry })),
    ),
    persons: register.personsOn(page).map(({ entry, roles, isInferred }) =>
      present({
        entry: entry.id,
        name: entry.name,
        roles: [...roles],
        inferred: isInferred || undefined,
        identifiers: register.agentOf(entry.id)?.ids,
      }),
    ),
    places: [...gathered.places],
    ...citationsOf(site, page),
    text: [...text],
    notes: gathered.notes,
  };
}

const STYLE_KEYS: Readonly<Record<string, string>> = {
  'Chicago, note': 'chicagoNote',
  'Chicago, bibliography': 'chicagoBibliography',
  MLA: 'mla',
};

function citationsOf(site: Site, page: Page): { readonly citations?: Json } {
  const cited = site.citing.citedOf(page);
  if (cited === undefined) return {};
  const citations = Object.fromEntries(
    CITATION_STYLES.map(({ name, write }) => [
      STYLE_KEYS[name] ?? name,
      write(cited)
        .map((piece) => (typeof piece === 'string' ? piece : piece.italic))
        .join(''),
    ]),
  );
  return { citations };
}

interface Gathered {
  readonly places: Set<string>;
  readonly notes: Json[];
}

/** The places that the text marks, and the notes. */
function gather(element: PivotElement, found: Gathered): void {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const { class: kind, id, 'data-n': number, 'data-type': type } = child.attributes;
    if (kind === 'placeName') found.places.add(spaced(textOf(child, 'title')));
    if (kind === 'note' && id !== undefined)
      found.notes.push(
        present({ id, number: number === '' ? undefined : number, type, text: wordsOf(child).join(' ') }),
      );
    gather(child, found);
  }
}

function spaced(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
