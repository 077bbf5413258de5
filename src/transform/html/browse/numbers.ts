import type { Page } from '../../pages.js';
import { type Xml, xml } from '../../xml.js';
import type { Site } from '../site.js';
import { browsePage } from './pages.js';

type Files = (readonly [path: string, text: string])[];

/** How many numbers stand under one heading. */
const ROW = 100;

interface Number {
  readonly number: string;
  readonly href: string;
  readonly title: string;
}

/** The way to a document by its number, and to a page of the printed book: all numbers as links, a hundred under a heading. */
export function numberPages(site: Site): Files {
  const documents = site.documents.flatMap((page): Number[] => {
    const number = page.content.attributes['data-n'];
    return number === undefined || number === '' ? [] : [{ number, href: `../${page.name}.html`, title: page.title }];
  });
  const pages = site.volume.pages.flatMap((page) => breaksOf(page));
  const files: Files = [];
  const both = xml`<p class="ways">${documents.length > 0 ? xml`<a href="numbers.html">Documents by number</a>` : undefined}${pages.length > 0 ? xml` <a href="pages.html">Pages by number</a>` : undefined}</p>`;
  const of = (name: string, title: string, numbers: readonly Number[]): void => {
    const index = { name, title };
    files.push(browsePage(site, { name, title, index, main: xml`${both}${rows(numbers)}` }));
  };
  if (documents.length > 0) of('numbers', 'Documents by number', documents);
  if (pages.length > 0 && site.volume.isOneBook)
    of('pages', site.isPrinted ? 'Printed pages' : 'Pages of the source', pages);
  return files;
}

function breaksOf(page: Page): readonly Number[] {
  return page.breaks.map(({ id, number }) => ({ number, href: `../${page.name}.html#${id}`, title: page.title }));
}

function rows(numbers: readonly Number[]): readonly Xml[] {
  const made: Xml[] = [];
  for (let from = 0; from < numbers.length; from += ROW) {
    const own = numbers.slice(from, from + ROW);
    const links = own.map(
      ({ number, href }) => xml`<li><a href="${href}">${number}</a></li>
`,
    );
    made.push(xml`<section aria-labelledby="from-${from + 1}"><h2 id="from-${from + 1}">${own[0]?.number} – ${own.at(-1)?.number}</h2>
<ol class="numbers">${links}</ol></section>
`);
  }
  return made;
}
