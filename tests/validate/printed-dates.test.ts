import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readDateline } from '../../src/grammar/dateline.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { runs } from '../runs.js';

const { value: validator } = await createValidator({ strength: 'current', only: ['rules'] });

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const ONE_DAY = 86_400_000;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const parts = (time: number): { y: number; m: string; d: number; weekday: string } => {
  const date = new Date(time);
  const weekday = date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  return { y: date.getUTCFullYear(), m: MONTHS[date.getUTCMonth()] ?? '', d: date.getUTCDate(), weekday };
};

const dayBetween = (from: string, to: string): fc.Arbitrary<number> =>
  fc.integer({ min: Date.parse(from) / ONE_DAY, max: Date.parse(to) / ONE_DAY }).map((n) => n * ONE_DAY);
const day = dayBetween('1861-01-01', '1999-12-31');
const julianDay = dayBetween('1901-03-15', '1923-12-31');

/** A date as it is printed, with the attributes that say the same. */
interface Printed {
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
}

const single: fc.Arbitrary<Printed> = fc.tuple(day, fc.nat(5)).map(([time, form]) => {
  const { y, m, d, weekday } = parts(time);
  const words = [
    `${m} ${d}, ${y}`,
    `${d} ${m} ${y}`,
    `${weekday}, ${m} ${d}, ${y}`,
    `the ${d}${d % 10 === 1 && d !== 11 ? 'st' : 'th'} of ${m}, ${y}`,
    `${m.slice(0, 3)}. ${d}, ${y}`.replace('May.', 'May'),
    `${iso(time)}`,
  ];
  return { words: words[form] ?? '', values: { when: iso(time) } };
});

const range: fc.Arbitrary<Printed> = fc
  .tuple(day, fc.integer({ min: 1, max: 60 }), fc.constantFrom('–', '-', ' to '), fc.boolean())
  .map(([time, length, to, isEuropean]) => {
    const [a, b] = [parts(time), parts(time + length * ONE_DAY)];
    const values = { from: iso(time), to: iso(time + length * ONE_DAY) };
    const start = (day: number, month: string): string => (isEuropean ? `${day} ${month}` : `${month} ${day}`);
    if (a.y !== b.y) {
      const [first, last] = isEuropean ? [` ${a.y}`, ` ${b.y}`] : [`, ${a.y}`, `, ${b.y}`];
      return { words: `${start(a.d, a.m)}${first}${to}${start(b.d, b.m)}${last}`, values };
    }
    const end = isEuropean ? ` ${b.y}` : `, ${b.y}`;
    if (a.m !== b.m) return { words: `${start(a.d, a.m)}${to}${start(b.d, b.m)}${end}`, values };
    return { words: isEuropean ? `${a.d}${to}${b.d} ${a.m}${end}` : `${a.m} ${a.d}${to}${b.d}${end}`, values };
  });

const bothCalendars: fc.Arbitrary<Printed> = fc.tuple(julianDay, fc.nat(4)).map(([time, form]) => {
  const [old, now] = [parts(time - 13 * ONE_DAY), parts(time)];
  const values = { when: iso(time) };
  if (form === 4) return { words: `${old.m} ${old.d}, ${old.y} (O.S.)`, values };
  if (old.y !== now.y) return { words: `${old.m} ${old.d}, ${old.y}/${now.m} ${now.d}, ${now.y}`, values };
  if (old.m !== now.m) return { words: `${old.m} ${old.d}/${now.m} ${now.d}, ${now.y}`, values };
  const words = [
    `${now.m} ${old.d}/${now.d}, ${now.y}`,
    `${old.d}/${now.d} ${now.m} ${now.y}`,
    `${now.m} ${now.d}/${old.d}, ${now.y}`,
    `${now.m} ${old.d} (${now.d}), ${now.y}`,
  ];
  return { words: words[form] ?? '', values };
});

const timed: fc.Arbitrary<Printed> = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom('Z', 'p'))
  .map(([time, h, min, form]) => {
    const { y, m, d } = parts(time);
    const two = (n: number): string => String(n).padStart(2, '0');
    const value = `${iso(time)}T${two(h)}:${two(min)}:00`;
    if (form === 'Z') return { words: `${m} ${d}, ${y}, ${two(h)}${two(min)}Z`, values: { when: `${value}Z` } };
    const half = `${((h + 11) % 12) + 1}:${two(min)} ${h < 12 ? 'a.m.' : 'p.m.'}`;
    return { words: `${m} ${d}, ${y}, ${half}`, values: { when: value } };
  });

function findings(printed: Printed): readonly string[] {
  const attributes = Object.entries(printed.values)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="document" n="1" xml:id="d1"><head>1. Editorial Note</head><opener><dateline><placeName>Washington</placeName>, <date${attributes}>${printed.words}</date>.</dateline></opener><p>On ${printed.words} they met.</p></div></body></text></TEI>`;
  const found = validator?.validate(new SourceFile('t.xml', tei)) ?? [];
  return found.filter(({ code }) => /^VA5[01]\d$/.test(code)).map(({ code, message }) => `${code} ${message}`);
}

describe('a printed date', () => {
  it.each([
    ['of one day', single],
    ['of a range', range],
    ['in both calendars', bothCalendars],
    ['with a time', timed],
  ])('%s is read as the day that it was made of, and no rule condemns it', (_name, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (printed) => {
        const { when, from, to } = readDate(printed.words) ?? {};
        const read = Object.fromEntries(Object.entries({ when, from, to }).filter(([, value]) => value !== undefined));
        expect(read).toEqual(printed.values);
        expect(readDateline(`Petrograd, ${printed.words}.`)?.date?.when ?? from).toBe(printed.values['when'] ?? from);
        expect(findings(printed)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['May 28', { when: '--05-28' }],
    ['the 28th', { when: '---28' }],
    ['May', { when: '--05' }],
    ['March 1917', { when: '1917-03' }],
    ['March 14/27, 1917', { from: '1917-03-14', to: '1917-03-27' }],
    ['November 19, 1964, 2 p.m. EST', { when: '1964-11-19T19:00:00Z' }],
    ['November 19–20, 1964', { from: '1964-11-19T23:00:00-05:00', to: '1964-11-20T05:00:00Z' }],
    ['undated', {}],
  ])('%s may have %o', (words, values) => {
    expect(findings({ words, values: values as Record<string, string> })).toEqual([]);
  });

  it.each([
    ['March 14/27, 1917', { when: '1917-03-14' }, 'VA508'],
    ['March 14/27, 1917', { when: '1917-03-28' }, 'VA500'],
    ['May 28, 1917', { when: '--05-29' }, 'VA500'],
    ['May 28', { when: '--02-30' }, 'VA501'],
    ['May 28, 1917', { from: '1917-05-28T23:00:00Z', to: '1917-05-28T22:00:00Z' }, 'VA504'],
  ])('%s may not have %o', (words, values, code) => {
    expect(findings({ words, values: values as Record<string, string> }).join()).toContain(code);
  });
});
