import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gate } from '../../src/pipeline/gate.js';
import { readRecord } from '../../src/pipeline/record.js';
import { brokenAliases } from '../../src/series/findings.js';
import type { ListedEntry } from '../../src/series/manifest.js';
import { writeOwnFiles } from '../../src/series/own-files.js';
import { packagesOf } from '../../src/series/program.js';
import type { VolumeResult } from '../../src/series/result.js';
import { placeSearch, seriesSearch } from '../../src/series/search.js';
import { FolderStore } from '../../src/series/store.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-own-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const out = () => join(root, 'out');
const files = (...names: readonly string[]) => new Map(names.map((name) => [name, name]));

describe('what is the series’ own', () => {
  it('goes where it is made no more, but for what somebody has changed, what others have written, and the times that were told', () => {
    const whole = ['index.html', 'search.html', 'atom.xml', 'volumes.json', 'sitemap.xml', 'sitemap-series.xml'];
    expect(writeOwnFiles(out(), files(...whole, 'opds.xml', 'opds.json', 'opds/all.xml'), [])).toEqual([]);
    expect(new Gate([]).write(join(out(), 'metadata.xml'), 'other')).toEqual([]);
    writeFileSync(join(out(), 'atom.xml'), 'mine');
    expect(writeOwnFiles(out(), files('index.html'), [])).toEqual([]);
    const left = ['index.html', 'metadata.xml', 'volumes.json'];
    const there = readdirSync(out()).filter((name) => !name.startsWith('.'));
    expect(there.sort()).toEqual(['atom.xml', ...left]);
    expect([...readRecord(out()).keys()]).toEqual(left);
    // A file that comes back is written again.
    expect(writeOwnFiles(out(), files(...left, 'search.html'), [])).toEqual([]);
  });

  it('is searched no more where no volume has anything to be found; a folder of another is left', async () => {
    const store = new FolderStore(join(root, 'cache'));
    const none = async () => placeSearch(await seriesSearch([], out(), 'program', store), out(), []);
    mkdirSync(join(out(), 'search'), { recursive: true });
    writeFileSync(join(out(), 'search/mine.txt'), 'mine');
    expect(await none()).toEqual([]);
    expect(readdirSync(join(out(), 'search'))).toEqual(['mine.txt']);
    rmSync(join(out(), 'search'), { recursive: true });
    placeSearch({ lost: [], files: files('reader.js') }, out(), []);
    expect(existsSync(join(out(), 'search/reader.js'))).toBe(true);
    expect(await none()).toEqual([]);
    expect(existsSync(join(out(), 'search'))).toBe(false);
  });
});

describe('aliases', () => {
  it('are told where their volume is misspelt, once all volumes are known', () => {
    const result = { id: 'frus2', pages: { d1: 'd1' } } as unknown as VolumeResult;
    const entries = [{ kind: 'planned', name: 'frus9' } as ListedEntry];
    const found = (volume: string, ...others: readonly undefined[]) =>
      brokenAliases(
        { aliases: new Map([[volume, new Map([['d7', 'd1']])]]), entries },
        [result, ...others],
        'series.yaml',
      );
    expect(found('frus3').map(({ code, hint }) => [code, hint?.includes('Did you mean frus2?')])).toEqual([
      ['SE021', true],
    ]);
    expect([found('frus2'), found('frus9'), found('frus3', undefined)]).toEqual([[], [], []]);
  });
});

describe('the program', () => {
  it('is made of the packages that it uses, and of those that they use', () => {
    const put = (path: string, version: string, ...dependencies: readonly string[]): void => {
      mkdirSync(join(root, path), { recursive: true });
      const all = Object.fromEntries(dependencies.map((name) => [name, '*']));
      writeFileSync(join(root, path, 'package.json'), JSON.stringify({ version, dependencies: all }));
    };
    put('app', '1', 'press', 'absent');
    put('node_modules/press', '2', 'font');
    put('node_modules/font', '3', 'press');
    put('node_modules/unused', '4');
    expect(packagesOf(join(root, 'app'))).toEqual(['absent none', 'font 3', 'press 2']);
    put('node_modules/press/node_modules/font', '3.1');
    expect(packagesOf(join(root, 'app'))).toEqual(['absent none', 'font 3.1', 'press 2']);
  });
});
