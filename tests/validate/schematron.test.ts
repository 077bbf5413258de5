import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SourceFile } from '../../src/model/source-file.js';
import { compileSchematron, runSchematron } from '../../src/validate/schematron.js';
import { readTree } from '../../src/validate/tree.js';

/**
 * One folder a feature of ISO Schematron: `schema.sch`, `instance.xml`, and the findings expected of it in `expected.txt`, a line
 * each: file, line:column, severity, code, message, hint. A folder named `…--PHASE` is run in that phase.
 */
const folder = join(import.meta.dirname, 'schematron');

function line({ place, severity, code, message, hint }: Diagnostic): string {
  const name = place?.file.split('/').at(-1);
  const at = place?.start === undefined ? '-' : `${place.start.line}:${place.start.column}`;
  return `${name} ${at} ${severity} ${code} | ${message}${hint === undefined ? '' : ` | ${hint}`}`;
}

function run(path: string): readonly Diagnostic[] {
  const schemaPath = join(path, 'schema.sch');
  const instancePath = join(path, 'instance.xml');
  const phase = /--(.+)$/.exec(path)?.[1];
  const base = String(pathToFileURL(schemaPath));
  const source = new SourceFile(schemaPath, readFileSync(schemaPath, 'utf8'));
  const schema = compileSchematron(source, phase === undefined ? { base } : { base, phase });
  if (schema.value === undefined) return schema.diagnostics;
  return runSchematron(schema.value, readTree(new SourceFile(instancePath, readFileSync(instancePath, 'utf8'))))
    .diagnostics;
}

describe('Schematron', () => {
  for (const name of readdirSync(folder).filter((n) => existsSync(join(folder, n, 'schema.sch')))) {
    it(name, () => {
      const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8').trim();
      const said = vi.spyOn(console, 'error');
      expect(run(join(folder, name)).map(line).join('\n')).toBe(expected);
      // The compiler keeps its thoughts to itself.
      expect(said).not.toHaveBeenCalled();
      said.mockRestore();
    });
  }
});

describe('the paths of a report', () => {
  const report = (children: string) => {
    const path = join(folder, 'none.xml');
    const source = new SourceFile(
      path,
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="b" uri="urn:b"/><pattern><rule context="a | b:a | c"><report test="true()" subject="(@n, .)[1]">x</report></rule></pattern></schema>',
    );
    const schema = compileSchematron(source, { base: String(pathToFileURL(path)) });
    if (schema.value === undefined) throw new Error('The schema is faulty.');
    const { svrl } = runSchematron(schema.value, readTree(new SourceFile(path, `<r xmlns:b="urn:b">${children}</r>`)));
    return [...svrl.matchAll(/ location="([^"]*)"/g)].map(([, location]) => location);
  };

  it('are those of path(), however many siblings stand before', () => {
    const count = 600;
    const expected = Array.from({ length: count }, (_, at) => [
      `/Q{}r[1]/Q{}a[${at + 1}]`,
      `/Q{}r[1]/Q{urn:b}a[${at + 1}]`,
      `/Q{}r[1]/Q{}a[${at + 1}]/Q{}c[1]`,
      `/Q{}r[1]/Q{}a[${at + 1}]/Q{}c[2]/@n`,
    ]).flat();
    expect(new Set(report('<a><c/>x<c n="1"/></a>y<b:a/>'.repeat(count)))).toEqual(new Set(expected));
  }, 60_000);
});
