/** A place in a text: line and column count from 1, the column in UTF-16 code units, as editors show it. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Offset from the start of the text, in UTF-16 code units, from 0. */
  readonly offset: number;
}

/** A stretch of a text, from `start` up to but not including `end`, as offsets in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
