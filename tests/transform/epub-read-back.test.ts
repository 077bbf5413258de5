import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { coverPath } from '../../src/transform/epub/container.js';
import { findBrokenTables } from '../../src/transform/epub/read-back.js';
import { epub } from '../../src/transform/epub.js';
import { interpret } from '../../src/transform/pivot.js';
import { recordOf } from './record.js';

const path = join(import.meta.dirname, '../golden/epub-two-documents/volume.xml');
let book: ReadonlyMap<string, string> = new Map();

beforeAll(() => {
  const source = new SourceFile('volume.xml', readFileSync(path, 'utf8'));
  const { value } = interpret(source);
  if (value === undefined) throw new Error('no pivot: is the program built?');
  const files = new Map([[coverPath, '']]);
  epub(value.pivot, value.reading, { record: recordOf(source), modified: '1901-05-09T00:00:00Z' }, (path, text) =>
    files.set(path, String(text)),
  );
  book = files;
});

/** What is found in the book after a change to one of its files; no content takes the file away. */
function found(path: string, change: (content: string) => string | undefined): readonly string[] {
  const files = new Map(book);
  const content = change(book.get(path) ?? '');
  if (content === undefined) files.delete(path);
  else files.set(path, content);
  return findBrokenTables(files).map(({ code, message }) => `${code} ${message}`);
}

describe('the tables of an EPUB, read back', () => {
  it('hold together as they are written', () => {
    expect(book.size).toBeGreaterThan(8);
    expect(findBrokenTables(book)).toEqual([]);
  });

  it('name a file that is not there', () => {
    expect(found('EPUB/style.css', () => undefined)).toEqual([
      'TR020 The manifest of the EPUB names EPUB/style.css, which is not in it.',
    ]);
  });

  it('leave out a file that is there', () => {
    expect(found('EPUB/stray.xhtml', () => '<html/>')).toEqual([
      'TR021 The EPUB holds EPUB/stray.xhtml, which its manifest does not name.',
    ]);
  });

  it('name an item of the spine that the manifest has not', () => {
    expect(found('EPUB/package.opf', (text) => text.replace('idref="text-d1"', 'idref="text-d7"'))).toEqual([
      'TR020 The spine of the EPUB names text-d7, which is not in it.',
    ]);
  });

  it('lead to an id that a document has not, and so miss the page that has it', () => {
    const text = book.get('EPUB/text/d1.xhtml') ?? '';
    const id = / class="pb"[^>]* id="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(id).not.toBe('');
    expect(found('EPUB/text/d1.xhtml', (content) => content.replaceAll(`id="${id}"`, 'id="moved"'))).toEqual([
      `TR020 The page-list of the EPUB names EPUB/text/d1.xhtml#${id}, which is not in it.`,
      'TR022 The page list of the EPUB leaves out the page that begins at EPUB/text/d1.xhtml#moved.',
    ]);
  });

  it('are not found where the container document leads nowhere', () => {
    expect(found('META-INF/container.xml', (text) => text.replace('package.opf', 'none.opf'))).toEqual([
      'TR020 The container document of the EPUB names EPUB/none.opf, which is not in it.',
    ]);
  });
});
