import type { Agent } from '../bibliography.js';
import { shortenedLast } from '../pages-cited.js';
import type { Citation, Cited } from './cited.js';
import { inOrder, inverted, joined, listed, MLA_DAY, quoted, stopped, writtenOn } from './words.js';

/** An entry of a list of works cited (MLA Handbook, 9th ed., 5.3–5.99): author, title, date of a letter, and the book as the container that it is in. */
export function mla(cited: Cited): Citation {
  const { book, title, author, address } = cited;
  const imprint = joined([book.publisher, book.year], ', ');
  if (title === undefined) {
    const role = book.editors.length > 1 ? 'editors' : 'editor';
    const names = editorsOf(book.editors, inverted);
    const end = joined([imprint, shown(address)], ', ');
    return [
      ...(names === '' ? [] : [`${names}, ${role}. `]),
      { italic: book.title },
      `${/[.?!]$/.test(book.title) ? '' : '.'}${end === '' ? '' : ` ${stopped(end)}`}`,
    ];
  }
  const written = writtenOn(cited.date, MLA_DAY);
  const editors = editorsOf(book.editors, inOrder);
  const rest = joined(
    [editors === '' ? '' : `edited by ${editors}`, imprint, ...locators(cited), shown(address)],
    ', ',
  );
  return [
    `${author === undefined ? '' : `${stopped(inverted(author))} `}${quoted(title, '.')} ${written === '' ? '' : `${stopped(written)} `}`,
    { italic: book.title },
    rest === '' ? '.' : `, ${stopped(rest)}`,
  ];
}

/** From three on, the first alone is named (5.8). */
function editorsOf(editors: readonly Agent[], form: (agent: Agent) => string): string {
  const [first, second, third] = editors;
  if (first === undefined) return '';
  if (third !== undefined) return `${form(first)}${form === inverted ? ',' : ''} et al.`;
  if (second === undefined) return form(first);
  return form === inverted ? `${form(first)}, and ${inOrder(second)}` : listed([inOrder(first), inOrder(second)]);
}

/** An address is shown without the protocol; a DOI keeps it (5.95). */
function shown(address: string | undefined): string | undefined {
  return address === undefined || address.startsWith('https://doi.org/')
    ? address
    : address.replace(/^https?:\/\//, '');
}

function locators({ number, pages }: Cited): readonly string[] {
  const of = (first: string, last: string): string =>
    first === last ? `p. ${first}` : `pp. ${first}-${shortenedLast(first, last, 'mla')}`;
  return [
    ...(number === undefined ? [] : [`doc. ${number}`]),
    ...(pages === undefined ? [] : [of(pages.first, pages.last)]),
  ];
}
