import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pivot, PivotElement, PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { directed } from '../../src/transform/direction.js';
import { isElement, textOf, withChildren } from '../../src/transform/tree.js';
import { editionsOf, volumeOf } from './editions-of.js';

const HEBREW = 'שלום עליכם';
const ARABIC = 'السلام عليكم';
const FROM_RIGHT = /[א-ת\u0600-\u06ff]/;

const editions = (blocks: string, language = '') => {
  const { path, text } = volumeOf(blocks);
  return editionsOf(new SourceFile(path, text.replace('<TEI ', `<TEI ${language} `)), undefined, false);
};
/** A page without the addresses of its paragraphs. */
const bare = (text: unknown): string =>
  String(text).replace(/ id="d\d-p\d+"|<a class="added paragraph-link"[^>]*><\/a>/g, '');
const page = (blocks: string, language = ''): string => bare(editions(blocks, language).site.get('d1.html'));

describe('the direction of a text', () => {
  it.each([
    ['a paragraph by its letters', `<p>${HEBREW}</p>`, `<p dir="rtl">${HEBREW}</p>`],
    ['a paragraph by its references', '<p>&#x5E9;&#x5DC;</p>', '<p dir="rtl">של</p>'],
    [
      'a paragraph by its language',
      `<p xml:lang="ar">${ARABIC}, that is: Peace be with you</p>`,
      `<p lang="ar" dir="rtl">${ARABIC},`,
    ],
    ['no paragraph in Latin letters', '<p xml:lang="ar-Latn">as-salāmu</p>', '<p lang="ar-Latn">as-salāmu</p>'],
    ['no sentence that names a title', `<p>He wrote ${HEBREW} in Jerusalem in May.</p>`, `<p>He wrote ${HEBREW} in`],
    [
      'a phrase apart from what it stands in',
      `<p>He wrote in Jerusalem <foreign xml:lang="he">${HEBREW}</foreign>, 1948.</p>`,
      `lang="he" dir="rtl">${HEBREW}</em>, 1948.`,
    ],
    [
      'a phrase the other way round',
      `<p>${HEBREW} ${HEBREW} <hi rend="italic">Foreign Affairs</hi> 1948</p>`,
      '<em dir="ltr">Foreign Affairs</em> 1948',
    ],
    [
      'an item',
      `<p>Of those who had come to Cairo</p><list><item>One after the other</item><item>${ARABIC}</item></list>`,
      `<li dir="rtl">${ARABIC}</li>`,
    ],
    ['a note', `<p>x<note n="1" xml:id="d1fn1">${ARABIC}</note></p>`, 'dir="rtl"'],
  ])('is told of %s', (_, blocks, expected) => {
    const { site, epub } = editions(blocks);
    expect(bare(site.get('d1.html'))).toContain(expected);
    expect([...epub].some(([name, text]) => name.endsWith('.xhtml') && String(text).includes(expected))).toBe(true);
  });

  it('is told nowhere in a volume without such letters', () => {
    expect(page('<p>Dear Nick &#8212; yours</p>')).not.toMatch(/\sdir=/);
  });

  it('of a volume is that of its language, and what is of another says so', () => {
    const { site, epub } = editions(`<p>${HEBREW}</p><p>Dear Nick</p>`, 'xml:lang="he"');
    expect(String(site.get('d1.html'))).toMatch(/<html [^>]*lang="he"[^>]* dir="rtl">/);
    expect(bare(site.get('d1.html'))).toContain('<p dir="ltr">Dear Nick</p>');
    expect(bare(site.get('d2.html'))).toContain('<p dir="ltr">The end.</p>');
    const files = [...epub];
    expect(String(files.find(([name]) => name.endsWith('.opf'))?.[1])).toContain(
      '<spine page-progression-direction="rtl">',
    );
    for (const [name, text] of files)
      if (name.endsWith('.xhtml')) expect(String(text)).toMatch(/<html [^>]* dir="rtl">/);
  });

  const leaf = fc.constantFrom('a word', HEBREW, ARABIC, ' 1948 ', `one ${HEBREW} two three`, '');
  const tree = (depth: number): fc.Arbitrary<PivotNode> =>
    depth === 0
      ? leaf
      : fc.oneof(
          leaf,
          fc
            .tuple(
              fc.constantFrom('p', 'em', 'section', 'li'),
              fc.constantFrom('', 'he', 'en'),
              fc.array(tree(depth - 1), { maxLength: 4 }),
            )
            .map(([name, lang, children]) => ({ name, attributes: lang === '' ? {} : { lang }, children })),
        );

  it('changes nothing but dir, and a section by itself has the direction that it has in the volume', () => {
    fc.assert(
      fc.property(fc.array(tree(4), { maxLength: 4 }), fc.constantFrom('en', 'he'), (children, language) => {
        const body: PivotElement = { name: 'body', attributes: {}, children };
        const pivot: Pivot = { volume: 'v', language, title: '', metadata: new Map(), renditions: new Map(), body };
        const made = directed(pivot).body;
        const bare = (node: PivotNode): PivotNode => {
          if (!isElement(node)) return node;
          const { dir: _, ...attributes } = node.attributes;
          return { ...withChildren(node, bare), attributes };
        };
        expect(bare(made)).toEqual(body);
        const base = language === 'he' ? 'rtl' : 'ltr';
        const visit = (element: PivotElement, around: string): void => {
          const direction = element.attributes['dir'] ?? around;
          const text = textOf(element);
          const isPart = element.name === 'section';
          if (!isPart && /\p{L}/u.test(text) && !FROM_RIGHT.test(text)) expect(direction).toBe('ltr');
          if (!isPart && /^[א-ת ]+$/.test(text) && text.trim() !== '') expect(direction).toBe('rtl');
          if (isPart) expect(element.attributes['dir'] ?? base).toBe(direction);
          for (const child of element.children) if (isElement(child)) visit(child, direction);
        };
        if (FROM_RIGHT.test(textOf(made))) for (const child of made.children) if (isElement(child)) visit(child, base);
      }),
    );
  });
});
