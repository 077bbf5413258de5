/**
 * Page-layout content: what a page maker is given. Semantics only (a paragraph is a dateline, a run is in small capitals); measures, faces and
 * pages are the press's business. Made from the pivot by the PDF output.
 */

/** How a run of text is set. */
export interface TextStyle {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly superior?: boolean;
  readonly inferior?: boolean;
}

/** A run of text; `target` is an id of the same book it links to, `url` an address outside it. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly style?: TextStyle;
  readonly target?: string;
  readonly url?: string;
  /** The edition's own words, which are no text of the volume. */
  readonly added?: boolean;
  /** Begins what the edition shows of a place where something is left out; without text where the words around say so. */
  readonly gap?: boolean;
}

/** The call of a note: `label` is the figure or sign that the source prints. */
export interface NoteCall {
  readonly type: 'call';
  readonly note: string;
  readonly label: string;
  readonly id?: string;
}

/** The figure or sign at the head of a note's body, which leads back to its call. */
export interface NoteLabel {
  readonly type: 'note-label';
  readonly note: string;
  readonly label: string;
}

/** A place in the text that can be linked to. */
export interface Anchor {
  readonly type: 'anchor';
  readonly id: string;
}

/** Where a page of the source begins; it prints nothing unless source pages are asked for. */
export interface SourcePage {
  readonly type: 'source-page';
  readonly n: string;
  readonly id?: string;
}

export interface LineBreak {
  readonly type: 'line-break';
  /** The edition's own, beside a block that stands where only phrases can be set: the text may have no space there. */
  readonly added?: boolean;
}

/**
 * The number of the page on which `target` stands in *this* edition; `text` is what the source prints there, a page of the source. Of a source page that runs over several new pages
 * those are meant that have the words which the number is about.
 */
export interface PageNumber {
  readonly type: 'page-number';
  readonly target: string;
  /** The last page of a range that the source prints (“738–739”). */
  readonly to?: string;
  readonly text: string;
  readonly style?: TextStyle;
  /** What is set before it; a number that has just been printed is then not printed again. */
  readonly before?: string;
  /** What stands behind it where a note is meant (“675n”). */
  readonly suffix?: { readonly text: string; readonly style?: TextStyle };
  /** The words of the index that it is about: of its own entry, then of those above. */
  readonly about?: readonly string[];
}

/** Dots that fill the rest of the line; what follows is set at the right margin. */
export interface Leader {
  readonly type: 'leader';
}

export type Inline = TextRun | NoteCall | NoteLabel | Anchor | SourcePage | LineBreak | PageNumber | Leader;

/** What a paragraph is; the press has one row of its style table for each. */
export type ParagraphRole =
  | 'text'
  | 'text-flush'
  | 'text-centred'
  | 'text-right'
  | 'head-part'
  | 'head-chapter'
  | 'head-subchapter'
  | 'head-document'
  | 'head-inner'
  | 'head-section'
  | 'head-list'
  | 'head-table'
  | 'dateline'
  | 'heading-line'
  | 'signed'
  | 'note-inline'
  | 'caption'
  | 'placeholder'
  | 'list-item'
  | 'bulleted-item'
  | 'numbered-item'
  | 'item-text'
  | 'furniture'
  | 'label-item'
  | 'index-entry'
  | 'contents-entry'
  | 'person-entry'
  | 'cell'
  | 'title-half'
  | 'title-series'
  | 'title-main'
  | 'title-sub'
  | 'title-imprint';

export interface Paragraph {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  readonly inlines: readonly Inline[];
  readonly id?: string;
  /** For heads: the depth in the outline, from 1. */
  readonly level?: number;
  /** For items of lists: the mark or number set in the margin of the item. */
  readonly label?: readonly Inline[];
  /** For entries of lists, contents and indexes: how deep it is nested, from 0. */
  readonly depth?: number;
  /** BCP 47, where it differs from the book's. */
  readonly lang?: string;
  /** Stands apart from the sentences round it: furniture of the source's page, the description of a picture. */
  readonly apart?: boolean;
}

export interface List {
  readonly type: 'list';
  readonly kind: string;
  readonly id?: string;
  /** With white above and below. */
  readonly setOff?: boolean;
  readonly items: readonly (readonly Block[])[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly rows: number;
  readonly header: boolean;
  readonly align?: 'left' | 'right' | 'center';
}

export interface Table {
  readonly type: 'table';
  readonly id?: string;
  readonly caption: readonly Paragraph[];
  /** How many of the rows are the head, repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** A picture; without `image` (the file is missing) its words are set in a visible frame. */
export interface Figure {
  readonly type: 'figure';
  readonly id?: string;
  readonly image?: Uint8Array;
  /** How wide it is at most, in points. */
  readonly width?: number;
  /** The address of its file, as the TEI has it. */
  readonly name?: string;
  readonly alternative: string;
  /** Whether the alternative is the text's own description of the picture. */
  readonly described?: boolean;
  readonly caption: readonly Block[];
}

/** Blocks that belong together and are set off: attachments, quotations, postscripts. */
export interface Group {
  readonly type: 'group';
  readonly role: 'attachment' | 'quotation' | 'postscript' | 'plain';
  readonly id?: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Table | Figure | Group;

export type PartKind =
  | 'titlepage'
  | 'front'
  | 'contents'
  | 'compilation'
  | 'chapter'
  | 'subchapter'
  | 'document'
  | 'section'
  | 'back'
  | 'index';

/** A division of the book, with its own blocks before those of the divisions inside it. */
export interface Part {
  readonly kind: PartKind;
  readonly id: string;
  /** The plain words of its heading, for running heads and the outline. */
  readonly title: string;
  /** What running heads have instead of it, where the editors have said so. */
  readonly shortTitle?: string;
  /** A document's printed number. */
  readonly number?: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  /** Made by the edition (an index), and no text of the volume. */
  readonly made?: boolean;
  /** Stands on the back of the leaf before it. */
  readonly overleaf?: boolean;
}

/** The body of a note, in the order in which the volume holds them. Its first block is a paragraph that begins with the note's label. */
export interface NoteBody {
  readonly id: string;
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** A whole book. */
export interface PageContent {
  readonly lang: string;
  readonly volume: string;
  readonly title: string;
  /** Short name of the volume for the left-hand running head. */
  readonly runningTitle: string;
  readonly author?: string;
  /** The address of its DOI. */
  readonly identifier?: string;
  readonly subject?: string;
  /** The date of publication (ISO 8601), which is the PDF's creation date. */
  readonly date?: string;
  readonly parts: readonly Part[];
  readonly notes: readonly NoteBody[];
}
