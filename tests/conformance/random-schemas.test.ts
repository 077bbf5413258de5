import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { SchemaCheck } from '../../src/validate/relaxng/check.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { asRng, documents, schemas } from '../validate/relaxng/random-schemas.js';
import { hasJing } from './jing.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-random-'));
afterAll(() => rmSync(folder, { recursive: true }));
if (!hasJing()) console.warn('Skipped: random schemas compared with jing (jing is absent).');

const SCHEMAS = Number(process.env['RANDOM_SCHEMAS'] ?? 60);

/** Whether jing accepts the schema, and which of the documents it finds invalid. */
function byJing(schema: string, files: readonly string[]): 'refused' | readonly boolean[] {
  const { stdout } = spawnSync('jing', [schema, ...files], { encoding: 'utf8' });
  // What is wrong with a schema is said with its name, or with none.
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.some((line) => !files.some((file) => line.startsWith(`${file}:`)))) return 'refused';
  return files.map((file) => stdout.includes(`${file}:`));
}

function byOurs(schema: string, texts: readonly string[]): 'refused' | readonly boolean[] {
  const { value } = loadSchema(schema);
  if (value === undefined) return 'refused';
  return texts.map((text) => {
    const source = new SourceFile('a.xml', text);
    const check = new SchemaCheck(source, value);
    return [...readXml(source, check), ...check.diagnostics].length > 0;
  });
}

describe.skipIf(!hasJing())('random schemas', () => {
  it('are refused by jing where we refuse them, and find invalid what jing finds invalid', {
    timeout: 1_200_000,
  }, () => {
    const samples = fc.sample(fc.tuple(schemas, fc.array(documents, { minLength: 10, maxLength: 10 })), SCHEMAS);
    const differing = samples.flatMap(([schema, texts]) => {
      const file = join(folder, 'schema.rng');
      writeFileSync(file, asRng(schema));
      const files = texts.map((text, i) => {
        writeFileSync(join(folder, `${i}.xml`), text);
        return join(folder, `${i}.xml`);
      });
      const [theirs, ours] = [byJing(file, files), byOurs(file, texts)];
      return JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [{ schema: asRng(schema), texts, theirs, ours }];
    });
    console.info(`${samples.length} random schemas with 10 documents each: ${differing.length} differ from jing`);
    expect(differing).toEqual([]);
  });
});
