import { diagnostic } from '../diagnostics/diagnostic.js';
import { readHeading } from '../grammar/heading.js';
import { readSourceNote } from '../grammar/source-note.js';
import type { Note } from '../model/document.js';
import type { Span } from '../model/position.js';
import { type Built, build } from './build.js';
import { type Candidate, findCandidates, type Matched, matchCalls } from './calls.js';
import { isFileNumber } from './constructs/file-number.js';
import { frusOpening } from './constructs.js';
import type { Context, Finding } from './context.js';
import { type Endnotes, takeEndnotes } from './endnotes.js';
import { makeNotes } from './note.js';
import { pageCuts, pageIds, withoutPageMarks } from './page-marks.js';
import type { RawPart } from './raw-part.js';
import type { Line } from './segment.js';
import { isSourceNote } from './source-prefix.js';
import { rejoinLabels } from './split-labels.js';
import { type Cut, join, type Strand, strandWithout } from './strand.js';
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
  const texts: string[] = [];
  for (const line of lines) {
    const text = withoutPageMarks(line.text);
    if (text !== '') texts.push(text);
    if (texts.length === 2) break;
  }
  const { number } = readHeading(texts[isFileNumber(texts[0] ?? '') ? 1 : 0] ?? '');
  return `d${number ?? part}`;
}

/** Reads the lines of a text from the FRUS web site: page breaks, notes at the end, calls in the text. */
function readFrusWeb(lines: readonly Line[], id: string, annotate: Context['annotate']): Reading {
  const listed = takeEndnotes(lines);
  const candidates = candidatesOf(listed.body);
  const attempt = matchCalls(listed.notes, candidates);
  const isList = listed.isCertain || isPlausible(attempt);
  const endnotes = isList ? listed : { notes: [], body: lines, isCertain: true };
  return assemble(endnotes, candidates, isList ? attempt : [], id, annotate);
}

/** The candidates for calls, line by line. A file number before the heading has no call, and its digits look like one. */
function candidatesOf(body: readonly Line[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let hasHeading = false;
  for (const [index, line] of body.entries()) {
    const isNumber: boolean = !hasHeading && isFileNumber(withoutPageMarks(line.text));
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
): Reading {
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
  const lines = endnotes.body.map((line, index) => {
    const cuts = [...pageCuts(line.text, pageId), ...(calls.get(index) ?? [])].sort((a, b) => a.start - b.start);
    return cutLine(line, cuts, dropped);
  });
  const strands = withoutEmptyStrands(lines);
  return {
    strands: rejoinLabels(strands, isFileNumber(strands[0]?.text ?? '') ? 2 : 1),
    uncalled: notes.filter((_, index) => matched[index]?.call === undefined),
    matched,
    callsWithoutNote: callsWithoutNote(endnotes.body, candidates, matched),
    dropped,
    moved,
  };
}

/**
 * Page marks that stand on lines of their own belong to what follows: between two paragraphs, or inside one that goes on over the page.
 */
function withoutEmptyStrands(lines: readonly Strand[]): readonly Strand[] {
  const strands: Strand[] = [];
  let pages: Strand['milestones'] = [];
  for (const line of lines) {
    if (line.text.trim() === '' && line.milestones.every((m) => m.node.element === 'pb')) {
      pages = [...pages, ...line.milestones.map((m) => ({ at: 0, node: m.node }))];
      continue;
    }
    const strand = pages.length === 0 ? line : { ...line, milestones: [...pages, ...line.milestones] };
    const before = strands.at(-1);
    if (pages.length > 0 && before !== undefined && goesOn(before.text, strand.text)) {
      strands[strands.length - 1] = join([before, strand]);
    } else {
      strands.push(strand);
    }
    pages = [];
  }
  const last = strands.pop();
  if (last === undefined) return pages.length === 0 ? [] : [{ text: '', pieces: [], milestones: pages }];
  return [
    ...strands,
    { ...last, milestones: [...last.milestones, ...pages.map((m) => ({ ...m, at: last.text.length }))] },
  ];
}

/** A paragraph goes on over the page where it has not ended and the next line begins in the middle of a sentence. */
function goesOn(before: string, after: string): boolean {
  return before.length > 60 && /[\p{L}\p{N},;–-]$/u.test(before) && /^\p{Ll}/u.test(after);
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
function callsWithoutNote(
  body: readonly Line[],
  candidates: readonly Candidate[],
  matched: readonly Matched[],
): Reading['callsWithoutNote'] {
  const used = new Set(matched.map((m) => m.call));
  return candidates
    .filter((candidate) => candidate.weight >= 8 && !used.has(candidate))
    .map(({ label, line, span }) => {
      const start = body[line]?.start ?? 0;
      return { label, span: { start: start + span.start, end: start + span.end } };
    });
}
