import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import type { Gate } from '../pipeline/gate.js';
import type { Validator } from '../validate/validate.js';

/** The reports of files in a folder, one for each. */
export function svrlFiles(folder: string, files: readonly string[]): readonly string[] {
  return files.map((file) => path.join(folder, `${path.basename(file, '.xml')}.svrl`));
}

/**
 * Writes what Schematron finds in a file in the Schematron Validation Report Language (ISO/IEC 19757-3 annex D), as `NAME.svrl` in the folder.
 * @returns what hindered it
 */
export function writeSvrl(folder: string, source: SourceFile, validator: Validator, gate: Gate): readonly Diagnostic[] {
  const { value: svrl, diagnostics } = validator.svrl(source);
  const [file] = svrlFiles(folder, [source.path]);
  if (svrl === undefined || file === undefined) return diagnostics;
  // The compiler's own mark on each result says to which pattern it belongs; the language says that by the order.
  return gate.write(file, svrl.replace(/(?<=<svrl:[a-z-]+) c:pattern="[^"]*"/g, ''));
}
