import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../src/formats/crc32.js';
import { filesBelow } from '../../src/formats/disk-files.js';
import { packageFile } from '../../src/formats/package.js';
import { openPackage, type PackageEntry } from '../../src/formats/package-entries.js';
import { tarEntries, tarOf } from '../../src/formats/tar.js';
import { zipStored } from '../../src/formats/zip-stored.js';
import { chunksOf, type FileSource } from '../../src/model/file-set.js';
import { runs } from '../runs.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const time = '2026-01-31T23:30:00Z';
const whole = (pieces: Iterable<Uint8Array>): Buffer =>
  Buffer.concat([...pieces].map((piece) => Uint8Array.from(piece)));

async function contentOf(entry: PackageEntry): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry.chunks()) chunks.push(Uint8Array.from(chunk));
  return Buffer.concat(chunks).toString('latin1');
}

async function kindsIn(name: string, bytes: Uint8Array): Promise<[string, string][]> {
  writeFileSync(join(folder, name), bytes);
  const opened = await openPackage(join(folder, name));
  opened?.close();
  return (opened?.entries ?? []).map(({ path, kind }) => [path, kind]);
}

describe('packages', () => {
  const files = fc.uniqueArray(
    fc.tuple(fc.stringMatching(/^[a-zé漢/ ]{1,120}x$/), fc.uint8Array({ maxLength: 1500 })),
    { maxLength: 6, selector: ([path]) => path },
  );

  it.each(['zip', 'tar'] as const)('give back what was put into them: %s', async (form) => {
    await fc.assert(
      fc.asyncProperty(files, async (entries) => {
        fc.pre(entries.length > 0);
        const write = form === 'zip' ? zipStored : tarOf;
        const path = join(folder, `back.${form}`);
        writeFileSync(path, whole(write(new Map(entries), time)));
        const opened = await openPackage(path);
        const read: [string, string][] = [];
        for (const entry of opened?.entries ?? []) read.push([entry.path, await contentOf(entry)]);
        opened?.close();
        expect(read).toEqual(entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));
      }),
      { numRuns: runs(100) },
    );
  });

  it('in ZIP are read by another program, with their checksums', () => {
    const read = unzipSync(
      whole(
        zipStored(
          new Map([
            ['a/ü', 'alpha'],
            ['b', ''],
          ]),
          time,
        ),
      ),
    );
    expect(Object.entries(read).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['a/ü', 'alpha'],
      ['b', ''],
    ]);
  });

  it('are the same bytes in every time zone and language', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { zipStored } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/formats/zip-stored.js')).href)};
      import { tarOf } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/formats/tar.js')).href)};
      for (const write of [zipStored, tarOf]) {
        const hash = createHash('sha256');
        for (const piece of write(new Map([['ä/I.txt', 'text'], ['i', 'x']]), ${JSON.stringify(time)})) hash.update(piece);
        console.log(hash.digest('hex'));
      }`;
    const made = ['Pacific/Auckland', 'UTC', 'America/Los_Angeles'].flatMap((TZ) =>
      ['tr_TR.UTF-8', 'C'].map((LC_ALL) =>
        execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          env: { ...process.env, TZ, LC_ALL },
        }).toString(),
      ),
    );
    expect(new Set(made).size).toBe(1);
  });

  it('hold files and packages of more than 4 GiB', async () => {
    // A file of nothing but zeros whose checksum is known need not be read to be packed, and a package with holes takes no room.
    const size = 0x1_0000_0010;
    const zeros: FileSource = { size, chunks: () => [], digests: new Map([['crc32', '00000000']]) };
    const pieces = [
      ...zipStored(
        new Map<string, FileSource | string>([
          ['long', zeros],
          ['after', 'text'],
        ]),
        time,
      ),
    ];
    const path = join(folder, 'long.zip');
    const descriptor = openSync(path, 'w');
    let at = 0;
    for (const [i, piece] of pieces.entries()) {
      writeSync(descriptor, piece, 0, piece.length, at);
      at += piece.length + (i === 0 ? size : 0);
    }
    ftruncateSync(descriptor, at);
    closeSync(descriptor);
    const opened = await openPackage(path);
    expect(opened?.entries.map((entry) => [entry.path, entry.size])).toEqual([
      ['long', size],
      ['after', 4],
    ]);
    expect(await contentOf(opened?.entries[1] as PackageEntry)).toBe('text');
    opened?.close();
    rmSync(path);
  });

  it('hold more than 65,535 files', () => {
    const many = new Map(Array.from({ length: 66_000 }, (_, i): [string, string] => [`f${i}`, '']));
    expect(Object.keys(unzipSync(whole(zipStored(many, time))))).toHaveLength(66_000);
  });
});

describe('packages of others', () => {
  it('show links and folders of a ZIP file as what they are', async () => {
    const unix = (mode: number) => ({ os: 3, attrs: (mode << 16) >>> 0, level: 0 as const });
    const bytes = zipSync({
      link: [Buffer.from('/etc/passwd'), unix(0o120777)],
      pipe: [Buffer.from(''), unix(0o010644)],
      'folder/': [Buffer.from(''), unix(0o040755)],
      file: [Buffer.from('x'), unix(0o100644)],
    });
    expect(Object.fromEntries(await kindsIn('kinds.zip', bytes))).toEqual({
      link: 'link',
      pipe: 'other',
      'folder/': 'folder',
      file: 'file',
    });
  });

  it('show links and devices of a tar file as what they are', async () => {
    const bytes = whole(
      tarOf(
        new Map([
          ['a', ''],
          ['b', ''],
          ['c', ''],
          ['d', ''],
        ]),
        time,
      ),
    );
    for (const [i, flag] of ['1', '2', '3', '5'].entries()) {
      const header = bytes.subarray(512 * i, 512 * (i + 1));
      header.write(flag, 156);
      header.write('        ', 148);
      header.write(
        `${header
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, '0')}\0 `,
        148,
      );
    }
    expect((await kindsIn('kinds.tar', bytes)).map(([, kind]) => kind)).toEqual(['link', 'link', 'other', 'folder']);
  });

  it('are packed well by others too', async () => {
    const bytes = zipSync({ 'a.txt': Buffer.from('alpha '.repeat(1000)) });
    writeFileSync(join(folder, 'deflated.zip'), bytes);
    const opened = await openPackage(join(folder, 'deflated.zip'));
    expect(await contentOf(opened?.entries[0] as PackageEntry)).toBe('alpha '.repeat(1000));
    opened?.close();
  });

  it('that are encrypted, or whose entries lie over each other, are refused', async () => {
    const sound = Buffer.from(zipSync({ a: Buffer.from('x'.repeat(500)) }, { level: 0 }));
    const directory = sound.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    const encrypted = Buffer.from(sound);
    encrypted.writeUInt16LE(1, directory + 8);
    // The first twelve bytes are of the encryption.
    encrypted.writeUInt32LE(488, directory + 24);
    await expect(kindsIn('encrypted.zip', encrypted)).rejects.toThrow('is encrypted');
    const entry = sound.subarray(directory, sound.length - 22);
    const end = Buffer.from(sound.subarray(sound.length - 22));
    end.writeUInt16LE(3, 8);
    end.writeUInt16LE(3, 10);
    end.writeUInt32LE(entry.length * 3, 12);
    const bomb = Buffer.concat([sound.subarray(0, directory), entry, entry, entry, end]);
    await expect(kindsIn('bomb.zip', bomb)).rejects.toThrow('holds more than it has');
  });

  it.each(['zip', 'tar'] as const)(
    'that are damaged anywhere end in a finding or in other bytes, never in a failure: %s',
    async (form) => {
      const sound = whole(
        (form === 'zip' ? zipStored : tarOf)(
          new Map([
            ['bag/a', 'alpha'],
            [`bag/${'n'.repeat(150)}`, 'x'],
          ]),
          time,
        ),
      );
      await fc.assert(
        fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
          const damaged = isCut ? sound.subarray(0, at) : Buffer.from(sound).fill(byte, at, at + 1);
          writeFileSync(join(folder, `damaged.${form}`), damaged);
          try {
            const opened = await openPackage(join(folder, `damaged.${form}`));
            for (const entry of opened?.entries ?? []) await contentOf(entry);
            opened?.close();
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        }),
        { numRuns: runs(300) },
      );
    },
  );

  it('in tar may have names as GNU writes them, and none of any length', () => {
    const gnu = whole(
      tarOf(
        new Map([
          ['././@LongLink', `${'n'.repeat(150)}\0`],
          ['n', 'text'],
        ]),
        time,
      ),
    );
    const header = gnu.subarray(0, 512);
    header.write('L', 156);
    header.write('        ', 148);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    );
    const read = (offset: number, length: number): Uint8Array => gnu.subarray(offset, offset + length);
    expect([...tarEntries(read, gnu.length)].map(({ path }) => path)).toEqual(['n'.repeat(150)]);
  });
});

it('the checksum of ZIP files is that of every version of Node.js', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (a, b) => {
      expect(crc32ByTable(b, crc32ByTable(a))).toBe(crc32(b, crc32(a)));
      expect(crc32ByTable(Buffer.concat([a, b]))).toBe(crc32(b, crc32(a)));
    }),
  );
  expect(crc32ByTable(Buffer.from('123456789'))).toBe(0xcbf43926);
});

it('a file that becomes another between being seen and being read is an error, and so is a link that takes its place', () => {
  const at = join(folder, 'changing');
  mkdirSync(at);
  for (const name of ['same', 'longer', 'link']) writeFileSync(join(at, name), 'text');
  const { files } = filesBelow(at);
  writeFileSync(join(at, 'longer'), 'another text');
  rmSync(join(at, 'link'));
  symlinkSync(join(at, 'same'), join(at, 'link'));
  const read = (name: string): string => whole(chunksOf(files.get(name) ?? '')).toString();
  expect(read('same')).toBe('text');
  expect(() => read('longer')).toThrow(expect.objectContaining({ code: 'ECHANGED' }));
  expect(() => read('link')).toThrow(expect.objectContaining({ code: 'ELOOP' }));
});
