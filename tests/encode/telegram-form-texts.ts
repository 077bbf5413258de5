import fc from 'fast-check';

/** What a telegram on a form says, before it is typed. */
export interface FormFields {
  readonly post: string;
  readonly copies: readonly { readonly post: string; readonly number: number }[];
  readonly number: number;
  /** The day and hour of sending, in UTC for the calendar's sake; forms print local time. */
  readonly sent: Date;
  readonly classification: string;
  readonly precedence: string | undefined;
  readonly caption: string | undefined;
  readonly reference: number;
  readonly paragraphs: readonly string[];
  readonly signed: string;
  readonly drafted: string;
  readonly approved: string;
  readonly cleared: readonly string[];
}

/** The house that the form is of. */
export type House = 'incoming' | 'outgoing' | 'thirties' | 'british' | 'agency' | 'naval';
export const HOUSES: readonly House[] = ['incoming', 'outgoing', 'thirties', 'british', 'agency', 'naval'];

/** How it is typed. */
export interface FormLayout {
  readonly isColumned: boolean;
  readonly isNumbered: boolean;
  readonly width: number;
  readonly turnsAfter: number;
  readonly blanks: 1 | 2;
  readonly initials: string;
  readonly note: boolean;
}

const WORDS =
  'minister said talks would begin before summer harbor dredging cost grain shipment delayed officer called morning proposed further meeting about quotas while region expected traffic growth after bridge repairs'.split(
    ' ',
  );
const POSTS = ['Moscow', 'Lisbon', 'Rabat', 'Lima', 'Seoul', 'Ankara', 'Quito', 'Oslo', 'Vienna'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 16 })
  .map((words) => `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));
const surname = fc.constantFrom('Hansbury', 'Thorne', 'Spalding', 'Markham', 'Kellner', 'Oakeshott');
const official = fc
  .tuple(fc.constantFrom('EUR', 'NEA', 'S/S', 'L', 'U/MSA'), surname)
  .map(([o, s]) => `${o} - Mr. ${s}`);

export const formFields: fc.Arbitrary<FormFields> = fc
  .record({
    posts: fc.uniqueArray(fc.constantFrom(...POSTS), { minLength: 1, maxLength: 4 }),
    numbers: fc.array(fc.integer({ min: 2, max: 9999 }), { minLength: 4, maxLength: 4 }),
    number: fc.integer({ min: 11, max: 9999 }),
    day: fc.integer({ min: 0, max: 5000 }),
    hour: fc.integer({ min: 1, max: 11 }),
    classification: fc.constantFrom('SECRET', 'CONFIDENTIAL', 'TOP SECRET'),
    precedence: fc.option(fc.constantFrom('PRIORITY', 'IMMEDIATE'), { nil: undefined }),
    caption: fc.option(fc.constantFrom('NOFORN', 'LIMIT DISTRIBUTION', 'EYES ONLY FOR SECRETARY'), { nil: undefined }),
    reference: fc.integer({ min: 11, max: 4000 }),
    paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }),
    signed: surname,
    drafted: surname,
    approved: surname,
    cleared: fc.uniqueArray(official, { minLength: 1, maxLength: 3 }),
  })
  .map(({ posts: [post = '', ...others], numbers, day, hour, signed, drafted, approved, ...rest }) => ({
    ...rest,
    post,
    copies: others.map((other, index) => ({ post: other, number: numbers[index] ?? 7 })),
    sent: new Date(Date.UTC(1950, 0, 1, hour + 12) + day * 86_400_000),
    signed: signed.toUpperCase(),
    drafted: `EUR:J${drafted}`,
    approved: `Paul ${approved}`,
  }));

export const formLayout: fc.Arbitrary<FormLayout> = fc.record({
  isColumned: fc.boolean(),
  isNumbered: fc.boolean(),
  width: fc.integer({ min: 52, max: 68 }),
  turnsAfter: fc.integer({ min: 4, max: 12 }),
  blanks: fc.constantFrom<1 | 2>(1, 2),
  initials: fc.constantFrom('HJ:CES/18', 'RJC:EC', 'LFM/9'),
  note: fc.boolean(),
});

/** `March 12, 1958` */
export const dayOf = (date: Date): string => `${monthDay(date)}, ${date.getUTCFullYear()}`;
const monthDay = (date: Date): string => `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
const hourOf = (date: Date): string => `${date.getUTCHours() % 12} p.m.`;
const two = (figure: number): string => String(figure).padStart(2, '0');
const shortMonth = (date: Date): string => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3).toUpperCase();

/** Types a telegram on the form of a house. */
export function typedForm(fields: FormFields, house: House, how: FormLayout): string {
  const gap = '\n'.repeat(how.blanks + 1);
  return [...heads[house](fields, how), textOf(fields, house, how), footOf(fields, house, how)].join(gap);
}

type Head = (fields: FormFields, how: FormLayout) => readonly string[];

function repeated({ copies }: FormFields): readonly string[] {
  return copies.length === 0 ? [] : [copies.map(({ post, number }) => `${post.toUpperCase()} ${number}`).join(', ')];
}

const columns = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([left, right]) => `${left.padEnd(34)}${right}`.trimEnd()).join('\n');

const heads: Readonly<Record<House, Head>> = {
  incoming: (fields, how) => {
    const { post, number, sent, classification, precedence, caption, reference } = fields;
    const stamp: (readonly [string, string])[] = [
      ['Action', 'Control: 4471'],
      ['EUR', `Rec'd:   ${dayOf(sent)}`],
      ['Info', '         11:53 p.m.'],
    ];
    return [
      'INCOMING TELEGRAM      Department of State',
      classification,
      how.isColumned ? columns(stamp) : ['Control: 4471', `Rec'd: ${dayOf(sent)}`, '       11:53 p.m.'].join('\n'),
      `FROM: ${post}\nTO:   Secretary of State\nNO:   ${number}, ${monthDay(sent)}, ${hourOf(sent)}`,
      ...(precedence === undefined ? [] : [precedence]),
      ...repeated(fields).map((posts) => `SENT DEPARTMENT ${number}, REPEATED INFORMATION ${posts}.`),
      ...(caption === undefined ? [] : [caption]),
      `Deptel ${reference}`,
    ];
  },
  outgoing: ({ post, copies, number, sent, classification, precedence = '', caption, reference }) => [
    'OUTGOING TELEGRAM      Department of State',
    'INDICATE: [ ] COLLECT\n          [X] CHARGE TO',
    classification,
    [
      `SENT TO:   Amembassy ${post.toUpperCase()} ${precedence} ${number}`
        .replace(/ +$/, '')
        .replace('  ', ' ')
        .replace('TO: A', 'TO:   A'),
      ...copies.map(
        (copy, at) => `${at === 0 ? 'RPTD INFO: ' : '           '}Amembassy ${copy.post.toUpperCase()} ${copy.number}`,
      ),
    ].join('\n'),
    `${' '.repeat(40)}${dayOf(sent)}, ${hourOf(sent)}`,
    ...(caption === undefined ? [] : [caption]),
    `REF: Embtel ${reference}`,
  ],
  thirties: ({ post, number, sent }) => [
    'TELEGRAM RECEIVED',
    // The older forms have the post beside the word.
    ...(number % 2 === 0
      ? [`EG${' '.repeat(38)}FROM\nGRAY`, `${' '.repeat(40)}${post}`]
      : [`EG\nGRAY`, `${' '.repeat(40)}From   ${post}`]),
    `${' '.repeat(40)}Dated ${dayOf(sent)}`,
    `${' '.repeat(40)}Rec'd 11:31 p.m.`,
    'Secretary of State,',
    '     Washington.',
    `${number}, ${monthDay(sent)}, ${hourOf(sent)}`,
  ],
  british: (fields) => {
    const { post, copies, number, sent, classification, precedence, reference } = fields;
    const day = `${sent.getUTCDate()}th ${MONTHS[sent.getUTCMonth()]}, ${sent.getUTCFullYear()}`;
    return [
      'Cypher/O.T.P.                 FOREIGN OFFICE DISTRIBUTION',
      `FROM ${post.toUpperCase()} TO FOREIGN OFFICE`,
      'Sir C. Peakman',
      columns([
        [`No. ${number}`, `D. ${sent.getUTCHours() % 12}.20 p.m. ${day}`],
        [day, `R. 11.55 p.m. ${day}`],
      ]),
      [...(precedence === undefined ? [] : [precedence]), classification].join('\n'),
      ...(copies.length === 0
        ? []
        : [
            `Addressed to Foreign Office telegram No. ${number},\nRepeated for information to ${copies.map((copy) => copy.post).join(', ')}.`,
          ]),
      `My telegram No. ${reference}.`,
    ];
  },
  agency: ({ post, copies, number, sent, classification, precedence, reference }) => [
    `CLASSIFIED MESSAGE            ${[...classification].join(' ').replace(/ {3}/, '  ')}`,
    `DATE : ${sent.getUTCDate()} ${shortMonth(sent)} ${two(sent.getUTCFullYear() % 100)}`,
    `TO   : DIRECTOR\nFROM : ${post.toUpperCase()}\nACTION: C/EE 5\nINFO : DCI, DDP, S/C 2`,
    [
      `${precedence === 'IMMEDIATE' ? 'OPIM ' : precedence === 'PRIORITY' ? 'PRITY ' : ''}DIR ` +
        `${copies.length === 0 ? '' : `INFO ${copies.map((copy) => copy.post.toUpperCase()).join(' ')} `}CITE ${post.slice(0, 4).toUpperCase()} ${two(number)}01`,
      `REF: DIR ${reference}01 (OUT 61550)`,
    ].join('\n'),
  ],
  naval: ({ post, copies, sent, classification, precedence }) => [
    'NAVAL MESSAGE',
    classification,
    [
      `FROM:     COMNAVFOR${post.toUpperCase()}`,
      'ACTION:   CNO',
      ...copies.map((copy, at) => `${at === 0 ? 'INFO:     ' : '          '}CINC${copy.post.toUpperCase()}`),
      ...(precedence === undefined ? [] : [`PRECEDENCE: ${precedence}`]),
    ].join('\n'),
    `${two(sent.getUTCDate())}${two(sent.getUTCHours())}15Z ${shortMonth(sent)} ${two(sent.getUTCFullYear() % 100)}`,
  ],
};

function textOf({ paragraphs, classification, number, post, sent }: FormFields, house: House, how: FormLayout): string {
  const isPlain = house === 'thirties' || house === 'naval';
  const lines: string[] = [];
  for (const [at, words] of paragraphs.entries()) {
    if (at > 0) lines.push('');
    lines.push(...wrapped(how.isNumbered || house === 'agency' ? `${at + 1}.  ${words}` : words, how.width));
  }
  // The page turns in the middle of a paragraph.
  const turn = lines.findIndex(
    (line, at) =>
      at >= how.turnsAfter &&
      line !== '' &&
      !/[.]$/.test(line) &&
      (lines[at + 1] ?? '') !== '' &&
      !/^\d/.test(lines[at + 1] ?? ''),
  );
  if (turn >= 0 && !isPlain && house !== 'agency' && house !== 'british') {
    const head =
      house === 'incoming'
        ? `-2- ${number}, ${monthDay(sent)}, ${hourOf(sent)}, from ${post}`
        : `Page 2 of telegram to Amembassy ${post.toUpperCase()}`;
    lines.splice(turn + 1, 0, '', classification, '', classification, '', head, '');
  }
  return lines.join('\n');
}

function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of words.split(/(?<=\S) /)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function footOf(
  { signed, drafted, approved, cleared, classification }: FormFields,
  house: House,
  how: FormLayout,
): string {
  const note = how.note ? ['', 'NOTE: Advance copy to S/S-O, 11:40 p.m. LB'] : [];
  switch (house) {
    case 'outgoing':
      return [
        `${' '.repeat(30)}${signed}`,
        '',
        ...(how.isColumned
          ? [
              columns([
                ['Drafted by:', 'Telegraphic transmission and'],
                [`${drafted}:mk 3/14/61`, 'classification approved by:'],
                ['', approved],
                ['Clearances:', ''],
              ]),
            ]
          : [`Drafted by: ${drafted}:mk 3/14/61`, `Approved by: ${approved}`, 'Clearances:']),
        ...cleared.map((one) => `  ${one}`),
        '',
        classification,
      ].join('\n');
    case 'british':
      return [
        '[Copies sent to Prime Minister]',
        'ADVANCE COPIES:',
        '     Private Secretary',
        '     Resident Clerk',
        '',
        'KKKKK',
      ].join('\n');
    case 'agency':
      return [
        '                       END OF MESSAGE',
        'CS COMMENT: * WITH REGARD TO HARBOR.',
        'REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED.',
      ].join('\n');
    case 'naval':
      return classification;
    default:
      return [`${' '.repeat(30)}${signed}`, '', how.initials, ...note].join('\n');
  }
}
