/** Builds the volumes that have to be built, in processes beside each other. */
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { size } from '../diagnostics/words.js';
import type { Tell } from './events.js';
import { relocated } from './findings.js';
import { homeOf, inputName } from './inputs.js';
import { type Crash, memoryFor, Processes, type Task } from './processes.js';
import { type CommonOptions, resultOf, type VolumeResult } from './result.js';
import type { Store } from './store.js';
import type { Surveyed } from './survey.js';

/** What has become of a volume: its result, or why there is none. */
export type Made =
  | { readonly key: string; readonly result: VolumeResult }
  | { readonly key?: undefined; readonly result?: undefined; readonly diagnostics: readonly Diagnostic[] };

export interface Making {
  readonly series: string;
  /** How many volumes are looked at. */
  readonly volumes: number;
  readonly options: CommonOptions;
  readonly cache: string;
  readonly store: Store;
  readonly processes: number;
  readonly memory: number;
  readonly tell: Tell;
}

/** The longest first, so that none is left over at the end for one process while the others wait. A volume that fails stops no other. */
export async function makeVolumes(needed: readonly Surveyed[], making: Making): Promise<ReadonlyMap<Surveyed, Made>> {
  const { series, volumes, options, cache, store, processes, memory, tell } = making;
  const made = new Map<Surveyed, Made>();
  const bytes = needed.reduce((sum, { volume }) => sum + volume.bytes, 0);
  tell({ event: 'begin', series, volumes, toBuild: needed.length, bytes });
  for (const { volume, reasons } of needed) tell({ event: 'why', volume: volume.name, action: 'build', reasons });
  if (needed.length === 0) return made;
  const longestFirst = [...needed].sort((a, b) => b.volume.bytes - a.volume.bytes);
  const tasks = longestFirst.map((what): Task<Surveyed> => {
    const { volume, first, own, theme, printStyle } = what;
    const { name } = volume;
    const job = {
      name,
      first,
      own,
      options,
      input: inputName(volume),
      ...(theme === undefined ? {} : { theme: theme.path }),
      ...(printStyle === undefined ? {} : { printStyle: printStyle.path }),
      styles: { ...theme?.inputs, ...printStyle?.inputs },
    };
    return { what, memory: memoryFor(volume.bytes), folder: homeOf(volume), order: { cache, volume: job } };
  });
  const failed = (what: Surveyed, found: readonly Diagnostic[]): void => {
    made.set(what, { diagnostics: found });
    const { name: volume, bytes: own } = what.volume;
    tell({ event: 'failed', volume, bytes: own, diagnostics: relocated(found, what.volume) });
  };
  const reading: Promise<void>[] = [];
  const finish = async (what: Surveyed, key: string): Promise<void> => {
    const result = await resultOf(store, key);
    if (result === undefined || result === 'damaged') {
      failed(what, [diagnostic('SE012', { ...named(what), reason: 'what was kept of it cannot be read' })]);
      return;
    }
    made.set(what, { key, result });
    const { documents, notes, seconds, memory: peak } = result;
    const { name: volume, bytes: own } = what.volume;
    const diagnostics = relocated(result.diagnostics, what.volume);
    tell({
      event: 'done',
      volume,
      bytes: own,
      row: { volume, state: 'built', documents, notes, seconds, memory: peak, diagnostics },
    });
  };
  await new Processes(processes, memory).run(tasks, {
    begun: ({ volume }) => tell({ event: 'start', volume: volume.name, bytes: volume.bytes }),
    answered: (what, answer) => {
      if ('words' in answer) tell({ event: 'progress', volume: what.volume.name, words: answer.words });
      if (!('outcome' in answer)) return;
      const { outcome } = answer;
      if ('key' in outcome) reading.push(finish(what, outcome.key));
      else failed(what, outcome.diagnostics);
    },
    crashed: (what, crash) => failed(what, [crashOf(what, crash, memory)]),
  });
  await Promise.all(reading);
  return made;
}

function named({ volume }: Surveyed): { readonly name: string; readonly path: string } {
  return { name: volume.name, path: volume.path };
}

function crashOf(what: Surveyed, { reason, isOutOfMemory }: Crash, memory: number): Diagnostic {
  if (isOutOfMemory) return diagnostic('SE013', { ...named(what), memory: size(memory) });
  return diagnostic('SE012', { ...named(what), reason });
}
