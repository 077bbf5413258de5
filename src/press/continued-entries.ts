import type { Inline, Paragraph } from '../model/page-content.js';
import { plainText } from './drawn-text.js';
import { lineOf, repeatedOn, type Slug } from './slug.js';

/** What is set behind a heading that is said again (GPO Style Manual, chapter 15). */
const CONTINUED = '—Continued';

/**
 * Tells the entries of an index what stands at the head of a column that begins with them: the headings that they belong to, which are furniture of the page and no words of the
 * volume.
 *
 * @param depth of a column, in points
 * @param set sets a paragraph in the measure of the columns
 */
export function withContinued(
  slugs: readonly Slug[],
  depth: number,
  set: (paragraph: Paragraph, like: Slug) => Slug[],
): Slug[] {
  const open: { readonly words: string; head?: readonly Slug[] }[] = [];
  return slugs.map((slug) => {
    const line = lineOf(slug);
    const paragraph = line?.of.paragraph;
    if (line === undefined || paragraph?.role !== 'index-entry') return slug;
    const level = paragraph.depth ?? 0;
    if (line.index === 0) open.splice(level, open.length, { words: headingOf(paragraph) });
    // A line within an entry goes on with that, the first of an entry with those above it.
    const headings = open.slice(0, line.index === 0 ? level : level + 1).flatMap((entry, i): readonly Slug[] => {
      if (entry === undefined || entry.words === '') return [];
      entry.head ??= set(continued(entry.words, i), slug);
      return entry.head;
    });
    const repeat = repeatedOn(depth, headings);
    return repeat.length === 0 ? slug : { ...slug, repeat };
  });
}

/**
 * A cross-reference (GPO Style Manual, chapter 15): after a mark of punctuation, or alone, `see` in small letters or `See` before a name; `See also`. In “Tennessee”, “the Holy See,
 * relations” and “See, Holy” there is none.
 */
const CROSS_REFERENCE =
  /(?:(?<=^|[.,:;?!()[\]”"—–])\s*(?:see(?!\S)|S(?:ee|EE) (?:also|ALSO|under|UNDER)(?!\S))|(?<=[.,:;?!()[\]”"—–])\s*S(?:ee|EE) [^\p{Ll}]).*$/su;
/** What is left hanging where a cross-reference or number goes; the point of an abbreviation stays. */
const HANGING = /(?:[\s,:;([—–]|(?<!\p{Lu})\.)+$/u;

const ITALIC_SEE = /^\s*\(?see(?: also| under)?[.,:]?\s*$/i;

/** The words of an entry before its first number, or before a cross-reference. */
export function headingOf(paragraph: Paragraph): string {
  const end = paragraph.inlines.findIndex((inline) => inline.type === 'page-number' || isItalicSee(inline));
  const inlines = end < 0 ? paragraph.inlines : paragraph.inlines.slice(0, end);
  const words = plainText({ ...paragraph, inlines })
    .replace(/\s+/g, ' ')
    .trim();
  return words.replace(CROSS_REFERENCE, '').replace(HANGING, '');
}

/** The word by which a cross-reference begins, where it is told from the entry by its type. */
function isItalicSee(inline: Inline): boolean {
  return inline.type === 'text' && inline.style?.italic === true && ITALIC_SEE.test(inline.text);
}

function continued(words: string, depth: number): Paragraph {
  const inlines = [
    { type: 'text', text: words, added: true },
    { type: 'text', text: CONTINUED, added: true, style: { italic: true } },
  ] as const;
  return { type: 'paragraph', role: 'index-entry', inlines, ...(depth > 0 ? { depth } : {}) };
}
