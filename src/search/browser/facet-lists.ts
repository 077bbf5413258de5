import { FACETS, type FacetName } from '../../model/searchable.js';
import type { IndexReader } from '../index-reader.js';
import type { Choices, FacetCount, Found } from '../search.js';
import { element } from './elements.js';

/** How many values of a facet are shown before all are asked for. */
const FEW = 8;

/** The facets that are open from the beginning. */
const OPEN: ReadonlySet<FacetName> = new Set(['group', 'genre', 'classification']);

/** Facets whose values stand in the order of the volume, not of their counts. */
const IN_ORDER: ReadonlySet<FacetName> = new Set(['group', 'volume', 'chapter', 'part']);

/** The lists of values beside the results. A list is read and counted when it is opened. */
export class FacetLists {
  readonly #lists: readonly FacetList[];

  /** @param changed told when a value is chosen or left */
  constructor(index: IndexReader, into: HTMLElement, changed: () => void) {
    this.#lists = index.directory.facets.map((name) => new FacetList(name, changed));
    into.replaceChildren(...this.#lists.map(({ details }) => details));
  }

  get chosen(): Choices {
    return Object.fromEntries(this.#lists.map(({ name, chosen }) => [name, chosen]));
  }

  async show(found: Found, chosen: Choices): Promise<void> {
    for (const list of this.#lists) await list.show(found, chosen[list.name] ?? []);
  }
}

class FacetList {
  readonly name: FacetName;
  readonly details: HTMLDetailsElement;
  readonly #list = element('ul', {});
  readonly #all: HTMLButtonElement;
  readonly #items = new Map<
    string,
    { readonly item: HTMLLIElement; readonly box: HTMLInputElement; count: HTMLElement }
  >();
  readonly #changed: () => void;
  #chosen: readonly string[] = [];
  #showsAll = false;
  #found: Found | undefined;

  constructor(name: FacetName, changed: () => void) {
    this.name = name;
    this.#changed = changed;
    this.#all = element('button', { type: 'button' });
    this.#all.addEventListener('click', () => {
      this.#showsAll = true;
      const shown = this.#list.children.length;
      this.#count().then(() => this.#list.children[shown]?.querySelector('input')?.focus());
    });
    this.#list.setAttribute('aria-label', FACETS[name]);
    this.details = element('details', {}, element('summary', {}, FACETS[name]), this.#list, this.#all);
    this.details.open = OPEN.has(name);
    this.details.addEventListener('toggle', () => {
      if (this.details.open) this.#count();
    });
  }

  get chosen(): readonly string[] {
    return this.#chosen;
  }

  async show(found: Found, chosen: readonly string[]): Promise<void> {
    this.#found = found;
    this.#chosen = chosen;
    if (chosen.length > 0) this.details.open = true;
    if (this.details.open) await this.#count();
  }

  async #count(): Promise<void> {
    const found = this.#found;
    if (found === undefined) return;
    const counts = await found.countsOf(this.name);
    if (found !== this.#found) return;
    const chosen = new Set(this.#chosen);
    const all = counts.filter(({ key, count }) => count > 0 || chosen.has(key));
    if (!IN_ORDER.has(this.name)) all.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
    const shown = this.#showsAll ? all : all.filter(({ key }, i) => i < FEW || chosen.has(key));
    const items = shown.map((value) => this.#itemOf(value, chosen.has(value.key)));
    this.#place(items);
    this.#all.hidden = shown.length === all.length;
    this.#all.textContent = `All ${all.length}`;
    this.#all.setAttribute('aria-label', `All ${all.length} values of ${FACETS[this.name]}`);
  }

  #itemOf({ key, label, count }: FacetCount, isChosen: boolean): HTMLLIElement {
    const known = this.#items.get(key) ?? this.#made(key, label);
    this.#items.set(key, known);
    known.count.textContent = String(count);
    known.box.checked = isChosen;
    return known.item;
  }

  #made(key: string, label: string): { item: HTMLLIElement; box: HTMLInputElement; count: HTMLElement } {
    const box = element('input', { type: 'checkbox', name: this.name, value: key, form: 'search-form' });
    const count = element('span', { class: 'count' });
    box.addEventListener('change', () => {
      const others = this.#chosen.filter((other) => other !== key);
      this.#chosen = box.checked ? [...others, key] : others;
      this.#changed();
    });
    const item = element('li', {}, element('label', {}, box, element('span', { class: 'value' }, label), ' ', count));
    return { item, box, count };
  }

  /** Puts the items in their places, and the focus back to where it was: an element that is moved loses it. */
  #place(items: readonly HTMLLIElement[]): void {
    const before = [...this.#list.children];
    if (before.length === items.length && items.every((item, i) => item === before[i])) return;
    const focused = document.activeElement;
    this.#list.replaceChildren(...items);
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus();
  }
}
