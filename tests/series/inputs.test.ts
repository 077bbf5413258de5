import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pivot } from '../../src/model/pivot.js';
import { readBuildInput } from '../../src/pipeline/input.js';
import { lookedAt } from '../../src/pipeline/looked-at.js';
import { allInputs, changedBetween, hashesOf, homeOf, ownInputs, pathsFrom } from '../../src/series/inputs.js';
import { keepResult, type VolumeResult } from '../../src/series/result.js';
import { FolderStore } from '../../src/series/store.js';
import { type SeriesTheme, survey, themeOf } from '../../src/series/survey.js';
import type { SeriesVolume } from '../../src/series/volumes.js';
import { volumeText } from './volumes.js';

const MANIFEST = `id: v
title: { complete: V, volume: V }
editors: [{ name: The editors }]
publisher: P
place: Online
date: 2026
licence: { target: "https://creativecommons.org/publicdomain/zero/1.0/", text: Public domain. }
outline:
  - document: d1
    file: a.txt
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-inputs-'));
  mkdirSync(join(root, 'home'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...path: readonly string[]): string => join(root, 'home', ...path);
const put = (path: string, text: string): void => {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), text);
};
const volume = (kind: SeriesVolume['kind'], path: string): SeriesVolume => ({
  ...{ name: 'v', path: at(path), kind, bytes: 1 },
  entry: { kind: 'volume', name: path, title: '', groups: [], place: { file: 'series.yaml' } },
});
const surveyed = (one: SeriesVolume, styles: Partial<SeriesTheme> = {}) =>
  survey(
    one,
    'program',
    { editions: ['html'], searchServer: false, modified: undefined },
    { diagnostics: [], ...styles },
    new FolderStore(join(root, 'cache')),
    undefined,
  );

/** Keeps a volume as its build does, with pictures that it names. */
async function kept(one: SeriesVolume, ...pictures: readonly string[]): Promise<void> {
  const { value: input } = await readBuildInput(one.path);
  if (input === undefined) throw new Error('The volume cannot be read.');
  const graphics = pictures.map((url) => ({
    ...{ name: 'span', attributes: { class: 'graphic', 'data-url': url }, children: [] },
  }));
  const pivot = { body: { name: 'body', attributes: {}, children: graphics } } as unknown as Pivot;
  const { first, own } = await surveyed(one);
  const paths = pathsFrom(homeOf(one), lookedAt(one.path, input, pivot));
  const result = { id: 'v', folder: 'v', isFaulty: false } as VolumeResult;
  await keepResult(new FolderStore(join(root, 'cache')), first, paths, allInputs(homeOf(one), own, paths), result);
}
const isKept = async (one: SeriesVolume): Promise<boolean> => (await surveyed(one)).kept !== undefined;

describe('a volume that is kept', () => {
  it.each([
    ['a picture of a page', 'images/p3.jpg'],
    ['a picture that it names', 'map.png'],
    ['a file that it would include', 'parts/later.xml'],
    ['a file that it includes', 'parts/here.xml'],
  ])('is not taken for what it is made of once %s comes or changes', async (_, path) => {
    const include = (href: string): string =>
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/${href}.xml"><xi:fallback/></xi:include>`;
    put('v.xml', volumeText('v', { d1: [] }).replace('</body>', `${include('later')}${include('here')}</body>`));
    put('parts/here.xml', '<div xmlns="http://www.tei-c.org/ns/1.0"><p>Here.</p></div>');
    put('volume.yaml', 'images: images\n');
    put('images/p1.jpg', '1');
    const one = volume('tei', 'v.xml');
    await kept(one, 'map.png');
    expect(await isKept(one)).toBe(true);
    put(path, '<p>Other</p>');
    expect(await isKept(one)).toBe(false);
  });

  it('is made of what its folder holds, and of what it names in folders that nothing else is looked for in', async () => {
    put('v/volume.yaml', MANIFEST);
    put('v/a.txt', '1. Letter From Jane Roe to John Doe\n\nThe cranes were bought.\n');
    const one = volume('folder', 'v');
    expect(Object.keys(ownInputs(one))).toEqual(['v/a.txt', 'v/volume.yaml']);
    await kept(one, 'dist/map.png');
    expect(await isKept(one)).toBe(true);
    put('v/dist/other.png', 'x');
    expect(await isKept(one)).toBe(true);
    put('v/dist/map.png', 'x');
    expect(await isKept(one)).toBe(false);
  });
});

describe('what a volume is made of', () => {
  it('is found where links lead in circles, and where names are too long for any file', () => {
    put('v/a.txt', 'a');
    put('v/in/b.txt', 'b');
    symlinkSync('.', at('v/loop'));
    symlinkSync('..', at('v/in/up'));
    symlinkSync('self', at('v/self'));
    const long = 'x'.repeat(300);
    const found = hashesOf(at(), ['v', long, 'gone']);
    expect(Object.keys(found)).toEqual(['gone', 'v/a.txt', 'v/in/b.txt', 'v/self', long]);
    expect([found['gone'], found['v/self'], found[long]]).toEqual([
      null,
      'unreadable: ELOOP',
      'unreadable: ENAMETOOLONG',
    ]);
  });

  it('is told where it has changed while it was read', async () => {
    put('a.xml', 'a');
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begin = Date.now() - 15;
    put('b.xml', 'b');
    expect(changedBetween(at(), ['a.xml', 'b.xml', 'gone'], begin, Date.now())).toEqual(['b.xml']);
  });
});

describe('what a series dresses its volumes in', () => {
  it('is the print.yaml beside its manifest, or the style that the call names; other bytes make other editions', async () => {
    put('v.xml', volumeText('v', { d1: [] }));
    const one = volume('tei', 'v.xml');
    const keyWith = async (named: Parameters<typeof themeOf>[1]) => {
      const styles = await themeOf(at(), named, () => undefined);
      expect(styles.diagnostics).toEqual([]);
      return (await surveyed(one, styles)).first;
    };
    const keys = [await keyWith({}), await keyWith({ printStyle: 'frus' })];
    put('print.yaml', 'style: frus\n');
    keys.push(await keyWith({}));
    put('print.yaml', 'style: frus\n# other\n');
    keys.push(await keyWith({}));
    expect(new Set(keys).size).toBe(4);
  });

  it('is not put before what a volume has of its own, but where the call names it', async () => {
    put('v/volume.yaml', MANIFEST);
    put('v/print.yaml', 'style: frus\n');
    put('print.yaml', 'style: chancery\n');
    const dressOf = async (named: Parameters<typeof themeOf>[1]) =>
      (await surveyed(volume('folder', 'v'), await themeOf(at(), named, () => undefined))).printStyle?.path;
    expect([await dressOf({}), await dressOf({ printStyle: 'frus' })]).toEqual([undefined, 'frus']);
  });
});
