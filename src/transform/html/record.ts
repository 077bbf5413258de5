import { writeXhtmlAll } from '../../formats/xhtml.js';
import type { PivotElement } from '../../model/pivot.js';
import { Xml, xml } from '../epub/xml.js';
import type { Page } from '../pages.js';
import { isElement } from '../tree.js';
import { type Site, sourcePagesOf } from './site.js';

/**
 * The document's record: its structured header as a table, its pages in the source, its TEI. A citation of the document has its place
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
<table>
${rows(header)}${number && row('Number', number)}${pages && row(page.sourcePages.length > 1 ? 'Printed pages' : 'Printed page', pages)}${tei && row('TEI', tei)}</table>
</section>`;
}

function row(name: Xml | string, value: Xml | string): Xml {
  return xml`<tr><th scope="row">${name}</th><td>${value}</td></tr>
`;
}

/** Each term with its values; facts of one name that follow each other are one row. */
function rows(header: PivotElement | undefined): readonly Xml[] {
  const facts: { readonly name: string; readonly values: Xml[] }[] = [];
  for (const child of header?.children.filter(isElement) ?? []) {
    const text = new Xml(writeXhtmlAll(child.children));
    const last = facts.at(-1);
    if (child.name === 'dd') last?.values.push(text);
    else if (last?.name !== text.text) facts.push({ name: text.text, values: [] });
  }
  return facts.map(({ name, values }) => {
    const lines = values.map((value, i) => (i === 0 ? value : xml`<br/>${value}`));
    return row(new Xml(name), xml`${lines}`);
  });
}
