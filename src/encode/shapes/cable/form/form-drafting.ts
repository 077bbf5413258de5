import { DRAFTING_LABEL } from '../cable-line.js';
import { type Drafting, readDrafting } from '../drafting.js';
import { isDated } from './form-dates.js';
import type { FormLine } from './form-labels.js';
import { drafterLine, isInitials } from './form-words.js';

/** A label of the block with what stands in its column. */
interface Column {
  readonly at: number;
  readonly label: string;
  readonly line: FormLine;
  readonly values: string[];
}

/** What else the block asks for. */
const OTHER =
  /^(?:Tel\.?|Ext\.?|Tel\.?\s?Ext\.?|Telephone|Room|Phone|Office|Date|\d+|Telegraphic transmission(?: and)?|REPRODUCTION.*)\s*:?$/i;
/** A name stands at most so far before the column of its label. */
const SHIFT = 8;

/** Reads the block of drafting and clearances of a form, whose labels stand beside each other as well as below, each with its names in its column. */
export function formDrafting(lines: readonly FormLine[]): Drafting {
  const columns: Column[] = [];
  let open: Column[] = [];
  for (const line of lines) {
    if (isInitials(line.text)) continue;
    const drafter = drafterLine(line.text);
    if (drafter !== undefined && columns.length === 0) {
      columns.push({ at: 0, label: 'Drafted by:', line, values: [drafter] });
      continue;
    }
    for (const { text, at } of cellsOf(line)) {
      const label = DRAFTING_LABEL.exec(text)?.[0];
      if (label !== undefined) {
        const column = { at, label: label.trim().replace(/\s*:?$/, ':'), line, values: [] as string[] };
        // A label at the left edge ends all columns above it.
        open = [...open.filter((other) => other.at < at - SHIFT || (other.line === line && other.at !== at)), column];
        columns.push(column);
      }
      const value = text.slice(label?.length ?? 0).trim();
      if (value === '' || OTHER.test(value) || isDated(value)) continue;
      columnOf(open, at)?.values.push(value);
    }
  }
  return readDrafting(columns.map(({ label, line, values }) => ({ ...line, text: `${label} ${values.join('; ')}` })));
}

/** The label that stands above a name: the last one that begins not right of it. */
function columnOf(open: readonly Column[], at: number): Column | undefined {
  const left = open.filter((column) => column.at <= at + SHIFT);
  return left.reduce<Column | undefined>(
    (best, column) => (best === undefined || column.at >= best.at ? column : best),
    undefined,
  );
}

function cellsOf({ text, indent }: FormLine): readonly { readonly text: string; readonly at: number }[] {
  const cells: { text: string; at: number }[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\s{2,}|\t\s*|(?<!classification)\s(?=(?:Drafted|Approved|Cleared)\s+by\s*:)/gi)) {
    cells.push({ text: text.slice(start, gap.index), at: indent + start });
    start = gap.index + gap[0].length;
  }
  cells.push({ text: text.slice(start), at: indent + start });
  return cells;
}
