import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkBag } from '../../src/archive/bagit/check-bag.js';
import { chunksOf } from '../../src/model/file-set.js';

/**
 * Bags of the kinds that the BagIt Conformance Suite of the Library of Congress has, by the names of its folders (valid, invalid, warning; 0.93 to 1.0): made here, for every version and algorithm
 * where the suite has some of them.
 */
const versions = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'] as const;
type Version = (typeof versions)[number];
const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;

type Bag = Record<string, string | Buffer>;
const sum = (algorithm: string, content: string | Buffer): string =>
  createHash(algorithm).update(content).digest('hex');

/** A bag with a payload, its manifest and, over all tag files, its tag manifest. */
function bagOf(
  version: Version,
  algorithm: string,
  change: (bag: Bag) => void = () => undefined,
  encoding = 'UTF-8',
): Bag {
  const payload: Bag = { 'data/text-file.txt': 'a text', 'data/bare-filename': 'bare' };
  const info = version < '0.95' ? 'package-info.txt' : 'bag-info.txt';
  const encoded = (text: string): string | Buffer => {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding === 'UTF-8' ? text : encoding === 'UTF-16BE' ? bytes.swap16() : bytes;
  };
  const bag: Bag = {
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`,
    [info]: encoded('Contact-Name: One\nContact-Name: Two\nPayload-Oxum: 10.2\n'),
    [`manifest-${algorithm}.txt`]: encoded(
      Object.entries(payload)
        .map(([path, content]) => `${sum(algorithm, content)}  ${path}\n`)
        .join(''),
    ),
    ...payload,
  };
  change(bag);
  const tags = Object.entries(bag).filter(([path]) => !path.startsWith('data/'));
  bag[`tagmanifest-${algorithm}.txt`] = encoded(
    tags.map(([path, text]) => `${sum(algorithm, text)}  ${path}\n`).join(''),
  );
  return bag;
}

/** Errors and warnings that are found, apart. */
async function found(bag: Bag): Promise<{ errors: string[]; warnings: string[] }> {
  const entries = Object.entries(bag).map(([path, content]) => ({
    path,
    kind: 'file' as const,
    size: Buffer.byteLength(content),
    chunks: () => chunksOf(content),
  }));
  const { diagnostics } = await checkBag('bag', { form: 'folder', entries, close: () => undefined });
  const of = (severity: string): string[] => [
    ...new Set(diagnostics.filter((d) => d.severity === severity).map((d) => d.code)),
  ];
  return { errors: of('error'), warnings: of('warning') };
}

const add =
  (algorithm: string, path: string, content: string, shown = path) =>
  (bag: Bag) => {
    bag[path] = content;
    const [octets, files] = [10 + Buffer.byteLength(content), 3];
    for (const name of ['bag-info.txt', 'package-info.txt'])
      if (bag[name] !== undefined) bag[name] = `Payload-Oxum: ${octets}.${files}\n`;
    bag[`manifest-${algorithm}.txt`] += `${sum(algorithm, content)}  ${shown}\n`;
  };
const appended = (file: string, text: string) => (bag: Bag) => {
  bag[file] = `${bag[file] ?? ''}${text}`;
};

describe.each(versions)('of version %s', (version) => {
  it.each(algorithms)('a basic bag by %s, whose metadata stand twice, is valid', async (algorithm) => {
    expect((await found(bagOf(version, algorithm))).errors).toEqual([]);
  });

  it.each(['UTF-16BE', 'UTF-16LE'])('a bag with tag files in %s is valid', async (encoding) => {
    expect((await found(bagOf(version, 'sha256', () => undefined, encoding))).errors).toEqual([]);
  });

  it.each<[string, (bag: Bag) => void]>([
    ['white space before the declaration', (bag) => (bag['bagit.txt'] = ` ${bag['bagit.txt']}`)],
    ['an empty line before the declaration', (bag) => (bag['bagit.txt'] = `\n${bag['bagit.txt']}`)],
    ['a declaration in one line', (bag) => (bag['bagit.txt'] = String(bag['bagit.txt']).replace('\n', ' '))],
    ['a byte-order mark in the declaration', (bag) => (bag['bagit.txt'] = `\ufeff${bag['bagit.txt']}`)],
    ['no declaration', (bag) => delete bag['bagit.txt']],
    ['no manifest', (bag) => delete bag['manifest-md5.txt']],
    ['a path out of the bag by dots', appended('manifest-md5.txt', `${sum('md5', 'x')}  ../../../README.md\n`)],
    ['a path out of the payload by dots', appended('manifest-md5.txt', `${sum('md5', 'x')}  data/../../README.md\n`)],
    ['a path from the root', appended('manifest-md5.txt', `${sum('md5', 'x')}  /etc/hosts\n`)],
    ['a path of a home', appended('manifest-md5.txt', `${sum('md5', 'x')}  ~/file\n`)],
    ['a path out of the bag to be fetched', appended('fetch.txt', 'file:///etc/hosts 10 ../../hosts\n')],
    ['a file that is missing', (bag) => delete bag['data/bare-filename']],
    ['a file that no manifest names', (bag) => (bag['data/more'] = 'more')],
    ['a file with other words', (bag) => (bag['data/bare-filename'] = 'BARE')],
  ])('a bag with %s is invalid', async (_, change) => {
    expect((await found(bagOf(version, 'md5', change))).errors).not.toEqual([]);
  });

  it.each<[string, (bag: Bag) => void]>([
    ['a name that is written in another normal form', add('sha256', 'data/N\u0303', 'x', 'data/\u00d1')],
    [
      'two names that are one in another normal form',
      (bag) => {
        add('sha256', 'data/N\u0303', 'x')(bag);
        add('sha256', 'data/\u00d1', 'x')(bag);
        for (const name of ['bag-info.txt', 'package-info.txt']) if (bag[name] !== undefined) bag[name] = 'A: b\n';
      },
    ],
    [
      'names marked as by md5sum',
      (bag) => (bag['manifest-sha256.txt'] = String(bag['manifest-sha256.txt']).replaceAll('  data', ' *data')),
    ],
    [
      'names with a dot and a slash before them',
      (bag) => (bag['manifest-sha256.txt'] = String(bag['manifest-sha256.txt']).replaceAll('  data', '  ./data')),
    ],
  ])('a bag with %s is valid, and warned of', async (_, change) => {
    const { errors, warnings } = await found(bagOf(version, 'sha256', change));
    expect([errors, warnings.length > 0]).toEqual([[], true]);
  });

  it('a file that was fetched is as any other', async () => {
    const bag = bagOf(version, 'sha256', appended('fetch.txt', 'https://example.org/x 4 data/bare-filename\n'));
    expect((await found(bag)).errors).toEqual([]);
  });
});
