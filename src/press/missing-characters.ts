import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { paragraphsIn } from '../model/content-walk.js';
import type { PageContent, Paragraph, Part } from '../model/page-content.js';
import { plainText } from './drawn-text.js';
import type { PressOptions } from './options.js';

/** The characters that no face has, and the first paragraph that has each. */
export class MissingCharacters {
  readonly #first = new Map<string, Paragraph | undefined>();

  add(character: string, paragraph: Paragraph | undefined): void {
    if (!this.#first.has(character)) this.#first.set(character, paragraph);
  }

  /** PR001 for each of them, or PR022 where a face that is not installed has its script. */
  findings(content: PageContent, { fonts, file, locate }: PressOptions): Diagnostic[] {
    if (this.#first.size === 0) return [];
    const places = placesOf(content);
    const absent = fonts.others.filter(({ regular }) => regular === undefined);
    return [...this.#first].map(([character, paragraph]) => {
      const id = (paragraph === undefined ? undefined : places.get(paragraph)) ?? '';
      const text = paragraph === undefined ? '' : plainText(paragraph);
      const facts = {
        character,
        code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
        where: id === '' ? 'the volume' : id,
        words: excerptRound(text, character),
      };
      const start = locate?.(id, character);
      const place = { file, ...(start === undefined ? {} : { start }) };
      const family = absent.find(({ covers }) => covers.test(character));
      return family === undefined
        ? diagnostic('PR001', facts, place)
        : diagnostic('PR022', { ...facts, package: `@expo-google-fonts/${family.name}` }, place);
    });
  }
}

/** The section or note that each paragraph stands in. */
export function placesOf(content: PageContent): Map<Paragraph, string> {
  const places = new Map<Paragraph, string>();
  const walk = (part: Part): void => {
    for (const paragraph of part.blocks.flatMap(paragraphsIn)) places.set(paragraph, part.id);
    for (const inner of part.parts) walk(inner);
  };
  for (const part of content.parts) walk(part);
  for (const note of content.notes)
    for (const paragraph of note.blocks.flatMap(paragraphsIn)) places.set(paragraph, note.id);
  return places;
}

function excerptRound(text: string, character: string): string {
  const at = Math.max(0, text.indexOf(character));
  const words = text
    .slice(Math.max(0, at - 30), at + 30)
    .replace(/\s+/g, ' ')
    .trim();
  return `“${at > 30 ? '…' : ''}${words}${at + 30 < text.length ? '…' : ''}”`;
}
