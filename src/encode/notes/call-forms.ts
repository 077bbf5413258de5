import { CAPITAL, CIRCLED, GREEK, LETTER, NAME, NUMBER, RAISED, ROMAN_CAPITALS, SIGN } from './labels.js';

/** How a call is printed. Digits, brackets and raised figures are looked for in every text; the `occasional` ones only where a list wants them. */
export type CallStyle =
  | 'markdown'
  | 'word'
  | 'bracket'
  | 'sup'
  | 'raised'
  | 'caret'
  | 'bold'
  | 'greek'
  | 'brace'
  | 'sign'
  | 'circled'
  | 'star-number'
  | 'half-parenthesis'
  | 'digits'
  | 'split'
  /** As the list itself marks its notes. */
  | 'echo'
  /** Where the manifest says that a note stands. */
  | 'supplied'
  | Occasional;

/** Ways to print a call that are more often something else: `(1)` counts points, `1/` is half a fraction, `a` a word, and numbers stand apart anywhere. */
export type Occasional = 'parentheses' | 'slash' | 'slashes' | 'angle' | 'hash' | 'letter' | 'apart';

export const OCCASIONAL: readonly Occasional[] = [
  'slashes',
  'parentheses',
  'slash',
  'angle',
  'hash',
  'letter',
  'apart',
];

/** A way to print a call, and how much a place that is printed so looks like one. */
export interface CallForm {
  readonly style: CallStyle;
  /** Its one group is the label. */
  readonly pattern: string;
  weigh(text: string, start: number, end: number): number;
}

const WORD = String.raw`(?:[Ff]oot|[Ee]nd)?[Nn]ote|[Ee]n(?=\s?\d)|(?:FOOT|END)?NOTE|[Ff](?:oo)?tn\.?|FTN\.?|[Ff]n\.?|FN\.?|[Nn]\.`;
/** What may stand behind the stroke of `1/`, so that it is none of a fraction or of `m²/s`. */
const AFTER_SLASH = String.raw`(?=[\s.,;:)\]”"]|$)`;
const ONE = `${NUMBER}|${SIGN}|${LETTER}|${RAISED}`;

/** The ways to print a call, but for digits glued to a word. */
export const FORMS: readonly CallForm[] = [
  { style: 'markdown', pattern: String.raw`\[\^(${SIGN}|${NAME})\](?!:)`, weigh: () => 10 },
  { style: 'word', pattern: String.raw`\[(?:${WORD})[\s:]*(${ONE})\.?\]`, weigh: () => 9 },
  { style: 'word', pattern: String.raw`\((?:${WORD})\s*(${NUMBER})\.?\)`, weigh: () => 2.5 },
  { style: 'bracket', pattern: String.raw`\[\s?(${ONE}|${ROMAN_CAPITALS}|${CAPITAL})\s?\]_?`, weigh: bracketWeight },
  { style: 'word', pattern: String.raw`\\footnotemark\[(${NUMBER})\]`, weigh: () => 9 },
  {
    style: 'sup',
    pattern: String.raw`(?:<a\b[^>]{0,80}>)?<sup[^>]{0,60}>\s*(?:<a\b[^>]{0,80}>)?\s*[([]?(${ONE})[)\]/]?\s*(?:</a>)?\s*</sup>(?:</a>)?(?:/${AFTER_SLASH})?`,
    weigh: () => 8,
  },
  { style: 'brace', pattern: String.raw`\{{1,2}(${NUMBER}|${RAISED})\}{1,2}`, weigh: glued(5, 3) },
  { style: 'angle', pattern: `<(${NUMBER}|${RAISED})>`, weigh: glued(3, 1.5) },
  { style: 'slashes', pattern: String.raw`/(${NUMBER})/(?![\p{L}\d])`, weigh: glued(4, 3) },
  {
    style: 'parentheses',
    pattern: String.raw`\(\s?(${ONE}|${ROMAN_CAPITALS})\s?\)`,
    weigh: parenthesesWeight,
  },
  { style: 'caret', pattern: String.raw`\^[{(]?(${NUMBER}|(?<=\{)[a-z])[})]?\^?`, weigh: glued(5, 0.8) },
  { style: 'bold', pattern: String.raw`(?:\*\*|__)(${NUMBER})(?:\*\*|__)`, weigh: glued(5, 1.5) },
  { style: 'greek', pattern: String.raw`(?<=[\p{Script=Latin}.,;:!?”"’)\]])(${GREEK})(?![\p{L}\d])`, weigh: () => 3 },
  {
    style: 'raised',
    pattern: String.raw`(${RAISED})(?:⁾|/${AFTER_SLASH}|[)\]](?<!(?:\(|\[)[^()\[\]]{0,300}.))?`,
    weigh: () => 8,
  },
  { style: 'circled', pattern: `(${CIRCLED})`, weigh: glued(4, 1.5) },
  { style: 'star-number', pattern: String.raw`(?<=[^\d\s*])\*(\d{1,3})(?![\d*])`, weigh: () => 3 },
  { style: 'hash', pattern: String.raw`#(\d{1,3})(?!\d)`, weigh: glued(2, 1.5) },
  // `word.1)` and `word. 1)`, where no parenthesis is open
  {
    style: 'half-parenthesis',
    pattern: String.raw`(?<=[\p{Ll}.,;!?”"’\]]|[.!?]["”’)]? )(\d{1,2})\)(?<!\([^()]{0,300}\))`,
    weigh: (text, start) => (text[start - 1] !== ' ' ? 2 : isCounted(text, start) ? 0.2 : 1.5),
  },
  { style: 'sign', pattern: String.raw`\\?(\*{1,5}|†{1,4}|‡{1,4}|§{1,4}|¶{1,4}|‖{1,4}|\|\||\+{1,5})`, weigh: () => 2 },
  // `the country used.1/ Nearly all`
  {
    style: 'slash',
    pattern: String.raw`(?<=\p{Ll}[.,;:!?)\]”"’]?)(\d{1,3})/${AFTER_SLASH}`,
    weigh: () => 2.5,
  },
  { style: 'slash', pattern: String.raw`(?<!\S)(\d{1,3}|\*{1,3})/${AFTER_SLASH}`, weigh: slashWeight },
];

/** The signs one of which each of the forms begins with, and digits. */
export const FIRST_SIGNS = String.raw`[[(\\</{^*_&#†‡§¶‖|+\dα-ω⁰¹²³⁴-⁹ᵃ-ᵛʰʲʳʷʸˢˡˣᶜᶠᶢᶦᶻ①-⑳⑴-⒇⒈-⒛❶-❿]`;

/** What stands glued to the words before it is a call; what stands apart may be one, less so at the beginning of a line. */
function glued(weight: number, apart: number): (text: string, start: number) => number {
  return (text, start) => (start === 0 ? apart * 0.6 : /\S/.test(text[start - 1] ?? '') ? weight : apart);
}

/** Where points are counted within a paragraph: `the following changes: 1) In the first …. 2) Announcements …`. */
const FIRST_POINT = /(?:^|[\p{L}\p{N}:;,–—-] )1\)\s/u;
/** How far back the first point is looked for, in characters. */
const POINTS = 2000;

function isCounted(text: string, start: number): boolean {
  return FIRST_POINT.test(text.slice(Math.max(0, start - POINTS), start));
}

/** `(1)` after a word: points are counted so too, and then words follow; `paragraph 3(1)` is neither. */
function parenthesesWeight(text: string, start: number, end: number): number {
  if (/[(\p{L}\d]/u.test(text[end] ?? ' ') && !/^\(\d{1,3}\)/.test(text.slice(end, end + 5))) return 0;
  const isSign = !/[a-z\d]/.test(text.slice(start + 1, end - 1));
  if (isSign) return 2;
  const apart = /^(?:$|[.,;:?!)\]”"])/.test(text.slice(end, end + 1)) ? 2 : 1.1;
  return glued(/\d/.test(text[start - 1] ?? '') ? 0.6 : 2, apart)(text, start);
}

/** `word.[2]` is a call; `My 187 [1807]` is the editors' correction, `f[2](x)` none. */
function bracketWeight(text: string, start: number, end: number): number {
  if (/[(\p{L}]/u.test(text[end] ?? ' ')) return 1;
  return glued(/\p{L}/u.test(text[start - 1] ?? '') ? 4 : 4.4, 2.2)(text, start);
}

/** `the letter 2/ was not sent`, as typists wrote it. */
function slashWeight(text: string, start: number, end: number): number {
  return start > 0 ? 1.5 : /^(?:$|\s\p{Ll})/u.test(text.slice(end, end + 2)) ? 1.2 : 0;
}
