import { distinct } from '../model/list.js';
import type { Alias, Changes, FactChange, MarkupChange, SectionChange, Whole } from './changes.js';
import { matched, type Pair } from './matching.js';
import { noteChanges, type PairedNotes, pairedNotes } from './notes.js';
import { differences, risingMembers } from './sequences.js';
import type { Division, Facts, SectionState, VolumeState } from './state.js';
import { textChanges } from './text.js';

/** What has changed in a volume between two times. Linear in its length; within a document, in its length times the number of its changes. */
export function compareVolumes(before: VolumeState, after: VolumeState): Changes {
  const { pairs, removed, added } = matched(before.sections, after.sections);
  const notes = new Map(pairs.map((pair) => [pair, pairedNotes(pair.before.notes, pair.after.notes)]));
  const nowOf = new Map(pairs.map((pair) => [pair.before.id, pair.after.id]));
  for (const { one, other } of [...notes.values()].flat())
    if (one !== undefined && other !== undefined) nowOf.set(one.id, other.id);
  const moves = movesOf(before, after, pairs);
  const byNow = new Map(pairs.map((pair) => [pair.after, pair]));
  const changed = after.sections.flatMap((section) => {
    const pair = byNow.get(section);
    return pair === undefined ? [] : (sectionChange(pair, notes.get(pair) ?? [], moves.get(pair), nowOf) ?? []);
  });
  const inOrder = (all: readonly SectionState[], some: readonly SectionState[]): readonly Whole[] => {
    const own = new Set(some);
    return all.filter((section) => own.has(section)).map(whole);
  };
  return {
    before: { id: before.id, title: before.title },
    after: { id: after.id, title: after.title },
    facts: factChanges(before.facts, after.facts),
    added: inOrder(after.sections, added),
    removed: inOrder(before.sections, removed),
    changed,
    aliases: aliasesOf(pairs, after.sections),
  };
}

function whole({ id, isDocument, number, title, words, notes }: SectionState): Whole {
  return {
    id,
    title,
    isDocument,
    ...(number === undefined ? {} : { number }),
    words: words.length + notes.reduce((sum, note) => sum + note.words.length, 0),
  };
}

function sectionChange(
  { before, after }: Pair,
  pairedNotes: readonly PairedNotes[],
  moved: SectionChange['moved'],
  nowOf: ReadonlyMap<string, string>,
): SectionChange | undefined {
  const isRenumbered = before.id !== after.id || before.number !== after.number;
  const hunks = differences(before.words, after.words);
  const text = textChanges(before.words, after.words, hunks);
  const notes = noteChanges(pairedNotes, after.words, hunks);
  const facts = factChanges(before.facts, after.facts);
  const markup = [
    ...markupChanges(before.tags, after.tags, nowOf),
    ...pairedNotes.flatMap(({ one, other }) =>
      one === undefined || other === undefined
        ? []
        : markupChanges(one.tags, other.tags, nowOf).map((change) => ({ ...change, note: other.label })),
    ),
  ];
  if (!isRenumbered && moved === undefined && text.length + notes.length + facts.length + markup.length === 0)
    return undefined;
  const old = { id: before.id, ...(before.number === undefined ? {} : { number: before.number }) };
  return {
    id: after.id,
    title: after.title,
    isDocument: after.isDocument,
    ...(after.number === undefined ? {} : { number: after.number }),
    ...(isRenumbered ? { renumbered: old } : {}),
    ...(moved === undefined ? {} : { moved }),
    text,
    notes,
    facts,
    markup,
  };
}

function factChanges(before: Facts, after: Facts): readonly FactChange[] {
  return distinct([...before.keys(), ...after.keys()]).flatMap((name) => {
    const [old = '', now = ''] = [before.get(name), after.get(name)];
    return old === now ? [] : [{ name, before: old, after: now }];
  });
}

/** Pointers to what was renumbered say the same as before, and are read as they are now. */
function markupChanges(
  before: readonly string[],
  after: readonly string[],
  nowOf: ReadonlyMap<string, string>,
): readonly MarkupChange[] {
  const followed = before.map((tag) => tag.replace(POINTER, (_, id: string) => `#${followedId(id, nowOf)}`));
  return differences(followed, after).map(({ before: [b0, b1], after: [a0, a1] }) => ({
    before: followed.slice(b0, b1),
    after: after.slice(a0, a1),
  }));
}

const POINTER = /#([^\s"#]+)/g;

/** What an id is now: of a document or note, or of a part of a document, whose id begins with that of the document (`d71a1`). */
function followedId(id: string, nowOf: ReadonlyMap<string, string>): string {
  const [, document = '', rest = ''] = /^([a-z]+\d+)(\D.*)$/.exec(id) ?? [];
  const now = nowOf.get(document);
  return nowOf.get(id) ?? (now === undefined ? id : `${now}${rest}`);
}

/** Which sections stand in another chapter or order than before. What only makes room for others has not moved. */
function movesOf(
  before: VolumeState,
  after: VolumeState,
  pairs: readonly Pair[],
): ReadonlyMap<Pair, NonNullable<SectionChange['moved']>> {
  const [old, now] = [before.sections, after.sections].map((all) => new Map(all.map((section, i) => [section, i])));
  const inOrder = [...pairs].sort((a, b) => (now?.get(a.after) ?? 0) - (now?.get(b.after) ?? 0));
  const places = inOrder.map((pair) => old?.get(pair.before) ?? 0);
  const stayed = risingMembers(places);
  const moves = new Map<Pair, NonNullable<SectionChange['moved']>>();
  for (const [i, pair] of inOrder.entries()) {
    const isElsewhere = !isSameDivision(pair.before.within, pair.after.within);
    if (stayed.has(places[i] ?? 0) && !isElsewhere) continue;
    moves.set(pair, {
      from: placeOf(before.sections, places[i] ?? 0),
      to: placeOf(after.sections, now?.get(pair.after) ?? 0),
    });
  }
  return moves;
}

/** A chapter may have been given another id, or another heading; with both it is another. */
function isSameDivision(one: Division | undefined, other: Division | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.id === other.id || one.head === other.head;
}

/** Where a section stands: in which chapter, after which other section. */
function placeOf(sections: readonly SectionState[], at: number): string {
  const within = sections[at]?.within;
  const before = sections[at - 1];
  const after = before === undefined ? 'at the beginning' : `after ${before.id}`;
  return within === undefined ? after : `${after}, in “${within.head || within.id}”`;
}

function aliasesOf(pairs: readonly Pair[], sections: readonly SectionState[]): readonly Alias[] {
  const taken = new Set(sections.map(({ id }) => id));
  return pairs
    .filter(({ before, after }) => before.isDocument && before.id !== after.id)
    .map(({ before, after }) => ({ id: before.id, now: after.id, isFree: !taken.has(before.id) }));
}
