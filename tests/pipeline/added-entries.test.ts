import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/formats/yaml.js';
import { withAddedEntries } from '../../src/pipeline/added-entries.js';
import { runs } from '../runs.js';

const added = (file: string, number = '') => ({
  file,
  part: undefined,
  head: 'A Letter',
  number,
  date: '',
  doubts: [],
});
const withNew = (text: string, ids: readonly string[] = ['d1']) =>
  withAddedEntries(text, new Set(ids), [added('new.txt', '1'), added('newer.txt', '9')]);
const outlineOf = (text: string) => (readYaml(text).value as { outline: Record<string, unknown>[] }).outline;

const manifests: readonly (readonly [string, string])[] = [
  ['two blanks in', 'id: v\noutline:\n  - document: d1 # mine\n    file: a.txt\n    # look here\nback: []\n'],
  ['not set in', 'id: v\noutline:\n- document: d1\n  file: a.txt\nback: []\n'],
  ['last of the file', 'id: v\noutline:\n  - document: d1\n    file: a.txt'],
  ['with comments after it', 'outline:\n    - document: d1\n      file: a.txt\n\n# The end of it\nback: []\n'],
  [
    'in chapters',
    'outline:\n  - chapter: ch1\n    head: One\n    contents:\n      - document: d1\n        file: a.txt\n        # doubt\n',
  ],
  ['Windows line ends', 'id: v\r\noutline:\r\n  - document: d1\r\n    file: a.txt\r\nback: []\r\n'],
];

describe('entries that are added to a manifest', () => {
  it.each(manifests)('stand after the last of an outline that is %s, and all else stays', (_, text) => {
    const made = withNew(text);
    if (!('text' in made)) throw new Error('no text');
    const entries = outlineOf(made.text);
    expect(entries.slice(-2)).toEqual([
      { document: 'd2', file: 'new.txt' },
      { document: 'd9', file: 'newer.txt' },
    ]);
    expect(entries.slice(0, -2)).toEqual(outlineOf(text));
    const own = text.split('\n').filter((line) => line.trim() !== '');
    const lines = made.text.split('\n');
    let at = 0;
    for (const line of own) at = lines.indexOf(line, at) + 1;
    expect(at).toBeGreaterThan(0);
    expect(readYaml(made.text).problems).toEqual([]);
  });

  it.each([
    ['of brackets with nothing in them', 'id: v\noutline: []\nback: []\n'],
    ['without a value', 'id: v\noutline:\nback: []\n'],
    ['that is not there', 'id: v\nback: []\n'],
  ])('make an outline %s', (_, text) => {
    const made = withNew(text, []);
    if (!('text' in made)) throw new Error('no text');
    expect(outlineOf(made.text)).toEqual([
      { document: 'd1', file: 'new.txt' },
      { document: 'd9', file: 'newer.txt' },
    ]);
    expect((readYaml(made.text).value as { back: unknown }).back).toEqual([]);
  });

  it('are refused where the outline is written in brackets', () => {
    expect(withNew('outline: [{ document: d1, file: a.txt }]\n')).toEqual({ hindrance: 'brackets' });
  });

  it('leave every line of the editor as it was, whatever the comments and blanks', () => {
    const line = fc.constantFrom('    # a comment', '', '  # another', '    head: x', '# at the margin');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.array(line, { maxLength: 4 }),
        fc.boolean(),
        (inside, after, ends) => {
          const distinct = inside.filter((text, i) => text !== '    head: x' || inside.indexOf(text) === i);
          const comments = after.filter((text) => text !== '    head: x');
          const text = [
            'outline:',
            '  - document: d1',
            ...distinct,
            ...comments,
            ...(ends ? [] : ['back: []', '']),
          ].join('\n');
          const made = withNew(text);
          if (!('text' in made)) throw new Error('no text');
          expect(outlineOf(made.text).map((entry) => entry['document'])).toEqual(['d1', 'd2', 'd9']);
          const removed = made.text.replace(/ {2}# A Letter\n {2}- document: d[29]\n {4}file: newe?r?\.txt\n/g, '');
          expect(removed.trimEnd()).toBe(text.trimEnd());
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
