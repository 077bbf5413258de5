import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { renderPivot } from '../../src/transform/pivot.js';

const volume = readFileSync(new URL('../golden/epub-two-documents/volume.xml', import.meta.url), 'utf8');

/** What the pivot says of a gap before the second document. */
function words(attributes: string): string | undefined {
  const second = volume.indexOf('<div type="document"', volume.indexOf('<div type="document"') + 1);
  const text = `${volume.slice(0, second)}<gap reason="convenience" unit="pages" ${attributes}/>${volume.slice(second)}`;
  return /"\[([^"\]]*blank page[^"\]]*)\]"/.exec(
    JSON.stringify(renderPivot(new SourceFile('v.xml', text)).value ?? {}),
  )?.[1];
}

describe('pages that were left blank', () => {
  it.each([
    ['extent="1"', 'blank page'],
    ['quantity="1"', 'blank page'],
    ['', 'blank page'],
    ['extent="3"', '3 blank pages'],
    ['extent="3 pages"', '3 blank pages'],
    ['quantity="2"', '2 blank pages'],
    ['extent="unknown"', 'blank pages'],
  ])('are counted by %s', (attributes, expected) => {
    expect(words(attributes)).toBe(expected);
  });
});
