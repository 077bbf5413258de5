import { describe, expect, it } from 'vitest';
import { type Lettering, outlineOf, widthOf } from '../../src/transform/epub/lettering.js';

/** A face of four letters: every letter a line from its origin, so that the outline shows where it stands. */
const face: Lettering = {
  letters: {
    ' ': [200, ''],
    A: [600, 'M0,0L600,700Z'],
    V: [500, 'M0,700Q250,0,500,700Z'],
    f: [300, 'M0,0L300,0'],
    i: [250, 'M0,0L250,0'],
    ffi: [800, 'M0,0L800,0'],
    é: [400, 'M0,0C1,2,3,4,400,500'],
  },
  kerning: { AV: -100, VA: -100, Affi: -50 },
};

/** Where the letters of a line begin, in units of the type size. */
function origins(text: string, tracking = 0): readonly (number | undefined)[] {
  return outlineOf(face, text, tracking)
    .steps.filter(({ command }) => command === 'M')
    .map(({ args }) => args[0]);
}

describe('a line of letters', () => {
  it('is as wide as its letters, with their kerning', () => {
    expect(widthOf(face, 'AV')).toBeCloseTo(1.0);
    expect(origins('AVA')).toEqual([0, 0.5, 0.9]);
  });

  it('has the ligature in place of its letters, kerned as one', () => {
    expect(origins('ffi')).toEqual([0]);
    expect(widthOf(face, 'Affi')).toBeCloseTo(1.35);
    expect(origins('ff')).toEqual([0, 0.3]);
  });

  it('has no ligature where it is tracked, and no tracking behind the last letter', () => {
    expect(origins('ffi', 0.1)).toEqual([0, 0.4, 0.8]);
    expect(widthOf(face, 'ffi', 0.1)).toBeCloseTo(1.05);
    expect(widthOf(face, '', 0.1)).toBe(0);
  });

  it('leaves a space for a letter that the face has not', () => {
    expect(widthOf(face, '中A')).toBeCloseTo(0.8);
    expect(origins('中A')).toEqual([0.2]);
    expect(widthOf(face, '𝒜')).toBeCloseTo(0.2);
  });

  it('takes a letter with its accent for one, however it is written', () => {
    expect(outlineOf(face, 'e\u0301')).toEqual(outlineOf(face, 'é'));
  });

  it('moves every point of an outline to the right, and none up', () => {
    expect(outlineOf(face, 'Aé').steps.slice(3)).toEqual([
      { command: 'M', args: [0.6, 0] },
      { command: 'C', args: [0.601, 0.002, 0.603, 0.004, 1, 0.5] },
    ]);
  });
});
