import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBibliography } from '../../src/metadata/read-bibliography.js';
import { SourceFile } from '../../src/model/source-file.js';
import { Site } from '../../src/transform/html/site.js';
import { volumePeople } from '../../src/transform/html/volume-people.js';
import { splitIntoPages } from '../../src/transform/pages.js';
import { interpret } from '../../src/transform/pivot.js';
import { enrich } from '../../src/volume/enrich.js';

it('the persons of a volume have the documents they are in, with date and part', () => {
  const text = readFileSync(new URL('../diagnostics/valid-volume.xml', import.meta.url), 'utf8');
  const source = new SourceFile('v.xml', enrich(text).text);
  const pivot = interpret(source).value?.pivot;
  const bibliography = readBibliography(source, 'v').value;
  if (pivot === undefined || bibliography === undefined) throw new Error('The volume cannot be read.');
  const { persons } = volumePeople(bibliography, new Site(pivot, splitIntoPages(pivot), bibliography).register);
  expect(persons.map(({ id, name, description }) => [id, name, description])).toEqual([
    ['p_RD1', 'Rusk, Dean', 'Secretary of State'],
    ['p_TLE1', 'Thompson, Llewellyn E.', 'Ambassador at Large'],
  ]);
  expect(persons[0]?.appearances[0]).toMatchObject({
    page: 'd1',
    date: expect.stringMatching(/^1964-11-19/),
    roles: ['Sent'],
  });
});
