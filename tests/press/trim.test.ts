import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimNames, trimOf } from '../../src/press/trim.js';
import { depthOf, measureOf, trims } from '../../src/press/typography.js';

const millimetres = (points: number | undefined): number => Math.round(((points ?? 0) * 25.4) / 72);

describe('the size of a page', () => {
  it.each([
    ['A5', 148, 210],
    ['b5', 176, 250],
    ['Royal', 156, 234],
    ['crown quarto', 189, 246],
    ['Crown-Quarto', 189, 246],
    ['A4', 210, 297],
    ['170x240mm', 170, 240],
    ['170 × 240 mm', 170, 240],
    ['17x24cm', 170, 240],
    ['170mm x 240mm', 170, 240],
    ['5.5x8.5in', 140, 216],
    ['5,5 x 8,5', 140, 216],
    ['6x9', 152, 229],
    ['400x600pt', 141, 212],
  ])('%s', (size, width, height) => {
    const form = trimOf(size);
    expect([millimetres(form?.width), millimetres(form?.height)]).toEqual([width, height]);
  });

  it.each([
    '',
    'A44',
    '0x0mm',
    '10x10mm',
    '9999x9999mm',
    '170x',
    'x240mm',
    '-170x240mm',
    '170x240km',
    '6x9x1',
    'constructor',
    '-6x9',
    '6x-9',
  ])('is not %j', (size) => expect(trimOf(size)).toBeUndefined());

  it('leaves the forms that were drawn by hand as they are', () => {
    for (const [name, form] of Object.entries(trims)) expect(trimOf(name)).toBe(form);
    for (const name of trimNames) expect(trimOf(name)).toBeDefined();
  });

  it('has room for the text and margins on all sides, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 320 }), fc.integer({ min: 140, max: 450 }), (width, height) => {
        const form = trimOf(`${width}x${height}mm`);
        if (form === undefined) throw new Error('no form');
        expect(form.inner).toBeGreaterThan(20);
        expect(form.outer).toBeGreaterThan(form.inner);
        expect(measureOf(form)).toBeGreaterThan(170);
        expect(measureOf(form)).toBeLessThanOrEqual(360.001);
        expect(form.height - form.top - depthOf(form)).toBeGreaterThan(20);
        expect(form.lines).toBeGreaterThan(20);
      }),
    );
  });
});
