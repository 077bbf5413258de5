import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { zip } from '../../src/formats/zip.js';

const files = new Map<string, string | Uint8Array>([
  ['mimetype', 'application/epub+zip'],
  ['b/ä.txt', 'text '.repeat(100)],
  ['a.bin', Uint8Array.from([0, 1, 2])],
]);
const options = { modified: '2001-05-09T12:30:00Z', store: (path: string) => path === 'mimetype' };
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('the entries come back, in the order given', () => {
  const entries = unzipSync(zip(files, options));
  expect(Object.keys(entries)).toEqual(['mimetype', 'b/ä.txt', 'a.bin']);
  expect(Buffer.from(entries['b/ä.txt'] ?? []).toString()).toBe('text '.repeat(100));
});

test('the first entry is stored and has no extra field: its words stand at the offset that EPUB readers look at', () => {
  const bytes = Buffer.from(zip(files, options));
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  expect(bytes.readUInt16LE(28)).toBe(0);
});

test('the time zone of the machine changes nothing', () => {
  const made = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'].map((name) => {
    process.env['TZ'] = name;
    return Buffer.from(zip(files, options)).toString('base64');
  });
  expect(new Set(made).size).toBe(1);
});

test('a time before 1980, which ZIP does not know, becomes one in 1980', () => {
  expect(() => zip(files, { modified: '1861-03-04T00:00:00Z' })).not.toThrow();
});
