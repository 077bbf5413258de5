import { diagnostic } from '../diagnostics/diagnostic.js';
import { readHeading } from '../grammar/heading.js';
import { readSourceNote } from '../grammar/source-note.js';
import type { Note, PageBreak } from '../model/document.js';
import type { Span } from '../model/position.js';
import { type Built, build } from './build.js';
import { type Candidate, findCandidates, type Matched, matchCalls } from './calls.js';
import { isFileNumber } from './constructs/file-number.js';
import { frusOpening } from './constructs.js';
import type { Context, Finding } from './context.js';
import { type Endnotes, takeEndnotes } from './endnotes.js';
import { isSourceNote, makeNotes } from './note.js';
import type { RawPart } from './raw-part.js';
import type { Line } from './segment.js';
import { type Cut, type Strand, strandWithout } from './strand.js';
import { textOf } from './text-of.js';

/** A raw text as strands, with its notes at their calls. */
interface Reading {
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

const PAGE = /\[(?:Typeset |Facsimile )?Page (\[?[\w.–-]{1,12}\]?)\]/g;

/** A text of the FRUS web site: one document. */
export function frusWebParts(lines: readonly Line[]): readonly RawPart[] {
  return [
    {
      start: lines[0]?.start ?? 0,
      id: (part) => documentId(lines, part),
      read: (id, tools) => {
        const reading = readFrusWeb(lines, id, tools.annotate);
        const built = build(reading.strands, { opening: frusOpening, uncalled: reading.uncalled }, tools);
        return {
          built: withUncalledSource(built, reading.uncalled),
          dropped: reading.dropped,
          moved: reading.moved,
          doubts: noteDoubts(reading),
        };
      },
    },
  ];
}

/** A source note that nothing calls is still the document's. */
function withUncalledSource(built: Built, uncalled: readonly Note[]): Built {
  const note = uncalled.find((n) => n.attributes.type === 'source');
  if (note === undefined || built.facts.source !== undefined) return built;
  const text = textOf(note);
  return { ...built, facts: { ...built.facts, source: { text, reading: readSourceNote(text) } } };
}

const EXCERPT = 60;

/** Notes without a call, and calls without a note. */
function noteDoubts(reading: Reading): readonly Finding[] {
  const notes = reading.matched
    .filter((match) => match.call === undefined)
    .map((match): Finding => {
      const line = match.note.lines[0];
      const facts = { label: match.label, text: (line?.text ?? '').slice(0, EXCERPT) };
      return (place) => diagnostic('EN002', facts, place(line?.start ?? 0));
    });
  const calls = reading.callsWithoutNote.map(
    ({ label, span }): Finding =>
      (place) =>
        diagnostic('EN003', { label }, place(span.start)),
  );
  return [...notes, ...calls];
}

/** The id that a document gets from the number that its heading prints. */
function documentId(lines: readonly Line[], part: number): string {
  const text = lines[isFileNumber(lines[0]?.text ?? '') ? 1 : 0]?.text ?? '';
  const { number } = readHeading(text.replace(PAGE, ''));
  return `d${number ?? part}`;
}

/** The page breaks of a line, as cuts; a blank on both sides of the mark is one blank. */
function pageCuts(text: string, pageId: (n: string) => string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(PAGE)) {
    const n = match[1] ?? '';
    const end = match.index + match[0].length;
    const isSpaced = text[end] === ' ' && (match.index === 0 || text[match.index - 1] === ' ');
    const node: PageBreak = { element: 'pb', attributes: { n, 'xml:id': pageId(n) }, children: [] };
    cuts.push({ start: match.index, end: isSpaced ? end + 1 : end, node });
  }
  return cuts;
}

/** Page ids are `pg_N`, as in FRUS; a page that occurs again gets a suffix. */
function pageIds(): (n: string) => string {
  const counts = new Map<string, number>();
  return (n) => {
    const name = n.replace(/[^\w.-]/g, '');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `pg_${name}${count === 1 ? '' : `-${count}`}`;
  };
}

/** Reads the lines of a text from the FRUS web site: page breaks, notes at the end, calls in the text. */
function readFrusWeb(lines: readonly Line[], id: string, annotate: Context['annotate']): Reading {
  const listed = takeEndnotes(lines);
  const attempt = match(listed);
  const isList = listed.isCertain || isPlausible(attempt);
  const endnotes = isList ? listed : { notes: [], body: lines, isCertain: true };
  return assemble(endnotes, isList ? attempt : [], id, annotate);
}

function match(endnotes: Endnotes): readonly Matched[] {
  const candidates: Candidate[] = [];
  endnotes.body.forEach((line, index) => {
    if (index === 0 && isFileNumber(line.text)) return;
    const pages = pageCuts(line.text, (n) => n);
    for (const candidate of findCandidates(line.text, index)) {
      if (!pages.some((cut) => candidate.span.start < cut.end && candidate.span.end > cut.start))
        candidates.push(candidate);
    }
  });
  return matchCalls(endnotes.notes, candidates);
}

/** A list that counts anew is a list of notes where it begins with a source note, or where most of its numbers are called. */
function isPlausible(matched: readonly Matched[]): boolean {
  const first = matched[0]?.note.lines[0]?.text ?? '';
  const called = matched.filter((m) => (m.call?.weight ?? 0) >= 1).length;
  return isSourceNote(first) || (called > 0 && called * 2 >= matched.length);
}

function assemble(endnotes: Endnotes, matched: readonly Matched[], id: string, annotate: Context['annotate']): Reading {
  const pageId = pageIds();
  const dropped: Span[] = [];
  const moved: Span[] = [];
  const noteStrands = matched.map((m) =>
    m.note.lines.map((line) => cutLine(line, pageCuts(line.text, pageId), dropped)),
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
    const cuts = [...pageCuts(line.text, pageId), ...(calls.get(index) ?? [])].sort((a, b) => a.start - b.start);
    return cutLine(line, cuts, dropped);
  });
  return {
    strands,
    uncalled: notes.filter((_, index) => matched[index]?.call === undefined),
    matched,
    callsWithoutNote: callsWithoutNote(endnotes.body, matched),
    dropped,
    moved,
  };
}

function cutLine(
  line: { readonly text: string; readonly start: number },
  cuts: readonly Cut[],
  dropped: Span[],
): Strand {
  for (const cut of cuts) dropped.push({ start: line.start + cut.start, end: line.start + cut.end });
  return strandWithout(line.text, line.start, cuts);
}

/** Calls that print as calls and that no note answers. */
function callsWithoutNote(body: readonly Line[], matched: readonly Matched[]): Reading['callsWithoutNote'] {
  const used = new Set(matched.map((m) => `${m.call?.line}:${m.call?.span.start}`));
  return body.flatMap((line, index) =>
    findCandidates(line.text, index)
      .filter((c) => c.weight >= 8 && !used.has(`${index}:${c.span.start}`))
      .map((c) => ({ label: c.label, span: { start: line.start + c.span.start, end: line.start + c.span.end } })),
  );
}
