import type { PivotElement } from '../../model/pivot.js';
import { isElement } from '../tree.js';
import { type Xml, xml } from '../xml.js';
import { frame } from './frame.js';
import type { Site } from './site.js';

/**
 * The page that says how accessible the site is: first the publisher's own words, then what was checked while it was made, counted in this volume, and what was not. It
 * claims no conformance, which only a person can who has examined the pages (WCAG 2.2, 5.2 and 5.3).
 */
export function statementPage(site: Site, words: string | undefined): string {
  const own = (words ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  const counts = countsIn(site);
  const contact = site.citing.contact;
  const main = xml`<div class="sheet">
<section aria-labelledby="statement-heading">
<h1 id="statement-heading">Accessibility</h1>
${own.map(
  (paragraph) => xml`<p>${paragraph}</p>
`,
)}<h2>What these pages are made for</h2>
<ul>
<li>They are read from the top to the bottom in the order of the text, with headings, lists, tables and links as such.</li>
<li>Everything can be reached by keyboard. The text is there without scripts; of notes, calls and places in the text each leads to the other.</li>
<li>The size of the text is that of your browser; the colours follow your choice of light or dark.</li>
</ul>
<h2>What was checked when they were made</h2>
<ul>
<li>Every page of the volume was read back and compared with its source word by word: no word is missing.</li>
<li>The language of the pages is named${counts.foreign === 0 ? '' : xml`, and so is that of ${plural(counts.foreign, 'passage', 'passages')} in another`}.</li>
${counts.pictures === 0 ? xml`<li>The text has no pictures.</li>` : xml`<li>${picturesOf(counts)}</li>`}
${counts.tables === 0 ? undefined : xml`<li>${tablesOf(counts)}</li>`}
${counts.breaks === 0 ? undefined : xml`<li>${plural(counts.breaks, 'page', 'pages')} of the source ${counts.breaks === 1 ? 'is' : 'are'} marked in the text.</li>`}
</ul>
<h2>What was not checked</h2>
<p>The program that makes these pages is examined with axe-core, in light and dark and in several widths, on sample volumes when it is released; these pages themselves were not. No program finds every obstacle. Scans and files that the pages only link to were not looked at.</p>
${own.length > 0 ? undefined : xml`<p>Nobody has yet told for this edition that a person has examined it.</p>`}
${contact && xml`<p>Please tell of obstacles: <a href="mailto:${contact}">${contact}</a>.</p>`}
</section>
</div>`;
  return frame(site, {
    title: 'Accessibility',
    bodyClass: 'page-statement',
    trail: [{ href: 'index.html', title: 'Contents' }],
    main,
    links: site.linksOf({ name: site.statement, kind: 'statement' }),
  });
}

interface Counts {
  pictures: number;
  described: number;
  tables: number;
  headed: number;
  breaks: number;
  foreign: number;
}

function picturesOf({ pictures, described }: Counts): Xml {
  if (described === pictures) return xml`${plural(pictures, 'picture has', 'pictures have')} a description in words.`;
  if (described === 0)
    return xml`${plural(pictures, 'picture has', 'pictures have')} no description in words; captions and the names of files are told.`;
  return xml`Of ${pictures} pictures, ${described} ${described === 1 ? 'has' : 'have'} a description in words; of the others captions and the names of files are told.`;
}

function tablesOf({ tables, headed }: Counts): string {
  const scroll =
    tables === 1 ? '1 table scrolls in a frame of its own' : `${tables} tables scroll in frames of their own`;
  if (headed === 0) return `${scroll}; the source marks no cell of ${tables === 1 ? 'it' : 'them'} as a heading.`;
  if (headed === tables) return `${scroll}; cells that head others are marked.`;
  return `${scroll}; in ${headed} of them cells that head others are marked.`;
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What the pages hold, as far as accessibility depends on it. */
function countsIn({ volume }: Site): Counts {
  const counts: Counts = { pictures: 0, described: 0, tables: 0, headed: 0, breaks: 0, foreign: 0 };
  for (const { content } of volume.pages) count(content, counts);
  return counts;
}

function count(element: PivotElement, counts: Counts): void {
  const { class: kind, lang } = element.attributes;
  if (kind === 'graphic') {
    counts.pictures++;
    if (element.attributes['data-described'] !== undefined) counts.described++;
  } else if (kind === 'pb') counts.breaks++;
  if (lang !== undefined) counts.foreign++;
  if (element.name === 'table') {
    counts.tables++;
    if (holds(element, 'th')) counts.headed++;
  }
  for (const child of element.children) if (isElement(child)) count(child, counts);
}

function holds(element: PivotElement, name: string): boolean {
  return element.children.some((child) => isElement(child) && (child.name === name || holds(child, name)));
}
