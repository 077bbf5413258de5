/**
 * The result of the stylesheet, made into the pivot's own tree: in one walk the spaces are settled and XHTML's content models are kept,
 * then links to nowhere are marked. These are rules of XHTML, not of TEI; they are here because they are the same for every element
 * and JavaScript does them many times faster than a second stylesheet.
 */
import type { SaxonNode } from '../formats/saxon.js';
import type { PivotElement } from '../model/pivot.js';
import { keepContentModel } from './content-model.js';
import { type Draft, isBlock } from './draft.js';
import { Spaces } from './spaces.js';

/** An element that no rule of the stylesheet renders, or on which its rule has failed; its text is in the tree all the same. */
export interface UnknownElement {
  readonly isFailure: boolean;
  readonly name: string;
  /** As XPath's `fn:path` gives it. */
  readonly path: string;
}

export interface Settled {
  readonly html: PivotElement | undefined;
  readonly unknown: readonly UnknownElement[];
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
  return { html, unknown: walk.unknown, dangling };
}

/** Addresses that lead out of the volume. */
const ABSOLUTE = /^(?:https?|mailto):/;

class Walk {
  readonly unknown: UnknownElement[] = [];
  readonly #spaces = new Spaces();
  readonly #ids = new Set<string>();
  readonly #links: Draft[] = [];
  /** The `a` elements that are open: none may stand in another. */
  #openLinks = 0;

  visit(node: SaxonNode, parent: Draft): void {
    if (node.nodeType === 3 || node.nodeType === 4) this.#spaces.text(node.nodeValue ?? '', parent);
    else if (node.nodeType === 1) this.#element(node, parent);
  }

  #element(node: SaxonNode, parent: Draft): void {
    if (node.localName === 'unknown' || node.localName === 'failed') {
      const { name = '', path = '' } = attributesOf(node);
      this.unknown.push({ isFailure: node.localName === 'failed', name, path });
      this.#content(node, parent);
      return;
    }
    const element: Draft = { name: node.localName, attributes: attributesOf(node), children: [] };
    const isLink = element.name === 'a' && element.attributes['class'] !== 'noteref';
    if (isLink && this.#openLinks > 0) unlink(element);
    else if (isLink) this.#openLinks++;
    const { id, href } = element.attributes;
    if (id !== undefined) this.#ids.add(id);
    if (href !== undefined && element.name === 'a' && !ABSOLUTE.test(href)) this.#links.push(element);

    const isBlockElement = isBlock(element);
    this.#spaces.open(element, isBlockElement);
    this.#content(node, element);
    this.#spaces.close(element, isBlockElement);
    if (isLink && element.name === 'a') this.#openLinks--;
    keepContentModel(element, parent);
  }

  #content(node: SaxonNode, element: Draft): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.visit(child, element);
  }

  /** A link whose target is not in the volume becomes `span.unresolved`. */
  markDangling(): readonly string[] {
    const dangling = new Set<string>();
    for (const link of this.#links) {
      // Of several pointers the first is the link; some of the series have lost their "#".
      const target = (link.attributes['href'] ?? '').trim().replace(/\s.*$/s, '').replace(/^#?/, '#');
      link.attributes['href'] = target;
      if (this.#ids.has(target.slice(1))) continue;
      dangling.add(target);
      const kind = link.attributes['class'];
      unlink(link);
      link.attributes['class'] = 'unresolved';
      if (kind !== undefined) link.attributes['data-link'] = kind;
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
