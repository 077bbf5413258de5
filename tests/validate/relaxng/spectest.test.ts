import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../../src/formats/package.js';
import { readXml } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';
import { SchemaCheck } from '../../../src/validate/relaxng/check.js';
import { loadSchema } from '../../../src/validate/relaxng/load.js';
import type { Schema } from '../../../src/validate/relaxng/schema.js';
import { readSpecCases, type SpecCase } from './spectest.js';

const suite = packageFile('../shared/suites/relaxng-spectest.xml');
const cases = existsSync(suite) ? readSpecCases(suite) : [];
if (cases.length === 0) console.warn(`Skipped: James Clark's tests for RELAX NG (../shared/suites is absent).`);

/**
 * The section that we name where the suite names another, by the number of the case: most break several. A `start` may not have a name (§3),
 * which the suite's cases of `combine` have; a datatype is looked up in its library before it is used (§4.16).
 */
const otherwise: Readonly<Record<number, string>> = {
  106: '3',
  ...Object.fromEntries([187, 189, 193, 197].map((n) => [n, '3'])),
  207: '4.19',
  ...Object.fromEntries([276, 277, 278, 279].map((n) => [n, '4.16'])),
};

const folder = mkdtempSync(path.join(tmpdir(), 'chancery-spectest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load({ schema, files }: SpecCase, number: number): ReturnType<typeof loadSchema> {
  const at = path.join(folder, String(number));
  for (const [name, text] of [...files, ['schema.rng', schema] as const]) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), text);
  }
  return loadSchema(path.join(at, 'schema.rng'));
}

function isValid(document: string, schema: Schema): boolean {
  const source = new SourceFile('document.xml', document);
  const check = new SchemaCheck(source, schema);
  return [...readXml(source, check), ...check.diagnostics].length === 0;
}

describe.skipIf(cases.length === 0)("James Clark's tests for RELAX NG", () => {
  it('are all there', () => {
    const count = (of: (c: SpecCase) => number): number => cases.reduce((sum, c) => sum + of(c), 0);
    expect(count((c) => (c.isCorrect ? 0 : 1))).toBe(213);
    expect(count((c) => (c.isCorrect ? 1 : 0))).toBe(172);
    expect(count((c) => c.valid.length)).toBe(289);
    expect(count((c) => c.invalid.length)).toBe(291);
  });

  it.each(cases.map((c, i) => [c.name, c, i] as const))('%s', (_name, specCase, i) => {
    const { value, diagnostics } = load(specCase, i);
    if (!specCase.isCorrect) {
      expect(value, specCase.schema).toBeUndefined();
      expect(diagnostics.map((d) => d.place?.start?.line)).toEqual([expect.any(Number)]);
      const section = /§([\d.]+)\)/.exec(diagnostics[0]?.message ?? '')?.[1];
      expect([...specCase.sections, otherwise[i + 1]]).toContain(section);
      return;
    }
    expect(diagnostics, specCase.schema).toEqual([]);
    if (value === undefined) return;
    expect(specCase.valid.filter((document) => !isValid(document, value))).toEqual([]);
    expect(specCase.invalid.filter((document) => isValid(document, value))).toEqual([]);
  });
});
