import type { Act, NamedPerson } from '../../../model/header.js';
import { append } from '../../../model/list.js';
import type { Line } from '../../page/segment.js';
import { DRAFTING_LABEL } from './cable-line.js';

type Key = 'drafted' | 'cleared' | 'approved';

/** What the block of drafting and clearances says, and the lines of which it does not say who did what. */
export interface Drafting {
  readonly acts: readonly Act[];
  readonly doubtful: readonly Line[];
}

interface Entry {
  readonly key: Key;
  readonly phrase: string;
  readonly person: NamedPerson;
}

const KEYS: readonly (readonly [RegExp, Key])[] = [
  [/^DRA?FT/i, 'drafted'],
  [/^(?:CLE?A?R|CONC)/i, 'cleared'],
  [/^(?:(?:CLASSIFICATION )?APPR|AUTH|RELEAS)/i, 'approved'],
];

/** How a clearance was given: `(SUBS)`, `(DRAFT)`, `(PHONE)`. */
const MANNER = /\s*\(([A-Z][A-Z .,/-]{1,24})\)\s*$/i;
/** `NEA - MR. SOBER` */
const DASHED = /^([A-Z][A-Za-z0-9/&.]{0,20}(?: [A-Z][a-z]{2,12})?)\s+-{1,2}\s+(\S.*)$/;
/** Who typed, after the last colon, perhaps with the date. */
const TYPIST = /^[A-Za-z]{1,3}(?:\s.*)?$/;
/** The heading of a column of the form. */
const HEADING = /^Telegraphic transmission\b/i;
/** An office without a person. */
const OFFICE = /^(?:[A-Z]{1,3}|[A-Z]{1,6}(?:[/-][A-Z]{1,6})+)$/;
const LONGEST_NAME = 60;
/** The day and the telephone of who drafted, and the line of the machine: `9/7/73 EXT 21221`, `-- 09/19/2008`, `------120221Z`. */
const WHEN =
  /\s*-*\s*(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{6}Z(?:\s+[\d\s/]+)?)?(?:,?\s*(?:EXT|X|TEL)\.?\s?\d{3,6})?\s*$/i;
/** A name or an office has letters that stand together. */
const NAME = /[A-Za-z]/;

/**
 * Reads the block `DRAFTED BY … APPROVED BY … CLEARED …`, in any order, in one column or two, which are read across. Names under the approving
 * officer are of those who cleared, as the Department's telegrams have them from 1973 on.
 */
export function readDrafting(lines: readonly Line[]): Drafting {
  const reader = new DraftingReader();
  for (const line of lines) {
    for (const cell of line.text.split(
      /\s{2,}|\t|(?<!classification)\s(?=(?:DRAFTED|APPROVED|CLEARED)(?:\s+BY)?\s*:)/i,
    ))
      reader.cell(cell, line);
  }
  return { acts: actsOf(reader.entries), doubtful: [...reader.doubtful] };
}

class DraftingReader {
  readonly entries: Entry[] = [];
  readonly doubtful = new Set<Line>();
  #key: Key | undefined;
  #phrase = '';
  /** Somebody has been named under the label. */
  #isNamed = false;

  /** Reads a cell of a line: a label with what stands after it, or a name under the last label. */
  cell(cell: string, line: Line): void {
    const label = DRAFTING_LABEL.exec(cell)?.[0];
    if (label !== undefined) {
      this.#key = KEYS.find(([pattern]) => pattern.test(label))?.[1];
      this.#phrase = label.replace(/\s*:\s*$/, '').trim();
      this.#isNamed = false;
    }
    const words = cell.slice(label?.length ?? 0).trim();
    if (words === '' || HEADING.test(words) || !NAME.test(words.replace(WHEN, ''))) return;
    for (const part of partsOf(words)) this.#name(part, line);
  }

  #name(words: string, line: Line): void {
    if (this.#key === 'approved' && this.#isNamed) {
      this.#key = 'cleared';
      this.#phrase = 'cleared';
    }
    const entry = this.#key === undefined ? undefined : entryOf(words, this.#key, this.#phrase);
    // A second name under the drafter, before anybody has approved: what this one did, nothing says.
    if (entry === undefined || (this.#key === 'drafted' && this.#isNamed)) this.doubtful.add(line);
    if (entry !== undefined) append(this.entries, [entry]);
    this.#isNamed = true;
  }
}

/** Names on one line are parted by semicolons, or by commas before another office. */
function partsOf(words: string): readonly string[] {
  return words
    .split(/\s*;\s*|\s+(?=[A-Z][A-Z/&-]{0,12}:[A-Z])|,\s+(?=[A-Z][A-Z/&-]*\s*(?::|\s-\s))|,\s*$/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:\(?(?:INFO|NONE|N\/A)\)?|\(?\d{1,2}[.)])$/i.test(part));
}

function entryOf(words: string, key: Key, phrase: string): Entry | undefined {
  // An office after the name is none: `J. DOE (EUR/NE)`.
  const found = MANNER.exec(words);
  const manner = found !== null && (!found[1]?.includes('/') || words.includes(':')) ? found : null;
  const bare = (manner === null ? words : words.slice(0, manner.index)).replace(/^\(?\d{1,2}[.)]\s*|[,.]$/g, '').trim();
  if (bare === '' || bare.length > LONGEST_NAME || !/[A-Z]/i.test(bare)) return undefined;
  const said = manner === null ? phrase : `${phrase} (${manner[1]})`;
  const named = bare.replace(WHEN, '');
  const official = manner === null && found !== null ? nameFirst(words, found) : officialOf(named);
  if (official !== undefined) return { key, phrase: said, person: official };
  return { key, phrase: said, person: OFFICE.test(named) ? { name: named, isOffice: true } : { name: named } };
}

function nameFirst(words: string, { index, 1: role = '' }: RegExpExecArray): NamedPerson {
  return { name: words.slice(0, index).trim(), role };
}

/** `EUR/NE:CSPALDING:MCT`, `NEA - MR. SOBER`: office and name, without the initials of who typed. */
function officialOf(words: string): NamedPerson | undefined {
  const dashed = DASHED.exec(words);
  if (dashed !== null) return { name: dashed[2] ?? '', role: dashed[1] ?? '' };
  const parts = words
    .replace(/:\s*$/, '')
    .split(':')
    .map((part) => part.trim());
  if (parts.length > 2 && TYPIST.test(parts.at(-1) ?? '')) parts.pop();
  const name = parts.pop()?.replace(/\s*\([^)]*\)$/, '') ?? '';
  return parts.length === 0 || name === '' ? undefined : { name, role: parts.join(':') };
}

/** One act for each way in which it was done. */
function actsOf(entries: readonly Entry[]): readonly Act[] {
  const acts = new Map<string, { readonly key: Key; readonly phrase: string; readonly persons: NamedPerson[] }>();
  for (const { key, phrase, person } of entries) {
    const id = `${key} ${phrase}`;
    const act = acts.get(id) ?? { key, phrase, persons: [] };
    act.persons.push(person);
    acts.set(id, act);
  }
  return [...acts.values()].map((act) => ({ ...act, span: { start: 0, end: 0 } }));
}
