import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../formats/file-output.js';
import { readRegularFile } from '../formats/text-file.js';
import type { Facts } from './target.js';

/**
 * What has happened to a step. `begin` stands before the first call that changes something, `learnt` after it with what the server gave,
 * `done` where a look has found all there.
 */
export interface JournalLine {
  readonly time: string;
  readonly step: string;
  readonly event: (typeof EVENTS)[number];
  readonly facts?: Facts;
}

const EVENTS = ['begin', 'learnt', 'done'] as const;

/** The name under which a whole plan is done: nothing is open any more. */
export const ALL = 'all';

/** What a journal says: how far its steps have come. */
export interface JournalState {
  readonly facts: Facts;
  /** Steps that were begun and have not been found done. */
  readonly open: ReadonlySet<string>;
  readonly lines: readonly JournalLine[];
  /** The first line, counted from 1, that is none; but for those that a kill has torn, which are left out. */
  readonly damagedLine?: number;
}

/**
 * The journal of an edition at one target: lines of JSON that are only added, each of them on the disk before the next call is made. It holds
 * ids, DOIs and digests, and no secrets.
 */
export class Journal {
  readonly #file: string | undefined;
  readonly #now: () => string;
  #state: JournalState;

  private constructor(file: string | undefined, state: JournalState, now: () => string) {
    this.#file = file;
    this.#state = state;
    this.#now = now;
  }

  /**
   * The journal in a file, which need not be there yet.
   * @throws the system's error where the file cannot be read
   */
  static open(file: string, now: () => string): Journal {
    return new Journal(file, readJournal(textOf(file)), now);
  }

  /** One that knows the same and writes nothing: for looking only. */
  unwritten(): Journal {
    return new Journal(undefined, this.#state, this.#now);
  }

  get state(): JournalState {
    return this.#state;
  }

  /** @throws the system's error where it cannot be written: then nothing more may be sent */
  write(step: string, event: JournalLine['event'], facts?: Facts): void {
    const entry: JournalLine = {
      time: this.#now(),
      step,
      event,
      ...(facts === undefined ? {} : { facts: { ...facts } }),
    };
    if (this.#file !== undefined) append(this.#file, `${JSON.stringify(entry)}\n`);
    this.#state = added(this.#state, entry);
  }
}

/** Adds a line to a file, and waits until it is on the disk. */
function append(file: string, text: string): void {
  makeFolder(dirname(file));
  const before = textOf(file);
  const descriptor = openSync(file, 'a', 0o666);
  try {
    // What a kill has torn is ended as a line of its own.
    writeSync(descriptor, before === '' || before.endsWith('\n') ? text : `\n${text}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What a journal's text says. A line that is none is left out; one that is not the last is told of. */
export function readJournal(text: string): JournalState {
  const lines: JournalLine[] = [];
  const open = new Set<string>();
  const facts: Record<string, string> = {};
  let damagedLine: number | undefined;
  for (const [i, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const entry = entryOf(written);
    if (entry !== undefined) {
      lines.push(entry);
      note(open, entry);
      Object.assign(facts, entry.facts);
    } else if (!isTorn(written)) damagedLine ??= i + 1;
  }
  return { facts, open, lines, ...(damagedLine === undefined ? {} : { damagedLine }) };
}

/** Whether a line was torn by a kill: its end is missing. */
function isTorn(text: string): boolean {
  return !text.trimEnd().endsWith('}');
}

/** Looked at by hand, since every build reads journals, and the library that checks data takes longer to load than the journals. */
function entryOf(text: string): JournalLine | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read)) return undefined;
  const { time, step, event, facts } = read;
  const known = EVENTS.find((name) => name === event);
  if (typeof time !== 'string' || typeof step !== 'string' || known === undefined) return undefined;
  if (facts === undefined) return { time, step, event: known };
  return isRecord(facts) && Object.values(facts).every((fact) => typeof fact === 'string')
    ? { time, step, event: known, facts: facts as Facts }
    : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function added(state: JournalState, entry: JournalLine): JournalState {
  const open = new Set(state.open);
  note(open, entry);
  return { ...state, facts: { ...state.facts, ...entry.facts }, open, lines: [...state.lines, entry] };
}

/** What a line says of the steps that are open. */
function note(open: Set<string>, { step, event }: JournalLine): void {
  if (event === 'begin') open.add(step);
  if (event === 'done') open.delete(step);
  if (step === ALL) open.clear();
}

function textOf(file: string): string {
  try {
    return readRegularFile(file).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
