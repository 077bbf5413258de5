import type { SearchableVolume } from '../model/searchable.js';

/** A place that is known by its number. */
export interface NumberedPlace {
  readonly page: string;
  readonly title: string;
}

/** What a request asks for by a number alone. */
export interface AskedNumber {
  /** Undefined where the request does not say which. */
  readonly kind?: 'document' | 'page';
  /** As {@link keyOf} writes it. */
  readonly number: string;
}

/** The documents (by their place in the index) and the pages of the source that have a number; what a part of the index holds. */
export interface NumberedPlaces {
  readonly documents: readonly (readonly [number: string, document: number])[];
  readonly pages: readonly (readonly [number: string, page: string, title: string])[];
}

/** A number however it is written: `[XIV]`, `No. 12`, `12a.` */
function keyOf(number: string): string {
  return number
    .toLowerCase()
    .replace(/^\W*(?:no|nr|n°)\W+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The documents and pages of the volumes by their numbers; documents are counted through all of them, as the index does. */
export function numberedPlaces(volumes: readonly SearchableVolume[]): NumberedPlaces {
  return {
    documents: volumes
      .flatMap(({ documents }) => documents)
      .flatMap(({ number = '' }, i) => (keyOf(number) === '' ? [] : [[keyOf(number), i] as const])),
    pages: volumes
      .flatMap(({ pages }) => pages)
      .flatMap(({ number, page, title }) => (keyOf(number) === '' ? [] : [[keyOf(number), page, title] as const])),
  };
}

/** What the reader wants who writes a number and nothing else: `73`, `d73`, `document 73`, `No. 73`, `p. 181`, `page xiv`. */
export function numberIn(words: string): AskedNumber | undefined {
  const [, word = '', number = ''] =
    /^\s*\[?\s*(documents?|docs?|doc\.|d|nos?\.?|numbers?|#|pages?|pp?\.?|pg\.?)?\s*([\p{N}]+[\p{L}]?|[ivxlcdm]+)\s*[\].]?\s*$/iu.exec(
      words,
    ) ?? [];
  if (number === '') return undefined;
  const kind = /^p/i.test(word) ? 'page' : word === '' ? undefined : 'document';
  // Letters alone are a number only where the request says of what: `mix` is a word.
  if (kind !== 'page' && !/\p{N}/u.test(number)) return undefined;
  return { number: keyOf(number), ...(kind === undefined ? {} : { kind }) };
}
