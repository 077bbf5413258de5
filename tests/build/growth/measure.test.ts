import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Measurer } from '../../../src/build/growth/measure.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-growth-'));
const asked = { reader: 'any', kind: { unit: 'a' }, length: 4 };

/** A process that starts and does `answer` where it is asked; `first` is what it does before. */
function program(name: string, answer: string, first = "process.send('ready')"): URL {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `process.on('message', (asked) => { ${answer} });\n${first};\n`);
  return pathToFileURL(path);
}

async function told(name: string, answer: string, first?: string): Promise<unknown> {
  const measurer = new Measurer(1500, program(name, answer, first));
  const answers = [await measurer.timeOf(asked), await measurer.timeOf(asked)];
  measurer.end();
  // A process that failed once is replaced: the second answer is that of a new one.
  expect(answers[1]).toEqual(answers[0]);
  return answers[0];
}

describe('a process that reads', () => {
  it.each([
    ['answers', 'process.send({ time: 5 })', { time: 5 }],
    ['answers with a failure', "process.send({ failure: 'no' })", { failure: 'no' }],
    ['is killed', "process.kill(process.pid, 'SIGKILL')", { failure: 'the process ended before it answered' }],
    ['ends', 'process.exit(0)', { failure: 'the process ended before it answered' }],
    ['throws', "throw new Error('x')", { failure: 'the process ended before it answered' }],
    [
      'closes the channel',
      'process.disconnect(); setInterval(() => {}, 1000)',
      { failure: 'the process ended before it answered' },
    ],
    ['never answers', '', { failure: 'not done within 1.5 s' }],
    ['is busy for ever', 'for (;;);', { failure: 'not done within 1.5 s' }],
    ['is stopped', "process.kill(process.pid, 'SIGSTOP')", { failure: 'not done within 1.5 s' }],
    ['answers with anything', "process.send('x'.repeat(5e6))", { failure: 'an answer that says nothing' }],
    ['talks without end', "for (;;) process.stdout.write('x'.repeat(1e5))", { failure: 'not done within 1.5 s' }],
  ])('%s: an answer, never a stall', async (name, answer, expected) => {
    expect(await told(name.replaceAll(' ', '-'), answer)).toEqual(expected);
  });

  it('does not start', async () => {
    expect(await told('does-not-start', '', "throw new Error('x')")).toEqual({
      failure: 'the process ended before it answered',
    });
  });

  it('is asked something huge', async () => {
    const measurer = new Measurer(20_000, program('huge', 'process.send({ time: asked.kind.unit.length })'));
    expect(await measurer.timeOf({ ...asked, kind: { unit: 'a'.repeat(20_000_000) } })).toEqual({ time: 20_000_000 });
    measurer.end();
  });
});
