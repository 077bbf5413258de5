import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { seriesLine } from '../../src/transform/html/series-line.js';
import { runs } from '../runs.js';
import { editionsOf, volumeOf } from './editions-of.js';

describe('the line of the series', () => {
  it('keeps sub-series and number where the title begins with the series alone', () => {
    const titles = [
      ['complete', 'Papers of the Embassy, Volume II'],
      ['series', 'Papers'],
      ['subseries', '1964'],
      ['volumenumber', 'Volume II'],
      ['volume', 'Papers of the Embassy'],
    ].map(([type, title]) => `<title type="${type}">${title}</title>`);
    const { text } = volumeOf('<p>Text.</p>');
    const volume = text.replace(/<title .*<\/title>/, titles.join(''));
    const { site } = editionsOf(new SourceFile('v.xml', volume), undefined, false);
    expect(site.get('index.html')).toContain('<p class="series">1964, Volume II</p>');
  });

  it.each([
    ['Foreign Relations', ['1964–1968', 'Volume XIV'], 'Foreign Relations, 1964-1968, Volume XIV', ''],
    ['Foreign Relations', ['1964–1968', 'Volume XIV'], 'Soviet Union', 'Foreign Relations, 1964–1968, Volume XIV'],
    ['Papers', ['1964', 'Volume II'], 'Papers, 1964–1968, Volume III', '1964, Volume II'],
    ['Papers', ['1964', 'Volume II'], 'PAPERS, 1964, Volume III', 'Volume II'],
    ['Paper', ['1964'], 'Papers of the Embassy', 'Paper, 1964'],
    ['', ['1964', ''], 'Papers', '1964'],
  ])('of %s, %s is above “%s”: %s', (series, others, title, line) => {
    expect(seriesLine(series, others, title)).toBe(line);
  });

  it('with the title says every part', () => {
    const part = fc.constantFrom('Papers', 'Volume II', 'Volume III', '1964', '1964–1968', 'Embassy', '');
    fc.assert(
      fc.property(
        part,
        fc.array(part, { maxLength: 3 }),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        (series, others, title) => {
          const shown = [seriesLine(series, others, title.join(', ')), ...title].join(', ').split(', ');
          for (const one of [series, ...others]) if (one !== '') expect(shown).toContain(one);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
