import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { writeWhole } from '../formats/file-output.js';
import { SourceFile } from '../model/source-file.js';
import { refusedBySystem } from '../pipeline/gate.js';
import { repair } from '../validate/repair.js';
import type { Validator } from '../validate/validate.js';

/** A repair can uncover another; after this many passes the rest is left to the next run. */
const PASSES = 5;

export interface Fixed {
  readonly source: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly count: number;
}

/** Repairs a text as far as its findings carry safe repairs, and says what is found in it then. Nothing is written. */
export function fix(source: SourceFile, validator: Validator): Fixed {
  let current = source;
  let diagnostics = validator.validate(current);
  let count = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const repaired = repair(current.text, diagnostics);
    if (repaired.count === 0) break;
    count += repaired.count;
    current = new SourceFile(source.path, repaired.text);
    diagnostics = validator.validate(current);
  }
  return { source: current, diagnostics, count };
}

/**
 * Writes a repaired text in the place of its file, by way of a new file beside it, so that a failure leaves the old one; where the file is a link, in the place
 * of what it names. Only UTF-8 is written back: the bytes that no repair touches are those of the file.
 * @param bytes the file as it was read: one that has been changed meanwhile is left alone
 * @returns what hindered it
 */
export function writeFixed(file: string, text: string, bytes: Uint8Array): readonly Diagnostic[] {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return refusedBySystem(file, () => {
    if (!readFileSync(file).equals(bytes))
      throw Object.assign(new Error('it has been changed while it was checked'), { code: 'ECHANGED' });
    writeWhole(file, hasMark ? `\ufeff${text}` : text);
  });
}
