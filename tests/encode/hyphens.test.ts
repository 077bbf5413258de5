import { describe, expect, it } from 'vitest';
import { Hyphens } from '../../src/encode/page/hyphens.js';

const none = new Hyphens([]);

describe('a hyphen at the end of a line', () => {
  it.each([
    ['Secre', 'tary'],
    ['re', 'ferred'],
    ['pre', 'sent'],
    ['con', 'tract'],
    ['co', 'operation'],
    ['short', 'age'],
    ['some', 'thing'],
    ['over', 'flight'],
    ['mis', 'leading'],
    ['bish', 'ops'],
  ])('parts one word: %s-%s', (head, tail) => {
    expect(none.decide(head, tail)).toEqual({ keeps: false, isDoubtful: false });
  });

  it.each([
    ['long', 'term'],
    ['well', 'known'],
    ['Anglo', 'American'],
    ['self', 'determination'],
    ['four', 'mile'],
    ['twenty', 'five'],
  ])('is the word’s own: %s-%s', (head, tail) => {
    expect(none.decide(head, tail)).toEqual({ keeps: true, isDoubtful: false });
  });

  it.each([
    ['food', 'processing'],
    ['re', 'sign'],
    ['non', 'proliferation'],
  ])('is kept where it may be the word’s own, and doubted where the compound is none known: %s-%s', (head, tail) => {
    expect(none.decide(head, tail).keeps).toBe(true);
  });

  it('is told by the words of the text itself', () => {
    const text = new Hyphens([{ text: 'the grain-fed cattle' }, { text: 'of the Quuxlander' }]);
    expect(text.decide('grain', 'fed')).toEqual({ keeps: true, isDoubtful: false });
    expect(text.decide('Quux', 'lander')).toEqual({ keeps: false, isDoubtful: false });
  });

  it.each([
    ['Port', 'au', true],
    ['the', 'counter', true],
    ['Secre', 'tary', false],
  ])('in a word with another: %s-%s', (head, tail, keeps) => {
    expect(none.decideInCompound(head, tail).keeps).toBe(keeps);
  });

  it('stays where the text has another word of the same two parts', () => {
    const text = new Hyphens([{ text: 'They stood before the sub-prefecture.' }]);
    expect(text.decide('sub', 'prefect')).toEqual({ keeps: true, isDoubtful: false });
    expect(text.decide('sub', 'marine').keeps).toBe(false);
  });
});
