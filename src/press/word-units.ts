import LineBreaker from 'linebreak';

/** The prices of breaks in TeX's terms: within a word, at a dash or slash, in an address of the web, between two characters of Chinese or Japanese. */
export const HYPHEN_PRICE = 140;
const DASH_PRICE = 20;
const SLASH_PRICE = 60;
const ADDRESS_PRICE = 50;
const FREE = 0;

/** A part of a word that stays on one line, but for the hyphens that may be set in it. */
export interface WordUnit {
  readonly text: string;
  /** What it costs to begin a line with it; the first begins with its word. */
  readonly price: number | undefined;
  readonly hyphens: boolean;
}

const mayBreak = /[-–—/\u00ad\u200b\u1100-\u11ff\u2e80-\u{2fa1f}]/u;
const dash = /(?<=[\p{L}\p{N})\]”’"]-)(?=[\p{L}\p{N}(])|(?<=[–—])(?=[^–—.,;:)\]”’])|(?<=[^\s/]\/)(?=[\p{L}\p{N}]{2})/u;
const address = /^[^\p{L}\p{N}]*(?:(?:https?|ftps?):\/\/|mailto:|www\.|\w[\w.-]*\.(?:com|edu|gov|int|mil|net|org)\/)/iu;
/** After a slash, and before what parts an address; no hyphen is ever set in one, for it would be read as part of it. */
const inAddress = /(?<=\/)(?=[^/])|(?<=[^/])(?=[.?&=#_%~-][\p{L}\p{N}%])/u;
/** Scripts without spaces, in which a line may turn between nearly any two characters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\uff00-\uffef]/u;

/** The parts of a word between which a line may turn without a hyphen, or with one that the author has allowed (U+00AD). */
export function unitsOf(word: string): readonly WordUnit[] {
  if (!mayBreak.test(word)) return [{ text: word, price: undefined, hyphens: true }];
  if (address.test(word)) return cut(word.split(inAddress), () => ADDRESS_PRICE, false);
  if (unspaced.test(word)) return cut(turnsOf(word), () => FREE, true);
  return word.split(/(?<=\u200b)/).flatMap((free, i) =>
    free.split('\u00ad').flatMap((soft, k) => {
      const units = cut(
        soft.split(dash),
        (before) => (before.endsWith('/') ? SLASH_PRICE : DASH_PRICE),
        !word.includes('\u00ad'),
      );
      const price = k > 0 ? HYPHEN_PRICE : i > 0 ? FREE : undefined;
      const [first, ...rest] = units;
      return first === undefined ? [] : [{ ...first, price }, ...rest];
    }),
  );
}

function cut(texts: readonly string[], price: (before: string) => number, hyphens: boolean): WordUnit[] {
  return texts.map((text, i) => ({ text, price: i === 0 ? undefined : price(texts[i - 1] ?? ''), hyphens }));
}

/** By the Unicode Line Breaking Algorithm (UAX #14). */
function turnsOf(word: string): string[] {
  const breaker = new LineBreaker(word);
  const parts: string[] = [];
  let from = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    parts.push(word.slice(from, at.position));
    from = at.position;
  }
  return parts;
}
