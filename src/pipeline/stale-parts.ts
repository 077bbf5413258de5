import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { unzip } from '../formats/unzip.js';
import { bareDoi } from '../model/identifier.js';
import type { Part } from './publish-files.js';

/** A package document is as long as a volume has files; this is far beyond any. */
const LIMITS = { entries: 65_535, entry: 50_000_000, total: 50_000_000 };

/** Where each part says its DOI: the home page, the package document of the EPUB (in a ZIP file), the metadata of the PDF, which are not packed. */
const SAID: Partial<Record<Part, (folder: string, id: string) => readonly [path: string, text: () => string]>> = {
  html: (folder) => textOf(join(folder, 'html', 'index.html')),
  epub: (folder, id) => {
    const path = join(folder, 'epub', `${id}.epub`);
    return [path, () => packageDocument(readFileSync(path))];
  },
  pdf: (folder, id) => textOf(join(folder, 'pdf', `${id}.pdf`), 'latin1'),
};

/**
 * Parts of a built edition that do not bear the DOI of its TEI: they are from an earlier build, since every build writes the DOI into each edition
 * that it makes.
 */
export function staleParts(folder: string, id: string, wanted: readonly Part[], doi: string): readonly Diagnostic[] {
  const words = bareDoi(doi);
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return wanted.flatMap((part) => {
    const [path, text] = SAID[part]?.(folder, id) ?? [];
    if (path === undefined || text === undefined || !isFile(path)) return [];
    const said = text();
    return said.includes(words) || said.includes(escaped)
      ? []
      : [diagnostic('PU039', { path, doi: words }, { file: path })];
  });
}

function textOf(path: string, encoding: BufferEncoding = 'utf8'): readonly [string, () => string] {
  return [path, () => readFileSync(path).toString(encoding)];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function packageDocument(book: Uint8Array): string {
  const unpacked = unzip(book, (name) => name.endsWith('.opf'), LIMITS);
  return 'problem' in unpacked
    ? ''
    : [...unpacked.entries.values()].map((bytes) => Buffer.from(bytes).toString()).join('');
}
