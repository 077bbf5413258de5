import { Credit } from './credit.js';
import { type Term, Terms } from './regex-terms.js';

/** A regular expression as an automaton is made of it. */
export interface Regex {
  /** Characters by their numbers: whether one is in the set. */
  readonly sets: readonly ((character: string) => boolean)[];
  /** The expression in terms whose sets have those numbers; asked for again where what has been learnt is forgotten. */
  term(terms: Terms): Term;
}

/** Characters that are in the same sets are one letter: the automaton need not tell them apart. */
interface Letter {
  readonly id: number;
  readonly sets: ReadonlySet<number>;
}

/** Where a match has come to: all that may follow, as one state of a deterministic automaton. */
interface State {
  readonly terms: readonly Term[];
  readonly isFinal: boolean;
  /** The state after each letter, where it is known. */
  readonly next: (State | undefined)[];
}

/** Steps at the beginning, about a second; and for each character of a value. */
const START = 3_000_000;
const PER_CHARACTER = 100;
/** What is remembered before it is forgotten: terms, and entries of states. */
const MOST_TERMS = 100_000;
const MOST_ENTRIES = 1_000_000;
/** More letters than there can be: characters differ in no more ways than there are of them. */
const LETTERS = 2 ** 21;
const NONE: readonly Term[] = [];

/**
 * Matches whole values against a regular expression without ever going back: the alternatives are followed side by side, as a set of
 * partial derivatives (V. Antimirov, “Partial derivatives of regular expressions and finite automaton constructions”, 1996), and each set that
 * has been met becomes a state, so that a character costs a look-up. Time and memory are in proportion to the value, for every expression.
 */
export class Automaton {
  readonly #regex: Regex;
  readonly #credit: Credit;
  readonly #letters = new Map<string, Letter>();
  readonly #letterOf = new Map<number, Letter>();
  readonly #ascii: (Letter | undefined)[] = new Array(128).fill(undefined);
  #terms: Terms;
  #start: State;
  /** Terms of the expression itself. */
  readonly #own: number;
  #done: readonly Term[];
  /** By the number of the term where a state has only one, by the numbers of all where it has more. */
  #states = new Map<string | number, State>();
  /** Terms after a letter, by the number of the term and of the letter. */
  #derived = new Map<number, readonly Term[]>();
  #entries = 0;

  /** @param name The expression as it is written, for whoever must be told that it is too ambiguous. */
  constructor(regex: Regex, name: string) {
    this.#regex = regex;
    this.#credit = new Credit(START, name);
    this.#terms = new Terms(this.#credit);
    this.#done = [this.#terms.empty];
    this.#start = this.#state([regex.term(this.#terms)]);
    this.#own = this.#terms.count;
  }

  /** @throws TooAmbiguous where the value has more readings than can be followed */
  matches(value: string): boolean {
    this.#credit.earn(PER_CHARACTER * value.length);
    if (this.#terms.count - this.#own > MOST_TERMS) this.#forgetAll();
    let state = this.#start;
    for (let at = 0; at < value.length; at++) {
      const code = value.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      const letter = (code < 128 ? this.#ascii[code] : this.#letterOf.get(code)) ?? this.#newLetter(code);
      const next = state.next[letter.id] ?? this.#after(state, letter);
      if (next.terms.length === 0) return false;
      state = next;
    }
    return state.isFinal;
  }

  #newLetter(code: number): Letter {
    const { sets } = this.#regex;
    const character = String.fromCodePoint(code);
    const within = [...sets.keys()].filter((set) => sets[set]?.(character) === true);
    const key = within.join(' ');
    const letter = this.#letters.get(key) ?? { id: this.#letters.size, sets: new Set(within) };
    this.#letters.set(key, letter);
    if (code < 128) this.#ascii[code] = letter;
    else this.#letterOf.set(code, letter);
    return letter;
  }

  #after(state: State, letter: Letter): State {
    if (this.#entries > MOST_ENTRIES) this.#forgetStates();
    const [only] = state.terms;
    const next = this.#state(
      only !== undefined && state.terms.length === 1 ? this.#derivatives(only, letter) : this.#union(state, letter),
    );
    state.next[letter.id] = next;
    this.#entries += 1;
    return next;
  }

  #union(state: State, letter: Letter): readonly Term[] {
    const terms = new Set<Term>();
    for (const term of state.terms) {
      const derived = this.#derivatives(term, letter);
      this.#credit.spend(1 + derived.length);
      for (const next of derived) terms.add(next);
    }
    return [...terms];
  }

  #state(given: readonly Term[]): State {
    const terms = given.length < 2 ? given : [...given].sort((a, b) => a.id - b.id);
    this.#credit.spend(1 + terms.length);
    const key = terms.length === 1 ? (terms[0]?.id ?? 0) : terms.map((term) => term.id).join(' ');
    let state = this.#states.get(key);
    if (state === undefined) {
      state = { terms, isFinal: terms.some((term) => term.nullable), next: [] };
      this.#states.set(key, state);
      this.#entries += 1 + terms.length;
    }
    return state;
  }

  /** What may follow after a letter, each once. */
  #derivatives(term: Term, letter: Letter): readonly Term[] {
    if (term.kind === 'set') return letter.sets.has(term.set) ? this.#done : NONE;
    if (term.kind === 'empty') return NONE;
    const key = term.id * LETTERS + letter.id;
    let derived = this.#derived.get(key);
    if (derived === undefined) {
      derived = this.#derive(term, letter);
      if (derived.length > 1) derived = [...new Set(derived)];
      this.#derived.set(key, derived);
      this.#credit.spend(1 + derived.length);
      this.#entries += 1 + derived.length;
    }
    return derived;
  }

  #derive(term: Term, letter: Letter): readonly Term[] {
    const terms = this.#terms;
    const [first = term, rest = terms.empty] = term.parts;
    if (term.kind === 'choice') return term.parts.flatMap((alternative) => this.#derivatives(alternative, letter));
    if (term.kind === 'repeat') {
      const derived = this.#derivatives(first, letter);
      if (derived.length === 0) return NONE;
      const again = terms.repeat(first, Math.max(term.min - 1, 0), term.max - 1);
      return derived.map((next) => terms.sequence(next, again));
    }
    const derived = this.#derivatives(first, letter).map((next) => terms.sequence(next, rest));
    return first.nullable ? this.#withRest(derived, rest, letter) : derived;
  }

  /** The rest of a sequence whose first part may be absent; a long line of such parts must not fill the stack. */
  #withRest(derived: Term[], rest: Term, letter: Letter): readonly Term[] {
    let at = rest;
    while (at.kind === 'sequence') {
      const [first = at, others = at] = at.parts;
      for (const next of this.#derivatives(first, letter)) derived.push(this.#terms.sequence(next, others));
      this.#credit.spend(1);
      if (!first.nullable) return derived;
      at = others;
    }
    return [...derived, ...this.#derivatives(at, letter)];
  }

  #forgetStates(): void {
    this.#entries = 0;
    this.#derived = new Map();
    this.#states = new Map();
    this.#start = { ...this.#start, next: [] };
  }

  #forgetAll(): void {
    this.#terms = new Terms(this.#credit);
    this.#done = [this.#terms.empty];
    this.#forgetStates();
    this.#start = this.#state([this.#regex.term(this.#terms)]);
  }
}
