import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readXml } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';
import { SchemaCheck } from '../../../src/validate/relaxng/check.js';
import { loadSchema } from '../../../src/validate/relaxng/load.js';
import type { Schema } from '../../../src/validate/relaxng/schema.js';
import { runs } from '../../runs.js';
import { asRnc, asRng, documents, schemas } from './random-schemas.js';

const folder = mkdtempSync(path.join(tmpdir(), 'chancery-random-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(name: string, text: string): ReturnType<typeof loadSchema> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return loadSchema(file);
}

function findings(schema: Schema, document: string): readonly string[] {
  const source = new SourceFile('a.xml', document);
  const check = new SchemaCheck(source, schema);
  expect(readXml(source, check)).toEqual([]);
  return check.diagnostics.map((d) => `${d.place?.start?.offset} ${d.code} ${d.message}`);
}

describe('a schema', () => {
  it('means the same in XML syntax and in compact syntax', () => {
    const seen = { whole: 0, refused: 0, valid: 0, invalid: 0 };
    fc.assert(
      fc.property(schemas, fc.array(documents, { minLength: 4, maxLength: 8 }), (schema, samples) => {
        const inXml = load('a.rng', asRng(schema));
        const compact = load('a.rnc', asRnc(schema));
        expect(compact.diagnostics.map((d) => d.message)).toEqual(inXml.diagnostics.map((d) => d.message));
        if (inXml.value === undefined || compact.value === undefined) {
          seen.refused++;
          return;
        }
        seen.whole++;
        for (const document of samples) {
          const found = findings(inXml.value, document);
          expect(findings(compact.value, document)).toEqual(found);
          seen[found.length === 0 ? 'valid' : 'invalid']++;
        }
      }),
      { numRuns: runs(600) },
    );
    // The generator must make all of them, or it shows nothing.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });
});
