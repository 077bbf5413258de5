import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { ZipWriter } from '../../src/formats/zip.js';

const files = new Map<string, string | Uint8Array>([
  ['mimetype', 'application/epub+zip'],
  ['b/ä.txt', 'text '.repeat(100)],
  ['a.bin', Uint8Array.from([0, 1, 2])],
]);

function zip(entries: Iterable<readonly [string, string | Uint8Array]>, modified = '2001-05-09T12:30:00Z'): Uint8Array {
  const writer = new ZipWriter(modified);
  for (const [path, content] of entries) writer.add(path, Buffer.from(content), path === 'mimetype');
  return writer.finish();
}

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('the entries come back, in the order given', () => {
  const entries = unzipSync(zip(files));
  expect(Object.keys(entries)).toEqual(['mimetype', 'b/ä.txt', 'a.bin']);
  expect(Buffer.from(entries['b/ä.txt'] ?? []).toString()).toBe('text '.repeat(100));
});

test('the first entry is stored and has no extra field: its words stand at the offset that EPUB readers look at', () => {
  const bytes = Buffer.from(zip(files));
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  expect(bytes.readUInt16LE(28)).toBe(0);
});

test('the time zone of the machine changes nothing', () => {
  const made = new Set<string>();
  for (const name of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
    process.env['TZ'] = name;
    made.add(Buffer.from(zip(files)).toString('base64'));
  }
  expect(made.size).toBe(1);
});

test('a time before 1980, which ZIP does not know, becomes one in 1980', () => {
  const bytes = Buffer.from(zip(files, '1861-03-04T00:00:00Z'));
  expect(bytes.readUInt16LE(12)).toBe((3 << 5) | 4);
});
