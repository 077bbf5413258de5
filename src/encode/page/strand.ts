import type { Inline, LineBreak, Note, PageBreak } from '../../model/document.js';
import { append, firstFrom } from '../../model/list.js';
import type { Span } from '../../model/position.js';

/** A stretch of a strand's text that stands in the raw text without a break. */
interface Piece {
  readonly at: number;
  readonly raw: number;
}

/** What stands between two characters of a strand: a page break or a note's call. */
export interface Milestone {
  readonly at: number;
  readonly node: PageBreak | Note | Inline;
}

/**
 * The text of a block as the grammar reads it: plain, without calls and page breaks, which are kept as milestones beside it, and
 * with the way back to the raw text. Recognisers annotate stretches of the text; `weave` makes TEI of all three.
 */
export interface Strand {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** In the order of `at`. */
  readonly milestones: readonly Milestone[];
  /** How many blanks stand before the line that the strand is; only columns need it. */
  readonly indent?: number;
  /** How many of these are tabs. */
  readonly tabs?: number;
}

/** A stretch of a strand that becomes an element. Annotations nest or stand apart; they never cross. */
export interface Annotation extends Span {
  readonly wrap: (children: readonly Inline[]) => Inline;
}

/** The end of a printed line. */
export const LINE_BREAK: LineBreak = { element: 'lb', attributes: {}, children: [] };

/** A strand with where its line stands: how far in, and how many tabs in. */
export function withPlace(strand: Strand, { indent, tabs }: Pick<Strand, 'indent' | 'tabs'>): Strand {
  if (tabs !== undefined) return indent === undefined ? { ...strand, tabs } : { ...strand, indent, tabs };
  if (indent === undefined) return strand;
  const { text, pieces, milestones } = strand;
  return strand.tabs === undefined ? { text, pieces, milestones, indent } : { ...strand, indent };
}

/** A strand of a stretch of the raw text. */
export function strandOf(text: string, raw: number): Strand {
  return { text, pieces: [{ at: 0, raw }], milestones: [] };
}

/** The offset in the raw text of a place in a strand; O(log pieces). */
export function rawOffset(strand: Strand, at: number): number {
  const piece = strand.pieces[Math.max(0, firstFrom(strand.pieces, (one) => one.at > at) - 1)];
  return piece === undefined ? 0 : piece.raw + Math.max(0, at - piece.at);
}

/** The place in a strand of an offset in the raw text; where its words are not of the strand's text, the place that they stand at. */
export function placeOf(strand: Strand, raw: number): number {
  for (let i = strand.pieces.length - 1; i >= 0; i--) {
    const piece = strand.pieces[i];
    const end = strand.pieces[i + 1]?.at ?? strand.text.length;
    if (piece !== undefined && piece.raw <= raw) return Math.min(end, piece.at + raw - piece.raw);
  }
  return 0;
}

/** A stretch that a strand leaves out of its text, with what stands in its stead. */
export interface Cut extends Span {
  readonly node?: Milestone['node'];
  /** What of the stretch is left out, as offsets in the raw text, where the node holds its words; all of it otherwise. */
  readonly marks?: readonly Span[];
}

/** Calls and page marks with the emphasis that does not overlap them, by their place. */
export function inOrder(calls: readonly Cut[], emphasis: readonly Cut[]): readonly Cut[] {
  const apart = emphasis.filter((mark) => calls.every((call) => call.end <= mark.start || call.start >= mark.end));
  return [...calls, ...apart].sort((a, b) => a.start - b.start);
}

/** A strand of a stretch of the raw text without some of it. The cuts are in order and do not overlap. */
export function strandWithout(text: string, raw: number, cuts: readonly Cut[]): Strand {
  if (cuts.length === 0) return strandOf(text, raw);
  let kept = '';
  let at = 0;
  const pieces: Piece[] = [];
  const milestones: Milestone[] = [];
  for (const cut of [...cuts, { start: text.length, end: text.length }]) {
    if (cut.start > at) {
      pieces.push({ at: kept.length, raw: raw + at });
      kept += text.slice(at, cut.start);
    }
    at = cut.end;
    if (cut.node !== undefined) milestones.push({ at: kept.length, node: cut.node });
  }
  return { text: kept, pieces: pieces.length === 0 ? [{ at: 0, raw }] : pieces, milestones };
}

/**
 * Part of a strand, with the milestones inside it and at its end. Those at its start belong to what stands before it, unless it is the
 * strand's own start or `keepsStart` is said.
 */
export function slice(strand: Strand, start: number, end = strand.text.length, keepsStart = start === 0): Strand {
  const last = end >= strand.text.length;
  return {
    text: strand.text.slice(start, end),
    pieces: [
      { at: 0, raw: rawOffset(strand, start) },
      ...strand.pieces.filter((p) => p.at > start && p.at < end).map((p) => ({ at: p.at - start, raw: p.raw })),
    ],
    milestones: strand.milestones
      .filter((m) => (m.at > start || (m.at === start && keepsStart)) && (m.at <= end || last))
      .map((m) => ({ at: m.at - start, node: m.node })),
  };
}

/**
 * Stretches of a strand, in order, with blanks between them: a label and its value, columns. Every milestone is in one of them: what stands in the blanks before a stretch is
 * of it, and so is what stands at its start where no blanks part it from the one before. Emphasised words are milestones, with which a stretch can begin.
 */
export function parts(strand: Strand, spans: readonly Span[]): readonly Strand[] {
  let next = 0;
  return spans.map(({ start, end }, index) => {
    const following = spans[index + 1];
    const own: Milestone[] = [];
    for (; next < strand.milestones.length; next++) {
      const milestone = strand.milestones[next] as Milestone;
      const { at } = milestone;
      if (following !== undefined && (at > end || (at === end && following.start === end))) break;
      own.push(milestone);
    }
    const from = Math.min(start, own.find(({ node }) => WORDS.has(node.element))?.at ?? start);
    const milestones = own.map(({ at, node }) => ({ at: Math.min(Math.max(at - from, 0), end - from), node }));
    return { ...slice(strand, from, end), milestones };
  });
}

const WORDS: ReadonlySet<string> = new Set(['hi', 'del', 'seg']);

/** A strand without its first characters (a bullet, the signs of a heading); all its milestones stay. */
export function withoutPrefix(strand: Strand, length: number): Strand {
  const milestones = strand.milestones.map((m) => ({ at: Math.max(0, m.at - length), node: m.node }));
  return { ...slice(strand, length), milestones };
}

/** Several strands as one, a space between them, or what `separators` says for each that follows on another. */
export function join(strands: readonly Strand[], separators: readonly string[] = []): Strand {
  let text = '';
  const pieces: Piece[] = [];
  const milestones: Milestone[] = [];
  strands.forEach((strand, index) => {
    if (index > 0) text += separators[index - 1] ?? ' ';
    const offset = text.length;
    text += strand.text;
    for (const p of strand.pieces) pieces.push({ at: p.at + offset, raw: p.raw });
    for (const m of strand.milestones) milestones.push({ at: m.at + offset, node: m.node });
  });
  return withPlace({ text, pieces, milestones }, strands[0] ?? {});
}

/**
 * Text, milestones and annotations as the children of a TEI element, in reading order. A milestone at the end of an annotation
 * stands after it (a call belongs to what it follows, not inside the name), one at its start before it.
 */
export function weave(strand: Strand, annotations: readonly Annotation[] = []): readonly Inline[] {
  const sorted = annotations
    .filter((a) => a.start >= 0 && a.end > a.start && a.end <= strand.text.length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const milestones = [...strand.milestones];
  let nextAnnotation = 0;
  let nextMilestone = 0;
  const build = (from: number, to: number, isTop: boolean): Inline[] => {
    const out: Inline[] = [];
    let at = from;
    for (;;) {
      const annotation = sorted[nextAnnotation];
      const milestone = milestones[nextMilestone];
      const isMilestone = milestone !== undefined && (isTop ? milestone.at <= to : milestone.at < to);
      const isAnnotation = annotation !== undefined && annotation.start < to;
      if (isMilestone && (!isAnnotation || milestone.at <= annotation.start)) {
        pushText(out, strand, at, milestone.at);
        append(out, [milestone.node as Inline, ...spaceAfter(milestone, strand)]);
        at = milestone.at;
        nextMilestone++;
      } else if (isAnnotation) {
        nextAnnotation++;
        if (annotation.start < at || annotation.end > to) continue; // would cross another: dropped, its text stays
        pushText(out, strand, at, annotation.start);
        out.push(annotation.wrap(build(annotation.start, annotation.end, false)));
        at = annotation.end;
      } else {
        pushText(out, strand, at, to);
        return out;
      }
    }
  };
  return build(0, strand.text.length, true);
}

/** What is stamped or typed between two words is parted from both, as it is on the page. */
function spaceAfter({ node, at }: Milestone, strand: Strand): readonly Inline[] {
  const isBetweenWords = node.element === 'fw' && strand.text[at - 1] === ' ';
  return isBetweenWords ? [{ element: 'text', text: ' ', at: rawOffset(strand, at) }] : [];
}

function pushText(out: Inline[], strand: Strand, start: number, end: number): void {
  if (end > start) out.push({ element: 'text', text: strand.text.slice(start, end), at: rawOffset(strand, start) });
}
