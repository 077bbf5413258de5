import type { Finding } from '../facts/finding.js';
import type { Dropped, MovedNote } from '../proof/declared.js';
import type { Reordered } from '../proof/raw-text.js';
import type { Built, Tools } from '../regions/build.js';

/** A document of a raw text, cut out but not yet read. */
export interface RawPart {
  /** Where it begins in the raw text; it goes on to the beginning of the next. */
  readonly start: number;
  /** The id that the text itself gives it (`d73`), or one by its place among the documents, from 1. */
  id(part: number): string;
  read(id: string, tools: Tools): ReadPart;
}

/** A document, read. */
export interface ReadPart {
  readonly built: Built;
  /** Stretches of the raw text that are left out of the TEI's text. */
  readonly dropped: readonly Dropped[];
  /** Stretches that stand elsewhere in it: the notes. */
  readonly moved: readonly MovedNote[];
  /** Stretches that the TEI has in another order: columns, which are read one after the other. */
  readonly reordered?: readonly Reordered[];
  readonly doubts: readonly Finding[];
}
