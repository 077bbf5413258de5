import fc from 'fast-check';

/** What a cable says, before it is typed. */
export interface CableFields {
  readonly from: string;
  readonly to: readonly string[];
  readonly info: readonly string[];
  readonly precedence: readonly string[];
  readonly when: string;
  readonly group: string;
  readonly classification: string;
  readonly number: string;
  readonly station: string;
  readonly handling: readonly string[];
  readonly subject: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly paragraphs: readonly string[];
  readonly drafted: string | undefined;
  readonly approved: string | undefined;
  readonly cleared: readonly string[];
  readonly signed: string;
}

/** How it is typed: each choice is one that telegrams of some years show. */
export interface CableLayout {
  readonly head: 'archive' | 'routing' | 'bare' | 'situation-room';
  readonly hasBt: boolean;
  readonly isDense: boolean;
  readonly isNumbered: boolean;
  readonly width: number;
  readonly pageLength: number;
  readonly blankAtFoot: boolean;
  readonly columns: 1 | 2;
  readonly order: 'drafted-first' | 'approved-first';
  readonly draftingColon: boolean;
  readonly captionsOnOneLine: boolean;
  readonly sectioned: boolean;
  readonly signature: 'below' | 'apart' | 'in-line';
  readonly tail: 'none' | 'nnnn' | 'archive' | 'stamp';
  readonly references: 'lettered' | 'hung';
}

const WORDS =
  'MINISTER SAID TALKS WOULD BEGIN BEFORE SUMMER HARBOR DREDGING COST GRAIN SHIPMENT DELAYED OFFICER CALLED MORNING PROPOSED FURTHER MEETING ABOUT QUOTAS WHILE REGION EXPECTED TRAFFIC GROWTH AFTER BRIDGE REPAIRS'.split(
    ' ',
  );
const POSTS = ['MOSCOW', 'LONDON', 'NEW DELHI', 'THE HAGUE', 'RABAT', 'LIMA', 'SEOUL', 'ANKARA'];
const KINDS = ['AMEMBASSY', 'AMCONSUL', 'USMISSION', 'USINT', 'USLO'];
const OTHERS = [
  'SECDEF WASHDC',
  'NATO COLLECTIVE',
  'AIG 8814',
  'USCINCEUR VAIHINGEN GER',
  'CDR USCENTCOM MACDILL AFB FL',
  'TREASURY DEPT',
];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LETTERS: Readonly<Record<string, string>> = { Z: 'Flash', O: 'Immediate', P: 'Priority', R: 'Routine' };

const post = fc.oneof(
  fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(...POSTS)).map((parts) => parts.join(' ')),
  fc.constantFrom(...OTHERS),
);
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 16 })
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const office = fc.constantFrom('EUR', 'EUR/NE', 'S/S-O', 'INR/IAA', 'PM', 'TREASURY', 'L/EB');
const surname = fc.constantFrom('HANSBURY', 'THORNE', 'SPALDING', 'MARKHAM', 'KELLNER', "O'DAY", 'VAN ALLEN');
const official = fc.tuple(office, surname).map(([o, s]) => `${o}:J${s.replace(' ', '')}`);

const when = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    month: fc.nat(11),
    year: fc.integer({ min: 1966, max: 2009 }),
  })
  .map(({ day, hour, minute, month, year }) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return {
      when: `${year}-${two(month + 1)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`,
      group: `${two(day)}${two(hour)}${two(minute)}Z ${MONTHS[month]} ${two(year % 100)}`,
    };
  });

export const fields: fc.Arbitrary<CableFields> = fc
  .record({
    at: when,
    from: fc.constantFrom(...POSTS),
    to: fc.uniqueArray(post, { minLength: 1, maxLength: 3 }),
    info: fc.uniqueArray(post, { maxLength: 5 }),
    letters: fc.constantFrom('R', 'P', 'O', 'Z O', 'O R', 'P R'),
    classification: fc.constantFrom('SECRET', 'CONFIDENTIAL', 'LIMITED OFFICIAL USE'),
    number: fc.integer({ min: 100, max: 99_999 }),
    handling: fc.uniqueArray(
      fc.constantFrom('EXDIS', 'NODIS', 'NOFORN', 'SIPDIS', 'SENSITIVE', 'EYES ONLY FOR THE AMBASSADOR'),
      { maxLength: 3 },
    ),
    subject: fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 }),
    tags: fc.uniqueArray(fc.constantFrom('PFOR', 'ETRD', 'ENRG', 'US', 'UK', 'MASS'), { minLength: 1, maxLength: 4 }),
    references: fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('STATE', 'MOSCOW', 'USUN'), fc.integer({ min: 1000, max: 99_999 }))
        .map((p) => p.join(' ')),
      { maxLength: 3 },
    ),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 6 }),
    drafted: fc.option(official, { nil: undefined }),
    approved: fc.option(official, { nil: undefined }),
    cleared: fc.uniqueArray(official, { maxLength: 4 }),
    signed: surname,
  })
  .map(({ at, letters, from, number, subject, approved, cleared, ...others }) => ({
    ...others,
    ...at,
    approved,
    // Those who cleared stand under who approved.
    cleared: approved === undefined ? [] : cleared,
    from: `AMEMBASSY ${from}`,
    station: from,
    precedence: letters.split(' '),
    number: String(number).padStart(5, '0'),
    subject: subject.join(' '),
  }));

export const layout: fc.Arbitrary<CableLayout> = fc.record({
  head: fc.constantFrom('archive', 'routing', 'bare', 'situation-room'),
  hasBt: fc.boolean(),
  isDense: fc.boolean(),
  isNumbered: fc.boolean(),
  width: fc.integer({ min: 58, max: 69 }),
  pageLength: fc.integer({ min: 6, max: 40 }),
  blankAtFoot: fc.boolean(),
  columns: fc.constantFrom(1, 2),
  order: fc.constantFrom('drafted-first', 'approved-first'),
  draftingColon: fc.boolean(),
  captionsOnOneLine: fc.boolean(),
  sectioned: fc.boolean(),
  signature: fc.constantFrom('below', 'apart', 'in-line'),
  tail: fc.constantFrom('none', 'nnnn', 'archive', 'stamp'),
  references: fc.constantFrom('lettered', 'hung'),
});

export function precedenceWords(letters: readonly string[]): readonly string[] {
  return letters.map((letter) => LETTERS[letter] ?? letter);
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Types a cable. */
export function typed(cable: CableFields, how: CableLayout): string {
  const page = new Typist(cable, how);
  return page.text();
}

class Typist {
  readonly #c: CableFields;
  readonly #how: CableLayout;
  readonly #lines: string[] = [];
  #page = 1;
  #onPage = 0;

  constructor(c: CableFields, how: CableLayout) {
    this.#c = c;
    this.#how = how;
  }

  text(): string {
    const { paragraphs, signed } = this.#c;
    const half = Math.ceil(paragraphs.length / 2);
    const sections = this.#how.sectioned && paragraphs.length > 1 ? 2 : 1;
    this.#header(1, sections);
    for (const [index, words] of paragraphs.entries()) {
      if (sections === 2 && index === half) {
        this.#foot(true);
        this.#header(2, 2);
        this.#onPage = 0;
      }
      this.#paragraph(this.#how.isNumbered ? `${index + 1}. ${words}` : words);
      const isDense = this.#how.isDense && this.#how.isNumbered;
      if (index < paragraphs.length - 1 && !isDense) this.#lines.push('');
    }
    const last = this.#lines.at(-1) ?? '';
    const hasRoom = last.length + 1 + signed.length <= this.#how.width;
    if (this.#how.signature === 'in-line' && hasRoom) this.#lines[this.#lines.length - 1] = `${last} ${signed}`;
    else this.#lines.push(...(this.#how.signature === 'apart' ? ['', signed] : [signed]));
    this.#tail();
    return this.#lines.join('\n');
  }

  #paragraph(text: string): void {
    const { isNumbered, width, pageLength, head } = this.#how;
    const lines = wrapped(text, width);
    for (const [place, line] of lines.entries()) {
      // A page turns inside a paragraph, and within a sentence where its paragraphs have no numbers.
      const canTurn = place > 0 && (isNumbered || !/[.]$/.test(lines[place - 1] ?? ''));
      if (this.#onPage >= pageLength && canTurn && head !== 'bare') {
        this.#turn();
        this.#onPage = 0;
      }
      this.#lines.push(line);
      this.#onPage++;
    }
  }

  #header(section: number, of: number): void {
    const { precedence, group, from, to, info, classification, station, number, handling } = this.#c;
    const { head, hasBt, isDense } = this.#how;
    const isRouted = head === 'routing';
    const address = (name: string, index: number): string =>
      `${isRouted ? `RUEH${'ABCDEFGH'[index % 8]}X/` : ''}${name}${index % 2 === 0 ? ' PRIORITY' : ''}${index % 3 === 0 ? ' 4312' : ''}`;
    const gap = isDense ? [] : [''];
    const counted = of > 1 ? ` SECTION 0${section} OF 0${of}` : '';
    this.#pageHead(section, of);
    this.#lines.push(`${precedence.join(' ')} ${group}`, `FM ${from}`);
    for (const [index, name] of to.entries()) this.#lines.push(`${index === 0 ? 'TO ' : ''}${address(name, index)}`);
    for (const [index, name] of info.entries())
      this.#lines.push(`${index === 0 ? 'INFO ' : ''}${address(name, index + 1)}`);
    if (hasBt) this.#lines.push('BT');
    const spelled = classification
      .split(' ')
      .map((word) => [...word].join(' '))
      .join('  ');
    this.#lines.push(...gap, `${spelled}${counted} ${station} ${number}`, ...gap);
    const isInOne = this.#how.captionsOnOneLine && !handling.some((one) => one.includes(' '));
    if (handling.length > 0) this.#lines.push(...(isInOne ? [handling.join(' ')] : handling), ...gap);
    this.#captions();
  }

  #captions(): void {
    const { tags, subject, references } = this.#c;
    const [first = '', ...more] = wrapped(`SUBJECT: ${subject}`, this.#how.width);
    this.#lines.push('E.O. 12065: GDS', `TAGS: ${tags.join(', ')}`, first, ...more);
    if (!this.#how.isDense) this.#lines.push('');
    const lettered = references.map((one, index) => `${String.fromCharCode(65 + index)}. ${one}`);
    if (references.length > 0) {
      if (this.#how.references === 'hung')
        this.#lines.push(`REF: ${lettered[0]}`, ...lettered.slice(1).map((one) => `     ${one}`));
      else this.#lines.push(`REF: ${lettered.join('; ')}`);
    }
    // Without an empty line or a number nothing parts the text from the labels.
    if (!this.#how.isDense || !this.#how.isNumbered) this.#lines.push('');
  }

  #pageHead(section: number, of: number): void {
    const { classification, number } = this.#c;
    const { head } = this.#how;
    if (head === 'bare') {
      if (section > 1) this.#lines.push('');
      return;
    }
    if (head === 'routing') {
      this.#lines.push(
        `VZCZCXRO${1000 + section}`,
        'OO RUEHAB RUEHCD',
        `DE RUEHXX #${number.slice(-4)}/0${section} 1301502`,
        'ZNY CCCCC ZZH',
      );
      return;
    }
    this.#lines.push(
      classification,
      '',
      this.#number(1, section, of),
      ...(head === 'archive'
        ? ['', '43', 'ACTION EUR-12', '', 'INFO  OCT-01  ISO-00  PM-04  /076 W']
        : ['SIT: PUBS EOB']),
    );
    if (section === 1) this.#drafting();
    this.#lines.push(`                    --------------------- 0456${section}8`);
  }

  #number(page: number, section: number, of: number): string {
    const { station, number, group } = this.#c;
    if (this.#how.head === 'situation-room')
      return `PAGE 0${page} OF 09  AMEMBASSY ${station} ${number}   DTG: ${group} PSN: 045611`;
    return `PAGE 0${page}        ${station.slice(0, 6)}  ${number}${of > 1 ? `  0${section} OF 0${of}` : ''}  061432Z`;
  }

  #drafting(): void {
    const { drafted, approved, cleared } = this.#c;
    const { columns, order, draftingColon } = this.#how;
    const by = (act: string, name: string | undefined): readonly string[] =>
      name === undefined ? [] : [`${act} BY${draftingColon ? ':' : ''} ${name}`];
    const names = [...cleared];
    const rows: string[] = [];
    while (names.length > 0)
      rows.push(
        names
          .splice(0, columns)
          .map((name) => name.padEnd(30))
          .join('')
          .trimEnd(),
      );
    const approval = [...by('APPROVED', approved), ...rows];
    const drafting = by('DRAFTED', drafted);
    this.#lines.push(...(order === 'drafted-first' ? [...drafting, ...approval] : [...approval, ...drafting]));
  }

  #turn(): void {
    this.#page++;
    this.#foot(false);
    this.#lines.push(
      ...(this.#how.head === 'routing'
        ? [`${this.#c.station} 000${this.#c.number}  00${this.#page} OF 009`, '']
        : [this.#c.classification, '', this.#number(this.#page, 1, 1), '']),
    );
  }

  #foot(isSection: boolean): void {
    if (this.#how.head === 'bare') return;
    if (this.#how.head === 'routing') {
      this.#lines.push(...(isSection ? ['BT', `#${this.#c.number.slice(-4)}`, 'NNNN'] : ['']));
      return;
    }
    // Where paragraphs have no numbers the foot of the page tells whether one goes on.
    const blank = isSection || (this.#how.blankAtFoot && this.#how.isNumbered);
    this.#lines.push(...(blank ? [''] : []), this.#c.classification, '');
  }

  #tail(): void {
    const { tail, head } = this.#how;
    const { classification, number } = this.#c;
    if (head === 'archive') this.#lines.push('', classification);
    if (tail === 'nnnn') this.#lines.push('BT', `#${number.slice(-4)}`, 'NNNN');
    if (tail === 'archive')
      this.#lines.push(
        '',
        '<< END OF DOCUMENT >>',
        '',
        'Message Attributes',
        '',
        'Automatic Decaptioning: X',
        `Film Number: D760260-${number}`,
        "Line Count: '96'",
      );
    if (tail === 'stamp') this.#lines.push('BT', '', 'DECLASSIFIED', 'NLRR F99-000 #12345', 'BY KMC NARA DATE 5/14/12');
  }
}
