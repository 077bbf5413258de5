import type { Block, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import { listTypeOf } from '../../facts/head-label.js';
import { partiesAmong } from '../../facts/parties.js';
import { senderLine } from '../../facts/sender-line.js';
import { parts, rawOffset, type Strand, weave } from '../../page/strand.js';
import { withLeading } from '../../page/typed-paragraph.js';
import { alignedTable } from '../../regions/constructs/aligned-table.js';
import { bullets } from '../../regions/constructs/bullets.js';
import type { Context } from '../../regions/context.js';
import { afterPages, leadingPages } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { labelOf } from './head-list.js';
import { TypedLines } from './join-typed.js';
import { looseTable } from './loose-table.js';
import { goesOn, joinsSentences, type Margins, marginsOf } from './paragraphs.js';
import type { Reader } from './reader.js';

/** What a stretch of the text becomes. */
type Unit = {
  readonly kind: 'text' | 'heading' | 'table' | 'decision' | 'label';
  readonly lines: TypedLines;
  readonly labelled: LabelledLine;
  strand?: Strand;
};

/** Reads the text of a typescript: paragraphs over lines and pages, items, headings, tables, lines of decision; what is of the sheet stands where it was typed. */
export function readBody(lines: readonly LabelledLine[], width: number | undefined, reader: Reader): readonly Block[] {
  const units = unitsOf(lines, marginsOf(lines, width), reader);
  append(reader.findings, brokenDoubts(units));
  return blocksOf(units, reader);
}

function unitsOf(lines: readonly LabelledLine[], margins: Margins, reader: Reader): readonly Unit[] {
  const units: Unit[] = [];
  let previous: LabelledLine | undefined;
  /** An empty line or a page's break stands in what was put on the pile. */
  let isApart = false;
  /** An empty line stands in it. */
  let isSpaced = false;
  for (const labelled of lines) {
    const { line, kind } = labelled;
    reader.page(labelled);
    if (kind === 'body.sheet' || kind === 'head.sheet' || kind === 'close.sheet') {
      isApart ||= line.blankBefore > 0 || line.pageBefore;
      isSpaced ||= line.blankBefore > 0;
      reader.sheet(labelled);
      continue;
    }
    if (kind === 'body.heading' && /^(?:\W|[IVX\d]+\.)*\s*RECOMMENDATION/i.test(line.text))
      reader.facts.hasRecommendation = true;
    if (kind === 'body.decision') reader.facts.hasDecision = true;
    // What a hand has put between the strokes of a decision (`__RSM__`) is no emphasis.
    const strand = kind === 'body.decision' ? reader.bareStrand(line) : reader.strand(line);
    const last = units.at(-1);
    const isInterrupted = !reader.pile.isEmpty;
    const own = unitKind(kind);
    const isMore =
      last !== undefined &&
      previous !== undefined &&
      last.kind === own &&
      ((own === 'text' &&
        goesOn(previous, labelled, {
          margins,
          isInterrupted,
          isApart: isApart || line.blankBefore > 0 || line.pageBefore,
          isTight: isInterrupted && !isSpaced && line.blankBefore === 0,
          length: last.lines.length,
        })) ||
        (own === 'heading' &&
          !isInterrupted &&
          line.group === previous.line.group &&
          continuesHeading(previous, labelled)));
    if (
      isMore &&
      previous !== undefined &&
      own === 'text' &&
      isInterrupted &&
      joinsSentences(previous, labelled, margins)
    )
      reader.findings.push(
        finding('EN173', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'paragraph')),
      );
    if (isMore) last.lines.add(strand, reader.pile.take());
    else units.push({ kind: own, lines: new TypedLines(withLeading(strand, reader.pile.take()), reader), labelled });
    previous = labelled;
    isApart = false;
    isSpaced = false;
  }
  return units;
}

/** The text above ends without a stop. */
const OPEN = /[\p{L}\d,]-?$/u;
/** So long is a paragraph of which that is strange. */
const SHORTEST_OPEN = 70;

/** Paragraphs that end inside a sentence, where what follows was not read as going on with them. */
function brokenDoubts(units: readonly Unit[]): readonly Finding[] {
  const found: Finding[] = [];
  let above: Unit | undefined;
  for (const unit of units) {
    if (unit.kind === 'heading') continue;
    const { line, forms } = unit.labelled;
    const end = above?.lines.last.text ?? '';
    const isOpen = above?.kind === 'text' && above.labelled.forms.item === undefined && OPEN.test(end);
    // `…; and` before the next item.
    const leadsOn = forms.item !== undefined && /[;,] (?:and|or)$/.test(end);
    const isLong = (above?.lines.length ?? 0) > 1 || end.length >= SHORTEST_OPEN;
    if (
      unit.kind === 'text' &&
      isOpen &&
      isLong &&
      !leadsOn &&
      (forms.item === undefined || /^\p{Ll}/u.test(line.text))
    )
      found.push(finding('EN051', { text: end.slice(-EXCERPT) }, line.start, lineEntry(line.text, 'goes on')));
    above = unit;
  }
  return found;
}

const EXCERPT = 40;

function unitKind(kind: LabelledLine['kind']): Unit['kind'] {
  if (kind === 'body.heading') return 'heading';
  if (kind === 'body.table') return 'table';
  if (kind === 'body.decision') return 'decision';
  return kind === 'body.label' ? 'label' : 'text';
}

/** A heading goes on below where both lines stand alike and the first has no number of its own below it. */
function continuesHeading(before: LabelledLine, line: LabelledLine): boolean {
  return (
    line.forms.item === undefined &&
    before.line.isCapitals === line.line.isCapitals &&
    (before.line.isCentred === line.line.isCentred || line.line.indent > before.line.indent)
  );
}

function blocksOf(units: readonly Unit[], reader: Reader): readonly Block[] {
  const blocks: Block[] = [];
  const strands = units.map(({ lines }) => lines.strand());
  const context: Context = { ...reader.tools, strands, end: strands.length, drop: (span) => reader.dropped.push(span) };
  const ends = endsOf(units);
  for (let at = 0; at < units.length; ) {
    const unit = units[at];
    const strand = strands[at];
    if (unit === undefined || strand === undefined) break;
    const construct = unit.kind === 'table' ? alignedTable : unit.kind === 'text' ? bullets : undefined;
    const end = ends[at] ?? at + 1;
    const found = construct?.recognise({ ...context, end }, at);
    if (found !== undefined) {
      append(blocks, found.blocks);
      at = found.next;
      continue;
    }
    const rows =
      unit.kind === 'table' || unit.kind === 'decision'
        ? looseTable({ ...context, end }, at, unit.kind === 'table' && blocks.at(-1)?.element !== 'table' ? 2 : 1)
        : undefined;
    append(blocks, rows?.blocks ?? blockOf(unit, strand, reader));
    at = rows?.next ?? at + 1;
  }
  return blocks;
}

/** Where the units of its kind end that stand together with each, as a table and a list do. */
function endsOf(units: readonly Unit[]): readonly number[] {
  const ends: number[] = [];
  for (let at = units.length - 1; at >= 0; at--)
    ends[at] = units[at]?.kind === units[at + 1]?.kind ? (ends[at + 1] ?? at + 1) : at + 1;
  return ends;
}

function blockOf(unit: Unit, strand: Strand, reader: Reader): readonly Block[] {
  if (unit.kind === 'label') return labelBlock(unit, strand, reader);
  const rend = unit.kind === 'heading' ? { rend: 'center' } : {};
  return afterPages(strand, (rest) => ({
    element: 'p',
    attributes: rend,
    children: weave(rest, unit.kind === 'heading' ? [] : reader.tools.annotate(rest)),
  }));
}

const NOWHERE = { length: 0, value: 0 };

/** A label of a form below the text: `FROM: Peter Tarnoff, S/S     PT`. */
function labelBlock(unit: Unit, strand: Strand, reader: Reader): readonly Block[] {
  const { label } = unit.labelled.forms;
  const { pages, rest } = leadingPages(strand);
  const { length, value: begins } = label === undefined ? NOWHERE : labelOf(rest, unit.labelled, label);
  if (label === undefined || begins >= rest.text.length || length === 0)
    return [...pages, { element: 'p', attributes: {}, children: weave(rest) }];
  const [head = rest, value = rest] = parts(rest, [
    { start: 0, end: length },
    { start: begins, end: rest.text.length },
  ]);
  const told = label.role === 'from' ? senderLine(value.text) : undefined;
  if (label.role === 'from') {
    append(reader.facts.from, partiesAmong([told?.sender ?? value.text]));
    if (told?.initials !== undefined)
      reader.facts.initials ??= value.text.slice(told.initials.start, told.initials.end);
  }
  if (value.text !== '' && begins === length) reader.tools.part(rawOffset(rest, length));
  const list: List = {
    element: 'list',
    attributes: { type: listTypeOf(label) },
    children: [
      { element: 'head', attributes: {}, children: weave(head) },
      { element: 'item', attributes: {}, children: weave(value, told?.annotations ?? []) },
    ],
  };
  return [...pages, list];
}
