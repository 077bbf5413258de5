import { isSignature } from '../regions/constructs/closer.js';
import { join, type Strand } from './strand.js';

/** The label of a numbered paragraph that extraction has put on a line of its own: `1.`, `(a)`, `B.`, `iv)`. */
const LABEL = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z][.)]|[IVX]{1,5}\.)$/;

/** An abbreviation that extraction takes for a label (`Mr.`, `St.`): never a line of print. */
const ABBREVIATION = /^(?:Mr|Ms|Dr|St|Mt|Ft|Lt|No|Mrs|Gen|Col|Adm|Gov|Sen|Rep|Amb|Sec|Capt|Maj|Prof)\.$/;

/** A label with its text: where a document has such lines, a label that stands alone does so in print. */
const WHOLE_LABEL = /^(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})\.\s\S/;

/** How many labels can stand above each other (`1.`, `a.`) before the text. */
const MAX_LABELS = 3;

/**
 * Rejoins labels with their texts. Extraction from the web site splits all of a document's short labels off or none: where a line
 * still has its label, one that stands alone is a heading (`I.`). The first lines, with number and heading, are left out of the question.
 */
export function rejoinLabels(strands: readonly Strand[], from: number): readonly Strand[] {
  const body = strands.slice(from);
  const isSplit =
    body.some(({ text }) => LABEL.test(text)) && !body.some(({ text }) => WHOLE_LABEL.test(text) && !isSignature(text));
  const rejoined: Strand[] = strands.slice(0, from);
  for (let at = 0; at < body.length; at++) {
    let next = at;
    while (next - at < MAX_LABELS && next + 1 < body.length && isLabel(body[next]?.text ?? '', isSplit)) next++;
    rejoined.push(join(body.slice(at, next + 1)));
    at = next;
  }
  return rejoined;
}

function isLabel(text: string, isSplit: boolean): boolean {
  return (isSplit && LABEL.test(text)) || ABBREVIATION.test(text);
}
