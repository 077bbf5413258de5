import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type ClientSurroundings } from '../../src/publish/client.js';
import { basic } from '../../src/publish/credentials.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import { execute, executeSteps } from '../../src/publish/execute.js';
import { Journal } from '../../src/publish/journal.js';
import { Secret } from '../../src/publish/secret.js';
import { entryOf } from '../../src/publish/sword/deposit.js';
import { Sword } from '../../src/publish/sword/target.js';
import type { Extent } from '../../src/publish/target.js';
import { Killed, killedAt, whole } from '../publish/broken-off.js';

/**
 * What this program counts on, asked of a SWORD 2.0 server of the user's choice (`npm run contract`): a sandbox, with an account of one's own. Deposits are begun and
 * deleted; none is ended unless CONTRACT_PUBLISH=1 says so. It was run against swh.deposit 3.0.1 of Software Heritage, which PyPI has.
 */
const {
  CONTRACT_SWORD_URL: address = '',
  CONTRACT_SWORD_COLLECTION: collection = '',
  CONTRACT_SWORD_USER: user = '',
  CONTRACT_SWORD_PASSWORD: password = '',
} = process.env;
const mayPublish = process.env['CONTRACT_PUBLISH'] === '1';

/** A ZIP file of nothing (APPNOTE.TXT 6.3.10, §4.3.16), and one that is another. */
const empty = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');
const commented = Buffer.concat([empty.subarray(0, 20), Buffer.from([4, 0]), Buffer.from('test')]);

describe.skipIf(address === '')('the SWORD server at CONTRACT_SWORD_URL', () => {
  let folder: string;
  let count = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-sword-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** An edition of its own, with a journal. */
  class Edition {
    readonly #urn = `urn:uuid:00000000-0000-5000-8000-${Date.now().toString(16)}${String(++count)}`.slice(0, 45);
    readonly #journal = join(folder, `${count}.jsonl`);

    target(content: Buffer, around: ClientSurroundings): Sword {
      const base = new URL(address);
      const client = new Client(new URL('/', base), basic(user, new Secret(password)), around);
      const volume = {
        title: 'Test of chancery, to be deleted',
        contributions: [],
        identifiers: [],
        languages: ['en'],
        subjects: [],
      } as unknown as Parameters<typeof entryOf>[0];
      return new Sword('here', client, base.pathname, {
        collection,
        urn: this.#urn,
        entry: entryOf(volume, this.#urn),
        packaging: 'SimpleZip',
        file: fileInMemory('test.zip', 'the package', content),
      });
    }

    deposit(content: Buffer, extent: Extent, around: ClientSurroundings = whole) {
      return execute(this.target(content, around), this.journal, extent, { progress: () => {} });
    }

    async withdraw(): Promise<void> {
      const target = this.target(empty, whole);
      const done = await executeSteps(target, this.journal, target.withdrawal(this.journal.state.facts), {
        progress: () => {},
      });
      expect(done.value?.facts['record'] ?? done.diagnostics).toBe('');
    }

    get journal(): Journal {
      mkdirSync(folder, { recursive: true });
      return Journal.open(this.#journal, () => new Date().toISOString());
    }
  }

  it('takes a package, is found to have it, takes another in its place, and deletes it', async () => {
    const one = new Edition();
    const made = await one.deposit(empty, 'draft');
    expect(made.value?.acted, JSON.stringify(made.diagnostics)).toEqual(['create', 'package test.zip']);
    expect((await one.deposit(empty, 'draft')).value?.acted).toEqual([]);
    expect((await one.deposit(commented, 'draft')).value?.acted).toEqual(['package test.zip']);
    await one.withdraw();
  });

  it.each(['before', 'after'] as const)(
    'has one deposit after a kill %s any call, or it is said that nobody can know',
    async (when) => {
      let killed = 0;
      for (let n = 1; ; n++) {
        const one = new Edition();
        const isKilled = await one.deposit(empty, mayPublish ? 'published' : 'draft', killedAt(n, when)).then(
          () => false,
          (error: unknown) => {
            if (error instanceof Killed) return true;
            throw error;
          },
        );
        if (!isKilled) break;
        killed++;
        const done = await one.deposit(empty, mayPublish ? 'published' : 'draft');
        const codes = done.diagnostics.map(({ code }) => code).filter((code) => code !== 'PU084');
        if (codes.length > 0) expect([codes, one.journal.state.facts['record']]).toEqual([['PU082'], undefined]);
        else if (!mayPublish) await one.withdraw();
        else expect(done.value?.facts['completed']).toBe('yes');
      }
      expect(killed).toBeGreaterThan(2);
    },
  );
});
