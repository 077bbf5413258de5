import type { Line } from '../../../page/segment.js';
import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { formLines, isProse } from './form-cells.js';
import { formLabel, fromTo, isFormPageHead, TITLE } from './form-words.js';

/** A sheet of a form: the lines from one title to the next. */
export interface FormSheet {
  readonly lines: readonly Line[];
  /** What it is of the telegram: the first sheet, another page, or a section with a head of its own. */
  readonly kind: 'first' | 'page' | 'section';
}

const ADDRESSED = /(?:^|\s{3})(?:FROM|TO|SENT TO|ACTION)\s*:|^FROM$|\bCITE\b/i;
/** How far below its title the labels of a head stand. */
const REACH = 25;

/** The telegrams of a text, each as its sheets. */
export function formTelegrams(lines: readonly Line[]): readonly (readonly FormSheet[])[] {
  const telegrams: FormSheet[][] = [];
  let number: string | undefined;
  const starts = sheetStarts(lines);
  for (const [index, start] of starts.entries()) {
    const own = formLines(lines.slice(start, starts[index + 1] ?? lines.length));
    const head = headOf(own);
    const said = numberOf(head);
    const current = telegrams.at(-1);
    const isPage =
      !head.some(({ text }) => /^(?:from|to|number)$/.test(formLabel(text)?.kind ?? '')) &&
      head.some(({ text }) => isFormPageHead(text));
    if (current !== undefined && isPage) current.push({ lines: own, kind: 'page' });
    else if (current !== undefined && said !== undefined && said === number)
      current.push({ lines: own, kind: 'section' });
    else {
      telegrams.push([{ lines: own, kind: 'first' }]);
      number = said;
    }
  }
  return telegrams;
}

/** Where a sheet begins: at a title below a text, with the markings right above it. */
function sheetStarts(lines: readonly Line[]): readonly number[] {
  const starts = [0];
  let hasText = false;
  let isAddressed = false;
  for (const [at, { text }] of lines.entries()) {
    const isTitle =
      at > 0 && hasText && (TITLE.test(text) || (fromTo(text) !== undefined && text === text.toUpperCase()));
    if (isTitle) {
      let start = at;
      while (
        start - 1 > (starts.at(-1) ?? 0) &&
        isMarkingLine(lines[start - 1]?.text ?? '') &&
        (lines[start]?.blankBefore ?? 0) <= 1 &&
        (lines[start - 1]?.blankBefore ?? 0) > 1
      )
        start--;
      starts.push(start);
      hasText = false;
      isAddressed = false;
    } else hasText ||= isAddressed && isProse(text) && text.length > 40;
    // What stands above sender and receiver is printed on the form.
    isAddressed ||= ADDRESSED.test(text) || fromTo(text) !== undefined;
  }
  return starts;
}

/** The lines of a sheet above its text. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex(({ text }, at) => at > 0 && isProse(text) && formLabel(text) === undefined);
  return lines.slice(0, Math.min(REACH, end < 0 ? lines.length : end));
}

function numberOf(head: readonly Line[]): string | undefined {
  for (const { text } of head) {
    const label = formLabel(text);
    if (label?.kind === 'number') return /\d+/.exec(text.slice(label.length))?.[0];
  }
  return undefined;
}
