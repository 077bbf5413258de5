import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import type { TeiText } from './tree.js';

/** Finds the places of texts in a source, across character references. One that is asked for the places of a text in their order goes through it once. */
export class TextPlaces {
  readonly #text: string;
  #node: TeiText | undefined;
  /** So many characters of the text stand before the place in the source. */
  #index = 0;
  #at = 0;

  constructor(source: SourceFile) {
    this.#text = source.text;
  }

  /** The place in the source of the characters from `from` to `to` of a text. */
  span(node: TeiText, from: number, to: number): Span {
    if (node.end - node.start === node.text.length) return { start: node.start + from, end: node.start + to };
    return { start: this.#offset(node, from), end: this.#offset(node, to) };
  }

  /** Counts characters of the text along the source, where references and line ends are longer than what they stand for. */
  #offset(node: TeiText, index: number): number {
    const text = this.#text;
    const start = text.startsWith('<![CDATA[', node.start) ? node.start + 9 : node.start;
    const isReferenced = start === node.start;
    const isOn = node === this.#node && index >= this.#index;
    let at = isOn ? this.#at : start;
    let i = isOn ? this.#index : 0;
    for (; i < index && at < node.end; i++) {
      if (isReferenced && text[at] === '&') {
        const end = text.indexOf(';', at) + 1;
        if (Number(text.slice(at + 2, end - 1).replace(/^x/, '0x')) > 0xffff) i++;
        at = end;
      } else at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    }
    this.#node = node;
    this.#index = i;
    this.#at = at;
    return at;
  }
}
