import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../src/diagnostics/diagnostic.js';
import { Client, type ClientSurroundings } from '../../src/publish/client.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import { type Executed, execute } from '../../src/publish/execute.js';
import type { InvenioDeposit } from '../../src/publish/inveniordm/deposit.js';
import { InvenioRdm } from '../../src/publish/inveniordm/target.js';
import { Journal } from '../../src/publish/journal.js';
import { Secret } from '../../src/publish/secret.js';
import type { Extent } from '../../src/publish/target.js';

/** Files by their names. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The least that a record needs. */
export const metadata = {
  title: 'The Gorin Case: Documents',
  publication_date: '1941-03',
  resource_type: { id: 'publication-book' },
  publisher: 'Chancery',
  creators: [{ person_or_org: { type: 'organizational', name: 'The editors of Chancery' } }],
  languages: [{ id: 'eng' }],
  rights: [{ id: 'cc0-1.0' }],
};

/** An edition that is deposited again and again: its URN, and a folder with its journal. */
export class Depositor {
  readonly urn = `urn:uuid:${randomUUID()}`;
  readonly folder = mkdtempSync(join(tmpdir(), 'chancery-publish-'));
  readonly journal = join(this.folder, 'here.jsonl');
  /** Sends a request; a test puts another in its place. */
  fetch: ClientSurroundings['fetch'] = (address, request) => fetch(address, request);
  readonly #base: string;
  readonly #token: string;

  constructor(base: string, token: string) {
    this.#base = base;
    this.#token = token;
  }

  /** Brings files to the target, as the command does. Pauses are cut short, as far as the server's index allows. */
  deposit(files: Files, extent: Extent, more: Partial<InvenioDeposit> = {}): Promise<Result<Executed>> {
    const journal = Journal.open(this.journal, () => new Date().toISOString());
    return execute(this.target(files, more), journal, extent, { progress: () => {} });
  }

  target(files: Files, more: Partial<InvenioDeposit> = {}): InvenioRdm {
    const client = new Client(new URL(this.#base), new Secret(this.#token), {
      fetch: (address, request) => this.fetch(address, request),
      sleep: (time) => new Promise((resolve) => setTimeout(resolve, Math.min(time, 700))),
      patience: 20_000,
    });
    return new InvenioRdm('here', client, {
      urn: this.urn,
      metadata,
      files: Object.entries(files).map(([key, content]) => fileInMemory(key, 'a file', Buffer.from(content))),
      placeOf: () => undefined,
      ...more,
    });
  }

  /** The journal is lost, as where another machine goes on. */
  forget(): void {
    rmSync(this.journal, { force: true });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
