import { TooAmbiguous } from './credit.js';
import { Automaton, type Regex } from './regex-automaton.js';
import type { Term, Terms } from './regex-terms.js';
import { CharacterReader, DEEPEST } from './xsd-characters.js';

/**
 * Makes a regular expression of XML Schema (part 2, appendix F) ready to be matched against whole values, in time and memory in proportion to the value.
 * @throws SyntaxError where it is not one, or names a block that is not known.
 */
export function xsdRegex(pattern: string): Automaton {
  const sets = new CharacterSets();
  const regex: Regex = { sets: sets.tests, term: (terms) => new Reading(pattern, sets, terms).whole() };
  try {
    return new Automaton(regex, pattern);
  } catch (error) {
    throw error instanceof TooAmbiguous ? new SyntaxError('the regular expression is too long') : error;
  }
}

/** The sets of characters that an expression names, each once. */
class CharacterSets {
  readonly #numbers = new Map<string, number>();
  readonly tests: ((character: string) => boolean)[] = [];

  /** @param set A set as ECMAScript's `v` mode writes it. */
  ofClass(set: string): number {
    return this.#number(`[${set}`, () => {
      const expression = new RegExp(`^${set}$`, 'v');
      return (character) => expression.test(character);
    });
  }

  ofCharacter(wanted: string): number {
    return this.#number(wanted, () => (character) => character === wanted);
  }

  #number(key: string, make: () => (character: string) => boolean): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.tests.push(make()) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** What has no meaning where a character is expected. */
const MISPLACED = new Set('?*+{}])|'.split(''));

/** One reading of an expression, from left to right: `regExp ::= branch ( '|' branch )*`, `branch ::= piece*`, `piece ::= atom quantifier?`. */
class Reading {
  readonly #characters: CharacterReader;
  readonly #sets: CharacterSets;
  readonly #terms: Terms;
  #depth = 0;

  constructor(pattern: string, sets: CharacterSets, terms: Terms) {
    this.#characters = new CharacterReader(pattern);
    this.#sets = sets;
    this.#terms = terms;
  }

  whole(): Term {
    const term = this.#alternatives();
    if (!this.#characters.isAtEnd) throw new SyntaxError('a bracket is closed that is not open');
    return term;
  }

  #alternatives(): Term {
    const branches = [this.#branch()];
    while (this.#characters.here === '|') {
      this.#characters.next();
      branches.push(this.#branch());
    }
    return this.#terms.choice(branches);
  }

  #branch(): Term {
    const pieces: Term[] = [];
    const characters = this.#characters;
    while (!characters.isAtEnd && characters.here !== '|' && characters.here !== ')')
      pieces.push(this.#quantified(this.#atom()));
    return pieces.reduceRight((rest, piece) => this.#terms.sequence(piece, rest), this.#terms.empty);
  }

  #atom(): Term {
    const characters = this.#characters;
    const c = characters.next();
    if (c === '(') return this.#group();
    if (c === '[') return this.#class(characters.class());
    if (c === '.') return this.#class('[^\\n\\r]');
    if (c === '\\') return this.#class(characters.escape());
    if (MISPLACED.has(c)) throw new SyntaxError(`“${c}” stands where a character is expected`);
    return this.#terms.set(this.#sets.ofCharacter(c));
  }

  #class(set: string): Term {
    return this.#terms.set(this.#sets.ofClass(set.replace(/^\\-$/, '-')));
  }

  #group(): Term {
    if (++this.#depth > DEEPEST) throw new SyntaxError(`brackets stand more than ${DEEPEST} deep in one another`);
    const term = this.#alternatives();
    if (this.#characters.next() !== ')') throw new SyntaxError('a bracket is not closed');
    this.#depth -= 1;
    return term;
  }

  #quantified(term: Term): Term {
    const characters = this.#characters;
    switch (characters.here) {
      case '?':
        characters.next();
        return this.#terms.repeat(term, 0, 1);
      case '*':
        characters.next();
        return this.#terms.repeat(term, 0, Number.POSITIVE_INFINITY);
      case '+':
        characters.next();
        return this.#terms.repeat(term, 1, Number.POSITIVE_INFINITY);
      case '{': {
        const { min, max } = this.#counts();
        return this.#terms.repeat(term, min, max);
      }
      default:
        return term;
    }
  }

  /** `{2}`, `{2,}` or `{2,3}`. */
  #counts(): { readonly min: number; readonly max: number } {
    const characters = this.#characters;
    let written = '';
    do written += characters.next();
    while (!characters.isAtEnd && !written.endsWith('}'));
    const [, least, comma, most] = /^\{([0-9]+)(?:(,)([0-9]*))?\}$/.exec(written) ?? [];
    if (least === undefined) throw new SyntaxError(`${written} is no number of times`);
    const min = Number(least);
    const max = comma === undefined ? min : most ? Number(most) : Number.POSITIVE_INFINITY;
    if (max < min) throw new SyntaxError(`${written} asks for more times than it allows`);
    return { min, max };
  }
}
