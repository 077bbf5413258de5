import type { Severity } from './codes.js';
import type { Diagnostic } from './diagnostic.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Findings as the commands of GitHub Actions that put notes at the lines of a change (`::error file=…,line=…::message`). */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(command).join('');
}

function command(d: Diagnostic): string {
  const { place } = d;
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ['file', place?.file],
    ['line', place?.start?.line],
    ['col', place?.start?.column],
    ['endLine', place?.end?.line],
    ['endColumn', place?.end?.column],
    ['title', d.code],
  ];
  const given = properties.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  const words = d.hint === undefined ? d.message : `${d.message}\n${d.hint}`;
  return `::${COMMANDS[d.severity]} ${given.join(',')}::${data(words)}\n`;
}

/** The escapes of the runner: a command is one line. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
