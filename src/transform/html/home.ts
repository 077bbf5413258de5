import { doiAddress } from '../../model/identifier.js';
import { type Xml, xml } from '../xml.js';
import { outline } from './contents.js';
import { frame } from './frame.js';
import { ownPages } from './own-pages.js';
import type { Site } from './site.js';

/** From this many characters on, a title is set smaller. */
const LONG_TITLE = 60;

/** The home page: what the volume is, and its table of contents. */
export function homePage(site: Site): string {
  const { metadata } = site.pivot;
  const line = (names: readonly string[], join: string): string =>
    names.flatMap((name) => metadata.get(name) ?? []).join(join);
  const editors = xml`${row('Editors', metadata.get('editor-primary') ?? [])}${row('General editor', metadata.get('editor-general') ?? [])}`;
  const imprint = line(['publisher', 'pubPlace', 'date'], ', ');
  const licence = metadata.get('licence')?.[0];
  const doi = metadata.get('idno-doi')?.[0];
  const main = xml`<div class="sheet">
<header class="title-block">
${
  site.seriesLine &&
  xml`<p class="series">${site.seriesLine}</p>
`
}<h1${site.shortTitle.length > LONG_TITLE ? xml` class="is-long"` : undefined}>${site.shortTitle}</h1>
</header>
<dl class="about">${editors}${row('Published', [imprint])}${doi && identifierRow(doi)}${row('Licence', licence === undefined ? [] : [licence])}${row('Documents', site.documentCount === 0 ? [] : [String(site.documentCount)])}</dl>
<nav class="contents" aria-labelledby="contents-heading"><h2 id="contents-heading">Contents</h2>
${outline(site, site.volume.top, site.documentCount > 24)}</nav>
${site.citing.homeBlock()}${ownPages(site)}
</div>`;
  return frame(site, {
    title: site.shortTitle,
    bodyClass: 'home',
    section: 'index.html',
    main,
    head: site.citing.homeHead(),
    links: site.linksOf({ name: 'index', kind: 'home' }),
  });
}

function row(name: string, values: readonly string[]): Xml | undefined {
  const shown = values.filter((value) => value !== '');
  if (shown.length === 0) return undefined;
  const label = shown.length === 1 ? name.replace(/^Editors$/, 'Editor') : name;
  return xml`<div><dt>${label}</dt>${shown.map((value) => xml`<dd>${value}</dd>`)}</div>`;
}

function identifierRow(doi: string): Xml {
  const address = doiAddress(doi);
  return xml`<div><dt>DOI</dt><dd><a href="${address}">${address}</a></dd></div>`;
}
