/** The date-time group of a cable with its precedence: `O R 281537Z DEC 05`, `P 081130Z JAN 75`. */
export interface DateTimeGroup {
  /** Precedence letters in the order printed: action first, then information. */
  readonly precedence: readonly string[];
  /** The instant, in UTC (ISO 8601). */
  readonly when: string;
  /** Letters stood for figures, as a reading machine leaves them (`P O81130Z JAN 75`); `when` is what they must mean. */
  readonly isCorrected?: boolean;
  /** Where `081130Z JAN 75` stands in the line. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

const DATE_TIME_GROUP =
  /^((?:[ZOPRYW]{1,2}\s+){0,3})(\d{2})(\d{2})(\d{2})Z\s*([A-Z]{3})[A-Z]*\.?\s*(\d{4}|\d{2})(?![\p{L}\d])/iu;

/** A group in which letters can stand for figures and figures for letters. */
const MISREAD =
  /^((?:[ZOPRYW0]{1,2}\s+){1,3})([\dOQDIlSB]{2})([\dOQDIlSB]{2})([\dOQDIlSB]{2})[Z2]\s*([A-Z0]{3})[A-Z]*\s*([\dOQDIlSB]{4}|[\dOQDIlSB]{2})(?!\w)/;

const FIGURE: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', l: '1', S: '5', B: '8' };

function figures(text: string): string {
  return text.replace(/[OQDIlSB]/g, (letter) => FIGURE[letter] ?? letter);
}

const ANYWHERE = /(?<![A-Z])((?:[ZOPRYW0]{1,2}\s+){1,3})[\dOQDIlSB]{6}[Z2]\s*[A-Za-z0]{3}/g;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Precedence as ACP 121 (Communications Instructions) abbreviates it. */
const PRECEDENCE: Readonly<Record<string, string>> = {
  Z: 'Flash',
  O: 'Immediate',
  P: 'Priority',
  R: 'Routine',
  Y: 'Emergency',
};

function precedenceOf(letters: string): readonly string[] {
  return letters
    .trim()
    .split(/\s+/)
    .flatMap((letter) => PRECEDENCE[letter.slice(0, 1)] ?? []);
}

/** The precedences that the date-time groups in some words say, wherever they stand. */
export function precedencesIn(words: string): readonly string[] {
  return [...words.matchAll(ANYWHERE)].flatMap(([, letters = '']) => precedenceOf(letters.replace(/0/g, 'O')));
}

/** The years of two digits: messages have such groups since the war. */
const FIRST_YEAR = 1940;

/** Reads the date-time group that begins a cable's transmission block; one without precedence must be all that the line holds. */
export function dateTimeGroup(line: string): DateTimeGroup | undefined {
  const match = DATE_TIME_GROUP.exec(line);
  if (match === null) return misread(line);
  const [whole, letters = '', day = '', hour = '', minute = '', name = '', digits = ''] = match;
  if (letters === '' && whole.length < line.trimEnd().length) return undefined;
  const when = instant(day, hour, minute, name, digits);
  return when === undefined
    ? undefined
    : { precedence: precedenceOf(letters.toUpperCase()), when, start: letters.length, end: whole.length };
}

/** The group that a line must mean in which some signs were misread. */
function misread(line: string): DateTimeGroup | undefined {
  const match = MISREAD.exec(line);
  if (match === null) return undefined;
  const [whole, letters = '', day = '', hour = '', minute = '', name = '', digits = ''] = match;
  const month = name.replace(/0/g, 'O');
  const when = instant(figures(day), figures(hour), figures(minute), month, figures(digits));
  if (when === undefined) return undefined;
  const precedence = precedenceOf(letters.replace(/0/g, 'O'));
  return { precedence, when, start: letters.length, end: whole.length, isCorrected: true };
}

function instant(day: string, hour: string, minute: string, name: string, digits: string): string | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toUpperCase()) + 1;
  const short = Number(digits);
  const year = digits.length === 4 ? short : short + (short + 1900 >= FIRST_YEAR ? 1900 : 2000);
  if (month === 0 || Number(day) < 1 || Number(day) > (DAYS[month - 1] ?? 31)) return undefined;
  if (Number(hour) > 24 || Number(minute) > 59) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${day}T${hour}:${minute}:00Z`;
}
