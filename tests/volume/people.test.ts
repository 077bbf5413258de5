import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuthorityPerson, type ListedPerson, type PersonKey, personKey } from '../../src/model/people.js';
import { SourceFile } from '../../src/model/source-file.js';
import { readAuthorityFile } from '../../src/volume/people/authority-file.js';
import { listedPersons } from '../../src/volume/people/listed-persons.js';
import { type Decision, proposeMerges } from '../../src/volume/people/propose.js';
import { readReview, withProposals } from '../../src/volume/people/review-file.js';
import { seriesPeople } from '../../src/volume/people/series-people.js';

const person = (key: string, name: string, description = '', ...refs: string[]): ListedPerson => {
  const [volume = '', id = ''] = key.split('#');
  return { volume, id, name, description, refs };
};
const known = (id: string, more: Partial<AuthorityPerson> = {}): AuthorityPerson => ({
  id,
  name: id,
  forms: [],
  description: '',
  refs: [],
  entries: [],
  ...more,
});
const keysOf = (
  people: readonly ListedPerson[],
  authority: readonly AuthorityPerson[] = [],
  decisions: readonly Decision[] = [],
) =>
  proposeMerges(people, authority, decisions).map(({ persons, certainty }) => [certainty, ...persons.map(personKey)]);

const YAML = `people:
  - id: rusk-dean
    name: Rusk, Dean
    born: 1909
    died: 1994
    viaf: 66861474
    wikidata: Q309988
    lcnaf: n50027420
    entries: [v1#p_RD1, v2#p_RD1]
`;

describe('an authority file', () => {
  const read = (text: string) => readAuthorityFile(new SourceFile('people.yaml', text));
  const findings = (text: string) =>
    read(text).diagnostics.map(({ code, place }) => `${code} ${place?.start?.line}:${place?.start?.column}`);

  it('is read from YAML and from TEI alike', () => {
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="rusk-dean" corresp="v1#p_RD1"><persName><forename>Dean</forename> <surname>Rusk</surname></persName>
<birth when="1909"/><death when="1994"/><idno type="VIAF">66861474</idno><idno type="wikidata">Q309988</idno><idno type="LCNAF">n50027420</idno>
<ptr target="v2#p_RD1"/></person></listPerson></standOff></TEI>`;
    const { value } = read(YAML);
    expect(value).toEqual([
      known('rusk-dean', {
        name: 'Rusk, Dean',
        born: '1909',
        died: '1994',
        refs: [
          'https://viaf.org/viaf/66861474',
          'https://www.wikidata.org/entity/Q309988',
          'https://id.loc.gov/authorities/names/n50027420',
        ],
        entries: ['v1#p_RD1', 'v2#p_RD1'],
      }),
    ]);
    expect(read(tei)).toEqual({ value, diagnostics: [] });
  });

  it('tells what is wrong where it stands', () => {
    expect(findings(YAML.replace('Q309988', '309988'))).toEqual(['VO004 7:15']);
    expect(findings(YAML.replace('viaf:', 'viav:'))).toEqual(['VO002 6:5']);
    const other = (more: string) => `${YAML}  - id: other\n    name: Other\n${more}`;
    expect(findings(other('    ref: ["http://www.wikidata.org/wiki/Q309988"]\n'))).toEqual(['SE051 10:9']);
    expect(findings(other('    entries: [v2#p_RD1]\n'))).toEqual(['SE052 10:9']);
    expect(findings(YAML + YAML.split('\n').slice(1, 3).join('\n'))).toEqual(['SE050 10:9']);
    const tei =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson>\n<person xml:id="a"><persName>A</persName><idno type="viaf">x</idno></person><person><persName>B</persName></person></listPerson></TEI>';
    expect(findings(tei)).toEqual(['SE054 2:42', 'SE053 2:77']);
  });
});

describe('proposals of merges', () => {
  it('go by records, names, descriptions and years, with what speaks against them', () => {
    expect(
      keysOf([
        person('v1#rusk', 'Rusk, Dean', 'Secretary of State, 1961–1969'),
        person('v2#rusk', 'Rusk, Dean', 'Secretary of State until January 20, 1969'),
        person('v1#bruce', 'Bruce, David K.E.', 'Ambassador in London'),
        person('v2#bruce', 'Bruce, D. K. E.', 'Chairman'),
        person('v1#taylor', 'Taylor, General Maxwell D.', 'Chairman of the Joint Chiefs of Staff'),
        person('v2#taylor', 'Taylor, Maxwell', 'Ambassador to Vietnam'),
        // Other given names, another lifetime, other records, father and son, sixty years: not the same.
        person('v1#kennan', 'Kennan, George', 'traveller (1845–1924)'),
        person('v2#kennan', 'Kennan, George', 'diplomat (1904–2005)'),
        person('v1#lodge', 'Lodge, Henry Cabot', 'Senator, 1893–1900'),
        person('v2#lodge', 'Lodge, Henry Cabot', 'Ambassador, 1963–1964 and 1990'),
        person('v1#smith', 'Smith, John', 'clerk', 'https://viaf.org/viaf/1'),
        person('v2#smith', 'Smith, John', 'clerk', 'https://viaf.org/viaf/2'),
        person('v1#jones', 'Jones, A. B.', 'clerk', 'https://viaf.org/viaf/3'),
        person('v2#jones', 'Iones, Albert', '', 'http://viaf.org/viaf/3/'),
      ]),
    ).toEqual([
      ['high', 'v1#rusk', 'v2#rusk'],
      ['low', 'v1#taylor', 'v2#taylor'],
      ['high', 'v1#jones', 'v2#jones'],
    ]);
  });

  it('never hold two entries of one volume', () => {
    expect(
      keysOf([person('v1#a', 'Smith, John'), person('v1#b', 'Smith, John'), person('v2#c', 'Smith, John')]),
    ).toEqual([['low', 'v1#a', 'v2#c']]);
  });

  it('bring entries to the persons that are known, and say nothing of what is settled', () => {
    const people = [person('v1#a', 'Rusk, Dean'), person('v2#b', 'Rusk, Dean'), person('v3#c', 'Rusk, Dean')];
    const authority = [known('rusk', { name: 'Rusk, Dean', entries: ['v1#a'] })];
    expect(keysOf(people, authority)).toEqual([['low', 'people#rusk', 'v1#a', 'v2#b', 'v3#c']]);
    expect(keysOf(people, authority, [{ persons: ['v1#a', 'v2#b', 'v3#c'], decision: 'same' }])).toEqual([]);
    const apart: Decision = { persons: ['people#rusk', 'v3#c'], decision: 'different' };
    expect(keysOf(people, authority, [apart])).toEqual([['low', 'people#rusk', 'v1#a', 'v2#b']]);
  });

  it('take no longer for each entry where there are more', () => {
    const volumes = (count: number) =>
      Array.from({ length: count }, (_, v) =>
        Array.from({ length: 100 }, (_, i) => person(`v${v}#p${i}`, `Name${i}, Given${i % 7}`, 'Secretary of State')),
      ).flat();
    const proposals = proposeMerges(volumes(60), [], []);
    expect([proposals.length, proposals[0]?.persons.length]).toEqual([100, 60]);
  });
});

describe('the file of decisions', () => {
  const people = fc.uniqueArray(
    fc.record({
      v: fc.integer({ min: 1, max: 4 }),
      n: fc.integer({ min: 1, max: 6 }),
      words: fc.string({ maxLength: 12 }),
    }),
    { selector: ({ v, n }) => `${v} ${n}`, maxLength: 20 },
  );

  it('keeps to the letter what an editor has written, and is not asked again', () => {
    fc.assert(
      fc.property(people, fc.array(fc.constantFrom('same', 'different', '')), (entries, said) => {
        const all = entries.map(({ v, n, words }) => person(`v${v}#p${n}`, `Name${n}, Given`, words));
        const first = withProposals(new SourceFile('r.yaml', ''), [], proposeMerges(all, [], []));
        expect(first.diagnostics).toEqual([]);
        let i = 0;
        const edited = `# mine\n${(first.value?.text ?? '').replace(/ {2}decision:\n/g, () => `  decision: ${said[i++] ?? ''} # seen\n`)}`;
        const { value: decisions = [], diagnostics } = readReview(new SourceFile('r.yaml', edited));
        expect(diagnostics).toEqual([]);
        const more = [
          ...all,
          person('v9#p1', 'Name1, Given'),
          person('v9#z', 'Zed, Given'),
          person('v8#z', 'Zed, Given'),
        ];
        const second = withProposals(new SourceFile('r.yaml', edited), decisions, proposeMerges(more, [], decisions));
        expect(second.value?.text.startsWith(edited)).toBe(true);
        expect(second.value?.text).toContain('v9#z');
        // Nothing that is decided is proposed again.
        const decided = decisions.filter(({ decision }) => decision !== undefined).map(({ persons }) => persons.join());
        for (const { persons } of proposeMerges(all, [], decisions))
          expect(decided).not.toContain(persons.map(personKey).join());
      }),
      { numRuns: 60 },
    );
  });

  it('tells what is wrong in it where it stands', () => {
    const codes = (text: string) =>
      readReview(new SourceFile('r.yaml', text)).diagnostics.map(({ code, place }) => `${code} ${place?.start?.line}`);
    expect(codes('- persons: [v1#a, v2#b]\n  decision: perhaps\n')).toEqual(['VO004 2']);
    expect(
      codes('- persons: [v1#a, v2#b, v3#c]\n  decision: different\n- persons: [v2#b, v3#c]\n  decision: same\n'),
    ).toEqual(['SE056 4']);
    const { diagnostics } = withProposals(
      new SourceFile('r.yaml', '[{ persons: [v1#a, v2#b] }]\n'),
      [{ persons: ['v1#a', 'v2#b'], decision: undefined }],
      proposeMerges(
        [
          person('v1#z', 'Zed, A.', 'x', 'https://viaf.org/viaf/3'),
          person('v2#z', 'Zed, A.', 'x', 'https://viaf.org/viaf/3'),
        ],
        [],
        [],
      ),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['SE055']);
  });
});

describe('the persons of a series', () => {
  const volume = (name: string, ...persons: readonly (readonly [id: string, date: string, refs?: string[]])[]) => ({
    volume: name,
    title: name,
    persons: persons.map(([id, date, refs = []]) => ({
      ...person(`${name}#${id}`, `Name ${id}`, '', ...refs),
      appearances: [{ page: 'd1', title: 'Letter', date, roles: ['Sent'] }],
    })),
  });

  it('have all places of those that are certainly one, by date', () => {
    const people = seriesPeople(
      [
        volume('v1', ['a', '1950'], ['b', '1951', ['http://viaf.org/viaf/7']]),
        volume('v2', ['a', '1940'], ['c', '1942'], ['d', '1943']),
      ],
      [known('seven', { name: 'Seven', refs: ['https://viaf.org/viaf/7'] })],
      [
        { persons: ['v1#a', 'v2#c'] as PersonKey[], decision: 'same' },
        { persons: ['v1#a', 'v2#a'] as PersonKey[], decision: undefined },
      ],
    );
    expect(people.map(({ id, appearances }) => [id, ...appearances.map((one) => `${one.volume} ${one.date}`)])).toEqual(
      [
        ['v1-a', 'v2 1942', 'v1 1950'],
        ['v2-a', 'v2 1940'],
        ['v2-d', 'v2 1943'],
        ['seven', 'v1 1951'],
      ],
    );
  });
});

describe('the persons of a volume’s list', () => {
  it('have what the list says of them, and their records', () => {
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v1"><text><front><list>
<item><hi><persName xml:id="p_RD1" ref="https://viaf.org/viaf/1">Rusk,
 Dean</persName>,</hi> Secretary of State, friend of <persName corresp="#p_X">X</persName></item></list></front><body><p><persName xml:id="p_no">No</persName></p></body></text></TEI>`;
    expect(listedPersons(new SourceFile('v.xml', tei), 'file').value).toEqual([
      person('v1#p_RD1', 'Rusk, Dean', 'Secretary of State, friend of X', 'https://viaf.org/viaf/1'),
    ]);
  });
});
