import { type HouseStyle, houseStyles } from '../model/house-style.js';
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
  readonly figures: HouseStyle['text']['figures'];
  /** Words in capitals are set in small ones. */
  readonly smallCapitals: boolean;
  /** Hyphens, stops and quotation marks hang in the margin. */
  readonly hanging: boolean;
  /** No date and no span of years is parted at the end of a line. */
  readonly wholeDates?: boolean;
}

/** What of a house style the press sets by. */
export interface Typography {
  readonly house: HouseStyle;
  readonly leading: number;
  readonly styles: Readonly<Record<ParagraphRole, ParagraphStyle>>;
  /** A style as it is set in a note: smaller, on the note's own leading. */
  readonly inNote: (style: ParagraphStyle) => ParagraphStyle;
}

/** The type size for which the measures of the roles below are written; another size has them in proportion. */
const NORMAL_SIZE = houseStyles.chancery.text.size;

export function typographyOf(house: HouseStyle): Typography {
  const { size, leading } = house.notes;
  const scale = size / house.text.size;
  return {
    house,
    leading: house.text.leading,
    styles: rolesOf(house),
    inNote: (style) => ({
      ...style,
      size: Math.min(style.size, style.size * scale),
      leading,
      indent: style.indent * scale,
      left: style.left * scale,
      before: 0,
      after: 0,
    }),
  };
}

/** One row for each role. Space above and below is in whole or half lines, so that facing pages keep the grid. */
function rolesOf(said: HouseStyle): Readonly<Record<ParagraphRole, ParagraphStyle>> {
  const scale = said.text.size / NORMAL_SIZE;
  const LEADING = said.text.leading / scale;
  const text: ParagraphStyle = {
    size: NORMAL_SIZE,
    leading: LEADING,
    align: said.text.lines === 'ragged' ? 'left' : 'justify',
    indent: said.text.indent / scale,
    left: 0,
    right: 0,
    before: 0,
    after: 0,
    keepWithNext: false,
    keepWithPrevious: false,
    keepTogether: false,
    onGrid: true,
    figures: said.text.figures,
    smallCapitals: said.text.capitals === 'small',
    hanging: said.text.hangingPunctuation,
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
    base: said.heads.weight === 'bold' ? { bold: true } : {},
    wholeDates: true,
  };
  const large: ParagraphStyle = { ...head, align: said.heads.align };
  const ragged: ParagraphStyle = { ...text, align: 'left', indent: 0 };
  const entry: ParagraphStyle = { ...ragged, size: 9.5, leading: 12, indent: -12, left: 12 };

  const roles: Record<ParagraphRole, ParagraphStyle> = {
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
    'head-part': { ...large, size: 17, leading: 22, before: 6 * LEADING, after: 2.5 * LEADING },
    'head-chapter': { ...large, size: 15, leading: 19.5, before: 4 * LEADING, after: 2 * LEADING },
    'head-subchapter': { ...large, size: 12.5, leading: 16, before: 2 * LEADING, after: LEADING, stretch: 2 },
    'head-document': {
      ...head,
      ...(said.heads.documents === 'left' ? { align: 'left', indent: -18, left: 18 } : {}),
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
    'index-entry': { ...entry, size: said.index.size / scale, leading: said.index.leading / scale, wholeDates: true },
    'contents-entry': { ...ragged, indent: -18, left: 18, right: 34, leading: 15, wholeDates: true },
    'person-entry': { ...entry, align: 'justify', after: 2 },
    // Figures in columns stand below each other.
    cell: { ...ragged, size: 8.8, leading: 11, figures: 'lining' },
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
  if (scale === 1) return roles;
  return Object.fromEntries(Object.entries(roles).map(([role, style]) => [role, scaled(style, scale)])) as typeof roles;
}

function scaled(style: ParagraphStyle, scale: number): ParagraphStyle {
  const { size, leading, indent, left, right, before, after } = style;
  return {
    ...style,
    size: size * scale,
    leading: leading * scale,
    indent: indent * scale,
    left: left * scale,
    right: right * scale,
    before: before * scale,
    after: after * scale,
  };
}

/** The measures of the style that a volume has where nothing is said. */
export const LEADING = houseStyles.chancery.text.leading;
export const TEXT_SIZE = houseStyles.chancery.text.size;
export const NOTE_SIZE = houseStyles.chancery.notes.size;
export const NOTE_LEADING = houseStyles.chancery.notes.leading;

/** The form of the page: trim size and margins in points; `inner` is the margin at the spine. */
export interface PageForm {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  /** How many lines of text fill a page, and their leading. */
  readonly lines: number;
  readonly leading: number;
}

const INCH = 72;

/** The trim sizes on offer; the default is that of the printed series, 6⅛ by 9¼ inches. */
export const trims: Readonly<Record<string, PageForm>> = {
  '6.125x9.25': {
    width: 6.125 * INCH,
    height: 9.25 * INCH,
    top: 63,
    inner: 54,
    outer: 63,
    lines: 44,
    leading: LEADING,
  },
  '6x9': { width: 6 * INCH, height: 9 * INCH, top: 60, inner: 51, outer: 57, lines: 43, leading: LEADING },
  A4: { width: 595.276, height: 841.89, top: 84, inner: 100, outer: 135.276, lines: 54, leading: LEADING },
  Letter: { width: 612, height: 792, top: 75, inner: 108, outer: 144, lines: 51, leading: LEADING },
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
export const proofForm: PageForm = {
  width: 612,
  height: 792,
  top: 100,
  inner: 72,
  outer: 216,
  lines: 44,
  leading: LEADING,
};

/** The width of the text block. */
export function measureOf(form: PageForm): number {
  return form.width - form.inner - form.outer;
}

/** The height of the text block. */
export function depthOf(form: PageForm): number {
  return form.lines * form.leading;
}

/** A form with the margins and the leading of a house style. */
export function formIn(form: PageForm, { page: { margins }, text: { leading } }: HouseStyle): PageForm {
  if (Object.keys(margins).length === 0 && leading === form.leading) return form;
  const { bottom = form.height - form.top - depthOf(form), ...others } = margins;
  const placed = { ...form, ...others };
  return { ...placed, leading, lines: Math.floor((form.height - placed.top - bottom) / leading + 0.001) };
}

/** The white between columns. */
export const COLUMN_GAP = 18;

/** The width of the notes: that of the text block, or of a column of it. */
export function noteMeasureOf(form: PageForm, { notes: { columns } }: HouseStyle): number {
  return (measureOf(form) - (columns - 1) * COLUMN_GAP) / columns;
}
