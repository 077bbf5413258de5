import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Diagnostic, hasErrors } from '../src/diagnostics/diagnostic.js';
import { packageFile } from '../src/formats/package.js';
import { type Built, build, type Output } from '../src/pipeline.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const template = packageFile('corpus/template');

async function buildOf(input: string, only: readonly Output[] = ['epub'], out = 'out'): Promise<Built> {
  const request = {
    input: join(root, input),
    out: join(root, out),
    only,
    created: '2026-01-02T03:04:05Z',
    user: 'tester',
  };
  return build(request, { now: () => 0, progress: () => undefined });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** The template of `init` in the folder `v`, with a file of it changed. */
function volume(file?: string, change?: (text: string) => string | Uint8Array): void {
  cpSync(template, join(root, 'v'), { recursive: true });
  if (file !== undefined && change !== undefined)
    write(`v/${file}`, change(readFileSync(join(template, file), 'utf8')));
}

const tei = (body: string, header = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1900v01">
<teiHeader><fileDesc><titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><publisher>P</publisher><date>1900</date>${header}</publicationStmt>
<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body>
${body}
</body></text></TEI>`;
const documentDiv = `<div type="document" n="1" xml:id="d1"><head>1. Letter From A to B<note n="1" xml:id="d1fn1" type="source">Source: Johnson Library. Secret.</note></head><p>Words.</p></div>`;

const only = (found: readonly Diagnostic[], code: string): Diagnostic => {
  const [first, ...rest] = found.filter((d) => d.severity === 'error');
  expect(rest).toEqual([]);
  expect(first?.code).toBe(code);
  return first as Diagnostic;
};
const nothingWritten = (): void => expect(existsSync(join(root, 'out'))).toBe(false);

describe('a build', () => {
  it('makes the TEI and the editions of the volume that init makes, and archives it once', async () => {
    volume();
    const first = await buildOf('v', ['archive']);
    expect(first.diagnostics.filter((d) => d.severity !== 'info')).toEqual([]);
    expect(first.value).toMatchObject({
      volume: 'my-volume',
      documents: 1,
      notes: 3,
      archive: { version: 'v1', added: true },
    });
    const bytes = (part: string): Buffer[] =>
      readdirSync(join(root, 'out', part), { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile())
        .map((e) => readFileSync(join(e.parentPath, e.name)));
    const before = ['tei', 'epub'].map(bytes);
    const second = await buildOf('v', ['archive']);
    expect(second.value?.archive).toMatchObject({ version: 'v1', added: false });
    expect(['tei', 'epub'].map(bytes)).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(['out', 'v']);
  });

  it('goes on in a folder of an older version, without a record, as far as its archive has what stands there', async () => {
    volume();
    await buildOf('v', ['archive']);
    rmSync(join(root, 'out', '.chancery.json'));
    volume('letter.txt', (text) => text.replace('Sir', 'Madam'));
    expect((await buildOf('v', ['archive'])).value?.archive).toMatchObject({ version: 'v2', added: true });
    rmSync(join(root, 'out', '.chancery.json'));
    write('out/tei/my-volume.xml', 'corrected');
    expect(only((await buildOf('v', ['archive'])).diagnostics, 'IN032').message).toContain('out/tei/my-volume.xml');
    expect(readFileSync(join(root, 'out/tei/my-volume.xml'), 'utf8')).toBe('corrected');
  });

  it('leaves the last good edition where the archive fails', async () => {
    volume();
    await buildOf('v', ['archive']);
    const before = readFileSync(join(root, 'out/html/index.html'));
    rmSync(join(root, 'out/archive/0=ocfl_1.1'));
    volume('volume.yaml', (text) => text.replaceAll('A Volume of Documents', 'Another Title'));
    const { value, diagnostics } = await buildOf('v', ['archive']);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain('AR004');
    expect(readFileSync(join(root, 'out/html/index.html'))).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(['out', 'v']);
  });

  it('makes only what is asked for, beside what stands there', async () => {
    volume();
    await buildOf('v', ['epub']);
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['.chancery.json', 'epub', 'tei']);
  });

  it('builds a TEI volume and a single TEI document', async () => {
    write('frus1900v01.xml', tei(`<div type="chapter" xml:id="ch1"><head>C</head>${documentDiv}</div>`));
    write('one.xml', tei(documentDiv));
    for (const input of ['frus1900v01.xml', 'one.xml']) {
      const { value, diagnostics } = await buildOf(input);
      expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(value).toMatchObject({ volume: 'frus1900v01', title: 'A Volume', documents: 1, notes: 1 });
      expect(readFileSync(join(root, 'out', 'tei', 'frus1900v01.xml'), 'utf8')).toContain(
        '<repository>Johnson Library</repository>',
      );
    }
  });

  it('leaves the last good edition where the next build fails', async () => {
    volume();
    await buildOf('v');
    const before = readFileSync(join(root, 'out', 'epub', 'my-volume.epub'));
    write('v/letter.txt', '');
    expect((await buildOf('v')).value).toBeUndefined();
    expect(readFileSync(join(root, 'out', 'epub', 'my-volume.epub'))).toEqual(before);
  });
});

/** Nine lines that grow tenfold each. */
const bomb = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY b${i + 1} "${(i === 0 ? '&a;' : `&b${i};`).repeat(10)}">`,
).join('');

describe('bad input', () => {
  it('a folder that is not there', async () => {
    expect(only((await buildOf('absent')).diagnostics, 'IN001').message).toContain('absent does not exist');
    nothingWritten();
  });

  it('a folder without a manifest: says what there is instead', async () => {
    write('v/frus1900v01.xml', tei(documentDiv));
    expect(only((await buildOf('v')).diagnostics, 'VO008').hint).toContain('v/frus1900v01.xml');
    rmSync(join(root, 'v', 'frus1900v01.xml'));
    write('v/volume.yml', '');
    expect(only((await buildOf('v')).diagnostics, 'VO008').hint).toBe('Rename volume.yml to volume.yaml.');
  });

  it.each(['letter.txt', 'volume.yaml'])('%s is empty', async (file) => {
    volume(file, () => '');
    only((await buildOf('v')).diagnostics, 'IN002');
    nothingWritten();
  });

  it.each([
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'Windows-1252',
      (text: string) => Buffer.from(text.replace('Sir', 'Chargé').replace('↩', '').replace('↩', ''), 'latin1'),
    ],
  ])('a raw text in %s is read, with a notice', async (encoding, change) => {
    volume('letter.txt', change);
    const { value, diagnostics } = await buildOf('v');
    expect(value).toMatchObject({ documents: 1 });
    expect(diagnostics.find((d) => d.code === 'IN004')?.message).toBe(
      `${join(root, 'v', 'letter.txt')} was read as ${encoding}.`,
    );
  });

  it('a raw text in no encoding', async () => {
    volume('letter.txt', () => Uint8Array.from([0x44, 0x65, 0x81, 0x72]));
    expect(only((await buildOf('v')).diagnostics, 'IN003').message).toContain('byte 3 (0x81)');
  });

  it('a raw text that is a Word file', async () => {
    volume('letter.txt', () => 'PK\x03\x04rest');
    only((await buildOf('v')).diagnostics, 'IN005');
  });

  it('a manifest with an unknown key: line, column, and what was meant', async () => {
    volume('volume.yaml', (text) => text.replace('publisher:', 'publsher:'));
    const { diagnostics } = await buildOf('v');
    const found = diagnostics.find((d) => d.code === 'VO002');
    expect(found?.hint).toBe('Did you mean “publisher”?');
    expect(found?.place?.start).toMatchObject({ column: 1 });
    nothingWritten();
  });

  it('a document that the manifest names and that is not there', async () => {
    volume('volume.yaml', (text) => text.replace('file: letter.txt', 'file: leter.txt'));
    const found = only((await buildOf('v')).diagnostics, 'VO006');
    expect(found.hint).toBe('Did you mean letter.txt?');
    expect(found.place?.start?.line).toBeGreaterThan(1);
  });

  it('a text that stands in the folder and that the outline does not name', async () => {
    volume();
    write('v/forgotten.txt', 'Words.');
    expect((await buildOf('v')).diagnostics.map((d) => d.code)).toContain('VO011');
  });

  it('a part that the raw text does not have', async () => {
    volume('volume.yaml', (text) => text.replace('file: letter.txt', 'file: letter.txt\n        part: 2'));
    only((await buildOf('v')).diagnostics, 'EN007');
  });

  it('XML that is not well-formed: line and column in the user’s own file', async () => {
    write('v.xml', tei(documentDiv.replace('</p>', '</q>')));
    const [first] = (await buildOf('v.xml')).diagnostics.filter((d) => d.severity === 'error');
    expect(first?.place?.start).toMatchObject({ line: 6 });
    nothingWritten();
  });

  it('XML that is not TEI', async () => {
    write('v.xml', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>');
    expect(only((await buildOf('v.xml')).diagnostics, 'VO013').message).toContain('its root is html');
  });

  it('a raw text where a volume is asked for', async () => {
    volume();
    only((await buildOf('v/letter.txt')).diagnostics, 'VO016');
  });

  it.each([
    ['an external entity', '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an entity of an external DTD', '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd">', '&x;'],
    ['an entity bomb', `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">${bomb}]>`, '&b9;'],
  ])('%s is refused, and nothing is fetched', async (_, doctype, use) => {
    write('v.xml', tei(documentDiv.replace('Words', `Words${use}`)).replace('<TEI', `${doctype}\n<TEI`));
    const { value, diagnostics } = await buildOf('v.xml');
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.place?.start?.line).toBe(7);
    expect(diagnostics.every((d) => /^IN04[14]/.test(d.code))).toBe(true);
    nothingWritten();
  });

  it('an external DTD that nothing needs is a warning, and what the DOCTYPE itself defines is filled in', async () => {
    const doctype =
      '<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd" [<!ENTITY e "<hi rend=\'italic\'>of course</hi>">]>';
    write('v.xml', tei(documentDiv.replace('Words', 'Words &e;')).replace('<TEI', `${doctype}\n<TEI`));
    const { value, diagnostics } = await buildOf('v.xml');
    expect(diagnostics.map((d) => [d.code, d.severity])).toContainEqual(['IN045', 'warning']);
    const written = value?.files.find(({ path }) => path.endsWith('.xml'))?.path ?? '';
    expect(readFileSync(written, 'utf8')).toContain("Words <hi rend='italic'>of course</hi>");
  });

  it('an output folder that cannot be made, since a file stands there', async () => {
    volume();
    write('file', 'mine');
    only((await buildOf('v', ['epub'], 'file/out')).diagnostics, 'IN007');
    only((await buildOf('v', ['epub'], 'file')).diagnostics, 'IN007');
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('mine');
  });

  it('an edition that cannot be made: the others are, and it is told', async () => {
    write('v.xml', tei(documentDiv));
    vi.doMock('../src/press/press.js', () => ({
      print: () => {
        throw new Error('there is no ink');
      },
    }));
    try {
      const { diagnostics } = await buildOf('v.xml', ['html', 'epub', 'pdf']);
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ code, message }) => [code, message])).toEqual([
        ['TR045', 'The PDF edition could not be made: there is no ink.'],
      ]);
      expect(readdirSync(join(root, 'out')).sort()).toEqual(['.chancery.json', 'epub', 'html', 'tei']);
    } finally {
      vi.doUnmock('../src/press/press.js');
    }
  });

  it('an element that no rule renders: its line in the user’s own file, although headers were put in before it; all editions are made', async () => {
    write('v.xml', tei(documentDiv.replace('<p>Words.</p>', '<p>Words.</p>\n<nonsense>x</nonsense>')));
    const { diagnostics } = await buildOf('v.xml', ['html', 'epub', 'pdf']);
    expect(diagnostics.find((d) => d.code === 'TR001')?.place?.start?.line).toBe(7);
    expect(hasErrors(diagnostics)).toBe(false);
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['.chancery.json', 'epub', 'html', 'pdf', 'tei']);
  });
});
