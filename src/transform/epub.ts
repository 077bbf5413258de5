import type { Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { nameUrn } from '../model/identifier.js';
import type { Pivot, PivotNode } from '../model/pivot.js';
import { containerFiles, packContainer } from './epub/container.js';
import { type Addresses, contentDocument, type Placed, page } from './epub/content.js';
import { type CoverFaces, coverHeight, coverPicture, coverWidth } from './epub/cover.js';
import { headOf, plainText } from './epub/heading.js';
import { publicationOf } from './epub/metadata.js';
import { navigationDocument } from './epub/navigation.js';
import { packageDocument } from './epub/package-document.js';
import type { Landmark, NavigationPoint, PageBreak, Publication, PublicationResource } from './epub/publication.js';
import { matterOf, semanticsOf } from './epub/semantics.js';
import { type Part, split } from './epub/split.js';
import { stylesheetFor } from './epub/stylesheet.js';
import { xml } from './epub/xml.js';

export interface EpubOptions {
  /** The time of the last change, RFC 3339 in UTC with seconds (`2026-01-31T12:00:00Z`): the input's, never the clock's. */
  readonly modified: string;
  /** The faces that the cover is set in. */
  readonly faces: CoverFaces;
  /** Who has examined the edition and vouches for EPUB Accessibility 1.1 at WCAG 2.2 AA. Without a name the EPUB claims no conformance. */
  readonly certifiedBy?: string;
}

/** An EPUB: the file, and what is in it. */
export interface Epub {
  readonly bytes: Uint8Array;
  /** The files of the container by their paths there, `mimetype` first. */
  readonly files: FileSet;
}

/**
 * Makes an EPUB 3.3 publication from the pivot: a content document for each section of the volume, table of contents, landmarks, list of
 * the source's pages, notes that open in place, a cover. The same pivot and options make the same bytes.
 */
export function epub(pivot: Pivot, options: EpubOptions): Result<Epub> {
  const publication = publicationOf(pivot, options, nameUrn(`${pivot.volume}.epub`));
  const tree = place(split(pivot.body));
  const placed = flatten(tree);
  const addresses = new Map(placed.flatMap(({ part, href }) => idsOf(part).map((id) => [id, href] as const)));
  const pages = placed.flatMap(({ part, href }) => pageBreaks(part.children, href));
  const contents = tree.map(navigationPoint);
  const landmarks = landmarksOf(placed);
  const language = publication.language;
  const content = placed.map((one) => contentResource(one, addresses, language));
  // The contents stand behind the title page, as in a book.
  const before = placed[0]?.part.section.attributes['data-kind'] === 'titlepage' ? 1 : 0;
  const resources: PublicationResource[] = [
    { id: 'style', href: 'style.css', mediaType: 'text/css', content: stylesheetFor(pivot.renditions) },
    {
      id: 'cover-image',
      href: 'cover.png',
      mediaType: 'image/png',
      properties: 'cover-image',
      content: coverPicture(publication, options.faces),
    },
    { id: 'cover', href: 'cover.xhtml', mediaType: xhtml, content: coverPage(publication), spine: 'linear' },
    ...content.slice(0, before),
    {
      id: 'nav',
      href: 'nav.xhtml',
      mediaType: xhtml,
      properties: 'nav',
      content: navigationDocument(publication, contents, landmarks, pages),
      spine: 'linear',
    },
    ...content.slice(before),
  ];
  const hasIndex = placed.some(({ part }) => semanticsOf(part.section)?.type === 'index');
  const document = packageDocument(publication, resources, { pages, hasIndex });
  const files = containerFiles(document, resources);
  return { value: { bytes: packContainer(files, options.modified), files }, diagnostics: [] };
}

const xhtml = 'application/xhtml+xml';

function contentResource(placed: Placed, addresses: Addresses, language: string): PublicationResource {
  const { part, href } = placed;
  const id = `content-${part.section.attributes['id'] ?? href}`;
  return { id, href, mediaType: xhtml, content: contentDocument(placed, addresses, language), spine: 'linear' };
}

/** A part with its file and the parts inside it. */
interface Branch extends Placed {
  readonly branches: readonly Branch[];
}

/** Gives each part its file, named by its id; names differ also where upper and lower case are the same. */
function place(parts: readonly Part[]): readonly Branch[] {
  const taken = new Set(['nav.xhtml', 'cover.xhtml']);
  const name = (id: string): string => {
    const stem = id.replace(/[^A-Za-z0-9._-]/g, (c) => `_${(c.codePointAt(0) ?? 0).toString(16)}`);
    let href = `${stem}.xhtml`;
    for (let i = 2; taken.has(href.toLowerCase()); i++) href = `${stem}-${i}.xhtml`;
    taken.add(href.toLowerCase());
    return href;
  };
  const branch = (part: Part, matter: string): Branch => ({
    part,
    href: name(part.section.attributes['id'] ?? 'section'),
    title: titleOf(part),
    matter,
    branches: part.parts.map((inner) => branch(inner, matter)),
  });
  return parts.map((part) => branch(part, matterOf(part.section)));
}

function titleOf({ section, children }: Part): string {
  const kind = section.attributes['data-kind'] ?? '';
  const head = kind === 'titlepage' ? undefined : headOf(children);
  const title = head === undefined ? '' : plainText(head.children);
  if (title !== '') return title;
  const named = semanticsOf(section)?.landmark ?? section.attributes['data-type'] ?? kind;
  return named.charAt(0).toUpperCase() + named.slice(1);
}

function flatten(branches: readonly Branch[]): readonly Branch[] {
  return branches.flatMap((branch) => [branch, ...flatten(branch.branches)]);
}

function navigationPoint({ title, href, branches }: Branch): NavigationPoint {
  return { title, href, children: branches.map(navigationPoint) };
}

/** The ids of a part's file: the section's and all below, but for the parts with files of their own. */
function idsOf({ section, children }: Part): readonly string[] {
  const ids: string[] = [];
  const visit = (attributes: Readonly<Record<string, string>>, nodes: readonly PivotNode[]): void => {
    const id = attributes['id'];
    if (id !== undefined) ids.push(id);
    for (const node of nodes) if (typeof node !== 'string') visit(node.attributes, node.children);
  };
  visit(section.attributes, children);
  return ids;
}

/** The page breaks in reading order. A page of a document's own numbering is labelled with the document (`d12-03` → “12: 3”). */
function pageBreaks(nodes: readonly PivotNode[], href: string): readonly PageBreak[] {
  const breaks: PageBreak[] = [];
  const visit = (node: PivotNode): void => {
    if (typeof node === 'string') return;
    const { class: className, id, 'data-n': n } = node.attributes;
    if (className === 'pb' && id !== undefined && n) breaks.push({ label: pageLabel(id, n), href: `${href}#${id}` });
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return breaks;
}

function pageLabel(id: string, n: string): string {
  const document = /^d(\d+[a-z]?)[-_]/i.exec(id)?.[1];
  return document === undefined ? n : `${document}: ${n}`;
}

/** The landmarks: each kind once, and where the text begins. */
function landmarksOf(placed: readonly Branch[]): readonly Landmark[] {
  const landmarks: Landmark[] = [
    { type: 'cover', title: 'Cover', href: 'cover.xhtml' },
    { type: 'toc', title: 'Contents', href: 'nav.xhtml#toc' },
  ];
  const known = new Set<string>();
  const add = (landmark: Landmark): void => {
    if (known.has(landmark.type)) return;
    known.add(landmark.type);
    landmarks.push(landmark);
  };
  for (const { part, href, matter } of placed) {
    if (matter === 'bodymatter') add({ type: 'bodymatter', title: 'Documents', href });
    const semantics = semanticsOf(part.section);
    if (semantics?.landmark !== undefined) add({ type: semantics.type, title: semantics.landmark, href });
  }
  return landmarks;
}

/** The page of the cover; the picture repeats the title, which is its alternative text. */
function coverPage({ title, language }: Publication): string {
  const body = xml`<section epub:type="cover" aria-label="Cover"><img src="cover.png" alt="${title}" width="${coverWidth}" height="${coverHeight}" role="doc-cover"/></section>`;
  return page({ title, language, type: 'frontmatter', className: 'cover', body });
}
