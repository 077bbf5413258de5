import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/formats/markdown.js';

describe('Markdown', () => {
  it.each(['- ', '* ', '+ ', '1. ', '12) ', '>', '> ', '> - ', ' -\t'])(
    'is not read where a line begins with thousands of “%s”',
    (sign) => {
      const { children } = readMarkdown(`A line.\n\n${sign.repeat(4000)}x.\n`);
      expect(children).toEqual([{ type: 'tooDeep', children: [], offset: 9 }]);
    },
  );

  it('may have long rules, and lists in lists', () => {
    const types = (text: string): readonly string[] => readMarkdown(text).children.map(({ type }) => type);
    expect(types(`${'- '.repeat(200)}\n\n${'* '.repeat(200)}\n`)).toEqual(['thematicBreak', 'thematicBreak']);
    expect(types(`${'- '.repeat(10)}x.\n`)).toEqual(['list']);
    expect(types(`${'-'.repeat(500)}x\n`)).toEqual(['paragraph']);
  });
});
