import type { Page } from '../pages.js';
import { type Xml, xml } from '../xml.js';
import { printedDate, sourcePagesOf } from './site.js';

/** From this many documents on, those of a chapter are folded away in the contents of the whole volume. */
const FOLDED_FROM = 12;

/** Pages as a list, each with its date; what they hold below them. */
export function outline(pages: readonly Page[], isFolding = false): Xml {
  return xml`<ol class="outline">
${pages.map((page) => entry(page, isFolding))}</ol>`;
}

function entry(page: Page, isFolding: boolean): Xml {
  return xml`<li class="of-${page.kind}"><a href="${page.name}.html">${page.title}</a>${when(page)}${below(page, isFolding)}</li>
`;
}

function when(page: Page): Xml | undefined {
  const date = page.content.attributes['data-date'];
  const pages = page.kind === 'document' ? sourcePagesOf(page) : undefined;
  if (date === undefined && pages === undefined) return undefined;
  const time = date === undefined ? undefined : xml`<time datetime="${date}">${printedDate(date)}</time>`;
  const place = pages === undefined ? undefined : xml`<span class="pages">p. ${pages}</span>`;
  return xml` <span class="when">${time}${time && place ? ' · ' : undefined}${place}</span>`;
}

function below({ children }: Page, isFolding: boolean): Xml | undefined {
  if (children.length === 0) return undefined;
  const list = outline(children, isFolding);
  const documents = children.filter((child) => child.kind === 'document').length;
  if (!isFolding || documents < FOLDED_FROM) return list;
  return xml`<details><summary>${documents} documents</summary>
${list}</details>`;
}
