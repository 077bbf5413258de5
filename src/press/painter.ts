import type { Figure } from '../model/page-content.js';
import { type Edges, isBeyond } from './beyond-edge.js';
import { Ink } from './ink.js';
import { leader, roomForFolio } from './leader.js';
import { type Link, placeOf, type Segment, type TypeLine } from './line.js';
import type { MadePage, PlacedSlug } from './makeup.js';
import type { Margin } from './margin.js';
import { type Furniture, isRecto, type PagePlan } from './page-plan.js';
import type { PdfDocument, Reference } from './pdfmake.js';
import type { Sheet } from './sheet.js';
import type { PageStructure, StructureElement, StructureTree } from './structure.js';
import { measureOf, type PageForm } from './typography.js';

const RULE_LENGTH = 72;
const RULE_THICKNESS = 0.4;

/** What the painter needs to know of the book beyond the page it paints. */
export interface PaintContext {
  readonly document: PdfDocument;
  readonly form: PageForm;
  readonly noteRule: 'short' | 'full' | 'none';
  readonly leaders: boolean;
  readonly tree: StructureTree | undefined;
  readonly elementOf: (of: object) => StructureElement | undefined;
  /** The number, in this edition, of the page where an id stands. */
  readonly folioOf: (id: string) => string | undefined;
  readonly isTarget: (id: string) => boolean;
  readonly drawn: (line: TypeLine) => void;
  readonly picture: (figure: Figure, width: number) => void;
  /** Told of a line that goes over the edge of the page that is being painted. */
  readonly beyond: (line: TypeLine) => void;
  readonly describe: (link: Link) => string;
  /** What stands in the margins; absent where nothing does. */
  readonly margin: Margin | undefined;
  readonly sheet: Sheet;
  readonly links: boolean; // as annotations; a printer's file has none
}

/** A place that links can lead to. */
export type Destination = readonly [page: Reference, fit: 'XYZ', left: number, top: number, zoom: null];

/** Paints pages that have been made up, one after the other, and keeps what the end of the file needs: destinations. */
export class Painter {
  readonly destinations = new Map<string, Destination>();
  /** The structure elements at the places that links lead to. */
  readonly places = new Map<string, StructureElement>();
  readonly #context: PaintContext;
  readonly #edges: Edges;
  #ink: Ink;
  #page: PageStructure | undefined;
  #left = 0;
  #recto = true;
  /** Lines of text so far on the page. */
  #count = 0;

  constructor(context: PaintContext) {
    this.#context = context;
    const { form, sheet } = context;
    const cut = { left: sheet.round, top: sheet.round };
    this.#edges = { ...cut, right: cut.left + form.width, bottom: cut.top + form.height };
    this.#ink = new Ink(context.document, form.height);
  }

  paint(plan: PagePlan, furniture: Furniture): void {
    const { document, form, tree, sheet } = this.#context;
    const { width, height } = sheet;
    document.addPage({ size: [width, height], margin: 0 });
    const { data } = document.page.dictionary;
    Object.assign(data, sheet.boxes);
    this.#ink = new Ink(document, height);
    this.#page = tree?.beginPage(document.page.dictionary);
    // Links are reached in the order of reading (PDF/UA-1, 7.18.3).
    if (tree !== undefined) data['Tabs'] = 'S';
    this.#recto = isRecto(plan.index);
    this.#left = sheet.round + (this.#recto ? form.inner : form.outer);
    this.#count = 0;
    sheet.mark(this.#ink);
    this.#furniture(furniture);
    for (const { made, x, y } of plan.made) this.#made(made, x, y);
    this.#ink.flush();
  }

  #furniture(furniture: Furniture): void {
    if (furniture.lines.length === 0) return;
    this.#ink.beginArtifact('Pagination');
    for (const { line, top } of furniture.lines)
      for (const segment of line.segments)
        this.#ink.segment(segment, this.#left + line.x, this.#context.sheet.round + top + line.baseline);
    this.#ink.end();
  }

  #made(made: MadePage, x: number, y: number): void {
    const top = this.#context.sheet.round + this.#context.form.top + y;
    this.#left += x;
    const repeated = new Set(made.text[0]?.slug.repeat ?? []);
    for (const placed of made.text) this.#slug(placed, top, repeated.has(placed.slug), true);
    if (made.notes.length > 0) this.#notes(made, top);
    this.#left -= x;
  }

  #notes(made: MadePage, top: number): void {
    const continued = made.notes[0]?.continued === true;
    const { form, noteRule } = this.#context;
    const length = continued || noteRule === 'full' ? measureOf(form) : RULE_LENGTH;
    if (noteRule !== 'none') this.#ink.rule(this.#left, top + made.notesTop + 6.5, length, RULE_THICKNESS);
    for (const note of made.notes) {
      const element = this.#context.tree?.named(note.id);
      if (!note.continued) this.#destination(note.id, top + (note.slugs[0]?.y ?? 0), element);
      for (const placed of note.slugs) {
        const { x = 0 } = placed;
        this.#left += x;
        this.#slug(placed, top, false, false);
        this.#left -= x;
      }
    }
  }

  #slug({ slug, y }: PlacedSlug, top: number, repeated: boolean, isText: boolean): void {
    let open: StructureElement | undefined;
    for (const item of slug.items) {
      const at = top + y + item.y;
      if (item.kind === 'line') {
        const element = repeated ? undefined : this.#context.elementOf(item.line.of.paragraph);
        open = this.#line(item.line, at, element, open, isText);
        if (!repeated) this.#context.drawn(item.line);
      } else {
        this.#ink.end();
        open = undefined;
        if (item.kind === 'vector') this.#rule(item.item, at);
        else this.#picture(item.item, at);
      }
    }
    this.#ink.end();
  }

  /** Draws a line; gives back the element whose marked content is left open for the next. */
  #line(
    line: TypeLine,
    top: number,
    element: StructureElement | undefined,
    before: StructureElement | undefined,
    isText: boolean,
  ): StructureElement | undefined {
    const x = this.#left + line.x;
    const baseline = top + line.baseline;
    for (const id of line.anchors) this.#destination(id, top, element);
    if (isBeyond(line, x, baseline, this.#edges)) this.#context.beyond(line);
    let open = before;
    if (this.#marginalia(line, baseline, isText ? ++this.#count : 0)) open = undefined;
    // The repeated head of a table, or its first column: no content a second time.
    if (element === undefined && this.#page !== undefined) {
      this.#ink.beginArtifact('Pagination');
      open = undefined;
    }
    const { label } = line.of.paragraph;
    const ofLabel = label === undefined || element === undefined ? undefined : this.#context.elementOf(label);
    for (const segment of line.segments) {
      const { link } = segment;
      const of = segment.label === true ? (ofLabel ?? element) : element;
      if (link !== undefined && of !== undefined && this.#leads(link)) {
        this.#linked(segment, link, x, baseline, of);
        open = undefined;
        continue;
      }
      if (of !== undefined && open !== of) {
        this.#begin(of);
        open = of;
      }
      this.#ink.segment(segment, x, baseline);
    }
    if (line.slot !== undefined) open = this.#slot(line, x, baseline, element, open);
    return open;
  }

  /** Whether what a link names is in the book: an offprint has not all that its documents refer to. */
  #leads(link: Link): boolean {
    if (link.kind === 'url') return true;
    return this.#context.folioOf(placeOf(link)) !== undefined;
  }

  #begin(element: StructureElement): void {
    if (this.#page === undefined) this.#ink.beginUnmarked();
    else this.#ink.begin(element.type, this.#page.content(element));
  }

  /** A run that leads somewhere: `Reference` or `Lbl` round a `Link`, which holds the words and the annotation (PDF/UA-1, 7.18.5). */
  #linked(segment: Segment, link: Link, x: number, baseline: number, element: StructureElement): void {
    const around =
      link.kind === 'call' ? element.add('Reference') : link.kind === 'back' ? element.add('Lbl') : element;
    const inner = around.add('Link');
    if (link.kind === 'call') around.refersTo = link.note;
    this.#begin(inner);
    this.#ink.segment(segment, x, baseline);
    this.#ink.end();
    const size = segment.setting.size;
    this.#annotate(link, inner, x + segment.x, baseline - size * 0.85, segment.width, size * 1.1);
  }

  #annotate(link: Link, element: StructureElement, x: number, y: number, width: number, height: number): void {
    const { document, tree } = this.#context;
    if (!this.#context.links) return;
    const action =
      link.kind === 'url' ? { A: { S: 'URI', URI: new String(link.url) } } : { Dest: new String(placeOf(link)) };
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: document._convertRect(x, y, width, height),
      Border: [0, 0, 0],
      F: 4,
      Contents: new String(this.#context.describe(link)),
      ...action,
      ...(tree === undefined ? {} : { StructParent: tree.keyOf(element) }),
    });
    annotation.end();
    document.page.annotations.push(annotation);
    this.#page?.annotation(element, annotation);
  }

  /** The dots and the number at the end of a contents line. */
  #slot(
    line: TypeLine,
    x: number,
    baseline: number,
    element: StructureElement | undefined,
    before: StructureElement | undefined,
  ): StructureElement | undefined {
    const { slot } = line;
    if (slot === undefined) return before;
    const folio = this.#context.folioOf(slot.target) ?? '';
    const { setting } = slot;
    const { glyphs, width } = setting.face.shape(folio);
    const at = x + slot.right - (width * setting.size) / 1000;
    const to = x + slot.right - roomForFolio(setting, width);
    const dots = !this.#context.leaders ? undefined : leader(setting, this.#left, x + slot.leaderFrom, to);
    if (dots !== undefined) {
      this.#ink.beginArtifact('Layout');
      this.#ink.text(dots.glyphs, setting, dots.x, baseline);
      this.#ink.end();
    }
    if (element === undefined) return before;
    const segment: Segment = {
      x: 0,
      width: (width * setting.size) / 1000,
      setting,
      glyphs,
      text: folio,
      added: true,
    };
    this.#linked(segment, { kind: 'target', id: slot.target }, at, baseline, element);
    return undefined;
  }

  #marginalia(line: TypeLine, baseline: number, count: number): boolean {
    const beside = this.#context.margin?.beside(line, count, this.#recto) ?? [];
    if (beside.length === 0) return false;
    this.#ink.beginArtifact('Pagination');
    for (const marginal of beside)
      for (const segment of marginal.line.segments)
        this.#ink.segment(segment, this.#left + marginal.x, baseline + marginal.dy);
    this.#ink.end();
    return true;
  }

  #destination(id: string, top: number, element: StructureElement | undefined): void {
    if (this.destinations.has(id) || !this.#context.isTarget(id)) return;
    if (element !== undefined) this.places.set(id, element);
    const { document } = this.#context;
    const { height } = document.page;
    this.destinations.set(id, [
      document.page.dictionary,
      'XYZ',
      0,
      Math.min(height, height - top + this.#context.form.leading),
      null,
    ]);
  }

  #rule(item: Record<string, unknown>, at: number): void {
    const x1 = Number(item['x1'] ?? item['x'] ?? 0);
    const x2 = Number(item['x2'] ?? x1);
    this.#ink.rule(this.#left + x1, at, x2 - x1, Number(item['lineWidth'] ?? 1));
  }

  /** A picture, as the content of its figure, which says in words what it shows and where it stands (PDF/UA-1, 7.3). */
  #picture(item: Record<string, unknown>, y: number): void {
    const { document, elementOf } = this.#context;
    const x = this.#left + Number(item['x'] ?? 0);
    const [width, height] = [Number(item['_width']), Number(item['_height'])];
    const element = elementOf(item['figure'] as object);
    const marked = element !== undefined && this.#page !== undefined;
    if (marked) {
      element.entries['A'] = { O: 'Layout', Placement: 'Block', BBox: document._convertRect(x, y, width, height) };
      document.addContent(`/Figure <</MCID ${this.#page?.content(element) ?? 0}>> BDC`);
    }
    this.#context.picture(item['figure'] as Figure, width);
    document.image(String(item['image']), x, y, { width, height });
    if (marked) document.addContent('EMC');
  }
}
