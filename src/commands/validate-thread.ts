/** A thread that checks files beside others, until there is none left; see {@link startThread}. */
import { parentPort, workerData } from 'node:worker_threads';
import { createValidator } from '../validate/validate.js';
import { openXmlFile, readVolumeIndex } from './validate-inputs.js';
import { type Checked, DONE, type SharedWork, takeNext } from './validate-threads.js';

const work = workerData as SharedWork;
const { value: volumes } = readVolumeIndex(work.index);
const { value: validator } = await createValidator({ ...work.options, ...(volumes === undefined ? {} : { volumes }) });
for (let next = takeNext(work); validator !== undefined && next !== undefined; next = takeNext(work)) {
  const { nth } = next;
  const { value: source, diagnostics, named } = openXmlFile(work.files[nth] ?? '', work.options.schema !== undefined);
  const found = source === undefined ? diagnostics : [...diagnostics, ...validator.validate(source)];
  // A whole text takes as long to hand over as to check.
  const numbers = found.flatMap(({ place }) => place?.start?.line ?? []);
  const lines = source && new Map(numbers.map((line) => [line, source.lineText(line)]));
  const checked: Checked = { nth, named, diagnostics: found, ...(lines === undefined ? {} : { lines }) };
  parentPort?.postMessage(checked);
}
parentPort?.postMessage(DONE);
