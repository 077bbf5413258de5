import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/encode/encode.js';
import { readRawBytes } from '../../../src/formats/raw-file.js';
import { MarkedFile } from '../../../src/model/marked-text.js';
import type { SourceFile } from '../../../src/model/source-file.js';

const read = (path: string, content: string | Uint8Array) =>
  readRawBytes(path, typeof content === 'string' ? Buffer.from(content) : content);

describe('a file of a kind that is not read', () => {
  it.each([
    ['a.rtf', '{\\rtf1\\ansi words}', 'IN073', 'Rich Text'],
    ['a.txt', '{\\rtf1\\ansi words}', 'IN073', 'Rich Text'],
    ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'IN073', 'old Word'],
    ['a.wpd', Buffer.from([0xff, 0x57, 0x50, 0x43, 0, 0]), 'IN073', 'WordPerfect'],
    [
      'a.odt',
      Buffer.from(
        'PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text',
        'latin1',
      ),
      'IN073',
      'OpenDocument',
    ],
    ['a.pdf', '%PDF-1.7\n', 'IN074', 'PDF'],
    ['a.zip', Buffer.from('PK\x03\x04 something else', 'latin1'), 'IN005', 'ZIP'],
  ])('is refused with what to do instead: %s', async (path, content, code, words) => {
    const { value, diagnostics } = await read(path, content);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, place: { file: path } }]);
    expect(diagnostics[0]?.message).toContain(words);
    expect(diagnostics[0]?.hint).toMatch(/save|Save|plain text/);
  });
});

describe('a page', () => {
  it.each([
    ['letter.htm', 'Words.', true],
    ['letter.txt', '<!DOCTYPE html>\n<p>Words.', true],
    ['letter.txt', '\uFEFF \n<!-- saved --><html><body>Words.', true],
    [
      'letter.txt',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words.</p></body></html>',
      true,
    ],
    ['letter.txt', '<h1>Words.</h1>', true],
    ['letter.txt', '<b> is a tag, he said.', false],
    ['letter.txt', '<SECRET> Words.', false],
    ['letter.txt', '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', false],
    ['letter.txt', 'Words <p> and more.', false],
  ])('is known by its name or by what it begins with: %s %j', async (path, content, isPage) => {
    expect((await read(path, content)).value instanceof MarkedFile).toBe(isPage);
  });

  it.each(['windows-1251', 'koi8-r'])('is read in the encoding that it names: %s', async (charset) => {
    const letters: Readonly<Record<string, readonly number[]>> = {
      'windows-1251': [0xcc, 0xe8, 0xf0],
      'koi8-r': [0xed, 0xc9, 0xd2],
    };
    const bytes = Buffer.concat([
      Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
      Buffer.from(letters[charset] ?? []),
      Buffer.from('</p></body></html>'),
    ]);
    expect((await read('a.html', bytes)).value?.text).toBe('Мир');
  });

  const shown = async (html: string): Promise<string> => (await read('a.html', html)).value?.text ?? '';

  it('has no program, style, navigation or hidden words in its text, and tells of them', async () => {
    const html =
      '<body><script>bad()</script><style>bad{}</style><nav>bad</nav><p>good <span style="display: none">bad</span>words</p><div hidden>bad</div><form>bad</form><div role="navigation">bad</div><iframe src="http://x.invalid/">bad</iframe><noscript>bad</noscript></body>';
    expect(await shown(html)).toBe('good words');
    const { diagnostics } = await read('a.html', html);
    for (const kind of ['programs', 'styles', 'navigation', 'what the page hides', 'forms'])
      expect(diagnostics[0]?.message).toContain(kind);
  });

  it.each([
    ['<p>a&nbsp;b &amp; &lt;c&gt; &eacute;&#8212;&#x2014;</p>', 'a\u00a0b & <c> é——'],
    ['<p>one\n   two\t<i> three</i> </p>', 'one two *three*'],
    ['<p>Name<br>Title</p>', 'Name\nTitle'],
    ['<p>the line<br>goes on</p>', 'the line goes on'],
    ['<pre>R 041530Z\n\nTO  SECSTATE</pre>', 'R 041530Z\n\nTO  SECSTATE'],
    ['<ol start=2 type=I><li>a<li value=5>b</ol>', 'II. a\nV. b'],
    ['<ul><li>a<ul><li>b</ul><li>c</ul>', '- a\n  - b\n- c'],
    ['<dl><dt>Term<dd>What it is</dl>', 'Term\n\nWhat it is'],
    ['<table><tr><td>only</td></tr><tr><td>frames</td></tr></table>', 'only\n\nframes'],
    ['<table><tr><td colspan=90>a<td colspan=9>b<tr><td colspan=90>c<td colspan=2>d</table>', '| a | b |\n| c | d |'],
    ['<table><tr><td rowspan=3>a<td>b<tr><td>c<td>d</table>', '| a | b |\n|  | c | d |'],
    ['<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>', '| a | b |  |\n|  | c | d |'],
    [
      '<table><tr><td>a<td hidden>no<td>b<tr style="display:none"><td>no<td>no<tr><td>c<td>d</table>',
      '| a | b |\n| c | d |',
    ],
    ['<b><p>one</p></b><i><p>two</p></i>', 'one\n\ntwo'],
    ['text <div>in</div> between', 'text\n\nin\n\nbetween'],
    ['<q>Yes</q>', '“Yes”'],
    ['<p>km<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup></p>', 'km² H2O 1st'],
    ['<!-- no --><p>yes</p>', 'yes'],
  ])('is read as it shows: %j', async (html, expected) => {
    expect((await shown(html)).trim()).toBe(expected);
  });

  it('keeps the numbers of notes where two documents count anew, and signs that stand twice', async () => {
    const two = [1, 2].map(
      (n) =>
        `<h2>${n}. Letter From A to B</h2><p>So.<sup><a href="#a${n}">1</a></sup> So.<sup><a href="#b${n}">*</a></sup> So.<sup><a href="#c${n}">*</a></sup><div><p id=a${n}>1. One.<p id=b${n}>* Star.<p id=c${n}>* Other.</div>`,
    );
    const { value } = await read('a.html', two.join(''));
    const ids = encode(value as SourceFile).value?.map(({ tei }) =>
      [...tei.matchAll(/<note n="(.)" xml:id="(\S+)"/g)].map(([, n, id]) => `${n} ${id}`),
    );
    expect(ids).toEqual([1, 2].map((n) => [`1 d${n}fn1`, `* d${n}fn-sym1`, `* d${n}fn-sym1-3`]));
  });

  it('that is nested without end is refused, and one with a huge span is read', async () => {
    const deep = await read('a.html', '<div>'.repeat(2000));
    expect(deep.diagnostics.map(({ code }) => code)).toEqual(['IN077']);
    const templates = await read('a.html', `<h1>A letter</h1><p>${'<a name="a"></a><template>'.repeat(3500)}`);
    expect(templates.diagnostics.map(({ code }) => code)).toEqual(['IN077']);
    expect(await shown('<table><tr><td colspan=99999999 rowspan=99999999>a<td>b</table>')).toContain('| a |');
  });
});

describe('a note that is called in a note', () => {
  it('is of the document of that', async () => {
    const markdown =
      '# 1. Letter From A to B\n\nSo.[^a1]\n\n# 2. Letter From B to A\n\nSo.[^b1]\n\n[^a1]: See[^x].\n\n[^b1]: No.\n\n[^x]: Lost.\n';
    const { value } = await read('a.md', markdown);
    const { value: documents = [], diagnostics } = encode(value as SourceFile);
    expect(diagnostics.filter(({ code }) => code === 'EN002')).toEqual([]);
    expect(documents.map(({ tei }) => /<p>So.*<\/p>/.exec(tei)?.[0])).toEqual([
      '<p>So.<note n="1" xml:id="d1fn1">See<note n="3" xml:id="d1fn3">Lost.</note>.</note></p>',
      '<p>So.<note n="2" xml:id="d2fn2">No.</note></p>',
    ]);
  });

  it('stands in it, also within a word, and nothing is lost', async () => {
    const markdown = '# 12. Letter From A to B\n\nIt is so.[^1]\n\n[^1]: See[^2], and no more.\n[^2]: Not printed.\n';
    const { value } = await read('a.md', markdown);
    const { value: documents = [], diagnostics } = encode(value as SourceFile);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documents[0]?.tei).toContain('See<note n="2" xml:id="d12fn2">Not printed.</note>, and no more.</note>');
  });
});
