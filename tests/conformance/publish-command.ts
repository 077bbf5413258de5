import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PublishReport } from '../../src/pipeline/publish.js';
import { root } from './tools.js';

/** How `chancery publish` ended: no status where it was killed. */
export interface Published {
  readonly status: number | null;
  readonly output: string;
  readonly report: PublishReport & { readonly diagnostics: readonly { readonly code: string }[] };
}

/**
 * Runs the compiled program, as a user would, with `--json`.
 * @param env what is added to the variables of the surroundings
 */
export function publishCommand(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  onStart: (child: ChildProcess) => void = () => {},
): Promise<Published> {
  const program = [join(root, 'dist/program/cli.js'), 'publish', ...words, '--json'];
  const child = spawn(process.execPath, program, { env: { ...process.env, ...env } });
  onStart(child);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const text = Buffer.concat(out).toString();
      // What is killed while it writes has written a part of its answer.
      const report = text === '' || status === null ? {} : JSON.parse(text);
      resolve({ status, output: text + Buffer.concat(err), report } as Published);
    }),
  );
}
