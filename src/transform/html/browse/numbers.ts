import { type Xml, xml } from '../../xml.js';
import type { Site } from '../site.js';
import { browsePage } from './pages.js';

/** How many numbers stand under one heading. */
const ROW = 100;

interface Numbered {
  readonly number: string;
  readonly href: string;
}

/** The way to a document by its number: all numbers as links, a hundred under a heading; and to the list of the source's pages, where it has some. */
export function numberPages(site: Site): (readonly [path: string, text: string])[] {
  const numbers = site.documents.flatMap((page): Numbered[] => {
    const number = page.content.attributes['data-n'];
    return number === undefined || number === '' ? [] : [{ number, href: `../${page.name}.html` }];
  });
  if (numbers.length === 0) return [];
  const { all, listName } = site.leaves;
  const pages =
    all.length === 0
      ? undefined
      : xml`<p class="ways"><a href="../${listName}.html">By the pages of the source</a></p>`;
  const title = 'Documents by number';
  const index = { name: 'numbers', title };
  return [browsePage(site, { name: 'numbers', title, index, main: xml`${pages}${rows(numbers)}` })];
}

function rows(numbers: readonly Numbered[]): readonly Xml[] {
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
