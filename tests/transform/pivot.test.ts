import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadStylesheet, transformToTree } from '../../src/formats/saxon.js';
import { parseDocument } from '../../src/formats/xdm.js';
import { escapeText, writeXhtml } from '../../src/formats/xhtml.js';
import type { PivotElement, PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { isBlock } from '../../src/transform/draft.js';
import { findLosses } from '../../src/transform/loss.js';
import { splitIntoPages } from '../../src/transform/pages.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { settle } from '../../src/transform/settle.js';
import { readVolume } from '../../src/transform/tei-reading.js';
import { textOf } from '../../src/transform/tree.js';
import { readEdition } from './read-edition.js';

const golden = join(fileURLToPath(new URL('.', import.meta.url)), 'golden');

/** The pivot as a person reads it: each block on its own line, what stands in the line as it stands. */
function readable(node: PivotNode, indent = ''): string {
  if (typeof node === 'string') return `${indent}${escapeText(node)}\n`;
  if (!isBlock(node as never) || !node.children.some((child) => isBlock(child as never)))
    return `${indent}${writeXhtml(node)}\n`;
  const [start = '', end = ''] = writeXhtml({ ...node, children: ['\0'] }).split('\0');
  return `${indent}${start}\n${node.children.map((child) => readable(child, `${indent}  `)).join('')}${indent}${end}\n`;
}

function volumeOf(name: string): SourceFile {
  return new SourceFile('volume.xml', readFileSync(join(golden, name, 'volume.xml'), 'utf8'));
}

describe('the pivot of', () => {
  for (const name of readdirSync(golden)) {
    it(name, async () => {
      const source = volumeOf(name);
      const { value, diagnostics } = renderPivot(source);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      if (value === undefined) throw new Error('no pivot');
      const head: PivotElement = {
        name: 'head',
        attributes: {},
        children: [...value.metadata]
          .flatMap(([key, values]) => values.map((content) => [key, content] as const))
          .concat([...value.renditions])
          .map(([key, content]) => ({ name: 'meta', attributes: { name: key, content }, children: [] })),
      };
      const found = diagnostics
        .map(
          ({ code, message, place }) => `<!-- ${place?.start?.line}:${place?.start?.column} ${code}: ${message} -->\n`,
        )
        .join('');
      const html: PivotElement = {
        name: 'html',
        attributes: { lang: value.language, 'data-volume': value.volume },
        children: [head, value.body],
      };
      await expect(found + readable(html)).toMatchFileSnapshot(join(golden, name, 'pivot.xhtml'));

      const tei = readVolume(source).value;
      if (tei === undefined) throw new Error('not read');
      const pages = splitIntoPages(value).pages.map(({ content }) => writeXhtml(content));
      expect(findLosses(tei, readEdition(pages), 'HTML')).toEqual([]);
    });
  }
});

it('is the same where the stylesheet is run carefully, as it is after a rule has failed', () => {
  for (const name of readdirSync(golden)) {
    const tree = (parameters: Record<string, boolean>) =>
      settle(transformToTree(loadStylesheet('pivot'), parseDocument(volumeOf(name).text), parameters));
    expect(tree({ 'is-careful': true }), name).toEqual(tree({}));
  }
});

describe('what cannot be rendered', () => {
  const volume = (body: string): SourceFile =>
    new SourceFile(
      'v.xml',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>\n<text><body><div type="document" xml:id="d1"><head>x</head>\n${body}</div></body></text></TEI>`,
    );

  it('is an element that nobody knows: its words are kept, its name and line are told', () => {
    const { value, diagnostics } = renderPivot(volume('<p>a <spanGrp>b</spanGrp></p>\n<p><tune/></p>'));
    expect(value && textOf(value.body)).toBe('xa b');
    expect(
      diagnostics.map((d) => [
        d.code,
        d.severity,
        d.message.split(';')[0],
        d.place?.start?.line,
        d.place?.start?.column,
      ]),
    ).toEqual([
      ['TR001', 'warning', 'The editions do not know the element spanGrp', 3, 6],
      ['TR001', 'warning', 'The editions do not know the element tune', 4, 4],
    ]);
  });

  it('is a file that is no TEI', () => {
    const { value, diagnostics } = renderPivot(new SourceFile('x.xml', '<html xmlns="http://www.w3.org/1999/xhtml"/>'));
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain('TR003');
  });

  it('is a text that is not well-formed, with the code of the parser', () => {
    const { value, diagnostics } = renderPivot(new SourceFile('x.xml', '<TEI><a></TEI>'));
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.severity)).toEqual(['error']);
  });
});

it('parts the lines of a publisher’s name in the metadata', () => {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt>
    <publisher>Office of the Historian<lb/>Bureau of <hi>Public</hi> Affairs<lb/>U.S. Department
      of State</publisher><pubPlace>Washington</pubPlace></publicationStmt></fileDesc></teiHeader><text><body/></text></TEI>`;
  const metadata = renderPivot(new SourceFile('v.xml', tei)).value?.metadata;
  expect(metadata?.get('publisher')).toEqual([
    'Office of the Historian, Bureau of Public Affairs, U.S. Department of State',
  ]);
  expect(metadata?.get('pubPlace')).toEqual(['Washington']);
});
