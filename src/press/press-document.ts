import { createHash } from 'node:crypto';
import { Face } from './face.js';
import type { Destination } from './painter.js';
import { nameTree } from './pdf-trees.js';
import { type EmbeddedFont, PdfmakeDocument, type Reference } from './pdfmake.js';
import type { AccessibilityPart } from './structure.js';
import type { Faces } from './type-case.js';
import { xmpOf } from './xmp.js';

/** The font files of one family, as paths: TrueType, under a licence that lets them be embedded. */
export interface FamilyFiles {
  readonly regular: string;
  readonly italic: string;
  readonly bold: string;
  readonly boldItalic: string;
}

export interface FontFiles {
  readonly text: FamilyFiles;
  readonly fallback: FamilyFiles;
  readonly others: readonly OtherFamily[];
}

/** A family for what neither of the first two has: a script or signs. Without files where it is not installed. */
export interface OtherFamily {
  /** The name of its npm package, under `@expo-google-fonts`. */
  readonly name: string;
  /** The characters that are looked for in it. */
  readonly covers: RegExp;
  readonly regular?: string;
  readonly bold?: string;
}

/** What the file says about itself. */
export interface DocumentFacts {
  readonly title: string;
  readonly author?: string;
  readonly identifier?: string;
  readonly subject?: string;
  readonly lang: string;
  /** The creation date of the file: the edition's, never the clock's. */
  readonly date: Date;
  readonly tagged: boolean;
  /** The part of PDF/UA that a tagged file keeps to. */
  readonly accessibility: AccessibilityPart;
  /** The part and level of PDF/A that the file keeps to. */
  readonly conformance: Conformance | undefined;
}

/** Levels of PDF/A that can be asked for: 1b for old archives, 2a, and 3a with files attached. */
export type Conformance = 'PDF/A-1b' | 'PDF/A-2a' | 'PDF/A-3a';

const CREATOR = 'Chancery';
const PRODUCER = 'Chancery (pdfmake)';

/** So many bytes at the end of a file have its end mark (ISO 32000-1, 7.5.5). */
const TAIL = 16;

/** A line of the outline with those below it. */
export interface OutlineEntry {
  readonly title: string;
  readonly target: string;
  readonly entries: readonly OutlineEntry[];
}

/** pdfmake's document (pdfkit's with fonts by family), kept as one list of chunks, with outline, destinations and page labels of the press's own. */
export class PressDocument extends PdfmakeDocument {
  /** Declared, not initialised: pdfkit's constructor writes already. */
  declare private chunks: Uint8Array[] | undefined;
  readonly #faces = new Map<EmbeddedFont, Face>();
  readonly #facts: DocumentFacts;
  readonly #others: readonly OtherFamily[];
  readonly #isCurly: boolean;

  constructor(fonts: FontFiles, facts: DocumentFacts, isCurly = false) {
    super(
      descriptors(fonts),
      {},
      {},
      {},
      {
        pdfVersion: facts.conformance === 'PDF/A-1b' ? '1.4' : '1.7',
        ...(facts.conformance === undefined ? {} : { subset: facts.conformance }),
        autoFirstPage: false,
        font: null,
        compress: true,
        lang: facts.lang,
        displayTitle: true,
        info: {
          Title: facts.title,
          ...(facts.author === undefined ? {} : { Author: facts.author }),
          ...(facts.subject === undefined ? {} : { Subject: facts.subject }),
          Creator: CREATOR,
          Producer: PRODUCER,
          CreationDate: facts.date,
          ModDate: facts.date,
        },
      },
    );
    this.#facts = facts;
    this.#others = fonts.others;
    this.#isCurly = isCurly;
  }

  /** The faces of the text family and of the family for characters that it lacks. */
  get faces(): Faces {
    return {
      text: (bold, italic) => this.#face('text', bold, italic),
      fallback: (bold, italic) => this.#face('fallback', bold, italic),
      others: this.#others
        .filter(({ regular }) => regular !== undefined)
        .map(({ name, covers }) => ({ covers, face: (bold) => this.#face(name, bold, false) })),
    };
  }

  /** pdfkit writes to a stream; a file that is wanted whole is kept as it comes. */
  override _write(data: string | Uint8Array): void {
    const chunk = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    this.chunks ??= [];
    this.chunks.push(chunk);
    this._offset += chunk.length;
  }

  override push(): boolean {
    return true;
  }

  /** pdfkit's own metadata leaves out the language and does not escape; these replace them. */
  _addInfo(): void {
    const { conformance, tagged, accessibility, ...facts } = this.#facts;
    const archive = conformance !== undefined;
    this.appendXML(
      xmpOf({
        ...facts,
        creator: CREATOR,
        producer: PRODUCER,
        accessible: tagged ? accessibility : undefined,
        archive,
      }),
    );
  }

  /** Attaches a file that the book was made from (ISO 19005-3, 6.8). */
  attach(name: string, type: string, bytes: Uint8Array, description: string): void {
    const { date } = this.#facts;
    this.file(bytes, { name, type, description, relationship: 'Source', creationDate: date, modifiedDate: date });
  }

  /** Sets the identifier of the file from what makes this file this file. */
  identify(facts: readonly string[]): void {
    this._id = createHash('md5').update(facts.join('\u0000')).digest();
  }

  /** The places that links lead to; in PDF 2.0 with the structure element at each (ISO 32000-2, 12.3.2.3). */
  writeDestinations(
    destinations: ReadonlyMap<string, Destination>,
    elementAt: (id: string) => Reference | undefined,
  ): void {
    const entries = [...destinations].map(([id, place]): readonly [string, unknown] => {
      const element = this.#facts.accessibility === 2 ? elementAt(id) : undefined;
      return [id, element === undefined ? place : { D: place, SD: [element, ...place.slice(1)] }];
    });
    (this._root.data['Names'] as Reference).data['Dests'] = nameTree(this, entries);
  }

  writeOutline(entries: readonly OutlineEntry[]): void {
    if (entries.length === 0) return;
    const root = this.ref({ Type: 'Outlines' });
    this.#outlineLevel(entries, root, 1);
    root.end();
    this._root.data['Outlines'] = root;
    this._root.data['PageMode'] = 'UseOutlines';
  }

  /** How pages are counted: each row from a page (from 0) on, in roman or arabic figures, from 1. */
  writePageLabels(rows: readonly { readonly from: number; readonly style: 'r' | 'D' }[]): void {
    const labels = this.ref({ Nums: rows.flatMap(({ from, style }) => [from, { S: style }]) });
    labels.end();
    this._root.data['PageLabels'] = labels;
  }

  /** Ends the document: its bytes. pdfkit would end it only later where a picture has transparency, which it reads beside the main thread. */
  finish(): Uint8Array {
    this.end();
    const bytes = Buffer.concat(this.chunks ?? []);
    if (!bytes.subarray(-TAIL).includes('%%EOF')) throw new Error('the PDF could not be ended');
    // pdfkit knows no version after 1.7.
    if (this.#facts.accessibility === 2) bytes.write('%PDF-2.0', 'latin1');
    return bytes;
  }

  #outlineLevel(entries: readonly OutlineEntry[], parent: Reference, depth: number): void {
    const references = entries.map((entry) =>
      this.ref({ Title: new String(entry.title), Parent: parent, Dest: new String(entry.target) }),
    );
    for (const [i, entry] of entries.entries()) {
      const reference = references[i];
      if (reference === undefined) continue;
      if (i > 0) reference.data['Prev'] = references[i - 1];
      if (i < references.length - 1) reference.data['Next'] = references[i + 1];
      if (entry.entries.length > 0) this.#outlineLevel(entry.entries, reference, depth + 1);
      reference.end();
    }
    parent.data['First'] = references[0];
    parent.data['Last'] = references.at(-1);
    parent.data['Count'] = depth === 1 ? references.length : -references.length;
  }

  #face(family: string, bold: boolean, italic: boolean): Face {
    const font = this.provideFont(family, bold, italic);
    let face = this.#faces.get(font);
    if (face === undefined) {
      face = new Face(font, this.#isCurly);
      this.#faces.set(font, face);
    }
    return face;
  }
}

function descriptors(fonts: FontFiles): object {
  const family = (files: FamilyFiles): object => ({
    normal: files.regular,
    italics: files.italic,
    bold: files.bold,
    bolditalics: files.boldItalic,
  });
  const others = fonts.others.flatMap(({ name, regular, bold }) =>
    regular === undefined ? [] : [[name, { normal: regular, bold: bold ?? regular }] as const],
  );
  return { text: family(fonts.text), fallback: family(fonts.fallback), ...Object.fromEntries(others) };
}
