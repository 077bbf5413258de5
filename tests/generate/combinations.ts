import type { Pattern } from '../../src/validate/relaxng/pattern.js';
import { type Chain, type Grammar, nameOf } from './grammar.js';

/** Every element in every element that may hold it. */
export function* pairs(grammar: Grammar): Generator<Chain> {
  for (const [parent, path] of reachable(grammar))
    for (const child of grammar.childrenOf(parent)) yield { elements: [...path, child] };
}

/** Every element in every element that may hold it, in every element that may hold that. */
export function* triples(grammar: Grammar): Generator<Chain> {
  for (const [outer, path] of reachable(grammar))
    for (const parent of grammar.childrenOf(outer))
      for (const child of grammar.childrenOf(parent)) yield { elements: [...path, parent, child] };
}

/** Every value of every attribute of every element in every element that may hold it. */
export function* values(grammar: Grammar): Generator<Chain> {
  for (const { elements } of pairs(grammar)) {
    const last = elements.at(-1);
    if (last !== undefined) for (const value of grammar.valuesOf(last)) yield { elements, value };
  }
}

function* reachable(grammar: Grammar): Generator<[Pattern, readonly Pattern[]]> {
  for (const element of grammar.elements) {
    const path = grammar.pathTo(element);
    if (path !== undefined) yield [element, path];
  }
}

/** A chain in words: `p > note > list/@type=ordered`. */
export function inWords({ elements, value }: Chain): string {
  const names = elements.slice(-3).map(nameOf).join(' > ');
  if (value === undefined) return names;
  const attribute = value.attribute.names;
  return `${names}/@${attribute?.kind === 'name' ? attribute.local : '*'}=${value.value}`;
}
