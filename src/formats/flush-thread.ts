/** The thread of `flush.ts`: several `fsync` at a time, of which the system makes few. */
import { open } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';

/** As many as Node.js has threads for. */
const AT_ONCE = 4;

const { paths, state, failed } = workerData as {
  readonly paths: readonly string[];
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly failed: Int32Array<SharedArrayBuffer>;
};

let next = 0;
const flushAll = async (): Promise<void> => {
  for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
    const file = await open(path, 'r');
    await file.sync().finally(() => file.close());
  }
};

try {
  await Promise.all(Array.from({ length: AT_ONCE }, flushAll));
} catch {
  Atomics.store(failed, 0, 1);
} finally {
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
}
