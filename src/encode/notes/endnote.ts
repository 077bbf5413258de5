import type { Span } from '../../model/position.js';

/** A note as it stands in a list of the raw text. */
export interface Endnote {
  /** The number or sign that the list prints; a list of bullets has none. */
  readonly label?: string;
  /** The note's lines without its marker and what follows its words; nearly always one. */
  readonly lines: readonly NoteLine[];
}

export interface NoteLine {
  readonly text: string;
  /** The offset of `text` in the raw text. */
  readonly start: number;
  /** The whole line with its marker, as offsets in the raw text. */
  readonly line: Span;
  /** Whether an empty line stands before it: another paragraph of the note. */
  readonly startsParagraph?: boolean;
}
