/** What a line of a typescript is. The letter before the point is the region: head block, body, closing. */
export const LINE_KINDS = [
  'head.sheet',
  'head.letterhead',
  'head.title',
  'head.label',
  'head.value',
  'head.dateline',
  'head.address',
  'head.salute',
  'head.status',
  'body.sheet',
  'body.text',
  'body.heading',
  'body.table',
  'body.decision',
  'body.label',
  'close.sheet',
  'close.salute',
  'close.signature',
  'close.title',
  'close.dateline',
  'close.address',
  'close.enclosures',
  'close.drafting',
  'close.decision',
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** What a reader would take for the same reading: only readings of different classes make a doubt. */
export const LINE_CLASSES = {
  sheet: 'of the sheet',
  head: 'of the head block',
  heading: 'a heading',
  text: 'of the text',
  close: 'of the closing',
} as const;
export type LineClass = keyof typeof LINE_CLASSES;

export function classOf(kind: LineKind): LineClass {
  if (kind.endsWith('.sheet')) return 'sheet';
  if (kind === 'head.title' || kind === 'body.heading') return 'heading';
  if (kind.startsWith('head')) return 'head';
  return kind.startsWith('body') ? 'text' : 'close';
}

const INDEX = new Map(LINE_KINDS.map((kind, index) => [kind, index]));

/** The number of a kind, as the chain of lines counts them. */
export function kindNumber(kind: LineKind): number {
  return INDEX.get(kind) ?? 0;
}

const NEVER = Number.NEGATIVE_INFINITY;

function region(kind: LineKind): 'head' | 'body' | 'close' {
  return kind.slice(0, kind.indexOf('.')) as 'head' | 'body' | 'close';
}

/** A step between two kinds: what holds of the first, of the second, and how likely it is. `*` is any kind of a region, or any at all. */
type Step = readonly [before: readonly string[], after: readonly string[], score: number];

/**
 * How well a kind follows another: the order of a document is opening, text, closing. The first step that fits counts. Set by hand and read against
 * typescripts; what a step costs says how rare it is.
 */
const STEPS: readonly Step[] = [
  [['head.*'], ['body.text', 'body.heading', 'body.sheet'], 0],
  [['head.*'], ['body.*'], -1.5],
  [['head.*', 'body.*'], ['close.title'], NEVER],
  [['head.*'], ['close.sheet'], NEVER],
  [['head.*'], ['close.*'], -6],
  [['body.*', 'close.*'], ['head.*'], NEVER],
  [['body.*'], ['close.sheet'], -0.6],
  [['body.*'], ['close.enclosures', 'close.address', 'close.dateline'], -1.5],
  [['body.*'], ['close.*'], -0.5],
  [['close.sheet'], ['body.*'], -4],
  [['close.*'], ['body.*'], -6],
  // Within the head block
  [['head.label', 'head.value'], ['head.value'], 0.5],
  [['head.sheet'], ['head.value'], -1.5],
  [['head.*'], ['head.value'], NEVER],
  [['head.salute'], ['head.sheet'], -1],
  [['head.salute'], ['head.*'], -8],
  [['head.letterhead'], ['head.letterhead'], 1.5],
  [['head.sheet'], ['head.letterhead'], 0],
  [['head.label', 'head.value'], ['head.letterhead'], -5],
  [['head.title', 'head.dateline'], ['head.letterhead'], -2.5],
  [['head.*'], ['head.letterhead'], -1.5],
  [['head.label'], ['head.label'], 0.8],
  [['head.value'], ['head.label'], 1],
  [['head.label', 'head.value'], ['head.title'], -2],
  [['head.address'], ['head.address', 'head.salute'], 1],
  // Within the text
  [['body.heading'], ['body.text'], 0.5],
  [['body.heading'], ['body.heading'], -0.5],
  [['body.table'], ['body.table'], 0.5],
  // Within the closing
  [['close.signature', 'close.title'], ['close.title'], 1],
  [['close.*'], ['close.title'], NEVER],
  [['close.salute'], ['close.signature'], 1.5],
  [['close.salute', 'close.sheet'], ['close.salute'], 0.5],
  [['close.*'], ['close.salute'], -4],
  [['close.decision'], ['close.signature'], -6],
  [['close.signature', 'close.title', 'close.decision', 'close.sheet'], ['close.decision'], 0.5],
  [['close.enclosures', 'close.drafting', 'close.address'], ['close.signature'], -3],
  [['close.title'], ['close.signature'], -1],
];

function fits(patterns: readonly string[], kind: LineKind): boolean {
  return patterns.some(
    (pattern) => pattern === kind || (pattern.endsWith('*') && kind.startsWith(pattern.slice(0, -1))),
  );
}

function transition(before: LineKind, after: LineKind): number {
  const step = STEPS.find(([from, to]) => fits(from, before) && fits(to, after));
  return step?.[2] ?? (before === after && region(before) === 'close' ? 0.5 : 0);
}

/** The table of steps, row by row. */
export function transitionTable(): Float64Array {
  const count = LINE_KINDS.length;
  const table = new Float64Array(count * count);
  for (const [a, before] of LINE_KINDS.entries())
    for (const [b, after] of LINE_KINDS.entries()) table[a * count + b] = transition(before, after);
  return table;
}

/** A document begins with its head block; with its text, where it has none. */
export function firstTable(): Float64Array {
  const table = new Float64Array(LINE_KINDS.length);
  for (const [index, kind] of LINE_KINDS.entries()) {
    table[index] = kind === 'head.value' || region(kind) === 'close' ? NEVER : region(kind) === 'body' ? -1 : 0;
  }
  return table;
}
