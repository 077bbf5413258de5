import { addressName, type FreeNames } from './free-names.js';
import type { Page, PagedVolume } from './pages.js';

/** A page of the source, with what stands on it. */
export interface PrintedPage {
  /** The id of its break in the text. */
  readonly id: string;
  /** Its number in the source's own words (`181`, `[II]`); empty where it bears none. */
  readonly number: string;
  /** What it is called: `Page 181`; `Document 12, page 3` where it is numbered in its document. */
  readonly title: string;
  /** The name of its picture. */
  readonly facs: string | undefined;
  /** The name of its file in the web edition, without the ending. */
  readonly name: string;
  /** The section in which it begins. */
  readonly home: Page;
  /** The sections that have words on it, in order; the first is `home`. */
  readonly sections: readonly Page[];
}

/** Ids that the stylesheets make for breaks without one: they are others after the next change of the volume. */
const MADE = /^page-d\d+e\d+/;

/**
 * The pages of the source in order, each with the sections that have words on it: those in which it begins, and those that begin before the next. Only pages
 * with an id of the TEI's own are among them, since what has an address must keep it. Their names are those ids, as letters of file names, each once
 * also where capitals do not count.
 */
export function printedPages({ pages }: PagedVolume, names: FreeNames): readonly PrintedPage[] {
  const found: (Omit<PrintedPage, 'sections'> & { readonly sections: Page[] })[] = [];
  for (const page of pages) {
    const last = found.at(-1);
    // A section that begins on a page that began before it says so first, with that page's number.
    const isRunning = page.sourcePages.length > page.leaves.filter(({ number }) => number !== '').length;
    if (last !== undefined && isRunning && last.number === page.sourcePages[0] && last.home !== page)
      last.sections.push(page);
    for (const { id, number, facs } of page.leaves) {
      if (MADE.test(id) || (number === '' && facs === undefined)) continue;
      found.push({
        id,
        number,
        facs,
        title: titleOf(id, number),
        name: names.take(addressName(id)),
        home: page,
        sections: [page],
      });
    }
  }
  return found;
}

/** A page that is numbered in its document instead of the volume is named with the document: `d12-03`, `d12_pg3`. */
export function documentOfPage(id: string): string | undefined {
  return /^d(\d+[a-z]?)[-_]/i.exec(id)?.[1];
}

function titleOf(id: string, n: string): string {
  const number = n.replace(/^\[(.*)\]$/, '$1');
  const page = number === '' ? 'unnumbered page' : `page ${number}`;
  const document = documentOfPage(id);
  return document === undefined
    ? page.replace(/^./, (letter) => letter.toUpperCase())
    : `Document ${document}, ${page}`;
}
