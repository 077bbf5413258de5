/**
 * `npm run bench:growth [-- PART…] [--all] [--random N] [--seed S] [--sizes 25,100,400] [--jobs 2] [--json]`: how the time of reading grows with the length of a text. Each kind of
 * repetition (a third of them with each reader, all with `--all`) is read with 25, 100 and 400 KB by each reader; the report fails (exit code 1) where four times the text takes more than five times as long, and where a
 * reading does not come to its end. PART names the readers (`note`, `encode`, `validate`); all where nothing is said. `--random N` reads N units made by chance instead.
 */
import { parseArgs } from 'node:util';
import { Measurer } from './growth/measure.js';
import { readers } from './growth/readers.js';
import { randomUnits, units } from './growth/units.js';

/** How much more time each step of the lengths may take, for each time that the text is longer: 5 for 4. */
const LIMIT = 1.25;
/** Shorter times are noise of the machine, in milliseconds. */
const NOISE = 120;
/** A reading longer than this is ended, in milliseconds. */
const PATIENCE = 30_000;
/** What ends a text: a pattern that looks for a repetition at the end has then to look for it everywhere. */
const END = 'x.\n';

interface Growth {
  readonly reader: string;
  readonly unit: string;
  /** Milliseconds for each size; fewer where a step was too long already. */
  readonly times: readonly number[];
  /** The most that a step takes of what the one before took; 0 where all are within the noise. */
  readonly ratio: number;
  readonly failure?: string;
}

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

async function growthOf(measurer: Measurer, reader: string, unit: string): Promise<Growth> {
  const times: number[] = [];
  const sizes = lengths.map((length) => length * (readers[reader]?.share ?? 1));
  let ratio = 0;
  for (const [step, size] of sizes.entries()) {
    const text = unit.repeat(Math.ceil(size / unit.length)) + END;
    const before = times.at(-1);
    const factor = size / (sizes[step - 1] ?? size);
    const measured = await shortest(measurer, { reader, text }, (time) => isBeyond(time, before, factor));
    if (typeof measured === 'string') return { reader, unit, times, ratio, failure: measured };
    times.push(Math.round(measured));
    if (before !== undefined && measured > NOISE) ratio = Math.max(ratio, measured / Math.max(before, NOISE / factor));
    if (isBeyond(measured, before, factor)) break;
  }
  return { reader, unit, times, ratio };
}

/** Whether a step takes too much more than the one before; a time below the noise counts as what the noise allows. */
function isBeyond(time: number, before: number | undefined, factor: number): boolean {
  return before !== undefined && time > NOISE && time > LIMIT * factor * Math.max(before, NOISE / factor);
}

/** The time of a reading; the shortest of three where the first looks too long. */
async function shortest(
  measurer: Measurer,
  asked: { readonly reader: string; readonly text: string },
  isDoubtful: (time: number) => boolean,
): Promise<number | string> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const told = await measurer.timeOf(asked);
    if ('failure' in told) return told.failure;
    least = Math.min(least, told.time);
    if (!isDoubtful(least)) break;
  }
  return least;
}

const wanted = Object.entries(readers)
  .filter(([name]) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)))
  .flatMap(([reader, { kind }], place) => {
    // The readers share the kinds among them, so that a run ends in minutes.
    const fixed = kind === 'markup' || values.all ? units[kind] : units[kind].filter((_, at) => at % 3 === place % 3);
    const repeated =
      values.random === undefined ? fixed : randomUnits(Number(values.random), Number(values.seed), kind);
    return repeated.map((unit) => ({ reader, unit }));
  });
const growths: Growth[] = [];
const isLong = ({ times, failure }: Growth): boolean =>
  failure !== undefined ||
  times.some((time, step) => isBeyond(time, times[step - 1], (lengths[step] ?? 0) / (lengths[step - 1] ?? 1)));

function tell({ reader, unit, times, ratio, failure }: Growth): void {
  const row = `${reader.padEnd(22)} ${JSON.stringify(unit).slice(0, 44).padEnd(44)} ${times.join(' → ').padStart(22)} ms`;
  console.log(`${row}  ${ratio === 0 ? '' : `× ${ratio.toFixed(1)}`}${failure === undefined ? '' : `  ${failure}`}`);
}

let next = 0;
async function work(): Promise<void> {
  const measurer = new Measurer(PATIENCE);
  for (let task = wanted[next++]; task !== undefined; task = wanted[next++]) {
    const growth = await growthOf(measurer, task.reader, task.unit);
    growths.push(growth);
    if (!values.json && isLong(growth)) tell(growth);
  }
  measurer.end();
}
await Promise.all(Array.from({ length: Number(values.jobs) }, work));

const beyond = growths.filter(isLong).length;
if (values.json) console.log(JSON.stringify(growths, null, 2));
else {
  console.log('\nThe steepest of each reader:');
  for (const reader of new Set(wanted.map((task) => task.reader))) {
    const own = growths.filter((growth) => growth.reader === reader).sort((a, b) => b.ratio - a.ratio);
    for (const growth of own.slice(0, 1)) tell(growth);
  }
  console.log(`\n${growths.length} kinds of repetition measured, ${beyond} beyond ${LIMIT * 4} × for 4 × the text.`);
}
process.exitCode = beyond > 0 ? 1 : 0;
