/** What a query finds by its meaning alone: every word of every document is looked at. Shares with the index what a word is, and nothing else. */
import type { FacetName, SearchableDocument } from '../../src/model/searchable.js';
import { stemOf } from '../../src/search/stem.js';
import { wordsOf } from '../../src/search/words.js';

/** A query as a test makes it, which writes it down by itself. */
export type Asked =
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly isBeginning?: boolean }
  | { readonly kind: 'not'; readonly of: Asked }
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Asked, Asked] };

export function writtenQuery(asked: Asked): string {
  if (asked.kind === 'phrase') {
    const words = asked.words.join(' ');
    const text = asked.isBeginning ? `${words}*` : words;
    return asked.words.length > 1 ? `"${text}"` : text;
  }
  if (asked.kind === 'not') return `NOT ${writtenQuery(asked.of)}`;
  return `(${writtenQuery(asked.of[0])} ${asked.kind.toUpperCase()} ${writtenQuery(asked.of[1])})`;
}

/** A document as lists of folded words, a paragraph each. */
export type Paragraphs = readonly (readonly string[])[];

export function paragraphsOf({ text, notes }: SearchableDocument): Paragraphs {
  return [...text, ...notes].map(wordsOf);
}

export function isTrueOf(
  asked: Asked,
  document: Paragraphs,
  stopWords: ReadonlySet<string>,
  hasForms = false,
): boolean {
  if (asked.kind === 'not') return !isTrueOf(asked.of, document, stopWords, hasForms);
  if (asked.kind !== 'phrase') {
    const [one, other] = asked.of.map((of) => isTrueOf(of, document, stopWords, hasForms));
    return asked.kind === 'and' ? one === true && other === true : one === true || other === true;
  }
  const words = asked.words.flatMap(wordsOf);
  const isSought = (found: string, i: number): boolean => {
    const word = words[i] ?? '';
    if (asked.isBeginning && i === words.length - 1) return found.startsWith(word) && !stopWords.has(found);
    if (found === word) return true;
    return hasForms && !stopWords.has(found) && !stopWords.has(word) && stem(found) === stem(word);
  };
  const [first = ''] = words;
  const isExact = !hasForms && !(asked.isBeginning && words.length === 1);
  for (const paragraph of document)
    for (let start = 0; start + words.length <= paragraph.length; start++) {
      if (isExact) start = paragraph.indexOf(first, start);
      if (start < 0) break;
      let i = 0;
      while (i < words.length && isSought(paragraph[start + i] ?? '', i)) i++;
      if (i === words.length) return true;
    }
  return false;
}

const stems = new Map<string, string>();
function stem(word: string): string {
  const known = stems.get(word) ?? stemOf(word);
  stems.set(word, known);
  return known;
}

/** Whether a document can have been written between two days, and has one of the keys of each facet. */
export function isWithin(
  { date, facets }: SearchableDocument,
  from: string | undefined,
  to: string | undefined,
  chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>,
): boolean {
  if (from !== undefined && !(date !== undefined && date.to >= from)) return false;
  if (to !== undefined && !(date !== undefined && date.from <= to)) return false;
  return Object.entries(chosen).every(([name, keys]) =>
    facets[name as FacetName]?.some(({ key }) => keys.includes(key)),
  );
}
