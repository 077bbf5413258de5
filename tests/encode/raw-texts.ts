import fc from 'fast-check';
import type { RawShape } from '../../src/model/manifest.js';

/**
 * Raw texts as editors have them, put together from forms of each part: headings, file numbers, datelines, markings, captions of cables,
 * blocks of memoranda, notes. What is made need make no sense; it must only look like the parts of documents.
 */

const month = fc.constantFrom('January', 'Mar.', 'May', 'JUNE', 'september', 'Dec');
const day = fc.integer({ min: 1, max: 28 });
const year = fc.integer({ min: 1914, max: 1992 });

const level = fc.constantFrom(
  'top secret',
  'secret',
  'confidential',
  'restricted',
  'unclassified',
  'limited official use',
);
const dress = fc.constantFrom<(words: string) => string>(
  (w) => w,
  (w) => w.toUpperCase(),
  (w) => `~~${w.toUpperCase()}~~`,
  (w) =>
    w
      .toUpperCase()
      .split(' ')
      .map((word) => [...word].join(' '))
      .join('  '),
  (w) => [...w.toUpperCase()].filter((c) => c !== ' ').join(' '),
  (w) =>
    w
      .toUpperCase()
      .split(' ')
      .map((word) => [...word].join('-'))
      .join(' '),
  (w) => `[${w.toUpperCase()}]`,
  (w) => `- ${w.toUpperCase()} -`,
  (w) => `**${w.toUpperCase()}**`,
);
const caveat = fc.constantFrom(
  '',
  '',
  '/SENSITIVE',
  '/NODIS',
  '//NOFORN',
  '; Limdis',
  ' US URGENT',
  '/EYES ONLY',
  '/EXDIS/CEDAR',
);
const marking = fc.tuple(level, dress, caveat).map(([words, dressed, more]) => dressed(words) + more);

const letters = fc.constantFrom('R', 'P', 'O', 'Z', 'O P', 'P R', 'ZZ', 'OO', 'Y', 'R  ');
const group = fc
  .tuple(
    letters,
    day,
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom('JAN', 'FEB', 'OCT', 'Dec'),
    fc.constantFrom('74', '1986', '06'),
  )
  .map(([l, d, h, m, y]) => `${l} ${String(d).padStart(2, '0')}${String(h).padStart(2, '0')}24Z ${m} ${y}`);
const post = fc.constantFrom(
  'AMEMBASSY MADRID',
  'SECSTATE WASHDC',
  'RUEHLO/AMEMBASSY LONDON PRIORITY 1234',
  'USMISSION NATO',
  'Moscow',
);
const name = fc.constantFrom(
  'Rusk',
  'Dean Rusk',
  'J. Smith',
  'O’Brien',
  'THE PRESIDENT',
  'Mr. Kissinger',
  'EUR - Hale',
  'van der Velde',
  '[name not declassified]',
  'HAK:cw',
);
const place = fc.constantFrom(
  'Washington',
  'Paris',
  'MOSCOW',
  '[Washington,]',
  'Bad Godesberg',
  'U.N. Headquarters, New York',
);

const cableLine = fc.oneof(
  group,
  fc.tuple(fc.constantFrom('FM', 'TO', 'INFO'), post).map((parts) => parts.join(' ')),
  fc
    .tuple(level, dress, fc.constantFrom('MADRID 000091', 'SECTION 01 OF 02 STATE 012345', ''))
    .map(([l, d, rest]) => `${d(l)} ${rest}`.trim()),
  fc.constantFrom(
    'UNCLAS STATE 123',
    'U N C L A S SECTION 02 OF 02 ROME 4321',
    'SIPDIS',
    'EXDIS',
    'NODIS CHEROKEE',
    'BT',
    '#1234',
    'NNNN',
    'E.O. 12958: DECL: 01/23/2016',
    'TAGS: PREL, SP',
    'SUBJECT: FISHERIES',
    'REF: (A) STATE 1; (B) ROME 2',
    '<< END OF DOCUMENT >>',
    'ACTION EUR-01',
  ),
);

const numberedHead = fc
  .tuple(
    fc.integer({ min: 1, max: 300 }),
    fc.constantFrom('Letter From', 'Telegram From', 'Memorandum From'),
    name,
    name,
  )
  .map(([n, genre, from, to]) => `${n}. ${genre} ${from} to ${to}[1]`);

const fileNumber = fc.constantFrom([], [], [], ['763.72/406: Telegram'], ['611.93/9–2155']);

const CALLED =
  'I have the honor to report that the Minister will come, and that he agrees with us in all that was said.[2]';

const headLine = fc.oneof(
  numberedHead,
  fc.constantFrom(
    '73. Editorial Note',
    '[12] The Secretary of State to the Ambassador in France (Smith)',
    'No. 21 Memorandum of Conversation, by the Assistant Secretary of State (Battle)',
    '5. Memorandum of Conversation[1]',
    '763.72/406: Telegram',
    'MEMORANDUM',
    'MEMORANDUM OF CONVERSATION',
    '# Letter to a Friend',
    'DEPARTMENT OF STATE',
    'THE WHITE HOUSE',
    'WASHINGTON',
    'Unofficial translation',
  ),
);

const openingLine = fc.oneof(
  fc.tuple(place, month, day, year).map(([p, m, d, y]) => `${p}, ${m} ${d}, ${y}.`),
  fc.tuple(day, month, year).map(([d, m, y]) => `${d} ${m} ${y}`),
  fc
    .tuple(
      fc.constantFrom(
        'DATE',
        'Date',
        'TO',
        'FROM',
        'MEMORANDUM FOR',
        'SUBJECT',
        'PLACE',
        'THROUGH',
        'PARTICIPANTS',
        'TIME',
        'CLASSIFICATION',
      ),
      fc.constantFrom(':', ': ', ':   '),
      fc.oneof(name, place, marking),
    )
    .map((p) => p.join('')),
  marking,
  fc.constantFrom(
    'Dear Mr. President:',
    'My dear Nick,',
    'Sir:',
    'His Excellency',
    '1600 Pennsylvania Avenue',
    '[Received May 5—7:25 a.m.]',
    'March 14/27, 1917',
    '10:45 p.m., Friday, April 18, 1973',
    '[undated]',
    'Nos. 3 and 4',
    'No. 1312',
  ),
);

const bodyLine = fc.oneof(
  fc.constantFrom(
    'I have the honor to report that the Minister will come, and that O’Brien agrees with us in all that was said on the matter.2',
    '1. (C) The Minister will come.',
    '2. (S/NF) He may not.',
    'A. First point.',
    '(U) Third point, with **words** in bold and `code`.',
    'He said 3 + 4 & 5 < 6. “Yes,” he said.[3]',
    '[Page 615]',
    'The text [1 line not declassified] goes on.',
    'Wheat          12      34',
    'a | b | c',
    '---',
    '* a point',
    'TODO: look this up',
    'Page 2 of 3',
    '~~SECRET~~',
    'P.S. One more thing.',
    'Attachment',
    'Tab A',
    'Enclosure: Draft Note',
    'Drafted by: A. Person',
    '\u0085 stray',
    '&amp; so on ↩',
  ),
  marking,
);

const closingLine = fc.oneof(
  name,
  fc.constantFrom(
    'Sincerely,',
    'Very respectfully yours,',
    'S[umner] W[elles]',
    'for Nicholas Platt',
    'AGUIRRE',
    'Executive Secretary',
    '/s/ John Doe',
    'cc: Mr. Roe',
    'BT',
  ),
);

const sourceNote = fc.constantFrom(
  'Source: Department of State, Central Files, POL 7 USSR. Secret; Limdis. Drafted by Pratt; cleared by Toon (EUR/SOV).',
  'Source: Johnson Library, National Security File. Top Secret; Nodis.',
  '^ Source: Department of State, Central Files. Confidential; Priority.',
  '.Souce: National Archives, RG 59, Box 5. No classification marking.',
  'Not found in Department of State files.',
);
const notes = sourceNote.map((note) => `[1] ${note}\n[2] Dated May 1.`);

const lines = (line: fc.Arbitrary<string>, max: number): fc.Arbitrary<string[]> => fc.array(line, { maxLength: max });

/** A raw text without a list of notes: opening, text and closing, of one kind or of all. */
const typed = fc
  .tuple(
    fc.oneof(lines(headLine, 2), lines(fc.oneof(headLine, openingLine), 4), lines(cableLine, 9)),
    fc.oneof(lines(openingLine, 6), lines(cableLine, 5)),
    lines(bodyLine, 6),
    lines(closingLine, 3),
  )
  .map((parts) => parts.flat());

/** A text of an edition: numbered heading and notes, which are called. */
const edited = fc
  .tuple(fileNumber, numberedHead, lines(openingLine, 3), lines(bodyLine, 4), lines(closingLine, 3), notes)
  .map(([file, head, opening, body, closing, list]) => [...file, head, ...opening, CALLED, ...body, ...closing, list]);

/** Raw texts, their lines parted in different ways, with the shape that they are to be read in. */
export const rawText: fc.Arbitrary<{ readonly text: string; readonly shape: RawShape | undefined }> = fc
  .tuple(
    fc.oneof(typed, edited),
    fc.constantFrom('\n', '\n\n', '\n\n', '\n \n'),
    fc.constantFrom<(RawShape | undefined)[]>(undefined, undefined, 'frus-web', 'typescript', 'cable', 'markdown'),
  )
  // Lines that no empty line parts are one paragraph in Markdown.
  .map(([parts, gap, shape]) => ({ text: parts.join(shape === 'markdown' ? '\n\n' : gap), shape }));
