import type { Block, DocumentNode, Note, Paragraph } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import { type DoubtfulMark, doubtfulMarks, pageCuts, pageIds } from '../page/page-marks.js';
import { PartedWords } from '../page/parted-words.js';
import { headsAt } from '../page/running-head-cuts.js';
import type { PagedLines } from '../page/running-heads.js';
import type { Line } from '../page/segment.js';
import { type Cut, inOrder, type Strand, strandWithout, withPlace } from '../page/strand.js';
import { textOf } from '../page/text-of.js';
import type { Dropped, MovedNote } from '../proof/declared.js';
import type { Built } from '../regions/build.js';
import { readSource } from '../regions/constructs/head.js';
import type { Context } from '../regions/context.js';
import { candidatesOf, withSupplied } from './body-candidates.js';
import type { Candidate } from './call-candidates.js';
import type { Matched } from './calls.js';
import type { NoteLine } from './endnote.js';
import { type InlineNotes, inlineNotes, PLACE_OF_NOTES } from './inline-notes.js';
import { isRuleOfList, linesOf, RUNNING_HEAD } from './list-extent.js';
import { makeNotes } from './note.js';
import { findNoteLists, type NoteList } from './note-lists.js';

/** What the notes of a text need besides its lines. */
export type NoteTools = Pick<Context, 'annotate' | 'report' | 'calls' | 'areNotesKnown'>;

/** How the lines of a shape are read. */
export interface NoteRules {
  /** Whether a line is of the sheet and not of the text: it has no calls, and notes can stand above it. */
  isSheet?(index: number): boolean;
  /** What else a line marks without words (the asterisks of emphasis). */
  markup?(line: NoteLine): readonly Cut[];
  /** The heads of printed pages that were taken out of the lines. */
  readonly heads?: Pick<PagedLines, 'above' | 'trailing'>;
}

/** A text without its lists of notes, and the notes with their calls. */
export interface TakenNotes<T extends Line> {
  /** The lines of the text. */
  readonly body: readonly T[];
  /** What a line of the text leaves out or holds: its calls, each with its note. */
  cutsOf(line: T): readonly Cut[];
  /** All notes, in the order of the lists. */
  readonly notes: readonly Note[];
  /** Notes without a call. */
  readonly uncalled: readonly Note[];
  readonly matched: readonly Matched[];
  readonly lists: readonly NoteList[];
  /** Lines that are marked as notes are, and were not taken for notes. */
  readonly refused: readonly NoteList[];
  /** Places that look like calls and have no note. */
  readonly candidates: readonly Candidate[];
  /** Notes that open in the text and close nowhere. */
  readonly open: InlineNotes['open'];
  /** Stretches of the raw text that are not words of the document: calls, the labels of the lists. */
  readonly dropped: readonly Dropped[];
  /** The notes, which the TEI has at their calls. */
  readonly moved: readonly MovedNote[];
}

/**
 * Takes the notes out of the lines of a document, of whatever shape it is: the lists at the end of the text or at the feet of its pages, and the
 * notes that stand in the text itself.
 * @param id of the document; the ids of its notes begin with it
 * @param pageId makes the ids of pages that begin inside a note
 */
export function takeNotes<T extends Line>(
  lines: readonly T[],
  id: string,
  tools: NoteTools,
  { isSheet: isOfSheet = () => false, markup = () => [] }: NoteRules = {},
  pageId: (n: string) => string = pageIds(),
): TakenNotes<T> {
  const { annotate, report, calls = {}, areNotesKnown = false } = tools;
  if (areNotesKnown) return withoutNotes(lines);
  const isSheet = (index: number): boolean => isOfSheet(index) || isFolio(lines, index);
  const candidates = withSupplied(candidatesOf(lines, isSheet), lines, calls, report);
  const turns = (index: number): boolean => turnsPage(lines[index], lines[index + 1]);
  const { lists, refused } = findNoteLists(lines, { turns, isSheet, candidates });
  const listed = new Map<number, NoteList>();
  for (const list of lists) for (const line of linesOf(list.extent)) listed.set(line, list);
  const inline = inlineNotes(lines, (line) => listed.has(line) || isSheet(line));
  const matched = [...lists.flatMap((list) => list.matched), ...inline.notes]
    .map((one) => (one.call !== undefined && listed.has(one.call.line) ? { note: one.note, label: one.label } : one))
    .toSorted(byCall);
  const dropped: Dropped[] = [];
  const moved: MovedNote[] = [];
  const texts = matched.map((match) => ({
    match,
    strands: match.note.lines.map((line) => cutLine(line, inOrder(pageCuts(line.text, pageId), markup(line)), dropped)),
  }));
  const words = new PartedWords(lines);
  const notes = makeNotes(id, texts, annotate, { words, drop: (span) => dropped.push(span) });
  const cuts = new Map<Line, Cut[]>();
  for (const [index, { note, call }] of matched.entries()) {
    const node = notes[index];
    if (node === undefined) continue;
    moved.push({ id: node.attributes['xml:id'] ?? '', span: extentOfNote(note.lines) });
    for (const { line, start, text } of note.lines) {
      dropped.push({ start: line.start, end: start, kind: 'note marker' });
      dropped.push({ start: start + text.length, end: line.end, kind: 'note marker' });
    }
    const line = call === undefined ? undefined : lines[call.line];
    if (call === undefined || line === undefined) continue;
    const own = cuts.get(line) ?? [];
    cuts.set(line, own);
    own.push({ ...call.span, node, marks: marksOf(call, note.lines, line.start) });
  }
  for (const own of cuts.values()) own.sort((a, b) => a.start - b.start);
  append(dropped, furnitureOf(lines, lists, matched));
  // `<references />` says where a site prints the notes that stand in its text.
  const places = new Set(inline.notes.length === 0 ? [] : lines.filter(({ text }) => PLACE_OF_NOTES.test(text)));
  for (const { start, text } of places) dropped.push({ start, end: start + text.length, kind: 'heading of notes' });
  return {
    body: lines.filter((line, index) => !listed.has(index) && !places.has(line)),
    cutsOf: (line) => cuts.get(line) ?? [],
    notes,
    uncalled: notes.filter((_, index) => matched[index]?.call === undefined),
    matched,
    lists,
    refused,
    candidates: candidates.filter(({ line }) => !listed.has(line)),
    open: inline.open,
    dropped,
    moved,
  };
}

/** The headings of lists, and the rules that part their notes. */
function furnitureOf(
  lines: readonly Line[],
  lists: readonly NoteList[],
  matched: readonly Matched[],
): readonly Dropped[] {
  const ofNotes = new Set(matched.flatMap(({ note }) => note.lines.map(({ start }) => start)));
  return lists.flatMap(({ extent }) => {
    const first = extent.notes[0]?.from ?? extent.from;
    return linesOf(extent).flatMap((index): Dropped[] => {
      const { text = '', start = 0 } = lines[index] ?? {};
      const span = { start, end: start + text.length };
      if (index < first) return [{ ...span, kind: 'heading of notes' }];
      return isRuleOfList(text) && !ofNotes.has(start) ? [{ ...span, kind: 'rule' }] : [];
    });
  });
}

/** A text whose notes are known by the marks of its file. */
function withoutNotes<T extends Line>(body: readonly T[]): TakenNotes<T> {
  const none = {
    notes: [],
    uncalled: [],
    matched: [],
    lists: [],
    refused: [],
    candidates: [],
    open: [],
    dropped: [],
    moved: [],
  };
  return { ...none, body, cutsOf: () => [] };
}

const FOLIO = /^[-–—\s([]{0,3}\d{1,4}[-–—\s)\]]{0,3}$/;

/** Whether a line is the number of a page at its foot: alone below an empty line, and a form feed or nothing below it. */
function isFolio(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.text.length > LONGEST_FOLIO || line.blankBefore === 0 || line.pageBefore) return false;
  return FOLIO.test(line.text) && lines[index + 1]?.pageBefore !== false;
}

const LONGEST_FOLIO = 12;

const PAGE_MARK = /^\[(?:Typeset |Facsimile )?Page \[?[\w.–-]{1,12}\]?\]/;

/** Whether a page begins with a line: after a form feed, with its mark, or with the head of a printed page. */
function turnsPage(line: Line | undefined, next: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.pageBefore ||
      (line.text.startsWith('[') && PAGE_MARK.test(line.text)) ||
      (line.blankBefore > 0 && RUNNING_HEAD.test(line.text) && !hangs(line, next)))
  );
}

/** `1   Not printed. The letter`, and the next line goes on, further in or after words that no title has small: a note, no head of a page. */
function hangs(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.blankBefore > 0) return false;
  return next.indent > line.indent || (/^\d/.test(line.text) && /(?<!\p{L})\p{Ll}{5,}/u.test(line.text));
}

/** A note from its first line to its last. */
function extentOfNote(lines: readonly NoteLine[]): Span {
  return { start: lines[0]?.line.start ?? 0, end: lines.at(-1)?.line.end ?? 0 };
}

/** Notes in the order of their lists, those with a call in the text itself at the place of that. */
function byCall(a: Matched, b: Matched): number {
  return placeOf(a) - placeOf(b);
}

function placeOf({ note }: Matched): number {
  return note.lines[0]?.start ?? 0;
}

/** What of a call is left out: all of it, or what stands around the words where the note itself stands there. */
function marksOf({ span }: Candidate, note: Matched['note']['lines'], start: number): readonly Dropped[] {
  const whole = { start: start + span.start, end: start + span.end };
  const words = note.find(({ line }) => line.start >= whole.start && line.end <= whole.end)?.line;
  const kind = 'call' as const;
  return words === undefined
    ? [{ ...whole, kind }]
    : [
        { start: whole.start, end: words.start, kind },
        { start: words.end, end: whole.end, kind },
      ];
}

/** A text whose notes stand at its end: its lines as strands, with the notes at their calls. */
export interface NotedText extends TakenNotes<Line> {
  /** One for each line of the text. */
  readonly strands: readonly Strand[];
  /** Page marks that were left in the text. */
  readonly marks: readonly DoubtfulMark[];
  /** Lines of the text that seem to be the numbers of pages at their feet. */
  readonly folios: readonly Line[];
}

/** Reads lines with page marks and calls, and the lists of notes among them. */
export function readNotedText(lines: readonly Line[], id: string, tools: NoteTools, rules: NoteRules = {}): NotedText {
  const pageId = pageIds();
  const taken = takeNotes(lines, id, tools, rules, pageId);
  const marks = doubtfulMarks(taken.body);
  const isText = new Set(marks.map(({ at }) => at));
  const dropped: Dropped[] = [...taken.dropped];
  const { markup = () => [] } = rules;
  const headCuts = headsAt(lines, taken.body, rules.heads, { pageId, dropped });
  const strands = taken.body.map((line) => {
    const pages = pageCuts(line.text, pageId, (at) => !isText.has(line.start + at));
    const whole = { ...line, line: { start: line.start, end: line.start + line.text.length } };
    const cuts = inOrder([...pages, ...taken.cutsOf(line)], markup(whole));
    const heads = headCuts.get(line);
    return cutLine(line, heads === undefined ? cuts : [...heads.before, ...cuts, ...heads.after], dropped);
  });
  const folios = lines.filter((_, index) => isFolio(lines, index) && rules.isSheet?.(index) !== true);
  return { ...taken, strands, marks, folios, dropped };
}

function cutLine(
  line: Pick<Strand, 'text' | 'indent' | 'tabs'> & { readonly start: number },
  cuts: readonly Cut[],
  dropped: Dropped[],
): Strand {
  for (const cut of cuts) append(dropped, cut.marks ?? [{ start: line.start + cut.start, end: line.start + cut.end }]);
  return withPlace(strandWithout(line.text, line.start, cuts), line);
}

/** Of a document that is withheld, the source stands in brackets in place of its text. */
function withheld({ blocks }: Built): Paragraph | undefined {
  const [only, ...others] = blocks.filter((block) => block.element === 'p');
  return only !== undefined && others.length === 0 && /^\[Sources?:/.test(textOf(only)) ? only : undefined;
}

/** The source note is the document's wherever it is called, or if nothing calls it. */
export function withSource(read: Built, { notes, uncalled }: Pick<TakenNotes<Line>, 'notes' | 'uncalled'>): Built {
  const isSource = (note: Note): boolean => note.attributes.type === 'source';
  // A note that says “Source:” is the source note, though a file number stand before the heading.
  const own = uncalled.find(isSource);
  const called = own === undefined ? notes.find(isSource) : undefined;
  const built = called === undefined ? read : { ...read, blocks: withPlainSource(read.blocks) };
  const note = own ?? (built.facts.source === undefined ? (called ?? withheld(built)) : undefined);
  if (note === undefined) return built;
  return { ...built, facts: { ...built.facts, source: readSource(note) } };
}

/** Blocks in which a source note that is called in the text, and not in the heading, is a note like others: as a source note it stands in the heading. */
function withPlainSource(blocks: readonly Block[]): readonly Block[] {
  const head = blocks.find(({ element }) => element === 'head');
  if (head?.children.some((child) => child.element === 'note' && child.attributes.type === 'source')) return blocks;
  return blocks.map((block) => (block.element === 'note' || block.element === 'head' ? block : plainSource(block)));
}

function plainSource<Node extends DocumentNode>(node: Node): Node {
  if (node.element === 'text') return node;
  if (node.element === 'note' && node.attributes.type === 'source') {
    const { type: _, ...attributes } = node.attributes;
    return { ...node, attributes };
  }
  return { ...node, children: (node.children as readonly DocumentNode[]).map(plainSource) } as Node;
}
