import { readDate, readDateline } from '../../grammar/dateline.js';
import { isOfficeWord } from '../../grammar/names.js';
import type { DatelineReading, DateReading } from '../../model/header.js';
import type { Party } from '../../tei/header.js';
import { type Annotation, rawOffset, type Strand } from '../page/strand.js';
import { isName } from '../regions/constructs/closer.js';
import type { Facts } from '../regions/context.js';
import { datelineAnnotations } from '../regions/elements.js';
import type { MemorandumLabel } from '../shapes/typescript/memorandum-label.js';

/** Where and when a memorandum was made, as its labels say it one by one: `DATE:`, `TIME:`, `PLACE:`. */
export interface LabelledDateline {
  readonly place?: string;
  readonly date?: string;
  readonly time?: string;
  /** The offset in the raw text of the first of them. */
  readonly at: number;
}

const IS_DATE = /^DATE/i;
const IS_TIME = /^TIME$/i;
const IS_PLACE = /^(?:PLACE|LOCATION)$/i;

/** What the value of a label says of place and date. */
function readValue(name: string, text: string): DatelineReading {
  if (IS_PLACE.test(name)) return { place: { start: 0, end: text.replace(/[.\s]+$/, '').length } };
  if (!IS_DATE.test(name) && !/^TIME AND PLACE$/i.test(name)) return {};
  const dateline = readDateline(text);
  if (dateline !== undefined) return dateline;
  const date = readDate(text);
  return date === undefined ? {} : { date };
}

/** Place and date in the value of a label as TEI elements. */
export function labelAnnotations({ name }: MemorandumLabel, value: Strand): readonly Annotation[] {
  return datelineAnnotations(readValue(name, value.text));
}

/** What the values of a label say of the document. */
export function labelFacts(label: MemorandumLabel, values: readonly Strand[], facts: Facts): Facts {
  const genre = facts.heading?.genre ?? facts.genre ?? 'memorandum';
  const first = values[0];
  if (first === undefined || first.text.trim() === '') return { genre };
  if (label.type === 'from') return { genre, from: partiesOf(values) };
  if (label.type === 'to' && /MEMORANDUM|^TO$|^FOR$/i.test(label.name)) {
    return { genre, to: [...(facts.to ?? []), ...partiesOf(values)] };
  }
  return { genre, ...datelineFacts(label.name, first, facts, values[1]) };
}

/** An office that stands for whoever holds it, or a post. */
const OFFICE =
  /\b(?:Department of|(?:Am)?embassy|(?:Am)?consul(?:ate)?|legation|USUN|USMISSION|USNATO|(?:Sec)?state|secdef|council|agency|bureau|office of|staff)\b/i;

/** The first value, and those under it that are names of persons too and not the office of the first. */
function partiesOf(values: readonly Strand[]): readonly Party[] {
  // In brackets stands what a hand has added: `[initialed]`.
  const names = values.map((value) =>
    value.text
      .replace(/\s*\[[^\]]*\]$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return names
    .filter(
      (name, index) =>
        name !== '' &&
        (index === 0 || (isName(name) && !name.split(' ').some((word) => isOfficeWord(capitalised(word))))),
    )
    .map((name) => ({ element: OFFICE.test(name) ? 'orgName' : 'persName', name }));
}

/** A text in capitals as print has it. */
export function capitalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<!\p{L})(?!(?:of|the|and|by|to|from|for|in|on|at|with)\b)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function datelineFacts(name: string, value: Strand, facts: Facts, second?: Strand): Facts {
  const reading = readValue(name, value.text);
  const words = (span: DateReading['span'] | undefined): string | undefined =>
    span === undefined ? undefined : value.text.slice(span.start, span.end);
  const found = {
    place: words(reading.place),
    date: words(reading.date?.span),
    // A date can have its time on the next line.
    time: IS_TIME.test(name) ? value.text.trim() : IS_DATE.test(name) ? second?.text.trim() : undefined,
  };
  if (found.place === undefined && found.date === undefined && found.time === undefined) return {};
  const before = facts.labelled ?? { at: rawOffset(value, 0) };
  const labelled: LabelledDateline = {
    ...before,
    ...Object.fromEntries(Object.entries(found).filter(([key, words]) => words !== undefined && !(key in before))),
  };
  // A line of its own says more than labels: it stays.
  if (facts.dateline !== undefined && facts.labelled === undefined) return {};
  return { labelled, ...composed(labelled) };
}

/** The labels' place, date and time as one dateline; none before the date is known. */
function composed({ place, date, time, at }: LabelledDateline): Facts {
  if (date === undefined) return {};
  const start = place === undefined ? 0 : place.length + 2;
  const timed = time === undefined ? undefined : readDate(`${date}, ${time}`);
  const isTimed = timed?.when?.includes('T') === true || timed?.from?.includes('T') === true;
  const words = isTimed ? `${date}, ${time}` : date;
  const reading = isTimed ? timed : readDate(date);
  if (reading === undefined) return {};
  return {
    dateline: {
      text: place === undefined ? words : `${place}, ${words}`,
      at,
      ...(place === undefined ? {} : { place: { start: 0, end: place.length } }),
      date: { ...reading, span: { start, end: start + words.length } },
    },
  };
}
