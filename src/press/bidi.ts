import bidiFactory from 'bidi-js';
import { directionOf, hasLettersFromRight, letterCount } from '../model/direction.js';
import { append, largest } from '../model/list.js';
import type { Inline, Paragraph } from '../model/page-content.js';

/** The package's types know it as a module, Node as what the module exports. */
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** In which direction a paragraph is read, and the embedding level of each of its characters: even from the left, odd from the right. */
export interface Directions {
  readonly base: 0 | 1;
  readonly levels: Uint8Array;
}

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
 * The directions of a paragraph by the Unicode Bidirectional Algorithm (UAX #9); undefined where all of it is read from the left.
 */
export function directionsOf(paragraph: Paragraph): Directions | undefined {
  const inlines = [...(paragraph.label ?? []), ...paragraph.inlines];
  if (!inlines.some((inline) => inline.type === 'text' && hasLettersFromRight(inline.text))) return undefined;
  // A separator of paragraphs within the text would begin another one.
  const text = inlines
    .map(countedText)
    .join('')
    .replace(/[\n\r\u0085\u2029]/g, SPACE);
  const base = directionOf(letterCount(text), paragraph.lang);
  const { levels } = bidi.getEmbeddingLevels(text, base);
  return { base: base === 'rtl' ? 1 : 0, levels };
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
