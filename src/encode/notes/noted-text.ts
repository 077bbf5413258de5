import { isFileLine } from '../../grammar/file-line.js';
import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Note, Paragraph } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import { type Finding, finding, quoted } from '../facts/finding.js';
import { pageCuts, pageIds, withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { type Cut, type Strand, strandWithout } from '../page/strand.js';
import { textOf } from '../page/text-of.js';
import type { Built } from '../regions/build.js';
import { readSource } from '../regions/constructs/head.js';
import type { Context } from '../regions/context.js';
import { type Candidate, findCandidates } from './call-candidates.js';
import { type Matched, matchCalls } from './calls.js';
import { type Endnotes, type NoteLine, takeEndnotes } from './endnotes.js';
import { makeNotes } from './note.js';

/** A text whose notes stand at its end: its lines as strands, with the notes at their calls. */
export interface NotedText {
  /** The lines before the notes. */
  readonly lines: readonly Line[];
  /** One for each of the lines. */
  readonly strands: readonly Strand[];
  /** Notes without a call, in the order of the list. */
  readonly uncalled: readonly Note[];
  readonly matched: readonly Matched[];
  /** Places that look like a call and have no note. */
  readonly callsWithoutNote: readonly { readonly label: string; readonly span: Span }[];
  /** Stretches of the raw text that are not words of the document: calls, `[Page N]`, the labels of the list. */
  readonly dropped: readonly Span[];
  /** Stretches that stand elsewhere in the TEI: the notes. */
  readonly moved: readonly Span[];
}

/** Of a document that is withheld, the source stands in brackets in place of its text. */
function withheld({ blocks }: Built): Paragraph | undefined {
  const [only, ...others] = blocks.filter((block) => block.element === 'p');
  return only !== undefined && others.length === 0 && /^\[Sources?:/.test(textOf(only)) ? only : undefined;
}

/** A source note that nothing calls is still the document's. */
export function withUncalledSource(built: Built, uncalled: readonly Note[]): Built {
  // A note that says “Source:” is the source note, though a file number stand before the heading.
  const own = uncalled.find((n) => n.attributes.type === 'source');
  const note = own ?? (built.facts.source === undefined ? withheld(built) : undefined);
  if (note === undefined) return built;
  return { ...built, facts: { ...built.facts, source: readSource(note) } };
}

const EXCERPT = 60;

/** What the manifest says of digits that are no call. */
const NO_CALL = 'none';

/** Notes without a call, and calls without a note. */
export function noteDoubts(reading: NotedText): readonly Finding[] {
  const notes = reading.matched
    .filter((match) => match.call === undefined)
    .map(({ label, note }) => {
      const line = note.lines[0];
      const facts = { label, text: (line?.text ?? '').slice(0, EXCERPT) };
      return finding('EN002', facts, line?.start ?? 0, `calls: { ${quoted(label)}: "the words before it" }`);
    });
  const calls = reading.callsWithoutNote.map(({ label, span }) =>
    finding('EN003', { label }, span.start, `calls: { ${quoted(label)}: ${NO_CALL} }`),
  );
  return [...notes, ...calls];
}

/**
 * Reads lines with page marks and calls, and the list of notes at their end.
 * @param id of the document; the ids of its notes begin with it
 * @param markup finds what else a line marks without words (the asterisks of emphasis)
 */
export function readNotedText(
  lines: readonly Line[],
  id: string,
  {
    annotate,
    report,
    calls = {},
    areNotesKnown = false,
  }: Pick<Context, 'annotate' | 'report' | 'calls' | 'areNotesKnown'>,
  markup: (line: NoteLine) => readonly Cut[] = () => [],
): NotedText {
  if (areNotesKnown) return assemble({ notes: [], body: lines, isCertain: true }, [], [], id, annotate, markup);
  const listed = takeEndnotes(lines);
  const candidates = withSupplied(candidatesOf(listed.body), listed.body, calls, report);
  const attempt = matchCalls(listed.notes, candidates);
  const isList = listed.isCertain || isPlausible(attempt);
  const endnotes = isList ? listed : { notes: [], body: lines, isCertain: true };
  return assemble(endnotes, candidates, isList ? attempt : [], id, annotate, markup);
}

/** The candidates for calls, line by line. A file number before the heading has no call, and its digits look like one. */
function candidatesOf(body: readonly Line[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let hasHeading = false;
  for (const [index, line] of body.entries()) {
    const isNumber: boolean =
      !hasHeading && isFileLine(withoutPageMarks(line.text), withoutPageMarks(body[index + 1]?.text ?? ''));
    hasHeading ||= !isNumber && withoutPageMarks(line.text) !== '';
    if (isNumber) continue;
    const pages = pageCuts(line.text, (n) => n);
    for (const candidate of findCandidates(line.text, index)) {
      if (!pages.some((cut) => candidate.span.start < cut.end && candidate.span.end > cut.start)) {
        candidates.push(candidate);
      }
    }
  }
  return candidates;
}

/** What the editor says in the manifest: `none` of digits that are no call, and words after which a note stands. */
function withSupplied(
  found: readonly Candidate[],
  body: readonly Line[],
  calls: NonNullable<Context['calls']>,
  report: Context['report'],
): readonly Candidate[] {
  const entries = Object.entries(calls);
  if (entries.length === 0) return found;
  const placed = entries.flatMap(([label, words]): Candidate[] => {
    if (words === NO_CALL) return [];
    const line = body.findIndex(({ text }) => text.includes(words));
    if (line < 0) {
      report(finding('EN017', { label, words }, body[0]?.start ?? 0));
      return [];
    }
    const end = (body[line]?.text.indexOf(words) ?? 0) + words.length;
    return [{ line, span: { start: end, end }, label, weight: CERTAIN }];
  });
  return [...found.filter(({ label }) => calls[label] === undefined), ...placed].sort(
    (a, b) => a.line - b.line || a.span.start - b.span.start,
  );
}

/** The editor's word outweighs all that looks like a call. */
const CERTAIN = 100;

/** A list that counts anew is a list of notes where it begins with a source note, or where most of its numbers are called. */
function isPlausible(matched: readonly Matched[]): boolean {
  const first = matched[0]?.note.lines[0]?.text ?? '';
  const called = matched.filter((m) => (m.call?.weight ?? 0) >= 1).length;
  return isSourceNote(first) || (called > 0 && called * 2 >= matched.length);
}

function assemble(
  endnotes: Endnotes,
  candidates: readonly Candidate[],
  matched: readonly Matched[],
  id: string,
  annotate: Context['annotate'],
  markup: (line: NoteLine) => readonly Cut[],
): NotedText {
  const pageId = pageIds();
  const dropped: Span[] = [];
  const moved: Span[] = [];
  const noteStrands = matched.map((m) =>
    m.note.lines.map((line) => cutLine(line, inOrder(pageCuts(line.text, pageId), markup(line)), dropped)),
  );
  for (const { line, start, text } of matched.flatMap((m) => m.note.lines)) {
    moved.push(line);
    dropped.push({ start: line.start, end: start }, { start: start + text.length, end: line.end });
  }
  const notes = makeNotes(id, matched, noteStrands, annotate);
  const calls = new Map<number, Cut[]>();
  matched.forEach(({ call }, index) => {
    const node = notes[index];
    if (call === undefined || node === undefined) return;
    const cuts = calls.get(call.line) ?? [];
    calls.set(call.line, cuts);
    cuts.push({ ...call.span, node });
  });
  const strands = endnotes.body.map((line, index) => {
    const marks = markup({ ...line, line: { start: line.start, end: line.start + line.text.length } });
    return cutLine(line, inOrder([...pageCuts(line.text, pageId), ...(calls.get(index) ?? [])], marks), dropped);
  });
  return {
    lines: endnotes.body,
    strands,
    uncalled: notes.filter((_, index) => matched[index]?.call === undefined),
    matched,
    callsWithoutNote: callsWithoutNote(endnotes.body, candidates, matched),
    dropped,
    moved,
  };
}

/** Calls and page marks with the emphasis that does not overlap them, by their place. */
function inOrder(calls: readonly Cut[], emphasis: readonly Cut[]): readonly Cut[] {
  const apart = emphasis.filter((mark) => calls.every((call) => call.end <= mark.start || call.start >= mark.end));
  return [...calls, ...apart].sort((a, b) => a.start - b.start);
}

function cutLine(
  line: { readonly text: string; readonly start: number; readonly indent?: number },
  cuts: readonly Cut[],
  dropped: Span[],
): Strand {
  for (const cut of cuts) append(dropped, cut.marks ?? [{ start: line.start + cut.start, end: line.start + cut.end }]);
  const strand = strandWithout(line.text, line.start, cuts);
  return line.indent === undefined ? strand : { ...strand, indent: line.indent };
}

/** Calls that print as calls and that no note answers. */
function callsWithoutNote(
  body: readonly Line[],
  candidates: readonly Candidate[],
  matched: readonly Matched[],
): NotedText['callsWithoutNote'] {
  const used = new Set(matched.map((m) => m.call));
  return candidates
    .filter((candidate) => candidate.weight >= 8 && !used.has(candidate))
    .map(({ label, line, span }) => {
      const start = body[line]?.start ?? 0;
      return { label, span: { start: start + span.start, end: start + span.end } };
    });
}
