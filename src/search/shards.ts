import { Bytes } from './bytes.js';

/** How long a file of the index becomes, in bytes: some 25 KB when a server compresses it. */
const SHARD = 48_000;

/** Names of the lists of an index: documents of a word, places of a word, places of a frequent word by the word that follows. */
export type ListKind = 'words' | 'places' | 'pairs';

/**
 * Lists by their names, in the order of the names, in files of about one length. An entry is how many letters of the name before it begins with, the rest
 * of its name, and its numbers: `<shared><rest>:<numbers>;`. Names hold letters, digits and a space alone, so that a file is a string of JavaScript as it
 * stands.
 */
export class ShardWriter {
  /** The name with which each file begins. */
  readonly firsts: string[] = [];
  readonly #kind: ListKind;
  readonly #files: Map<string, string>;
  readonly bytes = new Bytes();
  #last = '';

  constructor(kind: ListKind, files: Map<string, string>) {
    this.#kind = kind;
    this.#files = files;
  }

  /** Begins an entry, whose numbers are then written into `bytes`. */
  begin(name: string): void {
    if (this.bytes.length >= SHARD) this.finish();
    if (this.bytes.length === 0) {
      this.firsts.push(name);
      this.#last = '';
    }
    let shared = 0;
    const most = Math.min(name.length, this.#last.length);
    while (shared < most && name.charCodeAt(shared) === this.#last.charCodeAt(shared)) shared++;
    this.bytes.number(shared);
    this.bytes.text(name.slice(shared));
    this.bytes.text(':');
    this.#last = name;
  }

  end(): void {
    this.bytes.text(';');
  }

  /** Closes the file that is being written. */
  finish(): void {
    if (this.bytes.length === 0) return;
    const name = `${this.#kind}-${this.firsts.length}`;
    this.#files.set(name, this.bytes.take());
  }
}
