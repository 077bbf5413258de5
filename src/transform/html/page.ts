import { writeXhtml } from '../../formats/xhtml.js';
import type { WebLink } from '../../model/web-link.js';
import { linkFrom, type Page } from '../pages.js';
import { Xml, xml } from '../xml.js';
import { adapt } from './adapt.js';
import { outline } from './contents.js';
import { frame } from './frame.js';
import { recordOf } from './record.js';
import { ancestorsOf, type Site } from './site.js';

/** The page of a section: where it is, its text, what it holds, what is known of it, the way on. */
export function volumePage(site: Site, page: Page): string {
  const link = linkFrom(page, site.volume, '.html');
  const { content, header } = adapt(page, site.register);
  const text = new Xml(writeXhtml(site.styles.asClasses(content), { link, headingShift: page.headingShift }));
  const record = page.kind === 'document' ? recordOf(site, page, site.register.headerOf(page) ?? header) : undefined;
  const main = xml`<div class="sheet">
${text}
${holds(page)}
${record}${site.citing.pageBlock(page)}
</div>
${steps(site, page)}`;
  return frame(site, {
    title: page.title,
    bodyClass: `page-${page.kind}`,
    trail: trail(page),
    head: site.citing.pageHead(page),
    main,
    links: relations(site, page),
  });
}

/** What a compilation or chapter holds: its documents and chapters as a list. */
function holds(page: Page): Xml | undefined {
  if (page.children.length === 0) return undefined;
  return xml`<nav class="contents added" aria-labelledby="contents-heading"><h2 id="contents-heading">Contents</h2>
${outline(page.children)}</nav>`;
}

function trail(page: Page): Xml {
  const steps = ancestorsOf(page).map(({ name, title }) => xml`<li><a href="${name}.html">${title}</a></li>`);
  return xml`<nav class="trail" aria-label="Where you are"><ol><li><a href="index.html">Contents</a></li>${steps}</ol></nav>`;
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
    ...site.linksOf({ id, name, kind }),
  ];
}
