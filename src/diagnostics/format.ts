import type { SourceFile } from '../model/source-file.js';
import type { Severity } from './codes.js';
import type { Diagnostic, Place } from './diagnostic.js';

/** The texts that findings point into, by the path that their places name. */
export type Sources = ReadonlyMap<string, SourceFile>;

export interface FormatOptions {
  /** Whether the output understands ANSI colours. */
  readonly color: boolean;
  /** Columns of the output; excerpts are cut to it. */
  readonly width: number;
}

const colors: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36' };

/**
 * A finding for the terminal, in the form that editors and terminals turn into a link (`file:line:column`): the message, an excerpt of
 * the line with carets under what is meant, and what to do.
 */
export function formatDiagnostic(d: Diagnostic, sources: Sources, options: FormatOptions): string {
  const paint = (code: string, text: string): string => (options.color ? `\x1b[${code}m${text}\x1b[0m` : text);
  const where = d.place === undefined ? '' : `${paint('1', formatPlace(d.place))} `;
  const lines = [`${where}${paint(colors[d.severity], d.severity)} ${paint('2', d.code)}: ${d.message}`];
  const excerpt = d.place === undefined ? undefined : excerptOf(d.place, sources, options.width);
  if (excerpt !== undefined) lines.push(`  ${excerpt.text}`, `  ${paint(colors[d.severity], excerpt.carets)}`);
  if (d.hint !== undefined) lines.push(`  ${paint('36', '→')} ${d.hint}`);
  return lines.join('\n');
}

/** `file:line:column`, or the file with the entry of the package or the XPath. */
export function formatPlace(place: Place): string {
  const entry = place.entry === undefined ? '' : `!${place.entry}`;
  if (place.start !== undefined) return `${place.file}${entry}:${place.start.line}:${place.start.column}`;
  return `${place.file}${entry}${place.xpath === undefined ? '' : ` (${place.xpath})`}`;
}

function excerptOf(place: Place, sources: Sources, width: number): { text: string; carets: string } | undefined {
  const start = place.start;
  const source = sources.get(place.file);
  if (start === undefined || source === undefined) return undefined;
  const line = source.lineText(start.line).replaceAll('\t', ' ');
  if (line.trim() === '') return undefined;
  const end = place.end?.line === start.line ? place.end.column : start.column + 1;
  const room = Math.max(40, width - 10);
  // A long line is shown around what is meant, with a third of the room before it.
  const from =
    line.length <= room ? 0 : Math.max(0, Math.min(start.column - 1 - Math.floor(room / 3), line.length - room));
  const number = String(start.line);
  const text = `${from > 0 ? '…' : ''}${line.slice(from, from + room)}${from + room < line.length ? '…' : ''}`;
  const before = number.length + 3 + (from > 0 ? 1 : 0) + start.column - 1 - from;
  const length = Math.max(1, Math.min(end - start.column, room - (start.column - 1 - from)));
  return { text: `${number} | ${text}`, carets: `${' '.repeat(Math.max(0, before))}${'^'.repeat(length)}` };
}

/** How many findings of each severity, in words: `2 errors, 1 warning`; `no findings` where there is none beside notices. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((d) => d.severity === severity).length;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${severity}${count === 1 ? '' : 's'}`];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}
