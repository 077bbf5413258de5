import { largest } from '../../model/list.js';
import { type Kind, nameOf } from './kind.js';
import type { Measurer } from './measure.js';

/** How much more time each step of the lengths may take, for each time that the text is longer: 5 for 4. */
export const LIMIT = 1.25;
/** Shorter times are noise of the machine, in milliseconds: one collection of garbage more or less, a function compiled a moment later. */
const NOISE = 300;

/** How the time of a reader grows with the length of one kind of text. */
export interface Growth {
  readonly reader: string;
  readonly kind: Kind;
  /** Characters of each text, and the milliseconds of processor time of each; fewer where a step was too long already. */
  readonly lengths: readonly number[];
  readonly times: readonly number[];
  /** The most that a step takes of what the one before took, for 4 times the text; 0 where all are within the noise. */
  readonly ratio: number;
  /** Why a text was not read to its end. */
  readonly failure?: string;
}

/** Whether a step takes more than `LIMIT` allows, or a reading did not come to its end. */
export function isBeyond({ ratio, failure }: Growth): boolean {
  return failure !== undefined || ratio > LIMIT * 4;
}

/** Reads a kind of text with one length after the other, until one takes too long. */
export async function growthOf(
  measurer: Measurer,
  reader: string,
  kind: Kind,
  lengths: readonly number[],
): Promise<Growth> {
  const times: number[] = [];
  let ratio = 0;
  for (const [step, length] of lengths.entries()) {
    const before = times.at(-1);
    const factor = length / (lengths[step - 1] ?? length);
    const ratioOf = (time: number): number =>
      before === undefined || time <= NOISE ? 0 : (4 * time) / (factor * Math.max(before, NOISE / factor));
    const told = await shortest(measurer, { reader, kind, length }, (time) => ratioOf(time) > LIMIT * 4);
    if (typeof told === 'string') return { reader, kind, lengths, times, ratio, failure: told };
    times.push(Math.round(told));
    ratio = Math.max(ratio, ratioOf(told));
    if (ratio > LIMIT * 4) break;
  }
  return { reader, kind, lengths, times, ratio };
}

/** The time of a reading; the shortest of three where the first looks too long. */
async function shortest(
  measurer: Measurer,
  asked: { readonly reader: string; readonly kind: Kind; readonly length: number },
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

/** One kind with one reader as a row of the report. */
export function rowOf({ reader, kind, times, ratio, failure }: Growth): string {
  const steep = ratio === 0 ? '' : `× ${ratio.toFixed(1)}`;
  return `${reader.padEnd(22)} ${nameOf(kind).padEnd(40)} ${`${times.join(' → ')} ms`.padStart(24)}  ${[steep, failure].filter(Boolean).join('  ')}`.trimEnd();
}

/** The report: what is beyond the limit, then the steepest kinds of each reader. */
export function reportOf(growths: readonly Growth[]): string {
  const beyond = growths.filter(isBeyond);
  const readers = [...new Set(growths.map(({ reader }) => reader))];
  const steepest = readers.flatMap((reader) =>
    growths
      .filter((growth) => growth.reader === reader && !isBeyond(growth))
      .sort((a, b) => b.ratio - a.ratio || largest(b.times, 0) - largest(a.times, 0))
      .slice(0, 3),
  );
  const count = `${growths.length} kinds of repetition with ${readers.length} readers, ${beyond.length} beyond ${LIMIT * 4} × for 4 × the text`;
  return [
    `${count}. Milliseconds of processor time; steps within the noise (${NOISE} ms) have no ratio.`,
    ...(beyond.length === 0 ? [] : ['', 'Beyond the limit:', ...beyond.map(rowOf)]),
    ...['', 'The steepest of each reader within it:', ...steepest.map(rowOf), ''],
  ].join('\n');
}
