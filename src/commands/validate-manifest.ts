import type { Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import { readSeverities, type Severities } from '../volume/manifest.js';

/** The severities of the manifest that `--manifest` names. */
export function readManifestSeverities(file: string): Result<Severities> {
  try {
    const { value, diagnostics } = readTextBytes(file, readRegularFile(file));
    return value === undefined ? { diagnostics } : readSeverities(value);
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
}
