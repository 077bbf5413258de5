import { printedDate } from '../../model/printed-date.js';
import { documentFacts } from '../document-facts.js';
import type { Page } from '../pages.js';
import { documentOfPage } from '../printed-pages.js';
import type { Landmark, NavigationPoint, PageBreak } from './publication.js';
import { matterOf, semanticsOf, titleOf } from './semantics.js';

/** Gives the address of a page's content document, relative to the package document. */
export type Address = (page: Page) => string;

/** The table of contents, as deep as the volume's outline. */
export function contentsOf(pages: readonly Page[], address: Address): readonly NavigationPoint[] {
  return pages.map((page) => ({
    title: titleOf(page),
    ...(page.kind === 'document' ? apart(page) : {}),
    href: address(page),
    children: contentsOf(page.children, address),
  }));
}

/** How long the words of a document in the contents are: with its title, a line or two of a reading system. */
const LEAD = 60;

/** What tells a document from the next of the same title: its date, and what it is about. */
function apart(page: Page): { readonly about?: string } {
  const { date, lead } = documentFacts(page, LEAD);
  const title = titleOf(page);
  const day = date === undefined ? undefined : printedDate(date);
  const about = [day !== undefined && title.includes(day) ? undefined : day, lead].filter(Boolean).join(' · ');
  return about === '' ? {} : { about };
}

/** The landmarks: each kind once, and where the text begins. */
export function landmarksOf(pages: readonly Page[], address: Address): readonly Landmark[] {
  const landmarks = new Map<string, Landmark>();
  const add = (type: string, title: string, href: string): void => {
    if (!landmarks.has(type)) landmarks.set(type, { type, title, href });
  };
  add('cover', 'Cover', 'cover.xhtml');
  add('toc', 'Contents', 'nav.xhtml#toc');
  for (const page of pages) {
    if (matterOf(page) === 'bodymatter') add('bodymatter', 'Documents', address(page));
    const semantics = semanticsOf(page);
    if (semantics?.landmark !== undefined) add(semantics.type, semantics.landmark, address(page));
  }
  return [...landmarks.values()];
}

/** The page breaks of a content document in reading order. */
export function pageBreaksOf(page: Page, address: Address): readonly PageBreak[] {
  const href = address(page);
  return page.leaves
    .filter(({ number }) => number !== '')
    .map(({ id, number }) => ({ label: pageLabel(id, number), href: `${href}#${id}` }));
}

/** A page that is numbered in its document instead of the volume is named with the document: `d12-03` is “12: 3”. */
function pageLabel(id: string, n: string): string {
  const document = documentOfPage(id);
  return document === undefined ? n : `${document}: ${n}`;
}
