import { describe, expect, it } from 'vitest';
import { readDate, readDateline } from '../../src/grammar/dateline.js';

describe('readDate', () => {
  it.each([
    ['November 19, 1964', '1964-11-19'],
    ['December 28, 1967, 0137Z', '1967-12-28T01:37:00Z'],
    ['February 19, 1954,1857Z', '1954-02-19T18:57:00Z'],
    ['January 11, 1943—1 p.m.', '1943-01-11T13:00:00'],
    ['June 10, 1916—10 a. m.', '1916-06-10T10:00:00'],
    ['October 16, 1914—6 p. m', '1914-10-16T18:00:00'],
    ['October 24, 1943, 12:00 noon', '1943-10-24T12:00:00'],
    ['July 28, 1915—12 noon', '1915-07-28T12:00:00'],
    ['July 24, 1943—midnight', '1943-07-24T00:00:00'],
    ['November 24, 1943—midnight [noon?]', '1943-11-24T00:00:00'],
    ['October 8, 1955—[noon?]', '1955-10-08T12:00:00'],
    ['January 4, 1949—10 a. m. [p. m.]', '1949-01-04T22:00:00'],
    ['March 21, 1949—[9:45 a. m.]', '1949-03-21T09:45:00'],
    ['27 April, 1915', '1915-04-27'],
    ['4th September 1944', '1944-09-04'],
    ['27 October 1943', '1943-10-27'],
    ['5 January 1956, 1430 hours', '1956-01-05T14:30:00'],
    ['August 12 [13], 1955—1 p.m.', '1955-08-13T13:00:00'],
    ['March 16 [17?], 1917', '1917-03-16'],
    ['April 1 1963', '1963-04-01'],
    ['May 16,1954, 2135Z', '1954-05-16T21:35:00Z'],
    ['June 1977', '1977-06'],
    ['110900Z JAN 86', '1986-01-11T09:00:00Z'],
    ['312359Z Dec 1979', '1979-12-31T23:59:00Z'],
    ['1986-01-27', '1986-01-27'],
    ['1/27/86', '1986-01-27'],
    ['May 5, 1960, 3 p.m. EST', '1960-05-05T15:00:00-05:00'],
    ['May 5, 1960, 3 p.m. GMT', '1960-05-05T15:00:00Z'],
    ['February 29, 1952', '1952-02-29'],
  ])('%s is %s', (words, when) => {
    expect(readDate(words)?.when).toBe(when);
  });

  it.each([
    ['January 29-30, 1954', '1954-01-29', '1954-01-30'],
    ['November 23/24, 1955—midnight', '1955-11-23', '1955-11-24T00:00:00'],
    ['September 30–October 2, 1955', '1955-09-30', '1955-10-02'],
    ['December 30, 1955–January 2, 1956', '1955-12-30', '1956-01-02'],
    ['7–9 January 1965', '1965-01-07', '1965-01-09'],
    ['September–October 1968', '1968-09', '1968-10'],
    ['March 3 and 4, 1950', '1950-03-03', '1950-03-04'],
    ['May 16, 1977, 3:15–4:15 p.m.', '1977-05-16T15:15:00', '1977-05-16T16:15:00'],
    ['June 23, 1967, 11:30 a.m.-1:30 p.m.', '1967-06-23T11:30:00', '1967-06-23T13:30:00'],
    ['June 23, 1967, 11:30–1:30 p.m.', '1967-06-23T11:30:00', '1967-06-23T13:30:00'],
    ['September 26, 1975, 11:30 a.m.–noon', '1975-09-26T11:30:00', '1975-09-26T12:00:00'],
    ['June 2, 1980, 9–10:05 a.m.', '1980-06-02T09:00:00', '1980-06-02T10:05:00'],
  ])('%s is from %s to %s', (words, from, to) => {
    expect(readDate(words)).toMatchObject({ from, to });
    expect(readDate(words)?.when).toBeUndefined();
  });

  it('says that a document is undated', () => {
    expect(readDate('undated')).toMatchObject({ undated: true });
  });

  it('never invents a year', () => {
    expect(readDate('March 23, 9 p.m.')).toEqual({ span: { start: 0, end: 16 } });
  });

  it.each(['February 30, 1950', '13/13/86', 'Part 3 of 5', 'it may be so', '991200Z JAN 86'])(
    'finds none in %s',
    (words) => {
      const reading = readDate(words);
      expect(reading?.when ?? reading?.from).toBeUndefined();
    },
  );
});

describe('readDateline', () => {
  function parts(line: string): { place: string | undefined; date: string | undefined } | undefined {
    const reading = readDateline(line);
    if (reading === undefined) return undefined;
    const { place, date } = reading;
    return {
      place: place && line.slice(place.start, place.end),
      date: date && line.slice(date.span.start, date.span.end),
    };
  }

  it.each([
    ['Washington, November 19, 1964.', 'Washington', 'November 19, 1964'],
    ['Washington, December 28, 1967, 0137Z.', 'Washington', 'December 28, 1967, 0137Z'],
    ['[Washington,] July 16, 1915.', 'Washington', 'July 16, 1915'],
    ['[Washington, undated.]', 'Washington', 'undated'],
    ['Undated.', undefined, 'Undated'],
    ['[place not declassified], undated.', '[place not declassified]', 'undated'],
    ['Niagara Falls, N. Y., August 20, 1914—3:15 p. m.', 'Niagara Falls, N. Y.', 'August 20, 1914—3:15 p. m.'],
    ['Newport, Rhode Island, March 12, 1971.', 'Newport, Rhode Island', 'March 12, 1971'],
    ['En Route, October 6, 1916. [Received October 9.]', 'En Route', 'October 6, 1916'],
    ['Chungking, January 11, 1943—1 p.m. [Received January 12—7:25 a.m.]', 'Chungking', 'January 11, 1943—1 p.m.'],
    ['Washington, June 3, 1915, evening.', 'Washington', 'June 3, 1915'],
    ['Berlin [, November 1, 1915? ].', 'Berlin', 'November 1, 1915'],
    ['Date: January 14, 1986', undefined, 'January 14, 1986'],
    ['January 27, 1986', undefined, 'January 27, 1986'],
    ['Monday, June 3, 1968', undefined, 'June 3, 1968'],
    ['P R 182127Z OCT 74', undefined, '182127Z OCT 74'],
    ['June 3, 1968, London', 'London', 'June 3, 1968'],
    ['The Hague, October 8, 1949—1 a. m.', 'The Hague', 'October 8, 1949—1 a. m.'],
  ])('%s', (line, place, date) => {
    expect(parts(line)).toEqual({ place, date });
  });

  it('reads when the document was received', () => {
    const line = 'Berlin, December 20, 1915. [Received January 4, 1916.]';
    const received = readDateline(line)?.received;
    expect(received).toMatchObject({ when: '1916-01-04' });
    expect(line.slice(received?.span.start, received?.span.end)).toBe('[Received January 4, 1916.]');
  });

  it.each([
    'On November 19, 1964, the President wrote to the Chairman.',
    'The letter of November 19, 1964, was not answered.',
    '352. Your 573 [574], March 23, 9 p.m.',
    'Washington',
    'See Foreign Relations, 1964, vol. 2.',
    'May 5.',
    'Your telegram 12, May 5, 1960.',
    'Graduated—June 1936',
    'Cabinet Meeting, October 7, 1970',
    'A. Reception at the Embassy, June 21',
    'Decisions Taken at the Meeting of 9 June 1954',
    '',
  ])('is none: %s', (line) => {
    expect(readDateline(line)).toBeUndefined();
  });
});

describe('a line with the time first', () => {
  it.each([
    ['10:45 p.m. April 18, 1973', '1973-04-18T22:45:00'],
    ['6 pm, Tuesday, June 5, 1979', '1979-06-05T18:00:00'],
    ['1545 hours, 5 June 1979', '1979-06-05T15:45:00'],
  ])('%s', (line, when) => {
    expect(readDateline(line)?.date).toEqual({ when, span: { start: 0, end: line.length } });
  });

  it.each(['10:45 p.m. we left', 'NUMBER 11-9-62', '9 p.m. Moscow time'])('%s is no dateline', (line) => {
    expect(readDateline(line)).toBeUndefined();
  });
});

describe('a date that can mean several days', () => {
  it.each([
    ['4/5/1986', '1986-04-05', ['1986-05-04']],
    ['4/15/1986', '1986-04-15', undefined],
    ['15.4.1986', '1986-04-15', undefined],
    ['8 Jan 75', '1975-01-08', undefined],
    ['8 Jan 14', '2014-01-08', ['1914-01-08']],
    ['4/4/14', '2014-04-04', ['1914-04-04']],
  ])('%s', (line, when, alternatives) => {
    expect(readDateline(line)?.date).toMatchObject({ when });
    expect(readDateline(line)?.date?.alternatives).toEqual(alternatives);
  });

  it('says so where the text itself doubts it', () => {
    expect(readDateline('Washington, March 14 [15?], 1962.')?.date).toMatchObject({
      when: '1962-03-14',
      isDoubted: true,
    });
    expect(readDateline('Washington, March 14, 1962.')?.date?.isDoubted).toBeUndefined();
  });
});

describe('a dateline with an hour or a place behind the day', () => {
  it.each([
    ['December 1, 1964; 12:15 P.M. - Cabinet Room', '1964-12-01T12:15:00', 'Cabinet Room'],
    ['11/2/73 - 9:40 p.m. (from home)', '1973-11-02T21:40:00', undefined],
    ['October 19, 1970 (6:20 p.m.)', '1970-10-19T18:20:00', undefined],
    ['May 3, 1961 - 1430 hours', '1961-05-03T14:30:00', undefined],
    ['12 noon, May 3, 1961', '1961-05-03T12:00:00', undefined],
    ['Paris, May 3, 1961, at three o’clock', '1961-05-03', 'Paris'],
    ['Monday, July 9, 1951, at half past five in the afternoon', '1951-07-09', undefined],
    ['Rabat, Sat., 4 August 1965', '1965-08-04', 'Rabat'],
    ['Wed. 4 Aug. 1965', '1965-08-04', undefined],
    ['Sun Valley, May 3, 1961', '1961-05-03', 'Sun Valley'],
  ])('%s', (line, when, place) => {
    const reading = readDateline(line);
    expect(reading?.date?.when).toBe(when);
    expect(reading?.place && line.slice(reading.place.start, reading.place.end)).toBe(place);
  });
});
