import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import { packageFile } from '../../src/formats/package.js';
import type { EditionFacts } from '../../src/model/identifier.js';
import { archiveBuild } from '../../src/pipeline/archive.js';
import { misplacedArchive } from '../../src/pipeline/archived.js';
import { alone } from '../../src/pipeline/lock.js';
import { system } from '../../src/pipeline/processes.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Deposits ten editions one after the other, in a process of its own; its findings. */
async function depositTen(letter: string): Promise<string> {
  const script = `
    import { archiveBuild } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/pipeline/archive.js')).href)};
    for (let i = 0; i < 10; i++) {
      const files = new Map(Array.from({ length: 30 }, (_, n) => ['f' + n, (${JSON.stringify(letter)} + i + n).repeat(500)]));
      const request = { edition: { volume: 'v' }, title: 'T', parts: new Map([['html', files]]), created: '2026-01-01T00:00:00Z', user: 'x' };
      for (const found of archiveBuild(${JSON.stringify(join(root, 'v/archive'))}, request).diagnostics) console.log(found.message);
    }`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return stdout + stderr;
}

describe('the archive of a build', () => {
  it('holds every version of builds that end at the same time, and is sound', async () => {
    mkdirSync(join(root, 'v'));
    expect(await Promise.all(['a', 'b'].map(depositTen))).toEqual(['', '']);
    expect(validateStorageRoot(diskStore(join(root, 'v')), 'archive').filter((d) => d.severity === 'error')).toEqual(
      [],
    );
    expect(
      readdirSync(join(root, 'v/archive'), { recursive: true }).filter((f) => /\/v20$/.test(String(f))),
    ).toHaveLength(1);
    expect(readdirSync(root)).toEqual(['v']);
  }, 60_000);
});

const own = { pid: 1, host: 'here' };

describe('a lock', () => {
  it('is gone after the work, also where the work fails', () => {
    const lock = join(root, 'lock');
    expect(alone(lock, () => existsSync(lock))).toBe(true);
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => alone(lock, fail)).toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('keeps out who waits too long for a running process, and is not taken away from it', () => {
    const lock = join(root, 'lock');
    writeFileSync(lock, '77');
    expect(alone(lock, () => 1, 60, { own, mayRun: () => true })).toBeUndefined();
    expect(existsSync(lock)).toBe(true);
  });

  it('of a process that was killed holds nobody up', () => {
    const lock = join(root, 'lock');
    writeFileSync(lock, '77');
    expect(alone(lock, () => 1, 60, { own, mayRun: () => false })).toBe(1);
  });

  it('is broken open where another process has come to have the number of the dead one, and not where it is another machine’s', () => {
    const lock = join(root, 'lock');
    writeFileSync(lock, JSON.stringify({ ...system.own, start: 'long ago', token: 'a' }));
    const isLinux = existsSync('/proc/self/stat');
    expect(alone(lock, () => 1, 60)).toBe(isLinux ? 1 : undefined);
    writeFileSync(lock, JSON.stringify({ ...system.own, host: 'another', token: 'a' }));
    expect(alone(lock, () => 1, 60)).toBeUndefined();
    utimesSync(lock, new Date(), new Date(Date.now() - 7_200_000));
    expect(alone(lock, () => 1, 60)).toBe(1);
  });

  it('is made with its content in one step, follows no link, and lets nothing stay beside it', () => {
    const lock = join(root, 'lock');
    const victim = join(root, 'victim');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, lock);
    expect(alone(lock, () => 1, 60)).toBeUndefined();
    expect(readFileSync(victim, 'utf8')).toBe('mine');
    rmSync(lock);
    expect(alone(lock, () => JSON.parse(readFileSync(lock, 'utf8')).pid)).toBe(process.pid);
    expect(readdirSync(root)).toEqual(['victim']);
  });

  it('is held by one of many processes at a time, though each finds that of a killed one', async () => {
    const lock = join(root, 'lock');
    const log = join(root, 'log');
    writeFileSync(lock, JSON.stringify({ pid: 999_999_999, host: system.own.host, token: 'dead' }));
    const script = `
      import { appendFileSync } from 'node:fs';
      import { alone } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/pipeline/lock.js')).href)};
      for (let i = 0; i < 30; i++) alone(${JSON.stringify(lock)}, () => { appendFileSync(${JSON.stringify(log)}, 'a'); appendFileSync(${JSON.stringify(log)}, 'b'); });`;
    const run = (): Promise<unknown> => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    await Promise.all([run(), run(), run()]);
    expect(readFileSync(log, 'utf8')).toBe('ab'.repeat(90));
  }, 60_000);
});

const facts: EditionFacts = { volume: 'demo', publisher: 'P', series: 'S' };
const header = (publisher: string, more = ''): string =>
  `<TEI><teiHeader><fileDesc><titleStmt><title type="series">S</title></titleStmt><publicationStmt><publisher>${publisher}</publisher>${more}</publicationStmt></fileDesc></teiHeader></TEI>`;

function archived(edition: EditionFacts, tei: string, archive = join(root, 'archive')) {
  const parts = new Map([['tei', new Map([['demo.xml', tei]])]] as const);
  return archiveBuild(archive, { edition, title: 'T', parts, created: '2026-01-01T00:00:00Z', user: 'x' });
}

describe('the object of an edition', () => {
  it('is another for each book, in one archive of many', () => {
    const books = [facts, { ...facts, publisher: 'Q' }, { ...facts, series: 'R' }, { volume: 'demo' }];
    for (const [i, book] of books.entries())
      expect(archived(book, header(book.publisher ?? '', `<idno>${i}</idno>`)).value?.version).toBe('v1');
    expect(archived(facts, header('P', 'changed')).value?.version).toBe('v2');
    expect(validateStorageRoot(diskStore(root), 'archive').filter((d) => d.severity === 'error')).toEqual([]);
  });

  it('goes on as it was where version 0.1.0 has named it by its id alone, and only for the same book', () => {
    const old = { volume: 'demo' };
    expect(archived(old, header('P')).value?.version).toBe('v1');
    expect(archived({ ...facts, publisher: 'Q' }, header('Q')).value?.version).toBe('v1');
    expect(archived(facts, header('P', 'changed')).value?.version).toBe('v2');
    expect(archived({ ...facts, doi: '10.1/a' }, header('P', '<idno type="doi">10.1/a</idno>')).value?.version).toBe(
      'v3',
    );
    expect(archived({ ...facts, doi: '10.1/b' }, header('P', '<idno type="doi">10.1/b</idno>')).value?.version).toBe(
      'v1',
    );
  });

  it('is not put where a file of the user’s stands, nor into a folder that is no archive', () => {
    writeFileSync(join(root, 'file'), 'mine');
    mkdirSync(join(root, 'folder'));
    writeFileSync(join(root, 'folder', 'letter.txt'), 'mine');
    for (const place of ['file', 'folder'])
      expect(archived(facts, header('P'), join(root, place)).diagnostics.map((d) => d.code)).toEqual(['AR004']);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('mine');
    expect(readdirSync(root).sort()).toEqual(['file', 'folder']);
  });

  it('keeps clear of the output', () => {
    const out = join(root, 'out');
    const isMisplaced = (archive: string): boolean => misplacedArchive(archive, out, ['html']) !== undefined;
    expect([out, root, join(out, 'html'), join(out, 'html/x'), join(out, 'x/../html')].map(isMisplaced)).not.toContain(
      false,
    );
    expect([join(out, 'archive'), join(root, 'archive'), join(out, 'htmlx')].map(isMisplaced)).not.toContain(true);
  });
});
