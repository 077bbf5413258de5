/**
 * The result of the stylesheet, made into the pivot's own tree: in one walk the spaces are settled and XHTML's content models are kept,
 * then links to nowhere are marked. These are rules of XHTML, not of TEI; they are here because they are the same for every element
 * and JavaScript does them many times faster than a second stylesheet.
 */
import type { SaxonNode } from '../formats/saxon.js';
import { append } from '../model/list.js';
import type { PivotElement } from '../model/pivot.js';
import { Addresses } from './addresses.js';
import { keepContentModel, widen } from './content-model.js';
import { type Draft, isBlock } from './draft.js';
import { isToldAround } from './gaps.js';
import { PageFurniture } from './page-furniture.js';
import { Spaces } from './spaces.js';

/** An element that is not shown as it says: no rule renders it, its rule has failed, it spans more than its table has, or it asks for a list to be made. Its text is in the tree all the same. */
export interface UnshownElement {
  readonly kind: 'unknown' | 'failed' | 'beyond' | 'unmade';
  readonly name: string;
  /** As XPath's `fn:path` gives it. */
  readonly path: string;
}

export interface Settled {
  readonly html: PivotElement | undefined;
  readonly unshown: readonly UnshownElement[];
  /** Targets inside the volume that do not exist, each once, in order. */
  readonly dangling: readonly string[];
}

/** @param tree The stylesheet's result: a document node with `html`. */
export function settle(tree: SaxonNode): Settled {
  const walk = new Walk();
  const holder: Draft = { name: '#document', attributes: {}, children: [] };
  for (let node = tree.firstChild; node !== null; node = node.nextSibling) walk.visit(node, holder);
  const dangling = walk.markDangling();
  const html = holder.children.find((child): child is Draft => typeof child !== 'string' && child.name === 'html');
  return { html, unshown: walk.unshown, dangling };
}

/** Addresses that lead out of the volume. */
const ABSOLUTE = /^(?:https?|mailto):/;

class Walk {
  readonly unshown: UnshownElement[] = [];
  #spaces = new Spaces();
  readonly #addresses = new Addresses();
  readonly #furniture = new PageFurniture();
  readonly #links: Draft[] = [];
  /** Targets in other files. */
  readonly #elsewhere = new Set<string>();
  /** The `a` elements that are open: none may stand in another. */
  #openLinks = 0;

  visit(node: SaxonNode, parent: Draft): void {
    if (node.nodeType === 3 || node.nodeType === 4) this.#text(node.nodeValue ?? '', parent);
    else if (node.nodeType === 1) this.#element(node, parent);
  }

  #text(text: string, parent: Draft): void {
    if (this.#addresses.isWaiting && text.trim() !== '') this.#addresses.text(parent);
    this.#spaces.text(text, parent);
  }

  #element(node: SaxonNode, parent: Draft): void {
    switch (node.localName) {
      case 'unknown':
      case 'failed': {
        const { name = '', path = '' } = attributesOf(node);
        this.unshown.push({ kind: node.localName, name, path });
        this.#content(node, parent);
        return;
      }
      case 'unmade': {
        const { name = '', path = '' } = attributesOf(node);
        this.unshown.push({ kind: 'unmade', name, path });
        return;
      }
      case 'address':
        this.#addresses.mark(attributesOf(node)['id'] ?? '', parent);
        return;
      case 'join':
        this.#spaces.join();
        return;
      default:
        this.#xhtml(node, parent);
    }
  }

  #xhtml(node: SaxonNode, parent: Draft): void {
    const element: Draft = { name: node.localName, attributes: attributesOf(node), children: [] };
    const beyond = element.attributes['data-beyond'];
    if (beyond !== undefined) {
      this.unshown.push({ kind: 'beyond', name: 'cell', path: beyond });
      delete element.attributes['data-beyond'];
    }
    const isLink = element.name === 'a' && element.attributes['class'] !== 'noteref';
    if (isLink && this.#openLinks > 0) unlink(element);
    else if (isLink) this.#openLinks++;
    const { href } = element.attributes;
    const elsewhere = isUnknown(element) ? element.attributes['data-target'] : undefined;
    if (elsewhere !== undefined && !elsewhere.startsWith('/')) this.#elsewhere.add(elsewhere.replace(/\s.*$/s, ''));
    this.#addresses.open(element, parent);
    if (href !== undefined && element.name === 'a' && !ABSOLUTE.test(href)) this.#links.push(element);

    if (this.#furniture.isInTheLine(element)) {
      this.#apart(node, element, parent);
      return;
    }
    const isBlockElement = isBlock(element);
    this.#furniture.open(element);
    this.#spaces.open(element, isBlockElement);
    if (!(element.attributes['class'] === 'gap' && isToldAround(node, this.#spaces.ending)))
      this.#content(node, element);
    this.#spaces.close(element, isBlockElement);
    if (isLink && element.name === 'a') this.#openLinks--;
    this.#addresses.close(element);
    const behind = this.#furniture.close(element);
    keepContentModel(element, parent);
    append(parent.children, behind);
  }

  /** Furniture of the page is read by itself: the sentence that it stands in goes on as if it were not there. */
  #apart(node: SaxonNode, element: Draft, parent: Draft): void {
    const sentence = this.#spaces;
    this.#furniture.enter();
    this.#spaces = new Spaces();
    this.#spaces.open(element, true);
    this.#content(node, element);
    this.#spaces.close(element, true);
    this.#spaces = sentence;
    this.#furniture.leave();
    this.#addresses.close(element);
    const holder: Draft = { name: 'aside', attributes: {}, children: [] };
    element.name = 'aside';
    keepContentModel(element, holder);
    for (const made of holder.children) if (typeof made !== 'string') this.#furniture.move(made, parent);
  }

  #content(node: SaxonNode, element: Draft): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.visit(child, element);
  }

  /** A link whose target is not in the volume becomes `span.unresolved`. */
  markDangling(): readonly string[] {
    const dangling = new Set(this.#elsewhere);
    for (const link of this.#links) {
      // Of several pointers the first is the link; some of the series have lost their "#".
      const target = (link.attributes['href'] ?? '').trim().replace(/\s.*$/s, '').replace(/^#?/, '#');
      const id = target.slice(1);
      link.attributes['href'] = `#${this.#addresses.resolve(id)}`;
      if (this.#addresses.has(id)) continue;
      dangling.add(target);
      const kind = link.attributes['class'];
      unlink(link);
      link.attributes['class'] = 'unresolved';
      if (kind !== undefined) link.attributes['data-link'] = kind;
      widen(link);
    }
    return [...dangling];
  }
}

/** A link inside a link, or to nowhere, is kept as a phrase that remembers where it pointed. */
function unlink(element: Draft): void {
  const { href, ...rest } = element.attributes;
  element.name = 'span';
  element.attributes = href === undefined ? rest : { ...rest, 'data-target': href };
}

function attributesOf(node: SaxonNode): Record<string, string> {
  const list = node.attributes;
  const attributes: Record<string, string> = {};
  for (let i = 0; i < list.length; i++) {
    const attribute = list[i];
    if (attribute !== undefined && !attribute.nodeName.startsWith('xmlns'))
      attributes[attribute.nodeName] = attribute.value;
  }
  return attributes;
}

/** A pointer that leads nowhere, or to a volume of which nothing is known here; those of the Foreign Relations are known to be published. */
function isUnknown({ attributes }: Draft): boolean {
  const { class: kind, href, 'data-target': target } = attributes;
  return kind === 'unresolved' || (kind === 'external-volume' && href === undefined && !target?.startsWith('frus'));
}
