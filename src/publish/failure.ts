import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A step cannot be done, and trying again would not help: what stands against it, for the user. */
export class Refused extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(...diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join(' '));
    this.diagnostics = diagnostics;
  }
}

/** A call was broken off, or answered by a fault: whether the server has done what was asked is not known, and must be looked at. */
export class Uncertain extends Error {
  /** How long the server asks to be left alone, in milliseconds. */
  readonly wait: number | undefined;

  constructor(reason: string, wait?: number) {
    super(reason);
    this.wait = wait;
  }
}

/** What an earlier step has made is gone, or not as it was left: all must be looked at once more. Its message is the step that found it. */
export class Again extends Error {}
