import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/formats/html.js';
import { readMarkdown } from '../../src/formats/markdown.js';
import { readYaml } from '../../src/formats/yaml.js';

/** What the parsers would read in the square of its length is refused; what persons write is far from it. */
describe('texts that no person writes', () => {
  const kinds = (text: string) => readMarkdown(text).children.map(({ type }) => type);

  it('are Markdown with thousands of headings underlined, and not with hundreds', () => {
    expect(kinds('a\n=\n'.repeat(3001))).toEqual(['tooManyUnderlines']);
    expect(kinds('> a\n> -\n'.repeat(3001))).toEqual(['tooManyUnderlines']);
    expect(kinds('a\n=\n'.repeat(300))).toEqual(Array(300).fill('heading'));
    expect(kinds('---\n\n'.repeat(4000))[0]).toBe('thematicBreak');
  });

  it('are Markdown with thousands of lines that go on with an item', () => {
    expect(kinds(`- a\n${'b\n'.repeat(5001)}`)).toEqual(['tooManyUnmarked']);
    expect(kinds(`- a\n${'b\n'.repeat(400)}`)).toEqual(['list']);
    expect(kinds('b\n'.repeat(6000))).toEqual(['paragraph']);
  });

  it('are Markdown with thousands of items that follow what stands deeper', () => {
    expect(kinds('1. 1. a\n'.repeat(3002))).toEqual(['tooManyReturns']);
    expect(kinds('- a\n  - b\n'.repeat(3002))).toEqual(['tooManyReturns']);
    expect(kinds('- > a\n'.repeat(3002))).toEqual(['tooManyReturns']);
    expect(kinds('- a\n  - b\n'.repeat(300))).toEqual(['list']);
    expect(kinds('- a\n'.repeat(4000))).toEqual(['list']);
    expect(kinds('> - a\n'.repeat(4000))).toEqual(['blockquote']);
  });

  it('are Markdown with lists that stand more than fifty deep by their indentation', () => {
    const stairs = (deep: number): string => Array.from({ length: deep }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');
    expect(kinds(stairs(3000))).toEqual(['tooDeep']);
    expect(kinds(`${stairs(40)}\n${stairs(40)}`)).toEqual(['list']);
    expect(kinds(stairs(5).repeat(200))).toEqual(['list']);
    const quoted = Array.from({ length: 80 }, (_, i) => `> ${'   '.repeat(i)}1. a\n`).join('');
    expect(kinds(quoted)).toEqual(['tooDeep']);
  });

  it('are pages with thousands of elements open', () => {
    expect(readHtml('<div>'.repeat(20_000))).toBeUndefined();
    expect(readHtml('<div>'.repeat(300))).toBeDefined();
  });

  it('are YAML whose values stand thousands deep, which is a problem and no crash', () => {
    const { problems } = readYaml('- '.repeat(20_000));
    expect(problems.map(({ message }) => message)).toEqual(['Lists and keys stand too deep in each other to be read.']);
  });
});
