import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { seeded } from '../validate/single-changes.js';
import { failuresOf } from './check.js';
import { splicedDocument, stockOf, volumeOf } from './splice.js';

const folder = packageFile('../shared/volumes');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: real volumes spliced into each other; ../shared/volumes is not here.');

/** `CHANCERY_COMBINATIONS=all` makes a night's work of it. */
const COUNT = process.env['CHANCERY_COMBINATIONS'] === 'all' ? 12_000 : 300;

it.skipIf(!present)(
  'documents made of parts of real volumes are in all editions, with all their words',
  () => {
    const chance = seeded(20);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const stock = stockOf(texts, chance);
    const schema = loadSchema(packageFile('tei/chancery-legacy.rng')).value ?? expect.fail();
    for (let i = 0; i < COUNT; i += 20) {
      const documents = Array.from({ length: 20 }, (_, k) => splicedDocument(stock, schema, chance, i + k, 6));
      const failures = failuresOf(volumeOf(documents));
      const failing = failures.length === 0 ? [] : documents.filter((d) => failuresOf(volumeOf([d])).length > 0);
      expect(failures, failing[0]).toEqual([]);
    }
  },
  36_000_000,
);
