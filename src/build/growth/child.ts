/** A process that reads what `bench-growth` asks for, so that a reading without end can be ended. */

import type { Asked, Told } from './measure.js';
import { readers } from './readers.js';

process.on('message', (asked: Asked) => {
  void timeOf(asked).then((told) => process.send?.(told));
});

/** Milliseconds of processor time, which others on the machine do not add to as they do to the hours of the clock. */
async function timeOf({ reader, text }: Asked): Promise<Told> {
  const read = await readers[reader]?.prepare(text);
  if (read === undefined) return { failure: `no reader ${reader}` };
  globalThis.gc?.();
  const start = process.cpuUsage();
  try {
    await read();
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
  const { user, system } = process.cpuUsage(start);
  return { time: (user + system) / 1000 };
}
