import type { Block } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { draftingActs } from '../../facts/drafting.js';
import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import { factsOfTypescript } from '../../facts/typed-facts.js';
import { noteDoubts } from '../../notes/note-doubts.js';
import { takeNotes, withSource } from '../../notes/noted-text.js';
import { findEmphasis } from '../../page/emphasis.js';
import { Hyphens } from '../../page/hyphens.js';
import type { Line } from '../../page/segment.js';
import type { SheetLine } from '../../page/sheet.js';
import { strandWithout } from '../../page/strand.js';
import { textOf } from '../../page/text-of.js';
import { type Tools, withNotes } from '../../regions/build.js';
import { type LabelledLine, labelLines } from '../../regions/label-lines.js';
import { formsOf } from '../../regions/line-forms.js';
import type { ScoredLine } from '../../regions/scores/place.js';
import { beginsPostscript } from '../../regions/surroundings.js';
import type { RawPart, ReadPart } from '../raw-part.js';
import { readBody } from './body-text.js';
import { postscripts, readClosing, signedPostscript } from './closing.js';
import { leaveOf, withLeave } from './compliments.js';
import { cutSheets } from './cut.js';
import { doubtsOf } from './doubts.js';
import { readHeadBlock } from './head-block.js';
import { printedNumberOf } from './printed-heading.js';
import { Reader } from './reader.js';
import { secondDoubts } from './second-doubts.js';

/**
 * The documents of a typescript. Notes at the foot of pages or at the end of a text are no part of this reading: who finds them takes their lines out of
 * `lines` before they are read as sheets, and their calls out of the strands of the text.
 */
export function typescriptParts(lines: readonly Line[]): readonly RawPart[] {
  const { lines: scored, width, cuts: found } = cutSheets(lines);
  const made = found.filter(({ margin }) => margin >= 0);
  const starts = [0, ...made.map(({ at }) => at)];
  const numbers = starts.map((start, index) => printedNumberOf(scored.slice(start, starts[index + 1])));
  const ids = idsOf(numbers);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? scored.length;
    const part = scored.slice(start, end);
    const doubted = found.filter(({ at, margin }) => at >= start && at < end && margin < WEAK);
    const doubts = doubted.map(({ at, margin }) => cutDoubt(scored[at], margin >= 0));
    return {
      start: part[0]?.line.start ?? 0,
      id: (place: number) => `d${ids[index] ?? place}`,
      read: (id: string, tools: Tools) => readDocument(part, width, id, tools, doubts),
    };
  });
}

/** Cuts that so little speaks for are told to the editor. */
const WEAK = 0.5;

function cutDoubt(scored: ScoredLine | undefined, isCut: boolean): Finding {
  const text = (scored?.line.text ?? '').slice(0, EXCERPT);
  return finding(
    'EN043',
    { text, read: isCut ? 'another document is taken to begin' : 'no other document is taken to begin' },
    scored?.line.start ?? 0,
  );
}

const EXCERPT = 60;

/** Reads one document: its head block, its text, its closing. */
function readDocument(
  scored: readonly ScoredLine[],
  width: number | undefined,
  id: string,
  tools: Tools,
  doubts: readonly Finding[],
): ReadPart {
  const sheet = scored.map(({ line }) => line);
  const notes = takeNotes(sheet, id, tools, {
    isSheet: (at) => isOfSheet(sheet[at]),
    markup: (line) => findEmphasis(line.text, line.start),
  });
  const isBody = new Set(notes.body);
  const own =
    notes.moved.length === 0
      ? scored
      : scored
          .filter(({ line }) => isBody.has(line))
          .map((one) => withoutCalls(one, strandWithout(one.line.text, one.line.start, notes.cutsOf(one.line)).text));
  const lines = labelLines(own, width, tools.settled);
  const reader = new Reader(id, tools, new Hyphens(sheet), lines, (line) => notes.cutsOf(line));
  const { head, body, closings, strange } = regionsOf(lines);
  if (strange !== undefined) {
    const text = strange.text.slice(0, EXCERPT);
    reader.findings.push(finding('EN056', { text }, strange.start, lineEntry(strange.text, 'stamp')));
  }
  const opening = readHeadBlock(head, reader);
  const text = addressed(readBody(body, width, reader), reader);
  const leave = leaveOf(text);
  if (leave !== undefined) reader.facts.hasCompliments = true;
  const blocks: Block[] = [...opening, ...(leave?.text ?? text)];
  let pending = leave?.closer;
  for (const { closing, after } of closings) {
    const signed = reader.facts.signed.length;
    const own = readClosing(closing, reader);
    const closed = pending === undefined ? own : withLeave(pending, own);
    pending = undefined;
    const last = blocks.at(-1);
    if (last?.element === 'postscript') {
      // Who signs a postscript has signed the letter.
      if (signed > 0) reader.facts.signed.length = signed;
      blocks.pop();
      append(blocks, signedPostscript(last, closed));
    } else append(blocks, closed);
    append(blocks, postscripts(readBody(after, width, reader)));
  }
  append(blocks, reader.pile.take());
  reader.facts.note ??= noteIn(blocks);
  const acts = draftingActs(reader.facts.drafting);
  const second = secondDoubts(lines, reader.facts.hasParticipants);
  const facts = { ...factsOfTypescript(reader.facts, acts), unsure: second.facts };
  return {
    built: withSource({ blocks: withNotes(blocks, notes.uncalled), facts }, notes),
    dropped: [...notes.dropped, ...reader.dropped],
    moved: notes.moved,
    reordered: reader.reordered,
    doubts: [
      ...doubts,
      ...doubtsOf(lines, reader, facts),
      ...second.findings,
      ...reader.findings,
      ...noteDoubts(sheet, notes),
    ],
  };
}

/** A line whose forms are those of its words without the calls of notes. */
function withoutCalls(scored: ScoredLine, text: string): ScoredLine {
  const { line } = scored;
  return text.length === line.text.length || line.isPlain || line.text.length > LONGEST_LOOKED_AT
    ? scored
    : { ...scored, forms: formsOf({ ...line, text }) };
}

/** Longer lines are paragraphs, of whose forms no more is asked than how they begin. */
const LONGEST_LOOKED_AT = 180;

/** Whether a line is of the sheet by its form alone, so that it is neither a note nor calls one. */
function isOfSheet(line: SheetLine | undefined): boolean {
  return line !== undefined && (line.banner !== undefined || line.form !== undefined);
}

/** `The Embassy of … presents its compliments to the Ministry of … and has the honor`: who sends a note in the third person, and to whom. */
const COMPLIMENTS =
  /^The ([\p{Lu}][^.;:]{3,90}?) presents? (?:its|his|her|their) compliments to (?:His Excellency |Her Excellency )?(?:the )?([\p{L}][^.;:]{3,110}?)(?:,? and (?:has|begs|wishes|would|takes)|, |\.)/u;

function noteIn(blocks: readonly Block[]): { readonly from: string; readonly to: string } | undefined {
  const first = blocks.find(({ element, attributes }) => element === 'p' && attributes.rend === undefined);
  const [, from, to] = first === undefined ? [] : (COMPLIMENTS.exec(textOf(first)) ?? []);
  // `the Embassy at Damascus` is the Embassy.
  return from === undefined || to === undefined
    ? undefined
    : { from, to: to.replace(/\s(?:at|in) \p{Lu}[\p{L}.-]+$/u, '') };
}

/** `The Legation of … to the Ministry of …`: who writes a note to whom, above its text. */
const ADDRESSED =
  /^(?:From )?[Tt]he ((?:Embassy|Legation|Ministry|Mission|Consulate|High Commission|Government|Department)\b[^.;:]{0,90}?) to the ((?:Embassy|Legation|Ministry|Mission|Consulate|High Commission|Government|Department)\b[^.;:]{0,110})$/u;

/** The text of a note with the line that says from whom it goes to whom as what it is: no paragraph. */
function addressed(blocks: readonly Block[], reader: Reader): readonly Block[] {
  const at = blocks.findIndex(({ element, attributes }) => element === 'p' && attributes.rend === undefined);
  const first = blocks[at];
  if (first?.element !== 'p') return blocks;
  const [, from, to] = ADDRESSED.exec(textOf(first)) ?? [];
  if (from === undefined || to === undefined) return blocks;
  reader.facts.note = { from, to };
  return blocks.with(at, { ...first, attributes: { rend: 'center' } });
}

interface Regions {
  readonly head: readonly LabelledLine[];
  readonly body: readonly LabelledLine[];
  /** Closings, each with the text below it: postscripts. */
  readonly closings: readonly { readonly closing: readonly LabelledLine[]; readonly after: readonly LabelledLine[] }[];
  /** The first line below a closing that is no postscript by its words. */
  readonly strange?: SheetLine | undefined;
}

/**
 * The lines of a document by its regions. A closing with text below that is no postscript is of the text, but for one that takes leave and is signed: what
 * stands below it is told to the editor.
 */
function regionsOf(lines: readonly LabelledLine[]): Regions {
  let headEnd = 0;
  let bodyEnd = 0;
  for (const [index, { kind }] of lines.entries()) {
    if (kind.startsWith('head.')) headEnd = index + 1;
    if (kind.startsWith('body.') && kind !== 'body.sheet') bodyEnd = index + 1;
  }
  const first = lines.findIndex(({ kind }) => kind.startsWith('close.') && kind !== 'close.sheet');
  const below =
    first < 0
      ? -1
      : lines.findIndex(({ kind }, index) => index > first && kind.startsWith('body.') && kind !== 'body.sheet');
  const isPostscript = below >= 0 && beginsPostscript(lines[below]?.line.text ?? '');
  if (isPostscript || (below >= 0 && isWhole(lines.slice(first, below)))) {
    return {
      head: lines.slice(0, headEnd),
      body: lines.slice(headEnd, first),
      closings: [
        { closing: lines.slice(first, below), after: lines.slice(below, Math.max(below, bodyEnd)) },
        { closing: lines.slice(Math.max(below, bodyEnd)), after: [] },
      ],
      ...(isPostscript ? {} : { strange: lines[below]?.line }),
    };
  }
  const end = Math.max(bodyEnd, headEnd);
  return {
    head: lines.slice(0, headEnd),
    body: lines.slice(headEnd, end),
    closings: [{ closing: lines.slice(end), after: [] }],
  };
}

/** Whether a closing takes leave and is signed, so that nothing but a postscript or what is of the sheet can stand below it. */
function isWhole(lines: readonly LabelledLine[]): boolean {
  return lines.some(({ kind }) => kind === 'close.salute') && lines.some(({ kind }) => kind === 'close.signature');
}

/** The documents by the numbers that their headings print, each once; one that has none, by its place, or the next number that is free. */
function idsOf(numbers: readonly (string | undefined)[]): readonly string[] {
  const taken = new Set(numbers);
  const given = new Set<string>();
  return numbers.map((number, index) => {
    let id = number ?? '';
    for (let place = index + 1; id === '' || given.has(id); place++) if (!taken.has(`${place}`)) id = `${place}`;
    given.add(id);
    return id;
  });
}
