import type { Page } from '../pages.js';

/** What a section is, in the words of the EPUB structural semantics vocabulary and of DPUB-ARIA 1.1. */
export interface Semantics {
  /** `epub:type`. */
  readonly type: string;
  readonly role?: string;
  /** Its name among the landmarks, where it is one. */
  readonly landmark?: string;
}

/** By kind of section. */
const byKind: Readonly<Record<string, Semantics>> = {
  titlepage: { type: 'titlepage', landmark: 'Title page' },
  compilation: { type: 'part', role: 'doc-part' },
  chapter: { type: 'chapter', role: 'doc-chapter' },
  subchapter: { type: 'subchapter' },
};

/** By type of front or back matter, as the series names them. */
const byType: Readonly<Record<string, Semantics>> = {
  preface: { type: 'preface', role: 'doc-preface', landmark: 'Preface' },
  introduction: { type: 'introduction', role: 'doc-introduction', landmark: 'Introduction' },
  acknowledge: { type: 'acknowledgments', role: 'doc-acknowledgments' },
  acknowledgments: { type: 'acknowledgments', role: 'doc-acknowledgments' },
  terms: { type: 'glossary', role: 'doc-glossary', landmark: 'Abbreviations and terms' },
  persons: { type: 'appendix', role: 'doc-appendix', landmark: 'Persons' },
  errata: { type: 'errata', role: 'doc-errata' },
  appendix: { type: 'appendix', role: 'doc-appendix' },
  index: { type: 'index', role: 'doc-index', landmark: 'Index' },
};

/** What a page's section is; `undefined` for those that the vocabularies have no word for. */
export function semanticsOf({ kind, content }: Page): Semantics | undefined {
  return byKind[kind] ?? byType[content.attributes['data-type'] ?? ''];
}

/** The division of the book that a page belongs to, as `epub:type` of its file's body. */
export function matterOf(page: Page): 'frontmatter' | 'bodymatter' | 'backmatter' {
  const { kind } = outermost(page);
  if (kind === 'titlepage' || kind === 'front') return 'frontmatter';
  return kind === 'back' ? 'backmatter' : 'bodymatter';
}

function outermost(page: Page): Page {
  return page.parent === undefined ? page : outermost(page.parent);
}

/** The title of a page in lists: its heading, but for the title page, whose heading is the book's. */
export function titleOf(page: Page): string {
  return (page.kind === 'titlepage' ? byKind['titlepage']?.landmark : undefined) ?? page.title;
}
