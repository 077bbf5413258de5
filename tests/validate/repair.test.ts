import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic, type TextEdit } from '../../src/diagnostics/diagnostic.js';
import { repair } from '../../src/validate/repair.js';

function finding(...edits: TextEdit[]): Diagnostic {
  return { ...diagnostic('IN015'), edits };
}

describe('repairs', () => {
  it('are made in any order, and nothing else changes', () => {
    const found = [finding({ start: 9, end: 10, replacement: 'y' }), finding({ start: 3, end: 5, replacement: ' ' })];
    expect(repair('one  two x\r\n', found)).toEqual({ text: 'one two y\r\n', count: 2 });
  });

  it('of a finding are made all or none, and two that touch are not both made', () => {
    const first = finding({ start: 0, end: 2, replacement: 'X' });
    const second = finding({ start: 1, end: 3, replacement: 'Y' }, { start: 4, end: 5, replacement: 'Z' });
    expect(repair('abcde', [first, second])).toEqual({ text: 'Xcde', count: 1 });
  });

  it('leave every stretch outside of the edits as it was, whatever they are', () => {
    const edit = fc.record({ start: fc.nat(60), length: fc.nat(6), replacement: fc.string({ maxLength: 4 }) });
    const edits = fc.array(fc.array(edit, { minLength: 1, maxLength: 2 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ minLength: 70, maxLength: 90, unit: 'binary' }), edits, (text, all) => {
        const found = all.map((some) =>
          finding(...some.map((e) => ({ start: e.start, end: e.start + e.length, replacement: e.replacement }))),
        );
        const { text: repaired, count } = repair(text, found);
        // Taken apart again: what was kept stands in its order between the replacements of the repairs that were made.
        const made = found.flatMap(({ edits: own = [] }) => own).sort((a, b) => a.start - b.start);
        const kept = keptStretches(text, repaired, made);
        expect(kept).toBeDefined();
        expect(count).toBeLessThanOrEqual(found.length);
        expect(made.length === 0 ? repaired : text).toBe(text);
      }),
    );
  });

  it('without edits there is nothing to do', () => {
    expect(repair('abc', [diagnostic('IN015'), finding()])).toEqual({ text: 'abc', count: 0 });
  });
});

/** Whether some choice among the edits, in their order, turns the one text into the other: then nothing else was changed. */
function keptStretches(before: string, after: string, edits: readonly TextEdit[]): true | undefined {
  const seen = new Set<string>();
  const goes = (from: number, to: number, next: number): boolean => {
    const key = `${from} ${to} ${next}`;
    if (seen.has(key)) return false;
    seen.add(key);
    if (before.slice(from) === after.slice(to)) return true;
    return edits.slice(next).some(({ start, end, replacement }, i) => {
      if (start < from) return false;
      const written = before.slice(from, start) + replacement;
      return after.startsWith(written, to) && goes(end, to + written.length, next + i + 1);
    });
  };
  return goes(0, 0, 0) ? true : undefined;
}
