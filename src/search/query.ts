import { eachWord, folded } from './words.js';

/** A word of a query: as it is compared, and whether words count that begin with it. */
export interface Slot {
  readonly word: string;
  readonly isBeginning: boolean;
}

/** What a query asks of a document. */
export type Query =
  | { readonly type: 'all' }
  | { readonly type: 'phrase'; readonly slots: readonly Slot[] }
  | { readonly type: 'not'; readonly query: Query }
  | { readonly type: 'and' | 'or'; readonly queries: readonly Query[] };

export interface ReadQuery {
  readonly query: Query;
  /** Words that are too frequent to be sought alone. */
  readonly ignored: readonly string[];
}

/** How many letters a beginning has at least (`ab*`): one alone would be half the dictionary. */
const SHORTEST_BEGINNING = 2;

type Token =
  | { readonly type: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | { readonly type: 'phrase'; readonly slots: readonly Slot[] };

/**
 * Reads a query: words, of which a document must have all; `"a phrase"`; `AND`, `OR`, `NOT` in capitals (`NOT` binds closest, then `AND`), `-word`,
 * parentheses; `word*` for what begins so. Whatever is typed is a query: an operator without its words, or a parenthesis without its other, is passed over.
 */
export function readQuery(text: string, stopWords: ReadonlySet<string>): ReadQuery {
  const ignored: string[] = [];
  const tokens = tokensOf(text).filter((token) => {
    const isFrequent = token.type === 'phrase' && isStopWordAlone(token.slots, stopWords);
    if (isFrequent) ignored.push(token.slots[0]?.word ?? '');
    return !isFrequent;
  });
  return { query: new Parser(tokens).run(), ignored: [...new Set(ignored)] };
}

function isStopWordAlone(slots: readonly Slot[], stopWords: ReadonlySet<string>): boolean {
  const [first] = slots;
  return slots.length === 1 && first !== undefined && !first.isBeginning && stopWords.has(first.word);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const forms = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([()])|(?<=^|[\s(])-(?=[^\s-])|[^\s()"“”„«»]+/gu;
  for (const [whole, phrase, parenthesis] of text.matchAll(forms)) {
    if (parenthesis === '(' || parenthesis === ')') tokens.push({ type: parenthesis });
    else if (whole === 'AND' || whole === 'OR' || whole === 'NOT') tokens.push({ type: whole });
    else if (whole === '-') tokens.push({ type: 'NOT' });
    else {
      const slots = slotsOf(phrase ?? whole);
      if (slots.length > 0) tokens.push({ type: 'phrase', slots });
    }
  }
  return tokens;
}

function slotsOf(text: string): readonly Slot[] {
  const slots: Slot[] = [];
  eachWord(text, (start, end) => {
    const word = folded(text.slice(start, end));
    if (word !== '') slots.push({ word, isBeginning: text[end] === '*' && word.length >= SHORTEST_BEGINNING });
  });
  return slots;
}

/** Descends by what binds: OR holds ANDs, which hold what may be denied. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  run(): Query {
    const found: Query[] = [];
    while (this.#at < this.#tokens.length) {
      const query = this.#either();
      if (query !== undefined) found.push(query);
      // A parenthesis that closes nothing.
      else this.#at++;
    }
    return together('and', found) ?? { type: 'all' };
  }

  #either(): Query | undefined {
    const found: Query[] = [];
    for (;;) {
      const query = this.#all();
      if (query !== undefined) found.push(query);
      if (!this.#takes('OR')) return together('or', found);
    }
  }

  #all(): Query | undefined {
    const found: Query[] = [];
    for (;;) {
      if (this.#takes('AND')) continue;
      const query = this.#one();
      if (query === undefined) return together('and', found);
      found.push(query);
    }
  }

  #one(): Query | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.type === ')' || token.type === 'OR') return undefined;
    this.#at++;
    if (token.type === 'phrase') return token;
    if (token.type === 'NOT') {
      const query = this.#one();
      return query && { type: 'not', query };
    }
    if (token.type === 'AND') return this.#one();
    const inner = this.#either();
    this.#takes(')');
    // Empty parentheses say nothing.
    return inner ?? this.#one();
  }

  #takes(type: Token['type']): boolean {
    const is = this.#tokens[this.#at]?.type === type;
    if (is) this.#at++;
    return is;
  }
}

function together(type: 'and' | 'or', queries: readonly Query[]): Query | undefined {
  return queries.length < 2 ? queries[0] : { type, queries };
}

/** The phrases that a document may be found by: what is marked in it. */
export function soughtIn(query: Query): readonly (readonly Slot[])[] {
  if (query.type === 'phrase') return [query.slots];
  if (query.type === 'and' || query.type === 'or') return query.queries.flatMap(soughtIn);
  return [];
}
