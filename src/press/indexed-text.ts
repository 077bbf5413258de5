import { largest } from '../model/list.js';
import type { TypeLine } from './line.js';
import type { PageSpan } from './source-pages.js';

/** What of a source page stands on one page: lines of the text, and of the notes that these call. */
interface Portion {
  readonly page: number;
  readonly lines: TypeLine[];
  readonly notes: TypeLine[];
  /** Both as one text in small letters, made when it is first asked for. */
  words?: { readonly text: string; readonly notes: string };
}

/** Words that say nothing of where in a text something stands. */
const COMMON = new Set(
  'about after against also among before being between during from have into over passim regarding relations re see than that their them this under united states upon were with within'.split(
    ' ',
  ),
);
/** So many letters of a word are looked for: its endings vary (negotiation, negotiating). */
const STEM = 6;
const FEWEST_LETTERS = 3;
/** A surname says more than the word of a subject; the words of an entry more than those of the one above. */
const NAME_WEIGHT = 3;
const OWN_WEIGHT = 2;

/** The text of the source's pages as it stands on this edition's, in which the words of an index are looked for. */
export class IndexedText {
  readonly #portions = new Map<string, Portion[]>();
  readonly #pageOfNote = new Map<string, string>();

  add(id: string | undefined, page: number, line: TypeLine): void {
    if (id === undefined) return;
    for (const call of line.calls) this.#pageOfNote.set(call, id);
    this.#portionOf(id, page).lines.push(line);
  }

  addNote(note: string, page: number, line: TypeLine): void {
    const id = this.#pageOfNote.get(note);
    if (id === undefined) return;
    // A note that this one calls belongs to the same page of the source.
    for (const call of line.calls) if (!this.#pageOfNote.has(call)) this.#pageOfNote.set(call, id);
    this.#portionOf(id, page).notes.push(line);
  }

  /**
   * The pages on which a source page has most of the words that an entry of an index is about: one, or several where they say the same of it. Undefined where none
   * has any.
   *
   * @param about the words of the entry, then those of the entries above it
   * @param inNote whether a note is meant
   */
  find(id: string, about: readonly string[], inNote: boolean): PageSpan | undefined {
    const sought = about.flatMap((words, i) => soughtIn(words, i === 0 ? OWN_WEIGHT : 1));
    const portions = (this.#portions.get(id) ?? []).filter(({ notes }) => !inNote || notes.length > 0);
    const scores = portions.map((portion) => {
      const words = wordsOf(portion);
      return scoreOf(sought, inNote ? words.notes : words.text) || (inNote ? 0 : scoreOf(sought, words.notes) / 2);
    });
    const most = largest(scores, 0);
    // Where the note cannot be told by its words, it is one of those that stand there.
    const found = portions.filter((_, i) => scores[i] === most && (most > 0 || inNote)).map(({ page }) => page);
    return found.length === 0 ? undefined : { first: -largest(found.map((page) => -page)), last: largest(found) };
  }

  #portionOf(id: string, page: number): Portion {
    let portions = this.#portions.get(id);
    if (portions === undefined) {
      portions = [];
      this.#portions.set(id, portions);
    }
    const last = portions.at(-1);
    if (last?.page === page) return last;
    const portion: Portion = portions.find((known) => known.page === page) ?? { page, lines: [], notes: [] };
    if (!portions.includes(portion)) portions.push(portion);
    return portion;
  }
}

interface Sought {
  readonly stem: string;
  readonly weight: number;
}

function soughtIn(words: string, weight: number): Sought[] {
  // “Dobrynin, Anatoliy F.” is one person, who is called by the surname.
  const [, surname] = /^\s*(\p{Lu}[\p{L}’'-]+),\s+\p{Lu}/u.exec(words) ?? [];
  if (surname !== undefined) return [{ stem: surname.toLowerCase(), weight: weight * NAME_WEIGHT }];
  return (words.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= FEWEST_LETTERS && !COMMON.has(word))
    .map((word) => ({ stem: word.slice(0, STEM), weight }));
}

function scoreOf(sought: readonly Sought[], text: string): number {
  return sought.reduce((sum, { stem, weight }) => sum + (text.includes(` ${stem}`) ? weight : 0), 0);
}

function wordsOf(portion: Portion): { readonly text: string; readonly notes: string } {
  portion.words ??= { text: textOf(portion.lines), notes: textOf(portion.notes) };
  return portion.words;
}

/** The words of lines in small letters, a space before each; those that the press has divided are whole. */
function textOf(lines: readonly TypeLine[]): string {
  const text = lines.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('');
  return ` ${text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]+/gu, ' ')}`;
}
