import type { FormeWork } from '../../model/document.js';
import type { SettledLine } from '../../model/manifest.js';
import type { Settlement } from '../page/settled-lines.js';
import { join, type Milestone, placeOf, rawOffset, type Strand, slice, weave } from '../page/strand.js';
import { withLeading } from '../page/typed-paragraph.js';

/** Strands of a document, cut and joined as the editor says. */
export interface Settled {
  readonly strands: readonly Strand[];
  /** What the editor says of some of them. */
  readonly kinds: ReadonlyMap<Strand, SettledLine>;
  /** For each strand, which of those before it was made of. */
  readonly origins: readonly number[];
  /** Furniture that stands after the last strand. */
  readonly trailing: readonly FormeWork[];
}

/**
 * Lays what the manifest says of lines on the strands of a document: a line that is a heading, a signature or a paragraph of its own begins a strand; one that goes on
 * is joined to the one before; a stamp or furniture of the page stands at its place in what surrounds it (TEI P5 §11.6). One pass over both.
 */
export function withSettledLines(strands: readonly Strand[], settled: readonly Settlement[]): Settled {
  if (settled.length === 0) return { strands, kinds: new Map(), origins: strands.map((_, at) => at), trailing: [] };
  const made: { strand: Strand; readonly origin: number; readonly kind: SettledLine | undefined }[] = [];
  let pending: Milestone['node'][] = [];
  let next = 0;
  for (const [origin, strand] of strands.entries()) {
    const begins = rawOffset(strand, 0);
    const ends = Math.max(rawOffset(strand, strand.text.length), begins + 1);
    while ((settled[next]?.end ?? Number.POSITIVE_INFINITY) <= begins) next++;
    const first = next;
    while ((settled[next]?.start ?? Number.POSITIVE_INFINITY) < ends) next++;
    for (const { piece, kind } of piecesOf(strand, settled.slice(first, next))) {
      if (kind === 'stamp' || kind === 'furniture') {
        pending.push(formeWork(piece, kind));
        continue;
      }
      const whole = pending.length === 0 ? piece : withLeading(piece, pending);
      pending = [];
      const last = made.at(-1);
      if (kind === 'goes on' && last !== undefined) last.strand = join([last.strand, whole]);
      else made.push({ strand: whole, origin, kind });
    }
  }
  return {
    strands: made.map(({ strand }) => strand),
    kinds: new Map(made.flatMap(({ strand, kind }) => (kind === undefined ? [] : [[strand, kind] as const]))),
    origins: made.map(({ origin }) => origin),
    trailing: pending.filter((node): node is FormeWork => node.element === 'fw'),
  };
}

interface Piece {
  readonly piece: Strand;
  readonly kind: SettledLine | undefined;
}

/** What a line is that ends where it ends in the raw text, whatever follows. */
const ENDS: ReadonlySet<SettledLine> = new Set<SettledLine>(['heading', 'signature', 'stamp', 'furniture', 'ends']);

/** A strand cut where the lines begin and end of which the editor says what they are. */
function piecesOf(strand: Strand, lines: readonly Settlement[]): readonly Piece[] {
  if (lines.length === 0) return [{ piece: strand, kind: undefined }];
  const pieces: Piece[] = [];
  let at = 0;
  let kind: SettledLine | undefined;
  const cut = (to: number, own: SettledLine | undefined): void => {
    const piece = slice(strand, at, at + strand.text.slice(at, to).trimEnd().length, at === 0);
    if (piece.text !== '' || (piece.milestones.length > 0 && at === 0)) pieces.push({ piece, kind: own });
    at = strand.text[to] === ' ' ? to + 1 : to;
  };
  for (const line of lines) {
    const [from, to] = [placeOf(strand, line.start), placeOf(strand, line.end)];
    if (line.kind !== 'ends' && from > at) cut(from, kind);
    if (line.kind !== 'ends') kind = line.kind;
    if (!ENDS.has(line.kind)) continue;
    const isWithin = pieces.length > 0;
    cut(to, kind);
    // What goes on after a stamp is of the same paragraph.
    kind = isWithin && (line.kind === 'stamp' || line.kind === 'furniture') ? 'goes on' : undefined;
  }
  cut(strand.text.length, kind);
  return pieces;
}

function formeWork(strand: Strand, kind: 'stamp' | 'furniture'): FormeWork {
  const children = weave(strand);
  return kind === 'stamp'
    ? { element: 'fw', attributes: { type: 'stamp' }, children: [{ element: 'stamp', attributes: {}, children }] }
    : { element: 'fw', attributes: { type: 'header' }, children };
}
