import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, told from one that comes to have its number later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the words of the system; absent where the system does not say. */
  readonly start?: string;
  /** The machine that it runs on: a folder can be shared by several. */
  readonly host: string;
}

/** The processes of the machine, as far as what builds leave beside their outputs is concerned. */
export interface Processes {
  readonly own: ProcessIdentity;
  /** Whether it may still run: of another machine's, nobody here can tell. */
  mayRun(process: ProcessIdentity): boolean;
}

const host = hostname();

export const system: Processes = {
  own: { pid: process.pid, ...startOf(process.pid), host },
  mayRun({ pid, start, host: ofHost }) {
    if (ofHost !== host) return true;
    if (!exists(pid)) return false;
    const now = startOf(pid).start;
    return start === undefined || now === undefined || start === now;
  },
};

/** What asks a program to end, and lets it put its things in order first. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does a short work to its end though somebody asks the program to end meanwhile; then it ends. */
export function uninterrupted<T>(work: () => T): T {
  const caught: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): void => void caught.push(signal);
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return work();
  } finally {
    // A signal is delivered when the program next waits.
    setImmediate(() => {
      for (const signal of SIGNALS) process.off(signal, note);
      if (caught[0] !== undefined) process.kill(process.pid, caught[0]);
    });
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The start of a process in ticks since the machine started, with the id of that start (proc(5): the 22nd field of `stat`). */
function startOf(pid: number): { readonly start?: string } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return fields[19] === undefined ? {} : { start: `${fields[19]} ${boot}` };
  } catch {
    return {};
  }
}
