import { writeXhtml, writeXhtmlAll } from '../../formats/xhtml.js';
import { grouped } from '../../model/list.js';
import type { PagePicture } from '../../model/page-images.js';
import { printedDate } from '../../model/printed-date.js';
import { linkFrom, type Page } from '../pages.js';
import { documentOfPage, type PrintedPage } from '../printed-pages.js';
import { Xml, xml } from '../xml.js';
import { frame } from './frame.js';
import type { LeafPart } from './leaf-text.js';
import type { Site } from './site.js';

/** What a page of the source is shown with. */
export interface LeafContent {
  readonly leaf: PrintedPage;
  readonly before: PrintedPage | undefined;
  readonly after: PrintedPage | undefined;
  readonly picture: PagePicture | undefined;
  /** Its words, where they are shown beside its picture. */
  readonly parts: readonly LeafPart[];
}

/** The page of a page of the source: its picture and words where there is a picture, the sections on it with the place at which it begins in them, the way on. */
export function leafPage(site: Site, content: LeafContent): string {
  const { leaf, before, after, picture } = content;
  const { title } = leaf;
  const main = xml`<div class="sheet leaf-sheet">
<h1>${title}</h1>
<nav class="contents on-leaf" aria-labelledby="on-leaf"><h2 id="on-leaf">On this page</h2>
<ol class="outline">
${leaf.sections.map((section, i) => entry(section, i === 0 ? leaf.id : undefined))}</ol></nav>
${
  picture === undefined
    ? undefined
    : xml`<div class="leaf">
${figure(leaf, picture)}
${words(site, content)}</div>
`
}</div>
${picture && steps(before, after, 'steps')}`;
  return frame(site, {
    title,
    bodyClass: 'page-leaf',
    trail: [
      { href: 'index.html', title: 'Contents' },
      { href: `${site.leaves.listName}.html`, title: 'Pages' },
    ],
    beside: steps(before, after, 'steps at-top'),
    main,
    links: [
      ...(before === undefined ? [] : [{ rel: 'prev', href: `${before.name}.html` }]),
      ...(after === undefined ? [] : [{ rel: 'next', href: `${after.name}.html` }]),
    ],
  });
}

/** All pages of the source, by the part of the volume that they begin in; `iiif` is the path of the manifest, where there is one. */
export function leavesPage(site: Site, iiif: string | undefined): string {
  const groups = grouped(site.leaves.all, ({ id, home }) => (documentOfPage(id) === undefined ? partOf(home) : home));
  const main = xml`<div class="sheet">
<h1>Pages</h1>
${
  iiif &&
  xml`<p class="leaf-manifest">For viewers of pictures such as Mirador and TIFY: the <a href="${iiif}" type="application/ld+json">IIIF manifest</a> of the volume.</p>
`
}${[...groups].map(
  ([part, leaves]) => xml`<section class="leaves"><h2><a href="${part.name}.html">${part.title}</a></h2>
<ol class="leaf-list">
${leaves.map(
  ({
    name,
    title,
    number,
  }) => xml`<li><a href="${name}.html" aria-label="${title}">${number === '' ? '–' : number}</a></li>
`,
)}</ol></section>
`,
)}</div>`;
  return frame(site, {
    title: 'Pages',
    bodyClass: 'page-leaves',
    section: `${site.leaves.listName}.html`,
    main,
    links: [],
  });
}

/** The part of the volume under which a list of pages names a page: no document, since their pages go on from one to the next. */
function partOf(page: Page): Page {
  const { parent } = page;
  if (parent === undefined || page.kind !== 'document') return page;
  return parent;
}

function entry(section: Page, id: string | undefined): Xml {
  const place = id === undefined ? '' : `#${id}`;
  const date = section.content.attributes['data-date'];
  const when =
    date === undefined
      ? undefined
      : xml` <span class="when"><time datetime="${date}">${printedDate(date)}</time></span>`;
  return xml`<li class="of-${section.kind}"><a href="${section.name}.html${place}">${section.title}</a>${when}</li>
`;
}

function steps(before: PrintedPage | undefined, after: PrintedPage | undefined, name: string): Xml {
  const label = name === 'steps' ? 'Previous and next page' : 'Previous and next page, at the top';
  return xml`<nav class="${name}" aria-label="${label}">
${before && xml`<a class="previous" rel="prev" href="${before.name}.html"><span class="way">Previous</span> <span class="where">${before.title}</span></a>`}
${after && xml`<a class="next" rel="next" href="${after.name}.html"><span class="way">Next</span> <span class="where">${after.title}</span></a>`}
</nav>`;
}

/** The picture, which leads to its largest form. */
function figure({ title }: PrintedPage, { src, width, height, smaller = [] }: PagePicture): Xml {
  const size = width === undefined || height === undefined ? undefined : xml` width="${width}" height="${height}"`;
  const sources = [...smaller, ...(width === undefined ? [] : [{ src, width }])].map(
    (one) => `${one.src} ${one.width}w`,
  );
  const set =
    smaller.length === 0 ? undefined : xml` srcset="${sources.join(', ')}" sizes="(min-width: 64rem) 34rem, 92vw"`;
  return xml`<figure class="leaf-picture"><a href="${src}"><img src="${smaller[0]?.src ?? src}"${set}${size} alt="${title}, as a picture"/></a></figure>`;
}

/** The words of the page, each section's part under a link to the whole. */
function words(site: Site, { parts }: LeafContent): Xml {
  const link = linkFrom(undefined, site.volume, '.html');
  return xml`<div class="leaf-words">
${parts.map(({ section, content, notes }) => {
  const rewriting = { link, headingShift: section.headingShift - 1, isAnonymous: true };
  const text = new Xml(writeXhtml(site.styles.asClasses(content), rewriting));
  const foot = notes.map((note) => {
    const number = note.attributes['data-n'] ?? '';
    const own = new Xml(
      writeXhtmlAll(
        note.children.map((child) => (typeof child === 'string' ? child : site.styles.asClasses(child))),
        rewriting,
      ),
    );
    return xml`<div class="leaf-note">${number === '' ? undefined : xml`<span class="leaf-note-label">${number}</span>`}<div class="note-text">${own}</div></div>
`;
  });
  return xml`<section class="leaf-part" aria-label="${section.title}">${text}
${
  notes.length === 0
    ? undefined
    : xml`<div class="leaf-notes">
${foot}</div>`
}</section>
`;
})}</div>
`;
}
