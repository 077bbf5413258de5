import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleCodes } from '../../src/diagnostics/codes/rules.js';
import { validateCodes } from '../../src/diagnostics/codes/validate.js';
import { table } from '../../src/diagnostics/codes.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SourceFile } from '../../src/model/source-file.js';
import { checkRules } from '../../src/validate/rules/check.js';
import { rules } from '../../src/validate/rules/registry.js';
import { createValidator, type ValidateOptions } from '../../src/validate/validate.js';
import { readIndex } from '../../src/validate/volume-index.js';

/**
 * One folder a fault, `tests/diagnostics/CODE-slug/`: `input.xml` is `valid-volume.xml` with that one fault (or with something that only looks
 * like one; then nothing is expected), `expected.txt` every finding in it, a line each: line:column, severity, code, message. Beside them may be
 * the `index.json` of other volumes, or the `schema.rnc` that is used in the place of our own.
 */
const folder = join(import.meta.dirname, '../diagnostics');
const cases = readdirSync(folder).filter(
  (name) => /^(?:VA|allowance)/.test(name) && existsSync(join(folder, name, 'input.xml')),
);
const ofSchemas = cases.filter((name) => /^VA[01]/.test(name));
const ofRules = cases.filter((name) => !ofSchemas.includes(name));

function sourceOf(path: string): SourceFile {
  return new SourceFile(path, readFileSync(path, 'utf8'));
}

/** The editorial rules and our own Schematron alone. */
function check(name: string, strength: 'current' | 'legacy' = 'current'): readonly Diagnostic[] {
  const index = join(folder, name, 'index.json');
  const volumes = existsSync(index) ? readIndex(readFileSync(index, 'utf8')) : undefined;
  const options = { strength, ...(volumes === undefined ? {} : { volumes }) };
  return checkRules(sourceOf(join(folder, name, 'input.xml')), options);
}

/** All parts of validation, older forms (`VA1nn`) in the strength for older volumes. */
async function validate(name: string): Promise<readonly Diagnostic[]> {
  const schema = join(folder, name, 'schema.rnc');
  const options: ValidateOptions = {
    strength: name.startsWith('VA1') ? 'legacy' : 'current',
    ...(existsSync(schema) ? { schema } : {}),
  };
  const { value, diagnostics } = await createValidator(options);
  return value === undefined ? diagnostics : value.validate(sourceOf(join(folder, name, 'input.xml')));
}

function line({ place, severity, code, message }: Diagnostic): string {
  return `${place?.start?.line}:${place?.start?.column} ${severity} ${code} ${message}`;
}

function expected(name: string): string {
  return readFileSync(join(folder, name, 'expected.txt'), 'utf8').trim();
}

describe('validation', () => {
  it('finds nothing in a valid volume', async () => {
    const { value } = await createValidator({ strength: 'current' });
    expect(value?.validate(sourceOf(join(folder, 'valid-volume.xml'))).map(line)).toEqual([]);
  });

  for (const name of ofSchemas) {
    it(name, async () => {
      expect((await validate(name)).map(line).join('\n')).toBe(expected(name));
    });
  }

  for (const name of ofRules) {
    it(name, () => {
      expect(check(name).map(line).join('\n')).toBe(expected(name));
    });
  }

  it('has a folder for every code', () => {
    const covered = new Set(cases.filter((name) => expected(name) !== '').map((name) => name.slice(0, 5)));
    // What is wrong with a Schematron schema is shown by the Schematron cases.
    const codes = Object.keys({ ...validateCodes, ...ruleCodes }).filter((code) => !/^VA(?:22|06)/.test(code));
    expect(codes.filter((code) => !covered.has(code))).toEqual([]);
  });

  it('has rules that report only the codes that they declare, each code by one rule', () => {
    const declared = rules.flatMap((rule) => rule.codes);
    expect(new Set(declared).size).toBe(declared.length);
  });

  it('takes what older volumes are known to hold for a warning there, and all else for what it is', () => {
    const severities = new Map<string, string>();
    for (const name of ofRules) for (const { code, severity } of check(name, 'legacy')) severities.set(code, severity);
    for (const [code, severity] of severities) {
      const entry = ruleCodes[code as keyof typeof ruleCodes];
      expect(severity, code).toBe('legacy' in entry ? entry.legacy : entry.severity);
    }
    // No volume of the series has two elements with one id, or a document without a heading.
    expect([severities.get('VA301'), severities.get('VA201')]).toEqual(['error', 'error']);
    expect([severities.get('VA340'), severities.get('VA500')]).toEqual(['warning', 'warning']);
    expect(Object.keys(table).length).toBeGreaterThan(severities.size);
  });
});
