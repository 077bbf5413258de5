import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/formats/yaml.js';

const problemsOf = (text: string): readonly string[] => readYaml(text).problems.map(({ message }) => message);

describe('aliases', () => {
  it('are what the last anchor of their name before them holds, however often', () => {
    expect(readYaml('- &a x\n- *a\n- &a {k: [y]}\n- *a\n').value).toEqual(['x', 'x', { k: ['y'] }, { k: ['y'] }]);
    expect(readYaml(`- &a x\n${'- *a\n'.repeat(500)}`).value).toEqual(Array(501).fill('x'));
    expect(readYaml('&k key: 1\nother: *k\n').value).toEqual({ key: '1', other: 'key' });
  });

  it('without an anchor, or inside what they name, are a problem', () => {
    expect(problemsOf('- *a\n- &a x\n')).toHaveLength(1);
    expect(problemsOf('&a [*a]')).toEqual(['An alias stands inside the very thing that it names.']);
  });

  it('never make a large file of a small one', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `- &a${at + 1} [${Array(10).fill(`*a${at}`).join(', ')}]\n`);
    expect(problemsOf(`- &a0 x\n${levels.join('')}`)).toEqual(['Aliases repeat more than a manifest can hold.']);
  });
});

describe('keys that stand twice', () => {
  it('are told each at its place, beside the first mistake of syntax', () => {
    const text = 'a: 1\nb: {c: 1, c: 2}\na: 2\n"a": 3\n';
    expect(readYaml(text).problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(['c', 'a', '"a"']);
    expect(problemsOf('a: 1\na: 2\nb: [\n')).toHaveLength(2);
  });

  it('are no others of another map', () => {
    expect(problemsOf('a: {a: {a: x}}\nb: {a: y}\n')).toEqual([]);
  });

  it('are places by their first', () => {
    const tree = readYaml('a: 1\nb: 2\n');
    expect(tree.keySpan(['b'])).toEqual({ start: 5, end: 6 });
    expect(tree.valueSpan(['b', 'c'])).toEqual({ start: 8, end: 9 });
  });
});

it('of two texts in one file is a problem in an editor’s words', () => {
  const [problem] = readYaml('a: b\n---\nc: d\n').problems;
  expect(problem?.message).toMatch(/begins a second text/);
  expect(problem?.span.start).toBe(5);
});

it('names like those of every object are keys as others', () => {
  expect(Object.keys(readYaml('__proto__: x\nconstructor: y\n').value as object)).toEqual(['__proto__', 'constructor']);
});
