import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { archiveEdition } from '../../src/archive/archive.js';
import { archiveId } from '../../src/archive/archive-id.js';
import { type Edition, type EditionPart, editionFiles } from '../../src/archive/edition.js';
import { newestInventory, readVersion } from '../../src/archive/read-object.js';
import type { FileSet, Files } from '../../src/model/file-set.js';
import { MemoryStore } from './memory-store.js';

const edition: Edition = {
  volume: 'sampler',
  title: 'Espionage, Defection, and Human Rights',
  parts: new Map<EditionPart, FileSet>([
    ['tei', new Map([['sampler.xml', '<TEI/>']])],
    [
      'sources',
      new Map([
        ['001.txt', 'Telegram'],
        ['volume.yaml', 'id: sampler'],
      ]),
    ],
    ['pdf', new Map([['sampler.pdf', Buffer.from('%PDF')]])],
  ]),
};
const metadata = { created: '2026-01-31T12:00:00Z', message: 'Built.', user: { name: 'Chancery' } };

test('an edition is its parts, a manifest and checksums that sha256sum understands', () => {
  const files = editionFiles(edition);
  expect([...files.keys()].sort()).toEqual([
    'README.md',
    'checksums.sha256',
    'manifest.json',
    'pdf/sampler.pdf',
    'rights.txt',
    'sources/001.txt',
    'sources/volume.yaml',
    'tei/sampler.xml',
  ]);
  const sum = createHash('sha256').update('<TEI/>').digest('hex');
  expect(files.get('checksums.sha256')).toContain(`${sum}  tei/sampler.xml\n`);
  expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
    volume: 'sampler',
    files: [
      { path: 'README.md', mediaType: 'text/markdown' },
      { path: 'pdf/sampler.pdf', part: 'pdf', mediaType: 'application/pdf', bytes: 4 },
      { path: 'rights.txt', mediaType: 'text/plain' },
      { path: 'sources/001.txt', part: 'sources', mediaType: 'text/plain', bytes: 8 },
      { path: 'sources/volume.yaml', mediaType: 'application/yaml' },
      { path: 'tei/sampler.xml', mediaType: 'application/tei+xml', sha256: sum },
    ],
  });
});

test('an edition says to people what it is, what each of its folders is and who may do what with it', () => {
  const rights = { text: 'In the public domain.', target: 'https://creativecommons.org/publicdomain/mark/1.0/' };
  const files = editionFiles({ ...edition, rights });
  expect(files.get('rights.txt')).toBe(`${rights.text}\n${rights.target}\n`);
  const text = String(files.get('README.md'));
  expect(text).toMatch(/^# Espionage, Defection, and Human Rights\n/);
  for (const part of ['sources/` (2 files)', 'tei/` (1 file)', 'pdf/` (1 file)']) expect(text).toContain(`- \`${part}`);
  for (const absent of ['epub/', 'html/', 'metadata/']) expect(text).not.toContain(`- \`${absent}`);
  expect(editionFiles(edition).get('rights.txt')).toContain('says nothing about rights');
});

test('a version without a message counts what has changed', () => {
  const location = { store: new MemoryStore(), root: 'archive', staging: 'archive.staging' };
  const { message: _, ...silent } = metadata;
  const id = archiveId('sampler');
  const states: ReadonlyMap<EditionPart, Files>[] = [
    edition.parts,
    new Map<EditionPart, Files>(edition.parts)
      .set('tei', new Map([['sampler.xml', '<TEI n="2"/>']]))
      .set('html', new Map([['a', 'a']])),
    new Map<EditionPart, FileSet>([
      ['tei', new Map([['sampler.xml', '<TEI n="2"/>']])],
      ['pdf', new Map([['b', 'a']])],
    ]),
  ];
  for (const parts of states) archiveEdition(location, { ...edition, parts }, silent, id);
  expect(Object.values(newestInventory(location, id)?.versions ?? {}).map((version) => version.message)).toEqual([
    'First version: 8 files (pdf: 1; sources: 2; tei: 1).',
    'Changed against the version before: html: 1 added; tei: 1 changed.',
    'Changed against the version before: pdf: 1 removed, 1 renamed; sources: 2 removed.',
  ]);
});

test('building twice adds no version; a change adds one', () => {
  const location = { store: new MemoryStore(), root: 'archive', staging: 'archive.staging' };
  expect(archiveEdition(location, edition, metadata, archiveId('sampler')).value).toMatchObject({
    version: 'v1',
    added: true,
  });
  expect(archiveEdition(location, edition, metadata, archiveId('sampler')).value).toMatchObject({
    version: 'v1',
    added: false,
  });
  const parts = new Map<EditionPart, Files>(edition.parts).set('tei', new Map([['sampler.xml', '<TEI n="2"/>']]));
  const { value } = archiveEdition(location, { ...edition, parts }, metadata, archiveId('sampler'));
  // The TEI, the manifest and the checksums changed; the other files are not stored again.
  expect(value).toMatchObject({ version: 'v2', added: true, storedFiles: 3 });
  const first = readVersion(location, archiveId('sampler'), 'v1');
  expect(Buffer.from(first?.get('tei/sampler.xml') ?? []).toString()).toBe('<TEI/>');
});

test('the id of a volume is a URN that never changes', () => {
  expect(archiveId('sampler')).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(archiveId('sampler')).toBe(archiveId('sampler'));
  expect(archiveId('sampler')).not.toBe(archiveId('sampler2'));
});
