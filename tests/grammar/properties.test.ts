import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readDateline } from '../../src/grammar/dateline.js';
import { readHeading } from '../../src/grammar/heading.js';
import { readSourceNote } from '../../src/grammar/source-note.js';
import type { Span } from '../../src/model/position.js';

/** Words of the field in any order: more likely than letters at random to lead a grammar astray. */
const words = fc
  .array(
    fc.constantFrom(
      ...'Source: Department of State, Central Files, 611.00/5–160. Secret; Niact; Exdis. Drafted by Smith and approved in S/S on May 5, 1960, with (EUR/SOV) the “draft” [13] Jr., cleared not for to From Memorandum Letter President Secretary Ambassador in Between 3 p.m. noon undated Washington, — – ; . ( ) [ ] “ ” ½ /'.split(
        ' ',
      ),
    ),
    { maxLength: 60 },
  )
  .map((list) => list.join(' '));
const text = fc.oneof(words, fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }));

function within(span: Span | undefined, length: number): boolean {
  return span === undefined || (span.start >= 0 && span.start <= span.end && span.end <= length);
}

describe('on any text', () => {
  it('source notes are read without throwing; spans lie in the text, names come from it', () => {
    fc.assert(
      fc.property(text, (note) => {
        const reading = readSourceNote(note);
        const flat = note.replace(/\s/g, ' ');
        for (const { span, persons } of reading.acts) {
          expect(within(span, note.length)).toBe(true);
          for (const { name } of persons) expect(flat).toContain(name);
        }
        for (const { span } of reading.unknown) expect(within(span, note.length)).toBe(true);
        for (const mark of [...reading.handling, ...reading.precedence]) expect(flat).toContain(mark);
      }),
    );
  });

  it('headings are read without throwing, with spans in order', () => {
    fc.assert(
      fc.property(text, (heading) => {
        const { correspondents, dateline } = readHeading(heading);
        for (const { span } of correspondents) expect(within(span, heading.length)).toBe(true);
        expect(within(dateline?.date?.span, heading.length)).toBe(true);
        expect(within(dateline?.place, heading.length)).toBe(true);
      }),
    );
  });

  it('datelines and dates are read without throwing; what they give is a date', () => {
    const iso = /^\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d:00(?:Z|[+-]\d\d:00)?)?)?$/;
    fc.assert(
      fc.property(text, (line) => {
        const reading = readDateline(line);
        expect(within(reading?.place, line.length)).toBe(true);
        for (const date of [reading?.date, readDate(line)]) {
          expect(within(date?.span, line.length)).toBe(true);
          for (const value of [date?.when, date?.from, date?.to]) if (value !== undefined) expect(value).toMatch(iso);
        }
      }),
    );
  });

  it('every day of the calendar is read back', () => {
    const months = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(fc.date({ min: new Date('1861-01-01'), max: new Date('2009-12-31'), noInvalidDate: true }), (day) => {
        const [year, month, date] = [day.getUTCFullYear(), months[day.getUTCMonth()], day.getUTCDate()];
        const iso = day.toISOString().slice(0, 10);
        expect(readDate(`${month} ${date}, ${year}`)?.when).toBe(iso);
        expect(readDate(`${date} ${month} ${year}`)?.when).toBe(iso);
        expect(readDateline(`Washington, ${month} ${date}, ${year}.`)?.date?.when).toBe(iso);
      }),
    );
  });
});
