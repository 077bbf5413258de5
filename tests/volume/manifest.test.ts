import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { readManifest } from '../../src/volume/manifest.js';
import { manifestJsonSchema } from '../../src/volume/manifest-schema.js';

const sampler = readFileSync(new URL('../../corpus/sampler/volume.yaml', import.meta.url), 'utf8');
const read = (text: string) => readManifest(new SourceFile('volume.yaml', text));

/** The finding of the sampler's manifest after one change, as `CODE line:column message → hint`. */
function findingsAfter(from: string | RegExp, to: string): string[] {
  const changed = sampler.replace(from, to);
  expect(changed).not.toBe(sampler);
  return read(changed).diagnostics.map(
    (d) =>
      `${d.code} ${d.place?.start?.line}:${d.place?.start?.column} ${d.message}${d.hint === undefined ? '' : ` → ${d.hint}`}`,
  );
}

/** The line of the sampler's manifest that holds a text. */
const lineOf = (text: string): number => sampler.slice(0, sampler.indexOf(text)).split('\n').length;
/** The text that a document of the sampler names. */
const fileOf = (id: string): string => new RegExp(`document: ${id}\\n\\s+file: (\\S+)`).exec(sampler)?.[1] ?? '';

describe('the manifest', () => {
  it('reads the sampler: eight documents in three chapters, with what the editor supplies', () => {
    const { value, diagnostics } = read(sampler);
    expect(diagnostics).toEqual([]);
    expect(value?.manifest.outline.map((e) => e.kind === 'chapter' && e.children.length)).toEqual([2, 2, 4]);
    expect(value?.documents.map((d) => d.id)).toEqual(['d1', 'd2', 'd73', 'd259', 'd301', 'd302', 'd303', 'd304']);
    expect(value?.documents[2]).toMatchObject({ place: 'Washington', date: 'November 19, 1964', signed: 'Dean Rusk' });
    expect(value?.documents[7]?.part).toBe(4);
    expect(value?.manifest.date).toBe('2026');
    expect(value?.placeOf('d259', 'file').start?.line).toBe(lineOf('001_dc7b'));
  });

  it('takes ids that documents had, and none that something has', () => {
    const { value } = read(`${sampler}\naliases:\n  d71: d73\n  d99: { to: d71, until: 2019-05-01 }\n`);
    expect(value?.manifest.edition?.aliases).toMatchObject([
      { id: 'd71', to: 'd73', place: { start: { line: sampler.split('\n').length + 2 } } },
      { id: 'd99', to: 'd71', until: '2019-05-01' },
    ]);
    const { diagnostics } = read(`${sampler}\naliases:\n  d71: d73\n  d259: d73\n`);
    expect(diagnostics).toMatchObject([
      { code: 'SE041', place: { start: { line: sampler.split('\n').length + 3, column: 3 } } },
    ]);
  });

  it('keeps scalars as they are written', () => {
    const { value } = read(sampler.replace('language: en', 'identifiers: { isbn-10: 0160505941, x: 1.10, y: no }'));
    expect(value?.manifest.identifiers).toEqual({ 'isbn-10': '0160505941', x: '1.10', y: 'no' });
  });

  it('takes a key without a value as absent', () => {
    const { value, diagnostics } = read(sampler.replace('signed: Dean Rusk', 'signed:'));
    expect(diagnostics).toEqual([]);
    expect(value?.documents[2]?.signed).toBeUndefined();
  });

  it('takes what repositories ask for: an ORCID iD in either form, a vocabulary by its code', () => {
    const { value, diagnostics } = read(
      sampler
        .replace('role: primary }', 'role: primary, orcid: "https://orcid.org/0000-0002-1694-233x" }')
        .replace(
          'language: en',
          'language: en\nsubjects: [{ term: Spies, scheme: LCSH }]\nrelations: [{ type: IsPartOf, identifier: "https://example.org/" }]',
        ),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.manifest).toMatchObject({
      editors: [{ orcid: '0000-0002-1694-233X' }],
      subjects: [{ term: 'Spies', scheme: 'http://id.loc.gov/authorities/subjects' }],
      relations: [{ type: 'IsPartOf', scheme: 'url', identifier: 'https://example.org/' }],
      funding: [],
    });
  });

  it.each([
    [
      'an unknown key',
      'publisher:',
      'publihser:',
      [
        'VO002 13:1 The manifest has no key “publihser” here. → Did you mean “publisher”?',
        'VO003 4:1 “publisher” is missing. → Add a line “publisher: …” here.',
      ],
    ],
    [
      'an ORCID iD whose last digit is wrong',
      'role: primary }',
      'role: primary, orcid: 0000-0002-1825-0098 }',
      [
        'VO004 12:60 “orcid” is “0000-0002-1825-0098”, which is no ORCID iD: four groups of four digits, of which the last digit confirms the others.',
      ],
    ],
    [
      'an unknown key deep in the outline',
      '        signed:',
      '        signde:',
      [`VO002 ${lineOf('signed: Dean')}:9 The manifest has no key “signde” here. → Did you mean “signed”?`],
    ],
    [
      'a missing file',
      '        file: 002_2e90fe55a6133a38.txt\n',
      '',
      [
        `VO003 ${lineOf('document: d1')}:9 “file” is missing in “outline”, entry 1, “contents”, entry 1. → Add a line “file: …” here.`,
      ],
    ],
    ['a text where a list is asked for', /editors:\n.*\n/, 'editors: Ann\n', ['VO004 11:10 “editors” must be a list.']],
    [
      'a part that is no number',
      'part: 3',
      'part: three',
      [`VO004 ${lineOf('part: 3')}:15 “part” is a number, counted from 1.`],
    ],
    [
      'an id that XML forbids',
      'id: sampler',
      'id: my sampler',
      [
        'VO004 4:5 “id” is “my sampler”; it begins with a letter and holds letters, digits, “-”, “_” and “.” only, as an xml:id must.',
      ],
    ],
    [
      'a role outside the list',
      'role: primary',
      'role: chief',
      ['VO004 12:44 “role” is “chief”, and must be one of primary, general.'],
    ],
    [
      'an id given twice',
      'document: d302',
      'document: d301',
      [
        `VO005 ${lineOf('document: d302')}:19 The id “d301” is given twice; first in line ${lineOf('document: d301')}. → Give each document, chapter, section, person and term an id of its own.`,
      ],
    ],
    [
      'a name of nobody in the list',
      '        signed: Dean Rusk',
      '        names: { Rusk: p_RD2 }',
      [
        `VO007 ${lineOf('signed: Dean')}:16 Document d73 gives the name “Rusk” to p_RD2, and the list of persons has no such entry. → Did you mean p_RD1?`,
      ],
    ],
    [
      'a text that two documents name',
      fileOf('d2'),
      `./${fileOf('d1')}`,
      [
        `VO031 ${lineOf('document: d2') + 1}:15 Document d2 names ${fileOf('d1')}; so does document d1 in line ${lineOf('document: d1') + 1}. → Name the text that is meant; where one text holds several documents, say with “part: 1”, “part: 2” which is which.`,
      ],
    ],
    [
      'a part that two documents name',
      'part: 3',
      'part: 2',
      [
        `VO031 ${lineOf('document: d303') + 1}:15 Document d303 names ${fileOf('d303')}, part 2; so does document d302 in line ${lineOf('document: d302') + 1}. → Name the text that is meant; where one text holds several documents, say with “part: 1”, “part: 2” which is which.`,
      ],
    ],
    [
      'ids that are one on a disk without capitals',
      'document: d302',
      'document: D301',
      [
        `VO033 ${lineOf('document: d302')}:19 The ids “D301” and “d301” (line ${lineOf('document: d301')}) differ in capitals alone, or one of them is that of the volume: their files would be one. → Give one of them another id.`,
      ],
    ],
    [
      'the id of a document that is that of the volume',
      'document: d302',
      'document: sampler',
      [
        `VO033 ${lineOf('document: d302')}:19 The ids “sampler” and “sampler” (line ${lineOf('id: sampler')}) differ in capitals alone, or one of them is that of the volume: their files would be one. → Give one of them another id.`,
      ],
    ],
    [
      'a language that is none',
      'language: en',
      'language: english',
      ['VO004 21:11 “language” is “english”, which is no language tag of BCP 47; did you mean en?.'],
    ],
  ])('finds %s', (_, from, to, expected) => {
    expect(findingsAfter(from, to)).toEqual(expected);
  });

  it('finds what is no YAML, with its place', () => {
    const [finding] = read('id: sampler\ntitle: [a, b\n').diagnostics;
    expect(finding).toMatchObject({ code: 'VO001', place: { start: { line: 3 } } });
  });

  it('finds the first mistake of YAML, and not what follows from it', () => {
    const spoilt = read(
      'id: sampler\neditors: [\n  - { name: A }\n  - { name: B }\noutline:\n  - chapter: ch1\n',
    ).diagnostics;
    expect(spoilt.map(({ code, place }) => [code, place?.start?.line])).toEqual([['VO001', 3]]);
    const twice = read('id: a\nid: b\nplace: c\nplace: d\n').diagnostics;
    expect(twice.map(({ place }) => place?.start?.line)).toEqual([2, 4]);
  });

  it('never throws, whatever stands in the file', () => {
    for (const text of [
      '',
      '[]',
      '5',
      'a: &a [*a]',
      'outline: {}',
      'outline: [[[]]]',
      'id: {a: {}}',
      '- - -',
      '&x [*x,*x]',
    ])
      expect(read(text).diagnostics.length).toBeGreaterThan(0);
  });

  it('refuses aliases that would grow without bound', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(read(lines.join('\n')).diagnostics.map((d) => d.code)).toEqual(['VO001']);
  });
});

describe('the JSON Schema for editors', () => {
  it('is the file beside the volumes of the corpus; `chancery init` writes it anew', () => {
    expect(readFileSync(new URL('../../corpus/volume.schema.json', import.meta.url), 'utf8')).toBe(
      manifestJsonSchema(),
    );
  });

  it('describes every key and allows numbers where text is meant', () => {
    const schema = JSON.parse(manifestJsonSchema()) as {
      properties: Record<string, { description?: string; type?: unknown }>;
      required: string[];
    };
    expect(Object.values(schema.properties).every((p) => p.description !== undefined || p.type === 'array')).toBe(true);
    expect(schema.properties['date']?.type).toEqual(['string', 'number']);
    expect(schema.required).toEqual(['id', 'title', 'editors', 'publisher', 'place', 'date', 'licence', 'outline']);
  });
});
