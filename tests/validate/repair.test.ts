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

  it('without edits there is nothing to do', () => {
    expect(repair('abc', [diagnostic('IN015'), finding()])).toEqual({ text: 'abc', count: 0 });
  });
});
