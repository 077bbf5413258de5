import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import type { Validator } from '../validate/validate.js';

/**
 * Writes what Schematron finds in a file in the Schematron Validation Report Language (ISO/IEC 19757-3 annex D), as `NAME.svrl` in the folder.
 * @returns what hindered it
 */
export function writeSvrl(folder: string, source: SourceFile, validator: Validator): readonly Diagnostic[] {
  const svrl = validator.svrl(source);
  if (svrl === undefined) return [];
  const file = path.join(folder, `${path.basename(source.path, '.xml')}.svrl`);
  try {
    mkdirSync(folder, { recursive: true });
    // The compiler's own mark on each result says to which pattern it belongs; the language says that by the order.
    writeFileSync(file, svrl.replace(/(?<=<svrl:[a-z-]+) c:pattern="[^"]*"/g, ''));
    return [];
  } catch (error) {
    return [diagnostic('IN007', { path: file, reason: (error as Error).message }, { file })];
  }
}
