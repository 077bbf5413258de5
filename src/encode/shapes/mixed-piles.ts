import { append } from '../../model/list.js';
import type { Line } from '../page/segment.js';
import { isTelegramForm } from './cable/form/recognise-form.js';
import { isCable } from './cable/recognise.js';
import { cutSheets } from './typescript/cut.js';

/** A stretch of a file with documents of one shape. */
export interface Stretch {
  readonly shape: 'typescript' | 'cable';
  readonly lines: readonly Line[];
}

/** How much must speak for a document of another shape that begins. */
const SURE = 1;

/** A document of a few lines is no sign of a shape. */
const FEWEST = 3;

/**
 * What only papers have that are no cables: the gate before the lines of a cable are looked at as those of sheets. A cable quotes such lines seldom.
 */
const OF_PAPERS =
  /^\s*(?:MEMORANDUM|MINUTES|RECORD|NOTE (?:FOR|TO|VERBALE)|AIDE|TELCON|Dear |My dear |DRAFT|Suggested |PRESS |STATEMENT |The Honou?rable|THE WHITE HOUSE|BRIEFING|TALKING|INFORMATION MEMO|ACTION MEMO|Memorandum)/;

/** What telegrams alone have. */
const OF_CABLES =
  /^\s*(?:FM [A-Z]{3}|[ZOPRY] \d{6}Z|(?:INCOMING|OUTGOING|INWARD|OUTWARD)\s+(?:TELEGRAM|MESSAGE|CABLE)|TELEGRAM\s+(?:RECEIVED|SENT))/i;

/**
 * The stretches of a file in which telegrams lie among other papers: a memorandum with the telegram that it is about, a telegram with the letter that it sends on. One stretch where
 * all is of one shape.
 * @param shape that of the file by its first lines
 */
export function stretchesOf(shape: Stretch['shape'], lines: readonly Line[]): readonly Stretch[] {
  const whole: Stretch = { shape, lines };
  const ofOthers = shape === 'cable' ? OF_PAPERS : OF_CABLES;
  if (!lines.some(({ text }) => ofOthers.test(text))) return [whole];
  const { lines: scored, cuts } = cutSheets(lines);
  const starts = cuts.flatMap(({ at, margin }) => (margin >= SURE ? [scored[at]?.line.start ?? 0] : []));
  if (starts.length === 0) return [whole];
  const found: { shape: Stretch['shape']; lines: Line[] }[] = [];
  for (const part of partedAt(lines, starts)) {
    const own = isOfCable(part) ? 'cable' : 'typescript';
    const last = found.at(-1);
    if (last === undefined || (last.shape !== own && part.length >= FEWEST))
      found.push({ shape: own, lines: [...part] });
    else append(last.lines, part);
  }
  return found.length === 1 ? [whole] : found;
}

function isOfCable(lines: readonly Line[]): boolean {
  return isCable(lines) || isTelegramForm(lines);
}

/** The lines of a file in as many parts as there are starts, and one more. */
function partedAt(lines: readonly Line[], starts: readonly number[]): readonly (readonly Line[])[] {
  const parts: Line[][] = [[]];
  let next = 0;
  for (const line of lines) {
    while (next < starts.length && line.start >= (starts[next] as number)) {
      next++;
      parts.push([]);
    }
    parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.length > 0);
}
