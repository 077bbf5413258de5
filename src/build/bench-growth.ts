/**
 * `npm run bench:growth [-- READER…] [--all] [--random N] [--seed S] [--sizes 25,100,400] [--jobs 2] [--json]`: how the time of reading grows with the length of a text.
 *
 * Kinds of repetition are read with 25, 100 and 400 KB by each reader; the run fails (exit code 1) where four times the text takes more than five times as long, and where a
 * reading does not come to its end. READER is how names of readers begin (`note`, `encode`, `validate`); without one, the important readers read 72 kinds each; `--all` reads
 * every kind with every reader (hours), `--random N` reads N kinds made by chance. What is beyond the limit is told as it is found; the whole report stands in
 * `dist/growth/report.txt`, and with `--json` in `report.json` beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Growth, growthOf, isBeyond, reportOf, rowOf } from './growth/growth.js';
import { kinds, randomKinds, tellingKinds } from './growth/kinds.js';
import { Measurer } from './growth/measure.js';
import { readers } from './growth/readers.js';

/** A reading longer than this is ended, in milliseconds of the clock. */
const PATIENCE = 60_000;
/** How often the progress is told, in milliseconds. */
const PROGRESS = 15_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    random: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sizes: { type: 'string', default: '25,100,400' },
    jobs: { type: 'string', default: '2' },
  },
});
const lengths = values.sizes.split(',').map((size) => Number(size) * 1000);

const tasks = Object.entries(readers)
  .filter(([name, { isMinor }]) =>
    positionals.length > 0 ? positionals.some((part) => name.startsWith(part)) : values.all || !isMinor,
  )
  .flatMap(([reader, { kind, share = 1 }], place) => {
    const fixed = values.all ? kinds[kind] : tellingKinds(kind, place);
    const read = values.random === undefined ? fixed : randomKinds(Number(values.random), Number(values.seed), kind);
    return read.map((each) => ({ reader, kind: each, lengths: lengths.map((length) => length * share) }));
  });

const growths: Growth[] = [];
const measurers = Array.from({ length: Number(values.jobs) }, () => new Measurer(PATIENCE));
// Nothing goes on reading when this process is gone.
process.on('exit', () => {
  for (const measurer of measurers) measurer.end();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));

const progress = setInterval(() => {
  console.error(`${growths.length} of ${tasks.length} read, ${growths.filter(isBeyond).length} beyond the limit`);
}, PROGRESS);
let next = 0;
await Promise.all(
  measurers.map(async (measurer) => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
      const growth = await growthOf(measurer, task.reader, task.kind, task.lengths);
      growths.push(growth);
      if (isBeyond(growth)) console.log(rowOf(growth));
    }
    measurer.end();
  }),
);
clearInterval(progress);

const report = reportOf(growths);
mkdirSync('dist/growth', { recursive: true });
writeFileSync('dist/growth/report.txt', report);
if (values.json) writeFileSync('dist/growth/report.json', `${JSON.stringify(growths, null, 2)}\n`);
console.log(`\n${report}`);
process.exitCode = growths.some(isBeyond) ? 1 : 0;
