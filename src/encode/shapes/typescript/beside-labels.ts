import { largest } from '../../../model/list.js';
import type { Reordered } from '../../proof/raw-text.js';
import type { LabelledLine } from '../../regions/label-lines.js';

/** Two columns of labels with their values (`TO: …     DATE: …`), each column by itself. */
export interface LabelColumns {
  /** The lines of each label, the left column first. */
  readonly labels: readonly (readonly LabelledLine[])[];
  /** Where the next line stands that is of neither. */
  readonly next: number;
  /** The order of reading, where it is not that of the raw text. */
  readonly reordered?: Reordered;
}

/** How much further left than a label of the right column a line of the left one begins. */
const APART = 6;

/** The labels that begin at a line, where another stands beside it and its own values go on below; undefined else. */
export function labelColumns(lines: readonly LabelledLine[], at: number): LabelColumns | undefined {
  const first = lines[at];
  const second = lines[at + 1];
  if (first === undefined || second?.kind !== 'head.label' || !second.line.isBeside) return undefined;
  const left: LabelledLine[] = [first];
  const right: LabelledLine[][] = [];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const labelled = lines[next];
    if (labelled === undefined || labelled.line.pageBefore) break;
    if (labelled.kind === 'head.label') {
      if (!labelled.line.isBeside) break;
      right.push([labelled]);
    } else if (labelled.kind === 'head.value') {
      const column = right.at(-1)?.[0]?.line.indent ?? 0;
      if (labelled.line.indent < column - APART) left.push(labelled);
      else right.at(-1)?.push(labelled);
    } else break;
  }
  if (left.length < 2) return undefined;
  const labels = [left, ...right];
  const order = labels.flat();
  const parts = order.map(({ line }) => ({ start: line.start, end: line.start + line.text.length }));
  const isReordered = parts.some(({ start }, index) => index > 0 && start < (parts[index - 1]?.start ?? 0));
  if (!isReordered) return { labels, next };
  const span = { start: first.line.start, end: largest(parts.map(({ end }) => end)) };
  return { labels, next, reordered: { span, parts } };
}
