import { visualOrder } from './bidi.js';
import type { Piece } from './items.js';
import { type LetterFit, letterGrowth } from './letter-fit.js';
import type { Segment } from './line.js';
import { widthOf } from './type-case.js';

/** Gathers the pieces of a line into segments. Words broken for hyphenation but standing on one line are shaped whole again. */
export class SegmentWriter {
  width = 0;
  spaces = 0;
  readonly #open: OpenSegment[] = [];
  readonly #isDirected: boolean;
  readonly #base: 0 | 1;
  /** White before the next run that is no space: an indent. */
  #white = 0;
  #word = '';
  #piece: Piece | undefined;

  /** @param base The paragraph's level where some of its words are read from the right: runs then are put in the order in which they are seen. */
  constructor(base?: 0 | 1) {
    this.#isDirected = base !== undefined;
    this.#base = base ?? 0;
  }

  box(piece: Piece | undefined, width: number): void {
    if (piece === undefined) {
      this.#flush();
      this.#white += width;
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
      before !== undefined && before.setting === piece.setting && !this.#isDirected ? { ...before, link } : spacePiece,
    );
    segment.parts.push(space.glyphs, undefined);
    segment.letters++;
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
        letters: 0,
        setting,
        link: undefined,
        added: false,
        label: undefined,
        level: undefined,
        white: 0,
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
    segment.letters++;
    segment.width += width;
    this.width += width;
  }

  /** The segments, `slack` points shared out among the letters, as the fit has them, and the spaces. */
  finish(slack: number, fit?: LetterFit): Segment[] {
    this.#flush();
    const grown = this.#open.map((open) =>
      open.label === true ? 0 : letterGrowth(open.width, open.letters, open.setting.size, fit),
    );
    const rest = slack - grown.reduce((sum, own) => sum + own, 0);
    const each = this.spaces === 0 ? 0 : rest / this.spaces;
    const seen = this.#isDirected ? this.#seen(each) : undefined;
    let moved = 0;
    return this.#open.map((open, i) => {
      const x = seen?.[i] ?? open.x + moved;
      const { setting, link, added, label, text } = open;
      const own = label === true ? undefined : fit;
      const adjust = `${Math.round((-each * 1000) / (setting.size * (own?.scale ?? 1)))} `;
      let spaces = 0;
      let glyphs = '';
      for (const part of open.parts) {
        if (part !== undefined) glyphs += part;
        else {
          spaces++;
          if (each !== 0) glyphs += adjust;
        }
      }
      const growth = (grown[i] ?? 0) + spaces * each;
      moved += growth;
      return {
        x,
        width: open.width + growth,
        setting,
        glyphs: glyphs.replaceAll('><', ''),
        text,
        ...(own === undefined ? {} : { fit: own }),
        ...(link === undefined ? {} : { link }),
        ...(added ? { added } : {}),
        ...(label === true ? { label } : {}),
      };
    });
  }

  /** Where each run stands when they are in the order in which they are seen. */
  #seen(each: number): number[] {
    const at: number[] = [];
    let x = 0;
    for (const i of visualOrder(this.#open.map(({ level }) => level ?? this.#base))) {
      const open = this.#open[i];
      if (open === undefined) continue;
      at[i] = (open.level ?? this.#base) % 2 === 0 ? x + open.white : x;
      x += open.white + open.width + each * open.parts.filter((part) => part === undefined).length;
    }
    return at;
  }

  #flush(): void {
    if (this.#word === '' || this.#piece === undefined) return;
    const segment = this.#segment(this.#piece);
    const { face, feature } = this.#piece.setting;
    const { glyphs, count } = face.shape(this.#word, feature);
    segment.parts.push(glyphs);
    segment.letters += count;
    segment.text += this.#word;
    const width = widthOf(this.#word, this.#piece.setting);
    segment.width += width;
    this.width += width;
    this.#word = '';
  }

  #segment(piece: Piece): OpenSegment {
    const last = this.#open.at(-1);
    const adjoining = last !== undefined && Math.abs(last.x + last.width - this.width) < 0.001;
    if (last !== undefined && adjoining && !this.#isDirected && sameSegment(last, piece)) return last;
    const { setting, link, added, label } = piece;
    const segment: OpenSegment = {
      x: this.width,
      width: 0,
      letters: 0,
      setting,
      link,
      added,
      label,
      level: piece.level,
      white: this.#white,
      parts: [],
      text: '',
    };
    this.#white = 0;
    this.#open.push(segment);
    return segment;
  }
}

interface OpenSegment {
  readonly x: number;
  width: number;
  /** How many glyphs, but for a space at the end of the line. */
  letters: number;
  readonly setting: Piece['setting'];
  readonly link: Piece['link'];
  readonly added: boolean;
  readonly label: boolean | undefined;
  readonly level: number | undefined;
  readonly white: number;
  /** Elements of a `TJ` array; undefined stands where the line's space is added. */
  readonly parts: (string | undefined)[];
  text: string;
}

interface Joinable {
  readonly setting: Piece['setting'];
  readonly link: Piece['link'];
  readonly added: boolean;
  readonly level?: number | undefined;
  readonly label?: boolean | undefined;
}

function sameSegment(a: Joinable | undefined, b: Joinable): boolean {
  return (
    a !== undefined &&
    a.setting === b.setting &&
    a.link === b.link &&
    a.added === b.added &&
    a.level === b.level &&
    a.label === b.label
  );
}
