/**
 * Layout alone, for the bench: the content of a volume set by the press, or by plain pdfmake with the same faces and measures and the notes as
 * ordinary paragraphs after the block that calls them (pdfmake has no footnotes). Reading the TEI is not counted: it is done once, before.
 *
 *     node layout.js content VOLUME.xml CONTENT.json
 *     node layout.js press|pdfmake CONTENT.json OUT.pdf
 *     node layout.js typst|fo CONTENT.json SOURCE
 */

import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { houseStyles } from '../model/house-style.js';
import { largest } from '../model/list.js';
import type { Block, Inline, PageContent, Paragraph, Part } from '../model/page-content.js';
import { SourceFile } from '../model/source-file.js';
import { bundledFonts } from '../press/font-files.js';
import { Printer } from '../press/pdfmake.js';
import { print } from '../press/press.js';
import {
  depthOf,
  NOTE_LEADING,
  NOTE_SIZE,
  type PageForm,
  type ParagraphStyle,
  trims,
  typographyOf,
} from '../press/typography.js';
import { pageContentOf } from '../transform/pdf.js';
import { renderPivot } from '../transform/pivot.js';
import { formattingObjects, sourceFor, typst } from './peers.js';

async function plain(content: PageContent, form: PageForm, output: string): Promise<void> {
  const { regular, italic, bold, boldItalic } = bundledFonts().text;
  const printer = new Printer({ text: { normal: regular, italics: italic, bold, bolditalics: boldItalic } }, null, {
    resolve: () => undefined,
    resolved: async () => undefined,
  });
  const document = await printer.createPdfKitDocument({
    pageSize: { width: form.width, height: form.height },
    pageMargins: [form.inner, form.top, form.outer, form.height - form.top - depthOf(form)],
    defaultStyle: { font: 'text' },
    content: new Definition(content).nodes(),
  });
  const file = createWriteStream(output);
  document.pipe(file);
  document.end();
  await finished(file);
}

/** A document definition with all words of the content. */
class Definition {
  readonly #parts: readonly Part[];
  readonly #notes: Map<string, readonly Block[]>;

  constructor(content: PageContent) {
    this.#parts = content.parts;
    this.#notes = new Map(content.notes.map(({ id, blocks }) => [id, blocks]));
  }

  nodes(): object[] {
    return this.#parts.flatMap((part) => this.#part(part));
  }

  #part(part: Part): object[] {
    return [...part.blocks.flatMap((block) => this.#block(block)), ...part.parts.flatMap((inner) => this.#part(inner))];
  }

  #block(block: Block): object[] {
    switch (block.type) {
      case 'paragraph':
        return this.#paragraph(block, styles[block.role]);
      case 'list':
        return block.items.flat().flatMap((inner) => this.#block(inner));
      case 'group':
        return block.blocks.flatMap((inner) => this.#block(inner));
      case 'figure':
        return block.caption.flatMap((inner) => this.#block(inner));
      case 'table': {
        const columns = largest(
          block.rows.map((row) => row.length),
          1,
        );
        const body = block.rows.map((row) =>
          Array.from({ length: columns }, (_, i) => ({
            stack: (row[i]?.blocks ?? []).flatMap((inner) => this.#block(inner)),
          })),
        );
        const caption = block.caption.flatMap((paragraph) => this.#paragraph(paragraph, styles['head-table']));
        return body.length === 0 ? caption : [...caption, { table: { body }, layout: 'noBorders' }];
      }
    }
  }

  /** A paragraph, and below it the notes that it is the first to call. */
  #paragraph({ inlines, label = [] }: Paragraph, style: ParagraphStyle): object[] {
    const { size, leading, align, base, before, after } = style;
    const all = [...label, ...inlines];
    const node = {
      text: all.map(runOf),
      fontSize: size,
      lineHeight: leading / (size * FACE_HEIGHT),
      alignment: align,
      bold: base.bold === true,
      italics: base.italic === true,
      margin: [style.left, before, style.right, after],
    };
    const notes = all.flatMap((inline) => {
      const blocks = inline.type === 'call' ? this.#notes.get(inline.note) : undefined;
      if (inline.type === 'call') this.#notes.delete(inline.note);
      return (blocks ?? []).flatMap((block) =>
        block.type === 'paragraph' ? this.#paragraph(block, note) : this.#block(block),
      );
    });
    return [node, ...notes];
  }
}

const { styles } = typographyOf(houseStyles.chancery);
const note: ParagraphStyle = { ...styles.text, size: NOTE_SIZE, leading: NOTE_LEADING };
/** The height of a line of the text face, in type sizes. */
const FACE_HEIGHT = 1.4;

function runOf(inline: Inline): object {
  switch (inline.type) {
    case 'text':
      return { text: inline.text, bold: inline.style?.bold === true, italics: inline.style?.italic === true };
    case 'call':
    case 'note-label':
      return { text: inline.label, sup: true };
    case 'page-number':
      return { text: inline.text };
    case 'line-break':
      return { text: '\n' };
    default:
      return { text: '' };
  }
}

const [what, input = '', output = ''] = process.argv.slice(2);
const text = readFileSync(input, 'utf8').replace(/^\ufeff/, '');
if (what === 'content') {
  const pivot = renderPivot(new SourceFile(input, text)).value;
  if (pivot === undefined) throw new Error(`${input} has no pivot`);
  writeFileSync(output, JSON.stringify(pageContentOf(pivot)));
} else {
  const content = JSON.parse(text) as PageContent;
  const form = trims['6.125x9.25'];
  if (form === undefined) throw new Error('No trim size');
  if (what === 'pdfmake') await plain(content, form, output);
  else if (what === 'typst') writeFileSync(output, sourceFor(typst, content, form));
  else if (what === 'fo') writeFileSync(output, sourceFor(formattingObjects, content, form));
  else {
    const book = print(content, { fonts: bundledFonts(), file: input }).value;
    if (book === undefined) throw new Error('nothing printed');
    writeFileSync(output, book.pdf);
  }
}
