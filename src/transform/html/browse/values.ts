import { plural } from '../../../diagnostics/words.js';
import { byCodeUnits, grouped } from '../../../model/list.js';
import { factOf } from '../../document-facts.js';
import type { Page } from '../../pages.js';
import { linkFrom } from '../../pages.js';
import { type Xml, xml } from '../../xml.js';
import type { Site } from '../site.js';
import type { Facet, FoundBy, FoundValue } from './found-by.js';
import { browsePage, type Group, groupedPages, MOST } from './pages.js';

type Files = (readonly [path: string, text: string])[];

/** The pages of a facet: its values with how many documents they have, by letter where they are many; and a page for each value. */
export function facetPages(site: Site, found: FoundBy, facet: Facet): Files {
  const values = found.valuesOf(facet);
  if (values.length === 0) return [];
  const index = { name: facet.index, title: facet.title };
  return [
    ...indexPages(site, facet, values, index),
    ...values.flatMap((value) => valuePages(site, facet, value, index)),
  ];
}

function indexPages(
  site: Site,
  facet: Facet,
  values: readonly FoundValue[],
  index: { name: string; title: string },
): Files {
  const isLettered = values.length > MOST;
  const parts: readonly (readonly [title: string, own: readonly FoundValue[]])[] =
    facet.index === 'people'
      ? [
          ['Persons', values.filter(({ isOffice }) => !isOffice)],
          ['Offices and posts', values.filter(({ isOffice }) => isOffice)],
        ]
      : [['', values]];
  const files: Files = [];
  const sections = parts.flatMap(([title, own], part) => {
    if (own.length === 0) return [];
    const letters = byLetter(own);
    const id = `part-${part + 1}`;
    const heading =
      title === '' ? undefined : xml`<h2 id="${id}">${title} <span class="count">${own.length}</span></h2>`;
    if (!isLettered || own.length <= MOST / 2) return [xml`<section>${heading}${valueList(facet, own)}</section>`];
    const ways = letters.map(([letter, held]) => {
      const name = `${facet.index}-${part === 0 ? '' : 'offices-'}${letterName(letter)}`;
      const main = valueList(facet, held);
      files.push(browsePage(site, { name, title: `${title || facet.title}: ${letter}`, index, main }));
      return xml`<li><a href="${name}.html">${letter}</a> <span class="count">${held.length}</span></li>
`;
    });
    return [xml`<section>${heading}<ul class="columns">${ways}</ul></section>`];
  });
  return [browsePage(site, { name: facet.index, title: facet.title, index, main: xml`${sections}` }), ...files];
}

function byLetter(values: readonly FoundValue[]): readonly (readonly [letter: string, held: readonly FoundValue[]])[] {
  return [...grouped(values, ({ order: [first = ''] }) => (/\p{L}/u.test(first) ? first.toUpperCase() : '0–9'))];
}

function letterName(letter: string): string {
  return /^[A-Z]$/.test(letter) ? letter.toLowerCase() : `u${letter.codePointAt(0)?.toString(16)}`;
}

function valueList(facet: Facet, values: readonly FoundValue[]): Xml {
  return xml`<ul class="values">${values.map(
    (
      value,
    ) => xml`<li><a href="${value.name}.html">${value.label}</a> <span class="count">${told(facet, value)}</span></li>
`,
  )}</ul>`;
}

/** `sent 12, received 3`; or the number alone. */
function told({ facts }: Facet, { roles, count }: FoundValue): string {
  if (facts.length === 1) return plural(count, 'document');
  return facts
    .flatMap(([, role]) => (roles.has(role) ? `${role.toLowerCase()} ${roles.get(role)?.length}` : []))
    .join(', ');
}

function valuePages(site: Site, facet: Facet, value: FoundValue, index: { name: string; title: string }): Files {
  const { roles, label, name } = value;
  const groups: readonly Group[] =
    facet.index === 'sources'
      ? byFile(site, roles.get('') ?? [])
      : [...roles].map(([role, documents]) => ({ title: role === '' ? 'Documents' : role, documents }));
  return groupedPages(site, name, label, index, groups, about(site, value));
}

/** The source's other spellings, and the entry in the list of persons. */
function about(site: Site, { spellings, entry }: FoundValue): Xml | undefined {
  const said =
    spellings.length === 0 ? undefined : xml`<p class="spellings">In the source also: ${spellings.join('; ')}</p>`;
  const page = entry === undefined ? undefined : site.volume.pageOf.get(entry);
  if (entry === undefined || page === undefined) return said;
  const href = linkFrom(undefined, site.volume, '.html')(`#${entry}`);
  return xml`<p class="entry"><a href="../${href}">${page.title}: the entry</a></p>${said}`;
}

/** The documents of a repository by their collection and file, in the order of these. */
function byFile(site: Site, documents: readonly Page[]): readonly Group[] {
  const files = grouped(documents, (page) => {
    const facts = site.factsOf(page);
    const collection = factOf(facts, 'collection')?.words;
    const file = factOf(facts, 'file')?.words;
    return [collection, file && fileOf(file)].filter(Boolean).join(', ') || 'Without a file';
  });
  const groups = [...files].map(([title, own]) => ({ title, documents: own }));
  return groups.sort((a, b) => byCodeUnits(a.title, b.title));
}

/** The file of a decimal number without that of the document in it: `893.00/14912` is of `893.00`. */
function fileOf(file: string): string {
  return /^(\d[\d.]*[A-Za-z]?(?: [^/]+)?)\//.exec(file)?.[1] ?? file;
}
