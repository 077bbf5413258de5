import { expect, test } from 'vitest';
import { measure, median } from '../../src/build/measure.js';

test('the median is the middle value, or the mean of the two in the middle', () => {
  expect(median([])).toBeUndefined();
  expect(median([3])).toBe(3);
  expect(median([10, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 100])).toBe(3);
});

test('a process is measured to its end, with the memory that it held', async () => {
  const script = 'const kept = Buffer.alloc(200e6, 1); setTimeout(() => kept.length, 300)';
  const { seconds, peakBytes, processorSeconds } = await measure([process.execPath, '-e', script]);
  expect(seconds).toBeGreaterThan(0.3);
  if (process.platform !== 'linux') return;
  expect(peakBytes).toBeGreaterThan(200e6);
  expect(processorSeconds).toBeGreaterThan(0);
});

test('a process that ends with another status than the accepted ones is an error with its words', async () => {
  const command = [process.execPath, '-e', 'console.error("no such thing"); process.exitCode = 3'] as const;
  await expect(measure(command, [0, 1])).rejects.toThrow(/ended with 3: no such thing/);
  await expect(measure(command, [3])).resolves.toHaveProperty('seconds');
});
