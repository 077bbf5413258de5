import { displayName } from './expectation.js';
import { spelledNames } from './name-class.js';
import { NameGathering, type Names, NO_NAMES, shownName } from './name-overlap.js';
import { alternativesOf, type Pattern } from './pattern.js';
import type { Places } from './simplification.js';
import { SchemaError } from './syntax.js';

/** Content types in their order (specification §7.2): nothing or attributes alone, elements and text, values. */
const NOTHING = 0;
const COMPLEX = 1;
const SIMPLE = 2;

/** Groups of groups and their parts: more would overflow the stack of what reads documents by them. The largest known have some hundred. */
const DEEPEST = 1000;

/** What a part of the content of an element is made of, as far as parts may not come together. */
interface Content {
  readonly type: number;
  readonly attributes: Names;
  readonly hasElements: boolean;
  readonly hasText: boolean;
}

const EMPTY: Content = { type: NOTHING, attributes: NO_NAMES, hasElements: false, hasText: false };
const ELEMENT: Content = { ...EMPTY, type: COMPLEX, hasElements: true };
const TEXT: Content = { ...EMPTY, type: COMPLEX, hasText: true };
const VALUE: Content = { ...EMPTY, type: SIMPLE };

/** Checks contents for values beside other content (specification §7.2), attributes twice (§7.3), elements and text in two parts of an interleave (§7.4). */
export class Contents {
  readonly #places: Places;
  readonly #known = new Map<Pattern, Content>();
  readonly #names = new NameGathering();
  readonly #depths = new Map<Pattern, number>();
  #element: Pattern | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  /** @throws SchemaError at the first that is wrong */
  check(element: Pattern): void {
    this.#element = element;
    this.#checkDepth(element.content);
    this.#of(element.content);
  }

  #checkDepth(content: Pattern): void {
    if (this.#depthOf(content) > DEEPEST)
      throw this.#broken(`more than ${DEEPEST} patterns stand beside or in one another, which is too much`, undefined);
  }

  /** How deep what reads documents goes down in a pattern: in a group part by part, in a choice at once. */
  #depthOf(p: Pattern): number {
    if (p.left === p) return 1;
    let depth = this.#depths.get(p);
    if (depth === undefined) {
      const [parts, own] = partsOf(p);
      depth = parts.reduce((deepest, part) => Math.max(deepest, this.#depthOf(part)), 0) + own;
      this.#depths.set(p, depth);
    }
    return depth;
  }

  #of(p: Pattern): Content {
    if (p.kind === 'element') return ELEMENT;
    if (p.kind === 'text') return TEXT;
    if (p.kind === 'value') return VALUE;
    let content = this.#known.get(p);
    if (content === undefined) {
      content = this.#make(p);
      this.#known.set(p, content);
    }
    return content;
  }

  #make(p: Pattern): Content {
    switch (p.kind) {
      case 'attribute':
        this.#checkDepth(p.content);
        this.#of(p.content);
        return { ...EMPTY, attributes: p.names === undefined ? NO_NAMES : this.#names.of(p.names) };
      case 'data':
        if (p.test?.except !== undefined) this.#of(p.test.except);
        return VALUE;
      case 'list':
        this.#checkDepth(p.left);
        return VALUE;
      case 'oneOrMore': {
        const inner = this.#of(p.left);
        if (inner.type === SIMPLE) throw this.#broken('a value may not be repeated but in a list', '7.2');
        return inner;
      }
      case 'choice':
        return this.#joined(Array.from(alternativesOf(p), (part) => this.#of(part)));
      case 'group':
      case 'interleave':
        return this.#together(p);
      default:
        return EMPTY;
    }
  }

  #joined(parts: readonly Content[]): Content {
    return { ...summed(parts), attributes: this.#names.joined(parts.map((part) => part.attributes)) };
  }

  #together(p: Pattern): Content {
    const operands = operandsOf(p);
    const parts = operands.map((part) => this.#of(part));
    const notEmpty = parts.filter((part) => part.type !== NOTHING);
    if (notEmpty.length > 1 && notEmpty.some((part) => part.type === SIMPLE))
      throw this.#broken('a value may not stand beside elements, text or another value but in a list', '7.2');
    if (p.kind === 'interleave') this.#interleaved(operands, parts);
    return { ...summed(parts), attributes: this.#attributes(parts) };
  }

  #attributes(parts: readonly Content[]): Names {
    const { all, twice } = this.#names.together(parts.map((part) => part.attributes));
    if (twice !== undefined) throw this.#broken(`the attribute ${shownName(twice, displayName)} is there twice`, '7.3');
    return all;
  }

  #interleaved(operands: readonly Pattern[], parts: readonly Content[]): void {
    if (parts.filter((part) => part.hasText).length > 1)
      throw this.#broken('`text` is in two parts of an interleave', '7.4');
    const withElements = operands.filter((_, i) => parts[i]?.hasElements);
    if (withElements.length < 2) return;
    const { twice } = this.#names.together(withElements.map((operand) => this.#elementsIn(operand)));
    if (twice !== undefined)
      throw this.#broken(`the element ${shownName(twice, displayName)} is in two parts of an interleave`, '7.4');
  }

  /** The names of the elements in a pattern, at whatever place. */
  #elementsIn(pattern: Pattern): Names {
    const names: Names[] = [];
    const seen = new Set<Pattern>();
    const waiting = [pattern];
    for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
      if (seen.has(p)) continue;
      seen.add(p);
      if (p.kind === 'element' && p.names !== undefined) names.push(this.#names.of(p.names));
      else if (p.kind !== 'attribute' && p.left !== p) waiting.push(p.right, p.left);
    }
    return this.#names.joined(names);
  }

  #broken(problem: string, section: string | undefined): SchemaError {
    const element = this.#element;
    const [name] = element?.names === undefined ? [] : spelledNames(element.names);
    const where = name === undefined ? '' : `in the content of \`${displayName(name)}\`, `;
    return new SchemaError(`${where}${problem}`, element && this.#places.get(element), section);
  }
}

function summed(parts: readonly Content[]): Omit<Content, 'attributes'> {
  let [type, hasElements, hasText] = [NOTHING, false, false];
  for (const part of parts) {
    if (part.type > type) type = part.type;
    hasElements ||= part.hasElements;
    hasText ||= part.hasText;
  }
  return { type, hasElements, hasText };
}

/** What a group or an interleave is made of, from left to right. */
function operandsOf(p: Pattern): readonly Pattern[] {
  const operands: Pattern[] = [];
  let rest = p;
  for (; rest.kind === p.kind; rest = rest.right) operands.push(rest.left);
  operands.push(rest);
  return operands;
}

/** The parts of a pattern, and how much deeper than the deepest of them it is. */
function partsOf(p: Pattern): readonly [parts: readonly Pattern[], own: number] {
  switch (p.kind) {
    case 'oneOrMore':
      return [[p.left], 1];
    case 'choice':
      return [[...alternativesOf(p)], 1];
    case 'group':
    case 'interleave': {
      const operands = operandsOf(p);
      return [operands, operands.length];
    }
    default:
      return [[], 1];
  }
}
