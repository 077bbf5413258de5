import type { Bibliography, DocumentRecord } from '../metadata/bibliography.js';
import { type Json, present, writeJson } from '../metadata/json.js';
import type { FileSet } from '../model/file-set.js';
import type { SitePage } from '../model/web-link.js';

/** Where the entry point is in a web edition. */
export const TEXT_SERVICES = 'dts/index.json';

const CONTEXT = 'https://dtsapi.org/context/v1.0.json';
const VERSION = '1.0';

/** A collection or a document of the edition. */
interface Item {
  /** The name of its page, which is its identifier: one that can stand in a path, as static files need it. */
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
  readonly children: string[];
  readonly record?: DocumentRecord;
}

/**
 * Distributed Text Services 1.0 as static files, at its level 0 (“About URI Templates” and “Conformance” of the specification): the volume and its chapters are collections, each document a
 * resource. A document is given whole, as its TEI: it has no citation tree, for which the specification wants no other answers than these (an empty list of trees, no members).
 *
 * @param base the address of the home page; it ends with a solidus
 * @param pages the pages of the edition, by which documents and chapters have their names
 */
export function textServices({ volume, documents }: Bibliography, base: string, pages: readonly SitePage[]): FileSet {
  const names = new Map(pages.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const])));
  const items = new Map<string, Item>();
  const root: Item = { id: volume.id, title: volume.title, parent: undefined, children: [] };
  items.set(root.id, root);
  const held = (item: Item): void => {
    if (items.has(item.id)) return;
    items.set(item.id, item);
    items.get(item.parent ?? '')?.children.push(item.id);
  };
  for (const record of documents) {
    const name = names.get(record.id);
    if (name === undefined) continue;
    let parent = root.id;
    for (const { id, head } of record.within) {
      const chapter = names.get(id);
      if (chapter === undefined) continue;
      held({ id: chapter, title: head, parent, children: [] });
      parent = chapter;
    }
    held({ id: name, title: record.title, parent, children: [], record });
  }
  const files = new Map<string, string>();
  const at = new Addresses(base);
  const write = (path: string, value: Json): void => {
    files.set(`dts/${path}`, writeJson(value));
  };
  write('index.json', {
    '@context': CONTEXT,
    dtsVersion: VERSION,
    '@id': `${base}${TEXT_SERVICES}`,
    '@type': 'EntryPoint',
    ...at.templates('{resource}', '{/id,nav}'),
  });
  for (const item of items.values()) {
    const own = described(item, at);
    const listed = (ids: readonly string[]): Json => ({
      '@context': CONTEXT,
      ...own,
      member: ids.flatMap((id) => {
        const one = items.get(id);
        return one === undefined ? [] : [described(one, at)];
      }),
    });
    write(`collection/${item.id}.json`, listed(item.children));
    write(`collection/${item.id}/children.json`, listed(item.children));
    write(`collection/${item.id}/parents.json`, listed(item.parent === undefined ? [] : [item.parent]));
    if (item.record !== undefined)
      write(`navigation/${item.id}.json`, {
        '@context': CONTEXT,
        dtsVersion: VERSION,
        '@id': `${base}dts/navigation/${item.id}.json`,
        '@type': 'Navigation',
        resource: own,
        member: [],
      });
  }
  files.set('dts/collection.json', files.get(`dts/collection/${root.id}.json`) ?? '');
  return files;
}

/** The addresses of the endpoints, as URI templates (RFC 6570). What a static host does not look at, stands behind the question mark. */
class Addresses {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  /** @param resource the name of a document, or the variable; @param collection the path of a collection, or its variables */
  templates(resource: string, collection: string): { readonly [endpoint: string]: Json } {
    return {
      collection: `${this.#base}dts/collection${collection}.json{?page}`,
      navigation: `${this.#base}dts/navigation/${resource}.json{?ref,down,tree,page}`,
      document: `${this.#base}tei/${resource}.xml{?ref,tree,mediaType}`,
    };
  }

  teiOf(name: string): string {
    return `${this.#base}tei/${name}.xml`;
  }
}

function described({ id, title, parent, children, record }: Item, at: Addresses): { readonly [key: string]: Json } {
  const { collection, navigation, document } = at.templates(id, `/${id}{/nav}`);
  return {
    '@id': id,
    '@type': record === undefined ? 'Collection' : 'Resource',
    dtsVersion: VERSION,
    title,
    totalParents: parent === undefined ? 0 : 1,
    totalChildren: children.length,
    collection: collection ?? '',
    ...(record === undefined
      ? {}
      : {
          navigation: navigation ?? '',
          document: document ?? '',
          download: at.teiOf(id),
          mediaTypes: ['application/tei+xml'],
          citationTrees: [],
          dublinCore: dublinCore(record),
        }),
  };
}

function dublinCore({ date, language, senders, receivers }: DocumentRecord): Json {
  return present({
    date: date?.when ?? date?.from ?? date?.to,
    language: language === undefined ? undefined : [language],
    creator: senders.map(({ name }) => name),
    contributor: receivers.map(({ name }) => name),
  });
}
