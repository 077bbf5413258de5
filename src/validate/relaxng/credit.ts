/** Thrown where a schema has more readings of a document than can be followed; `SchemaCheck` makes a finding of it. */
export class TooAmbiguous extends Error {
  /** The regular expression that is too ambiguous; absent where the content of elements is. */
  readonly pattern: string | undefined;

  constructor(pattern?: string) {
    super('too ambiguous');
    this.pattern = pattern;
  }
}

/**
 * The work that a schema from elsewhere may cost: so much at once, and so much more for every part of a document that has been read, so that
 * the time stays in proportion to the document whatever the schema is. What is remembered costs nothing.
 */
export class Credit {
  readonly #pattern: string | undefined;
  #left: number;

  /** @param start Steps that may be taken before anything is read. @param pattern What is named where they do not suffice. */
  constructor(start: number, pattern?: string) {
    this.#left = start;
    this.#pattern = pattern;
  }

  earn(steps: number): void {
    this.#left += steps;
  }

  /** @throws TooAmbiguous where more is spent than there is */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) this.refuse();
  }

  /** @throws TooAmbiguous always: what there is to be remembered is too much */
  refuse(): never {
    throw new TooAmbiguous(this.#pattern);
  }
}
