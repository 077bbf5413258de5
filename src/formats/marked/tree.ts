/** The parts of a text by what its marks say of them, whatever the marks: what Markdown, HTML and Word have in common. */

export type MarkedInline = MarkedWords | DroppedWords | EmphasisNode | LineEnd | Call;

/** Words as they are printed. */
export interface MarkedWords {
  readonly type: 'words';
  readonly value: string;
  /** The offset of the first character in the file; without one the words stand for what the file only implies (the number of an item). */
  readonly at?: number;
  /** The file has them as a mark, not as a word: the number of an item. */
  readonly isMark?: true;
}

/** Words of the file that are not of its text: the number of a call, the arrow of a link back. They are counted, and not printed. */
export interface DroppedWords {
  readonly type: 'dropped';
  readonly value: string;
  readonly at?: number;
}

export interface EmphasisNode {
  readonly type: 'emphasis';
  /** The value of `@rend`. */
  readonly rend: string;
  readonly children: readonly MarkedInline[];
}

/** A line ends here, and another begins. */
export interface LineEnd {
  readonly type: 'break';
}

export interface Call {
  readonly type: 'call';
  /** The id of the note. */
  readonly note: string;
}

export type MarkedBlock =
  | { readonly type: 'heading'; readonly depth: number; readonly children: readonly MarkedInline[] }
  | { readonly type: 'paragraph'; readonly children: readonly MarkedInline[] }
  | { readonly type: 'list'; readonly items: readonly MarkedItem[] }
  | { readonly type: 'quote'; readonly blocks: readonly MarkedBlock[] }
  | { readonly type: 'table'; readonly rows: readonly MarkedRow[] }
  | { readonly type: 'page' };

export interface MarkedItem {
  /** Its number or letter; undefined where it has a bullet. */
  readonly label?: MarkedWords;
  readonly blocks: readonly MarkedBlock[];
}

export interface MarkedRow {
  readonly isLabel: boolean;
  readonly cells: readonly (readonly MarkedInline[])[];
}

export interface MarkedNoteNode {
  readonly id: string;
  /** The number or sign by which the text calls it; a name where it has none. */
  readonly label: string;
  readonly blocks: readonly MarkedBlock[];
}

export interface MarkedTree {
  readonly blocks: readonly MarkedBlock[];
  readonly notes: readonly MarkedNoteNode[];
}
