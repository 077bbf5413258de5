import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatJson, formatList, jsonPieces } from '../../src/diagnostics/format.js';
import { placeOf, readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';

const source = new SourceFile('volume.xml', '<TEI>\n\t<p>caf&eacute; “x”</p>\n</TEI>\n');
const found = readXml(source, {});

const none = new Map();
const plain = { color: false, width: 100 };

describe('text for a terminal', () => {
  it('shows the place, the line with carets, what to do, and the counts', () => {
    const sources = new Map([[source.path, source]]);
    expect(formatList(found, sources, plain)).toBe(
      [
        'volume.xml:2:8 error IN014: `&eacute;` is not declared.',
        '  2 │ <p>caf&eacute; “x”</p>',
        '    │       ^^^^^^^^',
        '  → Write the character itself; XML without a DTD knows only &amp;, &lt;, &gt;, &quot; and &apos;.',
        '',
        '1 error in 1 file',
        '',
      ].join('\n'),
    );
  });

  it('has colour only when asked', () => {
    expect(formatList(found, none, plain)).not.toContain('\u001b');
    expect(formatList(found, none, { color: true, width: 100 })).toContain('\u001b[1;31merror\u001b[0m');
  });

  it('cuts a long line around the place', () => {
    const long = new SourceFile('long.xml', `${'a'.repeat(500)}HERE${'b'.repeat(500)}`);
    const one = diagnostic('IN015', {}, placeOf(long, 500, 504));
    const lines = formatList([one], new Map([[long.path, long]]), { color: false, width: 60 }).split('\n');
    const [line = '', carets = ''] = lines.slice(1);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('keeps the carets under wide letters and hidden characters', () => {
    const wide = new SourceFile('w.xml', '漢字\u0007x!');
    const text = formatList([diagnostic('IN015', {}, placeOf(wide, 4, 5))], new Map([[wide.path, wide]]), plain);
    expect(text.split('\n').slice(1, 3)).toEqual(['  1 │ 漢字·x!', '    │       ^']);
  });

  it('groups by file, in the order of the places, and counts what it does not show', () => {
    const at = (offset: number) => diagnostic('IN015', {}, placeOf(source, offset, offset + 1));
    const other = diagnostic('IN001', { path: 'x' }, { file: 'x' });
    const text = formatList([at(5), other, at(3), at(1)], none, { ...plain, perCode: 2 });
    expect(text.match(/^\S+(?= error IN)/gm)).toEqual(['volume.xml:1:2', 'volume.xml:1:4', 'x']);
    expect(text).toContain('volume.xml: 1 more finding of the kind IN015.');
    expect(text).toContain('4 errors in 2 files');
  });
});

it('JSON holds the counts and the findings as they are', () => {
  const read = JSON.parse(formatJson(found));
  expect(read.counts).toEqual({ error: 1, warning: 0, info: 0 });
  expect(read.findings).toEqual(JSON.parse(JSON.stringify(found)));
});

it('JSON in pieces is the JSON of the whole, however many findings there are', () => {
  for (const count of [0, 1, 499, 500, 501, 1203]) {
    const many = Array.from({ length: count }, (_, i) => diagnostic('IN015', {}, placeOf(source, i % 9, 1 + (i % 9))));
    const whole = { counts: { error: count, warning: 0, info: 0 }, findings: many };
    expect([...jsonPieces(many)].join('')).toBe(`${JSON.stringify(whole, null, 2)}\n`);
  }
});
