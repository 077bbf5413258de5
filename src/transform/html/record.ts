import { writeXhtmlAll } from '../../formats/xhtml.js';
import type { PivotElement } from '../../model/pivot.js';
import type { Page } from '../pages.js';
import { isElement } from '../tree.js';
import { Xml, xml } from '../xml.js';
import { type Site, sourcePagesOf } from './site.js';

/**
 * The document's record: its structured header as a list, its pages in the source, its TEI. A citation of the document has its place
 * here when there is one.
 *
 * @param header `dl.header` of the pivot, where the document has one.
 */
export function recordOf(site: Site, page: Page, header: PivotElement | undefined): Xml {
  const pages = sourcePagesOf(page);
  const tei = site.hasTei(page)
    ? xml`<a href="tei/${page.name}.xml" type="application/tei+xml">${page.name}.xml</a>`
    : undefined;
  const number = page.content.attributes['data-n'];
  return xml`<section class="record added" aria-labelledby="record-heading">
<h2 id="record-heading">Document record</h2>
<dl>
${number && row('Number', number)}${rows(header)}${pages && row(page.sourcePages.length > 1 ? 'Printed pages' : 'Printed page', pages)}${tei && row('TEI', tei)}</dl>
</section>`;
}

function row(name: Xml | string, ...values: readonly (Xml | string)[]): Xml {
  return xml`<div><dt>${name}</dt>${values.map((value) => xml`<dd>${value}</dd>`)}</div>
`;
}

/** What a reader asks first of a document; where it is kept and who had a hand in it follow. */
const FIRST = ['date', 'place', 'from', 'to', 'classification', 'handling', 'precedence'];

/** Each term with its values; facts of one name that follow each other are one row. */
function rows(header: PivotElement | undefined): readonly Xml[] {
  const facts: { readonly name: string; readonly place: number; readonly values: Xml[] }[] = [];
  for (const child of header?.children.filter(isElement) ?? []) {
    const text = new Xml(writeXhtmlAll(child.children));
    const last = facts.at(-1);
    const place = FIRST.indexOf(child.attributes['data-fact'] ?? '');
    if (child.name === 'dd') last?.values.push(text);
    else if (last?.name !== text.text)
      facts.push({ name: text.text, place: place < 0 ? FIRST.length : place, values: [] });
  }
  facts.sort((a, b) => a.place - b.place);
  return facts.map(({ name, values }) => row(new Xml(name), ...values));
}
