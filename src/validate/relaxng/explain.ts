import type { Code } from '../../diagnostics/codes.js';
import { suggest } from '../../diagnostics/suggest.js';
import {
  type Expectation,
  elementNames,
  expectedAttributes,
  expectedContent,
  expectedValues,
  missingBefore,
} from './expectation.js';
import type { Mismatch, MismatchKind } from './matcher.js';
import type { Pattern } from './pattern.js';

/** What an explanation needs to know of the place. */
export interface Occurrence {
  /** The element that the event belongs to; for a start tag, its own name. */
  readonly element: string;
  /** The element's name as expectations write it, where its prefix is an unusual one. */
  readonly name?: string;
  /** The element around it; absent at the root. */
  readonly parent?: string;
  /** The element before it, where this one could have stood in the same element, but earlier. */
  readonly after?: string;
  /** The attribute's name, where one does not match. */
  readonly attribute?: string;
  /** The attribute's value or the text that does not match. */
  readonly value?: string;
}

export interface Explanation {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string>>;
}

/** How many names are listed before the rest is counted. */
const LISTED = 12;

type Explain = (mismatch: Mismatch, at: Occurrence, of: Expectations) => Explanation;

const EXPLAIN: Readonly<Record<MismatchKind, Explain>> = {
  unknownElement: ({ expected }, at, of) => {
    const facts = { name: at.element, where: where(at), expected: of.contentWords(expected, at.parent) };
    return { code: 'VA011', facts: { ...facts, suggestion: of.suggestion(at.element, of.content(expected).names) } };
  },
  elementNotAllowed: ({ expected }, at, of) => {
    const facts = { name: at.element, where: where(at), expected: of.contentWords(expected, at.parent) };
    return { code: 'VA010', facts: { ...facts, suggestion: of.suggestion(at.element, of.content(expected).names) } };
  },
  elementTooEarly: ({ expected }, at) => {
    const missing = missingBefore(expected, at.name ?? at.element);
    return { code: 'VA012', facts: { name: at.element, where: inside(at), missing: list(missing, 'and') } };
  },
  attributeNotAllowed: ({ expected }, at, of) => {
    const next = of.attributes(expected);
    const name = at.attribute ?? '';
    const names = next.names.includes(name) ? next.names.filter((n) => n !== name) : next.names;
    const allowed = names.length === 0 ? 'it may have no other' : `it may have ${list(names.map(tick), 'or')}`;
    return { code: 'VA013', facts: { element: at.element, name, allowed, suggestion: of.suggestion(name, names) } };
  },
  attributeValue: ({ expected }, at, of) => {
    const { values, literals } = of.values(expected);
    const facts = { element: at.element, name: at.attribute ?? '', value: shorten(at.value ?? '') };
    const meant = of.suggestion(at.value ?? '', literals, '“', '”');
    return { code: 'VA014', facts: { ...facts, expected: list(values, 'or'), suggestion: meant } };
  },
  attributeMissing: ({ expected }, at, of) => {
    const next = of.attributes(expected);
    const isOne = next.required.length > 0;
    const missing = isOne ? list(next.required.map(tick), 'and') : `one of ${list(next.names.map(tick), 'or')}`;
    return { code: 'VA015', facts: { element: at.element, missing } };
  },
  textNotAllowed: ({ expected }, at, of) => {
    const words = of.contentWords(expected, at.element);
    return { code: 'VA016', facts: { element: at.element, text: shorten(at.value ?? ''), expected: words } };
  },
  elementValue: ({ expected }, at, of) => {
    const facts = { element: at.element, value: shorten(at.value ?? '') };
    return { code: 'VA017', facts: { ...facts, expected: list(of.values(expected).values, 'or') } };
  },
  elementIncomplete: ({ expected }, at, of) => {
    const next = of.content(expected);
    const isOne = next.required.length > 0;
    const missing = isOne ? list(next.required.map(tick), 'and') : contentWords({ ...next, end: false }, at.element);
    return { code: 'VA018', facts: { element: at.element, missing } };
  },
};

/** The values that a pattern allows: in words, and those of them that are written so. */
interface Values {
  readonly values: readonly string[];
  readonly literals: readonly string[];
}

/** What patterns expect, read off each only once: a volume of an old family makes the same mistake thousands of times. */
class Expectations {
  readonly #content = new Map<Pattern, Expectation>();
  readonly #attributes = new Map<Pattern, Expectation>();
  readonly #elements = new Map<Pattern, ReadonlySet<string>>();
  readonly #values = new Map<Pattern, Values>();
  readonly #words = new Map<Pattern, Map<string | undefined, string>>();
  readonly #suggestions = new Map<readonly string[], Map<string, string>>();

  content(p: Pattern): Expectation {
    return remembered(this.#content, p, () => expectedContent(p));
  }

  attributes(p: Pattern): Expectation {
    return remembered(this.#attributes, p, () => expectedAttributes(p));
  }

  elements(p: Pattern): ReadonlySet<string> {
    return remembered(this.#elements, p, () => elementNames(p));
  }

  values(p: Pattern): Values {
    return remembered(this.#values, p, () => {
      const values = expectedValues(p);
      return { values, literals: values.flatMap((value) => /^“(.*)”$/.exec(value)?.[1] ?? []) };
    });
  }

  /** What may come in a container, as words. */
  contentWords(p: Pattern, container: string | undefined): string {
    const ofPattern = remembered(this.#words, p, () => new Map<string | undefined, string>());
    return remembered(ofPattern, container, () => contentWords(this.content(p), container));
  }

  suggestion(written: string, candidates: readonly string[], open = '`', close = '`'): string {
    const ofList = remembered(this.#suggestions, candidates, () => new Map<string, string>());
    return remembered(ofList, written, () => suggestion(written, candidates, open, close));
  }
}

function remembered<K, V>(table: Map<K, V>, key: K, make: () => V): V {
  let value = table.get(key);
  if (value === undefined) {
    value = make();
    table.set(key, value);
  }
  return value;
}

/** Says what stands at a place, and what was expected there. */
export class Explainer {
  readonly #expectations = new Expectations();

  explain(mismatch: Mismatch, at: Occurrence): Explanation {
    return EXPLAIN[mismatch.kind](mismatch, at, this.#expectations);
  }

  /** Whether a content has elements of this name, at whatever place. */
  mentions(content: Pattern, name: string): boolean {
    return this.#expectations.elements(content).has(name);
  }
}

function inside({ parent }: Occurrence): string {
  return parent === undefined ? 'at the root' : `in \`${parent}\``;
}

function where(at: Occurrence): string {
  return at.after === undefined ? inside(at) : `${inside(at)} after \`${at.after}\``;
}

function tick(name: string): string {
  return `\`${name}\``;
}

function contentWords(next: Expectation, container: string | undefined): string {
  const things = next.names.map(tick);
  if (next.isOpen) things.push('any other element');
  if (next.text) things.push('text');
  if (next.end && container !== undefined) things.push(`the end of \`${container}\``);
  return things.length === 0 ? 'nothing more' : list(things, 'or');
}

/** `a`, `b` or `c`; a long list is cut and the rest counted. */
export function list(things: readonly string[], joint: 'and' | 'or'): string {
  const shown = things.length > LISTED + 1 ? [...things.slice(0, LISTED), `${things.length - LISTED} others`] : things;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

/** A text as a message quotes it. */
export function shorten(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function suggestion(written: string, candidates: readonly string[], open: string, close: string): string {
  const meant = written.length < 2 ? undefined : suggest(written, candidates);
  return meant === undefined || meant === written ? '' : ` Did you mean ${open}${meant}${close}?`;
}
