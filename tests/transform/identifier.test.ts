import { expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { editionsOf, volumeOf } from './editions-of.js';

const ADDRESS = 'https://doi.org/10.5072/abcde-12345';
const front = '<front><titlePage><docTitle><titlePart>A Volume</titlePart></docTitle></titlePage></front>';

/** A volume whose header gives its DOI so, or none. */
function volume(doi: string): SourceFile {
  const { path, text } = volumeOf('<p>Text.</p>', undefined, front);
  const idno = doi === '' ? '' : `<idno type="doi">${doi}</idno>`;
  return new SourceFile(
    path,
    text.replace('<publicationStmt><p/>', `<publicationStmt><publisher>P</publisher>${idno}`),
  );
}

it.each(['10.5072/abcde-12345', 'doi:10.5072/abcde-12345', 'https://doi.org/10.5072/abcde-12345'])(
  'stands in every edition, as an address: %s',
  (doi) => {
    const { site, epub, pdf, content, found } = editionsOf(volume(doi));
    expect(found).toEqual([]);
    expect(site.get('index.html')).toContain(`<dt>DOI</dt><dd><a href="${ADDRESS}">${ADDRESS}</a></dd>`);
    const opf = [...epub].find(([name]) => name.endsWith('.opf'))?.[1];
    expect(String(opf)).toContain(`>${ADDRESS}</dc:identifier>`);
    expect(pdf).toContain(`<dc:identifier>${ADDRESS}</dc:identifier>`);
    expect(JSON.stringify(content.parts[0])).toContain(ADDRESS);
  },
);

it('stands nowhere where there is none', () => {
  const { site, pdf } = editionsOf(volume(''));
  expect([...site.values()].join('')).not.toContain('DOI');
  expect(pdf).not.toContain('dc:identifier');
});
