import { writeXhtmlAll } from '../../formats/xhtml.js';
import { bareMediaTypeOf } from '../../model/media-type.js';
import type { PivotElement } from '../../model/pivot.js';
import { factIn } from '../document-facts.js';
import type { Page } from '../pages.js';
import { isElement } from '../tree.js';
import { Xml, xml } from '../xml.js';
import { dataPath } from './document-data.js';
import { type Site, sourcePagesOf } from './site.js';

/**
 * The document's record: its structured header as a list, its pages in the source, its TEI. A citation of the document has its place
 * here when there is one.
 *
 * @param header `dl.header` of the pivot, where the document has one.
 */
export function recordOf(site: Site, page: Page, header: PivotElement | undefined): Xml {
  const pages = sourcePagesOf(page);
  const number = page.content.attributes['data-n'];
  return xml`<section class="record added" aria-labelledby="record-heading">
<h2 id="record-heading">Document record</h2>
<dl>
${number && row('Number', number)}${rows(site, page, header)}${pages && row(pagesLabel(site, page), pages)}${row('Download', downloads(site, page))}</dl>
</section>`;
}

/** The document to be taken along: its TEI, its data, and offprints of it and of its chapter where there are such. */
function downloads(site: Site, page: Page): Xml {
  const { name, parent } = page;
  const own = site.offprintOf(page);
  const ofChapter = parent && site.offprintOf(parent);
  const links = [
    ...(site.hasTei(page) ? [download(`tei/${name}.xml`, 'TEI')] : []),
    download(dataPath(page), 'JSON'),
    ...(own === undefined ? [] : [download(`${own}.epub`, 'EPUB'), download(`${own}.pdf`, 'PDF')]),
    ...(ofChapter === undefined
      ? []
      : [download(`${ofChapter}.epub`, 'chapter as EPUB'), download(`${ofChapter}.pdf`, 'chapter as PDF')]),
  ];
  return xml`${links.map((link, i) => (i === 0 ? link : xml`, ${link}`))}`;
}

function download(href: string, words: string): Xml {
  return xml`<a href="${href}" type="${bareMediaTypeOf(href)}">${words}</a>`;
}

/** Offprints of a chapter, on its own page. */
export function chapterDownloads(site: Site, page: Page): Xml | undefined {
  const own = page.kind === 'document' ? undefined : site.offprintOf(page);
  if (own === undefined) return undefined;
  return xml`<p class="downloads added">This chapter as ${download(`${own}.epub`, 'EPUB')}, ${download(`${own}.pdf`, 'PDF')}</p>
`;
}

function row(name: Xml | string, ...values: readonly (Xml | string)[]): Xml {
  return xml`<div><dt>${name}</dt>${values.map((value) => xml`<dd>${value}</dd>`)}</div>
`;
}

/** What the numbers of its pages are: a volume that was never printed has those of each document's own source. */
function pagesLabel(site: Site, { sourcePages }: Page): string {
  const of = site.isPrinted ? 'Printed page' : 'Page of the source';
  return sourcePages.length > 1 ? of.replace('age', 'ages') : of;
}

/** What a reader asks first of a document; where it is kept and who had a hand in it follow. */
const FIRST = ['date', 'place', 'genre', 'from', 'to', 'classification', 'handling', 'precedence'];

/** A value that documents are found by leads to the others that have it. */
function linked(site: Site, page: Page, fact: string, value: PivotElement, text: Xml): Xml {
  const found = site.foundBy?.valueOf(page, fact, factIn(value));
  // A name may lead to the page of the person already.
  const isLink = value.children.some((child) => isElement(child) && child.name === 'a');
  if (found === undefined || (found.entry === undefined && found.count < 2) || isLink) return text;
  const doubt = found.entry === undefined ? undefined : xml` <span class="role">(by the name alone)</span>`;
  return xml`<a href="${found.path}">${text}</a>${doubt}`;
}

/** Each term with its values; facts of one name that follow each other are one row. */
function rows(site: Site, page: Page, header: PivotElement | undefined): readonly Xml[] {
  const facts: { readonly name: string; readonly place: number; readonly values: Xml[] }[] = [];
  let fact = '';
  for (const child of header?.children.filter(isElement) ?? []) {
    const text = new Xml(writeXhtmlAll(child.children));
    const last = facts.at(-1);
    if (child.name === 'dt') fact = child.attributes['data-fact'] ?? '';
    const place = FIRST.indexOf(fact);
    if (child.name === 'dd') last?.values.push(linked(site, page, fact, child, text));
    else if (last?.name !== text.text)
      facts.push({ name: text.text, place: place < 0 ? FIRST.length : place, values: [] });
  }
  facts.sort((a, b) => a.place - b.place);
  return facts.map(({ name, values }) => row(new Xml(name), ...values));
}
