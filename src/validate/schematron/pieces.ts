import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { StartTag, XmlHandler } from '../../formats/sax.js';
import type { XdmDocument } from '../../formats/saxon.js';
import { XdmBuilder } from '../../formats/xdm.js';
import type { TeiElement } from '../tree.js';

/** A part of a file as a tree for stylesheets, and its root for finding the places in the file that paths of that tree name. */
export interface Piece {
  readonly document: XdmDocument;
  readonly root: TeiElement | undefined;
}

/** A tree that grows while a file is read. */
export interface Growth {
  /** The element whose content is being read. */
  readonly open: TeiElement | undefined;
}

export interface PieceOptions {
  /** The URI of the file. */
  readonly base: string;
  /** UTF-16 code units of documents that make a piece. */
  readonly size: number;
  /** Nothing is cut out: the file is one piece. */
  readonly isWhole: boolean;
  /** Takes a piece, which is not kept afterwards. */
  readonly run: (piece: Piece) => readonly Diagnostic[];
}

/** What a volume is made of down to its documents. Below anything else a document is not cut out. */
const STRUCTURE: ReadonlySet<string> = new Set(['TEI', 'text', 'front', 'body', 'back', 'group', 'div']);

/** A piece that grows: what it is built by, and the open elements that lead to where it grows, as they are in the file and in the piece. */
interface Growing {
  readonly xdm: XdmBuilder;
  readonly path: { readonly element: TeiElement; readonly copy: TeiElement }[];
  root: TeiElement | undefined;
  size: number;
}

/**
 * Makes trees for stylesheets of a few documents at a time, each under the elements that it stands in, and one of all that is left of the
 * volume; for rules that look no further than the document. The tree of a volume takes some ten times the memory of its file. Give it to
 * `readXml` after the builder of the rules' own tree.
 */
export class Pieces implements XmlHandler {
  readonly #options: PieceOptions;
  readonly #tree: Growth;
  readonly #found: Diagnostic[] = [];
  readonly #rest: Growing;
  #documents: Growing;
  /** The open elements of the structure. */
  readonly #structure: { readonly element: TeiElement; readonly tag: StartTag }[] = [];
  /** Open elements below those of the structure. */
  #below = 0;
  /** The document that is open, as one of those. */
  #document: TeiElement | undefined;

  constructor(tree: Growth, options: PieceOptions) {
    this.#options = options;
    this.#tree = tree;
    this.#rest = this.#newPiece();
    this.#documents = this.#newPiece();
  }

  /** What was found in all pieces; ask when the reading has come to its end. */
  findings(): readonly Diagnostic[] {
    this.#runDocuments();
    return [...this.#found, ...this.#options.run(asPiece(this.#rest))];
  }

  startTag(tag: StartTag): void {
    const element = this.#tree.open;
    if (element === undefined) return;
    if (this.#below === 0 && STRUCTURE.has(element.name) && element.document === undefined) {
      this.#structure.push({ element, tag });
      enter(this.#rest, element, tag);
      return;
    }
    if (this.#below === 0 && element.document === element && !this.#options.isWhole) {
      this.#document = element;
      this.#lead();
    }
    const piece = this.#growing();
    if (this.#below === 0) piece.path.at(-1)?.copy.children.push(element);
    piece.root ??= element;
    piece.xdm.startTag(tag);
    this.#below++;
  }

  endTag(_tag: StartTag, start: number, end: number): void {
    const piece = this.#growing();
    piece.xdm.endTag();
    if (this.#below === 0) {
      this.#rest.path.pop();
      this.#structure.pop();
      return;
    }
    this.#below--;
    const document = this.#document;
    if (this.#below > 0 || document === undefined) return;
    this.#document = undefined;
    this.#documents.size += Math.max(end, start) - document.start;
    if (this.#documents.size >= this.#options.size) this.#runDocuments();
  }

  text(text: string): void {
    this.#growing().xdm.text(text);
  }

  comment(text: string): void {
    this.#growing().xdm.comment(text);
  }

  processingInstruction(target: string, data: string): void {
    this.#growing().xdm.processingInstruction(target, data);
  }

  #growing(): Growing {
    return this.#document === undefined ? this.#rest : this.#documents;
  }

  /** Leads the piece of documents to where the file has come to: it leaves what is closed, and enters what has been opened since. */
  #lead(): void {
    const { path, xdm } = this.#documents;
    while (path.length > 0 && this.#structure[path.length - 1]?.element !== path.at(-1)?.element) {
      path.pop();
      xdm.endTag();
    }
    for (const { element, tag } of this.#structure.slice(path.length)) enter(this.#documents, element, tag);
  }

  #runDocuments(): void {
    if (this.#documents.root !== undefined)
      for (const one of this.#options.run(asPiece(this.#documents))) this.#found.push(one);
    this.#documents = this.#newPiece();
  }

  #newPiece(): Growing {
    return { xdm: new XdmBuilder(this.#options.base), path: [], root: undefined, size: 0 };
  }
}

function enter(piece: Growing, element: TeiElement, tag: StartTag): void {
  const copy = { ...element, children: [] };
  piece.path.at(-1)?.copy.children.push(copy);
  piece.path.push({ element, copy });
  piece.root ??= copy;
  piece.xdm.startTag(tag);
}

function asPiece({ xdm, root }: Growing): Piece {
  return { document: xdm.document, root };
}
