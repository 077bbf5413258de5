import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';

/**
 * Typescripts put together from parts that vary as those of archives do: the order, case and signs of the labels, the rendering of the markings, the width
 * of the lines, where the pages part. Whatever the variation, the facts and the paragraphs are the same.
 */

const NAMES = ['JOHN Q. SAMPLE', 'Mary Example', 'Karl Muster', 'ANN R. MODEL'] as const;

const PARAGRAPHS = [
  'The Minister opened by saying that he had come with a short list, because a long one was always answered with sympathy and a short one sometimes with a decision.',
  'We believe that the harvest will be good, and that the Government will be able to meet its commitments without asking for more than it was promised last year.',
  'There is no sign as yet that the other side will agree to a meeting before the summer, and nobody here expects that it will be asked to do so.',
] as const;

const MARKINGS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `-${word}-`,
  (word) => `~~${word}~~`,
  (word) => [...word].join(' ').replace(/ {3}/g, '  '),
  (word) => `                          ${word}`,
];

interface Drawn {
  readonly order: readonly string[];
  readonly label: number;
  /** The word for the subject. */
  readonly matter: string;
  readonly marking: number;
  readonly width: number | undefined;
  readonly brokenAt: number;
  readonly feed: boolean;
  readonly stamped: boolean;
  readonly names: readonly string[];
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  order: fc.shuffledSubarray(['to', 'from', 'subject'], { minLength: 3 }),
  label: fc.nat(4),
  matter: fc.constantFrom('subject', 'topic', 're', 'concerning', 'about'),
  marking: fc.nat(MARKINGS.length - 1),
  width: fc.constantFrom(undefined, 58, 66, 72),
  brokenAt: fc.integer({ min: 8, max: 18 }),
  feed: fc.boolean(),
  stamped: fc.boolean(),
  names: fc.shuffledSubarray([...NAMES], { minLength: 2, maxLength: 2 }),
});

function labelled(name: string, value: string, form: number): string {
  if (form === 0) return `${name.toUpperCase()}:      ${value}`;
  if (form === 1) return `${name[0]?.toUpperCase()}${name.slice(1)}: ${value}`;
  if (form === 2) return `${name.toUpperCase().padEnd(9)}:  ${value}`;
  if (form === 3) return `${name.toUpperCase().padEnd(9)}- ${value}`;
  return `${name.toUpperCase().padEnd(14)}${value}`;
}

/** Words in lines of at most so many letters. */
function wrapped(words: readonly string[], width: number | undefined): string {
  if (width === undefined) return words.join(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

/** A paragraph over two pages: the first ends inside a sentence, at the end of a line where there are lines, before a word in small letters. */
function overPage(text: string, width: number | undefined, brokenAt: number, sheet: string): string {
  const units = width === undefined ? text.split(' ') : wrapped(text.split(' '), width).split('\n');
  const from = width === undefined ? brokenAt : 1;
  const at = units.findIndex((unit, index) => index >= from && /^[a-z]/.test(unit));
  const glue = width === undefined ? ' ' : '\n';
  return `${units.slice(0, at).join(glue)}${sheet}${units.slice(at).join(glue)}`;
}

function typed({ order, label, matter, marking, width, brokenAt, feed, stamped, names }: Drawn): string {
  const mark = (MARKINGS[marking] ?? MARKINGS[0])?.('CONFIDENTIAL') ?? '';
  const [to = '', from = ''] = names;
  const values: Readonly<Record<string, string>> = { to, from, subject: 'The Harvest in the North' };
  const block = order.map((name) => labelled(name === 'subject' ? matter : name, values[name] ?? '', label)).join('\n');
  const [first = '', second = '', third = ''] = PARAGRAPHS;
  const sheet = `\n\n${mark}\n${stamped ? 'DECL: OADR\n' : ''}${feed ? '\f' : '\n'}${mark}\n\n- 2 -\n\n`;
  const body = [
    wrapped(first.split(' '), width),
    overPage(second, width, brokenAt, sheet),
    wrapped(third.split(' '), width),
  ].join('\n\n');
  const foot = stamped ? '\n\nDECLASSIFIED\nE.O. 12958, Sec. 3.5\nNLS 97-123 #4\nBy AB, NARA, Date 3/4/99' : '';
  return `DEPARTMENT OF STATE\nWASHINGTON\n\n${mark}\n\nMay 4, 1971\n\n${block}\n\n${body}\n\n${mark}${foot}\n`;
}

/** The paragraphs of a document as plain text, what is of the sheet left out. */
function paragraphs(tei: string): readonly string[] {
  return [...tei.slice(tei.indexOf('<text>')).matchAll(/<p>(.*?)<\/p>/gs)].map(([, words = '']) =>
    words
      .replace(/<fw\b.*?<\/fw>/gs, '')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const PERSONS = ['Karl Muster', 'Mary Example', 'John Q. Sample'] as const;

/** How the head of a record of conversation has a label and its value. */
const HEADS: readonly ((label: string, values: readonly string[]) => string)[] = [
  (label, values) => `${label}:  ${values.join(`\n${' '.repeat(label.length + 3)}`)}`,
  (label, values) => label.padEnd(21) + values.join(`\n${' '.repeat(21)}`),
  (label, values) => `${label}\n\n${values.join('\n')}`,
  (label, values) => `${label}:\n${values.map((value) => `   ${value}`).join('\n')}`,
];

const talk = fc.record({
  head: fc.nat(HEADS.length - 1),
  order: fc.shuffledSubarray(['persons', 'date', 'place', 'matter'], { minLength: 4 }),
  persons: fc.constantFrom('PARTICIPANTS', 'PRESENT', 'THOSE PRESENT', 'PERSONS ATTENDING', 'IN ATTENDANCE'),
  date: fc.constantFrom('DATE', 'DATE & TIME', 'WHEN', 'DATE/TIME'),
  place: fc.constantFrom('PLACE', 'WHERE', 'LOCATION'),
  matter: fc.constantFrom('SUBJECT', 'TOPIC', 'TOPICS', 'SUBJECTS'),
  day: fc.constantFrom('May 4, 1971', '4 May 1971', '5/4/71', 'Tuesday, May 4, 1971', 'Tues. 4 May 1971'),
});

describe('records of conversation in whatever dress', () => {
  it('have their day, their place and those who took part', () => {
    fc.assert(
      fc.property(talk, ({ head, order, persons, date, place, matter, day }) => {
        const write = HEADS[head] as (label: string, values: readonly string[]) => string;
        const lines: Readonly<Record<string, string>> = {
          persons: write(persons, PERSONS),
          date: write(date, [day]),
          place: write(place, ['Room 3327, Main Treasury']),
          matter: write(matter, ['The Harvest in the North']),
        };
        const block = order.map((name) => lines[name]).join('\n\n');
        const text = `DEPARTMENT OF STATE\n\nSECRET\n\nMEMORANDUM OF CONVERSATION\n\n${block}\n\n\n${PARAGRAPHS.join('\n\n')}\n\nSECRET\n`;
        const { value = [] } = encode(new SourceFile('t.txt', text));
        const [document] = value;
        const tei = document?.tei ?? '';
        const listed = [
          ...(/<list type="participants">.*?<\/list>/s.exec(tei)?.[0] ?? '').matchAll(/<persName[^>]*>([^<]*)</g),
        ];
        expect(document?.header.date?.reading.when).toBe('1971-05-04');
        expect(document?.header.place?.words).toBe('Room 3327, Main Treasury');
        expect(listed.map(([, name]) => name)).toEqual([...PERSONS]);
        expect(paragraphs(tei)).toEqual([...PARAGRAPHS]);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('typescripts in whatever dress', () => {
  it('have the same facts and the same paragraphs', () => {
    fc.assert(
      fc.property(drawn, (parts) => {
        const { value = [] } = encode(new SourceFile('t.txt', typed(parts)), { shape: 'typescript' });
        expect(value).toHaveLength(1);
        const [document] = value;
        const { header, tei } = document ?? {};
        const [to, from] = parts.names;
        expect(header?.from?.map(({ name }) => name)).toEqual([from]);
        expect(header?.to?.map(({ name }) => name)).toEqual([to]);
        expect(header?.date?.reading.when).toBe('1971-05-04');
        expect(header?.place?.words).toBe('WASHINGTON');
        expect(header?.source?.classification).toBe('CONFIDENTIAL');
        expect(paragraphs(tei ?? '')).toEqual([...PARAGRAPHS]);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are told apart where each begins on a sheet of its own', () => {
    fc.assert(
      fc.property(drawn, drawn, fc.constantFrom('\n\n', '\f', '\n\n\n\n'), (first, second, parting) => {
        const text = `${typed(first)}${parting}${typed(second)}`;
        const { value = [] } = encode(new SourceFile('t.txt', text), { shape: 'typescript' });
        expect(value.map(({ header }) => header.to?.map(({ name }) => name))).toEqual([
          [first.names[0]],
          [second.names[0]],
        ]);
      }),
      { numRuns: runs(100) },
    );
  });
});
