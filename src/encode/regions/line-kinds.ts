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

/**
 * How well a kind follows another: the order of a document is opening, text, closing. Set by hand and read against typescripts; what a step costs
 * says how rare it is.
 */
function transition(before: LineKind, after: LineKind): number {
  const [a, b] = [region(before), region(after)];
  if (a === 'head' && b === 'body')
    return after === 'body.text' || after === 'body.heading' || after === 'body.sheet' ? 0 : -1.5;
  if (a !== 'close' && after === 'close.title') return NEVER;
  if (a === 'head' && b === 'close') return after === 'close.sheet' ? NEVER : -6;
  if (a === 'body' && b === 'head') return NEVER;
  if (a === 'body' && b === 'close')
    return after === 'close.sheet'
      ? -0.6
      : after === 'close.enclosures' || after === 'close.address' || after === 'close.dateline'
        ? -1.5
        : -0.5;
  if (a === 'close' && b === 'head') return NEVER;
  if (a === 'close' && b === 'body') return before === 'close.sheet' ? -4 : -6;
  if (a === 'head') return withinHead(before, after);
  return a === 'body' ? withinBody(before, after) : withinClosing(before, after);
}

function withinHead(before: LineKind, after: LineKind): number {
  if (after === 'head.value')
    return before === 'head.label' || before === 'head.value' ? 0.5 : before === 'head.sheet' ? -1.5 : NEVER;
  if (before === 'head.salute') return after === 'head.sheet' ? -1 : -8;
  if (after === 'head.letterhead')
    return before === 'head.letterhead'
      ? 1.5
      : before === 'head.sheet'
        ? 0
        : before === 'head.label' || before === 'head.value'
          ? -5
          : before === 'head.title' || before === 'head.dateline'
            ? -2.5
            : -1.5;
  if (before === 'head.label' && after === 'head.label') return 0.8;
  if (before === 'head.value' && after === 'head.label') return 1;
  if (after === 'head.title' && (before === 'head.label' || before === 'head.value')) return -2;
  if (after === 'head.address') return before === 'head.address' ? 1 : 0;
  if (before === 'head.address' && after === 'head.salute') return 1;
  return 0;
}

function withinBody(before: LineKind, after: LineKind): number {
  if (before === 'body.heading' && after === 'body.text') return 0.5;
  if (before === 'body.heading' && after === 'body.heading') return -0.5;
  if (before === 'body.table' && after === 'body.table') return 0.5;
  return 0;
}

function withinClosing(before: LineKind, after: LineKind): number {
  if (after === 'close.title') return before === 'close.signature' || before === 'close.title' ? 1 : NEVER;
  if (before === 'close.salute' && after === 'close.signature') return 1.5;
  if (after === 'close.salute' && before !== 'close.salute' && before !== 'close.sheet') return -4;
  if (
    after === 'close.signature' &&
    (before === 'close.enclosures' || before === 'close.drafting' || before === 'close.address')
  )
    return -3;
  if (after === 'close.signature' && before === 'close.title') return -1;
  if (before === after) return 0.5;
  return 0;
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
