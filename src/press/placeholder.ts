import type { Figure, Paragraph } from '../model/page-content.js';

const placeholders = new WeakMap<Figure, Paragraph>();

/** The words that stand for a missing picture; the same paragraph each time it is asked for. */
export function placeholderOf(figure: Figure): Paragraph {
  let paragraph = placeholders.get(figure);
  if (paragraph === undefined) {
    const { id, alternative, name } = figure;
    const words = name === undefined ? alternative : `${alternative} (${name})`;
    paragraph = {
      type: 'paragraph',
      role: 'placeholder',
      ...(id === undefined ? {} : { id }),
      inlines: [{ type: 'text', text: `[Figure not supplied: ${words}]` }],
    };
    placeholders.set(figure, paragraph);
  }
  return paragraph;
}
