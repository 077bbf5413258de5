import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleCodes } from '../../src/diagnostics/codes/rules.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SourceFile } from '../../src/model/source-file.js';
import { checkRules } from '../../src/validate/rules/check.js';
import { rules } from '../../src/validate/rules/registry.js';

/**
 * One folder a fault, `tests/diagnostics/CODE-slug/`: `input.xml` is `valid-volume.xml` with that one fault, `expected.txt` every
 * finding in it, a line each: line:column, severity, code, message.
 */
const folder = join(import.meta.dirname, '../diagnostics');
const cases = readdirSync(folder).filter(
  (name) => /^(?:VA[2-5]|allowance)/.test(name) && existsSync(join(folder, name, 'input.xml')),
);

function check(path: string, strength: 'current' | 'legacy' = 'current'): readonly Diagnostic[] {
  return checkRules(new SourceFile(path, readFileSync(path, 'utf8')), { strength });
}

function line({ place, severity, code, message }: Diagnostic): string {
  return `${place?.start?.line}:${place?.start?.column} ${severity} ${code} ${message}`;
}

describe('the editorial rules', () => {
  it('find nothing in a valid volume', () => {
    expect(check(join(folder, 'valid-volume.xml')).map(line)).toEqual([]);
  });

  for (const name of cases) {
    it(name, () => {
      const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8').trim();
      expect(
        check(join(folder, name, 'input.xml'))
          .map(line)
          .join('\n'),
      ).toBe(expected);
    });
  }

  it('have a folder for every code', () => {
    const covered = new Set(cases.map((name) => name.slice(0, 5)));
    // VA220 and VA221 are shown by the Schematron cases, VA344 and VA346 by those of the index of volumes.
    const elsewhere = ['VA220', 'VA221', 'VA344', 'VA346'];
    expect(Object.keys(ruleCodes).filter((code) => !covered.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('report only the codes that they declare, each code by one rule', () => {
    const declared = rules.flatMap((rule) => rule.codes);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('find no errors in older volumes, only warnings', () => {
    for (const name of cases) {
      const found = check(join(folder, name, 'input.xml'), 'legacy');
      expect(found.filter(({ severity }) => severity === 'error').map(line)).toEqual([]);
    }
  });
});
