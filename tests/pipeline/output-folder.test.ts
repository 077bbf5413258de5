import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import type { FileSet } from '../../src/model/file-set.js';
import { Gate } from '../../src/pipeline/gate.js';
import { blockedOutput, type OutputParts, replaceParts, settleOutput } from '../../src/pipeline/output-folder.js';
import { recordName } from '../../src/pipeline/record.js';
import { type FileOperations, fileSystem } from '../../src/pipeline/swap.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(async () => {
  rmSync(root, { recursive: true, force: true });
  await new Promise(setImmediate);
});

const gate = new Gate([]);
const parts = (text: string): OutputParts =>
  new Map<string, FileSet>([
    [
      'html',
      new Map([
        ['index.html', text],
        ['css/site.css', 'p {}'],
      ]),
    ],
    ['epub', new Map([['v.epub', text]])],
    ['pdf', new Map([['v.pdf', text]])],
    ['tei', new Map([['v.xml', text]])],
  ]);
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const codes = (found: readonly { readonly code: string }[]): string[] => found.map((d) => d.code);

describe('the output folder', () => {
  it('is made with all its parts and their record, and nothing stays beside them', () => {
    expect(blockedOutput(join(root, 'dist', 'v'))).toBeUndefined();
    expect(replaceParts(join(root, 'dist', 'v'), parts('one'), gate)).toEqual([]);
    expect(read('dist', 'v', 'html', 'index.html')).toBe('one');
    expect(read('dist', 'v', 'html', 'css', 'site.css')).toBe('p {}');
    expect(readdirSync(join(root, 'dist'))).toEqual(['v']);
    expect(readdirSync(join(root, 'dist', 'v')).sort()).toEqual([recordName, 'epub', 'html', 'pdf', 'tei']);
  });

  it('loses the files that a part no longer has, and keeps the parts that were not built', () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'), gate);
    const html = new Map([['html', new Map([['index.html', 'two']])]]);
    expect(replaceParts(out, html, gate)).toEqual([]);
    expect(readdirSync(join(out, 'html'))).toEqual(['index.html']);
    expect(read('v', 'html', 'index.html')).toBe('two');
    expect(replaceParts(out, parts('three'), gate)).toEqual([]);
    expect(read('v', 'pdf', 'v.pdf')).toBe('three');
  });

  it.each([
    ['above it', 'dist/v', 'dist'],
    ['in its place', 'v', 'v'],
  ])('says so where a file stands %s, and changes nothing', (_, out, file) => {
    writeFileSync(join(root, file), 'mine');
    const [finding] = replaceParts(join(root, out), parts('one'), gate);
    expect(finding?.code).toBe('IN007');
    expect(finding?.message).toMatch(/cannot be written: a file/);
    expect(blockedOutput(join(root, out))?.code).toBe('IN007');
    expect(read(file)).toBe('mine');
    expect(readdirSync(root)).toEqual([file]);
  });

  it.each([
    ['a file of the user’s', (out: string) => writeFileSync(join(out, 'html/mine.html'), 'mine'), 'html/mine.html'],
    ['a file that was changed', (out: string) => writeFileSync(join(out, 'tei/v.xml'), 'corrected'), 'tei/v.xml'],
    ['a link', (out: string) => symlinkSync(root, join(out, 'pdf/link')), 'pdf/link'],
    [
      'a part that is a link',
      (out: string) => {
        renameSync(join(out, 'html'), join(root, 'web'));
        symlinkSync(join(root, 'web'), join(out, 'html'));
      },
      'html',
    ],
    [
      'a file deep inside',
      (out: string) => {
        mkdirSync(join(out, 'epub/a/b'), { recursive: true });
        writeFileSync(join(out, 'epub/a/b/c'), '');
      },
      'epub/a/b/c',
    ],
  ])('is refused by name where a part holds %s', (_, change, file) => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'), gate);
    change(out);
    const [finding, ...more] = replaceParts(out, parts('two'), gate);
    expect(more).toEqual([]);
    expect(finding?.code).toBe('IN032');
    expect(finding?.message).toContain(join(out, file));
    expect(existsSync(join(out, file))).toBe(true);
    expect(read('v', 'epub', 'v.epub')).toBe('one');
  });

  it('goes on beside what is in none of its parts, and takes no offence at what file managers leave', () => {
    const out = join(root, 'v');
    mkdirSync(join(out, 'letters'), { recursive: true });
    writeFileSync(join(out, 'letters/1.txt'), 'mine');
    writeFileSync(join(out, 'notes.txt'), 'mine');
    replaceParts(out, parts('one'), gate);
    writeFileSync(join(out, 'html/.DS_Store'), '');
    expect(replaceParts(out, parts('two'), gate)).toEqual([]);
    expect(read('v', 'notes.txt') + read('v', 'letters/1.txt')).toBe('minemine');
  });

  it('is refused where it holds what the command has read, also by another name', () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'), gate);
    symlinkSync(join(out, 'tei/v.xml'), join(root, 'link.xml'));
    for (const input of [join(out, 'tei/../tei/v.xml'), join(root, 'link.xml')])
      expect(codes(replaceParts(out, parts('two'), new Gate([input])))).toEqual(['IN031']);
    expect(read('v', 'tei', 'v.xml')).toBe('one');
  });

  it('is taken over from a version without a record, where all in it is kept elsewhere', () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'), gate);
    rmSync(join(out, recordName));
    expect(codes(replaceParts(out, parts('two'), gate))).toEqual(Array(5).fill('IN032'));
    expect(replaceParts(out, parts('two'), gate, () => true)).toEqual([]);
  });

  it('puts two names that some disk takes for one into no part', () => {
    const html = new Map([
      ['html', new Map(['D1.html', 'd1.html', 'e\u0301.html', '\u00e9.html'].map((name) => [name, '']))],
    ]);
    expect(codes(replaceParts(join(root, 'v'), html, gate))).toEqual(['IN033', 'IN033']);
    expect(readdirSync(root)).toEqual([]);
  });

  it('is whole after builds that end at the same time', async () => {
    const folder = join(root, 'dist', 'v');
    const compiled = (file: string): string =>
      JSON.stringify(pathToFileURL(packageFile(`dist/program/pipeline/${file}.js`)).href);
    const script = (letter: string): string => `
      import { replaceParts } from ${compiled('output-folder')};
      import { Gate } from ${compiled('gate')};
      const files = new Map(Array.from({ length: 9 }, (_, i) => [String(i), ${JSON.stringify(letter)}]));
      const parts = new Map(['tei', 'html', 'epub', 'pdf'].map((part) => [part, files]));
      for (let i = 0; i < 60; i++, await new Promise(setImmediate))
        for (const found of replaceParts(${JSON.stringify(folder)}, parts, new Gate([]))) console.log(found.message);`;
    const run = promisify(execFile);
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((letter) => run(process.execPath, ['--input-type=module', '-e', script(letter)])),
    );
    expect(outcomes.map(({ stdout, stderr }) => stdout + stderr)).toEqual(['', '', '']);
    const letters = ['tei', 'html', 'epub', 'pdf'].flatMap((part) =>
      readdirSync(join(folder, part)).map((file) => readFileSync(join(folder, part, file), 'utf8')),
    );
    expect(letters).toHaveLength(36);
    expect(new Set(letters).size).toBe(1);
    expect(readdirSync(folder).sort()).toEqual([recordName, 'epub', 'html', 'pdf', 'tei']);
  }, 60_000);

  it('never writes outside a part', () => {
    const out = new Map([['html', new Map([['../../escape', 'x']])]]);
    expect(() => replaceParts(join(root, 'v'), out, gate)).toThrow('outside');
    expect(existsSync(join(root, 'escape'))).toBe(false);
  });
});

describe('files that are as they were', () => {
  const made = (first: string, second: string) =>
    new Map([['html', new Map([['a.html', first] as const, ['b.html', second] as const])]]);
  const inode = (name: string): number => statSync(join(root, 'v/html', name)).ino;

  it('stay the same files, so that who copies the folder need not copy them again', () => {
    const out = join(root, 'v');
    replaceParts(out, made('one', 'two'), gate);
    const [a, b] = [inode('a.html'), inode('b.html')];
    replaceParts(out, made('one', 'other'), gate);
    expect(inode('a.html')).toBe(a);
    expect(inode('b.html')).not.toBe(b);
    expect(readFileSync(join(out, 'html/b.html'), 'utf8')).toBe('other');
  });

  it('are looked at themselves: what was put in their place, and is kept elsewhere, does not stay', () => {
    const out = join(root, 'v');
    replaceParts(out, made('one', 'two'), gate);
    writeFileSync(join(out, 'html/a.html'), 'an older version');
    expect(replaceParts(out, made('one', 'two'), gate, () => true)).toEqual([]);
    expect(readFileSync(join(out, 'html/a.html'), 'utf8')).toBe('one');
  });
});

/** The disk, on which after so many operations each further one fails: as if the disk were full (`ENOSPC`), or the program killed. */
function failing(steps: number, code?: string): FileOperations {
  let left = steps;
  const step = <A extends unknown[], R>(operation: (...given: A) => R) => {
    return (...given: A): R => {
      if (left-- <= 0) throw code === undefined ? new Error('killed') : Object.assign(new Error(code), { code });
      return operation(...given);
    };
  };
  return {
    makeFolder: step(fileSystem.makeFolder),
    write: step(fileSystem.write),
    link: step(fileSystem.link),
    rename: step(fileSystem.rename),
    // What is cleared away needs no room; a killed program clears nothing away.
    remove: code === undefined ? step(fileSystem.remove) : fileSystem.remove,
  };
}

/** The letters that the files of the edition hold, and whether any is absent. */
function lettersIn(out: string): readonly string[] {
  const files = ['html/index.html', 'epub/v.epub', 'pdf/v.pdf', 'tei/v.xml'];
  return files.flatMap((file) => (existsSync(join(out, file)) ? [readFileSync(join(out, file), 'utf8')] : []));
}

describe('a swap that is broken off at each of its operations', () => {
  it('by a disk that fails: the last edition is there whole, and nothing else', async () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'), gate);
    const before = readdirSync(out).sort();
    let steps = 0;
    for (; codes(replaceParts(out, parts('two'), gate, undefined, failing(steps, 'ENOSPC'))).length > 0; steps++) {
      expect(lettersIn(out), `after ${steps} operations`).toEqual(['one', 'one', 'one', 'one']);
      expect(readdirSync(out).sort()).toEqual(before);
      expect(readdirSync(root)).toEqual(['v']);
      await new Promise(setImmediate);
    }
    expect(steps).toBeGreaterThan(15);
    expect(lettersIn(out)).toEqual(['two', 'two', 'two', 'two']);
  });

  it('by a kill: at no moment files of both are there, and the next build finds one of them whole', async () => {
    const out = join(root, 'v');
    let edition = 0;
    replaceParts(out, parts('0'), gate);
    for (let steps = 0, isKilled = true; isKilled; steps++) {
      const [old, next] = [String(edition), String(edition + 1)];
      isKilled = killed(out, steps, next);
      const seen = new Set(lettersIn(out));
      expect(seen.size, `after ${steps} operations: ${[...seen]}`).toBeLessThanOrEqual(1);
      const only = new Map([['extra', new Map([['x', steps.toString()]])]]);
      expect(replaceParts(out, only, gate)).toEqual([]);
      const letters = new Set(lettersIn(out));
      expect(lettersIn(out)).toHaveLength(4);
      expect(letters.size).toBe(1);
      expect([old, next]).toContain([...letters][0]);
      expect(readdirSync(out).sort()).toEqual([recordName, 'epub', 'extra', 'html', 'pdf', 'tei']);
      if (letters.has(next)) edition++;
      await new Promise(setImmediate);
    }
    expect(edition).toBeGreaterThan(1);
  });
});

describe('an output folder in which a swap was broken off', () => {
  it('is whole again before the next build has begun its work', async () => {
    const out = join(root, 'v');
    replaceParts(out, parts('0'), gate);
    for (let steps = 0, text = 1; killed(out, steps, String(text)); steps++, text++) {
      settleOutput(out);
      const letters = lettersIn(out);
      expect(letters, `after ${steps} operations`).toHaveLength(4);
      expect(new Set(letters).size).toBe(1);
      expect(readdirSync(out).sort()).toEqual([recordName, 'epub', 'html', 'pdf', 'tei']);
      await new Promise(setImmediate);
    }
  });

  it('is not made where there is none, and keeps what is no swap', () => {
    settleOutput(join(root, 'v'));
    expect(readdirSync(root)).toEqual([]);
    writeFileSync(join(root, 'mine.txt'), 'mine');
    settleOutput(root);
    expect(readdirSync(root)).toEqual(['mine.txt']);
  });
});

/** Replaces the parts on a disk that stands still after so many operations, and whether it came to that. */
function killed(out: string, steps: number, text: string): boolean {
  let left = steps;
  const frozen = join(root, 'frozen');
  const freeze = <A extends unknown[], R>(operation: (...given: A) => R) => {
    return (...given: A): R => {
      if (left-- === 0) cpSync(out, frozen, { recursive: true });
      return operation(...given);
    };
  };
  const disk = {
    makeFolder: freeze(fileSystem.makeFolder),
    write: freeze(fileSystem.write),
    link: freeze(fileSystem.link),
    rename: freeze(fileSystem.rename),
    remove: freeze(fileSystem.remove),
  };
  replaceParts(out, parts(text), gate, undefined, disk);
  if (!existsSync(frozen)) return false;
  rmSync(out, { recursive: true });
  renameSync(frozen, out);
  rmSync(join(out, '.chancery.lock'), { force: true });
  return true;
}
