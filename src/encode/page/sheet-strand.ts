import { append } from '../../model/list.js';
import type { Dropped } from '../proof/declared.js';
import { findEmphasis } from './emphasis.js';
import type { Line } from './segment.js';
import { type Cut, inOrder, type Strand, strandWithout, withPlace } from './strand.js';

/** A typed line as a strand, with the calls of its notes, and the emphasis that OCR marks as `hi` or `del` and the marks dropped. */
export function sheetStrand(line: Line, dropped: Dropped[], calls: readonly Cut[] = []): Strand {
  const cuts = inOrder(calls, findEmphasis(line.text, line.start));
  append(
    dropped,
    cuts.flatMap((cut) => cut.marks ?? []),
  );
  return withPlace(strandWithout(line.text, line.start, cuts), line);
}
