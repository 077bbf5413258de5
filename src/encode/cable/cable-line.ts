/** The date-time group of a cable with its precedence: `O R 281537Z DEC 05`, `P 081130Z JAN 75`. */
export interface DateTimeGroup {
  /** Precedence letters in the order printed: action first, then information. */
  readonly precedence: readonly string[];
  /** The instant, in UTC (ISO 8601). */
  readonly when: string;
  /** Where `081130Z JAN 75` stands in the line. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const DATE_TIME_GROUP = /^((?:[ZOPRYW]{1,2}\s+){1,3})(\d{2})(\d{2})(\d{2})Z\s+([A-Z]{3})[A-Z]*\s+(\d{4}|\d{2})\b/;

/** Precedence as ACP 121 (Communications Instructions) abbreviates it. */
const PRECEDENCE: Readonly<Record<string, string>> = {
  Z: 'Flash',
  O: 'Immediate',
  P: 'Priority',
  R: 'Routine',
  Y: 'Emergency',
};

/** The years of two digits: cables in this form begin about 1960. */
const FIRST_YEAR = 1950;

/** Reads the date-time group that begins a cable's transmission block. */
export function dateTimeGroup(line: string): DateTimeGroup | undefined {
  const match = DATE_TIME_GROUP.exec(line);
  if (match === null) return undefined;
  const [whole, letters = '', day = '', hour = '', minute = '', name = '', digits = ''] = match;
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const short = Number(digits);
  const year = digits.length === 4 ? short : short + (short + 1900 >= FIRST_YEAR ? 1900 : 2000);
  if (month === 0 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59) return undefined;
  const precedence = letters
    .trim()
    .split(/\s+/)
    .flatMap((letter) => PRECEDENCE[letter.slice(0, 1)] ?? []);
  return {
    precedence,
    when: `${year}-${String(month).padStart(2, '0')}-${day}T${hour}:${minute}:00Z`,
    start: letters.length,
    end: whole.length,
  };
}

/** The classification line: `C O N F I D E N T I A L SECTION 01 OF 02 MOSCOW 00279`, `UNCLAS STATE 123456`. */
export interface ClassificationLine {
  /** In plain letters: `CONFIDENTIAL`. */
  readonly classification: string;
  readonly section?: { readonly number: number; readonly of: number };
  /** The post and number of the cable: `MOSCOW 00279`. */
  readonly message?: string;
}

const SPACED =
  /^(?:T O P\s+)?(?:S E C R E T|C O N F I D E N T I A L|U N C L A S(?: S I F I E D)?|L I M I T E D\s+O F F I C I A L\s+U S E)/;
const PLAIN = /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE)/;

/** Reads the line that stands below `BT`; undefined for a marking that only repeats the classification at the head of a page. */
export function classificationLine(line: string): ClassificationLine | undefined {
  const words = SPACED.exec(line)?.[0] ?? PLAIN.exec(line)?.[0];
  if (words === undefined) return undefined;
  const rest = line.slice(words.length);
  const section = /\bSECTION\s+(\d{1,2})\s+OF\s+(\d{1,2})\b/.exec(rest);
  const message = /\b([A-Z][A-Z.]*(?: [A-Z]+)?)\s+(\d{3,6})(?:\/\d+)?\s*$/.exec(rest.replace(section?.[0] ?? '', ''));
  if (section === null && message === null && !SPACED.test(line)) return undefined;
  const joined = words.replace(/(?<=\b[A-Z]) (?=[A-Z]\b)/g, '').replace(/\s+/g, ' ');
  return {
    classification:
      joined === 'UNCLAS'
        ? 'Unclassified'
        : joined.replace(/^TOPSECRET$/, 'TOP SECRET').replace(/^LIMITEDOFFICIALUSE$/, 'LIMITED OFFICIAL USE'),
    ...(section === null ? {} : { section: { number: Number(section[1]), of: Number(section[2]) } }),
    ...(message === null ? {} : { message: `${message[1]} ${message[2]}` }),
  };
}

/** A label of the caption block: `E.O. 11652: GDS`, `TAGS: PFOR, UR`, `SUBJ:`, `REFS: (A) STATE 1234`. */
export interface CaptionLabel {
  readonly name: 'eo' | 'tags' | 'subject' | 'references' | 'pass' | 'classified-by';
  /** The length of the label with its colon. */
  readonly length: number;
}

const CAPTIONS: readonly (readonly [RegExp, CaptionLabel['name']])[] = [
  [/^E\.?\s?O\.?\s?1\d{4}\s*(?::|(?=\s))/i, 'eo'],
  [/^TAGS?\s*:/i, 'tags'],
  [/^SUBJ(?:ECT)?\s*:/i, 'subject'],
  [/^REF(?:S|ERENCES?|TEL|TELS)?\s*(?:\([A-Z]\)\s*)?:/i, 'references'],
  [
    /^(?:PASS(?: TO)?|DEPT FOR|DEPARTMENT FOR|STATE FOR|FOR|DEPT PASS|DEPARTMENT PLEASE PASS(?: TO)?)\s*:?(?=\s)/,
    'pass',
  ],
  [/^CLASSIFIED BY\s*:/i, 'classified-by'],
];

/** Reads the label of a line of the caption block. */
export function captionLabel(line: string): CaptionLabel | undefined {
  for (const [pattern, name] of CAPTIONS) {
    const length = pattern.exec(line)?.[0].length;
    if (length !== undefined) return { name, length };
  }
  return undefined;
}

/** `FM`, `TO`, `INFO`, `ACTION` with the address after it. */
export function addressLabel(
  line: string,
): { readonly name: 'FM' | 'TO' | 'INFO'; readonly length: number } | undefined {
  const match = /^(FM|TO|INFO)\s+(?=\S)/.exec(line);
  if (match === null) return undefined;
  return { name: match[1] as 'FM' | 'TO' | 'INFO', length: match[0].length };
}

/** An address of the transmission block, on a line of its own: `AMEMBASSY PARIS`, `RUEHLO/USMISSION …`. */
export const ADDRESS =
  /^(?:R[UH][A-Z]{2,6}\/)?(?:AM(?:EMBASSY|CONSUL|CONGEN)|USMISSION|USDEL|SECSTATE|SECDEF|WHITE ?HOUSE|CINC[A-Z]+|JCS|CIA|DIA|NSC|USINT|USLO|USUN|COM[A-Z]+|DEPT OF|ALL [A-Z ]+ POSTS|[A-Z]{2,}\s+COLLECTIVE)\b/;

/** What a cable's page carries besides its text. */
export type CableFurniture = 'pageNum' | 'classification' | 'transmission' | 'distribution' | 'stamp';

const FURNITURE: readonly (readonly [RegExp, CableFurniture])[] = [
  [/^[A-Z][A-Z .]{2,30}\s\d{5,8}\s+\d{3}\s+OF\s+\d{3}$/, 'pageNum'],
  [/^PAGE\s+\d{1,3}(?:\s+OF\s+\d{1,3})?\b(?:\s+[A-Z].*)?$/, 'pageNum'],
  [
    /^(?:BT|N{3,4}|#\d{3,5}|<+\s*END OF DOCUMENT\s*>+|ZNY\b.*|ZZH|DE R[UH]\w+ #?\d+.*|-{5,}.*\d*|\d{6})$/,
    'transmission',
  ],
  [/^\d{1,3}$/, 'distribution'],
  [/^(?:ACTION|ORIGIN)\s+[A-Z]{1,5}-\d{2}\b.*$/, 'distribution'],
  [/^(?:INFO\s+)?(?:[A-Z]{1,6}-\d{2}\s+){2,}.*$/, 'distribution'],
  [/^(?:\/\d{3} [A-Z].*|\(?ADDR?\)?|DRAFTED BY\b.*|APPROVED BY\b.*)$/, 'distribution'],
  [
    /^(?:(?:Declassified|Released|Sheryl P\. Walter|Margaret P\. Grafeld)\b.*|Message (?:Attributes|Text)|EO Systematic Review\b.*|US Department of State\b.*)$/i,
    'stamp',
  ],
  [/^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE)$/, 'classification'],
];

/** What a line is on the page of a cable; undefined where it is of the message. */
export function cableFurniture(line: string): CableFurniture | undefined {
  return FURNITURE.find(([pattern]) => pattern.test(line))?.[1];
}
