import { append } from '../model/list.js';
import type { NoteChange } from './changes.js';
import { differences, type Hunk, likeness } from './sequences.js';
import type { NoteState, SectionState } from './state.js';
import { textChanges } from './text.js';

/** How much of their words two notes must have in common to be taken for one. */
const SAME_NOTE = 0.4;

/**
 * What has changed in the notes of a section.
 * @param words those of the section now
 * @param hunks the changes of its text, by which calls are followed
 */
export function noteChanges(
  pairs: readonly PairedNotes[],
  words: SectionState['words'],
  hunks: readonly Hunk[],
): readonly NoteChange[] {
  const follow = callFollower(hunks);
  return pairs.flatMap(({ one, other }): NoteChange[] => {
    if (one === undefined) return other === undefined ? [] : [wholeNote('added', other)];
    if (other === undefined) return [wholeNote('removed', one)];
    const { label } = other;
    const changes: NoteChange[] = [];
    const text = textChanges(one.words, other.words, differences(one.words, other.words));
    if (text.length > 0) changes.push({ kind: 'changed', label, words: '', text });
    const place = one.at === undefined ? undefined : follow(one.at);
    if (place === undefined || other.at === undefined || place === other.at) return changes;
    const lead = words.slice(Math.max(0, other.at - LEAD), other.at).join(' ');
    return [...changes, { kind: 'moved', label, words: lead, text: [] }];
  });
}

/** How many words before the call of a note that is moved are shown. */
const LEAD = 6;

function wholeNote(kind: 'added' | 'removed', { label, words }: NoteState): NoteChange {
  return { kind, label, words: words.join(' '), text: [] };
}

/** A note at both times, or at one alone. */
export interface PairedNotes {
  readonly one?: NoteState;
  readonly other?: NoteState;
}

/** The notes of both times. They are found again by their words in their order, since one note more gives all after it another number. */
export function pairedNotes(old: readonly NoteState[], now: readonly NoteState[]): readonly PairedNotes[] {
  const keys = (notes: readonly NoteState[]): readonly string[] => notes.map(({ words }) => words.join(' '));
  const pairs: PairedNotes[] = [];
  let [b, a] = [0, 0];
  const same = (until: number): void => {
    for (; b < until; b++, a++) append(pairs, pairOf(old[b], now[a]));
  };
  for (const hunk of differences(keys(old), keys(now))) {
    same(hunk.before[0]);
    append(pairs, alikeNotes(old.slice(...hunk.before), now.slice(...hunk.after)));
    [b, a] = [hunk.before[1], hunk.after[1]];
  }
  same(old.length);
  return pairs;
}

function pairOf(one: NoteState | undefined, other: NoteState | undefined): readonly PairedNotes[] {
  return [{ ...(one === undefined ? {} : { one }), ...(other === undefined ? {} : { other }) }];
}

/** Pairs the notes of a stretch that is not the same, in their order: those that are alike, and a single one with the single one in its place. */
function alikeNotes(old: readonly NoteState[], now: readonly NoteState[]): readonly PairedNotes[] {
  if (old.length === 1 && now.length === 1) return pairOf(old[0], now[0]);
  const found: PairedNotes[] = [];
  let next = 0;
  for (const one of old) {
    const near = now.slice(next, next + FAR);
    const like = near.findIndex((note) => likeness(one.words, note.words) >= SAME_NOTE);
    if (like < 0) found.push({ one });
    else {
      append(
        found,
        near.slice(0, like).map((other) => ({ other })),
      );
      append(found, pairOf(one, near[like]));
      next += like + 1;
    }
  }
  return [...found, ...now.slice(next).map((other) => ({ other }))];
}

/** How far from its place a note is looked for, so that a long list of new notes takes no longer than its length. */
const FAR = 30;

/** Where a call after so many words of the text before is to be in the text now; undefined where the words around it are others. */
function callFollower(hunks: readonly Hunk[]): (at: number) => number | undefined {
  return (at) => {
    let shift = 0;
    for (const { before, after } of hunks) {
      if (at < before[0]) break;
      if (at <= before[1]) return undefined;
      shift = after[1] - before[1];
    }
    return at + shift;
  };
}
