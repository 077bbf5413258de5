import { describe, expect, it } from 'vitest';
import type { Block, Inline, PageContent, Paragraph } from '../../src/model/page-content.js';
import { gridOf } from '../../src/model/table-grid.js';
import { directionsOf, visualOrder } from '../../src/press/bidi.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { unitsOf } from '../../src/press/word-units.js';

const words = (text: string): Inline => ({ type: 'text', text });
const text = (...inlines: readonly Inline[]): Paragraph => ({ type: 'paragraph', role: 'text', inlines });

function printed(blocks: readonly Block[], fonts = bundledFonts()) {
  const content: PageContent = {
    lang: 'en',
    volume: 'v',
    title: 'T',
    runningTitle: 'T',
    parts: [{ kind: 'document', id: 'd1', title: 'One', blocks, parts: [] }],
    notes: [],
  };
  return print(content, { fonts, file: 'v.xml' });
}

describe('scripts in print', () => {
  it.each([
    ['Hebrew', 'דוד בן־גוריון (תל אביב), 14 במאי 1948'],
    ['Arabic', 'قال الرئيس جمال عبد الناصر (في القاهرة) يوم ٢٣ يوليو 1952'],
    ['Chinese', '中华人民共和国中央人民政府今天成立了。'.repeat(20)],
    ['Japanese', '日本国民は、正当に選挙された国会における代表者を通じて行動し、'],
    ['Korean', '대한민국은 민주공화국이다.'],
    ['Greek and Cyrillic', 'Ὀδυσσεύς ἐν ἀρχῇ ἦν ὁ λόγος; Россия'],
    ['signs', '║ ═ → ⇒ ✓ ☎ ∑ ∫ ≠ ① x² [ˈʃɪbəlɛθ] Việt'],
  ])('sets %s without a box', (_, sample) => {
    expect(printed([text(words(`Before ${sample} after.`))]).diagnostics).toEqual([]);
  });

  it('prints a box for a character that no face has, and says where', () => {
    const { value, diagnostics } = printed([text(words('A face 😀 here.'))]);
    expect(value?.pdf.length).toBeGreaterThan(0);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['PR001', 'warning']]);
    expect(diagnostics[0]?.message).toMatch(/U\+1F600.*d1.*A face/);
  });

  it('names the package of a face that is not installed', () => {
    const fonts = bundledFonts();
    const others = fonts.others.map(({ name, covers, ...files }) =>
      name === 'cactus-classical-serif' ? { name, covers } : { name, covers, ...files },
    );
    const { diagnostics } = printed([text(words('毛'))], { ...fonts, others });
    expect(diagnostics.map(({ code }) => code)).toEqual(['PR022']);
    expect(diagnostics[0]?.hint).toContain('@expo-google-fonts/cactus-classical-serif');
  });
});

describe('directions', () => {
  it('are those of the language, or of most letters', () => {
    expect(directionsOf(text(words('only Latin')))).toBeUndefined();
    expect(directionsOf(text(words('שלום is a word of an English sentence')))?.base).toBe(0);
    expect(directionsOf(text(words('דוד בן־גוריון (IDF) אמר')))?.base).toBe(1);
    expect(directionsOf({ ...text(words('IDF and others שלום')), lang: 'he' })?.base).toBe(1);
  });

  it('put runs in the order in which they are seen', () => {
    expect(visualOrder([0, 1, 1, 2, 1, 0])).toEqual([0, 4, 3, 2, 1, 5]);
    expect(visualOrder([0, 0])).toEqual([0, 1]);
  });
});

describe('where a line may turn', () => {
  it('is after a slash and before other signs of an address, without hyphens', () => {
    const units = unitsOf('https://example.org/a/longword?query=one&more=two-three');
    expect(units.every(({ hyphens }) => !hyphens)).toBe(true);
    expect(units.map(({ text }) => text)).toEqual([
      'https://',
      'example',
      '.org/',
      'a/',
      'longword',
      '?query',
      '=one',
      '&more',
      '=two',
      '-three',
    ]);
  });

  it('loses no character of a word', () => {
    for (const word of ['a-b—c/def', 'x\u200by', '毛泽东，同志', 'www.a.org/b/c.d', '--', '-', '/'])
      expect(
        unitsOf(word)
          .map(({ text }) => text)
          .join(''),
      ).toBe(word);
  });
});

describe('the grid of a table', () => {
  const cell = (columns: number, rows: number) => ({ columns, rows });

  it('ends spans where the table or another cell ends them', () => {
    const grid = gridOf([[cell(100_000, 1)], [cell(1, 99), cell(1, 1), cell(1, 1)], [cell(5, 1), cell(0, 0)]]);
    expect(grid.columns).toBeLessThanOrEqual(4);
    expect(grid.rows[0]?.[0]?.columns).toBe(grid.columns);
    expect(grid.rows[1]?.[0]?.rows).toBe(2);
  });

  it('knows rows without cells and tables without rows', () => {
    expect(gridOf([]).columns).toBe(1);
    expect(gridOf([[], [cell(1, 1)]]).rows.map((row) => row.length)).toEqual([0, 1]);
  });
});
