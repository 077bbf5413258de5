import { inspect } from 'node:util';

/** What stands in the place of a token wherever a text is shown or kept. */
const HIDDEN = '[token]';

/** A token that shows itself to nobody: not in a log, in JSON, in an error or in a debugger. */
export class Secret {
  readonly #word: string;

  constructor(word: string) {
    this.#word = word;
  }

  /** The word, for the header of a request and nothing else. */
  reveal(): string {
    return this.#word;
  }

  /** A text from outside without the token, which a server may repeat in what it answers. */
  hideIn(text: string): string {
    return text.replaceAll(this.#word, HIDDEN).replaceAll(encodeURIComponent(this.#word), HIDDEN);
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
