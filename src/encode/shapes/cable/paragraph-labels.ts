/** `(C) 1.`, `1.`, `(1)`, `1)`, `¶1.` */
const NUMBER = /^(?:¶\s?)?(?:\((?:TS|S|C|U|SBU|LOU)(?:\/+[A-Z]+)?\)\s*)?(\(?)(\d{1,3})([.)])(?:\s+|(?=[A-Z(]))/;
const LETTER = /^\(?([A-Za-z])[.)]\s+(?=\S)/;
const ROMAN = /^\(?[IVXivx]{1,5}[.)]\s+(?=\S)/;
const DASH = /^(?:--+|[-•*·–—o])\s+(?=\S)/;
const PORTION = /^\((?:TS|S|C|U|SBU|LOU)(?:\/+[A-Z]+)?\)\s+(?=\S)/;
/** How many numbers can be left out where an empty line stands before the next. */
const MOST_LEFT_OUT = 3;

/** Numbers and letters of paragraphs, which follow on each other: `1974.` or `J. SMITH` at the head of a line is none. */
export class ParagraphLabels {
  #number = 0;
  #item = 0;
  #letter = '@';
  #isItem = false;

  /**
   * Whether a line begins a paragraph by its label.
   * @param isApart an empty line stands before it, so that any label will do
   */
  take(text: string, isApart: boolean): boolean {
    const number = NUMBER.exec(text);
    if (number !== null) return this.#takeNumber(Number(number[2]), number[1] === '(' || number[3] === ')', isApart);
    const letter = LETTER.exec(text)?.[1];
    if (letter !== undefined && this.#takeLetter(letter, isApart)) return true;
    if (ROMAN.test(text) && (isApart || /^\(?I[.)]/i.test(text))) return true;
    if (DASH.test(text)) {
      this.#isItem = true;
      return true;
    }
    return PORTION.test(text) && isApart;
  }

  #takeNumber(value: number, isBracketed: boolean, isApart: boolean): boolean {
    const last = isBracketed ? this.#item : this.#number;
    const isNext = value === last + 1 || value === 1 || (isApart && value > last && value <= last + MOST_LEFT_OUT);
    if (!isNext) return isApart;
    this.#isItem = isBracketed;
    if (isBracketed) this.#item = value;
    else {
      this.#number = value;
      this.#item = 0;
      this.#letter = '@';
    }
    return true;
  }

  #takeLetter(letter: string, isApart: boolean): boolean {
    const isNext = /a/i.test(letter) || letter.charCodeAt(0) === this.#letter.charCodeAt(0) + 1;
    if (!isNext && !isApart) return false;
    this.#letter = letter;
    this.#isItem = true;
    return true;
  }

  /** Whether an indented line can hang from an item. */
  isInItem(indent: number): boolean {
    return this.#isItem && indent > 0;
  }
}

/** Whether a line begins with the number of a paragraph. */
export function isNumbered(text: string): boolean {
  return NUMBER.test(text);
}
