import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { firstFrom, largest } from '../model/list.js';
import { SourceFile } from '../model/source-file.js';

/** Bytes that are read at a time. */
const STRETCH = 1 << 15;

/** Stretches that are at hand: where a document is being read, and where a finding is being placed. */
const AT_HAND = 16;

/** Where a stretch of the file stands: its first byte, and the offset of its first character in UTF-16 code units. */
interface Stretch {
  readonly byte: number;
  readonly bytes: number;
  readonly start: number;
}

/** Thrown where a file is no longer what it was when its reading began; see {@link LongSource}. */
export class ChangedWhileRead extends Error {}

/**
 * A file of plain UTF-8 that is too long to be held as one text: it is read stretch by stretch, each time that somebody asks. What is kept are the
 * beginnings of its lines. Its whole {@link text} can be had, and is then held.
 *
 * Any reading throws {@link ChangedWhileRead} where the file has another size or time than at first.
 */
export class LongSource extends SourceFile {
  readonly #state: string;
  readonly #stretches: readonly Stretch[];
  readonly #lines: Uint32Array;
  readonly #length: number;
  /** The last stretches that were read, the latest first. */
  readonly #atHand: { readonly nth: number; readonly text: string }[] = [];
  readonly #buffer = Buffer.allocUnsafe(STRETCH);
  #text: string | undefined;

  private constructor(path: string, read: Survey) {
    super(path, '');
    this.#state = read.state;
    this.#stretches = read.stretches;
    this.#lines = read.lines;
    this.#length = read.length;
  }

  /**
   * Goes once through a file. Nothing where it is no UTF-8, or holds one of the words, for which it would have to be read as a whole.
   * @param unless words that must not stand anywhere in the file
   * @throws an `ErrnoException`
   */
  static open(path: string, unless: readonly string[]): LongSource | undefined {
    const read = survey(path, unless);
    return read === undefined ? undefined : new LongSource(path, read);
  }

  override get text(): string {
    this.#text ??= this.slice(0, this.#length);
    return this.#text;
  }

  override get length(): number {
    return this.#length;
  }

  override slice(start: number, end: number): string {
    const from = Math.max(0, start);
    const to = Math.min(end, this.#length);
    let text = '';
    for (let nth = this.#stretchOf(from), at = from; at < to; nth++) {
      const stretch = this.#read(nth);
      const offset = this.#stretches[nth]?.start ?? 0;
      text += stretch.slice(at - offset, to - offset);
      at = offset + stretch.length;
    }
    return standingAlone(text);
  }

  /** For excerpts: of a file that has been changed since, no line is shown. */
  override lineText(line: number): string {
    try {
      return super.lineText(line);
    } catch (error) {
      if (error instanceof ChangedWhileRead) return '';
      throw error;
    }
  }

  override includes(words: string): boolean {
    let tail = '';
    for (let nth = 0; nth < this.#stretches.length; nth++) {
      const text = this.#read(nth);
      if (text.includes(words) || (tail + text.slice(0, words.length)).includes(words)) return true;
      tail = text.slice(-words.length);
    }
    return false;
  }

  override *stretches(): Generator<string, undefined> {
    for (let nth = 0; nth < this.#stretches.length; nth++) yield this.#read(nth);
    return undefined;
  }

  protected override lineStarts(): ArrayLike<number> {
    return this.#lines;
  }

  /** The number of the stretch that holds an offset. */
  #stretchOf(offset: number): number {
    return Math.max(0, firstFrom(this.#stretches, ({ start }) => start > offset) - 1);
  }

  #read(nth: number): string {
    const known = this.#atHand.findIndex((one) => one.nth === nth);
    const [held] = known < 0 ? [] : this.#atHand.splice(known, 1);
    const now = held ?? { nth, text: this.#load(nth) };
    this.#atHand.unshift(now);
    this.#atHand.length = Math.min(this.#atHand.length, AT_HAND);
    return now.text;
  }

  #load(nth: number): string {
    const { byte = 0, bytes = 0 } = this.#stretches[nth] ?? {};
    let file: number;
    try {
      file = openSync(this.path, 'r');
    } catch {
      throw new ChangedWhileRead(this.path);
    }
    try {
      if (stateOf(file) !== this.#state) throw new ChangedWhileRead(this.path);
      return read(file, byte, this.#buffer.subarray(0, bytes)).toString('utf8');
    } finally {
      closeSync(file);
    }
  }
}

interface Survey {
  readonly state: string;
  readonly stretches: readonly Stretch[];
  readonly lines: Uint32Array;
  readonly length: number;
}

function survey(path: string, unless: readonly string[]): Survey | undefined {
  const file = openSync(path, 'r');
  try {
    const stretches: Stretch[] = [];
    const lines = new Lines();
    const buffer = Buffer.allocUnsafe(STRETCH);
    const longest = largest(
      unless.map((words) => words.length),
      0,
    );
    let start = 0;
    let tail = '';
    // A byte-order mark is no part of the text.
    let byte = read(file, 0, Buffer.alloc(3)).toString('latin1') === '\xEF\xBB\xBF' ? 3 : 0;
    for (;;) {
      const bytes = wholeCharacters(read(file, byte, buffer));
      if (bytes.length === 0) break;
      if (!isUtf8(bytes)) return undefined;
      const text = bytes.toString('utf8');
      const words = tail + text;
      if (unless.some((word) => words.includes(word))) return undefined;
      tail = standingAlone(text.slice(-longest));
      lines.add(text, start);
      stretches.push({ byte, bytes: bytes.length, start });
      byte += bytes.length;
      start += text.length;
    }
    return { state: stateOf(file), stretches, lines: lines.starts, length: start };
  } finally {
    closeSync(file);
  }
}

/** The bytes without the beginning of a character at their end whose other bytes come after. */
function wholeCharacters(bytes: Buffer): Buffer {
  if (bytes.length < STRETCH) return bytes;
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.subarray(0, end - 1) : bytes;
}

/** What a file has from a byte on, as far as there is room for it. */
function read(file: number, from: number, into: Buffer): Buffer {
  let got = 0;
  for (let more = -1; more !== 0 && got < into.length; got += more)
    more = readSync(file, into, got, into.length - got, from + got);
  return into.subarray(0, got);
}

/** What is another when the file has been changed. */
function stateOf(file: number): string {
  const { size, mtimeMs, ino } = fstatSync(file);
  return `${size} ${mtimeMs} ${ino}`;
}

/** Gathers where lines begin, four bytes for each. */
class Lines {
  #all = new Uint32Array(1 << 16);
  #count = 1;

  add(text: string, offset: number): void {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (this.#count === this.#all.length) {
        const longer = new Uint32Array(2 * this.#count);
        longer.set(this.#all);
        this.#all = longer;
      }
      this.#all[this.#count++] = offset + i + 1;
    }
  }

  get starts(): Uint32Array {
    return this.#all.slice(0, this.#count);
  }
}

/** V8 copies shorter pieces of a text; longer ones point into the text, and so keep all of it in memory. */
const POINTING = 13;

/** The same characters as a text by itself, which keeps no longer text in memory that it was cut out of. */
export function standingAlone(text: string): string {
  if (text.length < POINTING) return text;
  const encoding = /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}
