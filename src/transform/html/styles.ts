import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { isElement, withChildren } from '../tree.js';

/** What single elements of the pages are styled with, as classes: the pages' Content Security Policy lets no element have a style of its own. */
export class Styles {
  readonly #classes = new Map<string, string>();

  /** An element with its styles, and those in it, as classes. */
  readonly asClasses = (element: PivotElement): PivotElement => {
    const made = withChildren(element, (child: PivotNode) => (isElement(child) ? this.asClasses(child) : child));
    if (made.attributes['style'] === undefined) return made;
    const { style, ...attributes } = made.attributes;
    const own = attributes['class'];
    const name = this.#classOf(style);
    return { ...made, attributes: { ...attributes, class: own === undefined ? name : `${own} ${name}` } };
  };

  /** The rules of the classes given so far. */
  get rules(): string {
    return [...this.#classes].map(([style, name]) => `.${name} { ${style} }\n`).join('');
  }

  #classOf(style: string): string {
    const known = this.#classes.get(style);
    if (known !== undefined) return known;
    const name = `own-style-${this.#classes.size + 1}`;
    this.#classes.set(style, name);
    return name;
  }
}
