import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { houseStyles } from '../model/house-style.js';
import { append } from '../model/list.js';
import type { PageContent, Part } from '../model/page-content.js';
import { roman } from '../model/roman-numeral.js';
import { BeyondEdge } from './beyond-edge.js';
import { Compositor } from './compositor.js';
import { DrawnText } from './drawn-text.js';
import { withoutEmptyColumns } from './empty-columns.js';
import { furnitureOf } from './furniture.js';
import { Hyphenation } from './hyphenation.js';
import type { Link } from './line.js';
import { callLooseNotes } from './loose-notes.js';
import { Margin } from './margin.js';
import { MissingCharacters } from './missing-characters.js';
import { accessibilityOf, conformanceOf, type PressOptions, type PrintedBook } from './options.js';
import { isRecto, type PagePlan, type PlacedPiece } from './page-plan.js';
import { Pagination } from './pagination.js';
import { Painter } from './painter.js';
import { PictureSizes } from './picture-sizes.js';
import { setOrSetPlainly } from './plain-setting.js';
import { PressDocument } from './press-document.js';
import { reportOf } from './report.js';
import { runsOf, type TextRunOfPages } from './runs.js';
import { Sheet } from './sheet.js';
import { SourcePages } from './source-pages.js';
import { StructureTree } from './structure.js';
import { structureOf } from './structuring.js';
import { outlineOf, targetsOf } from './targets.js';
import { trimOf } from './trim.js';
import { TypeCase } from './type-case.js';
import { Typesetter } from './typesetter.js';
import { formIn, type PageForm, type Typography, typographyOf } from './typography.js';

export type { PressOptions, PrintedBook } from './options.js';

/** The date of a book that has none: the file must not depend on the clock. */
const UNDATED = new Date('1970-01-01T00:00:00Z');

/**
 * Makes a book of pages: sets the type, makes up pages with their notes at the foot, and writes a tagged PDF. Findings: characters without a glyph (PR001, PR022), notes that
 * nothing calls (PR021), columns of tables that are left out because they are empty (PR025); and where the press has failed, blocks set as plain paragraphs (PR023), words over the edge of a page (PR024), and words or notes that are not on the pages (PR002, PR003).
 */
export function print(content: PageContent, options: PressOptions): Result<PrintedBook> {
  const { style = houseStyles.chancery } = options;
  const trim = options.form ?? trimOf(style.page.size);
  if (trim === undefined) throw new Error('No trim size');
  const form = formIn(trim, options.form === undefined ? style : { ...style, page: { ...style.page, margins: {} } });
  const { content: whole, loose } = callLooseNotes(content);
  const { content: lean, found } = withoutEmptyColumns(whole, options);
  const { value, diagnostics } = setOrSetPlainly(lean, options, (book, how) => new Printing(book, how, form).print());
  const uncalled = loose.map((note) => diagnostic('PR021', { note }, { file: options.file }));
  return { ...(value === undefined ? {} : { value }), diagnostics: [...uncalled, ...found, ...diagnostics] };
}

class Printing {
  readonly #content: PageContent;
  readonly #options: PressOptions;
  readonly #form: PageForm;
  readonly #typography: Typography;
  readonly #document: PressDocument;
  readonly #typesetter: Typesetter;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #missing = new MissingCharacters();
  readonly #beyond = new BeyondEdge();
  readonly #pictures = new PictureSizes();
  readonly #plans: PagePlan[] = [];
  readonly #pages: SourcePages;
  #arabicFrom: number | undefined;
  /** The number of the page that is being painted. */
  #painted = '';

  constructor(content: PageContent, options: PressOptions, form: PageForm) {
    this.#content = content;
    this.#options = options;
    this.#form = form;
    this.#typography = typographyOf(options.style ?? houseStyles.chancery);
    const { house } = this.#typography;
    const date = content.date === undefined ? UNDATED : new Date(content.date);
    this.#document = new PressDocument(
      options.fonts,
      {
        title: content.title,
        ...(content.author === undefined ? {} : { author: content.author }),
        ...(content.identifier === undefined ? {} : { identifier: content.identifier }),
        ...(content.subject === undefined ? {} : { subject: content.subject }),
        lang: content.lang,
        date: Number.isNaN(date.getTime()) ? UNDATED : date,
        tagged: options.tagged !== false,
        accessibility: accessibilityOf(options),
        conformance: conformanceOf(options),
      },
      house.text.apostrophes === 'curly',
    );
    this.#document.identify([
      content.volume,
      content.title,
      JSON.stringify(form),
      JSON.stringify(house),
      String(content.notes.length),
    ]);
    const typeCase = new TypeCase(this.#document.faces, (character) =>
      this.#missing.add(character, this.#typesetter.current),
    );
    this.#pages = new SourcePages((index) => this.#plans[index]?.folio);
    this.#typesetter = new Typesetter(typeCase, house.text.hyphenation ? new Hyphenation() : undefined, this.#pages);
  }

  print(): Result<PrintedBook> {
    this.#makeUp();
    const { signature = 1 } = this.#options;
    while (this.#plans.length % signature > 0) this.#blank();
    const drawn = this.#paint();
    this.#finish();
    const pdf = this.#document.finish();
    append(this.#diagnostics, this.#missing.findings(this.#content, this.#options));
    append(this.#diagnostics, this.#beyond.findings(this.#content, this.#options));
    append(this.#diagnostics, this.#pictures.findings(this.#options));
    append(this.#diagnostics, drawn.compare(this.#content, this.#options.file));
    const report = reportOf(this.#plans, this.#form.leading);
    return { value: { pdf, report, drawn }, diagnostics: this.#diagnostics };
  }

  /** Sets all runs and makes up their pages, in order: what comes late (the index) knows the pages of what came before. */
  #makeUp(): void {
    this.#typesetter.mentions = this.#content.parts.some(({ made, kind }) => made === true && kind === 'index');
    const compositor = new Compositor(
      this.#document,
      this.#typesetter,
      this.#form,
      this.#typography,
      this.#content.notes,
    );
    const pagination = new Pagination(compositor, this.#form, this.#typography);
    for (const run of runsOf(this.#content, this.#typography.house.index.columns)) {
      if (run.area !== 'front' && this.#arabicFrom === undefined) {
        this.#blankBefore(true);
        this.#arabicFrom = this.#plans.length;
      } else this.#blankBefore(run.recto);
      const side = isRecto(this.#plans.length) ? 'recto' : 'verso';
      for (const [i, pieces] of pagination.piecesOf(run, side).entries()) this.#add(run, i === 0, pieces);
    }
  }

  #add(run: TextRunOfPages, opening: boolean, made: readonly PlacedPiece[]): void {
    const documents = new Set<Part>();
    let chapter = run.title;
    for (const piece of made)
      for (const { slug } of piece.made.text) {
        chapter = slug.of.chapter;
        if (slug.of.part.kind === 'document') documents.add(slug.of.part);
      }
    const index = this.#plans.length;
    this.#plans.push({
      made,
      index,
      folio: this.#folio(index),
      area: run.area === 'front' ? 'front' : 'body',
      opening,
      bare: run.bare,
      chapter,
      documents: [...documents],
    });
    for (const piece of made) this.#pages.add(index, piece.made);
  }

  #blankBefore(recto: boolean): void {
    if (recto && !isRecto(this.#plans.length)) this.#blank();
  }

  #blank(): void {
    const index = this.#plans.length;
    this.#plans.push({
      made: [],
      index,
      folio: this.#folio(index),
      area: this.#arabicFrom === undefined ? 'front' : 'body',
      opening: false,
      bare: true,
      chapter: '',
      documents: [],
    });
  }

  #folio(index: number): string {
    return this.#arabicFrom === undefined || index < this.#arabicFrom
      ? roman(index + 1)
      : String(index - this.#arabicFrom + 1);
  }

  #paint(): DrawnText {
    const content = this.#content;
    const { margin } = this.#options;
    const { house } = this.#typography;
    const tree = this.#options.tagged === false ? undefined : new StructureTree(this.#document);
    // Without tags the elements still say where links and text belong; they are not written.
    const elements = structureOf(content, tree ?? new StructureTree(this.#document));
    const drawn = new DrawnText();
    const targets = targetsOf(content);
    const painter = new Painter({
      document: this.#document,
      form: this.#form,
      noteRule: house.notes.rule,
      leaders: house.contents.leaders === 'dots',
      tree,
      elementOf: (of) => elements.get(of),
      folioOf: (id) => this.#pages.folioOf(id),
      isTarget: (id) => targets.has(id),
      drawn: (line) => drawn.add(line),
      picture: (figure, width) => this.#pictures.add(figure, width, this.#painted),
      beyond: (line) => this.#beyond.add(line, this.#painted),
      describe: (link) => this.#describe(link),
      margin: margin === undefined ? undefined : new Margin(this.#typesetter, this.#form, this.#typography, margin),
      sheet: new Sheet(this.#form, this.#options.bleed ?? 0, this.#options.cropMarks === true),
      links: this.#options.links !== false,
    });
    const setting = { form: this.#form, typography: this.#typography, typesetter: this.#typesetter };
    for (const plan of this.#plans) {
      this.#painted = plan.folio;
      painter.paint(plan, furnitureOf(plan, content, setting));
      for (const { made } of plan.made) for (const note of made.notes) if (!note.continued) drawn.note(note.id);
      this.#options.progress?.(plan.index + 1, this.#plans.length);
    }
    const { destinations, places } = painter;
    const referenceOf = tree?.write(content.lang, accessibilityOf(this.#options), places);
    this.#document.writeDestinations(destinations, (id) => referenceOf?.(places.get(id)));
    this.#document.writeOutline(outlineOf(content.parts, ({ id }) => destinations.has(id)));
    return drawn;
  }

  #finish(): void {
    const rows: { from: number; style: 'r' | 'D' }[] = [];
    const arabic = this.#arabicFrom ?? 0;
    if (arabic > 0) rows.push({ from: 0, style: 'r' });
    rows.push({ from: arabic, style: 'D' });
    this.#document.writePageLabels(rows);
    for (const { name, type, bytes, description } of this.#options.attachments ?? [])
      this.#document.attach(name, type, bytes, description);
  }

  #describe(link: Link): string {
    switch (link.kind) {
      case 'call':
        return 'To the note';
      case 'back':
        return 'Back to the text';
      case 'target': {
        const folio = this.#pages.folioOf(link.id);
        return folio === undefined ? 'To another place in this volume' : `To page ${folio}`;
      }
      case 'url':
        return link.url;
    }
  }
}
