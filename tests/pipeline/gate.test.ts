import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameOf, foldedPath } from '../../src/model/file-name.js';
import { Gate } from '../../src/pipeline/gate.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (...path: string[]): string => join(root, ...path);
const codes = (found: readonly { readonly code: string }[]): string[] => found.map((d) => d.code);

describe('the gate', () => {
  it('lets nothing be written over what was read, by whatever way a path leads to it', () => {
    mkdirSync(at('sub'));
    writeFileSync(at('volume.xml'), 'mine');
    symlinkSync(at('volume.xml'), at('link.pdf'));
    symlinkSync(root, at('sub/up'));
    linkSync(at('volume.xml'), at('hard.pdf'));
    const ways = ['volume.xml', 'sub/../volume.xml', 'link.pdf', 'sub/up/volume.xml', 'hard.pdf', './/volume.xml'];
    for (const input of ways) {
      const gate = new Gate([`${root}/${input}`]);
      for (const way of ways) expect(codes(gate.write(`${root}/${way}`, 'PDF')), way).toEqual(['IN031']);
    }
    expect(readFileSync(at('volume.xml'), 'utf8')).toBe('mine');
  });

  it('writes over what it wrote, as long as nobody has changed it', () => {
    const gate = new Gate([]);
    expect(gate.write(at('o.pdf'), 'one')).toEqual([]);
    expect(gate.write(at('o.pdf'), 'two')).toEqual([]);
    writeFileSync(at('o.pdf'), 'two, with remarks');
    expect(codes(gate.write(at('o.pdf'), 'three'))).toEqual(['IN032']);
    expect(readFileSync(at('o.pdf'), 'utf8')).toBe('two, with remarks');
    rmSync(at('o.pdf'));
    expect(gate.write(at('o.pdf'), 'three')).toEqual([]);
    expect(readdirSync(root).sort()).toEqual(['.chancery.json', 'o.pdf']);
  });

  it('writes over no file of the user’s, no device, and follows no link to where nothing is', () => {
    writeFileSync(at('thesis.pdf'), 'mine');
    symlinkSync(at('absent'), at('dangling.pdf'));
    for (const file of [at('thesis.pdf'), at('dangling.pdf'), '/dev/null'])
      expect(codes(new Gate([]).write(file, 'PDF')), file).toEqual(['IN032']);
    expect(readdirSync(root).sort()).toEqual(['dangling.pdf', 'thesis.pdf']);
  });

  it('gives no two outputs one name, nor names that are one on some disk', () => {
    mkdirSync(at('a'));
    symlinkSync(at('a'), at('b'));
    const clashing = [
      ['a/001.xml', 'a/001.xml'],
      ['a/001.xml', 'b/001.xml'],
      ['D1.xml', 'd1.xml'],
      ['e\u0301.xml', '\u00e9.xml'],
      ['new/x.xml', 'new/../new/x.xml'],
    ];
    for (const files of clashing)
      expect(codes(new Gate([]).hindrances(files.map((f) => `${root}/${f}`)))).toEqual(['IN033']);
    expect(new Gate([]).hindrances([at('a/1.xml'), at('2.xml'), at('new/1.xml')])).toEqual([]);
  });

  it('says it where the disk refuses', () => {
    writeFileSync(at('file'), '');
    mkdirSync(at('folder'));
    expect(codes(new Gate([]).write(at('file/x.pdf'), ''))).toEqual(['IN007']);
    expect(codes(new Gate([]).write(at('folder'), ''))).toEqual(['IN007']);
    expect(codes(new Gate([]).write(at('x'.repeat(300)), ''))).toEqual(['IN007']);
    expect(readdirSync(root).sort()).toEqual(['file', 'folder']);
  });
});

describe('an id as the name of a file', () => {
  const devices = ['con', 'PRN', 'aux.x', 'NUL', 'com1', 'LPT9'];
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('.', '/', '\\', ' ', 'a', ':', '\0') }),
    fc.constantFrom(...devices, '..', '', 'a'.repeat(400), 'é'.repeat(200)),
  );

  it('is one that every file system takes, and that leads nowhere', () => {
    fc.assert(
      fc.property(odd, (id) => {
        const name = fileNameOf(id);
        expect(name).not.toMatch(/[/\\:*?"<>|\0]|^\.|[. ]$|^$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
      }),
    );
  });

  it('is the id itself where that is fit, and two names for two ids', () => {
    for (const id of ['d1', 'frus1964-68v14', 'note-on-sources', 'D.1_a']) expect(fileNameOf(id)).toBe(id);
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        if (a.normalize() !== b.normalize()) expect(fileNameOf(a)).not.toBe(fileNameOf(b));
      }),
    );
    expect(foldedPath('D1')).toBe(foldedPath('d1'));
  });
});
