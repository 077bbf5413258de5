import { MAY_PART } from '../model/may-part.js';
import type { Draft } from './draft.js';
import { partingInXhtml } from './parting.js';

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

/** Elements without words of the text that stand where words stood, also words of the edition's own: the spaces around them stay. */
const STANDS_FOR_TEXT: ReadonlySet<string> = new Set(['gap', 'space', 'graphic', 'video', 'added words']);

/** What the edition puts behind words. */
const CLOSES = /^[\]›]|^\[\?\]$|^ \[sic\]$/;

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
  /** A space stood at the inner edge of brackets that the edition puts in: it goes outside. */
  #isOwed = false;
  /** No word has come since a phrase parted from its neighbours. */
  #isFresh = false;
  /** A word goes on after the end of a line or page of the source. */
  #isJoined = false;

  open(element: Draft, isBlock: boolean): void {
    if (isBlock || element.name === 'br') this.#breakLine();
    else if (element.attributes['class'] === 'noteref') this.#trimEnd();
    if (parts(element)) this.#part();
  }

  close(element: Draft, isBlock: boolean): void {
    if (parts(element)) this.#part();
    if (isBlock || element.name === 'br') this.#breakLine();
    // The number of a call is no text: what follows it follows the word before.
    else if (element.attributes['class'] === 'noteref') {
      this.#last = undefined;
      this.#isDue = true;
    } else if (STANDS_FOR_TEXT.has(element.attributes['class'] ?? '')) {
      this.#last = undefined;
      this.#isLineStart = false;
      this.#part();
    }
  }

  /** The last words of the block, as far as they stand in one text. */
  get ending(): string {
    const text = this.#last?.children[this.#last.index];
    return typeof text === 'string' ? text : '';
  }

  /** The word before goes on in what follows (`lb/@break="no"`). */
  join(): void {
    if (this.#isFresh) return;
    this.#trimEnd();
    this.#isJoined = true;
  }

  /** A phrase that stands by itself begins or ends. */
  #part(): void {
    this.#isJoined = false;
    this.#isFresh = true;
  }

  text(raw: string, parent: Draft): void {
    if (isAdded(parent)) {
      this.#added(raw, parent);
      return;
    }
    let text = raw.replace(RUN, ' ');
    if (CONTROL.test(text)) text = text.replace(new RegExp(CONTROL, 'g'), '\ufffd');
    if (this.#isJoined) {
      text = text.trimStart();
      if (text === '') return;
      this.#isJoined = false;
      const { ending } = this;
      const whole = withoutLineEndHyphen(ending, text);
      if (this.#last !== undefined && whole !== ending) this.#last.children[this.#last.index] = whole;
    } else text = this.#outside(text);
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
    if (text !== ' ') this.#isFresh = false;
    if (this.#last?.children === parent.children && this.#last.index === parent.children.length - 1) {
      parent.children[this.#last.index] = this.ending + text;
      return;
    }
    parent.children.push(text);
    this.#last = { children: parent.children, index: parent.children.length - 1 };
  }

  /** Signs that the edition puts round words: the spaces of the text are settled as if they were not there. */
  #added(text: string, parent: Draft): void {
    parent.children.push(text);
    if (CLOSES.test(text) && this.#trimEnd()) this.#isOwed = true;
  }

  /** A space that the source has just inside of what the edition brackets stands outside of it. */
  #outside(text: string): string {
    if (!this.#isOwed || text.trim() === '') return text;
    this.#isOwed = false;
    return CLOSING.test(` ${text}`) || text.startsWith(' ') ? text : ` ${text}`;
  }

  #breakLine(): void {
    this.#trimEnd();
    this.#last = undefined;
    this.#isLineStart = true;
    this.#isDue = false;
    this.#isOwed = false;
    this.#isJoined = false;
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

/** Whether an element is a phrase that stands by itself. */
function parts({ attributes, name }: Draft): boolean {
  const kind = attributes['class'];
  if (kind === undefined) return false;
  const end = kind.indexOf(' ');
  return partingInXhtml(name, [end < 0 ? kind : kind.slice(0, end)]) === MAY_PART;
}

/** Whether an element holds signs and words of the edition's. */
function isAdded({ attributes }: Draft): boolean {
  const kind = attributes['class'];
  return kind !== undefined && (kind === 'added' || kind.startsWith('added ') || kind.endsWith(' added'));
}

/**
 * The beginning of a word without the hyphen that only the end of the line has put there: a word that goes on in a small letter is divided, one that goes
 * on in a capital or a figure has its hyphen itself (`Anglo-Saxon`, `Haar-lem`).
 */
export function withoutLineEndHyphen(beginning: string, rest: string): string {
  if (/\u00ad$/.test(beginning)) return beginning.slice(0, -1);
  return /\p{L}[-‐]$/u.test(beginning) && /^\p{Ll}/u.test(rest) ? beginning.slice(0, -1) : beginning;
}
