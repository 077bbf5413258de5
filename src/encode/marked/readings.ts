import { diagnostic } from '../../diagnostics/diagnostic.js';
import { isTooLong, readHeading } from '../../grammar/heading.js';
import { isSourceNote } from '../../grammar/source-prefix.js';
import { firstFrom } from '../../model/list.js';
import type { RawShape } from '../../model/manifest.js';
import {
  type FrontFault,
  type FrontMatter,
  MarkedFile,
  type MarkedHeading,
  type MarkedNote,
  type MarkedText,
  type Markup,
  NO_FRONT_MATTER,
} from '../../model/marked-text.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { type DocumentFinding, type Finding, finding } from '../facts/finding.js';
import { type Line, segment } from '../page/segment.js';
import type { Dropped } from '../proof/declared.js';
import { listType } from '../regions/constructs/labelled-list.js';
import { type ContentShape, recogniseShape } from '../shapes/shapes.js';

/** A stretch of a raw text that is read by itself: all of a plain text, each document of one with marks. */
export interface Reading {
  /** The text in which the places of the lines are. */
  readonly text: SourceFile;
  readonly lines: readonly Line[];
  /** What of the text has to come into the TEI, notes apart. */
  readonly extent: Span;
  readonly shape: ContentShape;
  /** Of a text with marks: what they say of this stretch. */
  readonly marks?: Marks;
  readonly findings: readonly Finding[];
}

export interface Marks {
  readonly markup: Markup;
  readonly notes: readonly MarkedNote[];
  /** The number signs before the heading of the document, and the headings of a site or a book above it. */
  readonly dropped: readonly Dropped[];
  readonly front: FrontMatter;
  /** The text has a heading of the document. */
  readonly isHeaded: boolean;
}

/** The stretches of a raw text, each with its shape, which its content tells and not its marks; none of a text in Markdown that was not opened as such. */
export function readingsOf(source: SourceFile, shape: RawShape | undefined): readonly Reading[] {
  const given = shape === 'markdown' ? undefined : shape;
  if (source instanceof MarkedFile) {
    return source.sections.flatMap(({ text, front }) => {
      const [first, ...others] = markedReadings(text, front, given);
      // The front matter is no part of the text as read: its places are those of the file.
      const faults = front.faults.map((fault) => () => faultOf(fault, source));
      return first === undefined ? [] : [{ ...first, findings: [...faults, ...first.findings] }, ...others];
    });
  }
  if (shape === 'markdown') return [];
  const lines = segment(source);
  const extent = { start: 0, end: source.text.length };
  return [{ text: source, lines, extent, shape: given ?? recogniseShape(lines), findings: [] }];
}

function faultOf(fault: FrontFault, source: SourceFile): DocumentFinding {
  const place = { file: source.path, start: source.positionAt(fault.at) };
  return fault.kind === 'no-yaml'
    ? diagnostic('EN011', { reason: fault.reason }, place)
    : diagnostic('EN010', { key: fault.key, known: fault.known }, place);
}

/** The documents of a text with marks. */
function markedReadings(text: MarkedText, front: FrontMatter, shape: ContentShape | undefined): readonly Reading[] {
  const { notesStart } = text.markup;
  const lines = segment(text).filter(({ start }) => start < notesStart);
  const headings = documentHeadings(text, lines);
  const above = headingsAbove(text, lines, headings[0]);
  const starts = [above?.end ?? 0, ...headings.slice(1).map(({ start }) => start)];
  const readings: Reading[] = [];
  let next = lines.findIndex(({ start }) => start >= (starts[0] ?? 0));
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? notesStart;
    const own: Line[] = [];
    for (; next >= 0 && next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined || line.start >= end) break;
      own.push(line);
    }
    const isFirst = index === 0;
    const stretch = { span: { start: isFirst ? 0 : start, end }, lines: own, isLast: index === starts.length - 1 };
    const read = readingOf(text, stretch, headings[index], isFirst ? front : NO_FRONT_MATTER, shape);
    readings.push(isFirst && above !== undefined ? withoutAbove(read, above) : read);
  }
  return readings;
}

interface Stretch {
  readonly span: Span;
  readonly lines: readonly Line[];
  readonly isLast: boolean;
}

/** A document of a text with marks. */
function readingOf(
  text: MarkedText,
  { span, lines, isLast }: Stretch,
  heading: MarkedHeading | undefined,
  front: FrontMatter,
  shape: ContentShape | undefined,
): Reading {
  const { markup } = text;
  const end = isLast ? undefined : span.end;
  const stripped = heading === undefined ? lines : lines.map((line) => withoutSigns(line, heading));
  const { stated, findings } = oneHeading(front, heading, text);
  const content = shape ?? shapeOf(stripped, heading, stated);
  return {
    text,
    lines: content === 'frus-web' ? stripped.flatMap((line) => labelApart(line, markup)) : stripped,
    extent: span,
    shape: content,
    marks: {
      markup,
      notes: notesIn(markup.notes, span.start, end),
      dropped:
        heading === undefined
          ? []
          : [{ start: heading.start, end: heading.start + heading.signs, kind: 'heading mark' }],
      front: stated,
      isHeaded: heading !== undefined,
    },
    findings: [
      ...inStretch(markup.again, ({ at }) => at, span.start, end).map(({ at, label }) =>
        finding('EN094', { label }, at),
      ),
      ...findings,
    ],
  };
}

/** The notes that a stretch calls; those that nothing calls are of the last, which has no end. */
export function notesIn(notes: readonly MarkedNote[], start: number, end: number | undefined): readonly MarkedNote[] {
  return inStretch(notes, ({ place = Number.POSITIVE_INFINITY }) => place, start, end);
}

/** What stands in a stretch, of a list in the order of the text. */
function inStretch<T>(
  list: readonly T[],
  at: (one: T) => number,
  start: number,
  end: number | undefined,
): readonly T[] {
  return list.slice(
    firstFrom(list, (one) => at(one) >= start),
    end === undefined ? undefined : firstFrom(list, (one) => at(one) >= end),
  );
}

/** The first document without the headings of a book or a site above its own. */
function withoutAbove(reading: Reading, above: Span & { readonly words: string }): Reading {
  const { marks, findings } = reading;
  return {
    ...reading,
    ...(marks === undefined
      ? {}
      : { marks: { ...marks, dropped: [{ ...above, kind: 'heading of the whole' }, ...marks.dropped] } }),
    findings: [finding('EN091', { words: above.words }, above.start), ...findings],
  };
}

function withoutSigns(line: Line, { start, signs }: MarkedHeading): Line {
  return line.start === start ? { ...line, text: line.text.slice(signs).trimStart(), start: start + signs } : line;
}

/** `**SUBJECT:** Trade`: in print a label stands above its values, on a line of its own. */
function labelApart(line: Line, { emphasis }: Markup): readonly Line[] {
  const label = /^\p{Lu}[\p{L} /]{1,40}:(?=\s+\S)/u.exec(line.text)?.[0];
  if (label === undefined || listType(label) === undefined) return [line];
  const isMarked =
    label === label.toUpperCase() ||
    emphasis.some(
      ({ start, end }) =>
        start === line.start && end <= line.start + label.length + 1 && end >= line.start + label.length - 1,
    );
  if (!isMarked) return [line];
  const value = line.text.slice(label.length).trimStart();
  const start = line.start + line.text.length - value.length;
  return [
    { ...line, text: label },
    { ...line, text: value, start, blankBefore: 0, pageBefore: false },
  ];
}

/** Editions head a document with its kind and those between whom it passed; such a heading is no line of a typescript. */
function shapeOf(lines: readonly Line[], heading: MarkedHeading | undefined, front: FrontMatter): ContentShape {
  if (front.facts.head !== undefined) return 'frus-web';
  const first = lines.find(({ start }) => start >= (heading?.start ?? 0))?.text ?? '';
  return heading !== undefined && isEditionHeading(first) ? 'frus-web' : recogniseShape(lines);
}

function isEditionHeading(words: string): boolean {
  if (isTooLong(words) || words === words.toUpperCase()) return false;
  const { number, genre, correspondents } = readHeading(words);
  return genre !== undefined
    ? number !== undefined || correspondents.length > 0
    : number !== undefined && correspondents.length > 0;
}

/** The headings that head a document each: those of the highest depth that say what an edition says there; else the first, where nothing but headings stands above it. */
function documentHeadings(text: MarkedText, lines: readonly Line[]): readonly MarkedHeading[] {
  const { headings } = text.markup;
  const own = headings.filter((heading) => isEditionHeading(wordsOf(text, heading)));
  const depth = own.reduce((least, heading) => Math.min(least, heading.depth), MAX_DEPTH);
  if (own.length > 0) return own.filter((heading) => heading.depth === depth);
  const [first] = headings;
  return first !== undefined && first.start === lines[0]?.start ? [first] : [];
}

const MAX_DEPTH = 7;

function wordsOf(text: MarkedText, { start, end, signs }: MarkedHeading): string {
  return text.text.slice(start + signs, end).trim();
}

/** Headings of a book or a site above that of the first document, where nothing but headings stands there. */
function headingsAbove(
  text: MarkedText,
  lines: readonly Line[],
  first: MarkedHeading | undefined,
): (Span & { readonly words: string }) | undefined {
  if (first === undefined) return undefined;
  const starts = new Set(text.markup.headings.map(({ start }) => start));
  const above = lines.filter(({ start }) => start < first.start);
  if (above.length === 0 || !above.every(({ start }) => starts.has(start))) return undefined;
  const words = above.map((line) => line.text.replace(/^#+\s+/, '')).join(' / ');
  return { start: above[0]?.start ?? 0, end: first.start, words };
}

/** The heading of the text stands, and that of the front matter beside it is not printed again. */
function oneHeading(
  front: FrontMatter,
  heading: MarkedHeading | undefined,
  text: MarkedText,
): { readonly stated: FrontMatter; readonly findings: readonly Finding[] } {
  const { head, ...facts } = front.facts;
  if (head === undefined || heading === undefined) return { stated: front, findings: [] };
  const words = wordsOf(text, heading);
  const isSame = plain(words).includes(plain(head)) || plain(head).includes(plain(words));
  return {
    stated: { ...front, facts },
    findings: isSame ? [] : [finding('EN090', { stated: head, heading: words }, heading.start)],
  };
}

function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Whether a note says where the document comes from. */
export function isSource(text: SourceFile, { paragraphs }: MarkedNote): boolean {
  const [first] = paragraphs;
  return first !== undefined && isSourceNote(text.text.slice(first.start, first.end).trim());
}
