import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Candidate } from './call-candidates.js';
import type { Endnote } from './endnotes.js';

/** A note with the call that it belongs to. */
export interface Matched {
  readonly note: Endnote;
  /** The number that the text or the list prints. */
  readonly label: string;
  readonly call?: Candidate;
}

const MISSING = -2.5;
const JUMP = -1.5;
const RESTART = -3;

/** How many notes a label may be thought to call; keeps the search linear on texts that are nothing but digits. */
const MAX_STATES = 32;

interface Path {
  readonly score: number;
  readonly candidate: Candidate;
  readonly before: Path | undefined;
  /** The note that the candidate calls. */
  readonly note: number;
}

/**
 * Gives each note its call. Notes and calls are matched by order and count, not by value: the printed numbers run on from document
 * to document in the older volumes, and the list counts anew. Of all chains of candidates whose labels count up, the one is taken
 * that calls all notes and looks most like calls. Time grows with the candidates, not with their pairs.
 */
export function matchCalls(notes: readonly Endnote[], candidates: readonly Candidate[]): readonly Matched[] {
  const labelled = notes.every((note) => note.label !== undefined);
  const chain = labelled ? byLabel(notes, candidates) : byCount(notes, candidates);
  const calls = new Map<number, Candidate>();
  for (let path = chain; path !== undefined; path = path.before) calls.set(path.note, path.candidate);
  return notes.map((note, index) => {
    const call = calls.get(index);
    const label = note.label ?? call?.label ?? String(index + 1);
    return call === undefined ? { note, label } : { note, label, call };
  });
}

/** The list prints the calls' own labels: the heaviest chain of candidates that goes through them in order. */
function byLabel(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const places = new Map<string, number[]>();
  notes.forEach((note, index) => {
    places.set(note.label ?? '', [...(places.get(note.label ?? '') ?? []), index]);
  });
  const best = new PrefixMaximum(notes.length);
  for (const candidate of candidates) {
    // From the last place on, so that a label which occurs twice is not reached by way of itself.
    for (const note of (places.get(candidate.label) ?? []).toReversed()) {
      const before = best.below(note);
      best.set(note, { score: (before?.score ?? 0) + candidate.weight, candidate, before, note });
    }
  }
  return best.below(notes.length);
}

/** The heaviest path that ends at a note below a bound, in O(log notes): a Fenwick tree of maxima. */
class PrefixMaximum {
  readonly #tree: (Path | undefined)[];

  constructor(size: number) {
    this.#tree = new Array<Path | undefined>(size + 1).fill(undefined);
  }

  below(note: number): Path | undefined {
    let found: Path | undefined;
    for (let i = note; i > 0; i -= i & -i) found = heavier(this.#tree[i], found);
    return found;
  }

  set(note: number, path: Path): void {
    for (let i = note + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = heavier(path, this.#tree[i]);
  }
}

function heavier(a: Path | undefined, b: Path | undefined): Path | undefined {
  return a !== undefined && (b === undefined || a.score > b.score) ? a : b;
}

/** The list counts anew: the heaviest chain of exactly as many candidates as there are notes, whose labels count up. */
function byCount(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const chains = new Chains(notes.length, isSourceNote(notes[0]?.lines[0]?.text ?? ''));
  for (const candidate of candidates) chains.add(candidate);
  return chains.best;
}

/** The chains of candidates so far, by the label that they end with and the note that it calls. */
class Chains {
  best: Path | undefined;
  readonly #count: number;
  readonly #beginsWithSource: boolean;
  readonly #ending = new Map<string, Map<number, Path>>();

  constructor(count: number, beginsWithSource: boolean) {
    this.#count = count;
    this.#beginsWithSource = beginsWithSource;
  }

  /** Prolongs every chain that the candidate can follow, and begins one with it. */
  add(candidate: Candidate): void {
    const [, digits = '', letter = ''] = /^(\d*)(\D*)$/.exec(candidate.label) ?? [];
    const number = digits === '' ? 0 : Number(digits);
    const reached = new Map<number, Path>();
    const reach = (before: Path | undefined, note: number, score: number): void => {
      if (note >= this.#count || (reached.get(note)?.score ?? Number.NEGATIVE_INFINITY) >= score) return;
      reached.set(note, { score, candidate, before, note });
    };
    reach(undefined, 0, candidate.weight + startWeight(number, letter, candidate, this.#beginsWithSource));
    for (const step of predecessors(number, letter)) {
      for (const path of this.#ending.get(step.label)?.values() ?? []) {
        reach(path, path.note + step.notes, path.score + candidate.weight + step.score);
      }
    }
    if (number === 1 && letter === '' && this.best !== undefined) {
      reach(this.best, this.best.note + 1, this.best.score + candidate.weight + RESTART);
    }
    this.#keep(candidate.label, reached);
  }

  #keep(label: string, reached: ReadonlyMap<number, Path>): void {
    const known = this.#ending.get(label) ?? new Map<number, Path>();
    this.#ending.set(label, known);
    for (const [note, path] of reached) {
      if (known.size >= MAX_STATES && !known.has(note) && !dropWorse(known, path)) continue;
      if (path.score > (known.get(note)?.score ?? Number.NEGATIVE_INFINITY)) known.set(note, path);
      if (this.best === undefined || this.#value(path) > this.#value(this.best)) this.best = path;
    }
  }

  /** What a chain is worth if it ends here: each note that it leaves without a call costs. */
  #value(path: Path): number {
    return path.score + MISSING * (this.#count - 1 - path.note);
  }
}

/** Makes room for a path where a lighter one is known; whether it did. */
function dropWorse(known: Map<number, Path>, path: Path): boolean {
  let lightest: Path = path;
  for (const other of known.values()) if (other.score < lightest.score) lightest = other;
  return lightest !== path && known.delete(lightest.note);
}

/** Notes begin at 1 or 0 in most volumes; elsewhere with the first number after the document before. */
function startWeight(number: number, letter: string, candidate: Candidate, beginsWithSource: boolean): number {
  if (letter !== '') return -2;
  const sure = Math.min(1, candidate.weight);
  if (number === 1) return sure * (beginsWithSource && candidate.line < 2 ? 1.2 : 0.3);
  if (number === 0) return beginsWithSource && candidate.line < 2 ? sure : -1;
  return candidate.weight >= 1 ? -0.5 : -1.5;
}

/** Labels that a label may follow: how many notes further it is, and what the step costs. */
function predecessors(
  number: number,
  letter: string,
): readonly { readonly label: string; readonly notes: number; readonly score: number }[] {
  if (letter === 'a') return [{ label: String(number), notes: 1, score: 0 }];
  if (letter !== '') {
    return [{ label: number + String.fromCharCode((letter.codePointAt(0) ?? 0) - 1), notes: 1, score: 0 }];
  }
  const before = ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((suffix) => ({
    label: `${number - 1}${suffix}`,
    notes: 1,
    score: 0,
  }));
  return [
    ...before,
    { label: String(number), notes: 1, score: JUMP }, // called again, and printed again
    { label: String(number - 2), notes: 1, score: JUMP },
    { label: String(number - 2), notes: 2, score: MISSING },
    { label: String(number - 3), notes: 3, score: 2 * MISSING },
  ];
}
