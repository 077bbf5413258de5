/**
 * A thread of its own for validation: it takes as long as the making of the web site, and needs nothing of it. Gets a {@link ValidationTask}, posts
 * the findings.
 */
import { parentPort } from 'node:worker_threads';
import { runValidation, type ValidationTask } from './validation.js';

parentPort?.once('message', async (task: ValidationTask) => {
  parentPort?.postMessage(await runValidation(task));
});
