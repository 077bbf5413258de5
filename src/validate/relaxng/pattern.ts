import type { Datatype } from './datatype.js';
import type { NameClass } from './name-class.js';

/** The patterns of the simple form (specification §6.2), and `after`, which derivatives need: this content first, then that. */
export type Kind =
  | 'notAllowed'
  | 'empty'
  | 'text'
  | 'choice'
  | 'group'
  | 'interleave'
  | 'oneOrMore'
  | 'after'
  | 'element'
  | 'attribute'
  | 'data'
  | 'value'
  | 'list';

/** What a pattern's content is made of; the higher wins where patterns are combined. */
export const CONTENT = { empty: 0, element: 1, mixed: 2, data: 3 } as const;

/** What a pattern holds outside of other elements, attributes and lists, as bits. */
export const HOLDS = { element: 1, attribute: 2, text: 4 } as const;

/** What `data` and `value` test, and what `data` excepts. */
export interface DataTest {
  readonly datatype: Datatype;
  /** Of `value` only: the value, in its canonical form. */
  readonly value?: string;
  /** Of `value` only: the value as the schema writes it. */
  readonly written?: string;
  /** Of `data` only. */
  readonly except?: Pattern;
}

export interface PatternParts {
  readonly left?: Pattern;
  readonly right?: Pattern;
  readonly names?: NameClass;
  readonly content?: () => Pattern;
  readonly test?: DataTest;
}

/** A memo table: what a function of a name gives for one pattern, by the number of the name. */
export type Memo = Pattern[];

/**
 * A pattern. Equal patterns are the same object ({@link PatternBuilder} sees to it), so that what has been derived from a pattern is
 * remembered on it and the schema turns, while it is used, into a table of states and transitions.
 */
export class Pattern {
  readonly kind: Kind;
  readonly id: number;
  readonly nullable: boolean;
  /** One of {@link CONTENT}. */
  readonly contentType: number;
  /** The sum of {@link HOLDS}: what is not there need not be looked for. */
  readonly holds: number;
  readonly isNotAllowed: boolean;
  /** The operands; a pattern without operands is its own. */
  readonly left: Pattern;
  readonly right: Pattern;
  readonly names: NameClass | undefined;
  readonly test: DataTest | undefined;
  #content: Pattern | undefined;
  readonly #makeContent: (() => Pattern) | undefined;

  /** `after` patterns that begin with this one, by what comes then. */
  readonly afters: Map<Pattern, Pattern> = new Map();
  openMemo: Memo | undefined;
  recoverMemo: Memo | undefined;
  attributeMemo: Memo | undefined;
  endAttributesMemo: Pattern | undefined;
  ignoreAttributesMemo: Pattern | undefined;
  textOnlyMemo: Pattern | undefined;
  mixedTextMemo: Pattern | undefined;
  endTagMemo: Pattern | undefined;

  constructor(kind: Kind, id: number, { left, right, names, content, test }: PatternParts) {
    this.kind = kind;
    this.id = id;
    this.left = left ?? this;
    this.right = right ?? this;
    this.names = names;
    this.test = test;
    this.#makeContent = content;
    this.nullable = isNullable(kind, this.left, this.right);
    this.contentType = contentTypeOf(kind, this.left, this.right);
    this.holds = holdsOf(kind, this.left, this.right);
    this.isNotAllowed = kind === 'notAllowed' || (kind === 'after' && this.left.isNotAllowed);
  }

  /** The content of an element or attribute; made when it is first asked for, since schemas are recursive. */
  get content(): Pattern {
    if (this.#content === undefined) this.#content = this.#makeContent === undefined ? this : this.#makeContent();
    return this.#content;
  }
}

function isNullable(kind: Kind, left: Pattern, right: Pattern): boolean {
  switch (kind) {
    case 'empty':
    case 'text':
      return true;
    case 'choice':
      return left.nullable || right.nullable;
    case 'group':
    case 'interleave':
      return left.nullable && right.nullable;
    case 'oneOrMore':
      return left.nullable;
    default:
      return false;
  }
}

function contentTypeOf(kind: Kind, left: Pattern, right: Pattern): number {
  switch (kind) {
    case 'text':
      return CONTENT.mixed;
    case 'element':
      return CONTENT.element;
    case 'data':
    case 'value':
    case 'list':
      return CONTENT.data;
    case 'after':
    case 'oneOrMore':
      return left.contentType;
    case 'choice':
    case 'group':
    case 'interleave':
      return Math.max(left.contentType, right.contentType);
    default:
      return CONTENT.empty;
  }
}

function holdsOf(kind: Kind, left: Pattern, right: Pattern): number {
  switch (kind) {
    case 'element':
    case 'attribute':
    case 'text':
      return HOLDS[kind];
    case 'after':
    case 'oneOrMore':
      return left.holds;
    case 'choice':
    case 'group':
    case 'interleave':
      return left.holds | right.holds;
    default:
      return 0;
  }
}

/** Makes patterns in their simplest form (specification §4.20, §4.21), each only once. */
export class PatternBuilder {
  readonly #made = new Map<string, Pattern>();
  #count = 0;
  readonly notAllowed: Pattern = this.#make('notAllowed', {});
  readonly empty: Pattern = this.#make('empty', {});
  readonly text: Pattern = this.#make('text', {});

  #make(kind: Kind, parts: PatternParts): Pattern {
    return new Pattern(kind, this.#count++, parts);
  }

  #intern(kind: Kind, left: Pattern, right: Pattern): Pattern {
    const key = `${kind} ${left.id} ${right.id}`;
    let pattern = this.#made.get(key);
    if (pattern === undefined) {
      pattern = this.#make(kind, { left, right });
      this.#made.set(key, pattern);
    }
    return pattern;
  }

  element(names: NameClass, content: () => Pattern): Pattern {
    return this.#make('element', { names, content });
  }

  attribute(names: NameClass, content: Pattern): Pattern {
    if (content === this.notAllowed) return content;
    return this.#make('attribute', { names, content: () => content });
  }

  data(datatype: Datatype, except?: Pattern): Pattern {
    return this.#make('data', { test: { datatype, ...(except === undefined ? {} : { except }) } });
  }

  /** @param value In the datatype's canonical form. @param written As the schema writes it. */
  value(datatype: Datatype, value: string, written: string): Pattern {
    return this.#make('value', { test: { datatype, value, written } });
  }

  list(content: Pattern): Pattern {
    if (content === this.notAllowed) return content;
    return this.#intern('list', content, content);
  }

  oneOrMore(content: Pattern): Pattern {
    if (content.kind === 'text' || content.kind === 'oneOrMore' || content.kind === 'empty' || content.isNotAllowed)
      return content;
    return this.#intern('oneOrMore', content, content);
  }

  optional(content: Pattern): Pattern {
    return this.choiceOf([content, this.empty]);
  }

  group(left: Pattern, right: Pattern): Pattern {
    return this.#sequence('group', left, right);
  }

  interleave(left: Pattern, right: Pattern): Pattern {
    return this.#sequence('interleave', left, right);
  }

  #sequence(kind: 'group' | 'interleave', left: Pattern, right: Pattern): Pattern {
    if (left === this.notAllowed || right === this.notAllowed) return this.notAllowed;
    if (left === this.empty) return right;
    if (right === this.empty) return left;
    return this.#intern(kind, left, right);
  }

  choice(left: Pattern, right: Pattern): Pattern {
    if (left === right || right === this.notAllowed) return left;
    if (left === this.notAllowed) return right;
    if (left === this.empty && right.nullable) return right;
    if (right === this.empty && left.nullable) return left;
    if (left.kind === 'after' && right.kind === 'after') {
      const joined = this.#choiceOfAfters(left, right);
      if (joined !== undefined) return joined;
    }
    // Alternatives stand in a chain to the right, each once: the same set made in the same order is the same pattern.
    if (left.kind === 'choice') return this.choice(left.left, this.choice(left.right, right));
    if (hasAlternative(right, left)) return right;
    return this.#intern('choice', left, right);
  }

  /** A choice of many: what `choice` of one after the other gives, without its searches. */
  choiceOf(patterns: readonly Pattern[]): Pattern {
    const present = new Set<Pattern>();
    let result = this.notAllowed;
    for (const alternative of patterns.flatMap((p) => [...alternativesOf(p)]).reverse()) {
      const isEmptyAgain = alternative === this.empty && result.nullable;
      if (alternative === this.notAllowed || isEmptyAgain || present.has(alternative)) continue;
      const isAlone = result === this.notAllowed || (result === this.empty && alternative.nullable);
      result = isAlone ? alternative : this.#intern('choice', alternative, result);
      present.add(alternative);
    }
    return result;
  }

  #choiceOfAfters(left: Pattern, right: Pattern): Pattern | undefined {
    if (left.left === right.left) return this.after(left.left, this.choice(left.right, right.right));
    if (left.isNotAllowed) return right;
    if (right.isNotAllowed) return left;
    if (left.right === right.right) return this.after(this.choice(left.left, right.left), left.right);
    return undefined;
  }

  /** This content, then that; not reduced where the content is not allowed, so that what comes then is not forgotten. */
  after(content: Pattern, then: Pattern): Pattern {
    let pattern = content.afters.get(then);
    if (pattern === undefined) {
      pattern = this.#make('after', { left: content, right: then });
      content.afters.set(then, pattern);
    }
    return pattern;
  }
}

/** The alternatives of a choice; a pattern that is none is its only one. */
export function* alternativesOf(p: Pattern): Generator<Pattern> {
  let rest = p;
  for (; rest.kind === 'choice'; rest = rest.right) yield rest.left;
  yield rest;
}

function hasAlternative(choice: Pattern, alternative: Pattern): boolean {
  let rest = choice;
  while (rest.kind === 'choice') {
    if (rest.left === alternative) return true;
    rest = rest.right;
  }
  return rest === alternative;
}
