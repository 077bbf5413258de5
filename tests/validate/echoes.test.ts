import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';

const path = join(import.meta.dirname, '../diagnostics/valid-volume.xml');
const valid = readFileSync(path, 'utf8');
const { value: validator } = await createValidator({ strength: 'current' });

/** What the schema, Schematron and the rules all see is said once, in the words that say most. */
it.each([
  ['a day that its month does not have', 'when="1964-11-22"', 'when="1964-11-31"', 'VA501'],
  ['an address with a space', 'target="#pg_3"', 'target="# pg_3"', 'VA342'],
  ['an id that is none', 'xml:id="d1fn2"', 'xml:id="d 1fn2"', 'VA014'],
  ['the id of another note', 'xml:id="d1fn2"', 'xml:id="d1fn1"', 'VA019'],
  ['a source note of a type that is none', 'd4fn1" type="source"', 'd4fn1" type="sources"', 'VA014'],
  ['a second heading', '<list type="participants">', '<head>Talks</head><list type="participants">', 'VA201'],
  ['a list without items', '<item>wheat</item><label>2.</label><item>steel</item>', '', 'VA018'],
  ['a marking that is not the note’s', '>Confidential</classCode>', '>Secret</classCode>', 'VA540'],
  ['a style without its #', '<opener><dateline>', '<opener><dateline rendition="d4">', 'VA341'],
  [
    'an empty dateline',
    '<dateline><placeName>Moscow</placeName>, <date when="1964-11-22">November 22, 1964</date>.</dateline>',
    '<dateline/><salute>Dear Sir:</salute>',
    'VA430',
  ],
  ['a second call of nothing', 'n="2" target="#d2fn2"', 'n="2" target="#d2fn7"', 'VA323'],
])('one mistake, one finding: %s', (_, right, wrong, code) => {
  expect(valid).toContain(right);
  const found = validator?.validate(new SourceFile(path, valid.replace(right, wrong))) ?? [];
  expect(found.map((d) => `${d.code} ${d.message}`)).toEqual([expect.stringContaining(code)]);
});
