import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { firstSeries, volumesIn } from '../../src/series/first-series.js';
import { isSeries } from '../../src/series/is-series.js';
import { readSeriesManifest } from '../../src/series/manifest.js';
import { seriesJsonSchema } from '../../src/series/manifest-schema.js';
import { readSeries } from '../../src/series/read-series.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-series-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const HEAD = 'id: s\ntitle: A Series\npublisher: P\n';
const read = (text: string) => readSeriesManifest(new SourceFile('series.yaml', text));
const places = ({ diagnostics }: ReturnType<typeof read>) =>
  diagnostics.map(({ code, place }) => `${code} ${place?.start?.line}:${place?.start?.column}`);

function disk(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
}
const found = (volumes: string) => {
  writeFileSync(join(root, 'series.yaml'), `${HEAD}volumes:\n${volumes}`);
  return readSeries(root, () => undefined);
};
const names = (volumes: string) => found(volumes).value?.volumes.map(({ name }) => name);
const codes = (volumes: string) => found(volumes).diagnostics.map(({ code }) => code);

describe('series.yaml', () => {
  it('says where it is wrong, by line and column', () => {
    expect(places(read(`${HEAD}volumes:\n  - volum: a.xml\n`))).toContain('VO002 5:5');
    expect(places(read('id: s\ntitle: A\nvolumes:\n  - volume: a.xml\n'))).toEqual(['VO003 1:1']);
    expect(places(read(`${HEAD}editions: [html, docx]\nvolumes:\n  - volume: a.xml\n`))).toEqual(['VO004 4:18']);
    expect(places(read(`${HEAD}volumes:\n  - { planned: v1, title: A }\n  - { planned: v1, title: B }\n`))).toEqual([
      'SE005 6:16',
    ]);
  });

  it('has groups in groups, which each of their volumes knows', () => {
    const { value } = read(
      `${HEAD}volumes:\n  - group: g\n    head: G\n    contents:\n      - group: h\n        head: H\n        contents:\n          - volume: a.xml\n  - volumes: b/*.xml\n`,
    );
    expect(value?.entries.map(({ kind, name, groups }) => [kind, name, groups.map(({ id }) => id)])).toEqual([
      ['volume', 'a.xml', ['g', 'h']],
      ['pattern', 'b/*.xml', []],
    ]);
    expect(value?.editions).toEqual(['html', 'epub', 'pdf']);
  });

  it('is described for editors by the file beside the volumes of the corpus', () => {
    expect(readFileSync(new URL('../../corpus/series.schema.json', import.meta.url), 'utf8')).toBe(seriesJsonSchema());
  });
});

describe('the volumes of a series', () => {
  it('are files, folders and patterns, each once, in the order in which people count', () => {
    disk('v/v10.xml', 'v/v2.xml', 'v/v1.xml', 'w/volume.yaml', 'w/a.txt');
    expect(names('  - volume: v/v10.xml\n  - volumes: v/*.xml\n  - volume: w\n')).toEqual(['v10', 'v1', 'v2', 'w']);
    expect(names('  - volumes: "*/v1*.xml"\n')).toEqual(['v1', 'v10']);
  });

  it('are told where they are not there, not alone, or two of one name', () => {
    disk('v/v1.xml', 'u/v1.xml', 'empty/readme');
    expect(codes('  - volume: v/v1.xm\n')).toEqual(['SE002']);
    expect(found('  - volume: v/v1.xm\n').diagnostics[0]?.hint).toContain('v/v1.xml');
    expect(codes('  - volume: empty\n')).toEqual(['SE002']);
    expect(codes('  - volumes: x/*.xml\n')).toEqual(['SE003']);
    expect(codes('  - volume: v/v1.xml\n  - volume: v/v1.xml\n')).toEqual(['SE006']);
    expect(codes('  - volumes: "*/v1.xml"\n')).toEqual(['SE007']);
    // Nothing is accepted that does nothing.
    expect(codes('  - volume: v/v1.xml\nauthorities: [people.yaml]\n')).toEqual(['VO002']);
  });

  it('are found for a manifest to begin with, which can be read', () => {
    disk('v/v1.xml', 'v/v2.xml', 'v/v3.xml', 'v/v4.xml', 'one.xml', 'w/volume.yaml', 'dist/x.xml', 'w/inner/y.xml');
    const volumes = volumesIn(root);
    expect(volumes.map(({ path }) => path)).toEqual(['one.xml', 'v/*.xml', 'w']);
    writeFileSync(join(root, 'series.yaml'), firstSeries('s', volumes));
    expect(readSeries(root, () => undefined).value?.volumes).toHaveLength(6);
    expect(read(firstSeries('s', [])).diagnostics).toEqual([]);
    expect(isSeries(root)).toBe(true);
    expect(isSeries(join(root, 'w'))).toBe(false);
  });
});
