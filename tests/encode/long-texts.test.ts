import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { RawShape } from '../../src/model/manifest.js';
import { opened } from './opened.js';

const shapes: readonly RawShape[] = ['frus-web', 'typescript', 'cable', 'markdown'];

describe('a text of more lines than the stack takes arguments', () => {
  it.each(shapes)(
    'is encoded whole in the shape %s',
    (shape) => {
      for (const line of ['1. \n', 'words that go on\n']) {
        const text = `MEMORANDUM FOR: THE PRESIDENT\n\n${line.repeat(130_000)}`;
        const { value = [], diagnostics } = encode(opened('t.txt', text, shape), { shape });
        expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
        expect(value.length).toBeGreaterThan(0);
      }
    },
    240_000,
  );
});
