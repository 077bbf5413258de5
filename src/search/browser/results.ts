import type { IndexReader } from '../index-reader.js';
import { marked, type Piece, passagesOf } from '../passages.js';
import type { Found } from '../search.js';
import { element } from './elements.js';

/** How many results are shown at once. */
const STEP = 10;

/** The list of results: a few, and more where they are asked for. */
export class Results {
  readonly #index: IndexReader;
  readonly #list: HTMLOListElement;
  readonly #more: HTMLButtonElement;
  #found: Found | undefined;
  #shown = 0;

  constructor(index: IndexReader, list: HTMLOListElement, more: HTMLButtonElement) {
    this.#index = index;
    this.#list = list;
    this.#more = more;
    more.addEventListener('click', () => {
      const before = this.#shown;
      this.#next().then(() => this.#list.children[before]?.querySelector('a')?.focus());
    });
  }

  async show(found: Found): Promise<void> {
    this.#found = found;
    this.#shown = 0;
    await this.#next();
  }

  async #next(): Promise<void> {
    const found = this.#found;
    if (found === undefined) return;
    const from = this.#shown;
    const items = await Promise.all(
      found.documents.slice(from, from + STEP).map((document) => this.#item(document, found)),
    );
    // Another search may have been made meanwhile.
    if (found !== this.#found || from !== this.#shown) return;
    if (from === 0) this.#list.replaceChildren(...items);
    else this.#list.append(...items);
    this.#shown = from + items.length;
    this.#more.hidden = this.#shown >= found.documents.length;
    this.#more.textContent = `More results (${found.documents.length - this.#shown})`;
  }

  async #item(document: number, found: Found): Promise<HTMLLIElement> {
    const card = await this.#index.card(document);
    if (card === undefined) return element('li', {});
    const passages = found.sought.length === 0 ? [] : await passagesOf(this.#index.text(document), found);
    const when = [card.dateline, card.volume].filter((one) => one !== undefined).join(' · ');
    const title = element('a', { href: card.page }, ...nodesOf(marked(card.title, found)));
    return element(
      'li',
      {},
      element('h3', {}, title),
      ...(when === '' ? [] : [element('p', { class: 'when' }, when)]),
      ...(card.summary === undefined ? [] : [element('p', { class: 'about' }, card.summary)]),
      ...passages.map((passage) => element('p', { class: 'passage' }, ...nodesOf(passage))),
    );
  }
}

function nodesOf(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isHit }) => (isHit ? element('mark', {}, text) : text));
}
