import { describe, expect, it } from 'vitest';
import { Chance } from '../../src/build/sheets/chance.js';
import { waysOf } from '../../src/build/sheets/phrases.js';
import { renderSheet } from '../../src/build/sheets/render.js';
import { segment } from '../../src/encode/page/segment.js';
import { readSheets } from '../../src/encode/page/sheet.js';
import { typescriptModel } from '../../src/encode/regions/second/second-reading.js';
import { SourceFile } from '../../src/model/source-file.js';

const SENTENCE =
  'The Minister said that his Government would consider the proposal, and that he hoped to give an answer before the end of the month.';

/** Words of no volume: the model has not learned them. */
const ways = waysOf({
  persons: [{ first: 'Jane', last: 'Roe', office: 'Director of Harbors' }],
  paragraphs: [SENTENCE, `${SENTENCE} Nothing was said of the harbor.`],
  towns: ['Example'],
  subjects: ['Harbor Dues'],
});

describe('the second reading of typescripts', () => {
  it('calls the lines of sheets that it has not seen what they are', () => {
    const chance = new Chance(7);
    let all = 0;
    let right = 0;
    for (let made = 0; made < 40; made++) {
      const { raw, gold } = renderSheet(chance, ways);
      const { lines } = readSheets(segment(new SourceFile('sheet.txt', raw)), () => false);
      for (const [at, { label }] of typescriptModel.read(lines).entries()) {
        const wanted = gold.get(lines[at]?.start ?? -1);
        if (wanted === undefined) continue;
        all++;
        if (label === wanted) right++;
      }
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('looks at no form and no marking, so that it reads the same where they are not asked', () => {
    const chance = new Chance(8);
    for (let made = 0; made < 10; made++) {
      const lines = segment(new SourceFile('sheet.txt', renderSheet(chance, ways).raw));
      const [asked, not] = [true, false].map((areFormsAsked) =>
        typescriptModel
          .read(readSheets(lines, () => false, areFormsAsked).lines)
          .map(({ label, margin }) => ({ label, margin })),
      );
      expect(not).toEqual(asked);
    }
  });
});
