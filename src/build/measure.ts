import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { packageFile } from '../formats/package.js';

/** What a process took. Processor time and memory are read from `/proc` and known on Linux only. */
export interface Measure {
  /** From its start to its end. */
  readonly seconds: number;
  /** Processor time of all its threads. */
  readonly processorSeconds?: number;
  /** The most memory it held at once (resident set). */
  readonly peakBytes?: number;
}

/** A command with its parameters. */
export type Command = readonly [program: string, ...parameters: string[]];

/** The command that runs the program itself, as it is built. */
export function chancery(...parameters: readonly string[]): Command {
  return [process.execPath, packageFile('dist/program/cli.js'), ...parameters];
}

/** How often `/proc` is read. The peak that the kernel keeps only grows, so that the last reading misses little. */
const interval = 20;
/** Ticks of processor time a second in `/proc` (`sysconf(_SC_CLK_TCK)` on every Linux there is). */
const ticks = 100;

/** Runs a process to its end and measures it. Rejects where it cannot be started or ends with a status that is not accepted. */
export function measure([program, ...parameters]: Command, accepts: readonly number[] = [0]): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
    let last: Pick<Measure, 'processorSeconds' | 'peakBytes'> = {};
    let complaint = '';
    const timer = setInterval(() => {
      last = { ...last, ...reading(child.pid) };
    }, interval);
    child.stderr.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (status !== null && accepts.includes(status)) resolve({ seconds, ...last });
      else reject(new Error(`it ended with ${String(status)}: ${complaint.trim()}`));
    });
  });
}

function reading(pid: number | undefined): Pick<Measure, 'processorSeconds' | 'peakBytes'> {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // The name in parentheses may hold spaces: the fields are counted from behind it. User and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const processorSeconds = (Number(fields[11]) + Number(fields[12])) / ticks;
    return peak === undefined ? {} : { peakBytes: Number(peak) * 1024, processorSeconds };
  } catch {
    return {};
  }
}

/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return undefined;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
