import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.js';

/** The scripts that start a real server on this machine; not every machine has them. */
function script(name: string): string {
  return join(root, '../shared/servers', name, 'up');
}

/** Whether a server can be started; what is absent is said aloud. */
export function hasServer(name: string): boolean {
  if (existsSync(script(name))) return true;
  console.warn(`SKIPPED: ${script(name)} is not there: nothing is published at a real ${name}.`);
  return false;
}

/** Starts a server, or finds it running. @returns what its script says of it */
export function startServer<T>(name: string): T {
  return JSON.parse(execFileSync(script(name), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as T;
}

/** How often something is read that a server answers 5xx to, and how long is waited between, in milliseconds. */
const READINGS = 12;
const PAUSE = 500;

/** Reads from a server as any client of HTTP does: one that is busy elsewhere answers 500 or 503 now and then, and is asked again (RFC 9110, §15.6). */
export async function patiently(address: string, request: RequestInit): Promise<Response> {
  for (let read = 1; ; read++) {
    const answer = await fetch(address, request);
    if (answer.status < 500 || read === READINGS) return answer;
    await answer.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
