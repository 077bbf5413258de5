import type { Line } from '../../../page/segment.js';
import { type AddressLabel, type CableFurniture, type Signs, signsOf } from '../cable-line.js';
import type { CableLine, CableRole } from '../labels.js';
import { type FormLabel, formLabel } from './form-words.js';

/** A line of a form, with the label that it begins with. */
export interface FormLine extends CableLine {
  readonly label: FormLabel | undefined;
}

/** What of a line of a form is not certain. */
export interface FormDoubt {
  readonly line: number;
  readonly kind: 'head' | 'signature' | 'foot' | 'caption';
}

/** The lines of a telegram on a form while it is found out what each is. */
export class FormLabels {
  readonly lines: readonly Line[];
  readonly role: CableRole[];
  readonly furniture: (CableFurniture | 'letterhead' | undefined)[];
  readonly labels: readonly (FormLabel | undefined)[];
  readonly doubts: FormDoubt[] = [];
  readonly #signs: Signs[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.role = lines.map(() => 'text');
    this.furniture = lines.map(() => undefined);
    this.labels = lines.map(({ text }) => formLabel(text));
    this.#signs = lines.map(({ text }) => signsOf(text));
  }

  text(at: number): string {
    return this.lines[at]?.text ?? '';
  }

  blank(at: number): number {
    return this.lines[at]?.blankBefore ?? 0;
  }

  indent(at: number): number {
    return this.lines[at]?.indent ?? 0;
  }

  sign(at: number): Signs {
    return this.#signs[at] as Signs;
  }

  /** Whether a line is of the text, as far as is known. */
  isText(at: number): boolean {
    return this.furniture[at] === undefined && this.role[at] === 'text';
  }

  /** Says that a line is of a sender or receiver; `length` is that of the label with the blanks after it, 0 where there is none. */
  address(at: number, role: 'from' | 'to' | 'info', { label, length }: Pick<FormLabel, 'label' | 'length'>): void {
    const name: AddressLabel['name'] = role === 'from' ? 'FM' : role === 'to' ? 'TO' : 'INFO';
    this.role[at] = role;
    this.#signs[at] = { ...this.sign(at), address: { name, label, length } };
  }

  /** Says that a line is a reference that stands without its label. */
  reference(at: number): void {
    this.role[at] = 'label';
    this.#signs[at] = { ...this.sign(at), caption: { name: 'references', length: 0 } };
  }

  doubt(line: number, kind: FormDoubt['kind']): void {
    this.doubts.push({ line, kind });
  }

  /** The lines with what they are. */
  laid(): readonly FormLine[] {
    return this.lines.map((line, at) => ({
      ...line,
      furniture: this.furniture[at],
      role: this.role[at] ?? 'text',
      signs: this.sign(at),
      label: this.labels[at],
    }));
  }
}
