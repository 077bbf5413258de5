import { describe, expect, it } from 'vitest';
import { columnsAt } from '../../src/encode/page/columns.js';

/** The cells of the table that begins at the first line, as words; undefined where there is none. */
function table(...lines: readonly string[]): readonly (readonly string[])[] | undefined {
  const all = lines.map((line) => ({
    text: line.trim(),
    indent: line.length - line.trimStart().length,
    tabs: /^\t*/.exec(line)?.[0].length ?? 0,
  }));
  const run = columnsAt(all, 0, all.length);
  return run?.rows.map((row, index) =>
    row.map((span) => (span === undefined ? '' : (all[index]?.text.slice(span.start, span.end) ?? ''))),
  );
}

describe('columns', () => {
  it('are told by the blanks between them, also where a cell is empty', () => {
    expect(
      table('            1965     1966', 'Wheat         12       34', 'Corn and       5', 'Total         17       34'),
    ).toEqual([
      ['', '1965', '1966'],
      ['Wheat', '12', '34'],
      ['Corn and', '5', ''],
      ['Total', '17', '34'],
    ]);
  });

  it('are told by tabs and by leaders', () => {
    expect(table('Month\tWheat\tCorn', 'March\t\t4')).toEqual([
      ['Month', 'Wheat', 'Corn'],
      ['March', '', '4'],
    ]);
    expect(table('Wheat ........ 12', 'Corn ......... 5', 'Rice ......... 70')).toEqual([
      ['Wheat', '12'],
      ['Corn', '5'],
      ['Rice', '70'],
    ]);
  });

  it('are told by tabs before the first word, where not all lines have them', () => {
    expect(table('a\tb\tc', '1\t2\t3', '\t\tx', '4\t\t6')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['', '', 'x'],
      ['4', '', '6'],
    ]);
    expect(table('\tWheat\t12', '\tCorn\t5')).toEqual([
      ['Wheat', '12'],
      ['Corn', '5'],
    ]);
  });

  it('are told by their number where leaders or the width of the type have moved them', () => {
    for (const [gap, more] of [
      [' ........ ', ' ..... '],
      ['      ', '    '],
    ] as const)
      expect(table(`Wheat${gap}12`, `Rye${more}13`, `Oats${gap}14`)).toEqual([
        ['Wheat', '12'],
        ['Rye', '13'],
        ['Oats', '14'],
      ]);
  });

  it('are not seen in prose, numbered paragraphs, or a label and its value', () => {
    expect(
      table('The   harvest was good   and', 'more  will come   before', 'the end    of the year.'),
    ).toBeUndefined();
    expect(table('1.   The first point.', '2.   The second one.', '3.   The third.')).toBeUndefined();
    expect(table('FROM:     John Sample', 'TO:       The Secretary', 'DATE:     May 4')).toBeUndefined();
    expect(table('John Sample          Mary Muster', 'Ambassador           Counselor')).toBeUndefined();
  });
});
