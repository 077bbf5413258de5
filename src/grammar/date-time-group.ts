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

const ANYWHERE = /(?<![A-Z])((?:[ZOPRYW]{1,2}\s+){1,3})\d{6}Z\s+[A-Z]{3}/g;

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
  return [...words.matchAll(ANYWHERE)].flatMap(([, letters = '']) => precedenceOf(letters));
}

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
  return {
    precedence: precedenceOf(letters),
    when: `${year}-${String(month).padStart(2, '0')}-${day}T${hour}:${minute}:00Z`,
    start: letters.length,
    end: whole.length,
  };
}
