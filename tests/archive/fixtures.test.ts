import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validateObject } from '../../src/archive/check-object.js';
import { diskStore } from '../../src/archive/disk.js';
import { packageFile } from '../../src/formats/package.js';

const suite = packageFile('../shared/suites/ocfl-fixtures.tgz');
const folder = mkdtempSync(join(tmpdir(), 'chancery-ocfl-'));
afterAll(() => rmSync(folder, { recursive: true }));
if (existsSync(suite)) execFileSync('tar', ['xzf', suite, '-C', folder]);
else console.warn('Skipped: the fixtures of OCFL (../shared/suites is absent).');

const kinds = ['good-objects', 'warn-objects', 'bad-objects'] as const;
const objects = (existsSync(suite) ? ['1.0', '1.1'] : []).flatMap((version) =>
  kinds.flatMap((kind) => readdirSync(join(folder, version, kind)).map((name) => [version, kind, name] as const)),
);

/** The codes of an object of the suite, which has those that it must be given in its name: `E011_E013_invalid_padded_head_version`. */
function codesOf(version: string, kind: string, name: string): readonly string[] {
  return validateObject(diskStore(join(folder, version, kind)), name).diagnostics.map((d) => d.code);
}

describe.skipIf(objects.length === 0)('the fixtures of OCFL', () => {
  it('are all there', () => expect(objects.length).toBe(156));

  it.each(objects)('%s %s %s', (version, kind, name) => {
    const codes = codesOf(version, kind, name);
    const expected = name.match(/[EW]\d{3}/g) ?? [];
    expect(codes).toEqual(expect.arrayContaining(expected));
    if (kind === 'bad-objects') expect(codes.some((code) => code.startsWith('E'))).toBe(true);
    else expect(codes.filter((code) => code.startsWith('E'))).toEqual([]);
  });
});
