import { readDateline } from '../../../grammar/dateline.js';
import type { Dateline, Inline } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { LINE_BREAK, rawOffset, weave } from '../../page/strand.js';
import type { Context } from '../context.js';
import { datelineAnnotations, leadingPages } from '../elements.js';

/** `[Received July 24.]`, `[Received 8:48 p. m.]` on a line of its own under the dateline. */
const RECEIVED = /^\[Received\b[^\]]*\]\.?$/i;

/** A dateline at a strand, with the line of receipt under it. */
export function datelineAt(
  context: Context,
  at: number,
): { dateline: Dateline; next: number; reading: DatelineFact } | undefined {
  const strand = context.strands[at];
  if (strand === undefined || at >= context.strands.length) return undefined;
  const reading = readDateline(strand.text);
  if (reading === undefined) return undefined;
  const children: Inline[] = [...weave(leadingPages(strand).rest, datelineAnnotations(reading))];
  const below = context.strands[at + 1];
  const hasReceipt = below !== undefined && at + 1 < context.end && RECEIVED.test(below.text);
  if (hasReceipt) append(children, [LINE_BREAK, ...weave(below)]);
  return {
    dateline: { element: 'dateline', attributes: {}, children },
    next: at + (hasReceipt ? 2 : 1),
    reading: { ...reading, text: strand.text, at: rawOffset(strand, 0) },
  };
}

export type DatelineFact = NonNullable<ReturnType<typeof readDateline>> & {
  readonly text: string;
  readonly at: number;
};
