import { spawnSync } from 'node:child_process';
import type { Confinement } from '../../formats/confinement.js';
import { packageFile } from '../../formats/package.js';
import type { XsltParameters } from '../../formats/saxon.js';

/** A stylesheet from elsewhere, and what it is run on; as data that can be sent to a process. */
export interface SandboxTask {
  readonly stylesheet: string;
  /** Its URI. */
  readonly base: string;
  readonly parameters: XsltParameters;
  readonly instance: string;
  readonly instanceBase: string;
  /** What it may read: folders, and in them only the files whose URI fits the expression, where there is one. */
  readonly allowed: readonly { readonly confinement: Confinement; readonly names?: string }[];
}

/** The report; or what the processor says against the stylesheet, with its code; or why the run was stopped. */
export interface SandboxResult {
  readonly svrl?: string;
  readonly message?: string;
  readonly code?: string;
  readonly limit?: string;
  /** URIs of files that were to be read and may not be. */
  readonly refused?: readonly string[];
}

/** What a run may take. */
export interface SandboxLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Enough for a volume of 10 MB on a slow computer, and an answer within the minute where the document is small. */
export function limitsFor(instance: { readonly length: number }): SandboxLimits {
  const size = instance.length / 1_000_000;
  return { seconds: Math.round(30 + 20 * size), megabytes: Math.round(768 + 100 * size) };
}

/** Runs a stylesheet from elsewhere in a process that can do nothing but that, and waits for it. */
export function runInSandbox(task: SandboxTask, limits: SandboxLimits = limitsFor(task.instance)): SandboxResult {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
  const { stdout, error, signal, status } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      permission,
      '--allow-fs-read=*',
      '--disallow-code-generation-from-strings',
      `--max-old-space-size=${limits.megabytes}`,
      packageFile('dist/program/validate/schematron/sandbox-process.js'),
    ],
    {
      input: JSON.stringify(task),
      env: {},
      timeout: limits.seconds * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 512_000_000,
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ETIMEDOUT') return { limit: `it had not come to an end after ${limits.seconds} seconds` };
  if (code === 'ENOBUFS') return { limit: 'its report is longer than half a gigabyte' };
  if (code !== undefined && code !== 'EPIPE') throw error;
  if (signal !== null || status === 134)
    return { limit: `it wanted more than ${limits.megabytes} megabytes of memory` };
  if (status !== 0) throw new Error(`The process for the Schematron schema ended with code ${status}.`);
  return JSON.parse(stdout.toString('utf8')) as SandboxResult;
}
