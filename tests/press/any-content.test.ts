import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsIn } from '../../src/model/content-walk.js';
import type { PageContent, Paragraph, Part } from '../../src/model/page-content.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { type PrintedBook, print } from '../../src/press/press.js';
import { countOf, Tally } from '../generate/night.js';
import { seedOf } from '../runs.js';
import { anyContent } from './any-content.js';
import { type PdfText, textOfPdf } from './pdf-text.js';

const CASES = countOf(8, 5000);

function paragraphsOf({ parts, notes }: PageContent): readonly Paragraph[] {
  const ofPart = (part: Part): readonly Paragraph[] => [
    ...part.blocks.flatMap(paragraphsIn),
    ...part.parts.flatMap(ofPart),
  ];
  return [...parts.flatMap(ofPart), ...notes.flatMap((note) => note.blocks.flatMap(paragraphsIn))];
}

/** How often each letter stands in a text; the order of lines and columns is another matter. Small capitals have one sign for σ and ς. */
function lettersOf(text: string): Map<string, number> {
  const letters = new Map<string, number>();
  for (const letter of text
    .normalize('NFKD')
    .replaceAll('ς', 'σ')
    .replace(/[^\p{L}\p{N}\p{S}]/gu, ''))
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}

/** The letters that have been drawn, as far as they cannot be read in the file. */
function unreadable(content: PageContent, { pdf, drawn }: PrintedBook): readonly string[] {
  const text = paragraphsOf(content).map((paragraph) => drawn.textOf(paragraph));
  const read = lettersOf(
    textOfPdf(pdf)
      .map(({ text }) => text)
      .join(''),
  );
  return [...lettersOf(text.join(''))].flatMap(([letter, times]) => {
    const found = read.get(letter) ?? 0;
    return found < times ? [`${letter}: ${times} drawn, ${found} read`] : [];
  });
}

/** The size of a page, in points. */
const [WIDTH, HEIGHT] = [441, 666];

function isOverTheEdge({ text, x, y }: PdfText): boolean {
  return text.trim() !== '' && (x < 0 || x > WIDTH || y < 0 || y > HEIGHT);
}

function failuresOf(content: PageContent): readonly string[] {
  try {
    const { value, diagnostics } = print(content, { fonts: bundledFonts(), file: 'v.xml' });
    const failures = diagnostics
      .filter(({ severity, code }) => severity === 'error' || code === 'PR023')
      .map(({ code, message }) => `${code} ${message}`);
    if (value === undefined || failures.length > 0) return failures;
    const isOver = textOfPdf(value.pdf).some(isOverTheEdge);
    const isTold = diagnostics.some(({ code }) => code === 'PR024');
    return [
      ...unreadable(content, value),
      ...(isOver && !isTold ? ['words over the edge of a page, and not told'] : []),
    ];
  } catch (error) {
    return [`thrown: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

describe('a book of anything in anything', () => {
  it('is printed, with every word and every note', () => {
    const seed = seedOf(11);
    const tally = new Tally('books of anything in anything', seed);
    for (const content of fc.sample(anyContent, { numRuns: CASES, seed })) {
      const failures = failuresOf(content);
      if (failures.length > 0) tally.fail(failures.join('\n'), JSON.stringify(content));
      tally.count(1, CASES);
    }
    tally.end(CASES);
    expect(tally.failures).toEqual([]);
  }, 36_000_000);
});
