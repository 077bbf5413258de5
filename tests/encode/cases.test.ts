import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { readRawFile } from '../../src/formats/raw-file.js';

/** The small inputs of real kinds beside the project. */
const shared = new URL('../../../shared/cases/', import.meta.url).pathname;

interface Expected {
  /** Of each document in the order of the files: its heading's words, and who signs it. */
  readonly documents: readonly (readonly [heading: string, signed: string])[];
  readonly notes: number;
  /** What else the TEI holds. */
  readonly holds?: readonly RegExp[];
  readonly holdsNot?: readonly RegExp[];
}

const TELEGRAM = '14. Telegram From the Embassy in France to the Department of State';
const BOHLEN = [TELEGRAM, 'Bohlen'] as const;
const ROE = ['1. Letter From Jane Roe to John Doe', 'Jane Roe'] as const;

const cases: Readonly<Record<string, Expected>> = {
  '07-notes-with-asterisk-and-dagger': { documents: [BOHLEN], notes: 3, holds: [/type="source"/, /#priority/] },
  '09-notes-as-footnote-blocks': { documents: [['', 'THOMAS EXAMPLE']], notes: 3 },
  '11-notes-with-a-slash': { documents: [BOHLEN], notes: 3, holds: [/type="source"/, /#priority/] },
  '13-notes-at-the-foot-of-each-page': {
    documents: [BOHLEN],
    notes: 3,
    holds: [/before <pb n="181"[^>]*>(?:<fw.*?<\/fw>)? June/],
    holdsNot: [/<p[^>]*>[^<]*THE PORTS/, /____/],
  },
  '17-minutes-after-a-list-of-those-present': {
    documents: [['20. Minutes of a Meeting of the National Security Council', '']],
    notes: 1,
    holds: [/<item>Secretary of State Rusk<\/item>\s*<\/list>/, /<head>AGENDA<\/head>/],
  },
  '21-datelines-in-other-languages': {
    documents: [ROE, ROE, ROE, ROE],
    notes: 4,
    holds: [/when="1919-03-03"/, /when="1963-03-03"/, /<placeName>Москва/],
  },
  '23-several-documents-in-one-text': {
    documents: [
      ROE,
      ['2. Telegram From the Embassy in France to the Department of State', 'Bohlen'],
      ['', 'Jane Roe'],
      ['', 'John Doe'],
    ],
    notes: 4,
    holds: [/<dateline><placeName>Paris<\/placeName>, <date when="1963-03-05T19:00:00">/],
  },
  '27-signature-forms': {
    documents: [
      ROE,
      ROE,
      ROE,
      ['1. Letter From Jane Roe to John Doe', 'JANE ROE'],
      ['1. Letter From Jane Roe to John Doe', ''],
    ],
    notes: 5,
  },
};

describe('the cases that the encoder owns', () => {
  if (!existsSync(shared)) console.warn(`${shared} is not there: the cases are not read.`);
  it.skipIf(!existsSync(shared)).each(Object.keys(cases))('%s', async (name) => {
    const wanted = cases[name] as Expected;
    const texts = readdirSync(join(shared, name))
      .filter((file) => /^input.*\.(?:txt|md)$/.test(file))
      .sort();
    const teis: string[] = [];
    for (const file of texts) {
      const { value } = await readRawFile(join(shared, name, file));
      if (value === undefined) throw new Error(`${file} was not read`);
      for (const { tei } of encode(value).value ?? []) teis.push(tei);
    }
    const found = teis.map((tei) => [
      words(/<head>(\d.*?)<\/head>/.exec(tei)?.[1] ?? ''),
      words(/<signed[^>]*>.*?<persName>(.*?)<\/persName>/.exec(tei)?.[1] ?? ''),
    ]);
    expect(found).toEqual(wanted.documents);
    const all = teis.join('\n');
    expect([...all.matchAll(/<note /g)]).toHaveLength(wanted.notes);
    for (const pattern of wanted.holds ?? []) expect(all).toMatch(pattern);
    for (const pattern of wanted.holdsNot ?? []) expect(all).not.toMatch(pattern);
  });
});

/** Words without elements, and without notes. */
function words(xml: string): string {
  return xml.replace(/<note .*?<\/note>/g, '').replace(/<[^>]+>/g, '');
}
