import type { Piece, Segment } from './line.js';
import { widthOf } from './type-case.js';

/** Gathers the pieces of a line into segments. Words broken for hyphenation but standing on one line are shaped whole again. */
export class SegmentWriter {
  width = 0;
  spaces = 0;
  readonly #open: OpenSegment[] = [];
  #word = '';
  #piece: Piece | undefined;

  box(piece: Piece | undefined, width: number): void {
    if (piece === undefined) {
      this.#flush();
      this.width += width;
      this.#piece = undefined;
      return;
    }
    if (!sameSegment(this.#piece, piece)) this.#flush();
    this.#piece = piece;
    this.#word += piece.text;
  }

  glue(piece: Piece | undefined): void {
    if (piece === undefined) return;
    const before = this.#piece;
    this.#flush();
    const link = before?.link?.kind === 'call' ? undefined : before?.link;
    const { face, size, tracking } = piece.setting;
    const space = face.shape(' ');
    const spacePiece: Piece = { ...piece, link };
    const segment = this.#segment(
      before !== undefined && before.setting === piece.setting ? { ...before, link } : spacePiece,
    );
    segment.parts.push(space.glyphs, undefined);
    segment.text += ' ';
    const width = (space.width * size) / 1000 + (tracking * size) / 1000;
    segment.width += width;
    this.width += width;
    this.spaces++;
    this.#piece = undefined;
  }

  /** Ends the line; the space at which it turns is there for whoever takes the text out of the file, beyond the margin on paper. */
  endLine(atSpace: boolean): void {
    this.#flush();
    if (!atSpace) return;
    const last = this.#open.at(-1);
    if (last === undefined) return;
    let segment = last;
    if (last.added || last.link?.kind === 'call') {
      const { setting } = this.#open.findLast((open) => !open.added) ?? last;
      segment = {
        x: this.width,
        width: 0,
        setting,
        link: undefined,
        added: false,
        label: undefined,
        parts: [],
        text: '',
      };
      this.#open.push(segment);
    }
    segment.parts.push(segment.setting.face.shape(' ').glyphs);
    segment.text += ' ';
  }

  softHyphen(): void {
    const piece = this.#piece;
    if (piece === undefined) return;
    this.#flush();
    const { softHyphen } = piece.setting.face;
    const segment = this.#segment(piece);
    segment.parts.push(softHyphen.glyphs);
    segment.text += '\u00ad';
    const width = (softHyphen.width * piece.setting.size) / 1000;
    segment.width += width;
    this.width += width;
  }

  /** The segments, `slack` points shared out among the spaces. */
  finish(slack: number): Segment[] {
    this.#flush();
    const each = this.spaces === 0 ? 0 : slack / this.spaces;
    let moved = 0;
    return this.#open.map((open) => {
      const x = open.x + moved;
      const adjust = `${Math.round((-each * 1000) / open.setting.size)} `;
      let spaces = 0;
      let glyphs = '';
      for (const part of open.parts) {
        if (part !== undefined) glyphs += part;
        else {
          spaces++;
          if (each !== 0) glyphs += adjust;
        }
      }
      moved += spaces * each;
      const { setting, link, added, label, text } = open;
      return {
        x,
        width: open.width + spaces * each,
        setting,
        glyphs: glyphs.replaceAll('><', ''),
        text,
        ...(link === undefined ? {} : { link }),
        ...(added ? { added } : {}),
        ...(label === true ? { label } : {}),
      };
    });
  }

  #flush(): void {
    if (this.#word === '' || this.#piece === undefined) return;
    const segment = this.#segment(this.#piece);
    const { face, feature } = this.#piece.setting;
    segment.parts.push(face.shape(this.#word, feature).glyphs);
    segment.text += this.#word;
    const width = widthOf(this.#word, this.#piece.setting);
    segment.width += width;
    this.width += width;
    this.#word = '';
  }

  #segment(piece: Piece): OpenSegment {
    const last = this.#open.at(-1);
    const adjoining = last !== undefined && Math.abs(last.x + last.width - this.width) < 0.001;
    if (last !== undefined && adjoining && sameSegment(last, piece)) return last;
    const { setting, link, added, label } = piece;
    const segment: OpenSegment = { x: this.width, width: 0, setting, link, added, label, parts: [], text: '' };
    this.#open.push(segment);
    return segment;
  }
}

interface OpenSegment {
  readonly x: number;
  width: number;
  readonly setting: Piece['setting'];
  readonly link: Piece['link'];
  readonly added: boolean;
  readonly label: boolean | undefined;
  /** Elements of a `TJ` array; undefined stands where the line's space is added. */
  readonly parts: (string | undefined)[];
  text: string;
}

function sameSegment(
  a: (Pick<OpenSegment, 'setting' | 'link' | 'added'> & { readonly label?: boolean | undefined }) | undefined,
  b: Pick<OpenSegment, 'setting' | 'link' | 'added'> & { readonly label?: boolean | undefined },
): boolean {
  return a !== undefined && a.setting === b.setting && a.link === b.link && a.added === b.added && a.label === b.label;
}
