import { plural } from '../../../diagnostics/words.js';
import { grouped } from '../../../model/list.js';
import { printedDate } from '../../../model/printed-date.js';
import type { Page } from '../../pages.js';
import { type Xml, xml } from '../../xml.js';
import type { Site } from '../site.js';
import { browsePage, byDay, inTime, MOST } from './pages.js';
import { timeline } from './timeline.js';

const INDEX = { name: 'dates', title: 'Dates' };

/** The documents of a year by month, and whether each month has a page of its own. */
interface Year {
  readonly year: string;
  readonly months: ReadonlyMap<string, readonly Page[]>;
  readonly count: number;
}

/** The pages by date: the years with their months, and the documents of each year by month and day. */
export function datePages(site: Site): (readonly [path: string, text: string])[] {
  const dated = inTime(site, site.documents).filter((page) => site.factsOf(page).date !== undefined);
  if (dated.length === 0) return [];
  const years = yearsOf(site, dated);
  const undated = site.documents.filter((page) => site.factsOf(page).date === undefined);
  const list = years.map(
    (
      year,
    ) => xml`<section aria-labelledby="year-${year.year}"><h2 id="year-${year.year}"><a href="${pageOf(year)}.html">${year.year}</a> <span class="count">${plural(year.count, 'document')}</span></h2>
<ul class="columns">${[...year.months].map(
      ([
        month,
        own,
      ]) => xml`<li><a href="${addressOf(year, month)}">${monthOf(month)}</a> <span class="count">${own.length}</span></li>
`,
    )}</ul></section>
`,
  );
  const rest =
    undated.length === 0
      ? undefined
      : xml`<section aria-labelledby="undated"><h2 id="undated"><a href="dates-undated.html">Without a date</a> <span class="count">${plural(undated.length, 'document')}</span></h2></section>`;
  const counts = years.flatMap((year) => [...year.months].map(([month, own]) => ({ month, count: own.length })));
  const pages = [
    browsePage(site, {
      name: INDEX.name,
      title: INDEX.title,
      index: INDEX,
      main: xml`${timeline(counts)}${list}${rest}`,
    }),
    ...years.flatMap((year) => pagesOfYear(site, year)),
  ];
  if (undated.length > 0) {
    const main = byDay(site, undated);
    pages.push(browsePage(site, { name: 'dates-undated', title: 'Without a date', index: INDEX, main }));
  }
  return pages;
}

function yearsOf(site: Site, dated: readonly Page[]): readonly Year[] {
  const spanOf = (page: Page, form: RegExp): string => form.exec(site.factsOf(page).date ?? '')?.[0] ?? '';
  const years = grouped(dated, (page) => spanOf(page, /^-?\d{4}/));
  return [...years].map(([year, own]) => ({
    year,
    months: grouped(own, (page) => spanOf(page, /^-?\d{4}(?:-\d\d)?/)),
    count: own.length,
  }));
}

/** Under its year: without it. */
function monthOf(month: string): string {
  return month.length > 4 ? printedDate(month).replace(/ -?\d+$/, '') : printedDate(month);
}

function pageOf({ year }: Year): string {
  return `dates-${year}`;
}

/** Of a month: in the page of its year, or its own page where the year is long. */
function addressOf(year: Year, month: string): string {
  return year.count > MOST ? `dates-${month}.html` : `${pageOf(year)}.html#month-${month}`;
}

function pagesOfYear(site: Site, year: Year): (readonly [path: string, text: string])[] {
  const months = [...year.months];
  const ways = months.map(
    ([
      month,
      own,
    ]) => xml`<li><a href="${addressOf(year, month)}">${printedDate(month)}</a> <span class="count">${plural(own.length, 'document')}</span></li>
`,
  );
  const list = (held: Xml): Xml =>
    xml`<nav class="groups" aria-label="Months"><ul class="columns">${ways}</ul></nav>${held}`;
  if (year.count <= MOST) {
    const main = months.map(
      ([
        month,
        own,
      ]) => xml`<section aria-labelledby="month-${month}"><h2 id="month-${month}">${printedDate(month)} <span class="count">${plural(own.length, 'document')}</span></h2>
${byDay(site, own)}</section>
`,
    );
    return [browsePage(site, { name: pageOf(year), title: year.year, index: INDEX, main: list(xml`${main}`) })];
  }
  return [
    // A month without its number is of documents that have the year alone, whose page is the year's.
    browsePage(site, {
      name: pageOf(year),
      title: year.year,
      index: INDEX,
      main: list(xml`${months.filter(([month]) => month === year.year).map(([, own]) => byDay(site, own))}`),
    }),
    ...months
      .filter(([month]) => month !== year.year)
      .map(([month, own]) =>
        browsePage(site, {
          name: `dates-${month}`,
          title: printedDate(month),
          index: INDEX,
          main: list(byDay(site, own)),
        }),
      ),
  ];
}
