import bidiFactory from 'bidi-js';
import { append, largest } from '../model/list.js';
import type { Inline, Paragraph } from '../model/page-content.js';

/** The package's types know it as a module, Node as what the module exports. */
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** In which direction a paragraph is read, and the embedding level of each of its characters: even from the left, odd from the right. */
export interface Directions {
  readonly base: 0 | 1;
  readonly levels: Uint8Array;
}

/** Characters that are read from the right, and the controls that make others so (Unicode, classes R, AL, AN, RLM, RLE, RLO, RLI). */
const fromRight =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u;
const lettersFromRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const letters = /\p{L}/gu;
/** Languages that are written from the right, unless a subtag says otherwise. */
const languages = /^(?:ar|arc|ckb|dv|fa|he|iw|ji|ku-Arab|ps|sd|ug|ur|yi)(?:-(?!Latn)|$)/i;

/** What stands for an inline that is no text, one character each. */
const FIGURE = '0';
const SPACE = ' ';

/** The text by which levels are counted: one character for each call, label, page number and turned line, none for what prints nothing. */
export function countedText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'call':
    case 'note-label':
    case 'page-number':
      return FIGURE;
    case 'line-break':
      return SPACE;
    default:
      return '';
  }
}

/**
 * The directions of a paragraph by the Unicode Bidirectional Algorithm (UAX #9); undefined where all of it is read from the left. The paragraph's own direction is its language's,
 * or that of most of its letters: an English sentence that begins with an Arabic title stays English (UAX #9, HL1).
 */
export function directionsOf(paragraph: Paragraph): Directions | undefined {
  const inlines = [...(paragraph.label ?? []), ...paragraph.inlines];
  if (!inlines.some((inline) => inline.type === 'text' && fromRight.test(inline.text))) return undefined;
  // A separator of paragraphs within the text would begin another one.
  const text = inlines
    .map(countedText)
    .join('')
    .replace(/[\n\r\u0085\u2029]/g, SPACE);
  const right = text.match(lettersFromRight)?.length ?? 0;
  const all = text.match(letters)?.length ?? 0;
  const isRight = (paragraph.lang !== undefined && languages.test(paragraph.lang)) || right * 2 > all;
  const { levels } = bidi.getEmbeddingLevels(text, isRight ? 'rtl' : 'ltr');
  return { base: isRight ? 1 : 0, levels };
}

/** Whether a text has letters that are read from the right: a face sets those in that order by itself. */
export function hasLettersFromRight(text: string): boolean {
  return fromRight.test(text);
}

/** The character that looks like another in a mirror: brackets mostly. */
export function mirrorOf(character: string): string | undefined {
  return bidi.getMirroredCharacter(character) ?? undefined;
}

/** The order in which runs of these levels stand on a line, from the left (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i);
  const highest = largest(levels, 0);
  let seen = order;
  for (let level = highest; level > 0; level--) {
    const next: number[] = [];
    let turned: number[] = [];
    for (const i of seen) {
      if ((levels[i] ?? 0) >= level) turned.push(i);
      else {
        append(next, turned.reverse());
        next.push(i);
        turned = [];
      }
    }
    seen = [...next, ...turned.reverse()];
  }
  return seen;
}
