import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Command, chancery } from './measure.js';
import type { Task } from './tasks.js';

/** How many volumes the series of the measurement has: the shortest of the folder, so that a run takes a minute. */
const MANY = 4;

/** A series of volumes from the folder of the input, with all editions: by one process, by two, and again without a change. */
export function series(input: string, folder: string): readonly Task[] {
  const home = dirname(resolve(input));
  const volumes = readdirSync(home)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => join(home, name))
    .sort((a, b) => statSync(a).size - statSync(b).size)
    .slice(0, MANY);
  if (volumes.length < MANY) return [];
  const own = join(folder, 'series');
  mkdirSync(own, { recursive: true });
  const entries = volumes.map((path) => `  - volume: ${JSON.stringify(relative(own, path))}\n`);
  writeFileSync(join(own, 'series.yaml'), `id: bench\ntitle: A Series\npublisher: P\nvolumes:\n${entries.join('')}`);
  const build = (processes: number): Command =>
    chancery('build', own, '--quiet', '--processes', String(processes), '--out', join(own, 'dist/bench'));
  /** As if nothing had ever been built. */
  const anew = (command: Command): Command => ['sh', '-c', `rm -rf "$0" && exec "$@"`, join(own, 'dist'), ...command];
  const one = `chancery build, ${MANY} volumes, one process`;
  const accepts = [0, 1];
  return [
    {
      name: 'series',
      contestants: [
        { program: one, command: anew(build(1)), accepts },
        { program: 'the same, two processes', command: anew(build(2)), accepts, against: one, goal: 0.6 },
        { program: 'the same again, unchanged', command: build(2), accepts, against: one, goal: 0.05 },
      ],
    },
  ];
}
