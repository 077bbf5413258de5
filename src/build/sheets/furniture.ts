import type { Chance } from './chance.js';
import { listed } from './chance.js';
import type { Sheet } from './sheet.js';

const LEVELS = [
  'TOP SECRET',
  'SECRET',
  'CONFIDENTIAL',
  'LIMITED OFFICIAL USE',
  'OFFICIAL USE ONLY',
  'RESTRICTED',
  'UNCLASSIFIED',
];
const CAVEATS = listed(`
NODIS|EXDIS|LIMDIS|SENSITIVE|EYES ONLY|NOFORN|STADIS|NO DISTRIBUTION|PERSONAL|OFFICIAL-INFORMAL|
LITERALLY EYES ONLY|CHEROKEE|EXCLUSIVE|SPECIAL HANDLING|XGDS|GUARD|PRIVATE|SECURITY INFORMATION|
EXCLUSIVELY EYES ONLY`);

/** The marking of a sheet in one of the ways in which it is typed, stamped, struck through, and read by machines. */
export function marking(chance: Chance): string {
  const level = chance.of(LEVELS);
  const caveats = chance.some(CAVEATS, chance.of([0, 0, 1, 1, 2]));
  const words = [level, ...caveats].join(chance.of(['/', ' - ', ' ', '; ', ' / ', '--', '/']));
  const cased = chance.is(0.12) ? words.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase()) : words;
  const spaced = chance.is(0.12) ? [...level].join(' ').replace(/ {3}/g, '   ') : cased;
  return chance.of([
    spaced,
    spaced,
    spaced,
    `~~${spaced}~~`,
    `-${spaced}-`,
    `*${spaced}*`,
    `(${spaced})`,
    `[${spaced}]`,
    `${spaced}.`,
    `= ${spaced} =`,
    `- ${spaced} -`,
  ]);
}

/** The number of a page in one of its forms. */
export function pageNumber(chance: Chance, page: number): string {
  return chance.of([
    `- ${page} -`,
    `-${page}-`,
    `${page}`,
    `${page}.`,
    `Page ${page}`,
    `PAGE ${page}`,
    `page ${page} of 4`,
    `Page ${page} of 6 pages`,
    `(${page})`,
    `-- ${page} --`,
    `p. ${page}`,
    `[${page}]`,
    `- ${page} `,
    `/${page}/`,
    `${page}/`,
  ]);
}

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.between(0, 9)).join('');

/** What registries, archives, hands and machines put on a sheet. */
const MARKS: readonly ((chance: Chance) => string)[] = [
  (c) => digits(c, c.between(4, 8)),
  (c) =>
    `${c.of(listed('RR|S/S|NSC|SRG|X|EA|LOG|No.|Control No.|CONTROL:|Copy|Serial|Doc.|SYSTEM II|P-|Ref. No.|ES|TS #|Log No.'))} ${digits(c, c.between(2, 7))}`,
  (c) => `COPY NO. ${c.between(1, 60)}`,
  (c) => `Copy ${c.between(1, 12)} of ${c.between(12, 40)} copies`,
  (c) =>
    c.of(
      listed(`
COPY|DRAFT|FINAL|ORIGINAL|FILE COPY|CARBON|Tab A|TAB B|Attachment 1|ANNEX|ACTION|INFORMATION|URGENT|BY HAND|
BY SAFE HAND|BY POUCH|AIR MAIL|By Courier|RUSH|ACTION COPY|ENCLOSURE 2|OUTSIDE THE SYSTEM|NON-LOG|
TRANSLATION|PERMANENT RECORD COPY|RETURN TO CENTRAL FILES|THE PRESIDENT HAS SEEN|MR. KISSINGER HAS SEEN`),
    ),
  (c) =>
    `${c.of(listed("RECEIVED|REC'D|Received|RECD|FILED|INDEXED|NOTED|ACTION TAKEN|DISPATCHED|MAILED"))} ${c.of(listed('JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'))} ${c.between(1, 28)} ${c.is(0.5) ? '19' : ''}${c.between(45, 85)}`,
  (c) =>
    `${c.of(
      listed(`
DECLASSIFIED|Declassified|DECLASSIFIED PER|Authority|RELEASED IN FULL|SANITIZED COPY|Approved For Release|
DECLASSIFIED E.O. 12356, Sec. 3.4|UNCLASSIFIED per`),
    )} ${c.of(['', 'NND', 'E.O. 12958', 'NLJ', 'NLK', 'MR', 'CIA-RDP', 'NLN', 'NW'])} ${digits(c, c.between(2, 6))}`,
  (c) =>
    `By ${c.of(listed('ng|DAL|TGH|SR|EMH|mct|KBH|JR'))}${c.of([' NARA', ', NARS', ', NARA', ' NLE'])}${c.of([', Date ', ' Date ', ' '])}${c.between(1, 12)}${c.of(['/', '-'])}${c.between(1, 28)}${c.of(['/', '-'])}${c.between(70, 99)}`,
  (c) =>
    c.of(
      listed(`
E.O. 12065: XDS-2|XGDS-3|GDS|RDS-1,3|DECLASSIFY ON: OADR|Declassify on: OADR|E.O. 11652: GDS|
Classified by: W. R. Tyler|Group 3|GROUP 1|Excluded from automatic downgrading|
downgrading and declassification|Downgraded at 12 year intervals;|not automatically declassified|
DERIVATIVE CL BY Multiple|REVIEW ON 6/1/98|CLASSIFIED BY SEC STATE`),
    ),
  (c) =>
    c.of(
      listed(`
REPRODUCED AT THE NATIONAL ARCHIVES|Reproduced from the holdings of the|
PHOTOCOPY FROM GERALD R. FORD LIBRARY|COPY LBJ LIBRARY|Eisenhower Library|NATIONAL ARCHIVES MICROFILM|
PRESERVATION COPY|Nixon Presidential Materials|Property of the Department of State|GPO 1963 O - 682|
Form DS-1254|FORM FS-412|DS-322|OF-29|Standard Form No. 64|Optional Form 10|Office Memorandum`),
    ),
  (c) => `${digits(c, 3)}.${digits(c, 2)}/${c.between(1, 12)}-${c.between(100, 2800)}`,
  (c) =>
    `${c.of(['POL', 'DEF', 'PET', 'AID', 'ORG', 'E', 'FN'])} ${c.between(1, 33)}${c.of([' ', '-'])}${c.of(listed('ARAB-ISR|CHILE|US|UK-US|VIET S|JAPAN|7 IRAN|GER W'))}`,
  (c) =>
    `${c.of(listed('HAK|BS|McGB|WWR|RWK|JCH|DR|LBJ|ok|OK -- RN|PK|dle|RM'))}${c.of(['', ' ', '  '])}${c.of(['', `${c.between(1, 12)}/${c.between(1, 28)}`, '?', '!', '✓'])}`,
  (c) =>
    c.of(
      listed(`
[illegible]|[handwritten: file]|(initials)|[stamp]|[margin] yes|see me|file|no further action|Good.|
I agree -- K|pls talk to me|who says?|what is his evidence?|cc to Bill|ret to RJ|[initialed]|Noted. H.|
spoke to Rusk 4/2|JF - what abt this?|Hold for Thurs|Mr. Ball - fyi|(underlined in ink)|x|v.g.|/ OK /`),
    ),
  (c) => c.of(listed('(b)(1)|(b)(1)(S)|E.O. 12958 3.3(b)(1)|25X1|25X6|FOIA b3|(b) (3)|[Page missing]|SANITIZED')),
  (c) =>
    `${c.of(listed('DC/R|RM/R|CENTRAL FILES|S/S|EUR|SY|REGISTRY|NEA/P|Division of|BUREAU OF'))} ${c.of(listed('ANALYSIS & DISTRIBUTION|File|Action|DEPARTMENT OF STATE|1|RECORDS|COMMUNICATIONS AND RECORDS|OFFICE'))}`,
  (c) =>
    `${c.of(['ACTION is assigned to', 'Assigned to', 'Action office:', 'Route to:', 'Routing:', 'DISTRIBUTION:', 'Distribution'])} ${c.of(['S', 'EUR', 'NEA, S/P, INR', 'WE', 'FE/EX'])}`,
  (c) => c.of(listed('* * * * *|--------|_______________|----------|##|....|=========|- - - - - - -')),
  (c) =>
    c.of([
      'This document consists of 4 pages.',
      `This document consists of ${c.between(2, 19)} pages`,
      `No. ${c.between(1, 9)} of ${c.between(3, 12)} Copies, Series ${c.of(['A', 'B', 'C'])}.`,
      'Page 1 of 3',
      'Remove attachments before filing',
      'When separated from attachment handle as UNCLASSIFIED',
      'WARNING NOTICE',
      'SENSITIVE SOURCES AND METHODS INVOLVED',
      'Not for publication',
      'Not to be reproduced without permission',
      'NOT TO BE TAKEN OUT OF THIS ROOM',
      'Retain or destroy',
    ]),
];

const HANDS = listed('K|HAK|wK|GWB|R.|J.F.D.|m.L.|TL|C.D.J.|BS|ES|pw|AWD|Hal S.|Mr. Joyce|Phil|JCH|Chip');

/** What a hand has written in haste beside a text: some words, without a stop, between names and initials; read by a machine that knows no hands. */
export function handNote(chance: Chance, words: readonly string[]): string {
  const own = words
    .filter((word) => word.length > 1)
    .slice(0, chance.between(2, 7))
    .join(' ')
    .toLowerCase()
    .replace(/[.,;:”“"()]/g, '');
  const short = chance.is(0.4)
    ? own
        .replace(/\bwith\b/g, 'w/')
        .replace(/\bthrough\b/g, 'thru')
        .replace(/\bto\b/g, '2')
        .replace(/\band\b/g, '&')
        .replace(/\bshould\b/g, 'shd')
    : own;
  const noisy = chance.is(0.3)
    ? short.replace(/[aoelt]/g, (sign) => (chance.is(0.15) ? chance.of(['~', '1', 'c', '.', '/', ')']) : sign))
    : short;
  const head = chance.is(0.5) ? `${chance.of(HANDS)}${chance.of([' -- ', ': ', ' - ', ', ', ' '])}` : '';
  const tail = chance.is(0.55)
    ? `${chance.of(['  ', ' -- ', ' - ', '   ', ' '])}${chance.of(HANDS)}${chance.is(0.3) ? ` ${chance.between(1, 12)}/${chance.between(1, 28)}` : ''}`
    : chance.of(['?', '??', '!', '', '', ' ?', '...']);
  const text = `${head}${noisy}${tail}`;
  return chance.is(0.4) ? text : `${(text[0] ?? '').toUpperCase()}${text.slice(1)}`;
}

/** What is printed on forms: boxes, directions, numbers of forms. */
const PRINTED: readonly string[] = listed(`
X  Action            File               Note and Return|
Approval          For Clearance      Per Conversation|Coordination      Information        Signature|
As Requested      For Correction     Prepare Reply|
DO NOT use this form as a RECORD of approvals, concurrences, disposals, clearances, and similar actions|
OPTIONAL FORM 41 (Rev. 7-76)|This document contains information affecting the national defense|
within the meaning of the Espionage Laws, Title 18, U.S.C.|
WARNING: This material contains information affecting the National Defense of the United States|
A true copy of|the signed original.|A true copy|NAME AND TITLE        INITIALS        DATE|
UNITED STATES GOVERNMENT|Standard Form 64|FOR OFFICIAL USE|Room No. 7224    Phone 2540|
This copy must be returned to central files|with notation of action taken|Photocopy -- Presidential Library|
Printed for the Cabinet.|THIS DOCUMENT IS THE PROPERTY OF HIS BRITANNIC MAJESTY’S GOVERNMENT|
TO BE KEPT UNDER LOCK AND KEY|The circulation of this paper has been strictly limited.|
It is issued for the personal use of|SUBJECT TO GENERAL DECLASSIFICATION SCHEDULE OF|
EXECUTIVE ORDER 11652 AUTOMATICALLY DOWNGRADED AT TWO|YEAR INTERVALS AND DECLASSIFIED ON DECEMBER 31, 1982|
Exempt from general declassification schedule|This is an uncleared working paper|[Handwritten in margin]|
Only one copy was made`);

/** Stamps of several lines, as registries put them on: the office, what was done, the day. */
export function stampLines(chance: Chance): readonly string[] {
  const day = `${chance.of(listed('JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC'))} ${chance.between(1, 28)} 19${chance.between(40, 86)}`;
  const house = chance.of(
    listed(`
DEPARTMENT OF STATE|OFFICE OF THE SECRETARY|BUREAU OF|DIVISION OF|EXECUTIVE SECRETARIAT|WHITE HOUSE|
CENTRAL FILES|S/S-I|EUROPEAN AFFAIRS|FOREIGN OFFICE|AMERICAN EMBASSY|REGISTRY|CABINET OFFICE`),
  );
  const done = chance.of(listed('RECEIVED|Received|FILED|ACTION COPY|NOTED|ANSWERED|RECORDED|INDEXED|DISPATCHED|SENT'));
  return chance.of([
    [house, done, day],
    [done, day],
    [house, day],
    [done, house, day],
    [day, house],
    [done, day, house],
    [house, done, day, digits(chance, 4)],
    [
      'DECLASSIFIED',
      `E.O. 12356, Sec. 3.4`,
      `NLK-${chance.between(70, 99)}-${chance.between(10, 400)}`,
      `By ${chance.of(['MFH', 'DAL', 'ing'])} NARA, Date ${chance.between(1, 12)}/${chance.between(80, 99)}`,
    ],
  ]);
}

/** A mark that somebody has put on a sheet, anywhere. */
export function mark(chance: Chance): string {
  return chance.is(0.15) ? chance.of(PRINTED) : chance.of(MARKS)(chance).trim();
}

/** How pages of one sheet turn: what stands at their foot and head, the same each time. */
export class PageTurn {
  readonly #chance: Chance;
  readonly #marking: string | undefined;
  readonly #isForm: boolean;
  readonly #where: 'left' | 'center' | 'right';
  readonly #numbered: (page: number) => string;
  readonly #style: number;
  page = 1;

  constructor(chance: Chance, words: string | undefined) {
    this.#chance = chance;
    this.#marking = words;
    this.#isForm = chance.is(0.35);
    this.#where = chance.of(['left', 'center', 'center', 'right']);
    const seed = chance.between(0, 1e6);
    this.#numbered = (page) => numbered(seed, page);
    this.#style = chance.between(0, 4);
  }

  turn(sheet: Sheet): void {
    const chance = this.#chance;
    this.page++;
    const gap = chance.of([0, 1, 1, 2]);
    if (this.#style <= 2) sheet.blank(gap);
    if (this.#marking !== undefined && this.#style !== 1) sheet.place(this.#where, 'sheet', this.#marking);
    if (chance.is(0.12)) sheet.blank(chance.between(0, 1)).place(this.#where, 'sheet', mark(chance));
    if (this.#isForm) sheet.formFeed();
    else if (this.#style === 0) sheet.blank(chance.between(1, 3));
    if (this.#marking !== undefined && this.#style !== 2) {
      if (this.#style === 3)
        sheet.row(
          [
            ['sheet', this.#marking],
            ['sheet', this.#numbered(this.page)],
          ],
          0,
          20,
        );
      else sheet.place(this.#where, 'sheet', this.#marking);
    }
    if (this.#style !== 3) {
      sheet.blank(chance.between(0, 1));
      sheet.place(this.#style === 4 ? 'right' : this.#where, 'sheet', this.#numbered(this.page));
    }
    if (chance.is(0.06)) sheet.place('right', 'sheet', mark(chance));
    if (this.#style <= 2 || chance.is(0.7)) sheet.blank(gap);
  }
}

/** The form of a number that is the same on all pages. */
function numbered(seed: number, page: number): string {
  const forms = [
    `- ${page} -`,
    `-${page}-`,
    `${page}`,
    `${page}.`,
    `Page ${page}`,
    `PAGE ${page}`,
    `page ${page} of 4`,
    `(${page})`,
    `-- ${page} --`,
    `p. ${page}`,
  ];
  return forms[seed % forms.length] as string;
}
