import { nameTree, numberTree } from './pdf-trees.js';
import type { PdfDocument, Reference } from './pdfmake.js';

/** Content of an element: marked content on a page, or an annotation. */
type Content =
  | { readonly page: Reference; readonly mcid: number }
  | { readonly page: Reference; readonly annotation: Reference };

/** The standard structure types that the press uses (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span';

/** An element of the structure tree. Its children are in reading order, which is the order in which they are added. */
export class StructureElement {
  readonly type: StructureType;
  readonly kids: (StructureElement | Content)[] = [];
  readonly entries: Record<string, unknown>;
  /** The id of a place in the book that the element refers to: a note, what an entry of the contents leads to. */
  refersTo: string | undefined;

  constructor(type: StructureType, entries: Record<string, unknown> = {}) {
    this.type = type;
    this.entries = entries;
  }

  add(type: StructureType, entries: Record<string, unknown> = {}): StructureElement {
    const child = new StructureElement(type, entries);
    this.kids.push(child);
    return child;
  }

  get isEmpty(): boolean {
    // A cell without words counts in its row.
    if (this.type === 'TD' || this.type === 'TH') return false;
    return this.kids.every((kid) => kid instanceof StructureElement && kid.isEmpty);
  }
}

/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7; PDF/UA-1, 7). It is written in one go at the end: pdfkit's own tree needs each element
 * finished before the next, but a note's lines come pages after its place in the reading order.
 */
export class StructureTree {
  readonly root = new StructureElement('Document');
  readonly #document: PdfDocument;
  /** Of each page and each annotation: which elements its contents belong to. */
  readonly #parents: (StructureElement[] | StructureElement)[] = [];
  readonly #ids = new Map<string, StructureElement>();

  constructor(document: PdfDocument) {
    this.#document = document;
  }

  /** Begins a page: its marked content is numbered from 0. */
  beginPage(page: Reference): PageStructure {
    const key = this.#parents.length;
    const elements: StructureElement[] = [];
    this.#parents.push(elements);
    page.data['StructParents'] = key;
    return new PageStructure(page, elements);
  }

  /** Makes an annotation part of an element and gives the key it needs as its `StructParent`. */
  keyOf(element: StructureElement): number {
    this.#parents.push(element);
    return this.#parents.length - 1;
  }

  /** Names an element, as PDF/UA-1 7.9 asks for notes. */
  name(element: StructureElement, id: string): void {
    element.entries['ID'] = new String(id);
    this.#ids.set(id, element);
  }

  /** The element that has a name. */
  named(id: string): StructureElement | undefined {
    return this.#ids.get(id);
  }

  /**
   * Writes the tree, of whose elements the places of the book are `places`.
   *
   * @returns Where an element is in the file; what is left out because it is empty is where the book is.
   */
  write(
    lang: string,
    part: AccessibilityPart,
    places: ReadonlyMap<string, StructureElement>,
  ): (element: StructureElement | undefined) => Reference | undefined {
    const document = this.#document;
    const references = new Map<StructureElement, Reference>();
    const root = document.ref({ Type: 'StructTreeRoot' });
    const namespace = part === 2 ? namespaceOf(document) : undefined;
    const reserve = (element: StructureElement): void => {
      references.set(element, document.ref({ Type: 'StructElem', ...kindOf(element, namespace), ...element.entries }));
      for (const kid of element.kids) if (kid instanceof StructureElement && !kid.isEmpty) reserve(kid);
    };
    this.root.entries['Lang'] = new String(lang);
    reserve(this.root);
    const related =
      part === 2 ? relationsOf(references.keys(), places) : new Map<StructureElement, StructureElement[]>();
    const referenceOf = (element: StructureElement | undefined): Reference | undefined =>
      (element === undefined ? undefined : references.get(element)) ?? references.get(this.root);
    const finish = (element: StructureElement, parent: Reference): void => {
      const reference = references.get(element);
      if (reference === undefined) return;
      reference.data['P'] = parent;
      const first = element.kids.find((kid) => !(kid instanceof StructureElement));
      const page = first !== undefined && !(first instanceof StructureElement) ? first.page : undefined;
      if (page !== undefined) reference.data['Pg'] = page;
      const kids = element.kids.flatMap((kid) => kidEntry(kid, page, references));
      reference.data['K'] = kids.length === 1 ? kids[0] : kids;
      const to = related.get(element);
      if (to !== undefined) reference.data['Ref'] = to.map(referenceOf);
      reference.end();
      for (const kid of element.kids) if (kid instanceof StructureElement) finish(kid, reference);
    };
    finish(this.root, root);
    root.data['K'] = references.get(this.root);
    root.data['ParentTree'] = this.#parentTree(references);
    root.data['ParentTreeNextKey'] = this.#parents.length;
    if (namespace !== undefined) root.data['Namespaces'] = [namespace];
    if (this.#ids.size > 0) root.data['IDTree'] = this.#idTree(references);
    // pdfkit ends both when the document ends.
    document._root.data['StructTreeRoot'] = root;
    document._root.data['MarkInfo'] = document.ref({ Marked: true });
    return referenceOf;
  }

  #parentTree(references: ReadonlyMap<StructureElement, Reference>): Reference {
    const entries = [...this.#parents.entries()].map(([key, parent]): readonly [number, unknown] => {
      if (!Array.isArray(parent)) return [key, references.get(parent)];
      const list = this.#document.ref(parent.map((element) => references.get(element)));
      list.end();
      return [key, list];
    });
    return numberTree(this.#document, entries);
  }

  #idTree(references: ReadonlyMap<StructureElement, Reference>): Reference {
    const entries = [...this.#ids].flatMap(([id, element]): (readonly [string, unknown])[] => {
      const reference = references.get(element);
      return reference === undefined ? [] : [[id, reference]];
    });
    return nameTree(this.#document, entries);
  }
}

/** The part of PDF/UA that a file keeps to: 1 for PDF 1.7, 2 for PDF 2.0. */
export type AccessibilityPart = 1 | 2;

/** Types that PDF 2.0 has in its own namespace (ISO 32000-2, 14.8.6.1); the others remain those of PDF 1.7. */
const SECOND: ReadonlySet<StructureType> = new Set<StructureType>(
  'Document Part Sect Div H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table THead TBody TR TH TD Caption Figure Link Span'.split(
    ' ',
  ) as StructureType[],
);

/** What elements refer to, which PDF 2.0 says in the tree (ISO 32000-2, 14.7.2), and for a note, all that call it (14.8.4.8.2). */
function relationsOf(
  elements: Iterable<StructureElement>,
  places: ReadonlyMap<string, StructureElement>,
): Map<StructureElement, StructureElement[]> {
  const related = new Map<StructureElement, StructureElement[]>();
  const relate = (from: StructureElement, to: StructureElement): void => {
    related.set(from, [...(related.get(from) ?? []), to]);
  };
  for (const element of elements) {
    const to = element.refersTo === undefined ? undefined : places.get(element.refersTo);
    if (to === undefined) continue;
    relate(element, to);
    if (to.type === 'Note') relate(to, element);
  }
  return related;
}

function namespaceOf(document: PdfDocument): Reference {
  const namespace = document.ref({ Type: 'Namespace', NS: new String('http://iso.org/pdf2/ssn') });
  namespace.end();
  return namespace;
}

/** The type of an element, with the namespace that defines it; a note is a footnote in PDF 2.0. */
function kindOf({ type }: StructureElement, namespace: Reference | undefined): Record<string, unknown> {
  if (namespace === undefined) return { S: type };
  if (type === 'Note') return { S: 'FENote', NS: namespace, A: { O: 'FENote', NoteType: 'Footnote' } };
  return SECOND.has(type) ? { S: type, NS: namespace } : { S: type };
}

/** The marked content of one page. */
export class PageStructure {
  readonly #page: Reference;
  readonly #elements: StructureElement[];

  constructor(page: Reference, elements: StructureElement[]) {
    this.#page = page;
    this.#elements = elements;
  }

  /** Opens marked content for an element: its number on the page. */
  content(element: StructureElement): number {
    const mcid = this.#elements.length;
    this.#elements.push(element);
    element.kids.push({ page: this.#page, mcid });
    return mcid;
  }

  annotation(element: StructureElement, annotation: Reference): void {
    element.kids.push({ page: this.#page, annotation });
  }
}

function kidEntry(
  kid: StructureElement | Content,
  page: Reference | undefined,
  references: ReadonlyMap<StructureElement, Reference>,
): unknown[] {
  if (kid instanceof StructureElement) {
    const reference = references.get(kid);
    return reference === undefined ? [] : [reference];
  }
  if ('annotation' in kid) return [{ Type: 'OBJR', Obj: kid.annotation, Pg: kid.page }];
  return [kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid }];
}
