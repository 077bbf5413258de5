import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/diagnostics/diagnostic.js';
import type { VolumeRecord } from '../../src/metadata/bibliography.js';
import { dataverse } from '../../src/metadata/dataverse.js';
import { Client } from '../../src/publish/client.js';
import { ownHeader } from '../../src/publish/credentials.js';
import type { DataverseDeposit } from '../../src/publish/dataverse/deposit.js';
import { Dataverse } from '../../src/publish/dataverse/target.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import { type Executed, execute, executeSteps } from '../../src/publish/execute.js';
import { Journal } from '../../src/publish/journal.js';
import { Secret } from '../../src/publish/secret.js';
import type { Extent, Facts } from '../../src/publish/target.js';
import { type DataverseTwin, users } from './dataverse-twin.js';
import type { Files } from './deposits.js';

const volume = (urn: string): VolumeRecord => ({
  id: 'gorin',
  identifier: { type: 'urn', value: urn },
  identifiers: [],
  urn,
  title: 'The Gorin Case: Documents',
  parts: { series: 'Cases' },
  contributions: [
    {
      agent: {
        kind: 'person',
        name: 'Jane Roe',
        family: 'Roe',
        given: 'Jane',
        ids: ['https://orcid.org/0000-0002-1825-0097'],
      },
      role: 'editor',
    },
  ],
  publisher: { kind: 'organisation', name: 'Chancery', ids: [] },
  issued: '1941-03',
  languages: ['en'],
  licence: { target: 'https://creativecommons.org/licenses/by/4.0/', text: 'CC BY 4.0', spdx: 'CC-BY-4.0' },
  subjects: [{ term: 'Espionage' }],
  places: ['Los Angeles'],
  persons: [],
  relations: [],
  repositories: [],
  funding: [],
});

/** What happens to a call: the line breaks before or after the server has done it, the program is killed then, or the call arrives twice. */
export type Strike = 'twice' | 'lost before' | 'lost after' | 'killed before' | 'killed after';
/** The program is gone. */
export class Killed extends Error {}

/** An edition that is deposited again and again: its URN, and a folder with its journal. */
export class DataverseDepositor {
  readonly urn = 'urn:uuid:6f1c2f7e-0000-5000-8000-000000000001';
  readonly folder = mkdtempSync(join(tmpdir(), 'chancery-dataverse-'));
  readonly journal = join(this.folder, 'here.jsonl');
  /** The calls that change something, in their order. */
  readonly acts: string[] = [];
  /** All headers that were sent, by the origin they went to. */
  readonly sent: { readonly origin: string; readonly token: string | null; readonly url: string }[] = [];
  token: string = users.curator.token;
  strike: (act: string, count: number) => Strike | undefined = () => undefined;
  readonly #twin: DataverseTwin;

  constructor(twin: DataverseTwin) {
    this.#twin = twin;
  }

  deposit(files: Files, extent: Extent, more: Partial<DataverseDeposit> = {}): Promise<Result<Executed>> {
    return execute(this.target(files, more), this.open(), extent, { progress: () => {} });
  }

  withdraw(files: Files): Promise<Result<Executed>> {
    const target = this.target(files);
    return executeSteps(target, this.open(), target.withdrawal(this.facts), { progress: () => {} });
  }

  get facts(): Facts {
    return this.open().state.facts;
  }

  get written(): string {
    return readFileSync(this.journal, 'utf8');
  }

  open(): Journal {
    return Journal.open(this.journal, () => '2026-01-01T00:00:00Z');
  }

  target(files: Files, more: Partial<DataverseDeposit> = {}): Dataverse {
    const client = new Client(new URL(this.#twin.origin), ownHeader('X-Dataverse-key', new Secret(this.token)), {
      fetch: (address, request) => this.#fetch(address, request),
      sleep: (time) => new Promise((resolve) => setTimeout(resolve, Math.min(time, 5))),
      patience: 20_000,
      attempts: 2,
    });
    return new Dataverse('here', client, {
      collection: 'editions',
      id: 'gorin',
      urn: this.urn,
      metadata: this.metadata(),
      files: Object.entries(files).map(([key, content]) => fileInMemory(key, 'a file', Buffer.from(content))),
      isReplacing: false,
      placeOf: () => undefined,
      ...more,
    });
  }

  metadata(changes: Partial<VolumeRecord> = {}): DataverseDeposit['metadata'] {
    const described = { volume: { ...volume(this.urn), ...changes }, documents: [] };
    return dataverse(described, { contact: 'editors@example.org', subject: 'Arts and Humanities' });
  }

  /** The journal is lost, as where another machine goes on. */
  forget(): void {
    rmSync(this.journal, { force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #fetch(address: string, request: RequestInit): Promise<Response> {
    const { origin, pathname } = new URL(address);
    const method = request.method ?? 'GET';
    this.sent.push({ origin, token: new Headers(request.headers).get('x-dataverse-key'), url: address });
    const extra = method === 'GET' ? this.#listed(pathname) : undefined;
    if (extra !== undefined) return Response.json({ status: 'OK', data: extra });
    if (method === 'GET') return fetch(address, request);
    const act = `${method} ${pathname}`;
    this.acts.push(act);
    const strike = this.strike(act, this.acts.length);
    if (strike === 'killed before') throw new Killed();
    if (strike === 'lost before') throw brokenOff();
    if (strike === 'twice') await fetch(address, request);
    const answer = await fetch(address, request);
    if (strike === 'killed after') throw new Killed();
    if (strike === 'lost after') throw brokenOff();
    return answer;
  }

  /** What the twin has no lists of: those of licences, of the metadata blocks and of what is in a collection, as the Native API guide has them. */
  #listed(path: string): unknown {
    if (path === '/api/licenses')
      return [{ name: 'CC BY 4.0', uri: 'http://creativecommons.org/licenses/by/4.0', active: true }];
    if (path === '/api/dataverses/editions/metadatablocks') return [{ name: 'citation' }];
    if (path !== '/api/dataverses/editions/contents') return undefined;
    return [...this.#twin.installation.datasets.values()].map(({ id, persistentId }) => {
      const [, protocol, authority, identifier] = /^(\w+):([^/]+)\/(.+)$/.exec(persistentId) ?? [];
      return { id, type: 'dataset', protocol, authority, identifier };
    });
  }
}

function brokenOff(): TypeError {
  return new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
}
