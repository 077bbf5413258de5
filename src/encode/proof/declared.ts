import type { Span } from '../../model/position.js';
import type { Reordered } from './raw-text.js';

/** What the encoder may leave out of the text, in the words of an editor. */
export type DropKind =
  | 'call'
  | 'note marker'
  | 'heading of notes'
  | 'rule'
  | 'page mark'
  | 'line-end hyphen'
  | 'bullet'
  | 'emphasis mark'
  | 'heading mark'
  | 'quotation mark'
  | 'table rule'
  | 'front matter'
  | 'heading of the whole'
  | 'other stretch';

/** A stretch of the raw text that is left out. */
export interface Dropped extends Span {
  /** What it is, where the one who leaves it out says so; otherwise its characters tell. */
  readonly kind?: DropKind;
}

/** What the characters of a stretch that is left out can be; the first that fits. */
const SHAPES: readonly (readonly [DropKind, RegExp])[] = [
  ['page mark', /^\s*\[(?:Typeset |Facsimile )?Page [^\]]{1,20}\]\s*$/],
  ['line-end hyphen', /^-\s*[\n\r\f\v]\s*$/],
  ['emphasis mark', /^(?:~~|\*\*?|__?)$/],
  ['heading mark', /^#{1,6}\s*$/],
  ['quotation mark', /^>\s?$/],
  ['bullet', /^(?:[-–—•*·+]|\d{1,3}[.)]|\(?[a-z]\))\s*$/],
  ['table rule', /^[\s|.:·…_=+–—-]*$/],
];

/** A note, or a paragraph of one, which the TEI has at its call. */
export interface MovedNote {
  /** The `xml:id` of its element. */
  readonly id: string;
  /** The stretch of the raw text that is its own; what is dropped of it is declared as such. */
  readonly span: Span;
}

/** Which stretches of a raw text do not stand in the TEI at their place. */
export interface Declared {
  /** Left out: calls, `[Page N]`, bullets, line-end hyphens. */
  readonly dropped: readonly Dropped[];
  /** Standing elsewhere: notes, which the TEI has at their calls. */
  readonly moved: readonly MovedNote[];
  /** Offsets before which a word of the raw text is parted in two. */
  readonly parted?: readonly number[];
  /** Stretches whose parts the TEI has in another order: columns that stand side by side and are read one after the other. */
  readonly reordered?: readonly Reordered[];
}

/** What a stretch is that is left out. */
export function kindOf(raw: string, { kind, start, end }: Dropped): DropKind {
  if (kind !== undefined) return kind;
  const text = raw.slice(start, end);
  return SHAPES.find(([, shape]) => shape.test(text))?.[0] ?? 'other stretch';
}

/** How many stretches of each kind a document leaves out, the most frequent first. */
export type DropCounts = Readonly<Partial<Record<DropKind, number>>>;

/** Counts what is left out, by kind; stretches of nothing but white space are none. */
export function countDrops(raw: string, dropped: readonly Dropped[]): DropCounts {
  const counts = new Map<DropKind, number>();
  for (const one of dropped) {
    if (raw.slice(one.start, one.end).trim() === '') continue;
    const kind = kindOf(raw, one);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}
