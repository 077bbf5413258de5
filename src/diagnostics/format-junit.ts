import type { Diagnostic } from './diagnostic.js';
import { escapeMarkup } from './escape.js';
import { byFile, formatPlace } from './format.js';

/**
 * Findings as JUnit XML, which continuous integration shows as tests: a suite for each file, a test for each finding; an error is a
 * failure, a warning or notice a passed test with its words in `system-out`, and a file without errors has one test that passes.
 * @param files all files that were looked at, in their order
 */
export function formatJunit(diagnostics: readonly Diagnostic[], files: readonly string[]): string {
  const groups = byFile(diagnostics);
  const names = [...new Set([...files, ...groups.keys()])];
  const suites = names.map((name) => suite(name, groups.get(name) ?? []));
  const failures = diagnostics.filter((d) => d.severity === 'error').length;
  const tests = names.reduce((n, name) => n + testsOf(groups.get(name) ?? []), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="chancery validate" tests="${tests}" failures="${failures}">\n${suites.join('\n')}\n</testsuites>\n`;
}

function testsOf(found: readonly Diagnostic[]): number {
  return found.length + (found.some((d) => d.severity === 'error') ? 0 : 1);
}

function suite(file: string, found: readonly Diagnostic[]): string {
  const failures = found.filter((d) => d.severity === 'error').length;
  const cases = found.map((d) => testCase(file, d));
  if (failures === 0) cases.push(`    <testcase classname="${escapeMarkup(file)}" name="valid"/>`);
  return [
    `  <testsuite name="${escapeMarkup(file)}" tests="${testsOf(found)}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function testCase(file: string, d: Diagnostic): string {
  const place = d.place === undefined ? file : formatPlace(d.place);
  const name = escapeMarkup(`${d.code} ${place}`);
  const words = escapeMarkup(d.hint === undefined ? d.message : `${d.message}\n${d.hint}`);
  const open = `    <testcase classname="${escapeMarkup(file)}" name="${name}">`;
  if (d.severity !== 'error') return `${open}<system-out>${d.severity}: ${words}</system-out></testcase>`;
  return `${open}<failure type="${escapeMarkup(d.code)}" message="${escapeMarkup(d.message)}">${escapeMarkup(place)}\n${words}</failure></testcase>`;
}
