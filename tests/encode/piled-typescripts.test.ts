import { describe, expect, it } from 'vitest';
import { Chance } from '../../src/build/sheets/chance.js';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { type Pile, piled } from './piled-texts.js';

/** Findings that say that another document may begin, or seems to. */
const OF_BEGINNINGS = /^EN(?:043|056|160|163|168)$/;

interface Told {
  readonly cuts: number;
  readonly made: number;
  /** Places at which a document begins, was not parted from the one above, and nothing is told. */
  readonly silent: number;
  readonly documents: number;
}

/** How many of the places at which documents begin are found. */
function told({ raw, parts }: Pile): Told {
  const { value = [], diagnostics } = encode(new SourceFile('t.txt', raw));
  const texts = value.map(({ tei }) => tei.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '));
  const places = parts.map(({ sentence }) => texts.findIndex((text) => text.includes(sentence)));
  const made = places.filter((place, at) => at > 0 && place !== places[at - 1]).length;
  const isDoubted = diagnostics.some(({ code }) => OF_BEGINNINGS.test(code));
  const missed = parts.length - 1 - made;
  return { cuts: parts.length - 1, made, silent: isDoubted ? 0 : missed, documents: value.length };
}

describe('typescripts that lie upon each other in one file', () => {
  it('are parted, or it is told that another may begin', () => {
    const all = { cuts: 0, made: 0, silent: 0 };
    // A share of few cases says nothing: these are never fewer.
    for (let seed = 1; seed <= Math.max(300, runs(300)); seed++) {
      const pile = piled(new Chance(seed));
      const { cuts, made, silent, documents } = told(pile);
      expect(documents, pile.raw).toBeLessThanOrEqual(pile.parts.length);
      all.cuts += cuts;
      all.made += made;
      all.silent += silent;
    }
    expect(all.made / all.cuts).toBeGreaterThan(0.84);
    expect(all.silent / all.cuts).toBeLessThan(0.08);
  });

  it('are always parted where each has a head of its own on a page of its own', () => {
    const kinds = [
      'letter on a printed sheet',
      'memorandum with labels',
      'conversation',
      'memorandum for the record',
      'minutes',
    ];
    for (let seed = 1; seed <= runs(100); seed++) {
      const pile = piled(new Chance(seed), kinds, true);
      expect(told(pile).made, pile.raw).toBe(pile.parts.length - 1);
    }
  });
});
