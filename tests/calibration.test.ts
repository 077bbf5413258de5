import { describe, expect, it } from 'vitest';
import { measured } from '../src/build/calibration-measure.js';

const raw = new Map([['a.txt', 'MEMORANDUM\nTO: The Secretary\nFROM: Jane Roe\n\nThe harbor is open.\n']]);
const doubt = (code: string, line: number, file = 'a.txt') => ({ code, line, file });

describe('how doubts and wrong facts meet', () => {
  it('counts a doubt on the fact, wherever its line is', () => {
    const wrong = [{ file: 'a.txt', row: 'date', words: ['1961-08-30'] }];
    expect(measured(wrong, [doubt('EN004', 1)], raw)).toMatchObject({ wrong: 1, doubted: 1, doubts: 1, right: 1 });
  });

  it('counts a doubt on a line on which the words of the fact stand, apart from spaces and signs', () => {
    const wrong = [{ file: 'a.txt', row: 'from', words: ['JANE  ROE'] }];
    expect(measured(wrong, [doubt('EN040', 3), doubt('EN040', 5)], raw)).toMatchObject({
      doubted: 1,
      doubts: 2,
      right: 1,
    });
  });

  it('counts no doubt of another text, another fact or another line', () => {
    const wrong = [{ file: 'a.txt', row: 'from', words: ['Jane Roe'] }];
    const doubts = [doubt('EN013', 1), doubt('EN040', 2), doubt('EN040', 3, 'b.txt')];
    const found = measured(wrong, doubts, raw);
    expect(found).toMatchObject({ wrong: 1, doubted: 0, right: 0, silent: wrong, idle: doubts });
  });
});
