import { classificationLine } from '../../../grammar/classification-line.js';
import { dateTimeGroup } from '../../../grammar/date-time-group.js';
import { hyphenDoubts, noteDoubts } from '../../notes/note-doubts.js';
import { takeNotes, withSource } from '../../notes/noted-text.js';
import { findEmphasis } from '../../page/emphasis.js';
import type { Line } from '../../page/segment.js';
import { type PageLine, readPages } from '../../page/typed-page.js';
import { type Built, build, type Tools } from '../../regions/build.js';
import type { RawPart } from '../raw-part.js';
import { addressLabel, cableFurniture, captionLabel } from './cable-line.js';
import { cableOpening } from './opening.js';
import { portionMark } from './portion-marks.js';

/** How many lines the header of a section can have. */
const MAX_HEADER = 60;

/** The cables of a raw text. The sections of one cable are one document. */
export function cableParts(lines: readonly Line[]): readonly RawPart[] {
  return cutCables(lines).map((cable) => ({
    start: cable[0]?.start ?? 0,
    id: (place) => `d${place}`,
    read: (id, tools) => readCable(cable, id, tools),
  }));
}

function readCable(lines: readonly PageLine[], id: string, offered: Tools): ReturnType<RawPart['read']> {
  const tools: Tools = { ...offered, annotate: (strand) => [...portionMark(strand.text), ...offered.annotate(strand)] };
  const capitals = lines.filter((line) => line.text === line.text.toUpperCase()).length;
  const notes = takeNotes(lines, id, tools, {
    isSheet: (at) => lines[at]?.furniture !== undefined,
    markup: (line) => findEmphasis(line.text, line.start),
  });
  const { strands, groupStarts, trailing, dropped, hyphens } = readPages(notes.body, {
    id,
    cutsOf: (line) => notes.cutsOf(line),
    begins: beginsLine,
    isCapitals: capitals * 2 > lines.length,
  });
  const startsGroup = (at: number): boolean => groupStarts[at] === true;
  const shape = { opening: [cableOpening], uncalled: notes.uncalled, trailing, startsGroup };
  const built = withSource(build(strands, shape, tools), notes);
  return {
    built: withMessageNumber(built),
    dropped: [...notes.dropped, ...dropped],
    moved: notes.moved,
    doubts: [...noteDoubts(lines, notes), ...hyphenDoubts(hyphens)],
  };
}

/** A line of the blocks before the text never goes on with the line before it. */
function beginsLine(text: string): boolean {
  return (
    dateTimeGroup(text) !== undefined ||
    addressLabel(text) !== undefined ||
    captionLabel(text) !== undefined ||
    classificationLine(text) !== undefined
  );
}

/** The post and number of a cable cite it (`MOSCOW 00279`), as a file number does. */
function withMessageNumber(built: Built): Built {
  const { message, source } = built.facts;
  if (message === undefined || source !== undefined) return built;
  const reading = {
    citation: [{ element: 'idno' as const, type: 'telegram', text: message }],
    handling: [],
    precedence: [],
    acts: [],
    transmission: [],
    unknown: [],
    certainty: 'high' as const,
  };
  return { ...built, facts: { ...built.facts, source: { text: message, reading } } };
}

/** Cuts at date-time groups; the header of a later section of the same cable is furniture of its page. */
function cutCables(lines: readonly Line[]): readonly (readonly PageLine[])[] {
  const pages = lines.map((line): PageLine => ({ ...line, furniture: cableFurniture(line.text) }));
  const starts = [0];
  let hasText = false;
  for (let at = 0; at < pages.length; at++) {
    const text = pages[at]?.text ?? '';
    const section = classificationLine(text)?.section;
    if (section !== undefined && section.number > 1) {
      at = markSection(pages, at);
      continue;
    }
    if (hasText && dateTimeGroup(text) !== undefined) {
      if (sectionFollows(pages, at)) continue;
      starts.push(startOf(pages, at));
      hasText = false;
    }
    hasText ||= /^\d{1,3}\.\s|.{50}/.test(text) && pages[at]?.furniture === undefined && !beginsLine(text);
  }
  return starts
    .map((start, index) => pages.slice(start, starts[index + 1] ?? pages.length))
    .filter((part) => part.length > 0);
}

/** Whether the message that begins here is a later section of the one before. */
function sectionFollows(pages: readonly PageLine[], at: number): boolean {
  for (const { text } of pages.slice(at, at + MAX_HEADER)) {
    const classification = classificationLine(text);
    if (classification !== undefined) return (classification.section?.number ?? 1) > 1;
  }
  return false;
}

/** Marks the header of a section, from its date-time group to the last of its captions, as furniture; gives its last line. */
function markSection(pages: PageLine[], at: number): number {
  let first = at;
  for (let before = at - 1; before >= Math.max(0, at - MAX_HEADER); before--) {
    const line = pages[before];
    if (line === undefined) break;
    if (dateTimeGroup(line.text) !== undefined) {
      first = before;
      break;
    }
  }
  let last = at;
  for (let after = at + 1; after < Math.min(pages.length, at + MAX_HEADER); after++) {
    const line = pages[after];
    if (line === undefined || /^\d{1,3}\.\s/.test(line.text)) break;
    if (captionLabel(line.text) !== undefined || /^(?:EXDIS|NODIS|LIMDIS|SIPDIS|STADIS)\b/.test(line.text))
      last = after;
    else if (line.blankBefore > 0 || last < after - 1) break;
    else if (last === after - 1 && last > at) last = after;
  }
  for (let line = first; line <= last; line++) {
    const page = pages[line];
    if (page !== undefined) pages[line] = { ...page, furniture: page.furniture ?? 'section' };
  }
  return last;
}

/** The page lines above a date-time group belong to its cable. */
function startOf(pages: readonly PageLine[], at: number): number {
  let start = at;
  while (start > 0) {
    const line = pages[start - 1];
    if (line?.furniture === undefined || /^(?:NNNN|BT|#\d+)$/.test(line.text)) break;
    start--;
  }
  return start;
}
