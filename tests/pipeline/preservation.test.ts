import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveId } from '../../src/archive/archive-id.js';
import { readArchived } from '../../src/archive/read-object.js';
import { editionName } from '../../src/model/identifier.js';
import { archiveBuild } from '../../src/pipeline/archive.js';
import { completed, readBuiltEdition } from '../../src/pipeline/built-edition.js';
import { archivingEvent, publishingEvents } from '../../src/pipeline/preservation-events.js';
import { locationOf } from '../../src/pipeline/storage-root.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const tei = (title: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mini"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date></publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" xml:id="d1"><head>1. Letter</head><p>Text.</p></div></body></text></TEI>`;

/** Stores the edition, as the command does, at a time. */
async function stored(created: string) {
  const read = readBuiltEdition(join(root, 'out'), join(root, 'raw')).value;
  if (read === undefined) throw new Error('The edition cannot be read.');
  const { value, diagnostics } = await completed(read, created);
  expect(diagnostics).toEqual([]);
  const known = value?.preservation;
  if (value === undefined || known === undefined) throw new Error('The edition cannot be described.');
  return archiveBuild(join(root, 'archive'), {
    ...value,
    created,
    user: 'x',
    preservation: {
      bibliography: known.bibliography,
      eventsAfter: (before) => [...known.events, archivingEvent(created, before)],
    },
  });
}

/** A file of the newest version. */
function archived(path: string): string {
  const archive = join(root, 'archive');
  const id = archiveId(editionName({ volume: 'mini', publisher: 'Chancery' }));
  const [found] = readArchived(locationOf(archive, archive), id, (own) => own === path);
  return Buffer.from(found ?? '').toString();
}

describe('what an archive has to know of its files', () => {
  it('names every file by its path and digest, and is made anew only with another file', async () => {
    put('out/tei/mini.xml', tei('A Volume'));
    put('out/html/index.html', '<p>Page</p>');
    put('out/html/scan.jpeg', 'picture');
    put('raw/Aux.txt', 'raw');
    put('raw/letter: one.txt', 'raw too');
    const first = await stored('2026-01-01T00:00:00Z');
    expect(first.value?.added, JSON.stringify(first.diagnostics)).toBe(true);

    const { files } = JSON.parse(archived('manifest.json')) as {
      files: readonly { path: string; mediaType: string; sha256: string; bytes: number }[];
    };
    const premis = archived('metadata/premis.xml');
    const mets = archived('metadata/mets.xml');
    const own = ['metadata/premis.xml', 'metadata/mets.xml'];
    for (const { path, mediaType, sha256 } of files) {
      const isIn = !own.includes(path);
      expect(premis.includes(`<originalName>${path}</originalName>`), path).toBe(isIn);
      expect(premis.includes(sha256), path).toBe(isIn);
      const sha512 = createHash('sha512').update(archived(path)).digest('hex');
      expect(mets.includes(sha512), path).toBe(path !== 'metadata/mets.xml');
      if (isIn) expect(premis).toContain(`<formatName>${mediaType}</formatName>`);
    }
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'rights.txt', 'reports/validation.txt', 'html/scan.jpeg', ...own]),
    );
    expect(files.find(({ path }) => path === 'html/scan.jpeg')?.mediaType).toBe('image/jpeg');
    expect(events(premis)).toEqual([
      ['validation', '2026-01-01T00:00:00Z'],
      ['transfer', '2026-01-01T00:00:00Z'],
    ]);
    expect(premis).toMatch(/<eventOutcome>\d+ errors, \d+ warnings<\/eventOutcome>/);

    // The same once more, a year later, is no version.
    expect((await stored('2027-01-01T00:00:00Z')).value).toMatchObject({ added: false, version: 'v1' });
    put('out/html/index.html', '<p>Another page</p>');
    expect((await stored('2027-02-01T00:00:00Z')).value).toMatchObject({ added: true, version: 'v2' });
    const later = archived('metadata/premis.xml');
    expect(events(later).map(([, time]) => time)).toEqual(['2027-02-01T00:00:00Z', '2027-02-01T00:00:00Z']);
    expect(later).toContain('after its version v1');
  });

  it('tells from the journals where the edition was published', () => {
    const line = (time: string, step: string, event: string, facts?: object) =>
      `${JSON.stringify({ time, step, event, ...(facts === undefined ? {} : { facts }) })}\n`;
    put(
      'published/here.jsonl',
      line('2026-01-01T00:00:00Z', 'doi', 'done', { doi: '10.5072/x' }) +
        line('2026-01-02T00:00:00Z', 'publish the draft', 'begin') +
        line('2026-01-03T00:00:00Z', 'publish the draft', 'done', { published: 'yes' }),
    );
    put('published/there.jsonl', line('2026-01-02T00:00:00Z', 'commit', 'done'));
    expect(publishingEvents(join(root, 'published')).map(({ time, detail }) => [time, detail])).toEqual([
      ['2026-01-02T00:00:00Z', 'Published at the target “there”'],
      ['2026-01-03T00:00:00Z', 'Published at the target “here” as 10.5072/x'],
    ]);
    expect(publishingEvents(join(root, 'nowhere'))).toEqual([]);
  });
});

function events(premis: string): readonly (readonly string[])[] {
  const found = premis.matchAll(/<eventType>([^<]*)<\/eventType>\s*<eventDateTime>([^<]*)/g);
  return [...found].map(([, type = '', time = '']) => [type, time]);
}
