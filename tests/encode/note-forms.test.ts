import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { calls, markers, type NoteForm, noteForm, textOf } from './noted-texts.js';

/** The words that an editor sees: no tags, one blank for any. */
function words(tei: string): string {
  return tei
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The notes of the documents of a text, each with the word before it. */
function notesOf(text: string, shape?: Parameters<typeof encode>[1]): { before: string; text: string }[] {
  const { value = [], diagnostics } = encode(new SourceFile('text.txt', text), shape);
  expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
  const tei = value.map((document) => document.tei.slice(document.tei.indexOf('<text>'))).join('');
  return [...tei.matchAll(/([\s\S]{0,400}?)<note n="[^"]*"[^>]*>([\s\S]*?)<\/note>/g)].map(
    ([, before = '', note = '']) => ({
      before: words(before).split(' ').at(-1) ?? '',
      text: words(note),
    }),
  );
}

function holds(form: NoteForm): void {
  const { text, shape, notes } = textOf(form);
  expect(notesOf(text, shape === undefined ? {} : { shape })).toEqual(notes);
}

/** On a typed page a number alone on its line is that of the page. */
function shapesOf({ kind }: NoteForm): readonly NoteForm['shape'][] {
  return kind === 'above' ? ['frus-web'] : ['frus-web', 'typescript', 'plain'];
}

const plain: NoteForm = {
  kind: 'number',
  marker: 0,
  call: 0,
  above: '',
  blankBetween: false,
  indent: 0,
  wrap: 'none',
  count: 4,
  place: 'end',
  restarts: false,
  shape: 'frus-web',
  hasSource: true,
  lineEnd: '\n',
};

const forms = new URL('../../../shared/eval/textures/forms/', import.meta.url);
const present = existsSync(forms);
if (!present) console.warn('Skipped: 32 forms of notes by other hands (../shared/eval is absent).');

describe('lists of notes', () => {
  it.each(
    Object.entries(markers).flatMap(([kind, all]) =>
      all.map(([name], marker) => ({ name, form: { ...plain, kind: kind as NoteForm['kind'], marker } })),
    ),
  )('are read where they are marked $name', ({ form }) => {
    for (const shape of shapesOf(form)) holds({ ...form, shape });
  });

  it.each(
    Object.entries(calls).flatMap(([kind, all]) =>
      all.map(([name], call) => ({ name, form: { ...plain, kind: kind as NoteForm['kind'], call } })),
    ),
  )('are read where they are called $name', ({ form }) => {
    for (const shape of shapesOf(form)) holds({ ...form, shape });
  });

  it('give every note back whole at its call, whatever marks, calls, parts and wraps them and wherever they stand', () => {
    fc.assert(fc.property(noteForm, holds), { numRuns: runs(300) });
  });

  it.each([false, true])('are read below markers that stand alone, parted by empty lines: %s', (blankBetween) => {
    for (const marker of markers.above.keys())
      for (const call of calls.above.keys())
        for (const place of ['end', 'form feed', 'folio'] as const)
          holds({ ...plain, kind: 'above', marker, call, place, blankBetween });
  });

  it.skipIf(!present)('are read in 32 forms of other hands', () => {
    for (const name of readdirSync(forms)) {
      const notes = notesOf(readFileSync(new URL(name, forms), 'utf8')).map(({ text }) => text.slice(0, 12));
      expect(notes, name).toEqual(['Source: Depa', 'Not printed.', 'Dated May 1.']);
    }
  });
});
