import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { IndexReader } from '../../src/search/index-reader.js';
import { search } from '../../src/search/search.js';
import { volumeText } from './volumes.js';

/** A program that is compiled builds the volumes in processes of their own; the tests of this file go on in one folder, from build to build. */
const program = packageFile('dist/program/cli.js');
const [first, second, third] = ['frus2001v01', 'frus2001v02', 'my-cranes-3'];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-series-'));
  mkdirSync(join(root, 'series/volumes'), { recursive: true });
  writeFileSync(
    join(root, 'series/series.yaml'),
    `id: cranes
title: Cranes & Harbours
publisher: P
address: https://example.org/cranes
editions: [html]
volumes:
  - group: g
    head: The First Group
    contents:
      - volumes: volumes/*.xml
  - planned: frus2001v09
    title: Volume IX, Bridges
aliases:
  ${second}: { d7: d1 }
`,
  );
  write(first, { d1: [`${second}#d2`, `${second}#d7`, 'frus2001v09#d1', 'frus1950v01#d1', `${third}#d1`], d2: [] });
  write(second, { d1: [`${first}`], d2: [] });
  write(third, { d1: [`${first}#d1`] });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (id: string, documents: Readonly<Record<string, readonly string[]>>, words?: string): void =>
  writeFileSync(
    join(root, `series/volumes/${id}.xml`),
    volumeText(id, documents, words, id === third ? 'https://example.org/third/' : ''),
  );
const at = (...path: readonly string[]): string => join(root, 'dist/cranes', ...path);
const page = (...path: readonly string[]): string => readFileSync(at(...path), 'utf8');
const inode = (...path: readonly string[]): number => statSync(at(...path)).ino;

interface Ran {
  readonly code: number | null;
  readonly stderr: string;
  readonly events: readonly {
    readonly event: string;
    readonly volume?: string;
    readonly reasons?: readonly string[];
    readonly rows?: readonly { readonly volume: string; readonly state: string }[];
    readonly diagnostics?: readonly {
      readonly code: string;
      readonly place?: { readonly start?: { readonly line: number } };
    }[];
    readonly placed?: number;
  }[];
}

/** Runs the program; `until` sees each event and may have it killed. */
async function run(
  words: readonly string[],
  until: (event: Ran['events'][number]) => boolean = () => false,
): Promise<Ran> {
  const child = spawn(process.execPath, [program, 'build', 'series', '--json', '--processes', '2', ...words], {
    cwd: root,
  });
  let [stdout, stderr] = ['', ''];
  let seen = 0;
  const events: Ran['events'][number][] = [];
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    const lines = stdout.split('\n').slice(0, -1);
    for (const line of lines.slice(seen)) {
      const event = JSON.parse(line) as Ran['events'][number];
      events.push(event);
      if (until(event)) child.kill('SIGKILL');
    }
    seen = lines.length;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr, events };
}

/** Builds a volume by itself. */
async function build(volume: string, out: string): Promise<void> {
  const child = spawn(process.execPath, [program, 'build', volume, '--only', 'html', '--out', out, '--quiet'], {
    cwd: root,
  });
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
}

const end = ({ events }: Ran) => events.findLast(({ event }) => event === 'end');
const states = (ran: Ran) => Object.fromEntries((end(ran)?.rows ?? []).map(({ volume, state }) => [volume, state]));
const of = (ran: Ran, kind: string) => ran.events.filter(({ event }) => event === kind).map(({ volume }) => volume);

/** The bytes of all files that stand in the series' folder. */
function contents(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.chancery-series\.json$/.test(name) || !statSync(join(folder, name)).isFile()) continue;
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

describe('a series', () => {
  let whole: string;

  it('is built, its volumes linked with each other, what is planned said to be, and shown by group', async () => {
    const ran = await run([]);
    expect(ran.stderr).toBe('');
    expect(states(ran)).toEqual({ [first]: 'built', [second]: 'built', [third]: 'built' });
    expect(ran.code).toBe(0);
    // The pointer to a volume that no volume alone knows leads to one of the series.
    expect(end(ran)?.diagnostics?.map(({ code }) => code)).not.toContain('TR002');
    const text = page(first, 'html/d1.html');
    expect(text).toContain(`data-target="${second}#d2" href="../../${second}/html/d2.html"`);
    expect(text).toContain(`data-target="${second}#d7" href="../../${second}/html/d1.html"`);
    expect(text).toContain('data-target="frus2001v09#d1" title="Not yet published: Volume IX, Bridges"');
    expect(text).toContain('data-target="frus1950v01#d1" href="https://history.state.gov/');
    // Volumes of other series are known by their ids too.
    expect(text).toContain(`data-target="${third}#d1" href="../../${third}/html/d1.html"`);
    expect(page(second, 'html/d1.html')).toContain(`href="../../${first}/html/index.html"`);
    const home = page('index.html');
    expect(home).toContain('Cranes &amp; Harbours');
    for (const id of [first, second, third]) expect(home).toContain(`href="${id}/html/index.html"`);
    expect(home).toContain('Volume IX, Bridges</span> <span class="more">planned');
    // Each leads back; and all are searched together.
    expect(page(first, 'html/index.html')).toContain('<a href="../../index.html">All volumes</a>');
    expect(home).toContain('action="search.html"');
    expect(page('search.html')).toContain('src="search/reader.js"');
    expect(home).toContain('href="atom.xml"');
    expect(page('atom.xml')).toContain(`<id>https://example.org/cranes/${first}/html/</id>`);
    expect(page('sitemap.xml')).toContain('<loc>https://example.org/third/sitemap.xml</loc>');
    whole = contents(at());
  });

  it('is searched over all volumes, by volume and group', async () => {
    const index = await IndexReader.open((name) => {
      const call = page('search', `${name}.js`);
      return new Promise((resolve) => new Function('chancerySearch', call)((_: string, text: string) => resolve(text)));
    });
    const found = await search(index, { words: 'cranes' });
    const cards = await Promise.all(found.documents.map((document) => index.card(document)));
    expect(cards.map((card) => card?.page).sort()).toEqual(
      [
        [first, 'd1'],
        [first, 'd2'],
        [second, 'd1'],
        [second, 'd2'],
        [third, 'd1'],
        ...[first, second, third].map((id) => [id, 'comp1']),
      ]
        .map(([id, name]) => `${id}/html/${name}.html`)
        .sort(),
    );
    for (const card of cards) expect(existsSync(at(card?.page ?? ''))).toBe(true);
    const counts = async (name: 'group' | 'volume') =>
      (await found.countsOf(name)).map(({ key, count }) => [key, count]);
    expect(await counts('group')).toEqual([['g', 8]]);
    expect(await counts('volume')).toEqual([
      [first, 3],
      [second, 3],
      [third, 2],
    ]);
    expect((await search(index, { words: 'cranes', chosen: { volume: [second] } })).documents).toHaveLength(3);
  });

  it('has of each volume what a build of that alone makes, but for the links; and tells programs of its pages as they are', async () => {
    const alone = join(root, 'alone');
    await build(join('series/volumes', `${third}.xml`), alone);
    const names = readdirSync(at(third), { recursive: true, encoding: 'utf8' }).sort();
    expect(names).toEqual(readdirSync(alone, { recursive: true, encoding: 'utf8' }).sort());
    const other = names.filter(
      (name) => statSync(join(alone, name)).isFile() && page(third, name) !== readFileSync(join(alone, name), 'utf8'),
    );
    expect(other).toEqual([
      '.chancery.json',
      'html/d1.html',
      'html/index.html',
      'html/publication.json',
      'html/resourcesync/resourcelist.xml',
    ]);
    const { files } = JSON.parse(page(third, 'html/publication.json')) as { files: Record<string, { sha256: string }> };
    expect(Object.keys(files)).toContain('d1.html');
    for (const [name, { sha256 }] of Object.entries(files))
      expect(
        createHash('sha256')
          .update(readFileSync(at(third, 'html', name)))
          .digest('hex'),
        name,
      ).toBe(sha256);
  });

  it('is not built again where nothing has changed: no file is touched', async () => {
    const before = inode(first, 'html');
    const index = inode('search');
    const ran = await run([]);
    expect(ran.code).toBe(0);
    expect(states(ran)).toEqual({ [first]: 'kept', [second]: 'kept', [third]: 'kept' });
    expect([of(ran, 'start'), of(ran, 'placed'), inode(first, 'html')]).toEqual([[], [], before]);
    expect(inode('search')).toBe(index);
  });

  it('is built again where one document has changed: that volume, the pages that refer to what changed, and nothing else', async () => {
    const kept = [inode(third, 'html'), inode(first, 'html/d2.html'), inode(second, 'html/d1.html')];
    const referring = inode(first, 'html/d1.html');
    write(second, { d1: [`${first}`], d3: [] });
    const ran = await run([]);
    expect(states(ran)).toEqual({ [first]: 'kept', [second]: 'built', [third]: 'kept' });
    expect(ran.events.filter(({ event }) => event === 'why').map(({ volume, reasons }) => [volume, reasons])).toEqual([
      [second, [`${second}.xml has changed`]],
      [first, [`${second}#d2 leads elsewhere now`]],
    ]);
    expect(of(ran, 'placed').sort()).toEqual([first, second]);
    expect([inode(third, 'html'), inode(first, 'html/d2.html')]).toEqual(kept.slice(0, 2));
    expect(inode(first, 'html/d1.html')).not.toBe(referring);
    // The reference that leads nowhere now is told, with its line, and keeps the address that the volume gives it.
    expect(page(first, 'html/d1.html')).toContain(`data-target="${second}#d2" href="https://history.state.gov/`);
    const told = end(ran)?.diagnostics?.filter(({ code }) => code === 'SE014') ?? [];
    expect(told.map(({ place }) => place?.start?.line)).toEqual([3]);
  });

  it('goes back to what is kept without building, whatever was removed or damaged', async () => {
    write(second, { d1: [`${first}`], d2: [] });
    rmSync(at(third), { recursive: true });
    const back = await run([]);
    expect(of(back, 'start')).toEqual([]);
    expect(contents(at())).toBe(whole);
    // A damaged entry is noticed when it is needed, and made again.
    const packs = join(root, 'dist/.chancery-cache/packs');
    for (const name of readdirSync(packs)) {
      const bytes = readFileSync(join(packs, name));
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      writeFileSync(join(packs, name), bytes);
    }
    rmSync(at(third, 'html/d1.html'));
    const mended = await run([]);
    expect(of(mended, 'start')).toEqual([third]);
    expect(mended.code).toBe(0);
    rmSync(at('search'), { recursive: true });
    const sought = await run([]);
    expect([of(sought, 'start').sort(), of(sought, 'placed'), sought.code]).toEqual([[first, second], [], 0]);
    expect(contents(at())).toBe(whole);
    // Nothing is kept of any: the pages of the series need those that were not asked for, too.
    rmSync(join(root, 'dist/.chancery-cache'), { recursive: true });
    const some = await run(['--volumes', first]);
    expect([of(some, 'start').sort(), some.code]).toEqual([[first, second, third], 0]);
    expect(contents(at())).toBe(whole);
  });

  it('never writes over a page that somebody has changed', async () => {
    writeFileSync(at(second, 'html/d1.html'), 'mine');
    write(second, { d1: [`${first}`], d2: [] }, 'The cranes were sold.');
    const ran = await run([]);
    expect(ran.code).toBe(2);
    expect(end(ran)?.diagnostics?.map(({ code }) => code)).toEqual(['IN032']);
    expect(page(second, 'html/d1.html')).toBe('mine');
    rmSync(at(second, 'html/d1.html'));
  });

  it('puts the others into their places where a volume fails, and keeps its last good edition', async () => {
    const good = page(third, 'html/d1.html');
    writeFileSync(join(root, `series/volumes/${third}.xml`), '<TEI><unclosed>');
    const ran = await run([]);
    expect([ran.code, of(ran, 'placed')]).toEqual([1, [second]]);
    expect(states(ran)).toEqual({ [first]: 'kept', [second]: 'kept', [third]: 'failed' });
    expect(page(second, 'html/d1.html')).toContain('The cranes were sold.');
    expect(page(third, 'html/d1.html')).toBe(good);
    expect(page('index.html')).toContain(`href="${third}/html/index.html"`);
    const some = await run(['--volumes', first]);
    expect([some.code, states(some)[third]]).toEqual([0, 'left']);
  });

  it('loses at most what was under way when it is killed, and comes to the same bytes from nothing', async () => {
    write(third, { d1: [`${first}#d1`] });
    write(first, { d1: [`${second}#d2`, `${second}#d7`, 'frus2001v09#d1', 'frus1950v01#d1', `${third}#d1`], d2: [] });
    write(second, { d1: [`${first}`], d2: [] });
    rmSync(join(root, 'dist'), { recursive: true });
    const killed = await run(['--processes', '1'], ({ event }) => event === 'done');
    expect(killed.code).toBeNull();
    expect(existsSync(at(first))).toBe(false);
    const ran = await run([]);
    expect(of(ran, 'start')).toHaveLength(2);
    expect(Object.values(states(ran)).sort()).toEqual(['built', 'built', 'kept']);
    expect(contents(at())).toBe(whole);
  });
});
