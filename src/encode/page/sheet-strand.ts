import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import { findEmphasis } from './emphasis.js';
import type { Line } from './segment.js';
import { type Strand, strandWithout } from './strand.js';

/** A typed line as a strand, with the emphasis that OCR marks as `hi` or `del` and the marks dropped. */
export function sheetStrand(line: Line, dropped: Span[]): Strand {
  const cuts = findEmphasis(line.text, line.start);
  append(
    dropped,
    cuts.flatMap((cut) => cut.marks ?? []),
  );
  return { ...strandWithout(line.text, line.start, cuts), indent: line.indent };
}
