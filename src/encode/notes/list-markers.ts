import { composedMarker, type Echo, ledMarker } from './composed-markers.js';
import { CAPITAL, CIRCLED, GREEK, LETTER, NAME, NUMBER, plainLabel, RAISED, ROMAN_CAPITALS, SIGN } from './labels.js';

/** How far the way in which a list is marked tells by itself that it is one of notes. */
export type Telling =
  /** Nothing else is marked so; wherever it stands. */
  | 'alone'
  /** At the foot of a page or of the text nothing else is marked so. */
  | 'at-foot'
  /** Lists of the text are marked so as well: its calls must be found. */
  | 'with-calls';

/** A way to mark the notes of a list. */
export interface MarkerStyle {
  readonly name: string;
  /** Group 1 is the label where the list has one; the end of the match is where the words of the note begin. */
  readonly pattern: RegExp;
  readonly telling: Telling;
  /** The list may count anew from 1 though the calls have other numbers, as copies of the web site do. */
  readonly countsAnew?: boolean;
  /** Points of the text are numbered so most often. */
  readonly isOfPoints?: boolean;
  /** It stands alone, right above the words of the note. */
  readonly standsAbove?: boolean;
  /** The calls repeat the marker. */
  readonly echo?: Echo;
  /** What follows the words of the note and is not of them. */
  readonly tail?: RegExp;
  /** The sign that every marker of the kind begins with, where there is but one. */
  readonly opening?: string;
}

/** The beginning of a line that is marked as a note. */
export interface Marker {
  readonly style: MarkerStyle;
  readonly label?: string;
  /** The label is read as a 1 that text recognition has made a letter of. */
  readonly isSlip?: boolean;
  /** How long the marker is, with the blanks after it. */
  readonly length: number;
}

const LABEL = `${NUMBER}|${RAISED}|${SIGN}|${LETTER}`;
const WORD = String.raw`(?:foot|end)?notes?|f(?:oo)?tn\.?|fn\.?|n\.|annotation|note de bas de page|fu(?:ß|ss)note|anm(?:erkung)?\.?`;

/** The sign that a pattern begins with, escaped or not, where no marker of the kind can lack it. */
const OPENING = /^(?:\\([[{(^*\\])|([</#]))(?![?*])/;

function marker(name: string, telling: Telling, pattern: string, more: Partial<MarkerStyle> = {}): MarkerStyle {
  const [, escaped, opening = escaped] = OPENING.exec(pattern) ?? [];
  return {
    name,
    telling,
    pattern: new RegExp(`^${pattern}`, pattern.includes(WORD) ? 'iu' : 'u'),
    ...(opening === undefined ? {} : { opening }),
    ...more,
  };
}

/** The ways to mark the notes of a list; of a line the first that fits, so that the longer marker stands before the shorter. */
export const MARKER_STYLES: readonly MarkerStyle[] = [
  // Markdown: `[^2a]: Minister Counselor …`
  marker('markdown', 'alone', String.raw`\[\^(${SIGN}|${NAME})\]:\s*`),
  // `[Footnote 1: Not printed.]`
  marker('block', 'alone', String.raw`\[\s*(?:${WORD})\s+\(?(${LABEL})\)?\s*[:.,–—-]\s*`, { tail: /\s*\]$/ }),
  // `Footnote 1: Not printed.`
  marker(
    'word',
    'with-calls',
    String.raw`(?:${WORD})\s*\(?(${NUMBER}|${SIGN})\)?(?:\s*[:.)–—-]{1,3}\s*|\s+(?=\p{Lu}))`,
  ),
  // `[FN1] Not printed.`, `(n. 1) Not printed.`
  marker(
    'word-in-brackets',
    'at-foot',
    String.raw`[[({](?:${WORD})[\s:]*(${NUMBER}|${SIGN})[.:]?[\])}]\s*[.:]?\s*(?=\S)`,
  ),
  // `\\footnotetext[1]{Not printed.}`
  marker('latex', 'alone', String.raw`\\footnotetext\[(${NUMBER})\]\{\s*`, { tail: /\s*\}$/ }),
  // `<li id="fn1">Not printed. <a href="#fnref1">↩</a></li>`, the markup of a page in a plain text
  marker(
    'item',
    'alone',
    String.raw`<(?:li|p|div|dd)\s[^>]{0,60}?(?:id|name)=["']?[#_]?(?:fn|ftn|(?:foot|end)?note|cite_note|n)[-_:.]?(${NUMBER})["']?[^>]{0,60}>\s*(?:<sup>\s*\d+\s*</sup>\s*)?`,
    { tail: /\s*(?:<a\b[^>]{0,80}>[^<]{0,12}<\/a>)?\s*(?:<\/(?:li|p|div|dd)>)?$/ },
  ),
  // `<p><sup>1</sup> Not printed.</p>`
  marker('sup-paragraph', 'at-foot', String.raw`<p>\s*<sup>\s*[([]?(${LABEL})[)\]/]?\s*</sup>\s*[.):/]?\s*`, {
    tail: /\s*<\/p>$/,
  }),
  // `<sup>1</sup> Not printed.`
  marker('sup', 'at-foot', String.raw`<sup>\s*[([]?(${LABEL})[)\]/]?\s*</sup>\s*[.):/]?\s*`),
  // `[1] Not printed.`, `[1]Not printed.`
  marker('bracket', 'at-foot', String.raw`\[\^?(${LABEL}|${ROMAN_CAPITALS}|${CAPITAL})[.):]?\]\s*[.:]?\s*(?=\S|$)`),
  marker('brace', 'at-foot', String.raw`\{{1,2}(${LABEL})\}{1,2}\s*[.:]?\s*`, {
    echo: { open: '{', word: '', close: '}' },
  }),
  marker('angle', 'at-foot', String.raw`<(${NUMBER})>\s*`, { echo: { open: '<', word: '', close: '>' } }),
  marker('slashes', 'at-foot', String.raw`/(${LABEL})/\s*`, { echo: { open: '/', word: '', close: '/' } }),
  // `¹ Not printed.`, `¹/ Not printed.`
  marker('raised', 'at-foot', String.raw`(${RAISED})\s*[.):\]/]?\s*`),
  // `^1 Not printed.`, `^1^`, `^{1}`
  marker('caret', 'at-foot', String.raw`\^[{(]?(${LABEL})[})]?\^?[.:]?(?:\s+|(?=\p{Lu}))`),
  // `1. ↑ Not printed.`
  marker('number-arrow', 'at-foot', String.raw`(${NUMBER})[.)]?\s*[↑^↵](?:\s*[a-z](?=\s))*\s*`),
  // `↑ 1. Not printed.`
  marker('arrow-number', 'at-foot', String.raw`[↑^↵]\s*(${LABEL})[.):]?\s+`),
  marker('arrow', 'at-foot', String.raw`[↑^]\s*(?=\S)`, { countsAnew: true }),
  // `①Not printed.`
  // `**1.** Not printed.`
  marker('bold', 'at-foot', String.raw`(?:\*\*|__)(${LABEL})[.:)]?(?:\*\*|__)[.:)]?\s*`),
  marker('circled', 'with-calls', String.raw`(${CIRCLED})\s*`, { isOfPoints: true }),
  // `#1 Not printed.`, `*1 Not printed.`
  marker('hash', 'with-calls', String.raw`#\s?(\d{1,3})[.:)]?\s+`),
  marker('star-number', 'with-calls', String.raw`\*(\d{1,3})[.:)]?\s+`),
  // The text of the web site without the arrow, which no 8-bit encoding has
  marker('bullet', 'with-calls', String.raw`[-*•]\s+`, { countsAnew: true, isOfPoints: true }),
  marker('slash', 'with-calls', String.raw`(${NUMBER}|${SIGN}|${LETTER})/\s*(?=[^\d\s]|$)`, {
    echo: { open: '', word: '', close: '/' },
  }),
  marker('parentheses', 'with-calls', String.raw`\((${LABEL}|${ROMAN_CAPITALS})\.?\)\s*`, {
    isOfPoints: true,
  }),
  marker('parenthesis', 'with-calls', String.raw`(${NUMBER}|${SIGN}|${LETTER})\.?\)\s*`, {
    isOfPoints: true,
    echo: { open: '', word: '', close: ')' },
  }),
  marker('half-bracket', 'with-calls', String.raw`(${NUMBER}|${LETTER})\]\s*`, {
    isOfPoints: true,
    echo: { open: '', word: '', close: ']' },
  }),
  // Copied from the web site: `  1. Not printed.`, counted anew
  marker('dot', 'with-calls', String.raw`(${NUMBER}|${LETTER}|${ROMAN_CAPITALS}|${CAPITAL})\.(?:\s+|(?=[\p{Lu}“"]))`, {
    countsAnew: true,
    isOfPoints: true,
  }),
  marker('colon', 'with-calls', String.raw`(${NUMBER}):\s+`, { isOfPoints: true }),
  marker('dash', 'with-calls', String.raw`(${NUMBER})\s*[–—-]\s+`, { isOfPoints: true }),
  // `1 Not printed.`, `1Not printed.`
  marker('bare', 'with-calls', String.raw`(\d{1,3}[a-z]?)(?:\s+(?![|=>])|(?=[\p{Lu}“"‘([]))`),
  // `1` alone above its note
  marker('number-above', 'with-calls', String.raw`(\d{1,3})\.?$`, { standsAbove: true }),
  // `* Not printed.`
  marker(
    'sign',
    'with-calls',
    String.raw`\\?(\*{1,5}|†{1,4}|‡{1,4}|§{1,4}|¶{1,4}|‖{1,4}|\|\||\+{1,5})\s*(?=[^\s*†‡§¶‖|+\d\])/])`,
  ),
  marker('greek', 'with-calls', String.raw`(${GREEK})[.):]?\s+`),
  marker('letter', 'with-calls', String.raw`([a-z])\s+(?=\p{Lu})`, { isOfPoints: true }),
];

/** The arrow that leads back to the text. */
const RETURN = /(?:\s*[↩↵]\uFE0E?)+$/;

/** Whether a line ends with the arrow that leads back to the text. */
export function returns(text: string): boolean {
  return '↩↵\uFE0E'.includes(text.at(-1) ?? ' ') && RETURN.test(text);
}

/** A line without the arrow that leads back to the text. */
export function withoutReturn(text: string): string {
  return returns(text) ? text.replace(RETURN, '') : text;
}

/** The text that browsers and readers extract from the web site: `- Not printed.↩`. The arrow tells, which can be some lines further down. */
export const RETURNING = marker('returning', 'alone', String.raw`(?:[-*•]|\d{1,4}\.)\s+`, { countsAnew: true });

/** What no marker begins with, but for the words for a note. */
const BEGINS_WITH_LETTERS = /^(?!(?:[ivxl]{2,7}|[IVXL]{2,7})[.)\]/])\p{L}(?![.)\]/: |=–—-])/u;
/** `/s/ Jane Roe`: the mark of a signature and the name that it stands for, no note s. */
const SIGNED = /^(?:\/\s?s\s?\/|[([]\s?s\s?[)\]]|s\/)\s*(?:\p{Lu}[\p{L}.'’-]*(?:,? [\p{L}.'’-]+){0,4})?$/iu;
const BEGINS_WITH_WORD = new RegExp(`^(?:${WORD}|n[tb]?(?=\\d))`, 'iu');

/** A 1 that text recognition has made a letter or a bar of, at the beginning of a line. */
const SLIP = /^([[(]?)[lI|](?=[\])./:]{0,2}\s+[\p{Lu}“"])/u;

/** `312  1 See D. 298.`: the number of the document before its first note. */
const OF_DOCUMENT = /^\d{1,4}\s{2,}(?=[([]?1[.)\]]{0,2}\s+[\p{Lu}“"])/u;

/** How a line is marked as a note, if it is. A star marks notes as well as points, so that a line can be read in several ways. */
export function markersOf(text: string): readonly Marker[] {
  const numbered = OF_DOCUMENT.exec(text)?.[0].length;
  if (numbered !== undefined) {
    const own = named(text.slice(numbered)).map((one) => ({ ...one, length: one.length + numbered, isSlip: true }));
    return [...markersAsPrinted(text), ...own];
  }
  const slip = SLIP.test(text) ? named(text.replace(SLIP, '$11')).map((one) => ({ ...one, isSlip: true })) : [];
  return [...markersAsPrinted(text), ...slip];
}

function markersAsPrinted(text: string): readonly Marker[] {
  if (BEGINS_WITH_LETTERS.test(text) && !(/^[AEFNaefn]/.test(text) && BEGINS_WITH_WORD.test(text))) return [];
  if (SIGNED.test(text)) return [];
  const found = named(text);
  if (found.some(({ style }) => style.name !== 'bullet')) return found;
  const more = ledMarker(text, namedOrComposed) ?? composedMarker(text);
  return more === undefined ? found : [...found, more];
}

function namedOrComposed(text: string): readonly Marker[] {
  const found = named(text);
  const more = found.length > 0 ? undefined : composedMarker(text);
  return more === undefined ? found : [more];
}

/** What else parts a marker from the words: `(1): …`, `1).- …` */
const PARTING = /^(?:[.:;=|]|[.:]?[-–—]{1,2})\s+(?=\S)/;

/** The rows of the table that a line fits. */
function named(text: string): readonly Marker[] {
  const found: Marker[] = [];
  for (const style of MARKER_STYLES) {
    if (style.opening !== undefined && style.opening !== text[0]) continue;
    const match = style.pattern.exec(text);
    if (match === null) continue;
    const label = match[1] === undefined ? {} : { label: plainLabel(match[1]) };
    const parting =
      style.name === 'bullet' ? 0 : (PARTING.exec(text.slice(match[0].length, match[0].length + 6))?.[0].length ?? 0);
    found.push({ style, ...label, length: match[0].length + parting });
    if (style.name !== 'bullet') break;
  }
  return found;
}
