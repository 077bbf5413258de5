import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeSteps } from '../../src/publish/execute.js';
import { Journal } from '../../src/publish/journal.js';
import { Depositor, type Files } from '../publish/deposits.js';

/**
 * What this program counts on, asked of a repository of the user's choice (`npm run contract`): a sandbox, with a token of one's own. A draft is made,
 * filled, compared and deleted; nothing is published unless CONTRACT_PUBLISH=1 says so, which cannot be undone.
 */
const base = process.env['CONTRACT_URL'] ?? '';
const token = process.env['CONTRACT_TOKEN'] ?? '';
const mayPublish = process.env['CONTRACT_PUBLISH'] === '1';

const files: Files = { 'volume.xml': '<TEI/>', 'volume.pdf': 'not a PDF' };
const more = {
  metadata: {
    title: 'Test of chancery, to be deleted',
    publication_date: '2026',
    resource_type: { id: 'publication-book' },
    publisher: 'Test',
    creators: [{ person_or_org: { type: 'organizational', name: 'Test' } }],
  },
};

describe('the repository at CONTRACT_URL', () => {
  let one: Depositor;
  beforeAll(() => {
    if (base === '' || token === '')
      throw new Error('Set CONTRACT_URL to the address of a sandbox, and CONTRACT_TOKEN to a token of yours for it.');
    one = new Depositor(base, token);
  });
  afterAll(() => one?.remove());

  it('reserves a DOI, takes files and compares them', async () => {
    const { value, diagnostics } = await one.deposit(files, 'draft', more);
    expect(diagnostics).toEqual([]);
    expect(value?.facts['doi']).toMatch(/^10\.\d+\//);
    expect(value?.acted).toEqual(['draft', 'doi', 'file volume.xml', 'file volume.pdf']);
  });

  it('is found to have all when asked again, also where the journal is lost', async () => {
    expect((await one.deposit(files, 'draft', more)).value?.acted).toEqual([]);
    one.forget();
    const again = await one.deposit({ ...files, 'volume.pdf': 'still no PDF' }, 'draft', more);
    expect(again.value?.acted).toEqual(['metadata', 'file volume.pdf']);
  });

  it.runIf(mayPublish)('publishes, and takes a new version', async () => {
    expect((await one.deposit(files, 'published', more)).value?.facts['published']).toBe('yes');
    expect((await one.deposit(files, 'published', more)).value?.acted).toEqual([]);
    const second = { ...files, 'volume.pdf': 'the second' };
    expect((await one.deposit(second, 'published', more)).value?.facts['published']).toBe('yes');
  });

  it.skipIf(mayPublish)('deletes the draft', async () => {
    const journal = Journal.open(one.journal, () => new Date().toISOString());
    const target = one.target(files, more);
    const done = await executeSteps(target, journal, target.withdrawal(journal.state.facts), { progress: () => {} });
    expect(done.value?.facts['record'] ?? done.diagnostics).toBe('');
  });
});
