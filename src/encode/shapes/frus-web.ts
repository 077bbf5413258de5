import { printedNumber } from '../../grammar/heading.js';
import type { Span } from '../../model/position.js';
import { type Finding, finding } from '../facts/finding.js';
import { joinLines } from '../notes/note.js';
import { noteDoubts, pageDoubts } from '../notes/note-doubts.js';
import { type NotedText, readNotedText, withSource } from '../notes/noted-text.js';
import { withoutPageMarks } from '../page/page-marks.js';
import { PartedWords } from '../page/parted-words.js';
import type { Line } from '../page/segment.js';
import { seriesLines } from '../page/series-lines.js';
import { rejoinLabels } from '../page/split-labels.js';
import { join, type Strand } from '../page/strand.js';
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
  return printedDocuments(seriesLines(text)).map(
    ({ lines, rules, headings }): RawPart => ({
      start: lines[0]?.start ?? 0,
      id: (part) => documentId(lines, part),
      read: (id, tools) => {
        const reading = readNotedText(lines, id, tools);
        const hyphens: Span[] = [];
        const strands = withoutEmptyStrands(unwrapped(reading, (span) => hyphens.push(span)));
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
          doubts: [...noteDoubts(lines, reading), ...pageDoubts(reading), ...headings.map(headingDoubt)],
        };
      },
    }),
  );
}

/** The lines of a print that keeps its pages' lines, as paragraphs. */
function unwrapped({ body, strands }: NotedText, drop: (span: Span) => void): readonly Strand[] {
  const goes = continued(body);
  if (goes.size === 0) return strands;
  const groups: Strand[][] = [];
  for (const [index, strand] of strands.entries()) {
    const line = body[index];
    if (line !== undefined && goes.has(line)) groups.at(-1)?.push(strand);
    else groups.push([strand]);
  }
  const words = new PartedWords(body);
  return groups.map((group) => joinLines(group, { words, drop }));
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
function withoutEmptyStrands(lines: readonly Strand[]): readonly Strand[] {
  const strands: Strand[] = [];
  let pages: Strand['milestones'][number][] = [];
  for (const line of lines) {
    if (line.text.trim() === '' && line.milestones.every((m) => m.node.element === 'pb')) {
      for (const { node } of line.milestones) pages.push({ at: 0, node });
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

/** Words that no paragraph ends with. */
const OPEN =
  /\b(?:the|an?|of|to|in|and|or|for|with|by|that|from|on|at|as|his|her|their|its|our|your|my|which|who|was|were|is|are|be|been|has|have|had|not|this|these|those|would|will|should|could|may|might|must)$/;

/** A paragraph goes on over the page where it has not ended and the next line begins in the middle of a sentence. */
function goesOn(before: string, after: string): boolean {
  if (before.length <= 50) return false;
  return OPEN.test(before) || (before.length > 60 && /[\p{L}\p{N},;–-]$/u.test(before) && /^\p{Ll}/u.test(after));
}
