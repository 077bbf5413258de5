import type { Chance } from '../../src/build/sheets/chance.js';

/** How the pages of one file are typed. */
export interface Style {
  readonly width: number | undefined;
  readonly marking: string | undefined;
  readonly isCentred: boolean;
  readonly firstLine: number;
}

const SENTENCES = [
  'The Minister opened by saying that he had come with a short list, because a long one was always answered with sympathy.',
  'We believe that the harvest will be good, and that the Government will be able to meet its commitments.',
  'There is no sign as yet that the other side will agree to a meeting before the summer.',
  'The harbor dues were raised twice last year, and the shipping companies have begun to send their vessels elsewhere.',
  'He asked whether the credit could be extended to the end of the year, and was told that it could not.',
  'The Bank has no objection to the proposal, provided that the rate of interest is fixed beforehand.',
  'Two officers of the Mission drove to the frontier on Tuesday and found the bridge closed.',
  'Nobody here expects the cabinet to fall before the budget has been voted.',
  'The road from the airport to the capital has been repaired, but the bridges will take another season.',
  'It was agreed that the two delegations would exchange drafts before the end of the month.',
  'The Ambassador thought that a public statement at this time would do more harm than good.',
  'Our own figures are somewhat lower, since they leave out the coastal trade.',
  'The students returned to their classes on Monday without having obtained what they had asked for.',
  'The Foreign Office has been told of this in general terms and has made no comment.',
  'No reply has been received to the note which was handed over three weeks ago.',
  'The General was friendly throughout, and twice said that he spoke without instructions.',
  'The price of copper has fallen again, and with it the hope that the loan can be repaid on time.',
  'An officer of the Embassy will call on the Governor as soon as he has returned from the north.',
  'The Committee will take up the question again when the experts have finished their report.',
  'The pipeline was cut in two places during the night and is being repaired.',
  'Both Governments would prefer that nothing be said in public until the treaty has been signed.',
  'The ship was released after four days, and her master has made no complaint.',
  'A copy of the agreement was given to each of the delegations before they left.',
  'The members of the mission were received with courtesy wherever they went.',
] as const;

const NAMES = ['John Q. Sample', 'Mary Example', 'Karl Muster', 'Ann R. Model', 'Peter L. Grayling', 'Otis Farnham'];
const SURNAMES = ['Sample', 'Muster', 'Grayling', 'Farnham', 'Loring', 'Pell'];
const DAYS = [
  'May 4, 1971',
  '4 May 1971',
  'February 18, 1964',
  'Tuesday, May 4, 1971',
  '12th March, 1969',
  'June 3, 1955',
];
const SUBJECTS = [
  'The Harvest in the North',
  'Harbor Dues at Port Louis',
  'Repair of the Northern Road',
  'Coffee Quotas',
];

function upon(words: string, { width, isCentred }: Style): string {
  return isCentred ? ' '.repeat(Math.max(0, Math.floor(((width ?? 72) - words.length) / 2))) + words : words;
}

function wrapped(text: string, { width, firstLine }: Style): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let line = ' '.repeat(firstLine);
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line.trim() === '' ? line + word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Makes the documents of one pile; each takes sentences that no other has. */
export class Maker {
  readonly chance: Chance;
  readonly style: Style;
  readonly #sentences: string[];

  constructor(chance: Chance, style: Style) {
    this.chance = chance;
    this.style = style;
    this.#sentences = chance.shuffled(SENTENCES);
  }

  get name(): string {
    return this.chance.of(NAMES);
  }

  get surname(): string {
    return this.chance.of(SURNAMES);
  }

  get day(): string {
    return this.chance.of(DAYS);
  }

  get subject(): string {
    return this.chance.of(SUBJECTS);
  }

  /** Paragraphs of a text, and the first sentence of it. */
  text(count: number, numbered = this.chance.is(0.15)): { readonly words: string; readonly sentence: string } {
    const paragraphs: string[] = [];
    let sentence = '';
    for (let made = 0; made < count; made++) {
      const own = [this.#sentences.pop() ?? '', ...(this.chance.is(0.5) ? [this.#sentences.pop() ?? ''] : [])];
      if (made === 0) sentence = own[0] ?? '';
      paragraphs.push(wrapped(`${numbered ? `${made + 1}. ` : ''}${own.join(' ').trim()}`, this.style));
    }
    return { words: paragraphs.join('\n\n'), sentence };
  }

  right(words: string): string {
    return this.style.isCentred ? ' '.repeat(44) + words : words;
  }

  center(words: string): string {
    return upon(words, this.style);
  }

  label(name: string, value: string): string {
    return `${name}:${' '.repeat(Math.max(1, 10 - name.length))}${value}`;
  }
}

export type Kind = (maker: Maker) => { readonly head: string; readonly close: string; readonly count: number };

const letterhead = (m: Maker, ...lines: readonly string[]): string => lines.map((line) => m.center(line)).join('\n');

/** Kinds of documents, each beginning in all the ways in which it does. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'letter on a printed sheet': (m) => ({
    head: [
      letterhead(
        m,
        ...m.chance.of([
          ['DEPARTMENT OF STATE', 'WASHINGTON'],
          ['AMERICAN EMBASSY', 'Nairobi, Kenya'],
          ['THE WHITE HOUSE', 'WASHINGTON'],
          ['BRITISH EMBASSY,', 'WASHINGTON, D.C.'],
        ]),
      ),
      m.right(m.day),
      ...(m.chance.is(0.7) ? [`${m.name}, Esq.,\nAfrican Department,\nForeign Office,\nLondon.`] : []),
      m.chance.of([`Dear Mr. ${m.surname}:`, 'Dear Robin,', `My dear ${m.surname}:`, 'Sir:', 'Dear Mr. Secretary:']),
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: `${m.right(m.chance.of(['Sincerely yours,', 'Yours ever,', 'Sincerely,', 'Very truly yours,']))}\n\n\n${m.right(m.chance.of([m.name, `(${m.name})`]))}${m.chance.is(0.4) ? `\n\nEnclosure:\n    ${m.subject}` : ''}`,
  }),
  'letter on plain paper': (m) => ({
    head: [
      m.right(m.day),
      ...(m.chance.is(0.7) ? [`The Honorable\n${m.name},\nAmerican Ambassador,\nRome.`] : []),
      m.chance.of([`Dear Mr. ${m.surname}:`, `My dear ${m.surname}:`, 'Excellency:', 'Dear Karl,']),
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: `${m.right('Sincerely,')}\n\n\n${m.right(m.name)}`,
  }),
  'draft of a letter': (m) => ({
    head: `${m.center(m.chance.of(['DRAFT', 'DRAFT REPLY', 'Suggested Reply', 'DRAFT LETTER', 'PROPOSED REPLY']))}\n\n${m.chance.of([`Dear Mr. ${m.surname}:`, 'Dear Mr. President:', 'Dear Mr. Prime Minister:'])}`,
    count: m.chance.between(1, 2),
    close: m.right('Sincerely,'),
  }),
  'memorandum with labels': (m) => ({
    head: [
      ...(m.chance.is(0.4) ? [letterhead(m, 'DEPARTMENT OF STATE', 'WASHINGTON')] : []),
      m.center(
        m.chance.of(['MEMORANDUM', 'OFFICE MEMORANDUM', 'ACTION MEMORANDUM', 'INFORMATION MEMORANDUM', 'Memorandum']),
      ),
      ...(m.chance.is(0.5) ? [m.right(m.day)] : []),
      [m.label('TO', `The Secretary`), m.label('FROM', `EUR - ${m.name}`), m.label('SUBJECT', m.subject)].join(
        m.chance.of(['\n', '\n\n']),
      ),
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: m.chance.of(['', '', `cc: Mr. ${m.surname}`, `EUR:${m.surname}:jb`, `Attachment:\n  Tab A - ${m.subject}`]),
  }),
  'labels without a title': (m) => ({
    head: [
      ...(m.chance.is(0.5) ? [m.right(m.day)] : []),
      [m.label('TO', `Mr. ${m.surname}`), m.label('FROM', m.name), m.label('SUBJECT', m.subject)].join('\n'),
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: m.chance.of(['', m.right(m.name), `cc: Mr. ${m.surname}`]),
  }),
  'memorandum for somebody': (m) => ({
    head: [
      ...(m.chance.is(0.5) ? [letterhead(m, 'THE WHITE HOUSE', 'WASHINGTON')] : []),
      ...(m.chance.is(0.5) ? [m.right(m.day)] : []),
      m.chance.of([
        'MEMORANDUM FOR THE PRESIDENT',
        'MEMORANDUM FOR MR. KISSINGER',
        'MEMORANDUM FOR THE SECRETARY OF STATE',
        'MEMORANDUM TO MR. BUNDY',
        'MEMORANDUM FOR:  The Secretary',
      ]),
      ...(m.chance.is(0.8) ? [[m.label('FROM', m.name), m.label('SUBJECT', m.subject)].join('\n')] : []),
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: m.chance.of(['', m.right(m.name), `Attachment`, m.right(m.name)]),
  }),
  'memorandum for the record': (m) => ({
    head: `${m.right(m.day)}\n\n${m.center(m.chance.of(['MEMORANDUM FOR THE RECORD', 'MEMORANDUM FOR THE FILES', 'NOTE FOR THE RECORD', 'NOTE FOR FILE']))}${m.chance.is(0.6) ? `\n\n${m.label('SUBJECT', m.subject)}` : ''}`,
    count: m.chance.between(1, 2),
    close: m.right(m.name),
  }),
  conversation: (m) => ({
    head: [
      ...(m.chance.is(0.4) ? [letterhead(m, 'DEPARTMENT OF STATE')] : []),
      m.center(
        m.chance.of(['MEMORANDUM OF CONVERSATION', 'Memorandum of Conversation', 'RECORD OF CONVERSATION', 'MEMCON']),
      ),
      `${m.label('DATE', m.day)}\n${m.label('SUBJECT', m.subject)}\n${m.label('PARTICIPANTS', `${m.name}, Department of State`)}\n              ${m.name}, Embassy of Peru`,
    ].join('\n\n'),
    count: m.chance.between(1, 3),
    close: '',
  }),
  telephone: (m) => ({
    head: m.chance.is(0.5)
      ? `${m.center('TELCON')}\n${m.center(`Secretary ${m.surname}/Mr. ${m.surname}`)}\n${m.center('November 14, 1973; 4:45 p.m.')}`
      : `${m.center(m.chance.of(['TELEPHONE CONVERSATION', 'MEMORANDUM OF TELEPHONE CONVERSATION', 'TELEPHONE CALL']))}\n\n${m.day}\n\n${m.label('PARTICIPANTS', `${m.name} and ${m.name}`)}`,
    count: m.chance.between(1, 2),
    close: '',
  }),
  minute: (m) => ({
    head: `${m.chance.of([`Mr. ${m.surname}`, `Sir H. ${m.surname}`, 'Private Secretary', 'P.U.S.'])}${m.chance.is(0.5) ? `\n\n${m.center(m.subject.toUpperCase())}` : ''}`,
    count: m.chance.between(1, 2),
    close: `${m.right(m.chance.of(['P. L. Tremayne', 'H. Bewick']))}\n${m.chance.of(['', '\n'])}${m.chance.of(['18 March, 1969', '3rd June, 1955', 'March 4'])}`,
  }),
  paper: (m) => ({
    head: `${m.chance.is(0.4) ? `${m.center(m.chance.of(['BRIEFING PAPER', 'POSITION PAPER', 'Background Paper', 'DISCUSSION PAPER', 'TALKING POINTS']))}\n\n` : ''}${m.center(m.chance.of([m.subject.toUpperCase(), 'US POLICY TOWARD THE HARBOR QUESTION', 'THE NORTHERN ROAD: A SUMMARY', 'ISSUES FOR DISCUSSION']))}${m.chance.is(0.3) ? '\n\nI. BACKGROUND' : ''}`,
    count: m.chance.between(2, 3),
    close: '',
  }),
  'aide-mémoire': (m) => ({
    head: `${m.chance.is(0.3) ? `${m.center('EMBASSY OF KENYA')}\n\n` : ''}${m.center(m.chance.of(['AIDE-MEMOIRE', 'Aide-Memoire', 'ORAL STATEMENT', 'NOTE VERBALE', 'PRO MEMORIA']))}`,
    count: m.chance.between(1, 3),
    close: m.chance.of(['', 'Nairobi,\n16th February, 1971', 'Washington, May 4, 1971.']),
  }),
  minutes: (m) => ({
    head: `${m.center(m.chance.of(['MINUTES OF MEETING', 'SUMMARY OF CONCLUSIONS', 'RECORD OF ACTIONS', 'NOTES ON MEETING', 'MINUTES']))}\n\n${m.center(m.day)}\n\n${m.label('PRESENT', m.name)}\n          ${m.name}\n          ${m.name}`,
    count: m.chance.between(1, 3),
    close: '',
  }),
  statement: (m) => ({
    head: m.center(
      m.chance.of([
        'PRESS STATEMENT',
        'DRAFT PRESS RELEASE',
        'PROPOSED STATEMENT',
        'TALKING POINTS',
        'CHECKLIST OF ACTIONS',
      ]),
    ),
    count: m.chance.between(1, 2),
    close: '',
  }),
  telegram: (m) => ({
    head: m.chance.is(0.5)
      ? `${m.center('OUTGOING TELEGRAM')}\n\n${m.label('TO', 'AmEmbassy ANKARA')}\n${m.label('INFO', 'AmEmbassy ATHENS')}\n\n${m.label('SUBJECT', m.subject)}`
      : `${m.center('INCOMING TELEGRAM')}\n\n${m.label('FROM', 'Ankara')}\n${m.label('TO', 'Secretary of State')}\n${m.label('NO', '1184, May 4, 7 p.m.')}`,
    count: m.chance.between(1, 2),
    close: m.chance.of(['', m.surname.toUpperCase()]),
  }),
  'note of a secretary': (m) => ({
    head: `${m.chance.of(['NSC STAFF', 'EXECUTIVE SECRETARIAT', 'S/S'])}\n\n${m.right(m.day)}\n\n${m.chance.of([`NOTE FOR MR. ${m.surname.toUpperCase()}`, `Note to Mr. ${m.surname}`, `NOTE FOR:  ${m.name}`])}`,
    count: 1,
    close: m.right(m.name),
  }),
};
