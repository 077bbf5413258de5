import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

/**
 * Lists of notes whose calls repeat the marks of the list, put together of what such marks consist of: what counts, the signs around it, a word
 * for a note before it, what parts it from the words, a bullet before it, and where the notes stand.
 */

/** What counts, by the place of the note from 0. */
const counts: Readonly<Record<string, (place: number) => string>> = {
  number: (place) => String(place + 1),
  'from 17': (place) => String(place + 17),
  raised: (place) => '¹²³⁴'[place] ?? '⁵',
  letter: (place) => 'abcd'[place] ?? 'e',
  capital: (place) => 'ABCD'[place] ?? 'E',
  roman: (place) => ['i', 'ii', 'iii', 'iv'][place] ?? 'v',
  greek: (place) => 'αβγδ'[place] ?? 'ε',
  stars: (place) => '*'.repeat(place + 1),
  plus: (place) => '+'.repeat(place + 1),
};

/** The signs around the label. */
const signs: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['( ', ' )'],
  ['[', ']'],
  ['[[', ']]'],
  ['{', '}'],
  ['<', '>'],
  ['«', '»'],
  ['~', '~'],
  ['=', '='],
  ['|', '|'],
  ['⁽', '⁾'],
  ['/', '/'],
  ['', '/'],
  ['', ')'],
  ['', ']'],
];

/** Words for a note before a number, in the list and at its calls. */
const words: readonly (readonly [list: string, call: (label: string) => string])[] = [
  ['n', (l) => ` n${l}`],
  ['fn', (l) => `[fn${l}]`],
  ['NOTE ', (l) => ` (Note ${l}.)`],
  ['Ftn. ', (l) => ` [Ftn. ${l}]`],
  ['Footnote ', (l) => ` (footnote ${l})`],
];

const parts = [' ', '. ', ': ', '.- ', '.-- ', ' - ', ' | ', ' = ', '\t'];
const leads = ['', '• ', '— ', '- ', '.. '];
const places = ['end', 'rule', 'heading', 'below the paragraph', 'page'] as const;

interface Marks {
  readonly list: (place: number) => string;
  readonly call: (place: number) => string;
}

const counting = fc.constantFrom(...Object.keys(counts));

/** Signs around a label: with none at all the part must tell. */
const signed: fc.Arbitrary<Marks> = fc
  .tuple(counting, fc.constantFrom(...signs), fc.constantFrom(' ', '. ', ': ', '.- ', '\t'), fc.constantFrom(...leads))
  .map(([kind, [open, close], part, lead]) => {
    const label = counts[kind] ?? String;
    return {
      list: (place) => lead + open + label(place) + close + part,
      call: (place) => open + label(place) + close,
    };
  });

const worded: fc.Arbitrary<Marks> = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom(': ', '. ', '.-- ', ' - '))
  .map(([[word, call], part]) => ({
    list: (place) => `${word}${place + 1}${part}`,
    call: (place) => call(String(place + 1)),
  }));

const parted: fc.Arbitrary<Marks> = fc
  .tuple(fc.constantFrom('number', 'from 17'), fc.constantFrom(...parts), fc.constantFrom(...leads))
  .map(([kind, part, lead]) => ({
    list: (place) => lead + (counts[kind]?.(place) ?? '') + part,
    call: (place) => `[${counts[kind]?.(place)}]`,
  }));

const NOTES = [
  'The list of the cranes that were offered has not been found in the files of the Department of Harbors.',
  'Not printed. It reported a conversation with the Consul.',
  'See Document 12 for the whole of the letter that the board wrote to the owners of the yards.',
];
const TEXT = [
  'The Minister told us on Monday that the cranes would not be bought before the autumn.',
  'He had heard the same from the harbor board.',
  'We believe that the offer will be renewed in good time.',
];

interface Case {
  readonly text: string;
  readonly shape: 'frus-web' | 'typescript';
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(
    fc.oneof(signed, worded, parted),
    fc.constantFrom(...places),
    fc.constantFrom('\n', '\n\n'),
    fc.boolean(),
    fc.constantFrom<Case['shape']>('frus-web', 'typescript'),
  )
  .map(([marks, place, between, isWrapped, shape]) => {
    const notes = NOTES.map((note, at) => {
      const whole = marks.list(at) + note;
      return isWrapped ? whole.replace(/(.{30,60}) /g, '$1\n     ') : whole;
    });
    const body = TEXT.map((paragraph, at) => paragraph + marks.call(at) + (at === 1 ? ' It will meet in May.' : ''));
    const head =
      shape === 'frus-web'
        ? '14. Memorandum From the Counselor (Hale) to the Secretary of State\n\nWashington, May 7, 1964.\n\n'
        : 'DEPARTMENT OF STATE\nWASHINGTON\n\nMEMORANDUM FOR: The Secretary\nFROM: EUR - Hale\nSUBJECT: Cranes\n\n';
    const above = { rule: '__________\n', heading: 'NOTES\n\n' }[place as string] ?? '';
    const text =
      place === 'below the paragraph'
        ? body.map((paragraph, at) => `${paragraph}\n\n   ${notes[at]?.replaceAll('\n', '\n   ')}`).join('\n\n')
        : `${body.join('\n\n')}\n\n${above}${notes.join(between)}${place === 'page' ? '\n\f\nNothing else was said.' : ''}`;
    return { text: `${head}${text}\n`, shape };
  });

function wordsOf(tei: string): string {
  return tei
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The codes of findings that tell of notes which were not read. */
const TOLD = new Set(['EN002', 'EN003', 'EN074', 'EN083', 'EN140']);

/** Whether each note stands whole at its call, and nothing of a call is left in the text. */
function isRead(tei: string): boolean {
  const found = [...tei.matchAll(/<note n="[^"]*"[^>]*>([\s\S]*?)<\/note>/g)].map(([, note = '']) => wordsOf(note));
  const body = wordsOf(tei.replace(/<note n=[\s\S]*?<\/note>/g, ''));
  const isWhole = TEXT.every((sentence, at) => body.includes(sentence + (AFTER[at] ?? '')));
  return isWhole && JSON.stringify(found) === JSON.stringify(NOTES);
}

/** What follows on each paragraph. */
const AFTER = [' He had', ' It will meet in May.', ''];

describe('notes whose calls are marked as the list is', () => {
  it('are read nearly always, and where they are not, it is told', () => {
    let read = 0;
    let all = 0;
    fc.assert(
      fc.property(cases, ({ text, shape }) => {
        const { value = [], diagnostics } = encode(new SourceFile('text.txt', text), { shape });
        expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
        all++;
        if (isRead(value.map((document) => document.tei).join(''))) read++;
        else
          expect(
            diagnostics.some(({ code }) => TOLD.has(code)),
            text,
          ).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(read / all).toBeGreaterThan(0.97);
  });
});

const inlineForms: readonly (readonly [name: string, write: (note: string) => string])[] = [
  ['^[…]', (note) => `^[${note}]`],
  ['footnote:[…]', (note) => `footnote:[${note}]`],
  ['((…))', (note) => `((${note}))`],
  ['<ref>…</ref>', (note) => `<ref name="a">${note}</ref>`],
  ['<note>…</note>', (note) => `<note place="foot">${note}</note>`],
  ['\\footnote{…}', (note) => `\\footnote{${note}}`],
  ['[fn: …]', (note) => ` [fn: ${note}]`],
  ['{FN: …}', (note) => `{FN: ${note}}`],
  ['[Footnote: …]', (note) => ` [Footnote: ${note}]`],
];

describe('notes that stand in the text', () => {
  const head = '14. Memorandum From the Counselor (Hale) to the Secretary of State\n\nWashington, May 7, 1964.\n\n';
  const text = (write: (note: string) => string): string =>
    head +
    TEXT.map((sentence, at) => sentence + write(NOTES[at] ?? '') + (at === 1 ? ' It will meet in May.' : '')).join(
      '\n\n',
    );

  it.each(inlineForms)('are read where they are written %s', (_, write) => {
    const { value = [], diagnostics } = encode(new SourceFile('text.txt', text(write)), { shape: 'frus-web' });
    expect(diagnostics).toEqual([]);
    expect(isRead(value.map((document) => document.tei).join(''))).toBe(true);
  });

  it('are told where nothing closes them', () => {
    const { diagnostics } = encode(
      new SourceFile(
        'text.txt',
        text((note) => `^[${note}`),
      ),
      { shape: 'frus-web' },
    );
    expect(diagnostics.map(({ code }) => code)).toContain('EN140');
  });
});
