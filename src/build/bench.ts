/**
 * `npm run bench [-- FILE…] [--runs N] [--json]`: whole processes in one run, ours beside the tools of the field that are installed. The programs of
 * a task take turns, so that a busy machine slows all of them alike; shown are medians. Compare the ratios of one run, not seconds of two.
 */

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageFile } from '../formats/package.js';
import { append, largest } from '../model/list.js';
import { type Command, type Measure, measure, median } from './measure.js';
import { type Contestant, type Task, tasksFor } from './tasks.js';

interface Row {
  readonly task: string;
  readonly program: string;
  readonly measure: Measure;
  /** Times of what the task compares with; undefined for that itself and where it was not run. */
  readonly ratio: number | undefined;
  /** Work done a second, where the task has a unit of work. */
  readonly rate: { readonly value: number; readonly unit: string } | undefined;
  /** What the project asks of itself, and whether that is so. */
  readonly goals: readonly Goal[];
}

interface Goal {
  /** `≤ 3 ×`, `≤ 700 MB`, `≥ 60 pages/s`. */
  readonly goal: string;
  readonly isMet: boolean;
}

interface Report {
  readonly input: string;
  readonly bytes: number;
  readonly runs: number;
  readonly rows: readonly Row[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});
const runs = Math.max(1, Number(values.runs) || 1);
const inputs = positionals.length > 0 ? positionals : [defaultInput()];
const reports: Report[] = [];
for (const input of inputs) {
  const report = await bench(input);
  reports.push(report);
  if (!values.json) console.log(table(report));
}
if (values.json) console.log(JSON.stringify(reports, null, 2));

function defaultInput(): string {
  const volume = packageFile('../shared/volumes/frus1964-68v14.xml');
  return existsSync(volume) ? volume : packageFile('corpus/sampler');
}

async function bench(input: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const rows: Row[] = [];
    for (const task of tasksFor(input, folder)) append(rows, await runTask(task, rows));
    return { input: basename(input), bytes: sizeOf(input), runs, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runTask(task: Task, before: readonly Row[]): Promise<readonly Row[]> {
  const samples = new Map<string, Measure[]>();
  for (let round = 0; round < runs; round++) {
    for (const { program, command, accepts } of task.contestants) {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${round + 1}/${runs} ${task.name}: ${program}`);
      const sample = await attempt(program, command, accepts);
      samples.set(program, [...(samples.get(program) ?? []), ...sample]);
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const middle = new Map([...samples].map(([program, all]) => [program, middleOf(all)]));
  const known = new Map([...before.map((row) => [row.program, row.measure] as const), ...middle]);
  return task.contestants.map((contestant): Row => {
    const { program, against, work } = contestant;
    const own = middle.get(program) ?? { seconds: Number.NaN };
    const other = against === undefined ? undefined : known.get(against)?.seconds;
    const ratio = other === undefined ? undefined : own.seconds / other;
    const rate = work && { value: work.amount() / own.seconds, unit: `${work.unit}/s` };
    return { task: task.name, program, measure: own, ratio, rate, goals: goalsOf(contestant, own, ratio, rate) };
  });
}

function goalsOf(
  { goal, memory, work }: Contestant,
  { peakBytes }: Measure,
  ratio: number | undefined,
  rate: Row['rate'],
): readonly Goal[] {
  const goals: Goal[] = [];
  if (goal !== undefined && ratio !== undefined) goals.push({ goal: `≤ ${goal} ×`, isMet: ratio <= goal });
  if (memory !== undefined && peakBytes !== undefined)
    goals.push({ goal: `≤ ${memory} MB`, isMet: peakBytes <= memory * 1e6 });
  if (work?.goal !== undefined && rate !== undefined)
    goals.push({ goal: `≥ ${work.goal} ${rate.unit}`, isMet: rate.value >= work.goal });
  return goals;
}

/** A run that fails is told and left out; the others go on. */
async function attempt(program: string, command: Command, accepts?: readonly number[]): Promise<readonly Measure[]> {
  try {
    return [await measure(command, accepts)];
  } catch (error) {
    console.error(`${program} failed: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

function middleOf(samples: readonly Measure[]): Measure {
  const of = (pick: (sample: Measure) => number | undefined): number | undefined =>
    median(samples.map(pick).filter((value) => value !== undefined));
  const [processor, peakBytes] = [of((sample) => sample.processorSeconds), of((sample) => sample.peakBytes)];
  return {
    seconds: of((sample) => sample.seconds) ?? Number.NaN,
    ...(processor === undefined ? {} : { processorSeconds: processor }),
    ...(peakBytes === undefined ? {} : { peakBytes }),
  };
}

function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

function table({ input, bytes, rows }: Report): string {
  const cells = rows.map(
    ({ task, program, measure: { seconds, processorSeconds, peakBytes }, ratio, rate, goals }, i) => [
      task === rows[i - 1]?.task ? '' : task,
      program,
      Number.isNaN(seconds) ? 'failed' : `${seconds.toFixed(2)} s`,
      processorSeconds === undefined ? '' : `${processorSeconds.toFixed(1)} s`,
      peakBytes === undefined ? '' : `${Math.round(peakBytes / 1e6)} MB`,
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      rate === undefined || Number.isNaN(seconds) ? '' : `${rate.value.toPrecision(2)} ${rate.unit}`,
      goals.map(({ goal, isMet }) => `${goal} ${isMet ? 'met' : 'missed'}`).join(', '),
    ],
  );
  const lines = [['task', 'program', 'time', 'processor', 'memory', 'ratio', 'rate', 'goals'], ...cells];
  const widths = (lines[0] ?? []).map((_, column) => largest(lines.map((line) => (line[column] ?? '').length)));
  const isNumber = (column: number): boolean => column >= 2 && column <= 6;
  const written = lines.map((line) =>
    line
      .map((cell, c) => (isNumber(c) ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const size = `${(bytes / 2 ** 20).toFixed(1)} MB`;
  const where = `Node.js ${process.version}, ${availableParallelism()} processors`;
  return `${input}, ${size}; medians of ${runs} runs; ${where}\n\n${written.join('\n')}\n`;
}
