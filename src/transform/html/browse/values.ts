import { plural } from '../../../diagnostics/words.js';
import { byCodeUnits, grouped } from '../../../model/list.js';
import { factOf } from '../../document-facts.js';
import type { Page } from '../../pages.js';
import { type Xml, xml } from '../../xml.js';
import type { Site } from '../site.js';
import { type Facet, type FoundBy, type FoundValue, PEOPLE } from './found-by.js';
import { browsePage, type Group, groupedPages, MOST } from './pages.js';

/** The folder of these pages. */
const FOLDER = 'browse/';
/** Up to this many, a list needs no letters. */
const FEW = 40;

type Files = (readonly [path: string, text: string])[];

/** From this many on, persons stand on pages by letter; before, under their letters on one page, where a reader looks for a name by any part of it. */
const MOST_PEOPLE = 1000;

/** The pages of a facet: its values with how many documents they have, by letter where they are many; and a page for each value, besides persons who have one in the register. */
export function facetPages(site: Site, found: FoundBy, facet: Facet): Files {
  const values = found.valuesOf(facet);
  if (values.length === 0) return [];
  const index = { name: facet.index, title: facet.title };
  return [
    ...indexPages(site, facet, values, index),
    ...values.flatMap((value) => (value.path.startsWith(FOLDER) ? valuePages(site, facet, value, index) : [])),
  ];
}

function indexPages(
  site: Site,
  facet: Facet,
  values: readonly FoundValue[],
  index: { name: string; title: string },
): Files {
  const isLettered = values.length > (facet === PEOPLE ? MOST_PEOPLE : MOST);
  const parts: readonly (readonly [title: string, own: readonly FoundValue[]])[] =
    facet === PEOPLE
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
    if (!isLettered || own.length <= MOST / 2)
      return [
        facet === PEOPLE && own.length > FEW
          ? xml`<section>${heading}${underLetters(site, facet, letters, id)}</section>`
          : xml`<section>${heading}${valueList(site, facet, own)}</section>`,
      ];
    const ways = letters.map(([letter, held]) => {
      const name = `${facet.index}-${part === 0 ? '' : 'offices-'}${letterName(letter)}`;
      const main = valueList(site, facet, held);
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

/** The values under their letters, which a row of links leads to. */
function underLetters(
  site: Site,
  facet: Facet,
  letters: readonly (readonly [letter: string, held: readonly FoundValue[]])[],
  id: string,
): Xml {
  const idOf = (letter: string): string => `${id}-${letterName(letter)}`;
  const ways = letters.map(([letter]) => xml`<li><a href="#${idOf(letter)}">${letter}</a></li>`);
  const lists = letters.map(
    ([letter, held]) => xml`<h3 class="letter" id="${idOf(letter)}">${letter}</h3>
${valueList(site, facet, held)}`,
  );
  return xml`<nav class="letters" aria-label="${id === 'part-1' ? 'Letters' : 'Letters of the offices'}"><ul>${ways}</ul></nav>
${lists}`;
}

/** A link from a page of the folder to that of a value. */
function hrefOf({ path }: FoundValue): string {
  return path.startsWith(FOLDER) ? path.slice(FOLDER.length) : `../${path}`;
}

function valueList(site: Site, facet: Facet, values: readonly FoundValue[]): Xml {
  return xml`<ul class="values">${values.map(
    (
      value,
    ) => xml`<li><a href="${hrefOf(value)}">${value.label}</a> <span class="count">${told(site, facet, value)}</span></li>
`,
  )}</ul>`;
}

/** `sent 12, received 3, named in 40`; or the number alone. */
function told(site: Site, { facts }: Facet, { roles, count, entry }: FoundValue): string {
  if (facts.length === 1) return plural(count, 'document');
  const parts = facts.flatMap(([, role]) =>
    roles.has(role) ? `${role.toLowerCase()} ${roles.get(role)?.length}` : [],
  );
  const named =
    entry === undefined ? 0 : site.register.appearancesOf(entry).filter((one) => one.roles.length === 0).length;
  return [...parts, ...(named > 0 ? [`named in ${named}`] : [])].join(', ') || plural(count, 'document');
}

function valuePages(site: Site, facet: Facet, value: FoundValue, index: { name: string; title: string }): Files {
  const { roles, label, path } = value;
  const name = path.slice(FOLDER.length, -'.html'.length);
  const groups: readonly Group[] =
    facet.index === 'sources'
      ? byFile(site, roles.get('') ?? [])
      : [...roles].map(([role, documents]) => ({ title: role === '' ? 'Documents' : role, documents }));
  return groupedPages(site, name, label, index, groups, about(value));
}

/** The source's other spellings. */
function about({ spellings }: FoundValue): Xml | undefined {
  return spellings.length === 0 ? undefined : xml`<p class="spellings">In the source also: ${spellings.join('; ')}</p>`;
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
