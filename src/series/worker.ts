/** A process of its own for the work of a series: told one job over the channel, it says how far it is, and what has come of it. */
import { Worker } from 'node:worker_threads';
import { tuneEngine } from '../formats/engine.js';
import { type Placed, type Placement, placeVolume } from './place.js';
import { FolderStore } from './store.js';
import { buildVolume, type VolumeJob, type VolumeOutcome } from './work.js';

/** What a process is told. */
export type Order = { readonly cache: string } & (
  | { readonly volume: VolumeJob }
  | { readonly placements: readonly Placement[] }
);

/** What it answers: any number of words, and one outcome; or each volume as it is placed, and that all are. */
export type Answer =
  | { readonly words: string }
  | { readonly outcome: VolumeOutcome; readonly memory: number }
  | { readonly placed: Placed }
  | { readonly isDone: true };

tuneEngine();
// Where who has sent the order is gone, nobody waits for the outcome. A thread looks, since a stage may compute for a minute without pause; what is written is swapped in whole, so
// that this process may end anywhere.
process.on('disconnect', () => process.exit());
new Worker(
  'const parent = process.ppid; setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 500)',
  { eval: true },
).unref();
process.once('message', (order: Order) => {
  void obey(order).finally(() => process.disconnect());
});

function answer(words: Answer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(words, undefined, undefined, (error) => (error === null ? resolve() : reject(error)));
  });
}

async function obey(order: Order): Promise<void> {
  const store = new FolderStore(order.cache);
  if ('placements' in order) {
    for (const placement of order.placements) await answer({ placed: await placeVolume(placement, store) });
    await answer({ isDone: true });
    return;
  }
  const outcome = await buildVolume(order.volume, store, process.cwd(), (words) => void answer({ words }));
  await answer({ outcome, memory: process.resourceUsage().maxRSS * 1024 });
}
