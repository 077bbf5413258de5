import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { refusal } from '../formats/file-output.js';
import { unreadable } from '../formats/text-file.js';

/** Findings that mean that the command could not be done, not that the texts have errors: the exit code is 2. */
const FAILURES: ReadonlySet<string> = new Set(
  `
    AR001 AR002 AR004 AR006 AR007 AR008 AR009 AR010 AR011 AR016 AR017 AR018 AR020 AR023
    BG018 BG023
    CM030
    EN009
    IN001 IN005 IN006 IN007 IN031 IN032 IN033 IN034 IN035 IN071 IN072 IN073 IN074 IN077 IN080
    PR011 PR012
    PU001 PU002 PU003 PU004 PU005 PU006 PU008 PU009 PU010 PU011 PU012 PU013 PU014 PU015 PU017 PU018 PU030 PU031 PU032 PU035 PU037 PU038 PU050 PU053 PU054 PU055 PU056 PU057 PU058 PU059 PU060 PU079 PU080 PU081 PU082 PU083 PU086
    SE001 SE009 SE015
    VO008 VO013 VO016 VO035
`
    .trim()
    .split(/\s+/),
);

/** Whether a command has failed, as far as its findings say so. */
export function isFailure({ code }: Diagnostic): boolean {
  return FAILURES.has(code);
}

/** Calls of the system that only look at what is there. */
const LOOKS: ReadonlySet<string> = new Set([
  'open',
  'read',
  'stat',
  'lstat',
  'scandir',
  'readlink',
  'realpath',
  'access',
]);

/**
 * The finding for what the system refused at a place that a command did not look at before: a link that leads in a circle, a disk that fails.
 * @returns undefined where the error is none of the system's, and so one of the program
 */
export function refusedBySystem(error: unknown): Diagnostic | undefined {
  const { syscall } = error as NodeJS.ErrnoException;
  const refused = refusal(error);
  if (refused?.path === undefined || syscall === undefined) return undefined;
  const { path, reason } = refused;
  return LOOKS.has(syscall) ? unreadable(path, error as NodeJS.ErrnoException) : diagnostic('IN007', { path, reason });
}
