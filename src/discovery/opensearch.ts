import { element, writeContent } from '../formats/xml-writer.js';
import type { SitePage, WebLink } from '../model/web-link.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** The description of the search for browsers and other programs. */
export const openSearchPath = 'opensearch.xml';

const NAMESPACE = 'http://a9.com/-/spec/opensearch/1.1/';

/** How long a short and a long name may be (OpenSearch 1.1, draft 6). */
const SHORT = 16;
const LONG = 48;

/** The page on which the edition is searched, where it has one. */
export function searchPageOf(pages: readonly SitePage[]): SitePage | undefined {
  return pages.find(({ kind }) => kind === 'search');
}

/** The link by which each page leads to the description. */
export function openSearchLink(edition: WebEdition): WebLink {
  const type = 'application/opensearchdescription+xml';
  return { rel: 'search', href: openSearchPath, type, title: edition.bibliography.volume.title };
}

/** How the edition is searched, by an address with a place for the words (OpenSearch 1.1, draft 6). */
export function openSearch(edition: WebEdition, { name }: SitePage): string {
  const { id, title, parts, languages } = edition.bibliography.volume;
  const long = [title, parts.volume].find((words) => words !== undefined && [...words].length <= LONG);
  const description = element(
    'OpenSearchDescription',
    { xmlns: NAMESPACE },
    element('ShortName', {}, [...id].slice(0, SHORT).join('')),
    ...(long === undefined ? [] : [element('LongName', {}, long)]),
    element('Description', {}, [...title].slice(0, 1024).join('')),
    ...languages.slice(0, 1).map((language) => element('Language', {}, language)),
    element('InputEncoding', {}, 'UTF-8'),
    element('Url', { type: 'text/html', template: `${addressOf(edition, `${name}.html`)}?q={searchTerms}` }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeContent([description])}\n`;
}
