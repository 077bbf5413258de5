import { plural } from '../../../diagnostics/words.js';
import { byCodeUnits, grouped } from '../../../model/list.js';
import { printedDate } from '../../../model/printed-date.js';
import type { Page } from '../../pages.js';
import { type Xml, xml } from '../../xml.js';
import { documentList } from '../contents.js';
import { frame } from '../frame.js';
import type { Site } from '../site.js';

/** No page has many more documents or values than this. */
export const MOST = 200;

/** Documents under a heading of a browse page. */
export interface Group {
  readonly title: string;
  readonly documents: readonly Page[];
}

/** A page of the folder `browse`: its heading, what stands above its lists, and the lists. */
export interface BrowsePage {
  /** Without folder and ending. */
  readonly name: string;
  readonly title: string;
  /** The index that it belongs to, and that is current in the head of the site. */
  readonly index: { readonly name: string; readonly title: string };
  readonly main: Xml;
}

export function browsePage(
  site: Site,
  { name, title, index, main }: BrowsePage,
): readonly [path: string, text: string] {
  const isIndex = name === index.name;
  const text = frame(site, {
    title,
    bodyClass: 'browse',
    root: '../',
    section: isIndex ? `browse/${index.name}.html` : undefined,
    // An index stands in the head of the site, beside the contents.
    trail: isIndex
      ? []
      : [
          { href: '../index.html', title: 'Contents' },
          { href: `${index.name}.html`, title: index.title },
        ],
    main: xml`<div class="sheet">
<h1>${title}</h1>
${main}
</div>`,
    links: [{ rel: 'up', href: isIndex ? '../index.html' : `${index.name}.html` }],
  });
  return [`browse/${name}.html`, text];
}

/**
 * Lists of documents on one page, or on several where there are many: a list of all groups stands above each, with how many documents they have.
 * @param name of the first page; the others are `name-2` …
 */
export function groupedPages(
  site: Site,
  name: string,
  title: string,
  index: BrowsePage['index'],
  groups: readonly Group[],
  above?: Xml,
): (readonly [path: string, text: string])[] {
  const parted = groups.flatMap((group) => (group.documents.length > MOST ? byTime(site, group) : [group]));
  const pages = paged(parted);
  const nameOf = (page: number): string => (page === 0 ? name : `${name}-${page + 1}`);
  const places = new Map(parted.map((group, i) => [group, i + 1]));
  const idOf = (group: Group): string => `group-${places.get(group)}`;
  return pages.map((own, page) => {
    const ways = pages.flatMap((held, other) =>
      held.map((group) => {
        const href = other === page ? `#${idOf(group)}` : `${nameOf(other)}.html#${idOf(group)}`;
        return xml`<li><a href="${href}">${group.title}</a> <span class="count">${plural(group.documents.length, 'document')}</span></li>
`;
      }),
    );
    const contents =
      parted.length > 1
        ? xml`<nav class="groups" aria-label="On these pages"><ul class="columns">${ways}</ul></nav>`
        : undefined;
    const lists = own.map(
      (
        group,
      ) => xml`<section aria-labelledby="${idOf(group)}"><h2 id="${idOf(group)}">${group.title} <span class="count">${plural(group.documents.length, 'document')}</span></h2>
${byDay(site, group.documents)}</section>
`,
    );
    const part = pages.length > 1 ? ` (${page + 1} of ${pages.length})` : '';
    return browsePage(site, {
      name: nameOf(page),
      title: `${title}${part}`,
      index,
      main: xml`${above}${contents}${lists}`,
    });
  });
}

/** Groups in as many pages as they need. */
function paged(groups: readonly Group[]): Group[][] {
  const pages: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    const last = pages.at(-1);
    if (last === undefined || group.documents.length > room) {
      pages.push([group]);
      room = MOST - group.documents.length;
    } else {
      last.push(group);
      room -= group.documents.length;
    }
  }
  return pages;
}

/** A long group by years, a long year by months. */
function byTime(site: Site, { title, documents }: Group): readonly Group[] {
  const spans = (length: number, of: readonly Page[]): Map<string, Page[]> =>
    grouped(inTime(site, of), (page) => (site.factsOf(page).date ?? '').slice(0, length));
  const named = (span: string, own: readonly Page[]): Group => ({
    title: `${title}, ${span === '' ? 'undated' : printedDate(span)}`,
    documents: own,
  });
  return [...spans(4, documents)].flatMap(([year, own]) =>
    own.length <= MOST ? [named(year, own)] : [...spans(7, own)].map(([month, held]) => named(month, held)),
  );
}

/** Documents in the order of their dates; those without one are last, those of one date in the order of the volume. */
export function inTime(site: Site, documents: readonly Page[]): readonly Page[] {
  const dated = documents.map((page) => ({ page, date: site.factsOf(page).date ?? '\uffff' }));
  return dated.sort((a, b) => byCodeUnits(a.date, b.date)).map(({ page }) => page);
}

/** From this many on, documents are grouped by day. */
const GROUPED_FROM = 12;

/** Documents in the order of their dates, under their days where there are many. */
export function byDay(site: Site, documents: readonly Page[]): Xml {
  const sorted = inTime(site, documents);
  if (sorted.length < GROUPED_FROM) return documentList(site, sorted, '../');
  const days = grouped(sorted, (page) => (site.factsOf(page).date ?? '').slice(0, 10));
  return xml`${[...days].map(
    ([day, own]) => xml`<h3 class="day">${day === '' ? 'Undated' : printedDate(day)}</h3>
${documentList(site, own, '../')}`,
  )}`;
}
