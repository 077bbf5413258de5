/** A time of day as `hh:mm`; `to` for a range of hours. */
export interface TimeReading {
  readonly from: string;
  readonly to?: string;
  /** `Z` or an offset (`-05:00`); absent for a local time. */
  readonly zone?: string;
  /** Where the time ends in the text. */
  readonly end: number;
}

const HALF = '([ap])\\s?\\.?\\s?m\\b\\.?';
/** `9.5 p.m.` is five past nine, as British print has it. */
const CLOCK = `(?:(\\d{1,2})(?:[:.](\\d\\d?))?\\s*)`;
/** What may stand between a date and its time: `, `, `—`, ` at `, `[`, `, about `. */
const LEAD = '\\s*[,.;:]?\\s*[—–-]?\\s*(?:at\\s+|about\\s+|circa\\s+|from\\s+|between\\s+)?\\[?\\s*';
/** A doubt or the end of a bracket: `noon?]`. */
const TAIL = '(?:\\s*\\??\\s*\\])?';
const WORD = '(?:12(?::00|\\.00)?\\s*)?(noon|midnight)';

const ZULU = new RegExp(`${LEAD}([01]\\d|2[0-3])([0-5]\\d)\\s?(?:Z|GMT|UTC)\\b`, 'iy');
const HUNDRED = new RegExp(`${LEAD}([01]\\d|2[0-3]):?([0-5]\\d)\\s*(?:hours|hrs\\.?|h\\.)(?![a-z])`, 'iy');
const RANGE = new RegExp(
  `${LEAD}(?:${WORD}|${CLOCK}(?:${HALF})?)\\s*(?:[-–—]|to|and|until)\\s*(?:${WORD}|${CLOCK}${HALF})${TAIL}`,
  'iy',
);
/** `10 a. m. [p. m.]`: the correction of the half of the day; one in doubt (`[p. m.?]`) is passed over. */
const SINGLE = new RegExp(
  `${LEAD}${CLOCK}${HALF}(?:\\s*\\[\\s*(?:([ap])\\.?\\s?m\\.?|[ap]\\.?\\s?m\\.?\\s?\\?)\\s*\\])?${TAIL}`,
  'iy',
);
const NAMED = new RegExp(
  `${LEAD}${WORD}(?:\\s*\\[\\s*(?:(noon|midnight)|(?:noon|midnight)\\s?\\?)\\s*\\])?${TAIL}`,
  'iy',
);

/** `, 14.30` at the end of a line: the hour of the day without a word. */
const BARE = new RegExp(`${LEAD}([01]\\d|2[0-3])[.:]([0-5]\\d)(?=[\\s\\])]*$)`, 'y');

/** The zones that American documents name, as offsets; `GMT` and `UTC` are `Z`. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  GMT: 'Z',
  UTC: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};
const ZONE = /,?\s*\(?\b(Z|GMT|UTC|[ECMP][SD]T|[ECMP]\.[SD]\.T\.)(?![\w])\)?/y;

function clock(hour: string | undefined, minute: string | undefined, half: string | undefined): string | undefined {
  let h = Number(hour);
  const m = minute ?? '00';
  if (!(h >= 0 && h <= 23) || Number(m) > 59) return undefined;
  if (half !== undefined) {
    if (h === 0 || h > 12) return undefined;
    h = (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return `${h < 10 ? '0' : ''}${h}:${m.padStart(2, '0')}`;
}

function named(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  return word.toLowerCase() === 'noon' ? '12:00' : '00:00';
}

/** The half of the day of a range's start that prints none: that of its end, unless that would put the start after the end. */
function startOf(hour: string | undefined, minute: string | undefined, half: string, end: string): string | undefined {
  const same = clock(hour, minute, half);
  return same !== undefined && same > end ? clock(hour, minute, 'a') : same;
}

function hours(m: RegExpExecArray): { from: string; to: string } | undefined {
  const to = named(m[5]) ?? clock(m[6], m[7], m[8]);
  if (to === undefined) return undefined;
  const from = named(m[1]) ?? (m[4] === undefined ? startOf(m[2], m[3], m[8] ?? 'a', to) : clock(m[2], m[3], m[4]));
  return from === undefined ? undefined : { from, to };
}

function withZone(text: string, end: number, time: { from: string; to?: string }): TimeReading {
  ZONE.lastIndex = end;
  const m = ZONE.exec(text);
  const zone = m === null ? undefined : ZONES[(m[1] ?? '').replace(/\./g, '')];
  return zone === undefined ? { ...time, end } : { ...time, zone, end: ZONE.lastIndex };
}

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/**
 * Reads the time of day that follows a date at `start`: `, 0137Z`, `—3 p. m.`, `, 2:35–3:20 p.m.`, `—12 noon`, `, 1430 hours`.
 * Undefined where there is none.
 */
export function readTime(text: string, start: number): TimeReading | undefined {
  let m = match(ZULU, text, start);
  if (m !== null) return { from: `${m[1]}:${m[2]}`, zone: 'Z', end: ZULU.lastIndex };
  m = match(HUNDRED, text, start);
  if (m !== null) return withZone(text, HUNDRED.lastIndex, { from: `${m[1]}:${m[2]}` });
  m = match(RANGE, text, start);
  const span = m === null ? undefined : hours(m);
  // A range over midnight would need the next day: the end is then left unread.
  if (span !== undefined && span.from < span.to) return withZone(text, RANGE.lastIndex, span);
  m = match(SINGLE, text, start);
  const single = m === null ? undefined : clock(m[1], m[2], m[4] ?? m[3]);
  if (single !== undefined) return withZone(text, SINGLE.lastIndex, { from: single });
  m = match(BARE, text, start);
  if (m !== null) return { from: `${m[1]}:${m[2]}`, end: BARE.lastIndex };
  m = match(NAMED, text, start);
  const word = named(m?.[2] ?? m?.[1]);
  return word === undefined ? undefined : withZone(text, NAMED.lastIndex, { from: word });
}
