import { type Draft, isBlock } from './draft.js';

/** An id that waits for what its TEI element becomes. */
interface Waiting {
  readonly id: string;
  readonly parent: Draft;
}

/**
 * Gives every `xml:id` of the TEI a place in the pivot. Most elements bring their id themselves; for the others the stylesheet sets a mark
 * (`xslt/modules/ids.xsl`), and the element that follows it takes the id, unless another turns up that has it as its own. Where nothing can
 * take it, an anchor stands in its place; what a whole division is made of leads to the division.
 */
export class Addresses {
  readonly #ids = new Set<string>();
  #waiting: Waiting[] = [];
  /** What has taken an id for want of a better: the element, and its parent where it is an anchor made for it. */
  readonly #lent = new Map<string, { readonly element: Draft; readonly parent?: Draft }>();
  readonly #aliases = new Map<string, string>();

  /** Whether an id waits for what comes next. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  mark(id: string, parent: Draft): void {
    if (!this.#ids.has(id)) this.#waiting.push({ id, parent });
  }

  /** An element begins: it takes the last id that waits; those before it belong to what holds it. */
  open(element: Draft, parent: Draft): void {
    const { id } = element.attributes;
    if (id !== undefined) this.#own(id);
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting.filter((one) => one.id !== id);
    this.#waiting = [];
    const last = element.attributes['id'] === undefined ? waiting.pop() : undefined;
    if (last !== undefined) this.#lend(last.id, element);
    for (const one of waiting) this.#place(one.id, element, parent);
  }

  /** Text begins: what waits stands before it. */
  text(parent: Draft): void {
    for (const { id } of this.#waiting) this.#anchor(id, parent);
    this.#waiting = [];
  }

  /** An element ends: what waited in it and has found nothing belongs to it. */
  close(element: Draft): void {
    if (this.#waiting.length === 0) return;
    const inside = this.#waiting.filter(({ parent }) => parent === element);
    this.#waiting = this.#waiting.filter(({ parent }) => parent !== element);
    for (const { id } of inside) {
      const own = element.attributes['id'];
      if (own === undefined) this.#lend(id, element);
      else this.#aliases.set(id, own);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id) || this.#aliases.has(id);
  }

  /** The id under which the pivot has an id of the TEI. */
  resolve(id: string): string {
    return this.#ids.has(id) ? id : (this.#aliases.get(id) ?? id);
  }

  /** The element whose own the id is takes it from what it had been lent to. */
  #own(id: string): void {
    this.#ids.add(id);
    this.#aliases.delete(id);
    const lent = this.#lent.get(id);
    if (lent === undefined) return;
    this.#lent.delete(id);
    const { id: _id, ...rest } = lent.element.attributes;
    lent.element.attributes = rest;
    if (lent.parent !== undefined) lent.parent.children.splice(lent.parent.children.lastIndexOf(lent.element), 1);
  }

  #lend(id: string, element: Draft): void {
    element.attributes['id'] = id;
    this.#ids.add(id);
    this.#lent.set(id, { element });
  }

  #place(id: string, element: Draft, parent: Draft): void {
    const own = element.attributes['id'];
    if (own !== undefined && isBlock(element)) this.#aliases.set(id, own);
    else this.#anchor(id, parent);
  }

  #anchor(id: string, parent: Draft): void {
    if (this.#ids.has(id)) return;
    const element: Draft = { name: 'span', attributes: { class: 'anchor', id }, children: [] };
    parent.children.push(element);
    this.#ids.add(id);
    this.#lent.set(id, { element, parent });
  }
}
