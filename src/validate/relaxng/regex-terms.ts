import type { Credit } from './credit.js';

/** What remains to be matched: a regular expression. Equal terms are the same object. */
export interface Term {
  readonly id: number;
  readonly kind: 'empty' | 'set' | 'choice' | 'sequence' | 'repeat';
  /** Whether nothing more need come. */
  readonly nullable: boolean;
  /** Of a set: its number. */
  readonly set: number;
  /** Of a choice: the alternatives; of a sequence: its first part and the rest; of a repetition: what is repeated. */
  readonly parts: readonly Term[];
  /** Of a repetition; `max` may be infinite. */
  readonly min: number;
  readonly max: number;
}

/** Terms that one value may lead to; some 200 bytes each. */
const MOST_TERMS = 1_000_000;
/** Steps that a term is worth, for the memory that it takes. */
const TERM = 4;

/** Makes terms in their simplest form, each only once. */
export class Terms {
  readonly #made = new Map<string, Term>();
  readonly #sequences = new Map<number, Term>();
  readonly #credit: Credit;
  count = 0;
  readonly empty: Term;

  constructor(credit: Credit) {
    this.#credit = credit;
    this.empty = this.#make('empty', [], true);
  }

  #make(kind: Term['kind'], parts: readonly Term[], nullable: boolean, set = -1, min = 0, max = 0): Term {
    const key = `${kind} ${set} ${min} ${max} ${parts.map((p) => p.id).join(' ')}`;
    let term = this.#made.get(key);
    if (term === undefined) {
      term = this.#new(kind, parts, nullable, set, min, max);
      this.#made.set(key, term);
    }
    return term;
  }

  #new(kind: Term['kind'], parts: readonly Term[], nullable: boolean, set = -1, min = 0, max = 0): Term {
    if (this.count >= MOST_TERMS) this.#credit.refuse();
    this.#credit.spend(TERM + parts.length);
    return { id: this.count++, kind, nullable, set, parts, min, max };
  }

  set(number: number): Term {
    return this.#make('set', [], false, number);
  }

  choice(alternatives: readonly Term[]): Term {
    const [first = this.empty, ...others] = new Set(alternatives);
    if (others.length === 0) return first;
    const all = [first, ...others];
    return this.#make(
      'choice',
      all,
      all.some((term) => term.nullable),
    );
  }

  sequence(first: Term, rest: Term): Term {
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    const key = first.id * 2 ** 26 + rest.id;
    let term = this.#sequences.get(key);
    if (term === undefined) {
      term = this.#new('sequence', [first, rest], first.nullable && rest.nullable);
      this.#sequences.set(key, term);
    }
    return term;
  }

  /** Counts are numbers in the term, and are never written out: `a{1,1000}` is one term, and so is what is left of it after an `a`. */
  repeat(of: Term, min: number, max: number): Term {
    if (max === 0 || of === this.empty) return this.empty;
    if (min === 1 && max === 1) return of;
    const least = of.nullable ? 0 : min;
    const [inner] = of.parts;
    if (of.kind === 'repeat' && inner !== undefined && isWithoutGaps(of, min))
      return this.repeat(inner, product(of.min, min), product(of.max, max));
    return this.#make('repeat', [of], least === 0, -1, least, max);
  }
}

/** Whether the numbers of times that a repetition of a repetition allows follow one another: (x{2,3}){2,3} is x{4,9}, (x{2}){2,3} is no x{4,6}. */
function isWithoutGaps({ min, max }: Term, times: number): boolean {
  return product(times, max) + 1 >= product(times + 1, min);
}

/** No times without end is none. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
