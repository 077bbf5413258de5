import { printedNumber } from '../../grammar/heading.js';
import type { Span } from '../../model/position.js';
import { type Finding, finding } from '../facts/finding.js';
import { joinLines, type NoteLineEnds } from '../notes/note.js';
import { noteDoubts, pageDoubts } from '../notes/note-doubts.js';
import { type NotedText, readNotedText, withSource } from '../notes/noted-text.js';
import { withoutPageMarks } from '../page/page-marks.js';
import { PartedWords } from '../page/parted-words.js';
import { type PagedLines, pagedLines } from '../page/running-heads.js';
import type { Line } from '../page/segment.js';
import { seriesLines } from '../page/series-lines.js';
import { rejoinLabels } from '../page/split-labels.js';
import type { Strand } from '../page/strand.js';
import { continued } from '../page/wrapped-print.js';
import type { Dropped } from '../proof/declared.js';
import { build } from '../regions/build.js';
import { agenda } from '../regions/constructs/agenda.js';
import { capitalsHeading } from '../regions/constructs/capitals-heading.js';
import { headLines, numberAlone } from '../regions/constructs/head-lines.js';
import { speechIn } from '../regions/constructs/speech.js';
import { frusOpening } from '../regions/constructs.js';
import { printedDocuments } from './printed-documents.js';
import type { RawPart } from './raw-part.js';

/** A text of the FRUS web site, or of a printed series: its documents. */
export function frusWebParts(text: readonly Line[]): readonly RawPart[] {
  const paged = pagedLines(text);
  const documents = printedDocuments(seriesLines(paged.lines));
  return documents.map(
    ({ lines, rules, headings }, index): RawPart => ({
      start: startOf(lines[0], paged.above),
      id: (part) => documentId(lines, part),
      read: (id, tools) => {
        const isOwn = new Set(lines.map(({ start }) => start));
        const doubtful = paged.doubtful.filter(({ start }) => isOwn.has(start));
        const trailing = index === documents.length - 1 ? paged.trailing : [];
        const reading = readNotedText(lines, id, tools, { heads: { above: paged.above, trailing } });
        const hyphens: Span[] = [];
        const ends = { words: new PartedWords(reading.body), drop: (span: Span) => hyphens.push(span) };
        const strands = overPages(unwrapped(reading, ends), ends);
        const { heading } = headLines((line) => strands[line]?.text ?? '', strands.length);
        const spoken = speechIn(strands.slice(heading + 1));
        const speech = spoken === undefined ? [] : [spoken];
        // A heading that the front matter has is none of the lines.
        const opening = tools.isHeadSupplied === true ? frusOpening.filter(({ name }) => name !== 'head') : frusOpening;
        const built = build(
          rejoinLabels(strands, heading + 1),
          {
            opening,
            inText: [agenda, ...speech, capitalsHeading, ...(tools.inText ?? [])],
            uncalled: reading.uncalled,
          },
          tools,
        );
        return {
          built: withSource(built, reading),
          dropped: [...reading.dropped, ...hyphens, ...rules.map((rule): Dropped => ({ ...rule, kind: 'rule' }))],
          moved: reading.moved,
          doubts: [
            ...noteDoubts(lines, reading),
            ...pageDoubts({ ...reading, folios: [...reading.folios, ...doubtful] }),
            ...headings.map(headingDoubt),
          ],
        };
      },
    }),
  );
}

/** Where a document begins: with the heads of the page that its first line begins. */
function startOf(line: Line | undefined, above: PagedLines['above']): number {
  const [first] = above.get(line?.start ?? -1) ?? [];
  return first === undefined ? (line?.start ?? 0) : Math.min(first.mark.start, first.title?.start ?? first.mark.start);
}

/** The lines of a print that keeps its pages' lines, as paragraphs. */
function unwrapped({ body, strands }: NotedText, ends: NoteLineEnds): readonly Strand[] {
  const goes = continued(body, (index) => strands[index]?.text ?? '');
  if (goes.size === 0) return strands;
  const groups: Strand[][] = [];
  for (const [index, strand] of strands.entries()) {
    const line = body[index];
    if (line !== undefined && goes.has(line)) groups.at(-1)?.push(strand);
    else groups.push([strand]);
  }
  return groups.map((group) => joinLines(group, ends));
}

/** A line with a number that reads as the heading of another document, and was not taken for one. */
function headingDoubt({ text, start }: Line): Finding {
  return finding('EN100', { words: text.slice(0, EXCERPT) }, start);
}

const EXCERPT = 60;

/** The heading stands among so many lines. */
const HEAD_LINES = 5;

/** The id that a document gets from the number that its heading prints. */
function documentId(lines: readonly Line[], part: number): string {
  const texts: string[] = [];
  for (const line of lines) {
    const text = withoutPageMarks(line.text);
    if (text !== '') texts.push(text);
    if (texts.length === HEAD_LINES) break;
  }
  const { number, heading } = headLines((line) => texts[line] ?? '', texts.length);
  return `d${numberAlone(texts[number ?? -1] ?? '') ?? printedNumber(texts[heading] ?? '') ?? part}`;
}

/**
 * Page marks that stand on lines of their own belong to what follows: between two paragraphs, or inside one that goes on over the page.
 */
function overPages(lines: readonly Strand[], ends: NoteLineEnds): readonly Strand[] {
  const strands: Strand[] = [];
  let pages: Strand['milestones'][number][] = [];
  for (const line of lines) {
    if (
      line.text.trim() === '' &&
      line.milestones.every(({ node }) => node.element === 'pb' || node.element === 'fw')
    ) {
      for (const { node } of line.milestones) pages.push({ at: 0, node });
      continue;
    }
    const strand = pages.length === 0 ? line : { ...line, milestones: [...pages, ...line.milestones] };
    const before = strands.at(-1);
    const [first] = strand.milestones;
    const beginsPage = first?.at === 0 && (first.node.element === 'pb' || first.node.element === 'fw');
    if (beginsPage && before !== undefined && goesOn(before.text, strand.text)) {
      strands[strands.length - 1] = joinLines([before, strand], ends);
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

/** Words that no paragraph ends with. */
const OPEN =
  /\b(?:the|an?|of|to|in|and|or|for|with|by|that|from|on|at|as|his|her|their|its|our|your|my|which|who|was|were|is|are|be|been|has|have|had|not|this|these|those|would|will|should|could|may|might|must)$/;

/** What a sentence that a page breaks off ends with, how long it is at least, and what the end of a sentence ends with. */
const BROKEN = /[\p{L}\p{N},;–-]$/u;
const BROKEN_OFF = 60;
const STOP = /[.?!:][”"’)]*$/;

/** A paragraph goes on over the page where it has not ended and the next line begins in the middle of a sentence, or is one that no heading is. */
function goesOn(before: string, after: string): boolean {
  if (before.length <= 50 || (ITEM.test(before) && ITEM.test(after))) return false;
  if (OPEN.test(before)) return true;
  if (before.length <= BROKEN_OFF || !BROKEN.test(before)) return false;
  return /^\p{Ll}/u.test(after) || (/\p{Ll}[,-]?$/u.test(before) && STOP.test(after) && !ITEM.test(after));
}

/** `b. `, `(2) `, `—`: an item of a list. */
const ITEM = /^(?:(?:\(?(?:\d{1,3}|[a-z])[.)]|[–•*])\s|—)/;
