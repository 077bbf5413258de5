import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { EditionReader } from '../../src/transform/edition-reading.js';
import { contentDocument } from '../../src/transform/epub/content.js';
import { inParts } from '../../src/transform/epub/parts.js';
import { findLosses } from '../../src/transform/loss.js';
import { linkFrom, splitIntoPages } from '../../src/transform/pages.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { readVolume } from '../../src/transform/tei-reading.js';
import { volumeOf } from './editions-of.js';

const golden = join(import.meta.dirname, 'golden');

function parted(source: SourceFile, most: number) {
  const pivot = renderPivot(source).value;
  const reading = readVolume(source).value;
  if (pivot === undefined || reading === undefined) throw new Error('not read');
  const whole = splitIntoPages(pivot);
  const volume = inParts(whole, most);
  const reader = new EditionReader();
  const files = new Map<string, string>();
  for (const page of volume.pages) {
    const text = contentDocument(page, linkFrom(page, volume, '.xhtml'), 'en');
    reader.read(text);
    files.set(`${page.name}.xhtml`, text);
  }
  return { whole, volume, files, found: findLosses(reading, reader.finish(), 'EPUB') };
}

/** Links of the files that lead to no file or id of theirs. */
function deadLinks(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([from, text]) =>
    [...text.matchAll(/ href="((?!\.\.\/|[a-z]+:)[^"]+)"/g)].flatMap(([, href = '']) => {
      const [to = '', id] = href.split('#');
      const target = files.get(to === '' ? from : to);
      const isThere = target !== undefined && (id === undefined || target.includes(` id="${id}"`));
      return isThere ? [] : [`${from}: ${href}`];
    }),
  );
}

describe('long pages of an EPUB in parts', () => {
  it('hold every word, note and page break, and links lead to the part that has what they name', () => {
    for (const name of readdirSync(golden)) {
      const file = join(golden, name, 'volume.xml');
      if (!existsSync(file)) continue;
      for (const most of [200, 700, 3000]) {
        const { volume, whole, files, found } = parted(new SourceFile('volume.xml', readFileSync(file, 'utf8')), most);
        expect(found, `${name} ${most}`).toEqual([]);
        if (most === 200) expect(volume.pages.length, name).toBeGreaterThan(whole.pages.length);
        expect(volume.pages.flatMap(({ leaves }) => leaves)).toEqual(whole.pages.flatMap(({ leaves }) => leaves));
        expect(new Set(volume.pages.map((page) => page.name.toLowerCase())).size).toBe(volume.pages.length);
        expect(deadLinks(files), `${name} ${most}`).toEqual([]);
      }
    }
  });

  it('are about as long as they may be, and neither paragraphs nor tables are parted', () => {
    const paragraphs = Array.from(
      { length: 400 },
      (_, i) => `<p>Paragraph ${i} ${'of many words '.repeat(8)}</p>`,
    ).join('');
    const { volume, files, found } = parted(volumeOf(paragraphs, `<p>${'A long one. '.repeat(2000)}</p>`), 10_000);
    expect(found).toEqual([]);
    const sizes = volume.pages
      .filter(({ name }) => name.startsWith('d1'))
      .map(({ name }) => files.get(`${name}.xhtml`)?.length ?? 0);
    expect(sizes.length).toBeGreaterThan(4);
    expect(Math.max(...sizes)).toBeLessThan(11_000);
    expect(volume.pages.filter(({ name }) => name.startsWith('d2'))).toHaveLength(1);
  });
});
