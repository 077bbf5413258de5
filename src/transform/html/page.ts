import { writeXhtml } from '../../formats/xhtml.js';
import type { WebLink } from '../../model/web-link.js';
import { linkFrom, type Page } from '../pages.js';
import { Xml, xml } from '../xml.js';
import { adapt } from './adapt.js';
import { outline } from './contents.js';
import { dataPath } from './document-data.js';
import { frame } from './frame.js';
import { withParts } from './parts.js';
import { chapterDownloads, recordOf } from './record.js';
import { ancestorsOf, type Site } from './site.js';

/** The first step of every trail. */
const CONTENTS = { href: 'index.html', title: 'Contents' };

/** The page of a section: where it is, its text, what it holds, what is known of it, the way on. */
export function volumePage(site: Site, page: Page): string {
  const link = linkFrom(page, site.volume, '.html');
  const { content, header } = adapt(page, site.register, site.leaves.nameOf);
  const shown = withParts(site.styles.asClasses(content), site.volume);
  const text = new Xml(writeXhtml(shown, { link, headingShift: page.headingShift }));
  const record = page.kind === 'document' ? recordOf(site, page, site.register.headerOf(page) ?? header) : undefined;
  const main = xml`<div class="sheet">
${text}
${chapterDownloads(site, page)}${holds(site, page)}
${record}${site.citing.pageBlock(page)}
</div>
${steps(site, page)}`;
  return frame(site, {
    title: page.title,
    bodyClass: `page-${page.kind}`,
    trail: [CONTENTS, ...ancestorsOf(page).map(({ name, title }) => ({ href: `${name}.html`, title }))],
    beside: stepsAtTop(site, page),
    head: site.citing.pageHead(page),
    main,
    links: relations(site, page),
  });
}

/** What a compilation or chapter holds: its documents and chapters as a list. */
function holds(site: Site, page: Page): Xml | undefined {
  if (page.children.length === 0) return undefined;
  return xml`<nav class="contents added" aria-labelledby="contents-heading"><h2 id="contents-heading">Contents</h2>
${outline(site, page.children)}</nav>`;
}

/** Where in its chapter a document is, and the way to those before and after, above the text: a few stops of the tab key from the beginning of the page. */
function stepsAtTop(site: Site, page: Page): Xml {
  const before = site.before(page);
  const after = site.after(page);
  const short = (other: Page): string => {
    const number = other.kind === 'document' ? other.content.attributes['data-n'] : undefined;
    return number === undefined || number === '' ? other.title : number;
  };
  return xml`<nav class="steps at-top" aria-label="Previous and next, at the top">
${before && xml`<a class="previous" rel="prev" href="${before.name}.html"><span class="way">Previous</span> <span class="where">${short(before)}</span></a>`}
${position(site, page)}
${after && xml`<a class="next" rel="next" href="${after.name}.html"><span class="way">Next</span> <span class="where">${short(after)}</span></a>`}
</nav>
`;
}

function position(site: Site, page: Page): Xml | undefined {
  const place = site.positionOf(page);
  return (
    place &&
    xml`<a class="position" href="${page.parent?.name}.html"><span class="way">Document</span> ${place.number} of ${place.of}</a>`
  );
}

/** To the page before and after. */
function steps(site: Site, page: Page): Xml {
  const before = site.before(page);
  const after = site.after(page);
  return xml`<nav class="steps" aria-label="Previous and next">
${before && xml`<a class="previous" rel="prev" href="${before.name}.html"><span class="way">Previous</span> <span class="where">${before.title}</span></a>`}
${after && xml`<a class="next" rel="next" href="${after.name}.html"><span class="way">Next</span> <span class="where">${after.title}</span></a>`}
</nav>`;
}

function relations(site: Site, page: Page): readonly WebLink[] {
  const before = site.before(page);
  const after = site.after(page);
  const { id, name, kind } = page;
  return [
    ...(before === undefined ? [] : [{ rel: 'prev', href: `${before.name}.html` }]),
    ...(after === undefined ? [] : [{ rel: 'next', href: `${after.name}.html` }]),
    ...(site.hasTei(page) ? [{ rel: 'alternate', type: 'application/tei+xml', href: `tei/${name}.xml` }] : []),
    ...(kind === 'document' ? [{ rel: 'alternate', type: 'application/json', href: dataPath(page) }] : []),
    ...site.linksOf({ id, name, kind }),
  ];
}
