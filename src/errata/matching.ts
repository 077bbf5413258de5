import { grouped } from '../model/list.js';
import { likeness } from './sequences.js';
import { contentOf, type SectionState } from './state.js';

/** A section at both times. */
export interface Pair {
  readonly before: SectionState;
  readonly after: SectionState;
}

/** Which sections are the same at both times, and which there are at one alone. */
export interface Matching {
  readonly pairs: readonly Pair[];
  readonly removed: readonly SectionState[];
  readonly added: readonly SectionState[];
}

/** How much of the words two sections with the same id, and two with different ones, must have in common to be taken for one. */
const SAME_ID = 0.25;
const OTHER_ID = 0.4;

/** How much more a section of the same id is worth than another that is as like. */
const ID_BONUS = 0.1;

/** A run of so many words is a trace of a text; one that more texts have is a formula, and tells nothing. */
const TRACE = 4;
const FORMULA = 12;

/** With how many of those that share most such runs a text is compared. */
const MOST_COMPARED = 5;

/**
 * Finds each section again: by its id and words, by its words alone, by what is left of its words (a document that was renumbered and corrected), and at last by its id.
 * It is linear in the length of the volume: a section is compared only with those that share rare runs of words with it.
 */
export function matched(before: readonly SectionState[], after: readonly SectionState[]): Matching {
  const parts = [true, false].map((isDocument) =>
    new Matcher(
      before.filter((section) => section.isDocument === isDocument),
      after.filter((section) => section.isDocument === isDocument),
    ).run(),
  );
  return {
    pairs: parts.flatMap(({ pairs }) => pairs),
    removed: parts.flatMap(({ removed }) => removed),
    added: parts.flatMap(({ added }) => added),
  };
}

class Matcher {
  readonly #before: Set<SectionState>;
  readonly #after: Set<SectionState>;
  readonly #pairs: Pair[] = [];

  constructor(before: readonly SectionState[], after: readonly SectionState[]) {
    this.#before = new Set(before);
    this.#after = new Set(after);
  }

  run(): Matching {
    this.#sameKey((section) => `${section.id}\n${contentOf(section)}`);
    this.#sameKey(contentOf);
    this.#alike();
    const byId = new Map([...this.#before].map((section) => [section.id, section]));
    for (const now of [...this.#after]) {
      const old = byId.get(now.id);
      if (old !== undefined && isSameById(old, now)) this.#pair(old, now);
    }
    return { pairs: this.#pairs, removed: [...this.#before], added: [...this.#after] };
  }

  #pair(before: SectionState, after: SectionState): void {
    this.#pairs.push({ before, after });
    this.#before.delete(before);
    this.#after.delete(after);
  }

  /** Pairs those that have the same key, in their order. A section without words is known by its id alone. */
  #sameKey(keyOf: (section: SectionState) => string): void {
    const old = grouped(this.#before, keyOf);
    for (const now of [...this.#after]) {
      const key = keyOf(now);
      const found = key === '' ? undefined : old.get(key)?.shift();
      if (found !== undefined) this.#pair(found, now);
    }
  }

  /** Pairs those that have most in common, the most alike first. */
  #alike(): void {
    const traced = new Traces(this.#before);
    const candidates = [...this.#after].flatMap((after) =>
      traced.likely(after).flatMap((before) => {
        const like = likeness(wordsOf(before), wordsOf(after));
        const isSame = before.id === after.id;
        if (like < (isSame ? SAME_ID : OTHER_ID)) return [];
        return [{ before, after, weight: like + (isSame ? ID_BONUS : 0) }];
      }),
    );
    for (const { before, after } of candidates.sort((a, b) => b.weight - a.weight))
      if (this.#before.has(before) && this.#after.has(after)) this.#pair(before, after);
  }
}

/** Which sections have a run of words. */
class Traces {
  readonly #holders = new Map<string, SectionState[]>();

  constructor(sections: Iterable<SectionState>) {
    for (const section of sections)
      for (const trace of tracesOf(section)) {
        const others = this.#holders.get(trace);
        if (others === undefined) this.#holders.set(trace, [section]);
        else if (others.length <= FORMULA) others.push(section);
      }
  }

  /** Those that share most rare runs of words with a section. */
  likely(section: SectionState): readonly SectionState[] {
    const shared = new Map<SectionState, number>();
    for (const trace of tracesOf(section)) {
      const others = this.#holders.get(trace) ?? [];
      if (others.length <= FORMULA) for (const old of others) shared.set(old, (shared.get(old) ?? 0) + 1);
    }
    const inOrder = [...shared].sort(([, n], [, m]) => m - n);
    return inOrder.slice(0, MOST_COMPARED).map(([old]) => old);
  }
}

/** A text that was withheld and is printed now has only its heading in common with what stood there. */
function isSameById(old: SectionState, now: SectionState): boolean {
  return !old.isDocument || old.title === now.title || likeness(wordsOf(old), wordsOf(now)) >= SAME_ID;
}

function wordsOf({ words, notes }: SectionState): readonly string[] {
  return [...words, ...notes.flatMap((note) => note.words)];
}

/** The runs of words in a section, each once; a short section is its own. */
function tracesOf(section: SectionState): ReadonlySet<string> {
  const words = wordsOf(section);
  if (words.length < TRACE) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  const traces = new Set<string>();
  for (let i = 0; i + TRACE <= words.length; i++) traces.add(words.slice(i, i + TRACE).join(' '));
  return traces;
}
