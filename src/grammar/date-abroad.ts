import { MONTHS_ABROAD } from './months.js';

/** A date in another language than English, in its parts. */
export interface DateAbroad {
  readonly year: string;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** The last day of a range. */
  readonly lastDay?: number;
  /** The month that the same word means in another language: `listopada` is November in Polish and October in Croatian. */
  readonly otherMonth?: number;
  /** `HH:MM`. */
  readonly time?: string;
  readonly end: number;
}

/** `3 mars 1919`, `1er mai 1919`, `3. März 1963`, `3 de marzo de 1919`, `3–5 июня 1961 г.` */
const DATE =
  /(\d{1,2})(?:er|ers|[º°ª.]|re|-?го)?(?:\s?[-–—/]\s?(\d{1,2})\.?)?\s+(?:de\s|di\s|d['’]\s?)?(\p{L}{3,14})\.?,?\s+(?:de\s|del\s|do\s|des Jahres\s)?(1[6-9]\d\d|20\d\d)(?![\d\p{L}])(?:\s(?:года|г\.|року|р\.|r\.))?/uy;

/** `, à 15 heures 30`, `, 15.30 Uhr`, `, 15 h 30`, `, a las 15 horas`, `, kl. 15.30` */
const TIME =
  /,?\s+(?:(?:à|um|a las|alle(?: ore)?|ore|às|kl\.|в|om|gegen|vers)\s)?(\d{1,2})\s?(?:[.:h]\s?(\d\d)(?:\s?(?:Uhr|uur|heures?|horas?|h))?|(?:Uhr|uur|heures?|horas?|h|часов|часа)(?:\s(\d\d))?)(?!\p{L}|\d)/uy;

/** What the name of a month means in Croatian, where Polish has it for another. */
const OTHERWISE: ReadonlyMap<string, number> = new Map([['listopada', 10]]);

const two = (n: number): string => String(n).padStart(2, '0');

/** Reads the parts of a date that begins exactly at `start`; undefined where there is none. That the day is one of its month is not looked at. */
export function dateAbroad(words: string, start: number): DateAbroad | undefined {
  DATE.lastIndex = start;
  const m = DATE.exec(words);
  if (m === null) return undefined;
  const name = (m[3] ?? '').toLowerCase().normalize('NFC');
  const month = MONTHS_ABROAD.get(name);
  if (month === undefined) return undefined;
  const otherMonth = OTHERWISE.get(name);
  TIME.lastIndex = DATE.lastIndex;
  const hour = TIME.exec(words);
  const [hours, minutes] = [Number(hour?.[1]), Number(hour?.[2] ?? hour?.[3] ?? 0)];
  const isTime = hour !== null && hours < 24 && minutes < 60;
  return {
    year: m[4] ?? '',
    month,
    day: Number(m[1]),
    ...(m[2] === undefined ? {} : { lastDay: Number(m[2]) }),
    ...(otherMonth === undefined ? {} : { otherMonth }),
    ...(isTime ? { time: `${two(hours)}:${two(minutes)}` } : {}),
    end: isTime ? TIME.lastIndex : DATE.lastIndex,
  };
}
