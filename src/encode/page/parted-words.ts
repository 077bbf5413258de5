import { FREQUENT_WORDS } from './frequent-words.js';

/** How often a word is used, as its place in the list of the most frequent. */
const RANKS: ReadonlyMap<string, number> = new Map(FREQUENT_WORDS.split(' ').map((word, rank) => [word, rank]));

/** What is made of a word that the end of a line parts. */
export interface Joining {
  /** Whether the hyphen goes. */
  readonly joins: boolean;
  /** Whether the words of the text and of the language leave no doubt. */
  readonly isSure: boolean;
}

/** A hyphen at the end of a line whose reading is in doubt. */
export interface DoubtfulHyphen {
  /** The word as it is printed, in one. */
  readonly word: string;
  readonly joins: boolean;
  /** The offset of its first part in the raw text. */
  readonly at: number;
}

/** First parts that the language writes with a hyphen before any word. */
const KEEPS =
  /^(?:non|anti|self|ex|all|vice|quasi|semi|mid|neo|well|long|short|high|low|half|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|anglo|sino|franco|russo|indo|afro|euro|austro|greco|italo|judeo|luso|turco|serbo|americano|pan)$/;

/** `re-sign` is not `resign`: words that are others without their hyphen. */
const OTHERS =
  /^(?:re(?:sign|form|cover|creat|count|leas|press|collect|sort|treat|dress|petition|enter|elect|mark|prove|stor|act|fund|lay|laid|join)|co(?:op|ed)|pre(?:position)|un(?:ionized))/;

/** First parts that are never written with a hyphen. */
const GLUED =
  /^(?:retro|dis|mis|un|im|ir|il|en|em|fore|hyper|micro|photo|tele|thermo|hydro|electro|mono|poly|para|auto|circum|mal)$/;

/** Ends of words that are no words. */
const SUFFIX =
  /(?:[tsc]ions?|[tsc]ional(?:ly)?|ments?|ness|[tl]y|it(?:y|ies)|ing|ings|e[dr]s?|ives?|ively|ous|ously|an(?:ce|ces|cy|t|ts)|en(?:ce|ces|cy|t|ts)|ables?|ibles?|als?|ally|ors?|is[tm]s?|i[sz]e[ds]?|i[sz]ing|ates?|ated|ating|ary|ory|ful|less|ship|tures?|ties|cies|ries|gram|graph|ters?|als|ian|ians|ese|tic|tics|tical)$/;

/**
 * The words of a text, which tell whether a hyphen at the end of a line is of the word. It is joined where the text or the language has the
 * whole word and not the parts; where both or neither are words the reading is in doubt. What the text has is looked for when the first such
 * hyphen comes.
 */
export class PartedWords {
  readonly #lines: readonly { readonly text: string }[];
  #own: ReturnType<typeof wordsOf> | undefined;

  constructor(lines: readonly { readonly text: string }[]) {
    this.#lines = lines;
  }

  /**
   * What is made of two parts of a word.
   * @param head the letters before the hyphen
   * @param tail those at the beginning of the next line
   * @param isInChain whether another hyphen stands before the first part or after the second (`Port-au-Prince`)
   */
  join(head: string, tail: string, isInChain: boolean): Joining {
    const isCapitals = head === head.toUpperCase() && tail === tail.toUpperCase();
    if (isInChain || (/^\p{Lu}/u.test(tail) && !isCapitals)) return KEPT;
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    this.#own ??= wordsOf(this.#lines);
    // `sub-prefect` of whom the text names the `sub-prefecture`.
    const isKnown = this.#own.hyphenated.has(`${first}-${second}`);
    if (isKnown || (second.length > 4 && this.#own.stems.has(`${first}-${second.slice(0, 5)}`))) return KEPT;
    if (this.#own.words.has(first + second)) return JOINED;
    return KEEPS.test(first) ? keptPrefix(first, second) : joined(first, second);
  }
}

const KEPT: Joining = { joins: false, isSure: true };
const JOINED: Joining = { joins: true, isSure: true };

/** `ex-minister`, but `exercise`: the hyphen stays before a word. */
function keptPrefix(first: string, second: string): Joining {
  return rankOf(first + second) !== undefined && rankOf(second) === undefined ? JOINED : KEPT;
}

function joined(first: string, second: string): Joining {
  const [head, tail] = [rankOf(first), rankOf(second)];
  if (rankOf(first + second) !== undefined) {
    const isOther = tail !== undefined && OTHERS.test(first + second) && (rankOf(first + second) ?? 0) > tail;
    return isOther ? { joins: false, isSure: false } : JOINED;
  }
  // Two parts that are no words are one.
  if (tail === undefined) return { joins: true, isSure: head === undefined || SUFFIX.test(second) };
  return GLUED.test(first) ? JOINED : { joins: false, isSure: head !== undefined };
}

/** The rank of a word, or of the word that it is a form of. */
export function rankOf(word: string): number | undefined {
  if (word.length < 2) return undefined;
  const stem = word.replace(/(?:'s|’s|es|s|ed|d|ing|ly)$/, '');
  return (
    RANKS.get(word) ?? (word.length > 4 && stem.length > 2 ? (RANKS.get(stem) ?? RANKS.get(`${stem}e`)) : undefined)
  );
}

/** The words inside the lines of a text, and those that they write with a hyphen. */
function wordsOf(lines: readonly { readonly text: string }[]): {
  readonly words: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
  /** The first part of each, with the beginning of the second. */
  readonly stems: ReadonlySet<string>;
} {
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  const stems = new Set<string>();
  for (const { text } of lines) {
    for (const { 0: word, index } of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
      const isParted = index + word.length === text.length - 1 && text.endsWith('-');
      if (word.includes('-')) {
        hyphenated.add(word.toLowerCase());
        const [first = '', second = ''] = word.toLowerCase().split('-');
        if (second.length > 5) stems.add(`${first}-${second.slice(0, 5)}`);
      } else if (!isParted && index > 0 && word.length > 3) words.add(word.toLowerCase());
    }
  }
  return { words, hyphenated, stems };
}
