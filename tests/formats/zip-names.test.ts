import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../src/formats/crc32.js';
import { openPackage } from '../../src/formats/package-entries.js';
import { runs } from '../runs.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A number of so many bytes, the lowest first. */
const little = (bytes: number, value: number): Buffer => {
  const made = Buffer.alloc(bytes);
  made.writeUIntLE(value, 0, bytes);
  return made;
};

/** The extra field for names of APPNOTE.TXT 6.3.10, §4.6.9. @param made the name as it stood when the field was made */
const field = (name: string | Buffer, made: Buffer, version = 1): Buffer => {
  const data = Buffer.concat([Buffer.from([version]), little(4, crc32(made)), Buffer.from(name)]);
  return Buffer.concat([little(2, 0x7075), little(2, data.length), data]);
};

/** A ZIP file of one empty file (§4.3.7, §4.3.12, §4.3.16), with the extra fields of its directory and those before its content. */
function zip(raw: Buffer, inDirectory: Buffer, before = inDirectory): Buffer {
  const facts = Buffer.concat([little(2, 20), Buffer.alloc(20), little(2, raw.length)]);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, little(2, before.length), raw, before]);
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    little(2, 20),
    facts,
    little(2, inDirectory.length),
    Buffer.alloc(14),
    raw,
    inDirectory,
  ]);
  const counts = Buffer.concat([Buffer.alloc(4), little(2, 1), little(2, 1)]);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06'),
    counts,
    little(4, entry.length),
    little(4, local.length),
    little(2, 0),
  ]);
  return Buffer.concat([local, entry, end]);
}

/** The name under which the one file is read, or what stands against it. */
async function nameIn(bytes: Buffer): Promise<string | undefined> {
  const path = join(folder, 'one.zip');
  writeFileSync(path, bytes);
  try {
    const opened = await openPackage(path);
    opened?.close();
    return opened?.entries[0]?.path;
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return (error as Error).message;
  }
}

const raw = Buffer.from('caf\x82.txt', 'latin1');

describe('the name of a file in a ZIP file', () => {
  it('is that of the field for names, where it stands in a character set of old', async () => {
    expect(await nameIn(zip(raw, field('café.txt', raw)))).toBe('café.txt');
    expect(await nameIn(zip(raw, field('café.txt', raw), Buffer.alloc(0)))).toBe('café.txt');
    expect(await nameIn(zip(raw, Buffer.alloc(0)))).toBe('caf\x82.txt');
  });

  it('is read from every pair that stands for one path', async () => {
    // The letters of code page 437 from 0x80 on.
    const letters = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ';
    const word = fc.string({ unit: fc.constantFrom(...letters, ...'abc. '), minLength: 1, maxLength: 8 });
    const old = (name: string): Buffer =>
      Buffer.from([...name].map((one) => (letters.includes(one) ? 0x80 + letters.indexOf(one) : one.charCodeAt(0))));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 4 }), async (words) => {
        const name = words.join('/');
        const bytes = old(name);
        // By chance these bytes may be UTF-8 of something else.
        fc.pre(/^\p{ASCII}*$/u.test(name) || bytes.toString().includes('�'));
        expect(await nameIn(zip(bytes, field(name, bytes)))).toBe(name);
        const utf8 = Buffer.from(name);
        expect(await nameIn(zip(utf8, field(name, utf8)))).toBe(name);
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['of a name that it had before', field('../../b.txt', Buffer.from('b.txt'))],
    ['of a version that nobody knows', field('../../b.txt', Buffer.from('a.txt'), 2)],
    ['that is cut off', Buffer.concat([little(2, 0x7075), little(2, 3), Buffer.from([1, 0, 0])])],
  ])('is not that of a field %s', async (_, extra) => {
    expect(await nameIn(zip(Buffer.from('a.txt'), extra))).toBe('a.txt');
  });

  const ascii = Buffer.from('a/a.txt');
  const dots = Buffer.from('../../caf\x82.txt', 'latin1');
  it.each([
    ['a UTF-8 name and another', ascii, field('a/b.txt', ascii), undefined],
    ['a UTF-8 name and another before the content alone', ascii, Buffer.alloc(0), field('a/b.txt', ascii)],
    ['two fields', raw, Buffer.concat([field('café.txt', raw), field('cafè.txt', raw)]), undefined],
    ['folders that differ', dots, field('data/a/café.txt', dots), undefined],
    ['other folders', raw, field('../café.txt', raw), undefined],
    ['a word that is ASCII in one alone', raw, field('cafe.txt', raw), undefined],
  ])('is refused where it is two: %s', async (_, bytes, inDirectory, before) => {
    expect(await nameIn(zip(bytes, inDirectory, before))).toMatch(/^has two names for one file: /);
  });

  it('is refused where it says that it is UTF-8, and is none', async () => {
    expect(await nameIn(zip(raw, field(raw, raw)))).toBe('has a name as UTF-8 that is none');
  });
});
