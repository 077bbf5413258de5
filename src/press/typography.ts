import type { ParagraphRole, TextStyle } from '../model/page-content.js';

/** How lines are filled: `justify` to both margins with hyphens, the others ragged. */
export type Alignment = 'justify' | 'left' | 'right' | 'center';

/** The measures of one kind of paragraph, in points. */
export interface ParagraphStyle {
  readonly size: number;
  readonly leading: number;
  readonly align: Alignment;
  /** Of the first line, against the other lines; negative for a hanging indent. */
  readonly indent: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  /** The last line is never parted from what follows. */
  readonly keepWithNext: boolean;
  /** The first line is never parted from what goes before. */
  readonly keepWithPrevious: boolean;
  /** No page break inside. */
  readonly keepTogether: boolean;
  /** Set on the grid of lines; heads stand between its lines. */
  readonly onGrid: boolean;
  /** How many lines of white may be added above to fill a page. */
  readonly stretch: number;
  readonly base: TextStyle;
  readonly tracking: number;
  /** No date and no span of years is parted at the end of a line. */
  readonly wholeDates?: boolean;
}

/** The leading of the text, which is the grid of the page. */
export const LEADING = 12.4;
/** The type size of the text, and of the notes with their leading. */
export const TEXT_SIZE = 10.2;
export const NOTE_SIZE = 8.6;
export const NOTE_LEADING = 10.4;

const INDENT = 14;

const text: ParagraphStyle = {
  size: TEXT_SIZE,
  leading: LEADING,
  align: 'justify',
  indent: INDENT,
  left: 0,
  right: 0,
  before: 0,
  after: 0,
  keepWithNext: false,
  keepWithPrevious: false,
  keepTogether: false,
  onGrid: true,
  stretch: 0,
  base: {},
  tracking: 0,
};

const head: ParagraphStyle = {
  ...text,
  align: 'center',
  indent: 0,
  keepWithNext: true,
  keepTogether: true,
  onGrid: false,
  base: { bold: true },
  wholeDates: true,
};
const ragged: ParagraphStyle = { ...text, align: 'left', indent: 0 };
const entry: ParagraphStyle = { ...ragged, size: 9.5, leading: 12, indent: -12, left: 12 };

/** One row for each role. Space above and below is in whole or half lines, so that facing pages keep the grid. */
export const styles: Readonly<Record<ParagraphRole, ParagraphStyle>> = {
  text,
  'text-flush': { ...text, indent: 0 },
  'text-centred': {
    ...ragged,
    align: 'center',
    keepWithNext: true,
    before: LEADING / 2,
    after: LEADING / 2,
    stretch: 1,
  },
  'text-right': { ...ragged, align: 'right' },
  'head-part': { ...head, size: 17, leading: 22, before: 6 * LEADING, after: 2.5 * LEADING },
  'head-chapter': { ...head, size: 15, leading: 19.5, before: 4 * LEADING, after: 2 * LEADING },
  'head-subchapter': { ...head, size: 12.5, leading: 16, before: 2 * LEADING, after: LEADING, stretch: 2 },
  'head-document': {
    ...head,
    align: 'left',
    indent: -18,
    left: 18,
    before: 1.7 * LEADING,
    after: 0.3 * LEADING,
    stretch: 2,
  },
  'head-inner': { ...head, base: { smallCaps: true }, before: LEADING * 0.7, after: LEADING * 0.3, stretch: 1 },
  'head-section': { ...head, base: {}, before: LEADING * 0.7, after: LEADING * 0.3, stretch: 1 },
  'head-list': { ...ragged, keepWithNext: true, base: { smallCaps: true }, before: LEADING / 2, stretch: 1 },
  'head-table': { ...head, size: 9.5, leading: LEADING, before: LEADING / 2, after: LEADING / 4 },
  dateline: { ...ragged, align: 'right', base: { italic: true }, left: 48, keepWithNext: true, after: LEADING / 2 },
  'heading-line': { ...ragged, keepWithNext: true },
  signed: { ...ragged, align: 'right', left: 72, right: 14, keepTogether: true, keepWithPrevious: true },
  'note-inline': { ...ragged, size: 9, leading: LEADING, keepWithNext: true, before: 2 * LEADING, stretch: 2 },
  caption: { ...ragged, align: 'center', size: 9, leading: 11.5, before: 4, after: 6 },
  placeholder: { ...ragged, align: 'center', size: 9, leading: 11.5, base: { italic: true } },
  'list-item': { ...ragged, indent: -12, left: 26 },
  'bulleted-item': { ...ragged, indent: -12, left: 30 },
  'numbered-item': { ...ragged, indent: -16, left: 30 },
  'item-text': { ...ragged, left: 30 },
  furniture: { ...ragged, size: 9, leading: LEADING, left: 12 },
  'label-item': { ...text, indent: -20, left: 20 },
  'index-entry': { ...entry, size: 8.8, leading: 11 },
  'contents-entry': { ...ragged, indent: -18, left: 18, right: 34, leading: 15, wholeDates: true },
  'person-entry': { ...entry, align: 'justify', after: 2 },
  cell: { ...ragged, size: 8.8, leading: 11 },
  'title-half': { ...ragged, align: 'center', size: 14, leading: 19, before: 130, after: 8, tracking: 10 },
  'title-series': {
    ...ragged,
    align: 'center',
    size: 13,
    leading: 18,
    keepWithNext: true,
    before: 40,
    after: 8,
    tracking: 20,
  },
  'title-main': { ...head, size: 21, leading: 27, before: 30, after: 14 },
  'title-sub': { ...ragged, align: 'center', size: 13, leading: 18, after: 8 },
  'title-imprint': { ...ragged, align: 'center', size: 10, leading: 14, before: 18 },
};

/** A style as it is set in a note: smaller, on the note's own leading. */
export function inNote(style: ParagraphStyle): ParagraphStyle {
  const scale = NOTE_SIZE / TEXT_SIZE;
  return {
    ...style,
    size: Math.min(style.size, style.size * scale),
    leading: NOTE_LEADING,
    indent: style.indent * scale,
    left: style.left * scale,
    before: 0,
    after: 0,
  };
}

/** The form of the page: trim size and margins in points; `inner` is the margin at the spine. */
export interface PageForm {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  /** How many lines of text fill a page. */
  readonly lines: number;
}

const INCH = 72;

/** The trim sizes on offer; the default is that of the printed series, 6⅛ by 9¼ inches. */
export const trims: Readonly<Record<string, PageForm>> = {
  '6.125x9.25': { width: 6.125 * INCH, height: 9.25 * INCH, top: 63, inner: 54, outer: 63, lines: 44 },
  '6x9': { width: 6 * INCH, height: 9 * INCH, top: 60, inner: 51, outer: 57, lines: 43 },
  A4: { width: 595.276, height: 841.89, top: 84, inner: 100, outer: 135.276, lines: 54 },
  Letter: { width: 612, height: 792, top: 75, inner: 108, outer: 144, lines: 51 },
};

/** How far a sheet may go beyond the cut, in points. */
export const bleeds: Readonly<Record<string, number>> = {
  none: 0,
  '3mm': (3 * INCH) / 25.4,
  '0.125in': INCH / 8,
  '5mm': (5 * INCH) / 25.4,
};
/** What American printers ask for. */
export const PRESS_BLEED = '0.125in';

/** The page of a proof: the text as it will be printed, with room beside it for the editors' pens. */
export const proofForm: PageForm = { width: 612, height: 792, top: 100, inner: 72, outer: 216, lines: 44 };

/** The width of the text block. */
export function measureOf(form: PageForm): number {
  return form.width - form.inner - form.outer;
}

/** The height of the text block. */
export function depthOf(form: PageForm): number {
  return form.lines * LEADING;
}
