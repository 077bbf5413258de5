/**
 * A process of its own for stylesheets made from a schema that comes from elsewhere: it is started without the right to write, to start programs or
 * to make code from text, and SaxonJS in it has no way to the computer. Gets a {@link SandboxTask} as JSON on its standard input, gives a
 * {@link SandboxResult} on its standard output.
 */
import { readFileSync, writeSync } from 'node:fs';
import { closeHost, compileAndTransform, readingOnly, XsltError } from '../../formats/saxon.js';
import { parseDocument } from '../../formats/xdm.js';
import type { SandboxResult, SandboxTask } from './sandbox.js';

function run(task: SandboxTask): SandboxResult {
  const document = parseDocument(task.instance, task.instanceBase);
  closeHost();
  const allowed = task.allowed.map(({ names, ...rest }) => ({
    ...rest,
    ...(names === undefined ? {} : { names: new RegExp(names, 'i') }),
  }));
  const { value, refused } = readingOnly(allowed, (): SandboxResult => {
    try {
      return { svrl: compileAndTransform(task.stylesheet, task.base, document, task.parameters) };
    } catch (error) {
      if (error instanceof XsltError) return { message: error.message, code: error.code };
      if (error instanceof RangeError) return { limit: error.message };
      return { message: error instanceof Error ? error.message : String(error), code: 'XTDE0000' };
    }
  });
  return refused.length === 0 ? value : { ...value, refused: [...new Set(refused)] };
}

function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

const task = JSON.parse(readFileSync(0, 'utf8')) as SandboxTask;
// The standard output is the result's.
console.log = console.info = console.warn = console.error;
write(JSON.stringify(run(task)));
