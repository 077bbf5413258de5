import { type Code, type CodeEntry, type Severity, sentenceOf, table } from './codes.js';
import type { Diagnostic } from './diagnostic.js';

/** SARIF's names for severities (SARIF 2.1.0 §3.27.10). */
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * Findings as SARIF 2.1.0, the form that code hosts and editors read: one run, the codes as rules, columns in UTF-16 code units.
 * @param version of this program
 */
export function formatSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const codes = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Chancery', version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => resultOf(d, codes.indexOf(d.code))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(code: string): unknown {
  const entry: CodeEntry | undefined = Object.hasOwn(table, code) ? table[code as Code] : undefined;
  if (entry === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: sentenceOf(entry) },
    fullDescription: { text: entry.explanation },
    defaultConfiguration: { level: LEVELS[entry.severity] },
    ...(entry.hint === undefined ? {} : { help: { text: entry.hint } }),
  };
}

function resultOf(d: Diagnostic, ruleIndex: number): unknown {
  const text = d.hint === undefined ? d.message : `${d.message} ${d.hint}`;
  return {
    ruleId: d.code,
    ruleIndex,
    level: LEVELS[d.severity],
    message: { text },
    ...(d.place === undefined ? {} : { locations: [locationOf(d.place)] }),
  };
}

function locationOf(place: NonNullable<Diagnostic['place']>): unknown {
  const { start, end } = place;
  const region =
    start === undefined
      ? {}
      : {
          region: {
            startLine: start.line,
            startColumn: start.column,
            ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
          },
        };
  const logical = place.xpath ?? place.entry;
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, ...region },
    ...(logical === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logical }] }),
  };
}

/** A path as a URI reference (RFC 3986 §4.1). */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
