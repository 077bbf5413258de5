import { existsSync } from 'node:fs';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Severity } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { packageFile } from '../formats/package.js';
import { SourceFile } from '../model/source-file.js';
import type { ValidateOptions } from '../validate/validate.js';
import type { TeiVolume } from './volume.js';

/** A text to be validated, as data that can be sent to a thread. */
export interface ValidationTask {
  readonly path: string;
  readonly text: string;
  readonly options: ValidateOptions;
}

/** Findings of validation, and how long it took. */
export interface ValidationResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly seconds: number;
}

/** Validation on its way. */
export interface ValidationUnderWay {
  readonly result: Promise<ValidationResult>;
  /** Ends it, also when the build ends without it. @returns when it is at its end */
  cancel(): Promise<void>;
}

/** Validates a text in this thread. */
export async function runValidation({ path, text, options }: ValidationTask): Promise<ValidationResult> {
  const { validateText } = await import('../validate/validate.js');
  const start = performance.now();
  const { diagnostics } = await validateText(new SourceFile(path, text), options);
  return { diagnostics, seconds: (performance.now() - start) / 1000 };
}

/**
 * Begins to validate a volume beside the making of its editions. What was encoded here has to keep to today's rules; an older volume may hold what
 * its time held, with warnings. Where the program is not compiled (in tests) it runs in this thread.
 */
export function beginValidation(volume: TeiVolume, severities: Readonly<Record<string, Severity>>): ValidationUnderWay {
  const options: ValidateOptions = { strength: volume.isOwn ? 'current' : 'legacy', severities };
  return beside({ path: volume.source.path, text: volume.source.text, options });
}

/**
 * Validates a text in a thread of its own, which is at its end with all its memory when the findings are there: the schemas take more of it than all
 * files of an archive, which are read as they are written.
 */
export async function validateApart(task: ValidationTask): Promise<ValidationResult> {
  const { result, cancel } = beside(task, SPARING);
  try {
    return await result;
  } finally {
    await cancel();
  }
}

/** What a thread may take for what is soon forgotten: it takes three times as much by itself, and gains a tenth of the time. */
const SPARING: ResourceLimits = { maxYoungGenerationSizeMb: 6 };

function beside(task: ValidationTask, resourceLimits?: ResourceLimits): ValidationUnderWay {
  const script = packageFile('dist/program/pipeline/validation-thread.js');
  if (!existsSync(script)) return { result: runValidation(task), cancel: async () => undefined };
  const worker = new Worker(script, resourceLimits === undefined ? {} : { resourceLimits });
  const result = new Promise<ValidationResult>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // Where the build ends before, nobody waits for the result any more.
  result.catch(() => undefined);
  worker.postMessage(task);
  return { result, cancel: async () => void (await worker.terminate()) };
}
