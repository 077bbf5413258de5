import { isSourceNote } from '../../grammar/source-prefix.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import type { Line } from '../page/segment.js';
import { type Candidate, LOOKS_LIKE_CALL } from './call-candidates.js';
import { callsIn, type Matched, matchCalls } from './calls.js';
import { echoesOf } from './composed-markers.js';
import {
  areCalledAlike,
  CLEARLY_CALL,
  callingOf,
  candidatesIn,
  echoedIn,
  matchAlike,
  withEchoes,
} from './list-calls.js';
import { type Calling, type Extent, extentOf, isSigned, linesOf, notesOf } from './list-extent.js';
import { ListsBefore } from './lists-before.js';
import { noteRuns, type Run } from './note-runs.js';
import { Pages } from './pages.js';
import { withWholeCalls } from './whole-calls.js';

/** A list of notes with the calls of its notes. */
export interface NoteList {
  readonly extent: Extent;
  readonly run: Run;
  readonly matched: readonly Matched[];
  /** Its heading, its source note, its place or its markers show that it is one of notes. */
  readonly isMarked: boolean;
}

/** The lists of notes of a text, in its order, and what stands where notes stand, is marked as they are, and was not taken for notes. */
export interface NoteLists {
  readonly lists: readonly NoteList[];
  readonly refused: readonly NoteList[];
}

/** What is known of a text beside its lines. */
export interface Sheet {
  /** Whether a page begins with a line, so that notes can stand above it. */
  turns(index: number): boolean;
  /** Whether a line is of the sheet and not of the text. */
  isSheet(index: number): boolean;
  /** The candidates for calls, in the order of the text. */
  readonly candidates: readonly Candidate[];
}

/**
 * Finds the lists of notes: at the end of the text, at the foot of its pages, under a rule or a heading, and, where nothing else is marked so,
 * anywhere. A list is known by its labels, which count up, by where it stands, and by its calls, which stand in the text above it in the same
 * order.
 */
export function findNoteLists(lines: readonly Line[], sheet: Sheet): NoteLists {
  const pages = new Pages(lines.length, sheet);
  const runs = noteRuns(lines, (index) => pages.ends(index))
    // `[X] Concurrence    [ ] Signature`: what the sheet itself bears is no note.
    .filter(({ entries }) => !entries.every(({ line }) => sheet.isSheet(line)));
  const echoes = echoesOf(lines, echoedIn(runs), (line) => !sheet.isSheet(line));
  const calling = callingOf(sheet.candidates, echoes);
  const below = new Map<number, Placed['place']>();
  const tried: Placed[] = [];
  // From the last on, since a list may stand right above another of its page: `14 …` above `† …`.
  for (const run of runs.toReversed()) {
    const one = placed(lines, run, pages, calling, below);
    if (one === undefined) continue;
    if (one.place !== 'within') below.set(one.extent.from, one.place);
    tried.push(one);
  }
  tried.reverse();
  const groups = groupsOf(tried);
  // What is marked like nothing else has no calls in it.
  const taken = new Set(
    tried.filter((one) => isAlone(one) || one.extent.isScattered).flatMap(({ extent }) => linesOf(extent)),
  );
  const candidates = taken.size === 0 ? sheet.candidates : sheet.candidates.filter(({ line }) => !taken.has(line));
  const around = { lines, candidates, echoes, pages, begins: beginsAgain(tried) };
  const strict = chosen(groups, { ...around, arePointsNotes: false });
  // Points at the foot of a page are notes only where that leaves fewer notes without a call.
  if (!tried.some(({ run, place }) => place === 'foot' && isOfPoints(run))) return strict;
  const lenient = chosen(groups, { ...around, arePointsNotes: true });
  return uncalledIn(lenient) < uncalledIn(strict) ||
    (uncalledIn(lenient) === 0 && lenient.lists.length > strict.lists.length)
    ? lenient
    : strict;
}

/** Whether the notes of Markdown, which can stand anywhere, count anew further down: then each list has its own part of the text. */
function beginsAgain(tried: readonly Placed[]): boolean {
  const labels = tried
    .filter(({ run }) => run.style.name === 'markdown')
    .flatMap(({ run }) => [...new Set(run.entries.map(({ marker }) => marker.label))]);
  return new Set(labels).size < labels.length;
}

function uncalledIn({ lists }: NoteLists): number {
  return lists.reduce((count, { matched }) => count + matched.filter(({ call }) => call === undefined).length, 0);
}

/** Of the runs of each group the one that is a list, if one is. */
function chosen(groups: readonly (readonly Placed[])[], around: Omit<Surroundings, 'before'>): NoteLists {
  const lists: NoteList[] = [];
  const refused: NoteList[] = [];
  const before = new ListsBefore(around);
  for (const group of groups) {
    const judged = group.map((one) => judge(one, { ...around, before }));
    const best = judged.filter(({ isList }) => isList).toSorted((a, b) => b.worth - a.worth)[0];
    if (best === undefined) {
      append(refused, judged);
      continue;
    }
    lists.push({ ...best, matched: withWholeCalls(best.matched, best.run, around.lines) });
    before.add(best);
  }
  return { lists, refused };
}

/** Whether points of the text are most often marked as a run is; signs mark none. */
export function isOfPoints({ style, entries }: Run): boolean {
  return style.isOfPoints === true && /^(?:[\da-zIVXL]|$)/.test(entries[0]?.marker.label ?? '');
}

interface Placed {
  readonly run: Run;
  readonly extent: Extent;
  /** At the end of the text, at the foot of a page, or with text below it on its page. */
  readonly place: 'end' | 'foot' | 'within';
}

/** A run where notes can stand; undefined for any other. */
function placed(
  lines: readonly Line[],
  run: Run,
  pages: Pages,
  calling: Calling,
  below: ReadonlyMap<number, Placed['place']>,
): Placed | undefined {
  const bound = pages.endAfter(run.entries.at(-1)?.line ?? 0);
  const extent = extentOf(lines, run, bound, calling);
  const isBelow = isSigned(lines[extent.to]?.text ?? '') ? below.get(extent.to) : undefined;
  const own = bound >= pages.textEnd ? 'end' : 'foot';
  const place = extent.to >= bound ? own : (isBelow ?? 'within');
  return place !== 'within' ||
    extent.isRuled ||
    extent.isHeaded ||
    extent.isScattered ||
    run.style.telling === 'alone' ||
    isSetApart(lines, run, extent)
    ? { run, extent, place }
    : undefined;
}

/** Whether lines that are marked as points hardly are stand between empty lines: the foot of a page that nothing shows. */
function isSetApart(lines: readonly Line[], run: Run, { from, to }: Extent): boolean {
  const [first] = run.entries;
  const words = lines[from]?.text.slice(first?.marker.length ?? 0) ?? '';
  return (
    !isOfPoints(run) &&
    run.style.name !== 'bullet' &&
    /^[\p{Lu}\d“"‘'[(]/u.test(words) &&
    (lines[from]?.blankBefore ?? 0) > 0 &&
    (lines[to]?.blankBefore ?? 0) > 0
  );
}

function isAlone({ run }: Pick<Placed, 'run'>): boolean {
  return run.style.telling === 'alone';
}

/** Runs that lie over each other, of which one at most is a list; what is marked like nothing else stands for itself. */
function groupsOf(tried: readonly Placed[]): readonly (readonly Placed[])[] {
  const taken = new Set<number>();
  const isFree = ({ extent }: Placed): boolean => linesOf(extent).every((line) => !taken.has(line));
  const groups: Placed[][] = [];
  for (const one of tried) {
    if (!isAlone(one) || !isFree(one)) continue;
    groups.push([one]);
    for (const line of linesOf(one.extent)) taken.add(line);
  }
  let end = 0;
  let group: Placed[] = [];
  const others = tried.filter((one) => !isAlone(one) && isFree(one));
  for (const one of others.toSorted((a, b) => a.extent.from - b.extent.from)) {
    if (one.extent.from >= end) {
      group = [];
      groups.push(group);
    }
    group.push(one);
    end = Math.max(end, one.extent.to);
  }
  return groups.toSorted((a, b) => (a[0]?.extent.from ?? 0) - (b[0]?.extent.from ?? 0));
}

interface Surroundings {
  readonly lines: readonly Line[];
  readonly candidates: readonly Candidate[];
  /** The calls that repeat the markers of lists, by the style of the list. */
  readonly echoes: ReadonlyMap<string, readonly Candidate[]>;
  readonly pages: Pages;
  /** Whether the notes of Markdown begin to count again. */
  readonly begins: boolean;
  /** Whether points at the foot of a page, all of them called, are notes. */
  readonly arePointsNotes: boolean;
  /** The lists found so far. */
  readonly before: ListsBefore;
}

interface Judged extends NoteList {
  readonly isList: boolean;
  /** By what it is preferred to others that lie over it. */
  readonly worth: number;
}

function judge(one: Placed, around: Surroundings): Judged {
  const { run, extent, place } = one;
  const { style } = run;
  const notes = notesOf(around.lines, run, extent);
  const first = notes[0]?.label;
  const scope = scopeOf(one, around);
  const countsAnew = style.countsAnew === true && (first === undefined || first === '1');
  const above = candidatesIn(around.candidates, scope, around.before.mostFrom(scope.start));
  const inScope = withEchoes(above, around.echoes.get(style.name), extent, scope);
  const candidates = around.before.withoutCalls(inScope);
  const matched = matchAlike(run, notes, candidates) ?? matchCalls(notes, candidates, countsAnew);
  const calls = callsIn(matched);
  const isSource = isSourceNote(notes[0]?.lines[0]?.text ?? '');
  const isMarked =
    isAlone(one) ||
    (extent.isHeaded && (place !== 'within' || calls > 0)) ||
    isSource ||
    (place === 'end' && isApart(around.lines, one));
  // Amid the text, with no rule above it
  if (place === 'within' && !extent.isRuled && !extent.isHeaded && !extent.isScattered && !isAlone(one)) {
    return { run, extent, matched, isMarked: false, isList: areCalledAlike(style, matched), worth: 0.5 };
  }
  const isAtFoot = style.telling === 'at-foot' && (place !== 'within' || calls > 0);
  // `1.4` may be a decimal, `(1)` count a point, where the list may be one of points
  const clear = extent.isRuled || extent.isHeaded ? LOOKS_LIKE_CALL : CLEARLY_CALL;
  const isClear =
    !isOfPoints(run) || around.before.has(run.goesOnWith) || matched.some(({ call }) => (call?.weight ?? 0) > clear);
  const isCalled = isClear && calls > 0 && calls * 2 >= notes.length && canBeNotes(one, calls === notes.length, around);
  return {
    run,
    extent,
    matched,
    isMarked,
    isList: style.name === 'bullet' ? isSource : isMarked || isAtFoot || isCalled,
    worth: calls / notes.length + (isSource ? 1 : 0) + (style.telling === 'with-calls' ? 0 : 0.5) + notes.length / 1000,
  };
}

/** Whether lines that are called as notes are can be notes where they stand. */
function canBeNotes(
  { place, extent, run }: Placed,
  areAllCalled: boolean,
  { before, arePointsNotes }: Surroundings,
): boolean {
  const { goesOnWith } = run;
  // What goes on with numbered points of the text is of the text.
  if (goesOnWith !== undefined && !before.has(goesOnWith)) return false;
  if (extent.isScattered) return areAllCalled;
  if (place === 'end' || extent.isRuled || extent.isHeaded || !isOfPoints(run)) return true;
  return (arePointsNotes && areAllCalled) || before.hasCommon;
}

/** Copied lists are indented, and paragraphs are not. */
function isApart(lines: readonly Line[], { run, extent }: Placed): boolean {
  return (
    run.style.name === 'dot' && lines.every(({ indent }, index) => (index < extent.from ? indent < 2 : indent >= 2))
  );
}

/** Where the calls of a list stand: above it, after the list before; at the foot of a page on that page or the one before. */
function scopeOf({ run, extent, place }: Placed, { before, lines, pages, begins }: Surroundings): Span {
  const last = extent.notes.at(-1)?.from ?? extent.from;
  if (run.style.name === 'markdown' && !begins) return { start: 0, end: lines.length };
  const { edge, after } = before.stretchAbove(extent.from);
  const start = place === 'foot' ? Math.max(after, pages.pageBefore(extent.from)) : after;
  return { start, end: isAlone({ run }) || extent.isScattered ? last : edge };
}
