import fc from 'fast-check';
import type { NoteState, SectionState, VolumeState } from '../../src/errata/state.js';

/** A document before it has a place: what is compared of it, and the one thing that an editor does to it. */
export interface Draft {
  readonly words: readonly string[];
  readonly notes: readonly (readonly string[])[];
  readonly secret: string;
  readonly edit: Edit;
}

export type Edit =
  | 'none'
  | 'word'
  | 'insert'
  | 'delete'
  | 'note'
  | 'note added'
  | 'note removed'
  | 'fact'
  | 'tag'
  | 'call'
  | 'removed'
  | 'added';

const EDITS: readonly Edit[] = [
  'none',
  'none',
  'word',
  'insert',
  'delete',
  'note',
  'note added',
  'note removed',
  'fact',
  'tag',
  'call',
  'removed',
  'added',
];

const word = fc.integer({ min: 1, max: 900 }).map((n) => `w${n}`);

const draft: fc.Arbitrary<Draft> = fc.record({
  words: fc.array(word, { minLength: 20, maxLength: 60 }),
  notes: fc.array(fc.array(word, { minLength: 8, maxLength: 15 }), { minLength: 1, maxLength: 4 }),
  secret: fc.constantFrom('Secret', 'Confidential'),
  edit: fc.constantFrom(...EDITS),
});

/** What was done to a volume. */
export interface Edited {
  readonly drafts: readonly Draft[];
  /** Whether the documents are numbered anew by their places, or keep their ids. */
  readonly renumber: boolean;
}

export const edited: fc.Arbitrary<Edited> = fc.record({
  drafts: fc.array(draft, { minLength: 1, maxLength: 12 }),
  renumber: fc.boolean(),
});

function section(number: number, { words, notes, secret }: Draft, change: Partial<SectionState> = {}): SectionState {
  const id = `d${number}`;
  return {
    id,
    isDocument: true,
    number: `${number}`,
    title: words.slice(0, 3).join(' '),
    facts: new Map([['classification', secret]]),
    words,
    notes: notes.map((own, i) => note(id, i, own)),
    tags: ['<p>', '<hi rend="italic">', `<ref target="#${id}fn1">`],
    ...change,
  };
}

function note(id: string, i: number, words: readonly string[]): NoteState {
  return { id: `${id}fn${i + 1}`, label: `${i + 1}`, words, tags: ['<note>'], at: 3 * (i + 1) };
}

/** How a document is after its edit; where in the middle, by the seven words that no other change comes near. */
function after(number: number, one: Draft): SectionState {
  const { words, notes } = one;
  const plain = section(number, one);
  const [at, id] = [15, `d${number}`];
  const [first = [], ...others] = notes;
  switch (one.edit) {
    case 'word':
      return { ...plain, words: words.with(at, 'fresh') };
    case 'insert':
      return { ...plain, words: words.toSpliced(at, 0, 'fresh') };
    case 'delete':
      return { ...plain, words: words.toSpliced(at, 1) };
    case 'note':
      return { ...plain, notes: [note(id, 0, first.with(4, 'fresh')), ...plain.notes.slice(1)] };
    case 'note added':
      return section(number, { ...one, notes: [...notes, ['something', 'fresh', 'and', 'unheard', 'of']] });
    case 'note removed':
      // The calls of those that are left stay where they were.
      return { ...plain, notes: others.map((own, i) => ({ ...note(id, i, own), at: 3 * (i + 2) })) };
    case 'fact':
      return { ...plain, facts: new Map([['classification', 'Top Secret']]) };
    case 'tag':
      return { ...plain, tags: plain.tags.with(1, '<hi rend="bold">') };
    case 'call':
      return { ...plain, notes: [{ ...note(id, 0, first), at: 1 }, ...plain.notes.slice(1)] };
    default:
      return plain;
  }
}

/** The volume before and after, with each document's draft by its id now (before, of one that is removed). */
export function statesOf({ drafts, renumber }: Edited): {
  readonly before: VolumeState;
  readonly after: VolumeState;
  readonly numbers: readonly {
    readonly old: number | undefined;
    readonly now: number | undefined;
    readonly draft: Draft;
  }[];
} {
  let [old, now] = [0, 0];
  const numbers = drafts.map((one, i) => {
    const isOld = one.edit !== 'added';
    const isNow = one.edit !== 'removed';
    if (isOld) old++;
    if (isNow) now++;
    return {
      old: isOld ? (renumber ? old : i + 1) : undefined,
      now: isNow ? (renumber ? now : i + 1) : undefined,
      draft: one,
    };
  });
  const volume = (sections: readonly SectionState[]): VolumeState => ({
    id: 'v',
    title: 'V',
    facts: new Map(),
    sections,
  });
  return {
    before: volume(numbers.flatMap(({ old: n, draft: one }) => (n === undefined ? [] : [section(n, one)]))),
    after: volume(numbers.flatMap(({ now: n, draft: one }) => (n === undefined ? [] : [after(n, one)]))),
    numbers,
  };
}
