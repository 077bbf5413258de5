import { describe, expect, it } from 'vitest';
import { element, writeXml } from '../../src/formats/xml-writer.js';

describe('writeXml', () => {
  it('writes what the text prints, also where it prints an entity', () => {
    const xml = writeXml(element('TEI', { n: 'a &lt; "b"' }, element('p', {}, 'R&D &amp; 1 < 2 &lt; 3 ]]>')));
    expect(xml).toContain('n="a &amp;lt; &quot;b&quot;"');
    expect(xml).toContain('<p>R&amp;D &amp;amp; 1 &lt; 2 &amp;lt; 3 ]]&gt;</p>');
  });

  it('declares the FRUS namespace once, at the root', () => {
    const xml = writeXml(element('TEI', {}, element('frus:attachment', {}, element('p', {}, 'x'))));
    expect(xml.match(/xmlns/g)?.length).toBe(2);
    expect(xml).toContain('<frus:attachment><p>x</p></frus:attachment>');
  });

  it('replaces what XML 1.0 forbids and keeps what it allows', () => {
    const xml = writeXml(element('TEI', {}, 'a\u0000b\uD800c\u{1F600}\u0085\td\uFFFE'));
    expect(xml).toContain('a\uFFFDb\uFFFDc\u{1F600}\u0085\td\uFFFD');
  });
});
