import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { jsonPieces, type Sources } from '../diagnostics/format.js';
import { formatGithub } from '../diagnostics/format-github.js';
import { formatHtml } from '../diagnostics/format-html.js';
import { formatJunit } from '../diagnostics/format-junit.js';
import { formatSarif } from '../diagnostics/format-sarif.js';
import { packageFile } from '../formats/package.js';

/** What a report is made of. */
export interface ReportInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** All files that were looked at, in their order. */
  readonly files: readonly string[];
}

/** The forms of a report besides the terminal's: texts, or the pieces of one. */
export const REPORTS: Readonly<Record<string, (input: ReportInput) => string | Iterable<string>>> = {
  json: ({ diagnostics }) => jsonPieces(diagnostics),
  sarif: ({ diagnostics }) => formatSarif(diagnostics, version()),
  junit: ({ diagnostics, files }) => formatJunit(diagnostics, files),
  github: ({ diagnostics }) => formatGithub(diagnostics),
  html: ({ diagnostics, sources, files }) => formatHtml(diagnostics, sources, files),
};

function version(): string {
  return (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
}
