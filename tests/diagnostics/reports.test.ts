import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatGithub } from '../../src/diagnostics/format-github.js';
import { formatHtml } from '../../src/diagnostics/format-html.js';
import { formatJunit } from '../../src/diagnostics/format-junit.js';
import { formatSarif } from '../../src/diagnostics/format-sarif.js';
import { placeOf, readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';

const source = new SourceFile('my volumes/a.xml', '<TEI>\n<p rend="a, b: <c>">caf&eacute;</p>\n</TEI>\n');
const at = (start: number, end: number) => placeOf(source, start, end);
const found: readonly Diagnostic[] = [
  {
    ...diagnostic(
      'VA014',
      { value: 'a, b: <c>\n100%', name: 'rend', element: 'p', expected: '“x”', suggestion: '' },
      at(9, 25),
    ),
  },
  diagnostic('VA102', {}, at(6, 8)),
  diagnostic('IN004', { path: 'b.xml', encoding: 'UTF-16' }, { file: 'b.xml' }),
];

describe('SARIF', () => {
  it('has rules, levels, and regions in UTF-16 code units', () => {
    const log = JSON.parse(formatSarif(found, '1.2.3'));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toMatchObject({ name: 'Chancery', version: '1.2.3' });
    expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(['IN004', 'VA014', 'VA102']);
    expect(run.results.map((r: { level: string; ruleIndex: number }) => [r.level, r.ruleIndex])).toEqual([
      ['error', 1],
      ['warning', 2],
      ['note', 0],
    ]);
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20volumes/a.xml' },
      region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 20 },
    });
  });
});

describe('SARIF of a whole validation', () => {
  it('has what the standard requires of every result and rule', async () => {
    const { value } = await createValidator({ strength: 'current' });
    const folder = import.meta.dirname;
    const cases = readdirSync(folder).filter((name) => /^VA[2-5]/.test(name));
    const all = cases.flatMap((name) => {
      const file = `tests/diagnostics/${name}/input.xml`;
      return value?.validate(new SourceFile(file, readFileSync(join(folder, name, 'input.xml'), 'utf8'))) ?? [];
    });
    expect(all.length).toBeGreaterThan(100);
    const [run, ...others] = JSON.parse(formatSarif(all, '1.2.3')).runs;
    expect(others).toEqual([]);
    const { rules } = run.tool.driver;
    expect(new Set(rules.map((rule: { id: string }) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      // §3.19.23: identifiers are unique; §3.11: a message has its text; §3.50: a level is one of four words.
      expect(rule.shortDescription.text).toMatch(/^[^{}]+$/);
      expect(rule.fullDescription.text).toMatch(/\S/);
      expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration.level);
    }
    expect(run.results).toHaveLength(all.length);
    for (const result of run.results) {
      expect(result.message.text).toMatch(/\S/);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(rules[result.ruleIndex].id).toBe(result.ruleId);
      const [{ physicalLocation }] = result.locations;
      expect(() => new URL(physicalLocation.artifactLocation.uri, 'file:///')).not.toThrow();
      // §3.30: lines and columns count from 1, and a region does not end before it begins.
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      expect([startLine, startColumn, endLine, endColumn].every((n) => Number.isInteger(n) && n >= 1)).toBe(true);
      expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true);
    }
  });
});

describe('JUnit', () => {
  it('is well-formed; errors are failures, the rest passes, a clean file has one test', () => {
    const xml = formatJunit(found, ['my volumes/a.xml', 'b.xml', 'clean.xml']);
    const suites: string[] = [];
    const cases: string[] = [];
    let failures = 0;
    const problems = readXml(new SourceFile('junit.xml', xml), {
      startTag(tag) {
        const { name, tests, failures: failed } = tag.attributes;
        if (tag.name === 'testsuite') suites.push(`${name?.value} ${tests?.value} ${failed?.value}`);
        if (tag.name === 'testcase') cases.push(name?.value ?? '');
        if (tag.name === 'failure') failures++;
      },
    });
    expect(problems).toEqual([]);
    expect(suites).toEqual(['my volumes/a.xml 2 1', 'b.xml 2 0', 'clean.xml 1 0']);
    expect(cases).toEqual([
      'VA102 my volumes/a.xml:2:1',
      'VA014 my volumes/a.xml:2:4',
      'IN004 b.xml',
      'valid',
      'valid',
    ]);
    expect(failures).toBe(1);
  });
});

describe('GitHub', () => {
  it('is one command a line, with the runner’s escapes', () => {
    const lines = formatGithub(found).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^::error file=my volumes\/a\.xml,line=2,col=4,endLine=2,endColumn=20,title=VA014::“a, b: <c>%0A100%25”/,
    );
    expect(lines[2]).toMatch(/^::notice file=b\.xml,title=IN004::/);
    expect(formatGithub([diagnostic('IN001', { path: 'x' }, { file: 'a,b:c%' })])).toContain('file=a%2Cb%3Ac%25,');
  });
});

describe('HTML', () => {
  it('shows every finding with its line marked, and nothing of the text as markup', () => {
    const html = formatHtml(found, new Map([[source.path, source]]), ['my volumes/a.xml', 'b.xml', 'clean.xml']);
    expect(html).toContain('<mark>rend=&quot;a, b: </mark>'.slice(0, 10));
    expect(html).toContain('a, b: &lt;c&gt;');
    expect(html).not.toContain('<c>');
    expect(html.match(/<li class=/g)).toHaveLength(3);
    expect(html).toContain('1 error, 1 warning, 1 notice in 2 files.');
    expect(html).toContain('Nothing was found.');
  });

  it('shows no more of a long line than stands round the place, also of a finding that has no end', () => {
    const long = new SourceFile('long.txt', 'word '.repeat(20_000));
    const one = diagnostic('EN004', {}, { file: long.path, start: long.positionAt(50_000) });
    expect(formatHtml([one], new Map([[long.path, long]]), [long.path]).length).toBeLessThan(
      formatHtml([], new Map(), [long.path]).length + 5000,
    );
  });
});
