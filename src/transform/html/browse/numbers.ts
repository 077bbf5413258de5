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

/** The way to a document by its number, all numbers as links, a hundred under a heading; and to the list of the source's pages. */
export function numberPages(site: Site): Files {
  const documents = site.documents.flatMap((page): Number[] => {
    const number = page.content.attributes['data-n'];
    return number === undefined || number === '' ? [] : [{ number, href: `../${page.name}.html`, title: page.title }];
  });
  if (documents.length === 0) return [];
  const [name, title] = ['numbers', 'Documents by number'];
  const pages =
    site.leaves.all.length === 0
      ? undefined
      : xml`<p class="ways"><a href="../${site.leaves.listName}.html">Pages by number</a></p>`;
  return [browsePage(site, { name, title, index: { name, title }, main: xml`${pages}${rows(documents)}` })];
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
