/**
 * Makes documents from a RELAX NG schema: for each place that the schema gives an element or a value, a document that has it there. Every text
 * is a word of its own, so that a word which an edition loses, moves or repeats is seen.
 */
import { type ExpandedName, spelledNames } from '../../src/validate/relaxng/name-class.js';
import type { Pattern } from '../../src/validate/relaxng/pattern.js';
import type { Schema } from '../../src/validate/relaxng/schema.js';

/** An element of a document under way. */
export interface Made {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Made | string)[];
}

/** Element patterns from the root down to where something is wanted; `value` is an attribute's value wanted on the last. */
export interface Chain {
  readonly elements: readonly Pattern[];
  readonly value?: AttributeValue;
}

/** An attribute pattern with one value that it allows. */
export interface AttributeValue {
  readonly attribute: Pattern;
  readonly value: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.tei-c.org/ns/1.0': '',
  'http://history.state.gov/frus/ns/1.0': 'frus:',
  'http://www.w3.org/1999/xhtml': 'h:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  '': '',
};

/** Values that are tried on a datatype; all that it allows are used. */
const SAMPLES: readonly string[] = [
  '1',
  '2',
  'x',
  'word',
  '#d1',
  'd1',
  'https://example.org/a_b',
  'frus1964-68v14#d3',
  '/historicaldocuments/x',
  'en',
  'true',
  '2001',
  '1961-05-28',
  '1961-05-28T10:30:00Z',
  '--05-28',
  '3em',
  '90%',
  'padding-left: 3em',
  'cetner',
  '#right #left',
  'Map of the yard.png',
  '[12]',
  'IV ',
  '0',
];

/** What a schema allows where. */
export class Grammar {
  readonly root: Pattern;
  readonly elements: readonly Pattern[];
  readonly #costs = new Map<Pattern, number>();
  readonly #children = new Map<Pattern, readonly Pattern[]>();
  readonly #holds = new Map<Pattern, Map<Pattern, boolean>>();
  readonly #paths = new Map<Pattern, readonly Pattern[]>();

  constructor(schema: Schema) {
    const root = schema.elements.find((e) => nameOf(e) === 'TEI');
    if (root === undefined) throw new Error('the schema has no TEI');
    this.root = root;
    this.elements = schema.elements;
    this.#settleCosts();
    this.#findPaths();
  }

  /** The element patterns that may stand directly in an element. */
  childrenOf(element: Pattern): readonly Pattern[] {
    let children = this.#children.get(element);
    if (children === undefined) {
      children = parts(element.content, (p) => p.kind === 'element').filter((p) => this.cost(p) < Infinity);
      this.#children.set(element, children);
    }
    return children;
  }

  /** The values, as far as they are tried, of all attributes of an element. */
  valuesOf(element: Pattern): readonly AttributeValue[] {
    return parts(element.content, (p) => p.kind === 'attribute').flatMap((attribute) => {
      if ([...spelledNames(attribute.names ?? { kind: 'anyName' })].length === 0) return [];
      return valuesOf(attribute.content).map((value) => ({ attribute, value }));
    });
  }

  /** The shortest way from the root to an element, both included; undefined where it cannot be reached. */
  pathTo(element: Pattern): readonly Pattern[] | undefined {
    return this.#paths.get(element);
  }

  /** How much must be written for a pattern, at the least. */
  cost(pattern: Pattern): number {
    return this.#costs.get(pattern) ?? Infinity;
  }

  /** Whether a pattern of content speaks of an element or attribute pattern. */
  holds(content: Pattern, wanted: Pattern): boolean {
    let known = this.#holds.get(wanted);
    if (known === undefined) {
      known = new Map();
      this.#holds.set(wanted, known);
    }
    let held = known.get(content);
    if (held === undefined) {
      held =
        content === wanted ||
        (content.left !== content && (this.holds(content.left, wanted) || this.holds(content.right, wanted)));
      known.set(content, held);
    }
    return held;
  }

  #settleCosts(): void {
    const contents = this.elements.map((e) => e.content);
    for (let changed = true; changed; ) {
      changed = false;
      for (const element of this.elements) {
        // A document of words is wanted, not one of page breaks.
        const cost = (nameOf(element) === 'pb' ? 50 : 3) + this.#costOf(element.content);
        if (cost < this.cost(element)) {
          this.#costs.set(element, cost);
          changed = true;
        }
      }
    }
    for (const content of contents) this.#costOf(content, true);
  }

  /** An empty content costs more than a text: texts are wanted. */
  #costOf(p: Pattern, isFinal = false): number {
    const cost = ((): number => {
      switch (p.kind) {
        case 'empty':
          return 1;
        case 'text':
          return 0;
        case 'element':
          return this.cost(p);
        case 'attribute':
          return 2;
        case 'choice':
          return Math.min(this.#costOf(p.left, isFinal), this.#costOf(p.right, isFinal));
        case 'group':
        case 'interleave':
          return this.#costOf(p.left, isFinal) + this.#costOf(p.right, isFinal);
        case 'oneOrMore':
          return this.#costOf(p.left, isFinal);
        case 'notAllowed':
          return Infinity;
        default:
          return 1;
      }
    })();
    if (isFinal && p.kind !== 'element') this.#costs.set(p, cost);
    return cost;
  }

  /** In a document where it can be, else in the text, else in the header. */
  #findPaths(): void {
    const below = (path: readonly Pattern[], name: string): readonly Pattern[] => {
      const child = this.childrenOf(path.at(-1) ?? this.root).find((c) => nameOf(c) === name && isDocument(c, name));
      return child === undefined ? path : [...path, child];
    };
    const text = below([this.root], 'text');
    const body = below(text, 'body');
    for (const from of [below(body, 'div'), body, text, [this.root]]) this.#walkFrom(from);
  }

  #walkFrom(start: readonly Pattern[]): void {
    const first = start.at(-1) ?? this.root;
    if (!this.#paths.has(first)) this.#paths.set(first, start);
    const waiting = [first];
    for (let p = waiting.shift(); p !== undefined; p = waiting.shift()) {
      const path = this.#paths.get(p) ?? [];
      for (const child of this.childrenOf(p)) {
        if (this.#paths.has(child)) continue;
        this.#paths.set(child, [...path, child]);
        waiting.push(child);
      }
    }
  }
}

/** Of the divisions, the one that is a document. */
function isDocument(element: Pattern, name: string): boolean {
  if (name !== 'div') return true;
  return parts(element.content, (p) => p.kind === 'attribute').some((a) => valuesOf(a.content).includes('document'));
}

/** A document with what is wanted, and what could not be put into it beside the rest. */
export interface Volume {
  readonly tei: string;
  readonly left: readonly Chain[];
}

/**
 * Writes one document that has all that is wanted, as far as one document can.
 *
 * @param space What follows each word: where nothing does, only what parts words by itself parts them.
 */
export function writeVolume(grammar: Grammar, wanted: readonly Chain[], space: '' | ' ' = ' '): Volume {
  const writer = new Writer(grammar, space);
  const root = writer.element(
    grammar.root,
    wanted.map((chain) => ({ chain, at: 0 })),
  );
  root.attributes.set('xmlns', 'http://www.tei-c.org/ns/1.0');
  root.attributes.set('xmlns:frus', 'http://history.state.gov/frus/ns/1.0');
  root.attributes.set('xmlns:h', 'http://www.w3.org/1999/xhtml');
  return { tei: `<?xml version="1.0" encoding="UTF-8"?>\n${markup(root)}\n`, left: writer.left };
}

/** A chain, and how far it has been followed: `elements[at]` is being written. */
interface Following {
  readonly chain: Chain;
  readonly at: number;
}

class Writer {
  readonly left: Chain[] = [];
  readonly #grammar: Grammar;
  readonly #space: string;
  #count = 0;

  constructor(grammar: Grammar, space: string) {
    this.#grammar = grammar;
    this.#space = space;
  }

  element(pattern: Pattern, followed: readonly Following[]): Made {
    const made: Made = { name: nameOf(pattern), attributes: new Map(), children: [] };
    const further = followed.flatMap(({ chain, at }): Following[] =>
      at + 1 < chain.elements.length || chain.value !== undefined ? [{ chain, at: at + 1 }] : [],
    );
    this.#content(pattern.content, further, made);
    return made;
  }

  /** What a chain wants next: an element, or at its end an attribute. */
  #next({ chain, at }: Following): Pattern | undefined {
    return chain.elements[at] ?? chain.value?.attribute;
  }

  #wants(p: Pattern, followed: readonly Following[]): readonly Following[] {
    return followed.filter((f) => {
      const next = this.#next(f);
      return next !== undefined && this.#grammar.holds(p, next);
    });
  }

  #content(p: Pattern, followed: readonly Following[], into: Made): void {
    switch (p.kind) {
      case 'text':
        into.children.push(`w${++this.#count}x${this.#space}`);
        return;
      case 'element':
        into.children.push(this.element(p, followed));
        return;
      case 'attribute':
        this.#attribute(p, followed, into);
        return;
      case 'choice':
        this.#choice(p, followed, into);
        return;
      case 'group':
      case 'interleave':
        this.#both(p, followed, into);
        return;
      case 'oneOrMore':
        this.#repetition(p, followed, into);
        return;
      case 'data':
      case 'value':
      case 'list':
        into.children.push(valuesOf(p)[0] ?? '');
        return;
      default:
        return;
    }
  }

  #both(p: Pattern, followed: readonly Following[], into: Made): void {
    const left = this.#wants(p.left, followed);
    this.#content(p.left, left, into);
    this.#content(
      p.right,
      this.#wants(
        p.right,
        followed.filter((f) => !left.includes(f)),
      ),
      into,
    );
  }

  #choice(p: Pattern, followed: readonly Following[], into: Made): void {
    if (followed.length === 0) {
      this.#content(this.#grammar.cost(p.left) <= this.#grammar.cost(p.right) ? p.left : p.right, [], into);
      return;
    }
    const left = this.#wants(p.left, followed);
    const right = this.#wants(
      p.right,
      followed.filter((f) => !left.includes(f)),
    );
    // Only one of the two can stand here; what wanted the other waits for another document.
    const [branch, kept, lost] = left.length >= right.length ? [p.left, left, right] : [p.right, right, left];
    for (const { chain } of lost) this.left.push(chain);
    this.#content(branch, kept, into);
  }

  /** Each of what is wanted gets a repetition of its own, with a word before and after where words may stand. */
  #repetition(p: Pattern, followed: readonly Following[], into: Made): void {
    const text = parts(p.left, (part) => part.kind === 'text')[0];
    if (followed.length === 0) {
      this.#content(text ?? p.left, [], into);
      return;
    }
    for (const f of followed) {
      if (text !== undefined) this.#content(text, [], into);
      this.#content(p.left, [f], into);
    }
    if (text !== undefined) this.#content(text, [], into);
  }

  #attribute(p: Pattern, followed: readonly Following[], into: Made): void {
    const wanted = followed.find((f) => f.chain.value?.attribute === p)?.chain.value?.value;
    for (const { chain } of followed.slice(1)) this.left.push(chain);
    const name = attributeName(p);
    if (name === undefined) return;
    const values = valuesOf(p.content);
    const isId = idKindOf(p.content) === 'ID';
    const id = into.name === 'div' && values.includes('d1') && !values.includes('x') ? 'd' : 'i';
    const isNumber = name === 'n' && into.name === 'div';
    const value = isId ? `${id}${++this.#count}` : (wanted ?? (isNumber ? String(++this.#count) : values[0]));
    into.attributes.set(name, value ?? '');
  }
}

/** The name of an element pattern, with the prefix of its namespace; of one that stands for any name, `object`. */
export function nameOf(element: Pattern): string {
  const [name] = spelledNames(element.names ?? { kind: 'anyName' });
  return name === undefined ? 'h:object' : written(name);
}

function attributeName(attribute: Pattern): string | undefined {
  const [name] = spelledNames(attribute.names ?? { kind: 'anyName' });
  return name === undefined ? undefined : written(name);
}

function written({ uri, local }: ExpandedName): string {
  return `${PREFIXES[uri] ?? ''}${local}`;
}

/** The parts of a content that are asked for, each once, without looking into elements and attributes. */
function parts(content: Pattern, isWanted: (p: Pattern) => boolean): readonly Pattern[] {
  const seen = new Set<Pattern>();
  const found: Pattern[] = [];
  const waiting = [content];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    if (isWanted(p)) found.push(p);
    if (p.kind !== 'element' && p.kind !== 'attribute' && p.left !== p) waiting.push(p.right, p.left);
  }
  return found;
}

function valuesOf(content: Pattern): readonly string[] {
  return [
    ...new Set(
      parts(content, (p) => p.kind === 'value' || p.kind === 'data' || p.kind === 'text').flatMap((p) => {
        if (p.kind === 'text') return ['word', 'a: b'];
        if (p.kind === 'value') return [p.test?.written ?? ''];
        return SAMPLES.filter((sample) => p.test?.datatype.allows(sample, () => undefined));
      }),
    ),
  ];
}

function idKindOf(content: Pattern): string | undefined {
  return parts(content, (p) => p.kind === 'data')[0]?.test?.datatype.idKind;
}

function markup({ name, attributes, children }: Made): string {
  const written = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child))).join('');
  return `<${name}${written}>${inner}</${name}>${name === 'div' || name === 'p' ? '\n' : ''}`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
