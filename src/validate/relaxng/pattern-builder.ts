import { Credit } from './credit.js';
import type { Datatype } from './datatype.js';
import type { NameClass } from './name-class.js';
import { alternativesOf, type Kind, Pattern, type PatternParts } from './pattern.js';

/** Steps that documents may cost at the beginning, some seconds; and for each tag and text. */
const START = 4_000_000;
const PER_EVENT = 1_000;
/** Steps that making a pattern is worth, which takes some 300 bytes. */
const MAKING = 4;
/** Patterns that are remembered besides those of the schema. */
const MOST_DERIVED = 500_000;

/** Makes patterns in their simplest form (specification §4.20, §4.21), each only once. */
export class PatternBuilder {
  readonly #made = new Map<string, Pattern>();
  /** All patterns since the last {@link forget}, and before them those of the schema itself. */
  readonly #all: Pattern[] = [];
  #own = 0;
  #count = 0;
  /** The work that documents may cost; none is counted while the schema is read. */
  #credit: Credit | undefined;
  readonly notAllowed: Pattern = this.#make('notAllowed', {});
  readonly empty: Pattern = this.#make('empty', {});
  readonly text: Pattern = this.#make('text', {});

  #make(kind: Kind, parts: PatternParts): Pattern {
    const pattern = new Pattern(kind, this.#count++, parts);
    this.#all.push(pattern);
    return pattern;
  }

  /** Says that the schema is whole: what is made from now on is derived from documents, in bounded work and memory. */
  seal(): void {
    this.#own = this.#all.length;
    this.#credit = new Credit(START);
  }

  /** Called for each event of a document. What has been learnt is forgotten where it has grown large; patterns in use stay what they are. */
  nextEvent(): void {
    this.#credit?.earn(PER_EVENT);
    if (this.#all.length - this.#own > MOST_DERIVED) this.forget();
  }

  /** @throws TooAmbiguous where a document has cost more work than it is long */
  spend(steps: number): void {
    this.#credit?.spend(steps);
  }

  forget(): void {
    for (const pattern of this.#all) pattern.forget();
    this.#all.length = this.#own;
    this.#made.clear();
    for (const pattern of this.#all) if (isInterned(pattern)) this.#made.set(keyOf(pattern), pattern);
  }

  #intern(kind: Kind, left: Pattern, right: Pattern): Pattern {
    const key = keyOf({ kind, left, right });
    let pattern = this.#made.get(key);
    if (pattern === undefined) {
      this.spend(MAKING);
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
    this.spend(1);
    if (this.#hasAlternative(right, left)) return right;
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
    content.afters ??= new Map();
    let pattern = content.afters.get(then);
    if (pattern === undefined) {
      this.spend(MAKING);
      pattern = this.#make('after', { left: content, right: then });
      content.afters.set(then, pattern);
    }
    return pattern;
  }

  #hasAlternative(choice: Pattern, alternative: Pattern): boolean {
    let rest = choice;
    for (let steps = 1; rest.kind === 'choice'; steps++, rest = rest.right) {
      if (rest.left === alternative) return true;
      if (steps % 16 === 0) this.spend(1);
    }
    return rest === alternative;
  }
}

function isInterned({ kind }: Pattern): boolean {
  return kind === 'choice' || kind === 'group' || kind === 'interleave' || kind === 'oneOrMore' || kind === 'list';
}

function keyOf({ kind, left, right }: Pick<Pattern, 'kind' | 'left' | 'right'>): string {
  return `${kind} ${left.id} ${right.id}`;
}
