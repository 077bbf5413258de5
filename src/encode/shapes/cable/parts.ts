import type { SourceReading } from '../../../model/header.js';
import { append } from '../../../model/list.js';
import { excerpt, type Finding, finding, quoted } from '../../facts/finding.js';
import { hyphenDoubts, noteDoubts } from '../../notes/note-doubts.js';
import { takeNotes, withSource } from '../../notes/noted-text.js';
import { findEmphasis } from '../../page/emphasis.js';
import type { Line } from '../../page/segment.js';
import { rawOffset } from '../../page/strand.js';
import { readPages } from '../../page/typed-page.js';
import { type Built, build, type Tools } from '../../regions/build.js';
import type { Facts } from '../../regions/context.js';
import type { RawPart } from '../raw-part.js';
import { missingSections, readingDoubts, type Section } from './cable-doubts.js';
import { cableFacts } from './facts.js';
import { formParts } from './form/form-parts.js';
import { isTelegramForm } from './form/recognise-form.js';
import type { CableLine } from './labels.js';
import { type Layout, layOut } from './layout.js';
import { type Cable, cutCables, type Sheet } from './messages.js';
import { cableHeading, cableOpening } from './opening.js';
import { paragraphsOf } from './paragraphs.js';
import { letteredItems, portionMark } from './portion-marks.js';
import { secondDoubts } from './second-doubts.js';

/** The cables of a raw text. The sections of one cable are one document. */
export function cableParts(lines: readonly Line[]): readonly RawPart[] {
  if (isTelegramForm(lines)) return formParts(lines);
  const { sheet, cables } = cutCables(lines);
  return cables.map((cable) => ({
    start: lines[cable.start]?.start ?? 0,
    id: (place) => `d${place}`,
    read: (id, tools) => readCable(sheet, cable, id, tools),
  }));
}

/** The lines of the references: the letter before one of them calls no note, though items of the text have the same. */
function referencesIn(lines: readonly CableLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, { role, signs }] of lines.entries())
    if ((role === 'label' && signs.caption?.name === 'references') || (role === 'more' && found.has(at - 1)))
      found.add(at);
  return found;
}

function readCable(sheet: Sheet, cable: Cable, id: string, offered: Tools): ReturnType<RawPart['read']> {
  const layout = layOut(sheet, cable);
  const lettered = letteredItems(layout.lines.filter(({ furniture }) => furniture === undefined));
  const tools: Tools = {
    ...offered,
    annotate: (strand) => [
      ...(lettered.has(rawOffset(strand, 0)) ? [] : portionMark(strand.text)),
      ...offered.annotate(strand),
    ],
  };
  const references = referencesIn(layout.lines);
  const notes = takeNotes(layout.lines, id, tools, {
    isSheet: (at) => layout.lines[at]?.furniture !== undefined || references.has(at),
    markup: (line) => findEmphasis(line.text, line.start),
  });
  const lines = notes.body;
  const { goesOn, doubtful } = paragraphsOf(lines);
  const pages = readPages(lines, {
    id,
    begins: () => false,
    goesOn,
    cutsOf: (line) => notes.cutsOf(line as CableLine),
  });
  const lineOf = (strand: number): CableLine | undefined => lines[pages.firstLines[strand] ?? -1];
  const last = pages.strands.length - 1;
  const isSigned = last >= 0 && lineOf(last)?.role === 'signature';
  const isDoubted = layout.doubts.some(({ kind }) => kind === 'signature');
  const { facts, doubts } = cableFacts(lines);
  const shape = {
    opening: [cableOpening(lineOf)],
    inText: [cableHeading(lineOf)],
    trailing: pages.trailing,
    startsGroup: (at: number): boolean => pages.groupStarts[at] === true,
    uncalled: notes.uncalled,
    signature: isSigned ? { at: last, ...(isDoubted ? { cert: 'low' as const } : {}) } : ('none' as const),
  };
  const built = withSource(build(pages.strands, shape, tools), notes);
  const found: Finding[] = [
    ...doubts,
    ...readingDoubts(lines, facts),
    ...secondDoubts(lines),
    ...lineDoubts(layout),
    ...cutDoubts(sheet, cable, lines),
    ...noteDoubts(
      layout.lines.filter(({ furniture, text }) => furniture === undefined && !text.startsWith('¶')),
      notes,
    ),
    ...hyphenDoubts(pages.hyphens),
  ];
  append(
    found,
    doubtful.map((at) => finding('EN067', { text: excerpt(lines[at]?.text ?? '') }, lines[at]?.start ?? 0)),
  );
  return {
    built: withFacts(built, facts),
    dropped: [...notes.dropped, ...pages.dropped],
    moved: notes.moved,
    doubts: found,
  };
}

/** The facts of a cable; where an edition has given it a source note, that says what of its own it has, and the cable the rest. */
function withFacts(built: Built, facts: Facts): Built {
  const { source: note } = built.facts;
  const { source: own } = facts;
  const source =
    note === undefined || own === undefined
      ? (own ?? note)
      : { ...note, reading: { ...own.reading, ...saidIn(note.reading) } };
  return { ...built, facts: { ...built.facts, ...facts, ...(source === undefined ? {} : { source }) } };
}

/** What a source note says, without what it leaves open. */
function saidIn(reading: SourceReading): SourceReading {
  const said = Object.entries(reading).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return Object.fromEntries(said) as unknown as SourceReading;
}

/** What is doubtful about single lines. */
function lineDoubts({ lines, doubts }: Layout): readonly Finding[] {
  return doubts.flatMap(({ line, kind }) => {
    const { text = '', start: at = 0 } = lines[line] ?? {};
    const facts = { text: excerpt(text) };
    switch (kind) {
      case 'group':
        return [finding('EN061', facts, at, 'date: …')];
      case 'handling':
        return [
          finding(
            'EN062',
            { ...facts, what: 'of who may read the cable' },
            at,
            `reading:\n  handling: [${quoted(text)}]`,
          ),
        ];
      case 'note':
        return [finding('EN062', { ...facts, what: 'of the transmission' }, at)];
      case 'signature':
        return [finding('EN066', facts, at, `signed: ${text}`)];
      case 'small-letters':
        return [finding('EN069', { ...facts, where: 'in small letters in a text of capitals' }, at)];
      case 'lone-mark':
        return [finding('EN069', { ...facts, where: 'in the text, away from the head and foot of a page,' }, at)];
      default:
        return [finding('EN069', { ...facts, where: 'after the end of the message' }, at)];
    }
  });
}

/** Transmissions of which nothing says whether they are quoted or of a cable of their own, and sections that are missing. */
function cutDoubts(sheet: Sheet, cable: Cable, laid: readonly CableLine[]): readonly Finding[] {
  const { lines } = sheet;
  const { start: first, isDoubtful, quoted: inner, first: block, sections } = cable;
  const at = (line: number): number => lines[line]?.start ?? 0;
  const text = (line: number): string => excerpt(lines[line]?.text ?? '');
  const found = inner
    .filter((one) => one.isDoubtful)
    .map((one) => finding('EN068', { text: text(one.start), what: 'quoted in the text' }, at(one.start)));
  if (isDoubtful) found.push(finding('EN068', { text: text(first), what: 'a cable of its own' }, at(first)));
  const marked = laid.filter(({ role }) => role === 'message').flatMap(({ signs }) => signs.message?.section ?? []);
  const headed = [...marked, ...sections.flatMap((one) => one.message?.section ?? [])];
  return [...found, ...missingSections([...headed, ...pagedSections(sheet, cable)], at(block?.start ?? first))];
}

/** The sections that the heads of pages count: `01 OF 02`. */
function pagedSections({ lines, signs }: Sheet, { start: from, end }: Cable): readonly Section[] {
  return lines.slice(from, end).flatMap(({ text }, index) => {
    if (signs[from + index]?.page === undefined) return [];
    const match = /\b(\d{2,3})\s+OF\s+(\d{2,3})\b(?!.*\bDTG)/.exec(text);
    return match === null ? [] : [{ number: Number(match[1]), of: Number(match[2]) }];
  });
}
