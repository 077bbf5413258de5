import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import type { ClientSurroundings } from '../../src/publish/client.js';
import type { Mirror } from '../../src/publish/mirror/target.js';
import { Archives, filesIn } from '../publish/archives.js';
import { Course, Killed, whole } from '../publish/broken-off.js';
import { root, run } from './tools.js';

/** A place that a mirror is kept in, on this machine, so that a test can look at it past the program. */
export interface Mirrored {
  /** The folder in which its files lie. */
  readonly folder: string;
  /** @param onCall called before and after each call; what it throws ends the run, as a kill would */
  target(archives: Archives, onCall?: OnCall): Mirror;
}

export type OnCall = (when: 'before' | 'after') => 'cut' | undefined;

/** Kills at the n-th call (from 1). */
export function killing(n: number, at: 'before' | 'after'): OnCall & { readonly isKilled: () => boolean } {
  let calls = 0;
  let isKilled = false;
  const onCall = (when: 'before' | 'after') => {
    if (when === 'before') calls++;
    if (isKilled || (when === at && calls === n)) {
      isKilled = true;
      throw new Killed();
    }
    return undefined;
  };
  return Object.assign(onCall, { isKilled: () => isKilled });
}

/** Breaks the line at the n-th call (from 1), once. */
function cutting(n: number, at: 'before' | 'after'): OnCall {
  let calls = 0;
  return (when) => {
    if (when === 'before') calls++;
    return when === at && calls === n ? 'cut' : undefined;
  };
}

/** Surroundings whose calls are told, and cut where that is asked for. */
export function struck(onCall: OnCall = () => undefined): ClientSurroundings {
  const broken = () => new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
  return {
    ...whole,
    fetch: async (address, request) => {
      if (onCall('before') === 'cut') throw broken();
      const answer = await fetch(address, request);
      if (onCall('after') === 'cut') throw broken();
      return answer;
    },
  };
}

const oracle = join(root, '../shared/oracles/ocfl');

/** A mirrored root is valid: for our validator, and for those of other hands. */
export function expectValid(folder: string, isDeep = false): void {
  const found = validateStorageRoot(diskStore(join(folder, '..')), folder.replace(/^.*\//, ''));
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!isDeep) return;
  if (!existsSync(oracle)) return void console.warn(`SKIPPED: ${oracle} is not there.`);
  const { status, output } = run(oracle, folder);
  expect(status, output).toBe(0);
}

/**
 * What every kind of mirror must keep to.
 * @param make an empty place, each time another
 * @param steps every how many calls one is struck
 * @param bytes of a file that is large for that place
 */
export function mirrorTests(make: () => Mirrored, steps: number, bytes: number): void {
  const large = Buffer.alloc(bytes, 'large ');

  test('an archive is mirrored, and again as a new version: byte for byte, valid, nothing sent twice', async () => {
    const [archives, course, place] = [new Archives(), new Course(), make()];
    archives.build('<TEI/>', { 'large.js': large });
    const made = await course.run(place.target(archives));
    expect(made.diagnostics).toEqual([]);
    expect(filesIn(place.folder)).toEqual(archives.files);
    expectValid(place.folder, true);
    expect((await course.run(place.target(archives))).value?.acted).toEqual([]);

    archives.build('<TEI>corrected</TEI>');
    const changed = await course.run(place.target(archives));
    expect(changed.diagnostics).toEqual([]);
    const acted = changed.value?.acted ?? [];
    expect(acted.filter((step) => /\/v1\//.test(step))).toEqual([]);
    expect(acted.slice(-2).map((step) => step.replace(/ .*\//, ' '))).toEqual([
      'replace inventory.json',
      'replace inventory.json.sha512',
    ]);
    expect(filesIn(place.folder)).toEqual(archives.files);
    expectValid(place.folder, true);

    // Another machine, which knows nothing of it, finds all there.
    course.forget();
    expect((await course.run(place.target(archives))).value?.acted).toEqual([]);
    archives.remove();
    course.remove();
  });

  test.each(['before', 'after'] as const)('killed %s each call, and run again: as if nothing had been', async (at) => {
    const archives = new Archives();
    archives.build('<TEI/>', { 'large.js': large });
    archives.build('<TEI>corrected</TEI>');
    for (let n = 1; ; n += steps) {
      const [course, place, kill] = [new Course(), make(), killing(n, at)];
      await course.killed(place.target(archives, kill));
      const again = await course.run(place.target(archives));
      expect(again.diagnostics, `call ${n}`).toEqual([]);
      expect(filesIn(place.folder), `call ${n}`).toEqual(archives.files);
      course.remove();
      if (!kill.isKilled()) break;
    }
    archives.remove();
  });

  test('killed within a new version: the old one stands until the new one does', async () => {
    const [archives, older] = [new Archives(), new Archives()];
    older.build('<TEI/>');
    archives.build('<TEI/>');
    archives.build('<TEI>corrected</TEI>', { 'large.js': large });
    for (let n = 1; ; n += steps) {
      const [course, place, kill] = [new Course(), make(), killing(n, 'after')];
      await course.run(place.target(older));
      await course.killed(place.target(archives, kill));
      // Whoever reads the inventory finds all that it names.
      const files = filesIn(place.folder);
      const inventory = Object.keys(files).find((path) => /^[^v]*urn[^/]*\/inventory\.json$/.test(path)) ?? '';
      const { manifest } = JSON.parse(Buffer.from(files[inventory] ?? '', 'latin1').toString()) as {
        manifest: Record<string, readonly string[]>;
      };
      const absent = Object.values(manifest)
        .flat()
        .filter((path) => files[inventory.replace('inventory.json', path)] === undefined);
      expect(absent, `call ${n}`).toEqual([]);
      expect((await course.run(place.target(archives))).diagnostics, `call ${n}`).toEqual([]);
      expect(filesIn(place.folder), `call ${n}`).toEqual(archives.files);
      course.remove();
      if (!kill.isKilled()) break;
    }
    archives.remove();
    older.remove();
  });

  test.each(['before', 'after'] as const)('a line that is cut %s any call: all there in one run', async (at) => {
    const archives = new Archives();
    archives.build('<TEI/>', { 'large.js': large });
    let calls = 0;
    const counted = await new Course().run(
      make().target(archives, (when) => {
        calls += Number(when === 'after');
        return undefined;
      }),
    );
    expect(counted.diagnostics).toEqual([]);
    for (let n = 1; n <= calls; n += steps) {
      const [course, place] = [new Course(), make()];
      const done = await course.run(place.target(archives, cutting(n, at)));
      expect(done.diagnostics, `call ${n}`).toEqual([]);
      expect(filesIn(place.folder), `call ${n}`).toEqual(archives.files);
      course.remove();
    }
    archives.remove();
  });

  test('what others have there stays: a strange file, another content, a newer version', async () => {
    const [archives, course] = [new Archives(), new Course()];
    archives.build('<TEI/>');
    const codes = async (place: Mirrored) =>
      (await course.run(place.target(archives))).diagnostics.map(({ code }) => code);

    const strange = make();
    writeFileSync(join(strange.folder, 'letter.txt'), 'mine');
    expect(await codes(strange)).toEqual(['PU058']);
    expect(filesIn(strange.folder)).toEqual({ 'letter.txt': 'mine' });

    const place = make();
    expect(await codes(place)).toEqual([]);
    const content = Object.keys(archives.files).find((path) => path.endsWith('v.xml')) ?? '';
    writeFileSync(join(place.folder, content), '<TEI');
    expect(await codes(place)).toEqual(['PU051']);
    expect(filesIn(place.folder)[content]).toBe('<TEI');
    rmSync(join(place.folder, content));
    expect(await codes(place)).toEqual([]);
    expect(filesIn(place.folder)).toEqual(archives.files);

    const newer = new Archives();
    newer.build('<TEI/>');
    newer.build('<TEI>newer</TEI>');
    expect((await course.run(place.target(newer))).diagnostics).toEqual([]);
    expect(await codes(place)).toEqual(['PU052']);
    expect(filesIn(place.folder)).toEqual(newer.files);
    for (const one of [archives, newer, course]) one.remove();
  });
}
