import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/formats/yaml.js';
import { withDoi } from '../../src/pipeline/written-doi.js';
import { runs } from '../runs.js';

const DOI = '10.5072/abcde-12345';
const made = (text: string, replaced: readonly string[] = []): string => {
  const result = withDoi(text, DOI, replaced);
  return 'text' in result ? result.text : `(${result.reason})`;
};

describe('a DOI that is written into a manifest', () => {
  it.each<[string, string, string]>([
    [
      'no identifiers',
      'id: a\n# The parts.\noutline:\n  - b\n',
      `id: a\n# The parts.\nidentifiers:\n  doi: ${DOI}\noutline:\n  - b\n`,
    ],
    ['no outline either, and no last line end', 'id: a', `id: a\nidentifiers:\n  doi: ${DOI}\n`],
    [
      'other identifiers',
      'identifiers:\n  # of the print\n  isbn-13: "978" # yes\n',
      `identifiers:\n  # of the print\n  doi: ${DOI}\n  isbn-13: "978" # yes\n`,
    ],
    ['deep indentation', 'identifiers:\n      isbn: 1\n', `identifiers:\n      doi: ${DOI}\n      isbn: 1\n`],
    [
      'braces',
      'identifiers: { isbn: 1 } # print\n',
      `identifiers: { doi: ${DOI}, isbn: 1 } # print\n`.replace('{ doi', '{ doi'),
    ],
    [
      'a DOI that waits for its value',
      'identifiers: # of these\n  isbn-13:\n  doi: # none yet\nid: a\n',
      `identifiers: # of these\n  isbn-13:\n  doi: ${DOI} # none yet\nid: a\n`,
    ],
    ['the same, without a comment', 'identifiers:\n  doi:\n', `identifiers:\n  doi: ${DOI}\n`],
    ['empty braces', 'identifiers: {}\nid: a\n', `identifiers: { doi: ${DOI} }\nid: a\n`],
    ['a key without a value', 'identifiers: # none yet\nid: a\n', `identifiers: # none yet\n  doi: ${DOI}\nid: a\n`],
    [
      'the same DOI already',
      `identifiers:\n  doi: https://doi.org/${DOI}\n`,
      `identifiers:\n  doi: https://doi.org/${DOI}\n`,
    ],
    [
      'line ends of Windows',
      'id: a\r\nidentifiers:\r\n  isbn: 1\r\n',
      `id: a\r\nidentifiers:\r\n  doi: ${DOI}\r\n  isbn: 1\r\n`,
    ],
  ])('%s', (_, text, expected) => expect(made(text)).toBe(expected));

  it('gives way to that of a new version, and to no other', () => {
    const text = 'identifiers:\n  doi: "10.5072/older" # of the first\n';
    expect(made(text, ['10.5072/older'])).toBe(`identifiers:\n  doi: ${DOI} # of the first\n`);
    expect(made(text)).toBe('(it bears the DOI 10.5072/older already)');
  });

  it('leaves all else as it is, whatever stands there, or leaves all', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const lines = fc.array(
      fc.tuple(word, fc.constantFrom('1', '"a: b"', '[1, 2]', '|\n    text\n', '', '# only a comment')),
      { maxLength: 4 },
    );
    const block = fc.constantFrom(
      '',
      'identifiers:\n',
      'identifiers: {}\n',
      'identifiers: {a: 1}\n',
      'identifiers:\n  a: 1\n',
      'identifiers:\n# c\n\n  a: 1\n',
      'identifiers: &x\n  a: 1\n',
      'identifiers: [1]\n',
    );
    fc.assert(
      fc.property(lines, block, lines, (before, own, after) => {
        const distinct = (rest: readonly (readonly [string, string])[], prefix: string) =>
          rest.map(([key, value], i) => `${prefix}${i}${key}: ${value}\n`).join('');
        const text = `${distinct(before, 'b')}${own}${distinct(after, 'c')}`;
        const result = withDoi(text, DOI, []);
        if (!('text' in result)) return;
        const [was, is] = [readYaml(text).value, readYaml(result.text).value].map(
          (value) => (value ?? {}) as Record<string, unknown>,
        );
        expect(is?.['identifiers']).toMatchObject({ doi: DOI });
        expect({ ...is, identifiers: undefined }).toEqual({ ...was, identifiers: undefined });
        for (const line of text.split('\n')) if (line.includes('#')) expect(result.text).toContain(line);
      }),
      { numRuns: runs(200) },
    );
  });
});
