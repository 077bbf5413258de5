import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/encode/encode.js';
import { readRawBytes } from '../../../src/formats/raw-file.js';
import { unzip } from '../../../src/formats/unzip.js';
import { ZipWriter } from '../../../src/formats/zip.js';
import { call, docx, item, note, paragraph, run, styled } from './docx.js';

const read = (bytes: Uint8Array, path = 'a.docx') => readRawBytes(path, bytes);
const codes = async (bytes: Uint8Array, path?: string): Promise<readonly string[]> =>
  (await read(bytes, path)).diagnostics.map(({ code }) => code);

async function teiOf(bytes: Uint8Array): Promise<string> {
  const { value } = await read(bytes);
  if (value === undefined) throw new Error('not read');
  const { value: documents = [], diagnostics } = encode(value);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return documents.map(({ tei }) => /<div type="document".*<\/div>/s.exec(tei)?.[0] ?? '').join('\n');
}

const HEADING = '12. Letter From Consul Sample to Secretary of State Specimen';
const letter = (inner: string): string =>
  styled(run(HEADING), 'Heading1') + paragraph(run('Riga, March 4, 1921.')) + inner;

describe('a Word file', () => {
  it('gives headings, notes of both kinds, emphasis, tables and lists', async () => {
    const body = letter(
      paragraph(run('Sir: The ') + run('Aurora', '<w:i/>') + run(' has come.') + call(2) + call(2, 'endnote')) +
        item(run('coffee'), 1) +
        item(run('tin'), 1) +
        paragraph(run('It goes well.')) +
        paragraph(run('John Sample')),
    );
    const tei = await teiOf(
      docx({
        body,
        footnotes: note(
          2,
          [run('Not '), run('A second paragraph.')].map((one, i) => (i === 0 ? one + run('printed.', '<w:b/>') : one)),
        ),
        endnotes: note(2, [run('An endnote.')], 'endnote'),
      }),
    );
    expect(tei).toContain(
      '<p>Sir: The <hi rend="italic">Aurora</hi> has come.<note n="1" xml:id="d12fn1"><p>Not <hi rend="strong">printed.</hi></p><p>A second paragraph.</p></note><note n="2" xml:id="d12fn2">An endnote.</note></p>',
    );
    expect(tei).toContain('<item>coffee</item>');
    expect(tei).toContain('<signed><persName>John Sample</persName></signed>');
  });

  it('has its documents parted at their headings', async () => {
    const body =
      letter(paragraph(run('Sir: It is so.') + call(2))) +
      styled(run('13. Telegram From Secretary of State Specimen to Consul Sample'), 'Heading1') +
      paragraph(run('It is not.') + call(3));
    const { value } = await read(docx({ body, footnotes: note(2, [run('First.')]) + note(3, [run('Second.')]) }));
    const { value: documents = [] } = encode(value as NonNullable<typeof value>);
    expect(documents.map(({ id, notes }) => [id, notes])).toEqual([
      ['d12', 1],
      ['d13', 1],
    ]);
  });

  it('keeps tabs, by which figures stand in columns and values beside their labels', async () => {
    const tab = '<w:r><w:tab/></w:r>';
    const row = (...cells: readonly string[]): string => paragraph(cells.map((cell) => run(cell)).join(tab));
    const tei = await teiOf(
      docx({
        body: letter(
          paragraph(`${run('SUBJECT:')}${tab}${run('Wheat')}`) +
            paragraph(run('These are the figures.')) +
            row('Good', '1962', '1963') +
            row('Wheat', '12', '3') +
            row('Corn', '9', '4') +
            paragraph(run('That is all.')),
        ),
      }),
    );
    expect(tei).toContain('<table rows="3" cols="3">');
    expect(tei.replace(/\s+/g, ' ')).toContain(
      '<list type="subject"> <head>SUBJECT:</head> <item>Wheat</item> </list>',
    );
  });

  it('keeps the words of fields, of other directions, of text boxes and behind page breaks', async () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>Boxed words.</w:t></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r><w:t>Boxed words.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>';
    const body = letter(
      paragraph(
        `${run('It is ')}<w:fldSimple w:instr="DATE">${run('March 5')}</w:fldSimple><w:bdo w:val="rtl">${run(' today')}</w:bdo>${run('.')}`,
      ) +
        paragraph(`${run('Before.')}<w:r><w:br w:type="page"/></w:r>${run('After.')}`) +
        paragraph(box),
    );
    const tei = await teiOf(docx({ body }));
    for (const words of ['It is March 5 today.', 'Before.', 'After.']) expect(tei).toContain(words);
    expect(tei.split('Boxed words.').length).toBe(2);
  });

  it.each(['<w:ins w:id="1" w:author="x">', '<w:del w:id="1" w:author="x">', '<w:moveFrom w:id="1" w:author="x">'])(
    'with changes that nobody has accepted is refused, and says what to do: %s',
    async (tag) => {
      const body = letter(paragraph(`${tag}${run('new')}${tag.replace(/^<(\S+).*/, '</$1>')}`));
      const { value, diagnostics } = await read(docx({ body }));
      expect(value).toBeUndefined();
      expect(diagnostics).toMatchObject([{ code: 'IN072', place: { file: 'a.docx' } }]);
      expect(diagnostics[0]?.hint).toContain('Accept');
    },
  );

  it('tells what is left out: comments, pictures, formulas, headers, macros', async () => {
    const body = letter(
      paragraph(
        `${run('Words.')}<w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing/></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>`,
      ),
    );
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(run('Running head'))}</w:hdr>`;
    const { diagnostics } = await read(
      docx({ body, more: { 'word/header1.xml': header, 'word/vbaProject.bin': 'x' } }),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['IN070']);
    for (const words of ['1 comment', '1 picture', '1 formula', 'headers and footers of its pages (2 words)', 'macros'])
      expect(diagnostics[0]?.message).toContain(words);
  });

  it('is doubted where Word numbers otherwise than 1., 2., and where it hides text', async () => {
    expect(await codes(docx({ body: letter(item(run('x'), 3)) }))).toEqual(['IN075']);
    expect(await codes(docx({ body: letter(item(run('x'), 2)) }))).toEqual([]);
    expect(await codes(docx({ body: letter(paragraph(run('x', '<w:vanish/>'))) }))).toEqual(['IN076']);
    expect(await codes(docx({ body: letter(paragraph(run('x', '<w:vanish w:val="0"/>'))) }))).toEqual([]);
  });

  it('that is damaged, has a DOCTYPE, or is another package is refused', async () => {
    const good = Buffer.from(docx({ body: letter('') }));
    expect(await codes(good.subarray(0, good.length - 30))).toEqual(['IN071']);
    expect(await codes(docx({ body: letter('<w:p>') }))).toEqual(['IN071']);
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await codes(docx({ body: '', more: { 'word/header1.xml': `${bomb}<w:hdr/>` } }))).toEqual(['IN071']);
    const zip = new ZipWriter('2000-01-01T00:00:00Z');
    zip.add('../../evil.txt', Buffer.from('x'));
    expect(await codes(zip.finish())).toEqual(['IN071']);
    expect(await codes(docx({ body: '' }))).toEqual(['IN002']);
  });

  it('never throws, whatever byte is another', async () => {
    const bytes = docx({ body: letter(paragraph(run('Words.') + call(2))), footnotes: note(2, [run('A note.')]) });
    for (let at = 0; at < bytes.length; at += 37) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      await read(changed);
    }
  });
});

describe('unpacking', () => {
  const limits = { entries: 10, entry: 1000, total: 1500 };
  const packed = (...contents: readonly Uint8Array[]): Uint8Array => {
    const zip = new ZipWriter('2000-01-01T00:00:00Z');
    for (const [i, content] of contents.entries()) zip.add(`${i}.xml`, content);
    return zip.finish();
  };

  it('stops at the limit of an entry, of all entries, and of their number', () => {
    expect(unzip(packed(Buffer.alloc(1000)), () => true, limits)).toHaveProperty('entries');
    expect(unzip(packed(Buffer.alloc(1001)), () => true, limits)).toEqual({ problem: 'too large' });
    expect(unzip(packed(Buffer.alloc(900), Buffer.alloc(900)), () => true, limits)).toEqual({ problem: 'too large' });
    expect(unzip(packed(Buffer.alloc(900), Buffer.alloc(900)), (name) => name === '0.xml', limits)).toHaveProperty(
      'entries',
    );
    expect(unzip(packed(...Array.from({ length: 11 }, () => Buffer.alloc(1))), () => true, limits)).toEqual({
      problem: 'too large',
    });
  });

  it('does not believe what the package says of sizes', () => {
    const bytes = Buffer.from(packed(Buffer.alloc(100_000)));
    const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(10, central + 24);
    expect(unzip(bytes, () => true, limits)).toEqual({ problem: 'too large' });
    expect(deflateRawSync(Buffer.alloc(100_000)).length).toBeLessThan(1000);
  });
});
