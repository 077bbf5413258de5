import type { Terminal } from './terminal.js';

/** 0: clean, or warnings only; 1: findings of severity `error`; 2: the command was not understood, or could not be done. */
export type ExitCode = 0 | 1 | 2;

/** An option of a verb, as `--help` shows it. */
export interface OptionSpec {
  /** What the value is called in the help (`DIR`); without it the option is a switch. */
  readonly value?: string;
  readonly short?: string;
  /** The option may be given several times, or once with commas. */
  readonly list?: boolean;
  /** The closed list of values. */
  readonly choices?: readonly string[];
  readonly description: string;
}

/** What stands after the verb on the command line. */
export interface ArgumentSpec {
  /** `INPUT`; the field's own word. */
  readonly name: string;
  readonly description: string;
  /** How many may stand there; `one` and `many` ask for at least one, a number for exactly as many, each of which `name` names. */
  readonly count: 'one' | 'many' | 'optional' | number;
}

/** A verb of the command line: all that its help says, and what it does. */
export interface Verb {
  readonly name: string;
  /** What it does, in a paragraph for somebody who has never seen it. */
  readonly description: string;
  readonly argument?: ArgumentSpec;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** It holds a whole volume in memory: a very long one is given a process of its own. */
  readonly isOfVolumes?: true;
  /** Command lines with what they do; the first one is shown where an argument is missing. */
  readonly examples: readonly (readonly [command: string, what: string])[];
  run(call: Call): Promise<ExitCode>;
}

/** A verb that is a family of verbs: `chancery archive log`. */
export interface VerbGroup {
  readonly name: string;
  /** What they are about, in a paragraph for somebody who has never seen them. */
  readonly description: string;
  readonly verbs: readonly GroupEntry[];
}

/** A row of the table of a family; the verb's own name has that of the family before it. */
export interface GroupEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<{ readonly verb: Verb }>;
}

/** A verb as it was called. */
export interface Call {
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  readonly terminal: Terminal;
}

/** The options as given; `name` is the long name without dashes. */
export interface OptionValues {
  /** Whether an option was given: a switch, or any other. */
  flag(name: string): boolean;
  value(name: string): string | undefined;
  /** The values of a list option, split at commas; empty where it was not given. */
  list(name: string): readonly string[];
}
