import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostic, formatList, type Sources } from '../diagnostics/format.js';
import { visible, visibleInLine } from '../diagnostics/visible.js';

/** Where a command writes to: a stream with what it knows of its reader. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface TerminalOptions {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** `--json`: the result is one JSON value on the standard output, and nothing else. */
  readonly json: boolean;
  /** `--quiet`: only findings. */
  readonly quiet: boolean;
  /** The environment, for NO_COLOR and FORCE_COLOR (https://no-color.org). */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The two ways out of a command: results go to the standard output, findings and progress to the standard error. */
export class Terminal {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly #stdout: OutputStream;
  readonly #stderr: OutputStream;
  readonly #color: boolean;
  readonly #env: TerminalOptions['env'];
  #progressShown = false;

  constructor(options: TerminalOptions) {
    this.json = options.json;
    this.quiet = options.quiet;
    this.#stdout = options.stdout;
    this.#stderr = options.stderr;
    this.#env = options.env;
    this.#color = wantsColor(options.stderr, options.env);
  }

  /** Columns of the reader's window; 100 where the output is no window. */
  get width(): number {
    return this.#stderr.columns ?? 100;
  }

  /** The result of the command as text; nothing with `--quiet` or `--json`. */
  say(text: string): void {
    if (this.quiet || this.json) return;
    this.clearProgress();
    this.#stdout.write(`${visible(text)}\n`);
  }

  /** The result of the command as data; only with `--json`. */
  sayJson(value: unknown): void {
    if (this.json) this.#write(`${JSON.stringify(value, undefined, 2)}\n`);
  }

  /** Output that is asked for by its nature (help, a listing): written whatever the options say. */
  print(text: string): void {
    this.clearProgress();
    this.#write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** As {@link print}, what is too long to be one text; the pieces bear their own line ends. */
  printPieces(pieces: Iterable<string>): void {
    this.clearProgress();
    for (const piece of pieces) this.#write(piece);
  }

  /**
   * Findings, each with an excerpt where its text is among the sources. With `--quiet` notices are left out; with `--json` all are, since the result
   * carries them.
   * @param perCode how often a finding of one kind is shown in one file, before the rest are only counted
   */
  report(diagnostics: readonly Diagnostic[], sources: Sources = new Map(), perCode = Number.POSITIVE_INFINITY): void {
    const shown = this.quiet ? diagnostics.filter((d) => d.severity !== 'info') : diagnostics;
    if (this.json || shown.length === 0) return;
    this.clearProgress();
    const format = { color: this.#color, width: this.width };
    if (shown.length > perCode) this.#stderr.write(formatList(shown, sources, { ...format, perCode }));
    else for (const d of shown) this.#stderr.write(`${formatDiagnostic(d, sources, format)}\n`);
  }

  /**
   * Findings that are themselves what was asked for: to the standard output, so that they can be kept or paged.
   * @param perCode as for {@link report}
   */
  list(diagnostics: readonly Diagnostic[], sources: Sources, perCode: number): void {
    const shown = this.quiet ? diagnostics.filter((d) => d.severity !== 'info') : diagnostics;
    if (this.json || shown.length === 0) return;
    this.clearProgress();
    const format = { color: wantsColor(this.#stdout, this.#env), width: this.#stdout.columns ?? 100 };
    this.#stdout.write(formatList(shown, sources, { ...format, perCode }));
  }

  /** A line that says what is being done now, overwritten by the next; shown only to a person who is looking. */
  progress(text: string): void {
    if (this.quiet || this.json || this.#stderr.isTTY !== true) return;
    this.#stderr.write(`\r\x1b[2K${visibleInLine(text).slice(0, this.width - 1)}`);
    this.#progressShown = true;
  }

  /** A line that says how far a long work is, for who looks at it later; shown where nobody is looking now. */
  log(text: string): void {
    if (!this.quiet && !this.json && this.#stderr.isTTY !== true) this.#stderr.write(`${visible(text)}\n`);
  }

  /** A line that was asked for, beside the result: to the standard error. */
  tell(text: string): void {
    if (this.json) return;
    this.clearProgress();
    this.#stderr.write(`${visible(text)}\n`);
  }

  /** What may be data of a file: bytes for a program, and nothing that a terminal would obey. */
  #write(text: string): void {
    this.#stdout.write(this.#stdout.isTTY === true ? visible(text) : text);
  }

  clearProgress(): void {
    if (this.#progressShown) this.#stderr.write('\r\x1b[2K');
    this.#progressShown = false;
  }
}

function wantsColor(stream: OutputStream, env: TerminalOptions['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return true;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}
