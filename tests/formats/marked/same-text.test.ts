import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/encode/encode.js';
import { readRawBytes } from '../../../src/formats/raw-file.js';
import { runs } from '../../runs.js';
import { asDocx, asHtml, asMarkdown, dialects, pivot } from './pivot.js';

/** The document of a file, without its header. */
async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  const read = await readRawBytes(path, bytes);
  expect(read.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  if (read.value === undefined) throw new Error(path);
  const { value = [], diagnostics } = encode(read.value);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value.length).toBe(1);
  return /<div type="document".*<\/div>/s.exec(value[0]?.tei ?? '')?.[0] ?? '';
}

describe('one document in files of several kinds', () => {
  it('is the same TEI', async () => {
    await fc.assert(
      fc.asyncProperty(pivot, async (document) => {
        const expected = await textOf('a.md', Buffer.from(asMarkdown(document)));
        expect(expected).toContain('<persName type="from">Sample</persName>');
        expect(expected.split('<note ').length - 1).toBe(document.notes.length);
        expect(await textOf('named.md', Buffer.from(asMarkdown(document, (n) => `note-${'abcdefg'[n]}`)))).toBe(
          expected,
        );
        for (const [name, dialect] of Object.entries(dialects))
          expect(await textOf(`${name}.html`, Buffer.from(asHtml(document, dialect))), name).toBe(expected);
        expect(await textOf('a.docx', asDocx(document)), 'docx').toBe(expected);
        expect(await textOf('a.docx', asDocx(document, 'endnote')), 'endnotes').toBe(expected);
      }),
      { numRuns: runs(40) },
    );
  });
});
