import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

const golden = new URL('../golden/encode/', import.meta.url).pathname;
const unseen = new URL('unseen/', import.meta.url).pathname;

/** Texts of one shape: those of the golden cases that are read so, and those that nobody tuned the rules to. */
function textsOf(
  shape: 'typescript' | 'cable' | 'frus-web',
  sets: readonly string[],
): readonly (readonly [string, string])[] {
  const cases = readdirSync(golden)
    .filter((name) => readFileSync(join(golden, name, 'expected.xml'), 'utf8').includes(`<document shape="${shape}"`))
    .map((name) => [name, join(golden, name, 'input.txt')] as const);
  const raws = sets.flatMap((set) =>
    readdirSync(join(unseen, set, 'raw')).map((name) => [`${set}/${name}`, join(unseen, set, 'raw', name)] as const),
  );
  return [...cases, ...raws].flatMap(([name, path]) => {
    try {
      return [[name, readFileSync(path, 'utf8')] as const];
    } catch {
      return [];
    }
  });
}

const shapesOf = (text: string): readonly string[] => [
  ...new Set((encode(new SourceFile('t.txt', text)).value ?? []).map(({ shape }) => shape)),
];

/** What a registry, a clerk or an archive puts at the head of a sheet. */
const ABOVE = [
  '834.3932/2-1859',
  '611.41/3-2254',
  '763.72119/8157½',
  'POL 7 US',
  'DEF 4 NATO',
  'S/S-NSC',
  'DECLASSIFIED',
  'Authority NND 887407',
  'COPY',
  '- 1 -',
  'SECRET',
  'RECEIVED FEB 24 1959',
  '7412345',
];

const typescripts = textsOf('typescript', [
  'typescripts',
  'typescripts-second',
  'typescripts-third',
  'typescripts-fourth',
]);
const cables = textsOf('cable', ['cables', 'cables-second', 'cables-third']);
/** Those that have no number of their own above their heading. */
const printed = textsOf('frus-web', []).filter(([, text]) => !/^\s*\[?\d/.test(text));

describe('the shape of a text', () => {
  it.each(ABOVE)('of a typescript stays whatever is written above it: %s', (above) => {
    expect(lostBelow(above, typescripts, 'typescript')).toEqual([]);
  });

  it.each(ABOVE)('of a cable stays whatever is written above it: %s', (above) => {
    expect(lostBelow(above, cables, 'cable')).toEqual([]);
  });

  it('of what is printed stays below the number of its file', () => {
    expect(lostBelow('763.72119/8157½', printed, 'frus-web')).toEqual([]);
    expect(lostBelow('PPS files, lot 64 D 563', printed, 'frus-web')).toEqual([]);
  });
});

/** The texts that are of another shape below a line. */
function lostBelow(above: string, texts: readonly (readonly [string, string])[], shape: string): readonly string[] {
  expect(texts.length).toBeGreaterThan(10);
  return texts
    .filter(([, text]) => shapesOf(text).includes(shape) && !shapesOf(`${above}\n\n${text}`).includes(shape))
    .map(([name]) => name);
}
