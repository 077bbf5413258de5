import type { Agent, DocumentRecord } from '../metadata/bibliography.js';
import { creatorsOf } from '../metadata/contributions.js';
import { doiOf, webAddress } from '../metadata/standard-numbers.js';
import type { FileSet } from '../model/file-set.js';
import type { LinksOf, SitePage, WebLink } from '../model/web-link.js';
import { documentDescriptions, documentsWithPage, volumeDescriptions } from './metadata-files.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** The file of all links of the edition. */
export const linksetPath = 'linkset.json';

const LINKSET: WebLink = { rel: 'linkset', href: linksetPath, type: 'application/linkset+json' };

/** How many items the home page names in its head, which is to be concise (FAIR Signposting Profile, level 1); of more, the link set tells. */
const MOST_ITEMS = 100;

/** From a page of the volume to its home page. */
const COLLECTION: WebLink = { rel: 'collection', href: 'index.html', type: 'text/html' };

/** A page that tells of the volume or of one of its documents, and where it leads. Targets within the edition are relative, so that they lead somewhere in a copy as well. */
export interface Landing {
  readonly page: string;
  readonly links: readonly WebLink[];
}

/**
 * What the home page and the page of each document say to programs (FAIR Signposting Profile): what to cite, who made it, what it is, what describes it, its
 * parts and its terms.
 * @param pages the names of the documents' pages by their ids
 * @param metadata the files of metadata that stand beside them
 */
export function landings(
  edition: WebEdition,
  pages: ReadonlyMap<string, string>,
  metadata: FileSet,
): readonly Landing[] {
  const documents = [...documentsWithPage(edition, pages)];
  const items = documents.map(([, page]): WebLink => ({ rel: 'item', href: `${page}.html`, type: 'text/html' }));
  return [
    { page: 'index', links: [...volumeLinks(edition), ...volumeDescriptions(metadata), ...items] },
    ...documents.map(([one, page]) => ({ page, links: documentLinks(edition, one, page) })),
  ];
}

/** The links in the heads of the pages (level 1), each with that to the link set. @param more what every page leads to besides */
export function headLinks(all: readonly Landing[], more: readonly WebLink[] = []): LinksOf {
  const byPage = new Map(all.map(({ page, links }) => [page, links]));
  return ({ name, kind }: SitePage) => {
    const links = byPage.get(name) ?? [COLLECTION];
    const items = links.filter(({ rel }) => rel === 'item').length;
    const isConcise = kind !== 'home' || items <= MOST_ITEMS;
    return [...links.filter(({ rel }) => isConcise || rel !== 'item'), LINKSET, ...more];
  };
}

function volumeLinks({ bibliography: { volume } }: WebEdition): readonly WebLink[] {
  const doi = volume.identifier.type === 'doi' ? doiOf(volume.identifier.value) : undefined;
  return [
    ...(doi === undefined ? [] : [{ rel: 'cite-as', href: `https://doi.org/${doi}` }]),
    ...authors(creatorsOf(volume).map(({ agent }) => agent)),
    ...types('Book'),
    ...licence(volume.licence),
  ];
}

function documentLinks({ bibliography }: WebEdition, one: DocumentRecord, page: string): readonly WebLink[] {
  return [
    ...authors(one.senders),
    ...types('CreativeWork'),
    ...licence(bibliography.volume.licence),
    ...documentDescriptions(page),
    { rel: 'item', href: `tei/${page}.xml`, type: 'application/tei+xml' },
    COLLECTION,
  ];
}

/** The persons and bodies that have an address in a register, by that (ORCID first); a name alone is none. */
function authors(agents: readonly Agent[]): readonly WebLink[] {
  const found = agents.flatMap(({ ids }) => ids.find((id) => /^https?:\/\/orcid\.org\//.test(id)) ?? ids[0] ?? []);
  return [...new Set(found)].filter((id) => webAddress(id) !== undefined).map((href) => ({ rel: 'author', href }));
}

/** A page that tells of a thing, and what the thing is (schema.org). */
function types(thing: string): readonly WebLink[] {
  return ['AboutPage', thing].map((name) => ({ rel: 'type', href: `https://schema.org/${name}` }));
}

function licence(found: { readonly target: string } | undefined): readonly WebLink[] {
  return found === undefined || webAddress(found.target) === undefined ? [] : [{ rel: 'license', href: found.target }];
}

/** A context of a link set: the links from one resource by their relations (RFC 9264, §4.2). */
type Context = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/**
 * All links of the edition as a link set in JSON (RFC 9264; FAIR Signposting Profile, level 2): of each landing page, and back from what describes it and from
 * its contents. A context stands on a line.
 */
export function linkset(edition: WebEdition, all: readonly Landing[]): string {
  const contexts = all.flatMap(({ page, links }): readonly Context[] => {
    const anchor = addressOf(edition, `${page}.html`);
    const back = (rel: string, inverse: string): readonly Context[] =>
      links
        .filter((link) => link.rel === rel && !link.href.endsWith('.html'))
        .map(({ href }) => ({ anchor: absolute(edition, href), [inverse]: [{ href: anchor, type: 'text/html' }] }));
    return [
      { anchor, ...byRelation(edition, links) },
      ...back('describedby', 'describes'),
      ...back('item', 'collection'),
    ];
  });
  return `{"linkset":[\n${contexts.map((context) => JSON.stringify(context)).join(',\n')}\n]}\n`;
}

function byRelation(edition: WebEdition, links: readonly WebLink[]): Context {
  const found: Record<string, Record<string, string>[]> = {};
  for (const { rel, href, type, profile } of links) {
    const target = {
      href: absolute(edition, href),
      ...(type === undefined ? {} : { type }),
      ...(profile === undefined ? {} : { profile }),
    };
    found[rel] = [...(found[rel] ?? []), target];
  }
  return found;
}

function absolute(edition: WebEdition, href: string): string {
  return /^https?:/.test(href) ? href : addressOf(edition, href);
}
