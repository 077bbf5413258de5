import { describe, expect, it } from 'vitest';
import { writeFragment } from '../../src/formats/xml-fragment.js';
import { element } from '../../src/formats/xml-writer.js';
import { readDate } from '../../src/grammar/dateline.js';
import { readHeading } from '../../src/grammar/heading.js';
import { readSourceNote } from '../../src/grammar/source-note.js';
import {
  classDecl,
  classDeclOf,
  correspDesc,
  creation,
  type HeaderFacts,
  msDesc,
  partiesOf,
  textClass,
} from '../../src/tei/header.js';
import { categoryOf, TAXONOMIES } from '../../src/tei/taxonomy.js';

const head = '73. Letter From Secretary of State Rusk to the Embassy in Japan';
const note =
  'Source: National Archives, RG 59, Central Files 1964–66, POL 23–6 USSR. Secret/Sensitive; Immediate. Drafted by Smith (L) & Jones; approved in S/S.';

function facts(): HeaderFacts {
  const reading = readHeading(head);
  const date = readDate('November 19, 1964');
  return {
    corresp: '#d73',
    source: readSourceNote(note),
    ...(reading.genre === undefined ? {} : { genre: reading.genre }),
    ...(date === undefined
      ? {}
      : { date: { words: 'November 19, 1964', reading: date, cert: 'medium', resp: '#editor' } }),
    place: { words: 'Washington' },
    ...partiesOf(head, reading),
  };
}

const written = (node: ReturnType<typeof msDesc>): string => (node === undefined ? '' : writeFragment(node));

describe('the header’s elements', () => {
  it('msDesc holds citation and acts', () => {
    expect(written(msDesc(facts()))).toBe(
      '<msDesc corresp="#d73"><msIdentifier><repository>National Archives</repository>' +
        '<collection>RG 59, Central Files 1964–66</collection><idno type="file">POL 23–6 USSR</idno></msIdentifier>' +
        '<msContents><msItem>' +
        '<respStmt><resp key="drafted">Drafted by</resp><persName role="L">Smith</persName><persName>Jones</persName></respStmt>' +
        '<respStmt><resp key="approved">approved in</resp><orgName>S/S</orgName></respStmt>' +
        '</msItem></msContents></msDesc>',
    );
  });

  it('creation has date and place in their own words', () => {
    expect(written(creation(facts()))).toBe(
      '<creation corresp="#d73"><date when="1964-11-19" cert="medium" resp="#editor">November 19, 1964</date> ' +
        '<placeName>Washington</placeName></creation>',
    );
  });

  it('textClass keeps the document’s words and points to the categories', () => {
    expect(written(textClass(facts()))).toBe(
      '<textClass corresp="#d73"><catRef scheme="#genre" target="#letter"/>' +
        '<classCode scheme="#classification" ana="#secret">Secret</classCode>' +
        '<classCode scheme="#handling" ana="#sensitive">Sensitive</classCode>' +
        '<classCode scheme="#precedence" ana="#immediate">Immediate</classCode></textClass>',
    );
  });

  it('correspDesc has sender and receiver', () => {
    expect(written(correspDesc(facts()))).toBe(
      '<correspDesc corresp="#d73"><correspAction type="sent"><persName>Rusk</persName><placeName>Washington</placeName>' +
        '<date when="1964-11-19"/></correspAction>' +
        '<correspAction type="received"><orgName>Embassy in Japan</orgName></correspAction></correspDesc>',
    );
  });

  it('says nothing where nothing is known', () => {
    for (const make of [msDesc, creation, textClass, correspDesc]) expect(make({})).toBeUndefined();
  });

  it('takes the genre of the file number where the heading names none', () => {
    expect(written(textClass({ source: readSourceNote('763.72/406: Telegram') }))).toContain('target="#telegram"');
  });

  it('leaves an act without a party out, for TEI has no place for it', () => {
    const source = readSourceNote('Source: Ford Library, Box 1. Secret. Drafted on May 5.');
    expect(source.acts).toHaveLength(1);
    expect(written(msDesc({ source }))).not.toContain('respStmt');
  });

  it('escapes', () => {
    const source = readSourceNote('Source: Ford Library, Smith & Jones <files>, Box 1. Secret.');
    expect(written(msDesc({ source }))).toContain('<collection>Smith &amp; Jones &lt;files&gt;</collection>');
  });
});

describe('the taxonomies', () => {
  it('have ids that are unique over all four', () => {
    const ids = TAXONOMIES.flatMap((taxonomy) => [taxonomy.id, ...taxonomy.categories.map(({ id }) => id)]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(writeFragment(classDecl())).toContain(`xml:id="${id}"`);
  });

  it.each([
    ['classification', 'TOP SECRET', 'top-secret'],
    ['handling', 'Limit Distribution', 'limdis'],
    ['handling', 'Official-Informal', 'official-informal'],
    ['handling', 'Nodis/Harvan', 'nodis'],
    ['handling', 'Eyes Only for the Secretary', 'eyes-only'],
    ['precedence', 'Operational Immediate', 'immediate'],
    ['handling', 'Larkspur', undefined],
  ] as const)('%s: %s is %s', (taxonomy, words, id) => {
    expect(categoryOf(taxonomy, words)).toBe(id);
  });
});

describe('the taxonomies of one document', () => {
  it('are those that its markings point to, with those categories; a word of no category points to its taxonomy', () => {
    const markings = textClass({
      source: readSourceNote('Source: National Archives. Secret; Umpteenth.'),
      genre: 'letter',
    });
    const xml = writeFragment(classDeclOf(markings) ?? element('none'));
    expect([...xml.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'genre',
      'letter',
      'classification',
      'secret',
      'handling',
    ]);
    expect(classDeclOf(undefined)).toBeUndefined();
  });
});
