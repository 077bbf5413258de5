import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';
import { SourceFile } from '../../src/model/source-file.js';
import { SchemaCheck } from '../../src/validate/relaxng/check.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import type { Schema } from '../../src/validate/relaxng/schema.js';
import { elementsOf, seeded } from '../validate/single-changes.js';
import { structuralChange } from '../validate/structural-changes.js';
import { hasJing, jingLines, linesAsJing } from './jing.js';

const shared = path.resolve('../shared');
const volumes = `${shared}/volumes`;
const canRun = hasJing() && existsSync(volumes);
if (!canRun) console.warn('Skipped: agreement with jing (jing or ../shared/volumes is absent).');

function schemaOf(file: string): Schema {
  const { value, diagnostics } = loadSchema(file);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

function sourceOf(file: string): SourceFile {
  const { value } = decodeXml(readFileSync(file), file);
  if (value === undefined) throw new Error(file);
  return value;
}

function ourLines(source: SourceFile, schema: Schema): ReadonlySet<number> {
  const check = new SchemaCheck(source, schema);
  expect(readXml(source, check)).toEqual([]);
  return new Set(check.diagnostics.flatMap((d) => linesAsJing(d, source)));
}

/** How many lines both name, and how many only one of them. */
interface Agreement {
  both: number;
  onlyOurs: number;
  onlyJing: number;
}

function compare(ours: ReadonlySet<number>, theirs: ReadonlySet<number>, sum: Agreement): void {
  const both = [...ours].filter((line) => theirs.has(line)).length;
  sum.both += both;
  sum.onlyOurs += ours.size - both;
  sum.onlyJing += theirs.size - both;
}

/** At least 98 % of the lines of each are lines of the other. */
function expectAgreement(name: string, sum: Agreement): void {
  console.info(
    `${name}: ${sum.both} erroneous lines of both, ${sum.onlyOurs} of ours alone, ${sum.onlyJing} of jing alone`,
  );
  expect(sum.both).toBeGreaterThanOrEqual(0.98 * (sum.both + sum.onlyOurs));
  expect(sum.both).toBeGreaterThanOrEqual(0.98 * (sum.both + sum.onlyJing));
}

const schemas = {
  'today’s rules': 'tei/chancery.rnc',
  'older volumes': 'tei/chancery-legacy.rnc',
  'today’s rules, in XML syntax': 'tei/chancery.rng',
  'older volumes, in XML syntax': 'tei/chancery-legacy.rng',
  'the FRUS schema of 2016': `${shared}/reference/frus-2016.rng`,
  'the FRUS schema of 2016, compact': `${shared}/reference/frus-2016.rnc`,
  'TEI as a whole': `${shared}/reference/tei_all-4.12.0.rng`,
};

describe.skipIf(!canRun)('the erroneous lines are those of jing', () => {
  const files = canRun ? readdirSync(volumes).map((name) => sourceOf(`${volumes}/${name}`)) : [];
  for (const [name, file] of Object.entries(schemas)) {
    it.skipIf(!existsSync(file))(`in all volumes, by the schema for ${name}`, () => {
      const schema = schemaOf(file);
      const jing = jingLines(path.resolve(file), files);
      const sum: Agreement = { both: 0, onlyOurs: 0, onlyJing: 0 };
      for (const source of files) compare(ourLines(source, schema), jing.get(source.path) ?? new Set(), sum);
      expectAgreement(name, sum);
      if (file.startsWith('tei/chancery-legacy')) expect(sum.both).toBe(0);
    });
  }

  it('none in our customisation, by the schema for TEI as a whole', () => {
    const odd = sourceOf('tei/chancery.odd');
    expect([...jingLines(schemas['TEI as a whole'], [odd]).values()]).toEqual([new Set()]);
    expect(ourLines(odd, schemaOf(schemas['TEI as a whole']))).toEqual(new Set());
  });

  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-jing-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('in 300 files with one change each, in both strengths', () => {
    const chance = seeded(1861);
    const sources: SourceFile[] = [];
    for (const name of ['frus1961-63v06.xml', 'frus1952-54Guat.xml', 'frus1917-72PubDip.xml']) {
      const text = shortened(readFileSync(`${volumes}/${name}`, 'utf8'));
      const elements = elementsOf(text);
      for (let i = 0; i < 100; i++) {
        const file = path.join(folder, `${name}-${i}.xml`);
        const { text: changed } = structuralChange(text, elements, i, chance);
        writeFileSync(file, changed);
        sources.push(new SourceFile(file, changed));
      }
    }
    for (const file of ['tei/chancery.rnc', 'tei/chancery-legacy.rnc']) {
      const schema = schemaOf(file);
      const jing = jingLines(path.resolve(file), sources);
      const sum: Agreement = { both: 0, onlyOurs: 0, onlyJing: 0 };
      for (const source of sources) compare(ourLines(source, schema), jing.get(source.path) ?? new Set(), sum);
      expect(sum.both).toBeGreaterThan(100);
      expectAgreement(`300 changed files, ${file}`, sum);
    }
  }, 900_000);
});

/** A volume without the documents after its first forty, so that hundreds of them can be read. */
function shortened(text: string): string {
  const documents = elementsOf(text).filter((e) => e.tag.attributes['type']?.value === 'document');
  const late = documents.slice(40).filter((e) => !documents.includes(e.parent ?? e));
  return late.reduceRight((kept, e) => kept.slice(0, e.start) + kept.slice(e.end), text);
}
