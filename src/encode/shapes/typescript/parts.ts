import { readHeading } from '../../../grammar/heading.js';
import { hyphenDoubts, noteDoubts } from '../../notes/note-doubts.js';
import { takeNotes, withSource } from '../../notes/noted-text.js';
import { findEmphasis } from '../../page/emphasis.js';
import { withoutEmphasis } from '../../page/page-furniture.js';
import type { Line } from '../../page/segment.js';
import { type PageLine, readPages } from '../../page/typed-page.js';
import { build } from '../../regions/build.js';
import { listType } from '../../regions/constructs/labelled-list.js';
import type { RawPart } from '../raw-part.js';
import { memorandumLabel } from './memorandum-label.js';
import { typescriptOpening } from './opening.js';
import { cutDocuments, pageLines } from './read.js';

/** The markings that are typed at the head of the page; at its foot they stand again. */
function markingsOf(lines: readonly PageLine[]): readonly string[] {
  const first = lines.findIndex((line) => line.furniture === 'classification');
  if (first < 0) return [];
  const after = lines.findIndex((line, index) => index > first && line.furniture !== 'classification');
  return lines.slice(first, after < 0 ? undefined : after).map((line) => withoutEmphasis(line.text));
}

/** The heading of a volume stands among so many lines. */
const MAX_ABOVE = 6;

/** The number that the heading prints, where one of the first lines is the heading of a volume (`73. Letter From …`). */
function headingNumber(lines: readonly PageLine[]): string | undefined {
  const headings = lines.slice(0, MAX_ABOVE).map(({ text }) => readHeading(text));
  return headings.find(({ genre, number }) => genre !== undefined && number !== undefined)?.number;
}

/** The documents of a typescript. */
export function typescriptParts(lines: readonly Line[]): readonly RawPart[] {
  return cutDocuments(pageLines(lines)).map((part) => ({
    start: part[0]?.start ?? 0,
    id: (place) => `d${headingNumber(part) ?? place}`,
    read: (id, tools) => {
      const notes = takeNotes(part, id, tools, {
        isSheet: (at) => part[at]?.furniture !== undefined,
        markup: (line) => findEmphasis(line.text, line.start),
      });
      const { strands, groupStarts, trailing, dropped, hyphens } = readPages(notes.body, {
        id,
        cutsOf: (line) => notes.cutsOf(line),
        begins: (text) => memorandumLabel(text) !== undefined,
        valueAt: (text) =>
          memorandumLabel(text)?.value ?? (listType(text) === 'participants' ? text.length : undefined),
      });
      const startsGroup = (at: number): boolean => groupStarts[at] === true;
      const shape = { opening: [typescriptOpening], uncalled: notes.uncalled, trailing, startsGroup };
      const built = withSource(build(strands, shape, tools), notes);
      const signed = built.facts.signed?.at(-1);
      const from =
        built.facts.from ?? (signed === undefined ? undefined : [{ element: 'persName' as const, name: signed }]);
      const markings = markingsOf(part);
      return {
        built: {
          ...built,
          facts: {
            ...built.facts,
            ...(from === undefined ? {} : { from }),
            ...(markings.length === 0 ? {} : { markings }),
          },
        },
        dropped: [...notes.dropped, ...dropped],
        moved: notes.moved,
        doubts: [...noteDoubts(part, notes), ...hyphenDoubts(hyphens)],
      };
    },
  }));
}
