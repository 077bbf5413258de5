/** Where the pages of a text end, as far as its lines tell. */
export class Pages {
  /** The first line below all text: what follows is of the sheet. */
  readonly textEnd: number;
  readonly #ends: Uint8Array;
  /** For each line the next, itself included, that ends a page; or the end of the text. */
  readonly #next: Uint32Array;
  /** For each line the first of its page. */
  readonly #first: Uint32Array;

  constructor(count: number, { turns, isSheet }: { turns(index: number): boolean; isSheet(index: number): boolean }) {
    this.#ends = new Uint8Array(count);
    for (let index = 0; index < count; index++) if (turns(index) || isSheet(index)) this.#ends[index] = 1;
    this.#next = new Uint32Array(count + 1).fill(count);
    for (let index = count - 1; index >= 0; index--) {
      this.#next[index] = this.ends(index) ? index : (this.#next[index + 1] ?? count);
    }
    this.#first = new Uint32Array(count + 1);
    for (let index = 1; index <= count; index++) {
      this.#first[index] = this.ends(index) ? index : (this.#first[index - 1] ?? 0);
    }
    let end = count;
    while (end > 0 && isSheet(end - 1)) end--;
    this.textEnd = end;
  }

  /** Whether a page ends above a line. */
  ends(index: number): boolean {
    return this.#ends[index] === 1;
  }

  /** The line above which the page of a line ends. */
  endAfter(index: number): number {
    return this.#next[index + 1] ?? this.#next.length - 1;
  }

  /** The first line of the page before that of a line. */
  pageBefore(index: number): number {
    const first = this.#first[Math.max(0, index - 1)] ?? 0;
    return this.#first[Math.max(0, first - 1)] ?? 0;
  }
}
