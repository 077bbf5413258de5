import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALL, Journal, readJournal } from '../../src/publish/journal.js';
import { runs } from '../runs.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (): Journal => Journal.open(join(folder, 'deep/here.jsonl'), () => '2026-01-31T12:00:00Z');

it('keeps facts and what is open over processes, and forgets nothing', () => {
  open().write('draft', 'begin');
  open().write('draft', 'learnt', { record: 'a', doi: '' });
  expect([...open().state.open]).toEqual(['draft']);
  open().write('draft', 'done');
  open().write('doi', 'begin');
  open().write('doi', 'learnt', { doi: '10.1/a' });
  expect(open().state.facts).toEqual({ record: 'a', doi: '10.1/a' });
  expect([...open().state.open]).toEqual(['doi']);
  open().write(ALL, 'done');
  expect([...open().state.open]).toEqual([]);
  expect(open().state.lines.length).toBe(6);
});

it('writes nothing where it is only looked at', () => {
  const journal = open().unwritten();
  journal.write('survey', 'done', { record: 'a' });
  expect(journal.state.facts).toEqual({ record: 'a' });
  expect(open().state.lines).toEqual([]);
});

it('goes on after a line that a kill has torn, wherever it was torn', () => {
  open().write('draft', 'learnt', { record: 'a' });
  const file = join(folder, 'deep/here.jsonl');
  const whole = readFileSync(file, 'utf8');
  open().write('doi', 'learnt', { doi: '10.1/é' });
  const second = readFileSync(file).subarray(Buffer.byteLength(whole));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: second.length - 2 }), (cut) => {
      writeFileSync(file, whole);
      appendFileSync(file, second.subarray(0, cut));
      expect(open().state.damagedLine).toBeUndefined();
      expect(open().state.facts).toEqual({ record: 'a' });
      open().write('doi', 'done', { doi: '10.1/b' });
      expect(open().state.damagedLine).toBeUndefined();
      expect(open().state.facts).toEqual({ record: 'a', doi: '10.1/b' });
    }),
    { numRuns: runs(40) },
  );
});

it('tells of a line that somebody has changed', () => {
  const good = '{"time":"","step":"draft","event":"done"}';
  expect(readJournal(`${good}\n{"time":"","step":5,"event":"done"}\n${good}\n`).damagedLine).toBe(2);
  expect(readJournal(`${good}\n[]}\n`).damagedLine).toBe(2);
});

it('of hundreds of thousands of lines is read in a moment, and holds nothing but what its lines say', () => {
  const line = (n: number): string =>
    `{"time":"t","step":"s${n}","event":"done","facts":{"record":"${n}","__proto__":"x"}}\n`;
  const state = readJournal(Array.from({ length: 200_000 }, (_, n) => line(n)).join(''));
  expect([state.lines.length, state.facts['record'], ({} as Record<string, unknown>)['x']]).toEqual([
    200_000,
    '199999',
    undefined,
  ]);
  expect(Object.getPrototypeOf(state.facts)).toBe(Object.prototype);
}, 20_000);

it.skipIf(process.platform === 'win32')('is no pipe, which nobody writes into', () => {
  mkdirSync(join(folder, 'deep'));
  execFileSync('mkfifo', [join(folder, 'deep/here.jsonl')]);
  expect(open).toThrow(expect.objectContaining({ code: 'ENOTFILE' }));
});
