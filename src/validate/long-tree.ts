import type { StartTag, XmlHandler } from '../formats/sax.js';
import type { SourceFile } from '../model/source-file.js';
import { HeldElement, type Namespaces, ReadAgain } from './held-element.js';
import { asideOf, closeElement, elementOf, type TeiElement, type TeiText, type TeiTree } from './tree.js';
import { put, TreeLists } from './tree-lists.js';

/** A document that has come to its end, and what the header of the volume says of it. */
export interface DocumentPart {
  readonly tree: TeiTree;
  /** The elements of the header that point to the document by `@corresp`; none where another has had its id before. */
  readonly described: readonly TeiElement[];
}

export interface LongTreeOptions {
  /** Whether an element of a document is to be at hand when the volume has come to its end. */
  isHeld(element: TeiElement): boolean;
  /** Whether an element above the documents describes the one that it, or the element around it, points to. */
  isDescription(element: TeiElement): boolean;
  /** Takes each document; what is in it is not kept afterwards. */
  take(part: DocumentPart): void;
  /** Code units that a document may have, and so may all that is in none. */
  readonly limit: number;
}

/** Thrown at the start tag of what is too long to be held as a tree; see {@link LongTreeOptions.limit}. */
export class TooLong extends Error {
  readonly element: TeiElement | undefined;

  constructor(element: TeiElement | undefined) {
    super('too long for the memory');
    this.element = element;
  }
}

/**
 * Builds the tree of a long volume from the events of a reading: a document at a time, and all that is in none. Of a document there remain the elements
 * that are to be held, without their content ({@link HeldElement}), so that memory grows by a few hundred bytes for each of them.
 */
export class LongTreeBuilder implements XmlHandler {
  readonly #source: SourceFile;
  readonly #options: LongTreeOptions;
  readonly #again: ReadAgain;
  readonly #whole = new TreeLists();
  readonly #rest = new TreeLists();
  readonly #values = new Map<string, string>();
  /** The namespaces in force in elements that declare some: in no document, and in this one. */
  readonly #declared = new Map<TeiElement, Namespaces>();
  readonly #declaredInside = new Map<TeiElement, Namespaces>();
  /** What describes a document, by its id. */
  readonly #descriptions = new Map<string, TeiElement[]>();
  readonly #used = new Set<TeiElement>();
  #open: TeiElement | undefined;
  #part: { readonly document: TeiElement; readonly lists: TreeLists } | undefined;
  /** Code units in no document. */
  #outside = 0;

  constructor(source: SourceFile, options: LongTreeOptions) {
    this.#source = source;
    this.#options = options;
    this.#again = new ReadAgain(source);
  }

  /** The element whose content is being read. */
  get open(): TeiElement | undefined {
    return this.#open;
  }

  /** Whether what is being read is in no document. */
  get isOutside(): boolean {
    return this.#part === undefined;
  }

  /** All that is in no document. */
  get rest(): TeiTree {
    return this.#rest.tree(this.#source);
  }

  /** The volume: what is in no document, and what is held of the documents. It has no list of texts. */
  tree(): TeiTree {
    const tree = this.#whole.tree(this.#source);
    return {
      ...tree,
      get texts(): never {
        throw new Error('The texts of a long volume are not at hand when it has come to its end.');
      },
    };
  }

  /** The elements that describe a document and have been given with one. */
  get used(): ReadonlySet<TeiElement> {
    return this.#used;
  }

  startTag(tag: StartTag, start: number, startEnd: number): void {
    const element = elementOf(tag, this.#open, start, startEnd, this.#values);
    this.#open?.children.push(element);
    this.#declare(element, tag.ns);
    this.#open = element;
    if (this.#part === undefined && element.document === element) {
      this.#part = { document: element, lists: new TreeLists() };
    }
    if (this.#part === undefined) this.#addOutside(element);
    else this.#part.lists.add(element);
    this.#grow(startEnd - start, startEnd);
  }

  endTag(_tag: StartTag, _start: number, end: number): void {
    const ended = this.#open;
    if (ended === undefined) return;
    closeElement(ended, end);
    this.#open = ended.parent;
    if (ended === this.#part?.document) this.#leave(ended, this.#part.lists);
  }

  text(text: string, start: number, end: number): void {
    if (this.#open === undefined) return;
    const node: TeiText = { kind: 'text', parent: this.#open, text, start, end };
    this.#open.children.push(node);
    (this.#part?.lists ?? this.#rest).texts.push(node);
    this.#grow(end - start, end);
  }

  comment(text: string, start: number, end: number): void {
    (this.#part?.lists ?? this.#rest).comments.push(asideOf(this.#open, '', text, start, end));
  }

  processingInstruction(target: string, data: string, start: number, end: number): void {
    const instruction = asideOf(this.#open, target, data, start, end);
    if (this.#part !== undefined) this.#part.lists.instructions.push(instruction);
    else for (const lists of [this.#rest, this.#whole]) lists.instructions.push(instruction);
  }

  #addOutside(element: TeiElement): void {
    this.#rest.add(element);
    this.#whole.add(element);
    if (!this.#options.isDescription(element)) return;
    const pointer = element.attributes['corresp'] ?? element.parent?.attributes['corresp'];
    if (pointer === undefined) return;
    put(this.#descriptions, pointer.replace(/^#/, ''), element);
  }

  #grow(units: number, end: number): void {
    if (this.#part === undefined) this.#outside += units;
    const size = this.#part === undefined ? this.#outside : end - this.#part.document.start;
    if (size > this.#options.limit) throw new TooLong(this.#part?.document);
  }

  #declare(element: TeiElement, ns: StartTag['ns']): void {
    const declared = Object.entries(ns);
    if (declared.length === 0 && element.parent !== undefined) return;
    const outer = element.parent === undefined ? [] : this.#namespacesOf(element.parent);
    const declarations = element.document === undefined ? this.#declared : this.#declaredInside;
    declarations.set(element, new Map([...outer, ...declared]));
  }

  #namespacesOf(element: TeiElement): Namespaces {
    for (let at: TeiElement | undefined = element; at !== undefined; at = at.parent) {
      const declared = this.#declared.get(at) ?? this.#declaredInside.get(at);
      if (declared !== undefined) return declared;
    }
    return new Map();
  }

  #leave(document: TeiElement, lists: TreeLists): void {
    const id = document.attributes['xml:id'];
    const described = id === undefined || this.#whole.hasId(id) ? [] : (this.#descriptions.get(id) ?? []);
    for (const element of described) this.#used.add(element);
    this.#options.take({ tree: lists.tree(this.#source), described });
    this.#part = undefined;
    this.#hold(document, lists);
    this.#declaredInside.clear();
  }

  /** Puts held elements in the place of a document. */
  #hold(document: TeiElement, lists: TreeLists): void {
    const made = new Map<TeiElement, TeiElement>();
    const heldOf = (element: TeiElement): TeiElement => {
      if (element.document === undefined) return element;
      const known = made.get(element);
      if (known !== undefined) return known;
      const parent = element.parent && heldOf(element.parent);
      const own = element.document === element ? undefined : heldOf(element.document);
      const held = new HeldElement(element, { parent, document: own }, this.#namespacesOf(element), this.#again);
      made.set(element, held);
      return held;
    };
    if (document.parent !== undefined) document.parent.children[document.parent.children.length - 1] = heldOf(document);
    for (const element of lists.elements) {
      if (element.document === element || this.#options.isHeld(element)) this.#whole.add(heldOf(element));
    }
    for (const { parent, ...instruction } of lists.instructions) {
      this.#whole.instructions.push({ ...instruction, parent: parent && heldOf(parent) });
    }
  }
}
