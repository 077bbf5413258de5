import { firstFrom } from './list.js';
import type { Position } from './position.js';
import { SourceFile } from './source-file.js';

/** A stretch of a composed text, and where it has come from. */
export interface Piece {
  readonly text: string;
  readonly source: SourceFile;
  /** Offset in the source. */
  readonly at: number;
  /** The text does not stand in the source: it stands for what is written at `at`. */
  readonly isMade: boolean;
}

/** Gathers pieces in their order. */
export class Composition {
  readonly pieces: Piece[] = [];

  /** A stretch of a source as it is. */
  copy(source: SourceFile, start: number, end: number): void {
    if (end > start) this.pieces.push({ text: source.text.slice(start, end), source, at: start, isMade: false });
  }

  /** A text that stands for what is written at an offset of a source. */
  make(text: string, source: SourceFile, at: number): void {
    if (text !== '') this.pieces.push({ text, source, at, isMade: true });
  }

  /** Gives a text that was made another wording. */
  amend(nth: number, text: string): void {
    const piece = this.pieces[nth];
    if (piece?.isMade) this.pieces[nth] = { ...piece, text };
  }

  /** The composed text, under the name of the source that it is made from. */
  sourceOf(main: SourceFile): ComposedSource {
    return new ComposedSource(main, this.pieces);
  }
}

/**
 * A text made of pieces of the user's files: its offsets are those of the text that is read, its positions and lines those of the user's files, so
 * that every finding points to what the user has written.
 */
export class ComposedSource extends SourceFile {
  readonly #main: SourceFile;
  readonly #pieces: readonly Piece[];
  readonly #starts: readonly number[];

  constructor(main: SourceFile, pieces: readonly Piece[]) {
    super(main.path, pieces.map(({ text }) => text).join(''));
    this.#main = main;
    this.#pieces = pieces;
    let at = 0;
    this.#starts = pieces.map(({ text }) => {
      at += text.length;
      return at - text.length;
    });
  }

  override get isComposed(): boolean {
    return true;
  }

  override get parts(): readonly SourceFile[] {
    return [...new Set([...this.#main.parts, ...this.#pieces.flatMap(({ source }) => source.parts)])];
  }

  override get lineCount(): number {
    return this.#main.lineCount;
  }

  override positionAt(offset: number): Position {
    const { source, at } = this.#origin(offset);
    return source.positionAt(at);
  }

  override fileAt(offset: number): string {
    const { source, at } = this.#origin(offset);
    return source.fileAt(at);
  }

  override lineText(line: number): string {
    return this.#main.lineText(line);
  }

  #origin(offset: number): { readonly source: SourceFile; readonly at: number } {
    const nth = Math.max(0, firstFrom(this.#starts, (start) => start > offset) - 1);
    const piece = this.#pieces[nth];
    if (piece === undefined) return { source: this.#main, at: 0 };
    return { source: piece.source, at: piece.isMade ? piece.at : piece.at + offset - (this.#starts[nth] ?? 0) };
  }
}
