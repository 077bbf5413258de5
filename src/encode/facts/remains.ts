import { times } from '../../diagnostics/words.js';
import { residueIn } from '../../grammar/residue.js';
import type { Block, DocumentNode, Text } from '../../model/document.js';
import { textOf } from '../page/text-of.js';
import { type Finding, finding } from './finding.js';

/** What the text has kept that no edition can have, or lacks what every document has: what validation would find, said where it comes from. */
export function remainsDoubts(start: number, blocks: readonly Block[]): readonly Finding[] {
  const heading = blocks.some((block) => block.element === 'head') ? [] : [finding('EN030', {}, start, 'head: …')];
  const kept = new Remains(start);
  for (const block of blocks) kept.look(block);
  return [...heading, ...kept.findings()];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** What stands in an attachment before its text. */
const BEFORE_TEXT: ReadonlySet<string> = new Set(['head', 'opener', 'pb', 'note', 'dateline']);

class Remains {
  /** Where the last text with a place in the raw text was. */
  #at: number;
  /** The first place of each piece that stays, with what it is and how often it stands there. */
  readonly #residue = new Map<string, { readonly what: string; readonly at: number; count: number }>();
  readonly #control = new Map<string, { readonly at: number; count: number }>();
  readonly #others: Finding[] = [];

  constructor(start: number) {
    this.#at = start;
  }

  /** @param isSheet whether the node is of the sheet (`fw`) and not of the text */
  look(node: DocumentNode, isSheet = false): void {
    if (node.element === 'text') {
      this.#text(node, isSheet);
      return;
    }
    const children = node.children as readonly DocumentNode[];
    if (node.element === 'note' && textOf(node).trim() === '') {
      this.#others.push(finding('EN032', { label: node.attributes.n ?? '' }, this.#at));
    }
    if (node.element === 'frus:attachment' && children.every(({ element }) => BEFORE_TEXT.has(element))) {
      this.#others.push(finding('EN033', { words: textOf(node).trim().slice(0, 60) }, this.#at));
    }
    for (const child of children) this.look(child, isSheet || node.element === 'fw');
  }

  #text({ text, at }: Text, isSheet: boolean): void {
    if (at !== undefined) this.#at = at;
    // What the sheet itself bears (`<< END OF DOCUMENT >>`) is no residue.
    for (const piece of isSheet ? [] : residueIn(text)) {
      const known = this.#residue.get(piece.text);
      if (known !== undefined) known.count++;
      else this.#residue.set(piece.text, { what: piece.what, at: this.#at + piece.at, count: 1 });
    }
    if (text.search(CONTROL) < 0) return;
    for (const { 0: sign, index } of text.matchAll(CONTROL)) {
      const known = this.#control.get(sign);
      if (known !== undefined) known.count++;
      else this.#control.set(sign, { at: this.#at + index, count: 1 });
    }
  }

  findings(): readonly Finding[] {
    return [
      ...this.#others,
      ...[...this.#residue].map(([text, { what, at, count }]) =>
        finding('EN031', { text, what, times: times(count) }, at),
      ),
      ...[...this.#control].map(([sign, { at, count }]) => {
        const code = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        return finding('EN034', { code, times: times(count) }, at);
      }),
    ];
  }
}
