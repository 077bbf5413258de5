import { printedDate } from '../../model/printed-date.js';
import { categoryName } from '../../tei/taxonomy.js';
import { factOf } from '../document-facts.js';
import type { Page } from '../pages.js';
import { type Xml, xml } from '../xml.js';
import { type Site, sourcePagesOf } from './site.js';

/** From this many documents on, those of a chapter are folded away in the contents of the whole volume. */
const FOLDED_FROM = 12;

/** Pages as a list, with what tells the documents apart; what they hold below them. */
export function outline(site: Site, pages: readonly Page[], isFolding = false): Xml {
  return xml`<ol class="outline">
${pages.map((page) => entry(site, page, isFolding))}</ol>`;
}

/** Documents as a list, as seen from a page of a folder of its own. */
export function documentList(site: Site, pages: readonly Page[], root: '' | '../'): Xml {
  return xml`<ol class="outline">
${pages.map(
  (page) => xml`<li class="of-document">${documentEntry(site, page, root)}</li>
`,
)}</ol>`;
}

function entry(site: Site, page: Page, isFolding: boolean): Xml {
  const words =
    page.kind === 'document' ? documentEntry(site, page, '') : xml`<a href="${page.name}.html">${page.title}</a>`;
  return xml`<li class="of-${page.kind}">${words}${below(site, page, isFolding)}</li>
`;
}

/** Number and title, date, place, classification, kind and source, and what it is about: what tells one document from the next of the same title. */
function documentEntry(site: Site, page: Page, root: '' | '../'): Xml {
  const facts = site.factsOf(page);
  const number = page.content.attributes['data-n'];
  const isNumbered = number === undefined || page.title.replace(/^\W*(?:No\.\s*)?/, '').startsWith(number);
  const words = (name: string): string | undefined => factOf(facts, name)?.words;
  const when =
    facts.date === undefined ? undefined : xml`<time datetime="${facts.date}">${printedDate(facts.date)}</time>`;
  const parts = [when ?? words('date'), words('place'), words('classification'), sourceOf(site, page)].filter(
    (part) => part !== undefined && part !== '',
  );
  const told = parts.map((part, i) => (i === 0 ? xml`${part}` : xml` · ${part}`));
  return xml`<a href="${root}${page.name}.html">${isNumbered ? undefined : xml`<span class="number">${number}.</span> `}${page.title}</a>${parts.length > 0 ? xml` <span class="when">${told}</span>` : undefined}${facts.lead === '' ? undefined : xml` <span class="lead">${facts.lead}</span>`}`;
}

/** Where it is kept, in a word or two: its file, else its collection; and its pages in the printed book. */
function sourceOf(site: Site, page: Page): string | undefined {
  const facts = site.factsOf(page);
  const file = factOf(facts, 'file') ?? factOf(facts, 'collection') ?? factOf(facts, 'repository');
  const pages = site.isPrinted ? sourcePagesOf(page) : undefined;
  return [file === undefined ? undefined : shortened(file.words), pages && `p. ${pages}`].filter(Boolean).join(' · ');
}

const LONGEST_SOURCE = 48;

function shortened(words: string): string {
  return words.length <= LONGEST_SOURCE ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_SOURCE))} …`;
}

function below(site: Site, { children }: Page, isFolding: boolean): Xml | undefined {
  if (children.length === 0) return undefined;
  const list = outline(site, children, isFolding);
  const documents = children.filter((child) => child.kind === 'document');
  if (!isFolding || documents.length < FOLDED_FROM) return list;
  const dates = documents.flatMap((page) => site.factsOf(page).date ?? []).sort();
  const [first] = dates;
  const last = dates.at(-1);
  const span = first === undefined || last === undefined ? '' : `, ${printedDate(first)} – ${printedDate(last)}`;
  return xml`<details><summary>${documents.length} documents${span}</summary>
${list}</details>`;
}

/** What a category of a taxonomy is called; in the words given where it is of another's taxonomy. */
export function nameOf(taxonomy: 'classification' | 'genre', key: string, words: string): string {
  return categoryName(taxonomy, key) ?? words;
}
