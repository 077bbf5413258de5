import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { isFailure } from '../failures.js';
import type { Terminal } from '../terminal.js';
import type { ExitCode } from '../verb.js';

/** How often a finding of one kind is shown. */
const SHOWN_OF_EACH_KIND = 20;

/** Ends a verb: its findings to the standard error, its result as JSON or as text to the standard output, and the exit code. */
export function outcome(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  result: object | undefined,
  words: () => string,
): ExitCode {
  terminal.report(diagnostics, new Map(), SHOWN_OF_EACH_KIND);
  terminal.sayJson({ ...result, diagnostics });
  if (result !== undefined) terminal.say(words());
  if (diagnostics.some(isFailure)) return 2;
  return result === undefined || hasErrors(diagnostics) ? 1 : 0;
}
