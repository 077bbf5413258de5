import fc from 'fast-check';
import type { RawShape } from '../../src/model/manifest.js';

/**
 * Texts with notes, made of every way to mark them: the marker of the list, what parts it from the words, the heading or rule above, wrapped
 * or not, indented or not, the calls in the text, and where the list stands. What is made is what must be read.
 */

/** What is expected of a text: the words before each call, and the words of its note. */
export interface NotedCase {
  readonly text: string;
  readonly shape: RawShape | undefined;
  readonly notes: readonly { readonly before: string; readonly text: string }[];
}

type Kind = 'number' | 'sign' | 'letter' | 'roman' | 'above';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
const circled = (label: string): string => '①②③④⑤⑥⑦⑧⑨'[Number(label) - 1] ?? label;
const raised = (label: string): string => Array.from(label, (c) => RAISED[Number(c)] ?? c).join('');

/** The label of the note at a place, from 0. */
function labelOf(kind: Kind, place: number): string {
  if (kind === 'number' || kind === 'above') return String(place + 1);
  if (kind === 'roman') return ROMAN[place] ?? 'X';
  if (kind === 'letter') return 'abcdefghi'[place] ?? 'z';
  return ['*', '†', '‡', '§', '**', '††', '‡‡', '§§', '***'][place] ?? '****';
}

type Form = readonly [name: string, write: (label: string, words: string) => string];

/** How lists mark their notes. */
export const markers: Readonly<Record<Kind, readonly Form[]>> = {
  number: [
    ['1. Text', (l, w) => `${l}. ${w}`],
    ['1.  Text', (l, w) => `${l}.  ${w}`],
    ['1.Text', (l, w) => `${l}.${w}`],
    ['1 Text', (l, w) => `${l} ${w}`],
    ['1   Text', (l, w) => `${l}   ${w}`],
    ['1⇥Text', (l, w) => `${l}\t${w}`],
    ['1Text', (l, w) => `${l}${w}`],
    ['1) Text', (l, w) => `${l}) ${w}`],
    ['(1) Text', (l, w) => `(${l}) ${w}`],
    ['(1)Text', (l, w) => `(${l})${w}`],
    ['[1] Text', (l, w) => `[${l}] ${w}`],
    ['[1]Text', (l, w) => `[${l}]${w}`],
    ['[1]: Text', (l, w) => `[${l}]: ${w}`],
    ['¹ Text', (l, w) => `${raised(l)} ${w}`],
    ['¹Text', (l, w) => `${raised(l)}${w}`],
    ['¹/ Text', (l, w) => `${raised(l)}/ ${w}`],
    ['<sup>1</sup>/ Text', (l, w) => `<sup>${l}</sup>/ ${w}`],
    ['<sup>1/</sup> Text', (l, w) => `<sup>${l}/</sup> ${w}`],
    ['^1 Text', (l, w) => `^${l} ${w}`],
    ['^1^ Text', (l, w) => `^${l}^ ${w}`],
    ['{1} Text', (l, w) => `{${l}} ${w}`],
    ['<1> Text', (l, w) => `<${l}> ${w}`],
    ['<sup>1</sup> Text', (l, w) => `<sup>${l}</sup> ${w}`],
    ['<sup>1</sup>Text', (l, w) => `<sup>${l}</sup>${w}`],
    ['↑ 1. Text', (l, w) => `↑ ${l}. ${w}`],
    ['1. ↑ Text', (l, w) => `${l}. ↑ ${w}`],
    ['1. ^ Text', (l, w) => `${l}. ^ ${w}`],
    ['[Footnote 1: Text]', (l, w) => `[Footnote ${l}: ${w}]`],
    ['Footnote 1: Text', (l, w) => `Footnote ${l}: ${w}`],
    ['Note 1. Text', (l, w) => `Note ${l}. ${w}`],
    ['1/ Text', (l, w) => `${l}/ ${w}`],
    ['1/Text', (l, w) => `${l}/${w}`],
    ['/1/ Text', (l, w) => `/${l}/ ${w}`],
    ['/1/Text', (l, w) => `/${l}/${w}`],
    ['1: Text', (l, w) => `${l}: ${w}`],
    ['1 - Text', (l, w) => `${l} - ${w}`],
    ['[^1]: Text', (l, w) => `[^${l}]: ${w}`],
    ['[1.] Text', (l, w) => `[${l}.] ${w}`],
    ['#1 Text', (l, w) => `#${l} ${w}`],
    ['*1 Text', (l, w) => `*${l} ${w}`],
    ['n. 1. Text', (l, w) => `n. ${l}. ${w}`],
    ['1.) Text', (l, w) => `${l}.) ${w}`],
    ['FN1. Text', (l, w) => `FN${l}. ${w}`],
    ['[FN1] Text', (l, w) => `[FN${l}] ${w}`],
    ['(n. 1) Text', (l, w) => `(n. ${l}) ${w}`],
    ['①Text', (l, w) => `${circled(l)}${w}`],
    ['① Text', (l, w) => `${circled(l)} ${w}`],
    ['<sup>[1]</sup> Text', (l, w) => `<sup>[${l}]</sup> ${w}`],
    ['<p><sup>[1]</sup> Text</p>', (l, w) => `<p><sup>[${l}]</sup> ${w}</p>`],
    ['[1]⏎Text', (l, w) => `[${l}]\n${w}`],
    ['- Text↩', (_, w) => `- ${w}↩`],
    ['1. Text ↩', (l, w) => `${l}. ${w} ↩`],
  ],
  sign: [
    ['* Text', (l, w) => `${l} ${w}`],
    ['*Text', (l, w) => `${l}${w}`],
    ['[*] Text', (l, w) => `[${l}] ${w}`],
    ['(*) Text', (l, w) => `(${l}) ${w}`],
    ['*) Text', (l, w) => `${l}) ${w}`],
  ],
  letter: [
    ['a. Text', (l, w) => `${l}. ${w}`],
    ['a) Text', (l, w) => `${l}) ${w}`],
    ['(a) Text', (l, w) => `(${l}) ${w}`],
    ['[a] Text', (l, w) => `[${l}] ${w}`],
    ['<sup>a</sup> Text', (l, w) => `<sup>${l}</sup> ${w}`],
  ],
  roman: [
    ['[I] Text', (l, w) => `[${l}] ${w}`],
    ['I. Text', (l, w) => `${l}. ${w}`],
    ['(I) Text', (l, w) => `(${l}) ${w}`],
  ],
  above: [
    ['1/⏎Text', (l, w) => `${l}/\n${w}`],
    ['1⏎Text', (l, w) => `${l}\n${w}`],
    ['1.⏎Text', (l, w) => `${l}.\n${w}`],
  ],
};

/** How the text calls its notes; a call never begins a line, where it would look like the marker of a note. */
export const calls: Readonly<Record<Kind, readonly (readonly [name: string, write: (label: string) => string])[]>> = {
  number: [
    ['word1', (l) => l],
    ['word[1]', (l) => `[${l}]`],
    ['word(1)', (l) => `(${l})`],
    ['word (1)', (l) => `\u00a0(${l})`],
    ['word¹', raised],
    ['word¹/', (l) => `${raised(l)}/`],
    ['word<sup>1/</sup>', (l) => `<sup>${l}/</sup>`],
    ['word<sup>1</sup>/', (l) => `<sup>${l}</sup>/`],
    ['word^1', (l) => `^${l}`],
    ['word^1^', (l) => `^${l}^`],
    ['word{1}', (l) => `{${l}}`],
    ['word<sup>1</sup>', (l) => `<sup>${l}</sup>`],
    ['word[Footnote 1]', (l) => `[Footnote\u00a0${l}]`],
    ['word 1/', (l) => `\u00a0${l}/`],
    ['word/1/', (l) => `/${l}/`],
    ['word[^1]', (l) => `[^${l}]`],
    ['word <1>', (l) => `\u00a0<${l}>`],
    ['word<sup>[1]</sup>', (l) => `<sup>[${l}]</sup>`],
    ['word[FN1]', (l) => `[FN${l}]`],
    ['word (n. 1)', (l) => `\u00a0(n.\u00a0${l})`],
    ['word①', circled],
    ['word*1', (l) => `*${l}`],
    ['word #1', (l) => `\u00a0#${l}`],
    ['word1)', (l) => `${l})`],
  ],
  sign: [
    ['word*', (l) => l],
    ['word[*]', (l) => `[${l}]`],
    ['word (*)', (l) => `\u00a0(${l})`],
  ],
  letter: [
    ['word[a]', (l) => `[${l}]`],
    ['word(a)', (l) => `(${l})`],
    ['word<sup>a</sup>', (l) => `<sup>${l}</sup>`],
  ],
  roman: [
    ['word[I]', (l) => `[${l}]`],
    ['word(I)', (l) => `(${l})`],
  ],
  above: [
    ['word1 above', (l) => l],
    ['word¹ above', raised],
  ],
};

export const above = ['', 'Notes', 'FOOTNOTES:', 'Endnotes', '----------', '__________________', '_______\n\nNOTES'];

export interface NoteForm {
  readonly kind: Kind;
  readonly marker: number;
  readonly call: number;
  readonly above: string;
  readonly blankBetween: boolean;
  readonly indent: number;
  readonly wrap: 'none' | 'hanging' | 'flush';
  readonly count: number;
  readonly place: 'end' | 'form feed' | 'folio' | 'page mark' | 'rule';
  readonly restarts: boolean;
  readonly shape: 'frus-web' | 'typescript' | 'plain';
  readonly hasSource: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

const OPENINGS: Readonly<Record<NoteForm['shape'], string>> = {
  'frus-web': '14. Memorandum From the Counselor (Hale) to the Secretary of State{0}\n\nWashington, May 7, 1964.\n\n',
  typescript:
    'DEPARTMENT OF STATE\nWASHINGTON\n\nMEMORANDUM FOR: The Secretary\nFROM: EUR - Hale{0}\nSUBJECT: Cranes\n\n',
  plain: 'Washington, May 7, 1964\n\nDear Mr. Secretary{0}\n\n',
};

const SENTENCES = [
  'The Minister told us on Monday that the cranes{1} would not be bought before the autumn.',
  'He had heard the same from the harbor board,{2} which met twice in the spring and will meet again.',
  'Nothing was said about the wharves, though the Consul had asked for a list.{3}',
  'We believe that the offer will be renewed “in good time”{4} and that the yards should wait for it.',
  'The pilots have written to the board (their letter is attached){5} and expect an answer by June.',
  'The price was given as a fair one{6} by all who were present at the meeting.',
];

const NOTES = [
  'Source: Example Library, Harbor Files, Box 3. Secret. Drafted by Hale.',
  'Not printed. The list of the cranes that were offered has not been found in the files of the Department.',
  'The Board of Wardens; see Document 12.',
  'Dated May 2. It reported a conversation with the Consul about the wharves and the yards of the company.',
  'Reference is to the meeting of the board at which the offer was first made known to the public.',
  'Not found.',
  'See footnote 2 above.',
];

/** Wraps words to a width, the second and further lines behind so many blanks. */
function wrapped(words: string, width: number, hanging: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > width) {
      lines.push(line);
      line = ' '.repeat(hanging) + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Makes the text of a form. */
export function textOf(form: NoteForm): NotedCase {
  const marker = markers[form.kind][form.marker % markers[form.kind].length]?.[1];
  const call = calls[form.kind][form.call % calls[form.kind].length]?.[1];
  if (marker === undefined || call === undefined) throw new Error('No such form.');
  const words = form.hasSource ? NOTES : NOTES.slice(1);
  const notes = words.slice(0, form.count);
  const first = form.hasSource ? 0 : 1;
  const expected: { before: string; text: string }[] = [];
  const pages: { body: string; labels: number[] }[] = [];
  const perPage = form.place === 'end' ? form.count : Math.ceil(form.count / 2);
  let number = 0;
  const fill = (text: string): string =>
    text.replace(/(\S+)\{(\d)\}/g, (_, before: string, place: string) => {
      const note = notes[Number(place) - first];
      if (note === undefined || Number(place) < first) return before;
      const page = Math.floor(expected.length / perPage);
      if (form.restarts && form.place !== 'end' && expected.length % perPage === 0) number = 0;
      expected.push({ before, text: note });
      const target = pages[page] ?? { body: '', labels: [] };
      pages[page] = target;
      target.labels.push(number);
      return before + call(labelOf(form.kind, number++));
    });
  const paragraphs = [fill(OPENINGS[form.shape].trimEnd()), ...SENTENCES.map((sentence) => fill(sentence))];
  // Paragraphs go to the page of the last note that they call.
  let seen = 0;
  const bodies: string[][] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const callsHere =
      index === 0
        ? form.hasSource
          ? 1
          : 0
        : Math.max(0, Math.min(form.count + first, index + 1) - Math.max(first, index));
    seen += callsHere;
    const page = Math.max(0, Math.ceil(Math.min(seen, form.count) / perPage) - 1);
    bodies[page] = [...(bodies[page] ?? []), form.wrap === 'flush' ? wrapped(paragraph, 66, 0) : paragraph];
  }
  const listOf = (labels: readonly number[], from: number): string => {
    const lines = labels.map((label, at) => {
      const whole = marker(labelOf(form.kind, label), notes[from + at] ?? '');
      const shown = form.wrap === 'none' ? whole : wrapped(whole, 60, form.wrap === 'hanging' ? 4 : 0);
      return shown.replace(/^/gm, ' '.repeat(form.indent));
    });
    return (form.above === '' ? '' : `${form.above}\n`) + lines.join(form.blankBetween ? '\n\n' : '\n');
  };
  let done = 0;
  const parts = pages.map(({ labels }, page) => {
    const list = listOf(labels, done);
    done += labels.length;
    const body = (bodies[page] ?? []).join('\n\n');
    return `${body}\n\n${list}`;
  });
  const between = {
    end: '\n\n',
    'form feed': '\n\f',
    folio: '\n\n                 72\n\f',
    'page mark': '\n\n[Page 72]\n\n',
    rule: '\n\n',
  }[form.place];
  const text = parts.join(between).replaceAll('\u00a0', ' ').replaceAll('\n', form.lineEnd);
  return {
    text,
    shape: form.shape === 'typescript' ? 'typescript' : form.shape === 'plain' ? undefined : 'frus-web',
    notes: expected,
  };
}

function nameOf(forms: readonly (readonly [string, unknown])[], place: number): string {
  return forms[place % forms.length]?.[0] ?? '';
}

/** Forms of every kind. */
export const noteForm: fc.Arbitrary<NoteForm> = fc
  .record({
    kind: fc.constantFrom<Kind>('number', 'number', 'number', 'sign', 'letter', 'roman'),
    marker: fc.nat(48),
    call: fc.nat(20),
    above: fc.constantFrom(...above),
    blankBetween: fc.boolean(),
    indent: fc.constantFrom(0, 0, 2, 4),
    wrap: fc.constantFrom<NoteForm['wrap']>('none', 'none', 'hanging', 'flush'),
    count: fc.integer({ min: 2, max: 6 }),
    place: fc.constantFrom<NoteForm['place']>('end', 'end', 'form feed', 'folio', 'page mark', 'rule'),
    restarts: fc.boolean(),
    shape: fc.constantFrom<NoteForm['shape']>('frus-web', 'typescript', 'plain'),
    hasSource: fc.boolean(),
    lineEnd: fc.constantFrom<NoteForm['lineEnd']>('\n', '\n', '\r\n'),
  })
  // Nothing shows where such a list begins and ends.
  .filter(({ place, above: head }) => place !== 'rule' || head !== '')
  // Points of the text are counted so as well, in the text and in lists.
  .filter(({ kind, call, above: head }) => head !== '' || nameOf(calls[kind], call) !== 'word (1)');
