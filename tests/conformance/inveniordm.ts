import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './tools.js';

/** The scripts that start and stop a real InvenioRDM on this machine; not every machine has them. */
const scripts = join(root, '../shared/servers/inveniordm');
export const hasServer = existsSync(join(scripts, 'up'));
if (!hasServer) console.warn(`SKIPPED: ${scripts} is not there: nothing is published at a real InvenioRDM.`);

/** A server that runs. */
export interface RunningServer {
  readonly baseUrl: string;
  readonly token: string;
  readonly otherToken: string;
  readonly adminToken: string;
}

/** Starts it, or finds it running; what is not installed is installed first, which takes minutes. */
export function startServer(): RunningServer {
  return JSON.parse(execFileSync(join(scripts, 'up'), { encoding: 'utf8', maxBuffer: 1 << 24 })) as RunningServer;
}

/** Kills what answers requests, and nothing behind it, as a crash would, and starts it again. @returns when it answers */
export async function crashServer(): Promise<void> {
  const home = process.env['SERVERS_HOME'] ?? join(homedir(), '.cache/chancery-servers/inveniordm');
  const [pid] = readFileSync(join(home, 'run/web.pid'), 'utf8').split(' ');
  process.kill(-Number(pid), 'SIGKILL');
  await promisify(execFile)(join(scripts, 'up'));
}

export function stopServer(): void {
  execFileSync(join(scripts, 'down'));
}

/** Whether something answers where the server would. */
export async function isRunning(): Promise<boolean> {
  const port = process.env['INVENIORDM_PORT'] ?? '15780';
  return fetch(`http://127.0.0.1:${port}/api/records?size=1`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** What a record is there for: how it stands, and its files byte for byte. */
export interface Stored {
  readonly id: string;
  readonly index: number;
  readonly isPublished: boolean;
  readonly hasDraft: boolean;
  readonly date: unknown;
  readonly title: unknown;
  /** The id of its licence. */
  readonly licence: unknown;
  readonly doi: string | undefined;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The server as its own users and administrators see it, past the program that is tested. */
export class Observer {
  readonly #server: RunningServer;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  async call(method: string, path: string, body?: unknown, token = this.#server.token): Promise<Response> {
    return fetch(`${this.#server.baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the server answers
  async json(method: string, path: string, body?: unknown, token?: string): Promise<any> {
    return (await this.call(method, path, body, token)).json();
  }

  /** All records and drafts that bear a URN, by version, once the index has had its time. */
  async stored(urn: string): Promise<readonly Stored[]> {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const q = encodeURIComponent(`metadata.identifiers.identifier:"${urn}"`);
    const { hits } = await this.json('GET', `/api/user/records?allversions=true&size=50&q=${q}`);
    const found: Stored[] = [];
    for (const { id, versions, metadata, pids } of hits.hits) {
      const isPublished = (await this.call('GET', `/api/records/${id}`)).status === 200;
      const hasDraft = (await this.call('GET', `/api/records/${id}/draft`)).status === 200;
      if (!isPublished && !hasDraft) continue;
      const base = `/api/records/${id}${isPublished ? '' : '/draft'}/files`;
      const files = new Map<string, Buffer>();
      for (const { key } of (await this.json('GET', base)).entries) {
        const content = await this.call('GET', `${base}/${encodeURIComponent(key)}/content`);
        files.set(key, Buffer.from(await content.arrayBuffer()));
      }
      const { publication_date: date, title, rights } = metadata;
      const [doi, licence] = [pids.doi?.identifier, rights?.[0]?.id];
      found.push({ id, index: versions.index, isPublished, hasDraft, date, title, licence, doi, files });
    }
    return found.sort((a, b) => a.index - b.index);
  }
}
