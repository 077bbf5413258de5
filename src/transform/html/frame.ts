import { sitePolicy } from '../../model/site-policy.js';
import type { WebLink } from '../../model/web-link.js';
import { directionAttribute } from '../direction.js';
import { type Xml, xml } from '../xml.js';
import { searchField } from './search-field.js';
import type { Site } from './site.js';

/** What a page of the site is put into. */
export interface Framed {
  /** The page's own title; the volume's follows it in the browser's tab. */
  readonly title: string;
  readonly bodyClass: string;
  /** Above the main part: where in the volume the page is. */
  readonly trail?: Xml | undefined;
  readonly main: Xml;
  /** Links of the head: previous, next, the TEI, and those for programs. */
  readonly links: readonly WebLink[];
  /** The script of the page, where it has one: a file of the site. */
  readonly script?: string;
}

/** A whole page. It is XHTML and HTML with the same bytes (polyglot markup), so an XML parser reads every page of the site. */
export function frame(site: Site, page: Framed): string {
  const { language } = site.pivot;
  const title = page.title === site.shortTitle ? page.title : `${page.title} · ${site.shortTitle}`;
  return `${xml`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}"${directionAttribute(language)}>
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${sitePolicy('disk')}"/>
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<link rel="stylesheet" href="style.css"/>
${page.links.map(headLink)}${
  page.script &&
  xml`<script src="${page.script}" defer="defer"></script>
`
}</head>
<body class="${page.bodyClass}">
<a class="skip" href="#main">Skip to the text</a>
<header class="masthead">
<p class="volume-title"><a href="index.html">${site.shortTitle}</a></p>
<p class="series-title">${site.seriesLine}</p>
${site.hasSearch && page.script === undefined ? searchField() : undefined}</header>
${page.trail}
<main id="main">
${page.main}
</main>
<footer class="colophon">
<p>${site.pivot.title}</p>
</footer>
</body>
</html>
`}`;
}

function headLink({ rel, href, type, title }: WebLink): Xml {
  return xml`<link rel="${rel}"${type && xml` type="${type}"`} href="${href}"${title && xml` title="${title}"`}/>
`;
}
