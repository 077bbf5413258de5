import { COMMON_WORDS, COMPOUNDS } from './common-vocabulary.js';
import { rankOf } from './parted-words.js';

/** What becomes of the hyphen at a line's end. */
export interface HyphenDecision {
  /** The hyphen is the word's own (`food-processing`). */
  readonly keeps: boolean;
  /** Both readings are words: an editor must look. */
  readonly isDoubtful: boolean;
}

/** First parts that take a hyphen before whatever word. */
const TAKES_HYPHEN = new Set('non anti self ex all vice quasi semi neo pan pseudo post pro ultra mid'.split(' '));
/** Names of peoples that stand before another. */
const PEOPLES = new Set(
  'anglo sino franco russo indo afro euro austro greco graeco italo luso turco serbo hispano'.split(' '),
);
/** Numbers, which a hyphen ties to what they count: `four-mile limit`, `twenty-five`. */
const NUMBERS = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
);
/** First parts that are grown together with what follows, though they are words. */
const GROWN_TOGETHER = new Set(
  'over under out up down in on off for fore with through there where here what when who some any every no be to after back an a as at by so'.split(
    ' ',
  ),
);
/** Second parts that are endings more often than words. */
const ENDINGS = new Set(
  'able age ance ant ate den dom ed en ence ent er ers est ful hood ice ing ings ion ish ism ist ive less let ling ly man men ment ments ness or ors ous ship sion some the ten ter time tion ward wards ware way ways wise work'.split(
    ' ',
  ),
);
/** Words that are others without their hyphen. */
const TWO_WORDS = new Set(
  're-sign re-signed re-form re-formed re-cover re-covered re-creation re-lay re-mark re-press re-sort re-store re-treat co-op'.split(
    ' ',
  ),
);

/** Tells for words that a line's end parts whether their hyphen is their own, by the words of the text and the common words of the language. */
export class Hyphens {
  readonly #lines: readonly { readonly text: string }[];
  #words: ReadonlySet<string> | undefined;
  #stems: ReadonlySet<string> | undefined;

  constructor(lines: readonly { readonly text: string }[]) {
    this.#lines = lines;
  }

  /**
   * @param head the letters before the hyphen
   * @param tail the letters after the line's end
   */
  decide(head: string, tail: string): HyphenDecision {
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    this.#words ??= wordsIn(this.#lines);
    const words = this.#words;
    const whole = first + second;
    const parted = `${first}-${second}`;
    if (/^\p{Lu}/u.test(tail) && !/^\p{Lu}+$/u.test(head)) return SURE_OWN;
    if (TWO_WORDS.has(parted)) return { keeps: true, isDoubtful: true };
    if (words.has(parted) || COMPOUNDS.has(parted))
      return words.has(whole) ? { keeps: true, isDoubtful: true } : SURE_OWN;
    this.#stems ??= stemsOf(words);
    if (second.length >= STEM && this.#stems.has(`${first}-${second.slice(0, STEM)}`)) return SURE_OWN;
    const isWord = (word: string): boolean => words.has(word) || isCommon(word) || rankOf(word) !== undefined;
    if (isWord(whole)) return SURE_PARTED;
    if (NUMBERS.has(first)) return SURE_OWN;
    if (second.length < 3 || ENDINGS.has(second) || !isWord(second)) return SURE_PARTED;
    if (first === 'self' || PEOPLES.has(first)) return SURE_OWN;
    if (TAKES_HYPHEN.has(first)) return { keeps: true, isDoubtful: true };
    if (GROWN_TOGETHER.has(first) || !isWord(first) || first.length < 3) return SURE_PARTED;
    return { keeps: true, isDoubtful: true };
  }

  /** The same for a word that has another hyphen: `Port-/au-Prince` and `over-the-/counter` keep theirs, `Secre-/tary-General` does not. */
  decideInCompound(head: string, tail: string): HyphenDecision {
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    const isOwn =
      /^\p{Lu}/u.test(tail) ||
      second.length <= 3 ||
      first.length <= 2 ||
      (isCommon(first) && isCommon(second) && !isCommon(first + second));
    return isOwn ? SURE_OWN : SURE_PARTED;
  }
}

/** So many letters of a second part are its stem: `sub-prefect`, of whom the text names the `sub-prefecture`. */
const STEM = 5;

/** The words with a hyphen, each with the stem of its second part. */
function stemsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of words) {
    const [first = '', second = ''] = word.split('-');
    if (second.length >= STEM) stems.add(`${first}-${second.slice(0, STEM)}`);
  }
  return stems;
}

const SURE_OWN: HyphenDecision = { keeps: true, isDoubtful: false };
const SURE_PARTED: HyphenDecision = { keeps: false, isDoubtful: false };

function isCommon(word: string): boolean {
  return COMMON_WORDS.has(word) || COMMON_WORDS.has(stemOf(word));
}

/** A word without its commonest endings. */
function stemOf(word: string): string {
  return word.replace(/(?:ing|ings|ed|es|s|ly|er|ers)$/, '');
}

/** The words of some lines, those with a hyphen as one; what stands at a line's end with a hyphen is none. */
function wordsIn(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of lines) {
    const words = text.match(/\p{L}+(?:-\p{L}+)*-?/gu) ?? [];
    // The first word of a line can be the rest of one.
    for (let at = /^\p{L}/u.test(text) ? 1 : 0; at < words.length; at++) {
      const word = words[at] as string;
      if (!word.endsWith('-')) found.add(word.toLowerCase());
    }
  }
  return found;
}
