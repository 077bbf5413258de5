import type { FormeWork, Gap, Inline, PageBreak } from '../../model/document.js';
import { append } from '../../model/list.js';
import { uniqueIds } from '../../model/unique-ids.js';
import type { Line } from '../page/segment.js';
import { LINE_BREAK, type Strand, weave } from '../page/strand.js';
import type { LabelledLine } from './label-lines.js';

/** What of the sheet stands between two stretches of the text. */
export type SheetNode = FormeWork | PageBreak;

interface OpenWork extends FormeWork {
  readonly children: Inline[];
}

/** What of the page a line is: the value of `fw/@type`. */
export function sheetType({ line, kind, forms }: LabelledLine): string {
  if (kind === 'head.letterhead') return 'letterhead';
  if (kind === 'head.status') return 'status';
  if (line.banner !== undefined) return 'classification';
  switch (line.form) {
    case 'pageNum':
    case 'declassification':
    case 'exemption':
    case 'number':
    case 'routing':
    case 'form':
    case 'distribution':
      return line.form;
    case 'catchword':
      return 'catch';
    case 'tab':
      return 'attachment';
    case 'stamp':
    case 'receipt':
      return 'stamp';
    case 'symbol':
      return /^[A-Z]{2,4}$/.test(line.text) ? 'initials' : 'routing';
    default:
  }
  if (!/[\p{L}\p{N}]/u.test(line.text)) return 'rule';
  if (line.isBeside) return kind === 'body.sheet' ? 'running-head' : 'routing';
  if (forms.hand > 1) return 'marginalia';
  if (line.repeats > 1 || (kind === 'body.sheet' && line.form === undefined && line.blankBefore === 0))
    return 'running-head';
  if (kind !== 'head.sheet') return 'stamp';
  return /\d/.test(line.text) ? 'number' : 'header';
}

/** Collects what is of the sheet until the next line of the text takes it along, and counts the pages. */
export class SheetPile {
  readonly #id: string;
  readonly #strandOf: (line: Line) => Strand;
  #pending: (OpenWork | PageBreak)[] = [];
  #last: { readonly type: string; readonly group: number } | undefined;
  #page = 1;
  readonly #idOf = uniqueIds();

  /**
   * @param id of the document; the ids of its pages begin with it
   * @param strandOf reads a line
   */
  constructor(id: string, strandOf: (line: Line) => Strand) {
    this.#id = id;
    this.#strandOf = strandOf;
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0;
  }

  /** A page that begins; its number where the sheet prints it, else in brackets, as FRUS has it. */
  turn(printed: number | undefined, isFirst: boolean): void {
    if (isFirst) this.#page = printed ?? 1;
    else this.#page = printed ?? this.#page + 1;
    const id = this.#idOf(`${this.#id}-${String(this.#page).padStart(2, '0')}`);
    const n = printed === undefined ? `[${this.#page}]` : String(printed);
    this.#pending.push({ element: 'pb', attributes: { n, 'xml:id': id }, children: [] });
    this.#last = undefined;
  }

  /** The page that was told last. */
  get page(): number {
    return this.#page;
  }

  add(labelled: LabelledLine): void {
    const { line } = labelled;
    const type = sheetType(labelled);
    const strand = this.#strandOf(line);
    const words = weave(strand);
    const wrapped: readonly Inline[] =
      type === 'stamp'
        ? [{ element: 'stamp', attributes: {}, children: words }]
        : type === 'exemption'
          ? [{ element: 'gap', attributes: { reason: 'not-declassified' }, children: [] } satisfies Gap, ...words]
          : words;
    const last = this.#pending.at(-1);
    const goesOn =
      last?.element === 'fw' &&
      this.#last?.type === type &&
      this.#last.group === line.group &&
      line.blankBefore === 0 &&
      !line.isBeside &&
      type !== 'classification';
    if (goesOn) append(last.children, [LINE_BREAK, ...wrapped]);
    else this.#pending.push({ element: 'fw', attributes: { type }, children: [...wrapped] });
    this.#last = { type, group: line.group };
  }

  /** All that was collected, which is then no longer held. */
  take(): readonly SheetNode[] {
    const taken = this.#pending;
    this.#pending = [];
    this.#last = undefined;
    return taken;
  }
}
