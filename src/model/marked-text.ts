import { firstFrom } from './list.js';
import type { SuppliedDocument } from './manifest.js';
import type { Position, Span } from './position.js';
import { SourceFile } from './source-file.js';

/** A stretch that is emphasised: the value of `@rend`, and whether it is all that its line holds. */
export interface Emphasis extends Span {
  readonly rend: string;
  readonly isWholeLine: boolean;
}

/** A note, which stands after the text. */
export interface MarkedNote {
  /** As its calls show it. */
  readonly label: string;
  /** The offset behind the word that calls it; undefined where nothing does. */
  readonly call?: number;
  /** The same in the text itself, where it is called in another note: that of the other. */
  readonly place?: number;
  /** Its paragraphs, as stretches of the text. */
  readonly paragraphs: readonly Span[];
}

/** A call of a note that was called before. */
export interface CallAgain {
  readonly at: number;
  readonly label: string;
}

export interface MarkedHeading extends Span {
  /** 1 for the highest. */
  readonly depth: number;
  /** How many number signs and blanks stand before its words. */
  readonly signs: number;
}

/** What the marks of a file say of its words. All places are offsets in the text, which is without the marks. */
export interface Markup {
  /** In the order of their beginnings; they nest or stand apart. */
  readonly emphasis: readonly Emphasis[];
  /** In the order of their places, those without one last. */
  readonly notes: readonly MarkedNote[];
  readonly headings: readonly MarkedHeading[];
  /** A note stands at its first call; here it is called again. */
  readonly again: readonly CallAgain[];
  /** Where the text ends and the notes begin. */
  readonly notesStart: number;
  /** Bars in the words of a cell, which part no cells. */
  readonly bars: ReadonlySet<number>;
}

/** A stretch of the text and where its first character stands in what is shown. */
export interface Origin {
  readonly at: number;
  readonly shown: number;
}

/**
 * The words of a file that is not plain text (Markdown, HTML, Word), as the grammar reads them: a line for each paragraph, `- ` before an item, `## ` before
 * the heading of a section, `> ` before a quotation, bars between cells; and beside them what the marks said. Its positions and lines are those of what an
 * editor is shown: the file itself where that is text, else the text as read.
 */
export class MarkedText extends SourceFile {
  readonly markup: Markup;
  readonly #shown: SourceFile;
  readonly #origins: readonly Origin[];

  /** @param origins in the order of the text */
  constructor(shown: SourceFile, text: string, origins: readonly Origin[], markup: Markup) {
    super(shown.path, text);
    this.markup = markup;
    this.#shown = shown;
    this.#origins = origins;
  }

  override get isComposed(): boolean {
    return true;
  }

  override get parts(): readonly SourceFile[] {
    return this.#shown.parts;
  }

  override get lineCount(): number {
    return this.#shown.lineCount;
  }

  override positionAt(offset: number): Position {
    const after = Math.max(
      1,
      firstFrom(this.#origins, ({ at }) => at > offset),
    );
    const origin = this.#origins[after - 1];
    const next = this.#origins[after];
    if (origin === undefined) return this.#shown.positionAt(0);
    // What stands behind a stretch (its call, the end of the line) is shown right behind it.
    const within = Math.max(0, Math.min(offset - origin.at, (next?.at ?? this.text.length) - origin.at));
    return this.#shown.positionAt(origin.shown + within);
  }

  override offsetAt(line: number, column: number): number {
    return this.#shown.offsetAt(line, column);
  }

  override lineText(line: number): string {
    return this.#shown.lineText(line);
  }
}

/** What a text states of itself before its words, by the names that `volume.yaml` has for the facts. */
export interface FrontMatter {
  readonly facts: Partial<Omit<SuppliedDocument, 'kind' | 'file' | 'part' | 'shape'>>;
  /** `classification: Secret`, `handling: [Exdis]`, `precedence: Priority`, in the order given. */
  readonly markings: readonly string[];
  readonly faults: readonly FrontFault[];
}

/** What is wrong in front matter, at an offset of the file. */
export type FrontFault =
  | { readonly at: number; readonly kind: 'unknown-key'; readonly key: string; readonly known: string }
  | { readonly at: number; readonly kind: 'no-yaml'; readonly reason: string };

export const NO_FRONT_MATTER: FrontMatter = { facts: {}, markings: [], faults: [] };

/** A part of a file with marks: what its front matter states, and the text after it. */
export interface MarkedSection {
  readonly text: MarkedText;
  readonly front: FrontMatter;
}

/** A file with marks, as it is shown to an editor, and the texts that are read in it. */
export class MarkedFile extends SourceFile {
  readonly sections: readonly MarkedSection[];

  constructor(path: string, shown: string, sections: readonly MarkedSection[]) {
    super(path, shown);
    this.sections = sections;
  }
}
