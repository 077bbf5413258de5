import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/build/growth/kind.js';
import { readers } from '../../../src/build/growth/readers.js';
import { readXml } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';

/** Repetitions that were read in the square of their length: minutes, where it is now a second or two. */
describe('a long text of nothing but one repetition comes to its end', () => {
  it.each([
    ['encode-cable', { unit: '((a) ' }, 2000],
    ['encode-cable', { unit: '((A ', rest: '.)) ' }, 2000],
    ['encode-cable', { unit: '_a __b ' }, 400],
    ['encode-typescript', { unit: '*1 ' }, 400],
    ['encode-any', { unit: 'x    ' }, 2000],
    ['encode-html', { unit: '[a][b] \n' }, 400],
    ['encode-cable', { unit: 'TO X№: a\n' }, 400],
    ['review', { unit: '|--|\n' }, 100],
  ])(
    'with %s of %o',
    async (reader, kind, size) => {
      const read = await readers[reader]?.prepare(textOf(kind, size * 1000));
      await read?.();
    },
    60_000,
  );

  it('in XML with entities that nothing declares', () => {
    const source = new SourceFile('v.xml', `<TEI>${textOf({ unit: '&a№;' }, 400_000)}</TEI>`);
    const found = readXml(source, {});
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['IN014']));
    expect(found.length).toBeGreaterThan(10_000);
  }, 60_000);
});
