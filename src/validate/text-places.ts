import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import type { TeiText } from './tree.js';

/** Finds the places of texts in a source, across character references. One that is asked for the places of a text in their order goes through it once. */
export class TextPlaces {
  readonly #source: SourceFile;
  #node: TeiText | undefined;
  /** The text as it is written. */
  #written = '';
  /** So many characters of the text stand before the place in what is written. */
  #index = 0;
  #at = 0;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  /** The place in the source of the characters from `from` to `to` of a text. */
  span(node: TeiText, from: number, to: number): Span {
    if (node.end - node.start === node.text.length) return { start: node.start + from, end: node.start + to };
    return { start: this.#offset(node, from), end: this.#offset(node, to) };
  }

  /** Counts characters of the text along what is written, where references and line ends are longer than what they stand for. */
  #offset(node: TeiText, index: number): number {
    if (node !== this.#node) this.#written = this.#source.slice(node.start, node.end);
    const written = this.#written;
    const start = written.startsWith('<![CDATA[') ? 9 : 0;
    const isOn = node === this.#node && index >= this.#index;
    let at = isOn ? this.#at : start;
    let i = isOn ? this.#index : 0;
    for (; i < index && at < written.length; i++) {
      if (start === 0 && written[at] === '&') {
        const end = written.indexOf(';', at) + 1;
        if (Number(written.slice(at + 2, end - 1).replace(/^x/, '0x')) > 0xffff) i++;
        at = end;
      } else at += written[at] === '\r' && written[at + 1] === '\n' ? 2 : 1;
    }
    this.#node = node;
    this.#index = i;
    this.#at = at;
    return node.start + at;
  }
}
