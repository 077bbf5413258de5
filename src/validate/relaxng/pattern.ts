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
 * A pattern. Equal patterns are the same object (`PatternBuilder` sees to it), so that what has been derived from a pattern is
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
  afters: Map<Pattern, Pattern> | undefined;
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

  /** Forgets what has been derived from it. */
  forget(): void {
    this.afters = undefined;
    this.openMemo = undefined;
    this.recoverMemo = undefined;
    this.attributeMemo = undefined;
    this.endAttributesMemo = undefined;
    this.ignoreAttributesMemo = undefined;
    this.textOnlyMemo = undefined;
    this.mixedTextMemo = undefined;
    this.endTagMemo = undefined;
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

/** The alternatives of a choice; a pattern that is none is its only one. */
export function* alternativesOf(p: Pattern): Generator<Pattern> {
  let rest = p;
  for (; rest.kind === 'choice'; rest = rest.right) yield rest.left;
  yield rest;
}
