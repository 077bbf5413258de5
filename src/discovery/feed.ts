import { writeLaidOut } from '../formats/xml-layout.js';
import { element } from '../formats/xml-writer.js';
import type { DocumentRecord } from '../metadata/bibliography.js';
import { AMERICAN_DAY, joined, writtenOn } from '../metadata/citation/words.js';
import { creatorsOf } from '../metadata/contributions.js';
import { documentsWithPage } from './metadata-files.js';
import type { PublishedFile } from './publication.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** The feed of what is new in the edition. */
export const feedPath = 'atom.xml';

/** A reader of feeds wants the latest; of more the sitemap tells. */
const MOST_ENTRIES = 50;

/** The documents that were added or changed last, for readers of feeds (Atom, RFC 4287): the latest first, and the volume's own order among those of one time. */
export function feed(
  edition: WebEdition,
  pages: ReadonlyMap<string, string>,
  files: Readonly<Record<string, PublishedFile>>,
): string {
  const { volume } = edition.bibliography;
  const dated = [...documentsWithPage(edition, pages)].map(([one, page]) => {
    const path = `${page}.html`;
    return { one, path, changed: files[path]?.changed ?? edition.modified };
  });
  const latest = dated
    .sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0))
    .slice(0, MOST_ENTRIES);
  const authors = creatorsOf(volume).map(({ agent }) => agent.name);
  return writeLaidOut(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': volume.languages[0] },
      element('title', {}, volume.title),
      element('id', {}, addressOf(edition, feedPath)),
      element('updated', {}, edition.modified),
      element('link', { rel: 'self', type: 'application/atom+xml', href: addressOf(edition, feedPath) }),
      element('link', { rel: 'alternate', type: 'text/html', href: addressOf(edition, 'index.html') }),
      (authors.length === 0 ? [volume.title] : authors).map((name) => element('author', {}, element('name', {}, name))),
      volume.licence === undefined ? [] : [element('rights', {}, volume.licence.text || volume.licence.target)],
      latest.map(({ one, path, changed }) =>
        element(
          'entry',
          {},
          element('title', {}, titleOf(one)),
          element('id', {}, addressOf(edition, path)),
          element('updated', {}, changed),
          element('link', { rel: 'alternate', type: 'text/html', href: addressOf(edition, path) }),
          summaryOf(one).map((words) => element('summary', {}, words)),
        ),
      ),
    ),
  );
}

function titleOf({ number, title }: DocumentRecord): string {
  return number === undefined ? title : `${number}. ${title}`;
}

function summaryOf({ place, date }: DocumentRecord): readonly string[] {
  const words = joined([place, writtenOn(date, AMERICAN_DAY)], ', ');
  return words === '' ? [] : [words];
}
