import { describe, expect, it } from 'vitest';
import { type CoverWords, coverHeight, coverPicture, coverWidth, layOut } from '../../src/transform/epub/cover.js';
import { coverFaces } from '../../src/transform/epub/faces.js';
import { widthOf } from '../../src/transform/epub/lettering.js';

const frame = 130;

const old: CoverWords = {
  series:
    'Papers Relating to the Foreign Relations of the United States, Transmitted to Congress With the Annual Message',
  subseries: '1861–1865 and the Following Years of Reconstruction',
  title: 'Papers',
  volumeTitle:
    'Papers Relating to the Foreign Affairs of the United States Accompanying the Annual Message of the President to the First Session of ' +
    'the Thirty-Eighth Congress: With an Appendix of Correspondence Relating to the Assassination of President Lincoln and the Attempted ' +
    'Assassination of Secretary Seward, in Several Parts',
  volumeNumber: 'Volume XXXVIII, Part 2, Supplement',
  publisher: 'United States Government Printing Office, Superintendent of Public Documents',
  date: '1866',
};

/** What the cover says, line by line. */
function texts(words: CoverWords): readonly string[] {
  return layOut(words, coverFaces(words)).lines.map(({ text }) => text);
}

describe('the cover', () => {
  it.each<[string, CoverWords]>([
    ['a short title', { title: 'A Volume' }],
    ['a very long title', old],
    ['a word as long as a line', { title: 'Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten' }],
    ['a long word in the subtitle', { title: 'Akten: Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten' }],
  ])('keeps %s within the frame, one line below the other', (_, words) => {
    const { lines } = layOut(words, coverFaces(words));
    for (const { text, style } of lines)
      expect(widthOf(style.face, text, style.tracking) * style.size).toBeLessThanOrEqual(coverWidth - 2 * frame);
    for (const [i, { y, style }] of lines.entries()) {
      expect(y).toBeLessThan(coverHeight - frame);
      expect(y - (lines[i - 1]?.y ?? 0)).toBeGreaterThan(style.size * 0.9);
    }
    const title = words.volumeTitle ?? words.title;
    expect(lines.map(({ text }) => text).join(' ')).toContain(title.split(': ')[0]);
  });

  it('sets what stands after a colon as a subtitle, in every script', () => {
    expect(texts({ title: 'L’Été: La crise' })).toEqual(['L’Été', 'La crise']);
    expect(texts({ title: 'Papers (1–2): Part I' })).toEqual(['Papers (1–2)', 'Part I']);
    expect(texts({ title: 'СССР: Чехословакия' })).toEqual(['СССР', 'Чехословакия']);
    expect(texts({ title: 'Κύπρος: Έγγραφα' })).toEqual(['Κύπρος', 'Έγγραφα']);
  });

  it('has a rule below the series, and none where there is no series', () => {
    expect(layOut({ title: 'A' }, coverFaces({ title: 'A' })).rule).toBeUndefined();
    const { lines, rule = 0 } = layOut({ title: 'A', series: 'S' }, coverFaces({ title: 'A' }));
    expect(lines.map(({ y }) => y > rule)).toEqual([false, true]);
  });

  it('has letters of other scripts that the font has', () => {
    for (const title of ['Łódź', 'Чехословакия', 'Κύπρος', 'Österreich']) {
      const { regular } = coverFaces({ title });
      expect([...title].filter((letter) => regular.letters[letter] === undefined)).toEqual([]);
    }
  });

  it('is the same picture for the same words', () => {
    expect(coverPicture(old, coverFaces(old))).toEqual(coverPicture(old, coverFaces(old)));
  });
});
