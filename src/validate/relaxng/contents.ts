import { displayName } from './expectation.js';
import { spelledNames } from './name-class.js';
import { NameSet, NO_NAMES, shownName } from './name-overlap.js';
import { alternativesOf, type Pattern } from './pattern.js';
import type { Places } from './simplification.js';
import { SchemaError } from './syntax.js';

/** Content types in their order (specification §7.2): nothing or attributes alone, elements and text, values. */
const NOTHING = 0;
const COMPLEX = 1;
const SIMPLE = 2;

/** What a part of the content of an element is made of, as far as parts may not come together. */
interface Content {
  readonly type: number;
  readonly attributes: NameSet;
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
  #element: Pattern | undefined;

  constructor(places: Places) {
    this.#places = places;
  }

  /** @throws SchemaError at the first that is wrong */
  check(element: Pattern): void {
    this.#element = element;
    this.#of(element.content);
  }

  #of(p: Pattern): Content {
    let content = this.#known.get(p);
    if (content === undefined) {
      content = this.#make(p);
      this.#known.set(p, content);
    }
    return content;
  }

  #make(p: Pattern): Content {
    switch (p.kind) {
      case 'element':
        return ELEMENT;
      case 'text':
        return TEXT;
      case 'attribute':
        this.#of(p.content);
        return { ...EMPTY, attributes: p.names === undefined ? NO_NAMES : NameSet.of(p.names) };
      case 'data':
        if (p.test?.except !== undefined) this.#of(p.test.except);
        return VALUE;
      case 'value':
      case 'list':
        return VALUE;
      case 'oneOrMore': {
        const inner = this.#of(p.left);
        if (inner.type === SIMPLE) throw this.#broken('a value may not be repeated but in a list', '7.2');
        return inner;
      }
      case 'choice':
        return joined(Array.from(alternativesOf(p), (part) => this.#of(part)));
      case 'group':
      case 'interleave':
        return this.#together(p);
      default:
        return EMPTY;
    }
  }

  #together(p: Pattern): Content {
    const operands = operandsOf(p);
    const parts = operands.map((part) => this.#of(part));
    const notEmpty = parts.filter((part) => part.type !== NOTHING);
    if (notEmpty.length > 1 && notEmpty.some((part) => part.type === SIMPLE))
      throw this.#broken('a value may not stand beside elements, text or another value but in a list', '7.2');
    if (p.kind === 'interleave') this.#interleaved(operands, parts);
    return { ...joined(parts), attributes: this.#attributes(parts) };
  }

  #attributes(parts: readonly Content[]): NameSet {
    const withAttributes = parts.filter((part) => !part.attributes.isEmpty);
    const [only] = withAttributes;
    if (only === undefined || withAttributes.length === 1) return only?.attributes ?? NO_NAMES;
    const all = new NameSet();
    for (const { attributes } of withAttributes) {
      const twice = all.absorb(attributes);
      if (twice !== undefined)
        throw this.#broken(`the attribute ${shownName(twice, displayName)} is there twice`, '7.3');
    }
    return all;
  }

  #interleaved(operands: readonly Pattern[], parts: readonly Content[]): void {
    const withElements = operands.filter((_, i) => parts[i]?.hasElements);
    const all = new NameSet();
    for (const operand of withElements.length < 2 ? [] : withElements) {
      const twice = all.absorb(elementsIn(operand));
      if (twice !== undefined)
        throw this.#broken(`the element ${shownName(twice, displayName)} is in two parts of an interleave`, '7.4');
    }
    if (parts.filter((part) => part.hasText).length > 1)
      throw this.#broken('`text` is in two parts of an interleave', '7.4');
  }

  #broken(problem: string, section: string): SchemaError {
    const element = this.#element;
    const [name] = element?.names === undefined ? [] : spelledNames(element.names);
    const where = name === undefined ? '' : `in the content of \`${displayName(name)}\`, `;
    return new SchemaError(`${where}${problem}`, element && this.#places.get(element), section);
  }
}

/** What alternatives allow together. */
function joined(parts: readonly Content[]): Content {
  let [type, hasElements, hasText] = [NOTHING, false, false];
  for (const part of parts) {
    if (part.type > type) type = part.type;
    hasElements ||= part.hasElements;
    hasText ||= part.hasText;
  }
  return { type, attributes: NameSet.joined(parts.map((part) => part.attributes)), hasElements, hasText };
}

/** The names of the elements that a pattern may begin with or hold beside each other. */
function elementsIn(pattern: Pattern): NameSet {
  const names: NameSet[] = [];
  const seen = new Set<Pattern>();
  const waiting = [pattern];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    if (p.kind === 'element' && p.names !== undefined) names.push(NameSet.of(p.names));
    else if (p.kind !== 'attribute' && p.left !== p) waiting.push(p.right, p.left);
  }
  return NameSet.joined(names);
}

/** What a group of groups, or an interleave of interleaves, is made of. */
function operandsOf(p: Pattern): readonly Pattern[] {
  const operands: Pattern[] = [];
  const waiting = [p];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === p.kind) waiting.push(next.right, next.left);
    else operands.push(next);
  }
  return operands;
}
