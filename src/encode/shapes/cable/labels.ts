import { append } from '../../../model/list.js';
import type { Line } from '../../page/segment.js';
import type { PageLine } from '../../page/typed-page.js';
import type { CableFurniture, CaptionLabel, Signs } from './cable-line.js';
import type { Cable, Sheet } from './messages.js';

/** What a line of a cable's text is, where it is not of its pages. */
export type CableRole =
  | 'dateline'
  | 'from'
  | 'to'
  | 'info'
  | 'address'
  | 'message'
  | 'handling'
  | 'pass'
  | 'note'
  | 'label'
  /** A further line of a label's value or of an address. */
  | 'more'
  | 'heading'
  /** Of the transmission or the captions of a quoted telegram. */
  | 'quoted'
  | 'text'
  | 'signature';

/** A line with its place in the cable. */
export interface CableLine extends PageLine {
  readonly role: CableRole;
  readonly signs: Signs;
}

/** A line whose reading is not certain. */
export interface LineDoubt {
  readonly line: number;
  readonly kind: 'handling' | 'note' | 'signature' | 'after-end' | 'small-letters' | 'lone-mark' | 'group';
}

/** The lines of a cable while it is found out what each is; numbered as those of the raw text are. */
export class Labels {
  readonly furniture: (CableFurniture | undefined)[] = [];
  readonly role: CableRole[] = [];
  readonly doubts: LineDoubt[] = [];
  /** Where the signature begins in the last line of the text, where it has none of its own (`… AT ONCE. KISSINGER`). */
  signatureAt: { readonly line: number; readonly offset: number } | undefined;
  /** Values of the caption block that stand without their label, by line. */
  readonly unlabelled = new Map<number, CaptionLabel['name']>();
  readonly cable: Cable;
  readonly sheet: Sheet;

  constructor(sheet: Sheet, cable: Cable) {
    this.sheet = sheet;
    this.cable = cable;
    for (let at = cable.start; at < cable.end; at++) {
      this.role[at] = 'text';
      this.furniture[at] = sheet.signs[at]?.furniture;
    }
  }

  text(at: number): string {
    return this.sheet.lines[at]?.text ?? '';
  }

  /** How many empty lines stand before a line. */
  blank(at: number): number {
    return this.sheet.lines[at]?.blankBefore ?? 0;
  }

  sign(at: number): Signs {
    return this.sheet.signs[at] as Signs;
  }

  /** Whether a line is of the text, as far as is known. */
  isText(at: number): boolean {
    return this.furniture[at] === undefined && this.role[at] === 'text';
  }

  doubt(line: number, kind: LineDoubt['kind']): void {
    this.doubts.push({ line, kind });
  }

  /** The lines with what they are. */
  lines(): readonly CableLine[] {
    const { start, end } = this.cable;
    const made: CableLine[] = [];
    for (let at = start; at < end; at++) {
      const line = this.sheet.lines[at];
      if (line === undefined) break;
      const name = this.unlabelled.get(at);
      const signs = name === undefined ? this.sign(at) : { ...this.sign(at), caption: { name, length: 0 } };
      const labelled = labelledLine(line, this.furniture[at], this.role[at] ?? 'text', signs);
      if (this.signatureAt?.line !== at) made.push(labelled);
      else append(made, partedAt(labelled, this.signatureAt.offset));
    }
    return made;
  }
}

function labelledLine(line: Line, furniture: CableFurniture | undefined, role: CableRole, signs: Signs): CableLine {
  const { text, start, indent, tabs, blankBefore, pageBefore } = line;
  // Most lines have no tabs: of these none is copied whole, which takes longer.
  return tabs === undefined
    ? { text, start, indent, blankBefore, pageBefore, furniture, role, signs }
    : { ...line, furniture, role, signs };
}

/** A line whose last word is the signature, as two. */
function partedAt(line: CableLine, offset: number): readonly CableLine[] {
  const text = line.text.slice(0, offset).trimEnd();
  const name = {
    ...line,
    text: line.text.slice(offset),
    start: line.start + offset,
    blankBefore: 0,
    pageBefore: false,
  };
  return [
    { ...line, text },
    { ...name, role: 'signature' },
  ];
}

/** A line by which it is known again on another page: its figures left out. */
export function keyOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ');
}
