import type { Inline, PageNumber, TextRun } from '../../model/page-content.js';
import type { PivotNode } from '../../model/pivot.js';
import { inlinesOf } from './inlines.js';

const folioPattern = /^\s*[0-9ivxlc]+\s*$/i;
const rangePattern = /^\s*[-–]\s*$/;
const commaPattern = /^\s*,\s*$/;
/** What stands behind the number of a page with the note that is meant: `675n`. */
const suffixPattern = /^\s*(n{1,2})(?!\p{L})/u;
/** Such a number without a link. */
const unlinkedPattern = /(?<=[,;]\s*)\d{1,4}(?=n{1,2}(?!\p{L}))/gu;

/** Reads the entries of an index that refers to pages: their numbers become those of this edition, and know what the entry is about. */
export class IndexEntries {
  /** The words of the entries that are open, the outermost first. */
  readonly #open: string[] = [];

  /** The entry that stands so deep among others. */
  read(nodes: readonly PivotNode[], depth: number): Inline[] {
    const above = this.#open.slice(0, depth).reverse();
    const out: Inline[] = [];
    let heading: string | undefined;
    let words = '';
    for (const inline of inlinesOf(nodes).flatMap(withUnlinked)) {
      const number = numberOf(inline);
      if (number !== undefined) {
        heading ??= words;
        // Another heading can be run in behind the numbers of the first: `45; negotiations, 46`.
        const about = [words, heading, ...above].filter((said) => /\p{L}/u.test(said));
        add(out, { ...number, about: [...new Set(about)] });
        if (/\p{L}/u.test(words)) words = '';
      } else if (inline.type === 'text') {
        words += inline.text;
        addText(out, inline);
      } else out.push(inline);
    }
    this.#open[depth] = heading ?? words;
    return out;
  }
}

function numberOf(inline: Inline): PageNumber | undefined {
  if (inline.type === 'page-number') return inline;
  if (inline.type !== 'text' || inline.target === undefined || !folioPattern.test(inline.text)) return undefined;
  const { target, text, style } = inline;
  return { type: 'page-number', target, text, ...(style === undefined ? {} : { style }) };
}

/** The numbers that are set in a text without links, as numbers of pages; where the volume has no such page they are printed as they are. */
function withUnlinked(inline: Inline): Inline[] {
  if (inline.type !== 'text' || inline.target !== undefined) return [inline];
  const out: Inline[] = [];
  let from = 0;
  for (const { index, 0: page } of inline.text.matchAll(unlinkedPattern)) {
    out.push({ ...inline, text: inline.text.slice(from, index) });
    out.push({ type: 'page-number', target: `pg_${page}`, text: page });
    from = index + page.length;
  }
  return from === 0 ? [inline] : [...out, { ...inline, text: inline.text.slice(from) }];
}

/** A number, joined to the one before it where a dash stands between them (`738-739`); a comma between two is set only where both are. */
function add(out: Inline[], number: PageNumber): void {
  const between = out.at(-1);
  const before = out.at(-2);
  if (between?.type !== 'text' || before?.type !== 'page-number') out.push(number);
  else if (rangePattern.test(between.text) && before.suffix === undefined)
    out.splice(-2, 2, { ...before, to: number.target, text: before.text + between.text + number.text });
  else if (commaPattern.test(between.text)) out.splice(-1, 1, { ...number, before: between.text });
  else out.push(number);
}

function addText(out: Inline[], run: TextRun): void {
  const last = out.at(-1);
  const [taken = '', text = ''] = run.target === undefined ? (suffixPattern.exec(run.text) ?? []) : [];
  if (text === '' || last?.type !== 'page-number' || last.suffix !== undefined) {
    out.push(run);
    return;
  }
  const { style } = run;
  out[out.length - 1] = { ...last, suffix: { text, ...(style === undefined ? {} : { style }) } };
  if (taken.length < run.text.length) out.push({ ...run, text: run.text.slice(taken.length) });
}
