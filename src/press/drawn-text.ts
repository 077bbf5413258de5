import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { paragraphsIn } from '../model/content-walk.js';
import { MAY_PART } from '../model/may-part.js';
import type { Inline, PageContent, Paragraph, Part } from '../model/page-content.js';
import type { TypeLine } from './line.js';

/**
 * The press's proof that nothing is lost: the text that has been drawn, paragraph by paragraph, against the text of the content; and each note once.
 */
export class DrawnText {
  readonly #paragraphs = new Map<Paragraph, string>();
  readonly #notes = new Map<string, number>();
  /** The lines that have been drawn, by what they are lines of: the head of a table that goes on over the page is drawn again, and counts once. */
  readonly #lines = new Map<TypeLine['of'], Set<number>>();

  add(line: TypeLine): void {
    const drawn = this.#lines.get(line.of) ?? new Set();
    this.#lines.set(line.of, drawn);
    if (drawn.has(line.index)) return;
    drawn.add(line.index);
    let text = this.#paragraphs.get(line.of.paragraph) ?? '';
    // The call of a note may part words, as the note may that stands there in the TEI.
    for (const { text: drawn, added, link } of line.segments)
      text += link?.kind === 'call' ? MAY_PART : added === true ? '' : drawn;
    this.#paragraphs.set(line.of.paragraph, text);
  }

  /** What has been drawn of a paragraph, the press's own hyphens taken out. */
  textOf(paragraph: Paragraph): string {
    return (this.#paragraphs.get(paragraph) ?? '').replaceAll('\u00ad', '');
  }

  /** How often the body of a note begins on a page. */
  timesOf(note: string): number {
    return this.#notes.get(note) ?? 0;
  }

  note(id: string): void {
    this.#notes.set(id, (this.#notes.get(id) ?? 0) + 1);
  }

  /** PR002 for each paragraph whose drawn text differs, PR003 for each note that is not on the pages exactly once. */
  compare(content: PageContent, file: string): Diagnostic[] {
    const findings: Diagnostic[] = [];
    const check = (paragraph: Paragraph, where: string): void => {
      const expected = plainText(paragraph);
      const drawn = bare(this.#paragraphs.get(paragraph) ?? '');
      if (bare(expected) !== drawn)
        findings.push(diagnostic('PR002', { where, text: excerptOfDifference(bare(expected), drawn) }, { file }));
    };
    for (const part of content.parts) eachParagraph(part, check);
    for (const note of content.notes) {
      for (const paragraph of note.blocks.flatMap(paragraphsIn)) check(paragraph, note.id);
      const times = this.timesOf(note.id);
      if (times !== 1) findings.push(diagnostic('PR003', { note: note.id, times }, { file }));
    }
    return findings;
  }
}

/** The words of a paragraph that the edition must show. */
export function plainText(paragraph: Paragraph): string {
  const text = (inlines: readonly Inline[]): string =>
    inlines.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'line-break' ? ' ' : '')).join('');
  return text(paragraph.label ?? []) + text(paragraph.inlines);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: MAY_PART is one
const UNSEEN = /[\s\u00ad\u0001]+/g;

/** White space apart, and the hyphens that the press has put in: what must be equal. */
function bare(text: string): string {
  return text.replace(UNSEEN, '');
}

function excerptOfDifference(expected: string, drawn: string): string {
  let i = 0;
  while (i < expected.length && expected[i] === drawn[i]) i++;
  return `…${expected.slice(Math.max(0, i - 20), i + 40)}…`;
}

function eachParagraph(part: Part, visit: (paragraph: Paragraph, where: string) => void): void {
  for (const paragraph of part.blocks.flatMap(paragraphsIn)) visit(paragraph, part.id);
  for (const inner of part.parts) eachParagraph(inner, visit);
}
