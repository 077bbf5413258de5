import { nameCharacters } from './xsd-types.js';

/** The multi-character escapes of XML Schema's regular expressions (part 2, appendix F.1.1) as sets of ECMAScript's. */
const ESCAPES: Readonly<Record<string, string>> = {
  s: '[ \\t\\n\\r]',
  S: '[^ \\t\\n\\r]',
  i: `[${nameCharacters.start}]`,
  I: `[^${nameCharacters.start}]`,
  c: `[${nameCharacters.all}]`,
  C: `[^${nameCharacters.all}]`,
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
};

/** Blocks of Unicode that schemas name with `\p{Is…}`; ECMAScript has scripts and categories only. */
const BLOCKS: Readonly<Record<string, string>> = {
  BasicLatin: '\\u{0}-\\u{7F}',
  'Latin-1Supplement': '\\u{80}-\\u{FF}',
  'LatinExtended-A': '\\u{100}-\\u{17F}',
  'LatinExtended-B': '\\u{180}-\\u{24F}',
  IPAExtensions: '\\u{250}-\\u{2AF}',
  SpacingModifierLetters: '\\u{2B0}-\\u{2FF}',
  CombiningDiacriticalMarks: '\\u{300}-\\u{36F}',
  Greek: '\\u{370}-\\u{3FF}',
  Cyrillic: '\\u{400}-\\u{4FF}',
  Hebrew: '\\u{590}-\\u{5FF}',
  Arabic: '\\u{600}-\\u{6FF}',
  LatinExtendedAdditional: '\\u{1E00}-\\u{1EFF}',
  GeneralPunctuation: '\\u{2000}-\\u{206F}',
  PrivateUse: '\\u{E000}-\\u{F8FF}',
};

/** Characters that ECMAScript's `v` mode wants escaped inside a class, and XML Schema does not. */
const CLASS_PUNCTUATION = new Set('()[{}/|'.split(''));
const DOUBLED = new Set('&!#$%*+,.:;<=>?@^`~'.split(''));

/** How deep brackets may stand in one another. */
export const DEEPEST = 200;

/** Reads what stands for one character in a regular expression of XML Schema (part 2, appendix F), as sets of ECMAScript's `v` mode. */
export class CharacterReader {
  readonly #in: string;
  at = 0;

  constructor(pattern: string) {
    this.#in = pattern;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#in.length;
  }

  /** The character here, which stays where it is; empty at the end. */
  get here(): string {
    return this.#in[this.at] ?? '';
  }

  next(): string {
    const code = this.#in.codePointAt(this.at);
    if (code === undefined) throw new SyntaxError('it ends too early');
    const c = String.fromCodePoint(code);
    this.at += c.length;
    return c;
  }

  /** After a backslash: an escape, in a class or outside. */
  escape(): string {
    const c = this.next();
    if (c === 'p' || c === 'P') return this.#property(c);
    const set = ESCAPES[c];
    if (set !== undefined) return set;
    if ('nrt'.includes(c)) return `\\${c}`;
    if (/[\\|.?*+(){}[\]^$/-]/.test(c)) return `\\${c}`;
    if (/[A-Za-z0-9]/.test(c)) throw new SyntaxError(`\\${c} is no escape`);
    return c;
  }

  #property(p: 'p' | 'P'): string {
    const name = /^\{([^}]*)\}/.exec(this.#in.slice(this.at))?.[1];
    if (name === undefined) throw new SyntaxError(`\\${p} without a name in braces`);
    this.at += name.length + 2;
    if (!name.startsWith('Is')) return `\\${p}{${name}}`;
    const block = BLOCKS[name.slice(2)];
    if (block === undefined) throw new SyntaxError(`the block ${name} is not known`);
    return p === 'p' ? `[${block}]` : `[^${block}]`;
  }

  /** After `[`: up to its `]`, with subtraction (`[a-z-[aeiou]]` → `[[a-z]--[aeiou]]`). */
  class(depth = 0): string {
    if (depth > DEEPEST) throw new SyntaxError(`classes stand more than ${DEEPEST} deep in one another`);
    const negation = this.#in[this.at] === '^' ? '^' : '';
    this.at += negation.length;
    let members = '';
    let subtracted: string | undefined;
    while (this.at < this.#in.length && this.#in[this.at] !== ']') {
      if (this.#in.startsWith('-[', this.at)) {
        this.at += 2;
        subtracted = this.class(depth + 1);
      } else members += this.#member(members === '');
    }
    if (this.#in[this.at] !== ']') throw new SyntaxError('a character class is not closed');
    this.at += 1;
    const positive = `[${negation}${members}]`;
    return subtracted === undefined ? positive : `[${positive}--${subtracted}]`;
  }

  #member(isFirst: boolean): string {
    const c = this.next();
    if (c === '\\') return this.escape();
    if (c === '-') return isFirst || this.#in[this.at] === ']' || this.#in.startsWith('-[', this.at) ? '\\-' : '-';
    if (CLASS_PUNCTUATION.has(c)) return `\\${c}`;
    // A doubled punctuation mark is reserved in `v` mode; escaping the marks that may be escaped keeps it plain.
    return DOUBLED.has(c) ? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}` : c;
  }
}
