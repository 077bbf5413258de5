import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { seedOf } from '../runs.js';
import { seeded } from '../validate/single-changes.js';
import { failuresOf } from './check.js';
import { countOf, Tally } from './night.js';
import { splicedDocument, stockOf, volumeOf } from './splice.js';

const folder = packageFile('../shared/volumes');
const present = existsSync(folder);
if (!present) console.warn('SKIPPED: real volumes spliced into each other; ../shared/volumes is not here.');

const COUNT = countOf(300, 12_000);
const AT_ONCE = 20;

it.skipIf(!present)(
  'documents made of parts of real volumes are in all editions, with all their words',
  () => {
    const seed = seedOf(20);
    const chance = seeded(seed);
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const stock = stockOf(texts, chance);
    const schema = loadSchema(packageFile('tei/chancery-legacy.rng')).value ?? expect.fail();
    const tally = new Tally('parts of real volumes spliced into each other', seed);
    for (let i = 0; i < COUNT; i += AT_ONCE) {
      const documents = Array.from({ length: AT_ONCE }, (_, k) => splicedDocument(stock, schema, chance, i + k, 6));
      const together = failuresOf(volumeOf(documents));
      if (together.length > 0) {
        const alone = documents.map((d) => ({ volume: volumeOf([d]), failures: failuresOf(volumeOf([d])) }));
        const failing = alone.filter(({ failures }) => failures.length > 0);
        for (const { volume, failures } of failing) tally.fail(failures.join('\n'), volume);
        if (failing.length === 0) tally.fail(together.join('\n'), volumeOf(documents));
      }
      tally.count(AT_ONCE, COUNT);
    }
    tally.end(COUNT);
    expect(tally.failures).toEqual([]);
  },
  36_000_000,
);
