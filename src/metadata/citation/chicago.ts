import type { Agent } from '../bibliography.js';
import { shortenedLast } from '../pages-cited.js';
import type { Citation, Cited } from './cited.js';
import { AMERICAN_DAY, inOrder, inverted, joined, listed, quoted, stopped, writtenOn } from './words.js';

/** From four editors on, a note names the first (The Chicago Manual of Style, 17th ed., 14.76). */
const MOST_IN_NOTE = 3;
/** A bibliography names up to ten, and of more the first seven. */
const MOST_IN_BIBLIOGRAPHY = 10;
const NAMED_OF_MORE = 7;

/**
 * A note in the style of The Chicago Manual of Style, 17th ed.: a document in a published collection (14.111: what it is, where and when it was written, in the
 * collection), or the book alone (14.103).
 */
export function chicagoNote(cited: Cited): Citation {
  const { book, title, address } = cited;
  const editors = withOthers(book.editors);
  const imprint = imprintOf(cited);
  const end = `${joined([imprint === '' ? '' : ` (${imprint})`, ...locators(cited), address], ', ')}.`;
  if (title === undefined) {
    const names = editors === '' ? '' : `${editors}, ${book.editors.length > 1 ? 'eds.' : 'ed.'}, `;
    return [names, { italic: book.title }, end].filter((piece) => piece !== '');
  }
  const written = joined([cited.place, writtenOn(cited.date, AMERICAN_DAY)], ', ');
  return [
    `${quoted(title, ',')} ${written === '' ? '' : `${written}, `}in `,
    { italic: book.title },
    `${editors === '' ? '' : `, ed. ${editors}`}${end}`,
  ];
}

/** An entry of a bibliography in the same style (14.108, 14.111; the book alone: 14.103). */
export function chicagoBibliography(cited: Cited): Citation {
  const { book, title, address } = cited;
  const imprint = imprintOf(cited);
  const end = `${imprint === '' ? '' : ` ${stopped(imprint)}`}${address === undefined ? '' : ` ${address}.`}`;
  if (title === undefined) {
    const names = listedFrom(book.editors, inverted);
    const role = book.editors.length > 1 ? 'eds.' : 'ed.';
    return [...(names === '' ? [] : [`${names}, ${role} `]), { italic: book.title }, `${full(book.title)}${end}`];
  }
  const written = joined([cited.place, writtenOn(cited.date, AMERICAN_DAY)], ', ');
  const editors = listedFrom(book.editors, inOrder);
  const within = joined([editors === '' ? '' : `, edited by ${editors}`, ...locators(cited)], ', ');
  const before = within === '' || within.startsWith(',') ? within : `, ${within}`;
  return [
    `${quoted(title, '.')} ${written === '' ? '' : `${stopped(written)} `}In `,
    { italic: book.title },
    `${before === '' ? full(book.title) : stopped(before)}${end}`,
  ];
}

/** The full stop behind a title that has none. */
function full(title: string): string {
  return /[.?!]$/.test(title) ? '' : '.';
}

/** `Washington: United States Government Printing Office, 2001`. */
function imprintOf({ book: { place, publisher, year } }: Cited): string {
  return joined([joined([place, publisher], ': '), year], ', ');
}

/** The number of the document and its pages: `doc. 73`, `180–81`. */
function locators({ title, number, pages }: Cited): readonly string[] {
  if (title === undefined) return [];
  return [
    ...(number === undefined ? [] : [`doc. ${number}`]),
    ...(pages === undefined
      ? []
      : [
          pages.first === pages.last
            ? pages.first
            : `${pages.first}–${shortenedLast(pages.first, pages.last, 'chicago')}`,
        ]),
  ];
}

function withOthers(editors: readonly Agent[]): string {
  const [first] = editors;
  if (first === undefined) return '';
  return editors.length > MOST_IN_NOTE ? `${inOrder(first)} et al.` : listed(editors.map(inOrder));
}

/** The names of a bibliography, of which the first may be turned round. */
function listedFrom(editors: readonly Agent[], first: (agent: Agent) => string): string {
  const names = editors.map((editor, i) => (i === 0 ? first(editor) : inOrder(editor)));
  if (names.length > MOST_IN_BIBLIOGRAPHY) return `${names.slice(0, NAMED_OF_MORE).join(', ')}, et al.`;
  // A comma follows a name that is turned round, also before the second of two.
  return names.length === 2 && first === inverted ? names.join(', and ') : listed(names);
}
