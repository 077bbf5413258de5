import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../runs.js';
import { editionsOf, volumeOf } from './editions-of.js';

/** The headings of the first document's page, with the document's own. */
function headings(blocks: string): string[] {
  const { site, found } = editionsOf(volumeOf(blocks), undefined, false);
  expect(found).toEqual([]);
  const page = String(site.get('d1.html'));
  const text = page.slice(page.indexOf('<article'), page.indexOf('</article>'));
  return [...text.matchAll(/<(h[1-6])[^>]*>(.*?)<\/\1>/g)].map((m) => `${m[1]} ${m[2]?.replace(/<[^>]*>/g, '')}`);
}

const italic = (words: string): string => `<p><hi rend="italic">${words}</hi></p>`;
const text = '<p>The text goes on.</p>';

describe('sub-headings that the source sets as paragraphs', () => {
  it.each([
    ['a title of a section', `<p rend="sectiontitleital">The Consequences</p>${text}`],
    ['a title of a section that ends in a colon', `<p rend="sectiontitleital">Recommendation:</p>${text}`],
    ['words in italics', `${italic('2. Foreign Policy')}${text}`],
    ['a side heading with a stop', `<p rend="flushleft"><hi rend="italic">Labor Legislation</hi>.</p>${text}`],
    ['words in italics and a call', `<p><hi rend="italic">Outlook</hi><note n="1" xml:id="d1fn1">N.</note></p>${text}`],
    ['bold words in the middle', `<p rend="center"><hi rend="strong">Memorandum</hi></p>${text}`],
    ['small capitals in the middle', `<p rend="center"><hi rend="smallcaps">Bases of Peace</hi></p>${text}`],
    ['a part of the paper', `<p><hi rend="strong">Tab A</hi></p><p><hi rend="strong">Paper of Roe</hi></p>${text}`],
    ['before a list', `${italic('Members')}<list><item>Roe</item></list>`],
  ])('are headings: %s', (_, blocks) => {
    const [first, ...rest] = headings(`<p>The beginning.</p>${blocks}`);
    expect(first).toBe('h1 1. Letter');
    expect(rest[0]).toMatch(/^h2 /);
  });

  it.each([
    ['a salutation', `<p rend="sectiontitleital">Dear Jack:</p>${text}`],
    ['another', `${italic('Good evening,')}${text}`],
    ['a stage direction', `${italic('[Laughter]')}${text}`],
    ['a direction in round brackets', `${italic('(The Secretary left.)')}${text}`],
    ['a speaker', `${italic('Mr. Roe:')}${text}`],
    ['where a text begins', `<p rend="sectiontitleital">Begin verbatim text:</p>${text}`],
    ['a sentence', `${italic('It is in the world interest to avoid a widening division between the nations.')}${text}`],
    ['the last words', `<p>The text.</p>${italic('The End')}`],
    ['the words before a signature', `${italic('Respectfully')}<closer><signed>Roe</signed></closer>`],
    ['a signature', `<p rend="right"><hi rend="italic">Executive Secretary</hi></p>${text}`],
    ['verse', `${italic('One line')}${italic('Another line')}${italic('A third')}`],
    ['a part of a sentence', `<p><hi rend="italic">Note</hi> what follows.</p>${text}`],
    ['an item', `<list><item>${italic('Item')}${text}</item></list>`],
    ['a paragraph of a quotation', `<quote>${italic('Outlook')}${text}</quote>`],
    ['bold words alone', `<p><hi rend="strong">WH/CPP</hi></p>${text}`],
  ])('are none: %s', (_, blocks) => {
    expect(headings(`<p>The beginning.</p>${blocks}`)).toEqual(['h1 1. Letter']);
  });

  it('lose no word, whatever stands where', () => {
    const word = fc.constantFrom(
      'Outlook',
      '1. Policy',
      'Dear Roe:',
      '[Laughter]',
      'A. B.',
      'Tab A',
      'End text.',
      '—Aid',
    );
    const face = fc.constantFrom('italic', 'strong', 'smallcaps', 'underline');
    const rend = fc.constantFrom(
      '',
      ' rend="center"',
      ' rend="flushleft"',
      ' rend="right"',
      ' rend="sectiontitleital"',
    );
    const block = fc
      .tuple(rend, face, word, fc.boolean())
      .map(
        ([place, type, words, isWhole]) =>
          `<p${place}><hi rend="${type}">${words}</hi>${isWhole ? '' : ' and more.'}</p>`,
      );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        expect(editionsOf(volumeOf(blocks.join('')), undefined, false).found).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });
});
