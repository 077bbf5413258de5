import { sitePolicy } from '../../model/site-policy.js';
import type { WebLink } from '../../model/web-link.js';
import { directionAttribute } from '../direction.js';
import { type Xml, xml } from '../xml.js';
import { colophonLines, headLinks, logoOf } from './house.js';
import { CITING_SCRIPT_FILE } from './script/citing.js';
import { READING_SCRIPT_FILE } from './script/reading.js';
import { searchField } from './search-field.js';
import type { Site } from './site.js';

/** A page that holds another, as a link from that. */
export interface Step {
  readonly href: string;
  readonly title: string;
}

/** What a page of the site is put into. */
export interface Framed {
  /** The page's own title; the volume's follows it in the browser's tab. */
  readonly title: string;
  readonly bodyClass: string;
  /** Above the main part: the pages that hold this one, from the outermost; and the ways to those beside it. */
  readonly trail?: readonly Step[];
  readonly beside?: Xml | undefined;
  readonly main: Xml;
  /** More of the head: what the page says of itself to programs. */
  readonly head?: Xml | undefined;
  /** From the page to the folder of the home page: empty, or `../` for a page in a folder of its own. */
  readonly root?: '' | '../';
  /** The section of the site that the page is in, by its address. */
  readonly section?: string | undefined;
  /** Links of the head: previous, next, the TEI, and those for programs. */
  readonly links: readonly WebLink[];
  /** The script of the page, where it has one: a file of the site. */
  readonly script?: string;
}

/** A whole page. It is XHTML and HTML with the same bytes (polyglot markup), so an XML parser reads every page of the site. */
export function frame(site: Site, page: Framed): string {
  const title = page.title === site.shortTitle ? page.title : `${page.title} · ${site.shortTitle}`;
  const { root = '' } = page;
  const { beforeTitle, behindTitle, masthead, colophon } = sharedParts(site, page);
  return `${xml`${beforeTitle}<title>${title}</title>
${behindTitle}${page.head}${page.links.map(headLink)}${
  page.script &&
  xml`<script src="${page.script}" defer="defer"></script>
`
}</head>
<body class="${page.bodyClass}">
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead">
${masthead}${site.hasSearch && page.script === undefined ? searchField(root) : undefined}${sections(site, page)}</header>
${where(page)}<main id="main">
${page.main}
</main>
${colophon}${colophonLines(site.theme, page.links)}</footer>
</body>
</html>
`}`;
}

/** One line above the text: where the page is, and the way to those before and after. */
function where({ trail = [], beside }: Framed): Xml | undefined {
  if (trail.length === 0 && beside === undefined) return undefined;
  const steps = trail.map(({ href, title }) => xml`<li><a href="${href}">${title}</a></li>`);
  const above =
    steps.length > 0 ? xml`<nav class="trail" aria-label="Where you are"><ol>${steps}</ol></nav>\n` : undefined;
  return xml`<div class="where-you-are">
${above}${beside}</div>
`;
}

/** What is the same on all pages from which the home page is reached by the same way: a site has thousands, so it is written once. */
export interface SharedParts {
  readonly beforeTitle: Xml;
  readonly behindTitle: Xml;
  readonly masthead: Xml;
  readonly colophon: Xml;
}

function sharedParts(site: Site, { root = '' }: Framed): SharedParts {
  const known = site.shared.get(root);
  if (known !== undefined) return known;
  const { language } = site.pivot;
  const made = {
    beforeTitle: xml`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}"${directionAttribute(language)}>
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${sitePolicy('disk', site.leaves.pictures.origin)}"/>
`,
    behindTitle: xml`<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<link rel="stylesheet" href="${root}style.css"/>
<link rel="icon" type="image/svg+xml" href="${root}favicon.svg"/>
<script src="${root}${READING_SCRIPT_FILE}" defer="defer"></script>
<script src="${root}${CITING_SCRIPT_FILE}" defer="defer"></script>
`,
    masthead: xml`${logoOf(site.theme, root)}<p class="volume-title"><a href="${root}index.html">${site.shortTitle}</a></p>
${
  site.seriesLine &&
  xml`<p class="series-title">${site.seriesLine}</p>
`
}${headLinks(site.theme)}`,
    colophon: xml`<footer class="colophon">
<p>${site.pivot.title}</p>
<p><a href="${root}${site.statement}.html">Accessibility</a></p>
`,
  };
  site.shared.set(root, made);
  return made;
}

/** The ways into the volume, on every page. */
function sections({ sections: all }: Site, { root = '', section }: Framed): Xml | undefined {
  if (all.length < 2) return undefined;
  const items = all.map(
    ({ href, title }) =>
      xml`<li><a href="${root}${href}"${href === section ? xml` aria-current="page"` : undefined}>${title}</a></li>`,
  );
  return xml`<nav class="sections" aria-label="The volume"><ul>${items}</ul></nav>
`;
}

function headLink({ rel, href, type, title }: WebLink): Xml {
  return xml`<link rel="${rel}"${type && xml` type="${type}"`} href="${href}"${title && xml` title="${title}"`}/>
`;
}
