import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { basic } from '../../src/publish/credentials.js';
import { fileInMemory } from '../../src/publish/deposit-file.js';
import {
  dispositionOf,
  type FedoraDeposit,
  fedoraFile,
  groupPath,
  isOwnKey,
} from '../../src/publish/fedora/deposit.js';
import { planOf } from '../../src/publish/fedora/plan.js';
import { isSaid, readTriples, updateText } from '../../src/publish/fedora/statements.js';
import { Secret } from '../../src/publish/secret.js';
import { runs } from '../runs.js';

async function deposit(files: Readonly<Record<string, string>>): Promise<FedoraDeposit> {
  const made = Object.entries(files).map(([key, content]) =>
    fedoraFile(fileInMemory(key, 'a file', Buffer.from(content))),
  );
  const statements = [{ term: 'title', value: 'A title' }];
  return { id: 'v', group: groupPath('a b', 'v'), urn: 'urn:x', statements, files: await Promise.all(made) };
}

describe('the plan of a version in Fedora', () => {
  test('sends what has changed, deletes what has vanished, leaves what others have put there, in one transaction', async () => {
    const { files: before } = await deposit({ 'v.xml': 'a', 'v.pdf': 'b', 'v.epub': 'c' });
    const there = { ...Object.fromEntries(before.map(({ key, sha512 }) => [key, sha512])), 'letter.txt': '0' };
    const now = await deposit({ 'v.xml': 'a', 'v.pdf': 'changed' });
    const facts = { record: now.group, files: JSON.stringify(there), described: 'yes' };
    const steps = planOf(now, facts).map(({ kind, subject }) => (subject === undefined ? kind : `${kind} ${subject}`));
    expect(steps).toEqual(['transaction', 'file v.pdf', 'remove v.epub', 'compare', 'commit', 'verify']);
    expect(planOf(await deposit({ 'v.xml': 'a', 'v.pdf': 'b', 'v.epub': 'c' }), facts)).toEqual([]);
  });

  test('only files of the edition’s own names are its own', () => {
    const own = ['v.xml', 'v.pdf', 'v.epub', 'v-html.zip', 'v-archive.zip', 'v-tei.zip'];
    expect(own.every((key) => isOwnKey('v', key))).toBe(true);
    expect(['v.txt', 'w.xml', 'v2.xml', 'v', 'xv.xml', 'v-html.zip.bak'].some((key) => isOwnKey('v', key))).toBe(false);
  });

  test('a name that is not plain is escaped in the header', () => {
    expect(dispositionOf('v.xml')).toBe('attachment; filename="v.xml"');
    expect(dispositionOf('é (1)".xml')).toBe("attachment; filename*=UTF-8''%C3%A9%20%281%29%22.xml");
  });
});

describe('what is said of a volume', () => {
  const text = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom('"', '\\', '\n', '\r', '\t', '}', ';', '<', '>'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    })
    .filter((t) => t.isWellFormed());

  test('is read back as it was said, whatever signs it has', () => {
    fc.assert(
      fc.property(text, (value) => {
        const line = updateText([{ term: 'subject', value }], [])
          .split('\n')
          .find((l) => l.startsWith('<> <http://purl.org/dc/terms/subject>'));
        const [triple] = readTriples((line ?? '').replace('<>', '<urn:x>'));
        expect(triple?.value).toBe(value);
      }),
      { numRuns: runs(300) },
    );
  });

  test('gives way where it holds no more, and what others say of it stays', () => {
    const [ours, theirs, old] = [
      { term: 'subject', value: 'ours' },
      { term: 'subject', value: 'theirs' },
      { term: 'subject', value: 'old' },
    ];
    expect(isSaid([ours], [ours, theirs], [])).toBe(true);
    expect(isSaid([ours], [theirs], [])).toBe(false);
    expect(isSaid([ours], [ours, old], [old])).toBe(false);
    expect(
      isSaid(
        [{ term: 'title', value: 'a' }],
        [
          { term: 'title', value: 'a' },
          { term: 'title', value: 'b' },
        ],
        [],
      ),
    ).toBe(false);
    expect(updateText([ours], [old, ours])).toContain(
      'DELETE DATA {\n<> <http://purl.org/dc/terms/subject> "old" .\n}',
    );
  });
});

test('a password stands in a header alone, and is hidden wherever a server repeats it', async () => {
  const credentials = basic('press', new Secret('pass: wörd'));
  const { authorization = '' } = await credentials.headersFor({
    method: 'GET',
    url: new URL('http://localhost'),
    headers: {},
  });
  expect(Buffer.from(authorization.slice(6), 'base64').toString()).toBe('press:pass: wörd');
  const hidden = credentials.hideIn(`pass: wörd ${authorization} ${encodeURIComponent('pass: wörd')}`);
  expect(hidden).toBe('[token] Basic [password] [token]');
});
