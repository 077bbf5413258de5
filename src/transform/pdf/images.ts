import { type Diagnostic, diagnostic, type Place, type Result } from '../../diagnostics/diagnostic.js';
import type { Block, Figure, PageContent, Part } from '../../model/page-content.js';
import type { Picture, Pictures } from '../../model/picture.js';
import { opaquePng } from './opaque-png.js';

/** A picture as the press takes it. */
export interface PrintImage {
  readonly bytes: Uint8Array;
  /** Its natural width, in points. */
  readonly width: number;
}

/** Pictures that can be printed, by their addresses in the TEI. */
export type PrintImages = ReadonlyMap<string, PrintImage>;

/** Points of a pixel, as CSS has it (96 to the inch). */
const PIXEL = 0.75;

/** The pictures that can be printed: PNG and JPEG; a warning for each of the others, whose words are printed in its place. */
export function printImages(pictures: Pictures, placeOf: (url: string) => Place): Result<PrintImages> {
  const images = new Map<string, PrintImage>();
  const diagnostics: Diagnostic[] = [];
  for (const [url, picture] of pictures) {
    const bytes = printable(picture);
    if (bytes === undefined)
      diagnostics.push(
        diagnostic('TR028', { url, type: picture.type.replace(/^image\/|\+xml$/g, '').toUpperCase() }, placeOf(url)),
      );
    else images.set(url, { bytes, width: (picture.width ?? 600) * PIXEL });
  }
  return { value: images, diagnostics };
}

function printable({ type, bytes }: Picture): Uint8Array | undefined {
  if (type === 'image/png') return opaquePng(bytes);
  // A JPEG is printed as it is; one that breaks off has no end marker (ISO/IEC 10918-1, B.1.1.3).
  const isWhole = type === 'image/jpeg' && Buffer.from(bytes.subarray(-64)).includes(Buffer.from([0xff, 0xd9]));
  return isWhole ? bytes : undefined;
}

/** The content with its pictures. A figure of the title page without picture and words is no part of it. */
export function withImages(content: PageContent, images: PrintImages): PageContent {
  const parts = mapped(content.parts, (part) => partWith(part, images));
  const notes = mapped(content.notes, (note) => {
    const blocks = blocksWith(note.blocks, images, false);
    return blocks === note.blocks ? note : { ...note, blocks };
  });
  return parts === content.parts && notes === content.notes ? content : { ...content, parts, notes };
}

function partWith(part: Part, images: PrintImages): Part {
  const blocks = blocksWith(part.blocks, images, part.kind === 'titlepage');
  const parts = mapped(part.parts, (inner) => partWith(inner, images));
  return blocks === part.blocks && parts === part.parts ? part : { ...part, blocks, parts };
}

function blocksWith(blocks: readonly Block[], images: PrintImages, isTitle: boolean): readonly Block[] {
  const made = mapped(blocks, (block) => blockWith(block, images));
  const isEmpty = (block: Block): boolean =>
    block.type === 'figure' && block.image === undefined && block.caption.length === 0 && block.described !== true;
  return isTitle && made.some(isEmpty) ? made.filter((block) => !isEmpty(block)) : made;
}

function blockWith(block: Block, images: PrintImages): Block {
  switch (block.type) {
    case 'paragraph':
      return block;
    case 'figure':
      return figureWith(block, images);
    case 'list': {
      const items = mapped(block.items, (item) => blocksWith(item, images, false));
      return items === block.items ? block : { ...block, items };
    }
    case 'group': {
      const blocks = blocksWith(block.blocks, images, false);
      return blocks === block.blocks ? block : { ...block, blocks };
    }
    case 'table': {
      const rows = mapped(block.rows, (row) =>
        mapped(row, (cell) => {
          const blocks = blocksWith(cell.blocks, images, false);
          return blocks === cell.blocks ? cell : { ...cell, blocks };
        }),
      );
      return rows === block.rows ? block : { ...block, rows };
    }
  }
}

function figureWith(figure: Figure, images: PrintImages): Figure {
  const image = figure.name === undefined ? undefined : images.get(figure.name);
  return image === undefined ? figure : { ...figure, image: image.bytes, width: figure.width ?? image.width };
}

/** The list with its members mapped; the same list where none changes. */
function mapped<T>(list: readonly T[], map: (member: T) => T): readonly T[] {
  const made = list.map(map);
  return made.some((member, i) => member !== list[i]) ? made : list;
}
