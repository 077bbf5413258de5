import type { Kind } from './kind.js';
import { COUNTED, COUNTED_SYNTAX, COUNTED_TAGS, FORMS, NESTED, PROSE, SYNTAX } from './phrases.js';
import { LINES, SIGNS, TAGS, WORDS } from './units.js';

/** What a reader is given: words, the lines of a manifest, or markup. */
export type KindOfText = 'text' | 'syntax' | 'markup';

const distinct = (list: readonly string[]): readonly string[] => [...new Set(list)];
const isLine = (unit: string): boolean => /[\n\f\r]/.test(unit);

/** What opens and what closes it: a half of the one before a half of the other. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...([
    ['[№] ', '[№] a\n'],
    ['a№ ', '№. a\n'],
    ['[^№] ', '[^№]: a\n'],
    ['a[№] ', '№ a\n'],
    ['A№ ', 'A№: a\n'],
  ] as const),
  ...([
    ['(', ')'],
    ['[', ']'],
    ['“', '”'],
    ['(a ', 'b) '],
    ['[1] ', '[1] a\n'],
    ['a¹ ', '¹ a\n'],
    ['*', 'a*'],
  ] as const),
  ...([
    ['a ', '(a) '],
    ['Smith (', 'a '],
    ['Mr. ', '1964 '],
    ['A\n', 'a\n'],
    ['[^1] ', '[^1]: a\n'],
    ['> ', 'a\n'],
  ] as const),
  ...([
    ['[Page 1]\n', 'a\n'],
    ['TO: X\n', 'a\n'],
    [' ', '\n'],
    ['a\n', '1. a\n'],
    ['SECRET\n', 'A\n\n'],
  ] as const),
];
const MARKUP_PAIRS: readonly (readonly [string, string])[] = [
  ...([
    ['<ref target="#p№"/>', '<p xml:id="p№"/>'],
    ['<a href="#n№">№</a>', '<p id="n№">№ a</p>'],
  ] as const),
  ...([
    ['<p>', '</p>'],
    ['<hi>', '</hi>'],
    ['<div>', '</div>'],
    ['<note>', '</note>'],
    ['<list><item>', '</item></list>'],
  ] as const),
  ...([
    ['<b>', '</b>'],
    ['<table><row><cell>', '</cell></row></table>'],
    ['<a b="', '">'],
    ['<!--', '-->'],
  ] as const),
];

const asPair = ([unit, rest]: readonly [string, string]): Kind => ({ unit, rest });
const alone = (list: readonly string[]): readonly Kind[] => distinct(list).map((unit) => ({ unit }));
/** Words as one long line, and each on a line of its own. */
const inBothForms = (list: readonly string[]): readonly Kind[] =>
  alone([...list, ...list.filter((unit) => !isLine(unit)).map((unit) => `${unit}\n`)]);

/** All kinds of repetition for each kind of text. */
export const kinds: Readonly<Record<KindOfText, readonly Kind[]>> = {
  text: [...inBothForms([...SIGNS, ...WORDS, ...LINES, ...PROSE, ...FORMS, ...COUNTED]), ...PAIRS.map(asPair)],
  syntax: [
    ...inBothForms([...SYNTAX, ...SIGNS, ...COUNTED_SYNTAX]),
    ...[
      ['{', '}'],
      ['[', ']'],
      ['"', '\\'],
    ].map(([unit = '', rest]) => ({ unit, ...(rest && { rest }) })),
  ],
  markup: [...alone([...TAGS, ...NESTED, ...COUNTED_TAGS]), ...MARKUP_PAIRS.map(asPair)],
};

/** So many of a list, spread evenly over it; the same each time. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter(
    (_, at) => Math.floor((at * count) / list.length) !== Math.floor(((at - 1) * count) / list.length),
  );
}

/**
 * The kinds that tell most in few minutes: every pair, and of the signs, words and lines as many as make 72. Each reader begins elsewhere in the list (`place`), so that all
 * readers together see nearly all.
 */
export function tellingKinds(of: KindOfText, place: number): readonly Kind[] {
  const list = kinds[of];
  const pairs = list.filter(({ rest }) => rest !== undefined);
  const others = list.filter(({ rest }) => rest === undefined);
  const start = (place * 5) % others.length;
  return [...spread([...others.slice(start), ...others.slice(0, start)], 72 - pairs.length), ...pairs];
}

/**
 * Kinds of one to six pieces in an order of chance, of small sets of signs or of whole words and lines, some in two halves; the same for the same seed. What is found slow by
 * nobody's choice is slow by somebody's.
 */
export function randomKinds(count: number, seed: number, of: KindOfText): readonly Kind[] {
  const random = generator(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const pieces = distinct(kinds[of].flatMap(({ unit, rest }) => (rest === undefined ? [unit] : [unit, rest])));
  const unit = (): string => {
    const alphabet = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(pieces));
    const joined = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(alphabet)).join('');
    return random() < 0.2 ? `${joined}\n` : joined;
  };
  return Array.from({ length: count }, () => (random() < 0.3 ? { unit: unit(), rest: unit() } : { unit: unit() }));
}

/** Numbers from 0 to 1, the same for the same seed: Mulberry32, whose 32 bits of state are enough here. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
