import type { Span } from '../model/position.js';
import { dataOf } from './yaml-data.js';
import { type Document, isMap, isPair, isScalar, type Node, type Pair, parseDocument } from './yaml-tree.js';

/** A problem of the YAML itself, with the place in the text. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

/** A path into the data: names of keys and indexes of lists. */
export type YamlPath = readonly (string | number)[];

/** YAML as plain data that still knows where each part of it stands. */
export interface YamlTree {
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** Where the value at a path stands; for a path that does not exist, the nearest value above it. */
  valueSpan(path: YamlPath): Span;
  /** Where the key at a path stands; the value's place where the last step is no key. */
  keySpan(path: YamlPath): Span;
  /**
   * Where each character of the text at a path stands: a function from offsets in the text to offsets in the YAML. In a text with escapes
   * all stand where the text begins.
   */
  textOffsets(path: YamlPath): (at: number) => number;
}

/**
 * Reads YAML 1.2 with its failsafe schema: every scalar is a string, as it is written, so that the ISBN `0160505941` keeps its zero, `1.10` its
 * length and `no` its word. Never throws: what is wrong is in `problems`.
 */
export function readYaml(text: string): YamlTree {
  const { document, isTooDeep } = parsed(text);
  // All that follows the first mistake of syntax is its consequence, up to a hundred for a bracket; a doubled key is a mistake by itself.
  let problems: readonly YamlProblem[] = document.errors.slice(0, 1).map((e) => ({
    message: OWN_WORDS[e.code] ?? e.message,
    span: { start: e.pos[0], end: e.pos[1] },
  }));
  if (isTooDeep) problems = [{ message: TOO_DEEP, span: { start: 0, end: 0 } }];
  let value: unknown;
  try {
    const data = dataOf(document.contents, text);
    problems = byPlace(problems, data.doubled);
    if (problems.length === 0) value = data.value;
  } catch (error) {
    if (problems.length === 0)
      problems = [
        {
          message: error instanceof RangeError ? TOO_DEEP : (error as Error).message,
          span: { start: 0, end: 0 },
        },
      ];
  }
  const pairs: Pairs = new WeakMap();
  return {
    value,
    problems,
    valueSpan: (path) => spanOf(descend(document.contents, path, pairs).node),
    keySpan: (path) => {
      const { node, pair } = descend(document.contents, path, pairs);
      return spanOf(isPair(pair) ? (pair.key as Node) : node);
    },
    textOffsets: (path) => textOffsets(text, descend(document.contents, path, pairs).node),
  };
}

/** The parser calls itself for each value inside another: a text of brackets or dashes alone takes it beyond what its stack holds. */
function parsed(text: string): { readonly document: Document; readonly isTooDeep: boolean } {
  try {
    return { document: parseDocument(text, OPTIONS), isTooDeep: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: parseDocument('', OPTIONS), isTooDeep: true };
  }
}

const TOO_DEEP = 'Lists and keys stand too deep in each other to be read.';

/** What the parser says to programmers. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  MULTIPLE_DOCS: 'A line --- begins a second text here; a file holds one.',
};

const OPTIONS = { schema: 'failsafe', prettyErrors: false, uniqueKeys: false } as const;

/** Keys that stand twice, among the other problems, in the order of the text. */
function byPlace(problems: readonly YamlProblem[], doubled: readonly Node[]): readonly YamlProblem[] {
  const twice = doubled.map((key) => ({ message: 'Map keys must be unique', span: spanOf(key) }));
  return [...problems, ...twice].sort((a, b) => a.span.start - b.span.start);
}

interface Found {
  readonly node: Node | null;
  readonly pair?: Pair;
}

/** The pairs of maps by their keys; of two with one key the first. */
type Pairs = WeakMap<object, ReadonlyMap<string, Pair>>;

function descend(root: Node | null, path: YamlPath, pairs: Pairs): Found {
  let found: Found = { node: root };
  for (const step of path) {
    const next = child(found.node, step, pairs);
    if (next === undefined) return { node: found.node };
    found = next;
  }
  return found;
}

function child(node: Node | null, step: string | number, pairs: Pairs): Found | undefined {
  if (isMap(node)) {
    const pair = pairsOf(node, pairs).get(String(step));
    return pair === undefined ? undefined : { node: (pair.value ?? pair.key) as Node, pair };
  }
  if (node !== null && 'items' in node && typeof step === 'number') {
    const item = (node.items as Node[])[step];
    return item === undefined ? undefined : { node: item };
  }
  return undefined;
}

function pairsOf(map: { readonly items: readonly unknown[] }, pairs: Pairs): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known !== undefined) return known;
  const found = new Map<string, Pair>();
  for (const pair of map.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    if (!found.has(key)) found.set(key, pair);
  }
  pairs.set(map, found);
  return found;
}

/** YAML folds lines and takes indentation away, and leaves all that is not blank in its order (YAML 1.2 §6.5, §8.1): so the two texts are laid side by side. */
function textOffsets(yaml: string, node: Node | null): (at: number) => number {
  const { start, end } = spanOf(node);
  if (!isScalar(node) || typeof node.value !== 'string') return () => start;
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  if (isQuoted && /\\|''/.test(yaml.slice(start + 1, end - 1))) return () => start;
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  let next = isBlock ? yaml.indexOf('\n', start) + 1 : isQuoted ? start + 1 : start;
  const { value } = node;
  const offsets = new Uint32Array(value.length + 1);
  for (let at = 0; at < value.length; at++) {
    if (isBlank(value[at])) {
      offsets[at] = next;
      continue;
    }
    while (next < end && isBlank(yaml[next])) next++;
    offsets[at] = next++;
  }
  offsets[value.length] = next;
  return (at) => offsets[Math.max(0, Math.min(at, value.length))] ?? start;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

function spanOf(node: Node | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
