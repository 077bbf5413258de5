/** A process that reads what `bench-growth` asks for, so that a reading without end can be ended. */

import { textOf } from './kind.js';
import type { Asked, Told } from './measure.js';
import { readers } from './readers.js';

process.on('message', (asked: Asked) => {
  void timeOf(asked).then((told) => process.send?.(told));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

/** Milliseconds of processor time, which others on the machine do not add to as they do to the hours of the clock. */
async function timeOf({ reader, kind, length }: Asked): Promise<Told> {
  try {
    const read = await readers[reader]?.prepare(textOf(kind, length));
    if (read === undefined) return { failure: `no reader ${reader}` };
    globalThis.gc?.();
    const start = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(start);
    return { time: (user + system) / 1000 };
  } catch (error) {
    return { failure: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
  }
}
