import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { correctedDocument } from '../../src/volume/corrected-document.js';
import { runs } from '../runs.js';

const letter =
  '1. Letter From Jane Roe to John Doe[1]\n\nLondon, March 3, 1963.\n\nDear Sir:\n\nThe cranes will not be bought.[2]\n\nJane Roe\n\n[1] Source: Example Society, Papers.\n[2] Not printed.\n';
const tei = encode(new SourceFile('letter.txt', letter)).value?.[0]?.tei ?? '';
const place = { file: 'volume.yaml', start: { line: 7, column: 5, offset: 0 } };
const correct = (text: string, entry: object = {}) =>
  correctedDocument(
    new SourceFile('d7.xml', text),
    { kind: 'document', id: 'd7', file: 'd7.xml', ...entry },
    () => place,
  );

describe('a TEI document in the place of a raw text', () => {
  it('stands to the character where it has the id of the outline', () => {
    const own = tei.replaceAll('"d1', '"d7').replaceAll('#d1', '#d7');
    expect(correct(own)).toEqual({ value: own, diagnostics: [] });
  });

  it('is given the id of the outline, in its notes and pointers too, and nothing else is changed', () => {
    const { value = '' } = correct(
      tei.replace('cranes', '<ref target="#d1fn2 https://example.org/#d1fn2x">cranes</ref>'),
    );
    expect([...value.matchAll(/xml:id="(d[^"]*)"/g)].map(([, id]) => id)).toEqual(['d7', 'd7fn1', 'd7fn2']);
    expect(value).toContain('target="#d7fn2 https://example.org/#d1fn2x"');
    expect(value.replace(/<[^>]*>/g, '')).toBe(tei.replace(/<[^>]*>/g, ''));
  });

  it('leaves ids that only begin with the same signs', () => {
    const { value = '' } = correct(
      tei.replace('<p>The', '<p xml:id="d12">The').replace('cranes', '<ref target="#d12">cranes</ref>'),
    );
    expect(value).toContain('xml:id="d12"');
    expect(value).toContain('target="#d12"');
  });

  it.each([
    ['not well-formed', tei.replace('</TEI>', ''), 'VA001|IN'],
    ['other XML', '<book/>', 'VO040'],
    ['without a document', tei.replace('type="document"', 'type="section"'), 'VO040'],
    ['of two documents', tei.replace('</body>', '<div type="document" xml:id="d2"><p>x</p></div></body>'), 'VO040'],
    ['whose document has no id', tei.replace(' xml:id="d1">', '>'), 'VO040'],
  ])('is refused at its line: %s', (_, text, code) => {
    const { value, diagnostics } = correct(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toMatch(code === 'VO040' ? /^VO040$/ : /./);
    expect(diagnostics[0]?.place?.file).toBe('d7.xml');
  });

  it('warns of what the manifest says in vain', () => {
    const { value, diagnostics } = correct(tei, { date: 'March 4, 1963', part: 2 });
    expect(value).toBeDefined();
    expect(diagnostics.map((d) => [d.code, d.place])).toEqual([
      ['VO041', place],
      ['VO041', place],
    ]);
  });

  it('keeps every character of the text, whatever the ids are', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
    fc.assert(
      fc.property(id, id, (from, to) => {
        const own = tei.replaceAll(/(["#])d1(?=["f])/g, `$1${from}`);
        const { value } = correctedDocument(
          new SourceFile('x.xml', own),
          { kind: 'document', id: to, file: 'x.xml' },
          () => place,
        );
        expect(value).toBe(tei.replaceAll(/(["#])d1(?=["f])/g, `$1${to}`));
      }),
      { numRuns: runs(100) },
    );
  });
});
