import { append } from '../model/list.js';
import type { LineSource } from '../model/source-file.js';
import type { Severity } from './codes.js';
import type { Diagnostic, Place } from './diagnostic.js';
import { excerpt } from './excerpt.js';
import { paint, type Style } from './style.js';
import { visible, visibleInLine } from './visible.js';
import { plural } from './words.js';

/** The texts that findings point into, by the path that their places name. */
export type Sources = ReadonlyMap<string, LineSource>;

export interface FormatOptions {
  /** Whether the output understands ANSI colours; the caller says so for a terminal only. */
  readonly color: boolean;
  /** Columns of the output; excerpts are cut to it. */
  readonly width: number;
}

export interface ListOptions extends FormatOptions {
  /** How often one code is shown in full in one file before the rest is only counted; unlimited where nothing is said. */
  readonly perCode?: number;
}

/** In the order in which they matter. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const STYLE_OF: Readonly<Record<Severity, Style>> = { error: 'error', warning: 'warning', info: 'info' };

/**
 * A finding for the terminal, in the form that editors and terminals turn into a link (`file:line:column`): the message, an excerpt of
 * the line with carets under what is meant, and what to do.
 */
export function formatDiagnostic(d: Diagnostic, sources: Sources, options: FormatOptions): string {
  const { color } = options;
  const where = d.place === undefined ? '' : `${paint('strong', visibleInLine(formatPlace(d.place)), color)} `;
  const lines = [
    `${where}${paint(STYLE_OF[d.severity], d.severity, color)} ${paint('dim', d.code, color)}: ${visible(d.message)}`,
  ];
  const source = d.place === undefined ? undefined : sources.get(d.place.file);
  const start = d.place?.start;
  if (source !== undefined && start !== undefined && source.lineText(start.line).trim() !== '')
    append(lines, excerpt(source, start, d.place?.end, { color, width: options.width, style: STYLE_OF[d.severity] }));
  if (d.hint !== undefined) lines.push(`  ${paint('hint', '→', color)} ${visible(d.hint)}`);
  return lines.join('\n');
}

/** `file:line:column`, or the file with the entry of the package or the XPath. */
export function formatPlace(place: Place): string {
  const entry = place.entry === undefined ? '' : `!${place.entry}`;
  if (place.start !== undefined) return `${place.file}${entry}:${place.start.line}:${place.start.column}`;
  return `${place.file}${entry}${place.xpath === undefined ? '' : ` (${place.xpath})`}`;
}

/**
 * A list of findings for a terminal: grouped by file, errors before warnings before notices, each in the order of their places. A hint stands
 * with the first finding that has it; what is left out is counted, and the counts stand at the end. Ends with a line end.
 */
export function formatList(diagnostics: readonly Diagnostic[], sources: Sources, options: ListOptions): string {
  const { color } = options;
  const blocks: string[] = [];
  const files = byFile(diagnostics);
  for (const [file, found] of files) {
    if (files.size > 1 && file !== '')
      blocks.push(paint('strong', `── ${visibleInLine(file)}: ${countEach(found)}`, color));
    const graded = SEVERITIES.flatMap((severity) => found.filter((d) => d.severity === severity));
    const { shown, left } = firstOfEachCode(graded, options.perCode ?? Number.POSITIVE_INFINITY);
    append(
      blocks,
      withHintsOnce(shown).map((d) => formatDiagnostic(d, sources, options)),
    );
    for (const [code, n] of left)
      blocks.push(paint('dim', `${visibleInLine(file)}: ${plural(n, 'more finding')} of the kind ${code}.`, color));
  }
  return `${[...blocks, formatCounts(diagnostics, options.color)].join('\n\n')}\n`;
}

function withHintsOnce(shown: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return shown.map((d) => {
    if (d.hint === undefined || !said.has(d.hint)) {
      said.add(d.hint ?? '');
      return d;
    }
    const { hint: _, ...rest } = d;
    return rest;
  });
}

function firstOfEachCode(
  found: readonly Diagnostic[],
  limit: number,
): { readonly shown: readonly Diagnostic[]; readonly left: ReadonlyMap<string, number> } {
  const counts = new Map<string, number>();
  const left = new Map<string, number>();
  const shown: Diagnostic[] = [];
  for (const d of found) {
    const n = (counts.get(d.code) ?? 0) + 1;
    counts.set(d.code, n);
    if (n <= limit) shown.push(d);
    else left.set(d.code, n - limit);
  }
  return { shown, left };
}

/** `3 errors, 1 warning in 2 files`; `no findings` where there is none. */
export function formatCounts(diagnostics: readonly Diagnostic[], color = false): string {
  if (diagnostics.length === 0) return 'no findings';
  const counted = countEach(diagnostics, color);
  const files = new Set(diagnostics.map((d) => d.place?.file ?? '')).size;
  return `${counted} in ${plural(files, 'file')}`;
}

/** `3 errors, 1 warning`. */
function countEach(diagnostics: readonly Diagnostic[], color = false): string {
  return SEVERITIES.flatMap((severity) => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [paint(STYLE_OF[severity], plural(n, severity === 'info' ? 'notice' : severity), color)];
  }).join(', ');
}

/** How many findings of each severity, in words: `2 errors, 1 warning`; `no findings` where there is none beside notices. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const parts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((d) => d.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

/** Findings by file, files in the order of their first finding, findings in the order of their places. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const found of diagnostics) {
    const file = found.place?.file ?? '';
    const group = groups.get(file);
    if (group === undefined) groups.set(file, [found]);
    else group.push(found);
  }
  for (const group of groups.values()) group.sort(inOrder);
  return groups;
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (a.place?.start?.offset ?? -1) - (b.place?.start?.offset ?? -1) || a.code.localeCompare(b.code);
}

/** Findings that are turned into text at a time. */
const AT_A_TIME = 500;

/** Findings as JSON: `{counts: {error, warning, info}, findings: [{code, severity, message, hint?, place?}]}`, with a final line end. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return [...jsonPieces(diagnostics)].join('');
}

/** What {@link formatJson} gives, piece by piece: hundreds of thousands of findings are longer than a text can be. */
export function* jsonPieces(diagnostics: readonly Diagnostic[]): Generator<string, undefined> {
  const counts = Object.fromEntries(SEVERITIES.map((s) => [s, diagnostics.filter((d) => d.severity === s).length]));
  const around = JSON.stringify({ counts, findings: [] }, null, 2);
  if (diagnostics.length === 0) {
    yield `${around}\n`;
    return undefined;
  }
  yield around.slice(0, around.lastIndexOf(']'));
  for (let from = 0; from < diagnostics.length; from += AT_A_TIME) {
    const list = JSON.stringify({ findings: diagnostics.slice(from, from + AT_A_TIME) }, null, 2);
    const members = list.slice(list.indexOf('[') + 1, list.lastIndexOf('\n  ]'));
    yield from === 0 ? members : `,${members}`;
  }
  yield `\n  ${around.slice(around.lastIndexOf(']'))}\n`;
  return undefined;
}
