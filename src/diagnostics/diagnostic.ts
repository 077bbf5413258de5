import type { Position, Span } from '../model/position.js';
import { type Code, type CodeEntry, type Severity, table } from './codes.js';

/** Where a finding is: a file, with a position in it, an XPath, or the entry of a package (EPUB, archive). */
export interface Place {
  readonly file: string;
  readonly start?: Position;
  readonly end?: Position;
  readonly xpath?: string;
  readonly entry?: string;
}

/** A finding as plain data; its texts stand in the table of codes. */
export interface Diagnostic {
  /** A code of the table, or a code of the field carried as it is (an XSLT error, a Schematron assert's id, EPUBCheck's OPF-014). */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: string;
  /** A safe repair, as edits of the file: only where one repair is possible. */
  readonly edits?: readonly TextEdit[];
  /** A line that the message names (`opened on line 5`), of the same file as the place. */
  readonly namedLine?: number;
}

/** A stretch of a source that is replaced, and by what. */
export interface TextEdit extends Span {
  readonly replacement: string;
}

/** What a stage gives back: a value where it could make one, and all that it found. Stages throw only for bugs. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A finding of the table: `{name}` in its message and hint is replaced by `facts.name`. */
export function diagnostic(
  code: Code,
  facts: Readonly<Record<string, string | number>> = {},
  place?: Place,
): Diagnostic {
  const entry: CodeEntry = table[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole));
  return {
    code,
    severity: entry.severity,
    message: fill(entry.message),
    ...(place === undefined ? {} : { place }),
    ...(entry.hint === undefined ? {} : { hint: fill(entry.hint) }),
    ...(typeof facts['line'] === 'number' ? { namedLine: facts['line'] } : {}),
  };
}

/** A finding whose message names another line of the file: that of the user's own file, where the finding is of one made from it. */
export function withNamedLine(found: Diagnostic, line: number): Diagnostic {
  const message = found.message.replace(` line ${found.namedLine}`, ` line ${line}`);
  return { ...found, message, namedLine: line };
}

/** Whether any of the findings is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
