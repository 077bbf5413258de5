import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { size } from '../diagnostics/words.js';
import type { Terminal } from './terminal.js';
import type { ExitCode } from './verb.js';

/** From so many bytes on a volume may need more memory than Node.js gives a program by itself; volumes of the series have 2 to 10 MB. */
const LONG = 30_000_000;
/** What of the machine's memory the process may have. */
const SHARE = 0.75;
/** How V8 begins to say that there is no memory left; what follows is of no use to an editor. */
const OUT_OF_MEMORY = /<--- Last few GCs --->|FATAL ERROR: .{0,80}(?:heap|memory)/;
/** What names the memory that a process may have. */
const LIMIT = '--max-old-space-size';

/** Whether an input is so long that it is to be worked on in a process with all the memory that there is; not where the user has said how much. */
export function isLong(input: string | undefined, env: Readonly<Record<string, string | undefined>>): boolean {
  if (input === undefined || process.execArgv.some((word) => word.startsWith(LIMIT))) return false;
  if (env['NODE_OPTIONS']?.includes(LIMIT) === true) return false;
  return (statSync(input, { throwIfNoEntry: false })?.size ?? 0) > LONG;
}

/** The memory that a process of its own may have, in megabytes. */
export function mostMemory(): number {
  return Math.floor((totalmem() * SHARE) / 1_048_576);
}

/**
 * Runs a command line in a process with so much memory, and gives its exit code. A volume that does not fit even there ends with a finding
 * (`IN081`) instead of the words of the engine.
 * @param program the file of the program and the words of the call
 * @param input the volume, which the finding names
 * @param memory in megabytes
 */
export async function inOwnProcess(
  program: readonly string[],
  input: string,
  terminal: Terminal,
  memory: number,
): Promise<ExitCode> {
  const child = spawn(process.execPath, [`${LIMIT}=${memory}`, ...program], { stdio: ['inherit', 'inherit', 'pipe'] });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  let isOut = false;
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    const end = words.search(OUT_OF_MEMORY);
    if (!isOut) process.stderr.write(end < 0 ? words : words.slice(0, end));
    isOut ||= end >= 0;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  for (const signal of signals) process.off(signal, forward);
  if (!isOut) return (code ?? 2) as ExitCode;
  const finding = diagnostic(
    'IN081',
    { size: size(statSync(input).size), memory: size(memory * 1_048_576) },
    { file: input },
  );
  terminal.report([finding]);
  terminal.sayJson({ diagnostics: [finding] });
  return 2;
}
