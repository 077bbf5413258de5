import type { Draft } from './draft.js';

/** Space of XML (1.0 §2.3): em spaces, figure spaces and no-break spaces are characters of the text. */
const RUN = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;
/** C1 controls: HTML forbids them (Living Standard 13.2.3.5), the series has three, where an é was lost. */
const CONTROL = /[\u0080-\u009f]/;
/** Punctuation that never has a space before it, at the start of a text after an element; an ellipsis of spaced points keeps its space. */
const CLOSING = /^ (?:[,;:)\]]|\.(?! ?\.))/;
/** What never has a space after it. */
const NO_SPACE_AFTER: ReadonlySet<string> = new Set([' ', '(', '[']);

/** What is set off from a call before it: all but closing punctuation, dashes and slashes. */
const WORD = /^[^\s.,;:!?)\]’”'"–—/-]/;

/** Elements without words that stand where words stood: the spaces around them stay. */
const STANDS_FOR_TEXT: ReadonlySet<string> = new Set(['gap', 'space', 'graphic', 'video']);

/** A text of the tree, by where it stands. */
interface Slot {
  readonly children: (Draft | string)[];
  readonly index: number;
}

/**
 * Settles spaces while the tree is made, in the order of the document: runs become one space, the start and end of a block
 * have none, none stands before a note's call or inside a parenthesis whose words are an element of their own.
 */
export class Spaces {
  /** The block's last text, if nothing but elements followed it. */
  #last: Slot | undefined;
  /** The next text starts a line: its leading space is dropped. */
  #isLineStart = true;
  /** After a note's call, a space is due before a word; where the source has it before the call, or has lost it. */
  #isDue = false;

  open(element: Draft, isBlock: boolean): void {
    if (isBlock || element.name === 'br') this.#breakLine();
    else if (element.attributes['class'] === 'noteref') this.#trimEnd();
  }

  close(element: Draft, isBlock: boolean): void {
    if (isBlock || element.name === 'br') this.#breakLine();
    // The number of a call is no text: what follows it follows the word before.
    else if (element.attributes['class'] === 'noteref') {
      this.#last = undefined;
      this.#isDue = true;
    } else if (STANDS_FOR_TEXT.has(element.attributes['class'] ?? '')) {
      this.#last = undefined;
      this.#isLineStart = false;
    }
  }

  text(raw: string, parent: Draft): void {
    let text = raw.replace(RUN, ' ');
    if (CONTROL.test(text)) text = text.replace(new RegExp(CONTROL, 'g'), '\ufffd');
    const before = this.#lastCharacter();
    if (text.startsWith(' ') && (this.#isLineStart || (before !== undefined && NO_SPACE_AFTER.has(before)))) {
      text = text.slice(1);
    }
    // At the edge of an element the source often has a space that the page never had: ( <hi>Lansing</hi> ), <hi>Washington </hi>, …
    else if (CLOSING.test(text)) text = text.slice(1);
    if (text === '') return;
    if (before === ' ' && (CLOSING.test(` ${text}`) || this.#endsOpen())) this.#trimEnd();
    if (this.#isDue && WORD.test(text)) text = ` ${text}`;
    this.#isDue = false;
    this.#isLineStart = false;
    parent.children.push(text);
    this.#last = { children: parent.children, index: parent.children.length - 1 };
  }

  #breakLine(): void {
    this.#trimEnd();
    this.#last = undefined;
    this.#isLineStart = true;
    this.#isDue = false;
  }

  #lastCharacter(): string | undefined {
    const text = this.#last?.children[this.#last.index];
    return typeof text === 'string' ? text.at(-1) : undefined;
  }

  /** Whether the last text ends with a parenthesis or bracket that has just opened, and a space. */
  #endsOpen(): boolean {
    const text = this.#last?.children[this.#last.index];
    return typeof text === 'string' && /[([] $/.test(text);
  }

  /** Takes the space at the end of the last text away; tells whether there was one. */
  #trimEnd(): boolean {
    const slot = this.#last;
    const text = slot?.children[slot.index];
    if (slot === undefined || typeof text !== 'string' || !text.endsWith(' ')) return false;
    slot.children[slot.index] = text.slice(0, -1);
    return true;
  }
}
