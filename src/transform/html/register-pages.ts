import { plural } from '../../diagnostics/words.js';
import type { Agent } from '../../metadata/bibliography.js';
import { webAddress } from '../../metadata/standard-numbers.js';
import { grouped } from '../../model/list.js';
import { printedDate } from '../../model/printed-date.js';
import type { Page } from '../pages.js';
import { escapeXml, Xml, xml } from '../xml.js';
import { frame, type Step } from './frame.js';
import type { Entry, Place } from './occurrences.js';
import { type Appearance, letterOf, OTHER, type Register, termId } from './register.js';
import type { Site } from './site.js';

/** The pages of the persons and terms of the volume, by the names of their files. */
export function registerPages(site: Site, register: Register): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const { persons, terms, people } = register;
  if (people !== undefined && site.peoplePath === `${people}.html`)
    pages.set(people, peoplePage(site, register, people));
  persons.forEach((person, i) => {
    const name = register.pageOf(person.id) ?? '';
    pages.set(name, personPage(site, register, { name, person, before: persons[i - 1], after: persons[i + 1] }));
  });
  const ofLetter = grouped(terms, letterOf);
  for (const [letter, name] of register.letters)
    pages.set(name, termsPage(site, register, name, ofLetter.get(letter) ?? []));
  return pages;
}

/** All persons, by letter, each with the number of documents. */
function peoplePage(site: Site, register: Register, name: string): string {
  const groups = grouped(register.persons, letterOf);
  const sections = [...groups].map(
    ([letter, own]) => xml`<section class="letter" aria-labelledby="${letterId(letter)}">
<h2 id="${letterId(letter)}">${letterName(letter)}</h2>
<ul class="people">
${own.map(
  (
    person,
  ) => xml`<li>${personLink(register, person)} <span class="quiet">${plural(register.countOf(person.id), 'document')}</span></li>
`,
)}</ul>
</section>
`,
  );
  const letters = [...groups.keys()].map(
    (letter) => xml`<li><a href="#${letterId(letter)}">${letterName(letter)}</a></li>`,
  );
  return pageOf(site, name, {
    title: 'Persons named',
    main: xml`<h1>Persons named</h1>
<p class="quiet">Everybody in the volume’s own list of persons to whom a name in the text or in a document record leads.</p>
<nav class="letters" aria-label="Letters"><ul>${letters}</ul></nav>
${sections}`,
  });
}

function personLink(register: Register, { id, name }: Entry): Xml {
  return xml`<a href="${register.addressOf(id)}">${name}</a>`;
}

interface PersonPage {
  readonly name: string;
  readonly person: Entry;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** What a part in a document is called in a heading, in the order of the page. */
const HEADINGS: readonly (readonly [heading: string, roles: ReadonlySet<string>])[] = [
  ['Sent', new Set(['Sent', 'Signed'])],
  ['Received', new Set(['Received'])],
];

/** A person: who it is, every document with the part in it and the places, and who else is met there. */
function personPage(site: Site, register: Register, { name, person, before, after }: PersonPage): string {
  const left = new Set(register.appearancesOf(person.id));
  const take = (isOne: (one: Appearance) => boolean): readonly Appearance[] => {
    const found = [...left].filter(isOne);
    for (const one of found) left.delete(one);
    return found;
  };
  const sections = [
    ...HEADINGS.map(([heading, roles]) => [heading, take((one) => one.roles.some((role) => roles.has(role)))] as const),
    ['Drafted, cleared, approved', take((one) => one.roles.length > 0)] as const,
    ['Named', take(() => true)] as const,
  ];
  const met = register.metWith(person.id);
  const step = (other: Entry | undefined, way: string, kind: string): Xml | undefined =>
    other &&
    xml`<a class="${kind}" rel="${kind === 'previous' ? 'prev' : 'next'}" href="${register.addressOf(other.id)}"><span class="way">${way}</span> <span class="where">${other.name}</span></a>`;
  return pageOf(site, name, {
    title: person.name,
    trail: site.peoplePath === undefined ? [] : [{ href: site.peoplePath, title: 'People' }],
    main: xml`<article class="person">
<h1>${person.name}</h1>
${person.words && xml`<p>${sentence(person.words)}</p>`}
<p class="quiet"><a href="${person.page.name}.html#${person.id}">Entry in the list of the volume</a>${identifiers(register.agentOf(person.id))}</p>
${sections.map(([heading, found]) => appearances(heading, found))}${
  met.length === 0
    ? undefined
    : xml`<section aria-labelledby="met-heading"><h2 id="met-heading">In the same documents</h2>
<ul class="people">
${met.map(([other, count]) => metPerson(register, other, count))}</ul></section>`
}
</article>`,
    after: xml`<nav class="steps" aria-label="Previous and next person">
${step(before, 'Previous', 'previous')}
${step(after, 'Next', 'next')}
</nav>`,
  });
}

function metPerson(register: Register, id: string, count: number): Xml | undefined {
  const other = register.entry(id);
  return (
    other &&
    xml`<li>${personLink(register, other)} <span class="quiet">${plural(count, 'document')}</span></li>
`
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The registers of the web by the beginnings of their addresses. */
const REGISTERS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?viaf\.org\//, 'VIAF'],
  [/^https?:\/\/d-nb\.info\/gnd\//, 'GND'],
  [/^https?:\/\/(?:www\.)?wikidata\.org\//, 'Wikidata'],
  [/^https?:\/\/orcid\.org\//, 'ORCID'],
  [/^https?:\/\/(?:www\.)?isni\.org\//, 'ISNI'],
  [/^https?:\/\/id\.loc\.gov\//, 'Library of Congress'],
];

function identifiers(agent: Agent | undefined): readonly Xml[] {
  return (agent?.ids ?? []).flatMap((id) => {
    if (webAddress(id) === undefined) return [];
    const name = REGISTERS.find(([form]) => form.test(id))?.[1] ?? new URL(id).hostname;
    return [xml` · <a rel="external" href="${id}">${name}</a>`];
  });
}

function appearances(heading: string, found: readonly Appearance[]): Xml | undefined {
  if (found.length === 0) return undefined;
  const id = `${heading.toLowerCase().replace(/[^a-z]+/g, '-')}-heading`;
  return xml`<section aria-labelledby="${id}"><h2 id="${id}">${heading} <span class="quiet">${found.length}</span></h2>
<ul class="appearances">
${found.map((one) => appearance(one, heading))}</ul></section>
`;
}

function appearance({ page, roles, isInferred, places }: Appearance, heading: string): Xml {
  const date = page.content.attributes['data-date'];
  const facts = [
    ...(date === undefined ? [] : [printedDate(date)]),
    ...roles.filter((role) => role !== heading),
    ...(isInferred ? ['by the name alone'] : []),
  ].join(' · ');
  return xml`<li><a href="${page.name}.html">${page.title}</a>${facts && xml` <span class="facts">${facts}</span>`}${placeLinks(page, places)}</li>
`;
}

/** The paragraphs and notes where a name stands; a heading is at the top of the page, which the title leads to. */
function placeLinks({ name }: Page, places: readonly Place[]): Xml | undefined {
  const links = places.flatMap(({ id, kind, number }) => {
    if (kind === 'text') return [];
    const words = kind === 'paragraph' ? `¶ ${number}` : number === '' ? 'source note' : `n. ${number}`;
    return [`<a href="${name}.html#${escapeXml(id)}">${escapeXml(words)}</a>`];
  });
  return links.length === 0 ? undefined : new Xml(` <span class="places">${links.join(', ')}</span>`);
}

/** The terms of a letter, each with the documents that it stands in. */
function termsPage(site: Site, register: Register, name: string, terms: readonly Entry[]): string {
  const letters = [...register.letters].map(([letter, other]) =>
    other === name
      ? xml`<li><a aria-current="page" href="${other}.html">${letterName(letter)}</a></li>`
      : xml`<li><a href="${other}.html">${letterName(letter)}</a></li>`,
  );
  const [first] = terms;
  const letter = first === undefined ? '' : letterName(letterOf(first));
  return pageOf(site, name, {
    title: `Terms: ${letter}`,
    main: xml`<h1>Terms and abbreviations: ${letter}</h1>
<nav class="letters" aria-label="Letters"><ul>${letters}</ul></nav>
<dl class="terms">
${terms.map((term) => termEntry(register, term))}</dl>`,
  });
}

function termEntry(register: Register, term: Entry): Xml {
  const found = register.appearancesOf(term.id);
  const links = (isOne: (page: Page) => boolean, before: string): Xml | undefined => {
    const own = found.filter(({ page }) => isOne(page));
    if (own.length === 0) return undefined;
    return xml`${before} ${own.map(({ page }, i) => xml`${i > 0 ? ', ' : ''}<a href="${page.name}.html" title="${page.title}">${numberOf(page)}</a>`)}. `;
  };
  const inDocuments = links(({ kind }) => kind === 'document', found.length === 1 ? 'In document' : 'In documents');
  const elsewhere = links(({ kind }) => kind !== 'document', inDocuments === undefined ? 'In' : 'Also in');
  return xml`<div id="${termId(term.id)}"><dt><a href="${term.page.name}.html#${term.id}">${term.name}</a></dt>
<dd>${term.words && xml`${sentence(term.words)} `}<span class="places">${inDocuments}${elsewhere}</span></dd></div>
`;
}

/** What a document is called among others: its number, where it has one. */
function numberOf({ kind, title, content }: Page): string {
  return kind === 'document' ? (content.attributes['data-n'] ?? title) : title;
}

function letterId(letter: string): string {
  return `letter-${letter === OTHER ? 'other' : letter.toLowerCase()}`;
}

function letterName(letter: string): string {
  return letter === OTHER ? 'Other signs' : letter;
}

interface OwnPage {
  readonly title: string;
  readonly trail?: readonly Step[];
  readonly main: Xml;
  readonly after?: Xml;
}

/** A page of the site's own, none of whose words are the volume's. */
function pageOf(site: Site, name: string, { title, trail = [], main, after }: OwnPage): string {
  return frame(site, {
    title,
    bodyClass: 'page-register',
    trail: [{ href: 'index.html', title: 'Contents' }, ...trail],
    main: xml`<div class="sheet register">
${main}
</div>
${after}`,
    links: site.linksOf({ name, kind: 'register' }),
  });
}
