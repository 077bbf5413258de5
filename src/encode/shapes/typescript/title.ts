import { readDateline } from '../../../grammar/dateline.js';
import { readHeading } from '../../../grammar/heading.js';
import type { Block, LineBreak, Opener } from '../../../model/document.js';
import { capitalised } from '../../facts/label-facts.js';
import { type Strand, weave } from '../../page/strand.js';
import type { Context, Facts } from '../../regions/context.js';
import { leadingPages } from '../../regions/elements.js';
import { memorandumLabel } from './memorandum-label.js';

export type OpenerChild = Opener['children'][number];

/** What one line of the opening, or several, make. */
export interface Step {
  readonly block?: Block;
  readonly openerChild?: OpenerChild;
  readonly next: number;
  readonly facts: Facts;
  readonly isLast?: boolean;
}

export const LINE_BREAK: LineBreak = { element: 'lb', attributes: {}, children: [] };

const NOTHING: Strand = { text: '', pieces: [], milestones: [] };

/** A title can stand on so many lines. */
const TITLE_LINES = 3;

/** The title of a typescript in capitals: `MEMORANDUM OF CONVERSATION`, `MINUTES OF THE …`, on one line or on several. */
export function titleStep(context: Context, at: number, facts: Facts): Step | undefined {
  if (facts.heading !== undefined || facts.genre !== undefined) return undefined;
  const lines: Strand[] = [];
  for (let next = at; next < Math.min(context.end, at + TITLE_LINES); next++) {
    const { pages, rest } = leadingPages(context.strands[next] ?? NOTHING);
    if (next > at && (pages.length > 0 || context.startsGroup?.(next) === true)) break;
    lines.push(rest);
    const text = lines.map((line) => line.text).join(' ');
    const isCapitals = text === text.toUpperCase();
    if ((lines.length > 1 && !isCapitals) || /[.,;:]$/.test(text)) break;
    const { genre } = readHeading(isCapitals ? capitalised(text) : text);
    const isTitle = /^(?:MEMORANDUM|INFORMATION|ACTION|BRIEFING|TALKING POINTS|AGENDA)$/.test(text);
    if (genre === undefined && !isTitle) continue;
    while (isMoreOfTitle(context, next + 1) && isCapitals) {
      next++;
      lines.push(context.strands[next] ?? NOTHING);
    }
    const children = lines.flatMap((line, index) => (index === 0 ? weave(line) : [LINE_BREAK, ...weave(line)]));
    return {
      block: { element: 'head', attributes: {}, children },
      next: next + 1,
      facts: {
        heading: { correspondents: [], genre: genre ?? 'memorandum', text: lines.map((line) => line.text).join(' ') },
      },
    };
  }
  return undefined;
}

/** A title goes on in the lines right below it: `MINUTES / NATIONAL SECURITY COUNCIL MEETING`. */
function isMoreOfTitle(context: Context, at: number): boolean {
  const { text, milestones } = context.strands[at] ?? NOTHING;
  return (
    at < context.end &&
    context.startsGroup?.(at) !== true &&
    milestones.length === 0 &&
    /^[\p{Lu}\s.,&()'’/–-]{4,}$/u.test(text) &&
    memorandumLabel(text) === undefined &&
    readDateline(text)?.date === undefined
  );
}
