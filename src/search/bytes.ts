import { LETTER_CODES } from './numbers.js';

/** Text of an index while it is written: bytes that grow, since millions of short strings would take too long to join. */
export class Bytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #encoder = new TextEncoder();

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0, as `written` has it. */
  number(number: number): void {
    this.#room(12);
    let rest = number;
    while (rest >= 32) {
      this.#bytes[this.#length++] = LETTER_CODES[32 + (rest % 32)] ?? 0;
      rest = Math.floor(rest / 32);
    }
    this.#bytes[this.#length++] = LETTER_CODES[rest] ?? 0;
  }

  text(text: string): void {
    this.#room(text.length * 3);
    // Letter by letter, since most texts are of one to ten letters, for which the encoder takes several times as long.
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        const rest = text.slice(i);
        this.#length += this.#encoder.encodeInto(rest, this.#bytes.subarray(this.#length)).written;
        return;
      }
      this.#bytes[this.#length++] = code;
    }
  }

  /** What has been written since the last time. */
  take(): string {
    const text = new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return text;
  }

  #room(wanted: number): void {
    if (this.#length + wanted <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + wanted));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
