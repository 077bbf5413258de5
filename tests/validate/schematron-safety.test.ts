import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { xpathNames } from '../../src/formats/xpath-names.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runInSandbox } from '../../src/validate/schematron/sandbox.js';
import { compileSchematron, runSchematron } from '../../src/validate/schematron.js';
import { readTree } from '../../src/validate/tree.js';
import { runs } from '../runs.js';

const folder = mkdtempSync(join(tmpdir(), 'schematron-safety-'));
const outside = join(folder, 'secret.txt');
const own = join(folder, 'schema');
mkdirSync(own);
writeFileSync(outside, 'secret');
writeFileSync(join(folder, 'secret.xml'), '<secret/>');
writeFileSync(join(own, 'places.xml'), '<places><place>Rome</place></places>');
writeFileSync(
  join(own, 'functions.xsl'),
  '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"/>',
);
symlinkSync(outside, join(own, 'link.txt'));
afterAll(() => rmSync(folder, { recursive: true }));

const INSTANCE = new SourceFile(
  join(folder, 'instance.xml'),
  '<a n="1"><b>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac</b></a>',
);

function schemaOf(content: string, attributes = ''): SourceFile {
  return new SourceFile(
    join(own, 'schema.sch'),
    `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" ${attributes}>
<ns prefix="js" uri="http://saxonica.com/ns/globalJS"/><ns prefix="ixsl" uri="http://saxonica.com/ns/interactiveXSLT"/>
<ns prefix="n" uri="http://saxonica.com/ns/globalJS"/><ns prefix="f" uri="http://www.w3.org/2005/xpath-functions"/><ns prefix="my" uri="urn:my"/>
${content}
</schema>`,
  );
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const reporting = (expression: string): string =>
  `<pattern><rule context="a"><report test="true()"><value-of select="${escaped(expression)}"/></report></rule></pattern>`;

function compile(source: SourceFile): ReturnType<typeof compileSchematron> {
  return compileSchematron(source, { base: String(pathToFileURL(source.path)) });
}

function run(source: SourceFile, limits?: { seconds: number; megabytes: number }): readonly Diagnostic[] {
  const { value, diagnostics } = compile(source);
  if (value === undefined) return diagnostics;
  return runSchematron(value, readTree(INSTANCE), limits === undefined ? {} : { limits }).diagnostics;
}

/** Every way to write a call, of a name that may not be called. */
const FORBIDDEN = [
  ['js', 'http://saxonica.com/ns/globalJS', 'eval'],
  ['n', 'http://saxonica.com/ns/globalJS', 'require'],
  ['ixsl', 'http://saxonica.com/ns/interactiveXSLT', 'eval'],
  ['ixsl', 'http://saxonica.com/ns/interactiveXSLT', 'window'],
  ['', 'http://www.w3.org/2005/xpath-functions', 'transform'],
  ['f', 'http://www.w3.org/2005/xpath-functions', 'transform'],
  ['f', 'http://www.w3.org/2005/xpath-functions', 'load-xquery-module'],
  ['', 'http://www.w3.org/2005/xpath-functions', 'function-lookup'],
  ['', 'http://www.w3.org/2005/xpath-functions', 'environment-variable'],
  ['f', 'http://www.w3.org/2005/xpath-functions', 'collection'],
  ['my', 'urn:my', 'unknown'],
] as const;

const ignorable = fc.constantFrom('', ' ', '\n\t', '(: c :)', '(: (: js :) \' " :) ', '(:(:):):)');
const forbiddenName = fc
  .tuple(fc.constantFrom(...FORBIDDEN), fc.boolean(), ignorable)
  .map(([[prefix, uri, local], isBraced, space]) =>
    isBraced ? `Q{${space.startsWith('(') ? '' : space}${uri}}${local}` : prefix === '' ? local : `${prefix}:${local}`,
  );
const call = fc
  .tuple(forbiddenName, ignorable, ignorable)
  .chain(([name, a, b]) =>
    fc.constantFrom(
      `${name}${a}(${b}'1')`,
      `${name}${a}(?)`,
      `'1' =>${a}${name}${b}(1)`,
      `let $f := ${name}${a}#${1} return $f('1')`,
      `(${name}#1)${a}('1')`,
      `apply(${name}#1, ['1'])`,
      `for-each('1',${a}${name}#1)`,
      `map { 'f':${a}${name}#1 }?f('1')`,
    ),
  );
const wrapped = call.chain((expression) =>
  fc.constantFrom(
    expression,
    `'js:eval(''1'')' || (${expression})`,
    `"a ""b"" (: " , ${expression}`,
    `(: it's :) ${expression}`,
    `if (1 = 2) then ${expression} else 0`,
    `//*[${expression}]`,
    `for $x in 1 to 2 return ${expression}`,
    `function($x) { ${expression} }(1)`,
    `1e3 + 2.5, ${expression}`,
    `some $js:x in (1) satisfies ${expression}`,
  ),
);
/** Every place in a schema where an expression is evaluated. */
const placed = wrapped.chain((expression) => {
  const e = escaped(expression);
  return fc.constantFrom(
    `<pattern><rule context="a"><assert test="${e}"/></rule></pattern>`,
    reporting(expression),
    `<pattern><rule context="a[${e}]"><assert test="1"/></rule></pattern>`,
    `<pattern><rule context="a"><assert test="1"><name path="${e}"/></assert></rule></pattern>`,
    `<let name="x" value="${e}"/><pattern><rule context="a"><assert test="$x"/></rule></pattern>`,
    `<pattern><let name="x" value="${e}"/><rule context="a"><assert test="$x"/></rule></pattern>`,
    `<pattern><rule context="a" subject="${e}"><assert test="0"/></rule></pattern>`,
    `<pattern documents="${e}"><rule context="a"><assert test="0"/></rule></pattern>`,
    `<let name="x"><xsl:value-of select="${e}"/></let><pattern><rule context="a"><assert test="$x"/></rule></pattern>`,
    `<let name="x"><b title="{${e}}"/></let><pattern><rule context="a"><assert test="$x"/></rule></pattern>`,
    `<xsl:function name="my:own"><xsl:param name="p"/><xsl:sequence select="${e}"/></xsl:function><pattern><rule context="a"><assert test="my:own(1)"/></rule></pattern>`,
    `<xsl:key name="k" match="a" use="${e}"/><pattern><rule context="a"><assert test="key('k', '1')"/></rule></pattern>`,
    `<xsl:variable name="x" expand-text="yes">{${e}}</xsl:variable><pattern><rule context="a"><assert test="$x"/></rule></pattern>`,
    `<diagnostics><diagnostic id="d"><value-of select="${e}"/></diagnostic></diagnostics><pattern><rule context="a"><assert test="0" diagnostics="d"/></rule></pattern>`,
    `<pattern abstract="true" id="p"><param name="e" value="${e}"/><rule context="a"><assert test="$e"/></rule></pattern><pattern is-a="p"/>`,
    `<pattern abstract="true" id="p"><rule context="a"><assert test="$e"/></rule></pattern><pattern is-a="p"><param name="e" value="${e}"/></pattern>`,
  );
});

describe('a Schematron schema from elsewhere', () => {
  it('is refused at its line and column whatever way it calls what it may not', () => {
    fc.assert(
      fc.property(placed, (content) => {
        const { value, diagnostics } = compile(schemaOf(content));
        expect(value).toBeUndefined();
        expect(diagnostics.map((d) => d.code)).toContain('VA060');
        expect(diagnostics.every((d) => (d.place?.start?.line ?? 0) >= 4)).toBe(true);
      }),
      { numRuns: runs(400) },
    );
  });

  it('is told where the call stands', () => {
    const source = schemaOf(reporting(`"&" || js:eval('1')`));
    const [found] = compile(source).diagnostics;
    expect(found?.place?.start?.offset).toBe(source.text.indexOf('js:eval('));
    expect(found?.place?.end?.offset).toBe(source.text.indexOf('js:eval(') + 'js:eval'.length);
  });

  it.each([
    [
      'a name put together by an abstract pattern',
      `<pattern abstract="true" id="p"><rule context="a"><assert test="$a$b('1')"/></rule></pattern><pattern is-a="p"><param name="a" value="trans"/><param name="b" value="form"/></pattern>`,
    ],
    [
      'a function named by an abstract pattern',
      `<pattern abstract="true" id="p"><rule context="a"><assert test="$p('1')"/></rule></pattern><pattern is-a="p"><param name="p" value="transform"/></pattern>`,
    ],
    ['an expression made up on the way', '<xsl:template name="t"><xsl:evaluate xpath="\'1\'"/></xsl:template>'],
    ['a file written', '<xsl:template name="t"><xsl:result-document href="x"/></xsl:template>'],
    ['another package', '<xsl:use-package name="x"/>'],
    [
      'an instruction of the processor',
      '<xsl:template name="t"><ixsl:set-attribute xmlns:ixsl="http://saxonica.com/ns/interactiveXSLT"/></xsl:template>',
    ],
    ['an extension', '<xsl:template name="t"><b xsl:extension-element-prefixes="js"/></xsl:template>'],
    ['a shadow attribute', '<xsl:variable name="x" _select="1"/>'],
    ['a function defined among the processor’s own', '<xsl:function name="js:eval"/>'],
    [
      'a prefix declared again',
      `<xsl:function name="my:f" xmlns:o="http://saxonica.com/ns/globalJS"><xsl:sequence select="o:eval('1')"/></xsl:function>`,
    ],
    [
      'a function hidden by an own one',
      `<xsl:function name="my:eval"/><xsl:variable xmlns:my="http://saxonica.com/ns/globalJS" name="x" select="my:eval('1')"/>`,
    ],
  ])('%s is refused', (_, content) => {
    const { value, diagnostics } = compile(schemaOf(content));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe('VA060');
  });

  it.each([
    `unparsed-text('../secret.txt')`,
    `doc('${pathToFileURL(outside).href}')`,
    `unparsed-text('link.txt')`,
    `json-doc('http://example.org/x.json')`,
    `document('../secret.xml')`,
    `unparsed-text-lines(concat('../', 'secret.txt'))`,
    `doc-available(string-join(('..', 'secret.xml'), '/'))`,
    `(unparsed-text#1)('/etc/passwd')`,
    `'link.txt' => unparsed-text()`,
  ])('%s reads nothing outside the folder', (expression) => {
    const found = run(schemaOf(reporting(expression)));
    expect(found.map((d) => d.code)).toEqual(['VA061']);
    expect(found[0]?.place?.start?.line).toBe(4);
  });

  it.each([
    '<include href="../secret.xml"/>',
    '<xsl:import href="../x.xsl"/>',
    '<pattern><rule context="a"><extends href="../secret.xml"/></rule></pattern>',
  ])('%s is refused', (content) => {
    expect(compile(schemaOf(content)).diagnostics[0]).toMatchObject({ code: 'VA061', place: { start: { line: 4 } } });
  });

  it('may use all of XPath, its own functions and the files of its folder', () => {
    const found = run(
      schemaOf(`<xsl:include href="functions.xsl"/><xsl:function name="my:own"><xsl:param name="x"/><xsl:sequence select="$x || '!'"/></xsl:function>
<xsl:key name="b" match="b" use="1"/><let name="m" value="map { 'transform': 1, 'js:eval': 2 }"/>
<pattern><rule context="a"><let name="p" value="doc('places.xml')"/>
<report test="true()"><value-of select="my:own('x'), document('places.xml')//place, map:size($m), array:size([1, 2]), math:pi() gt 3, xs:integer('4'), sort((3, 1)), fn:upper-case('a') => lower-case(), Q{urn:my}own('y'), count(key('b', 1)), string-length#1('abc'), $p//place/text(), 'js:eval(1)', (: js:eval(1) :) transform, f:reverse(1 to 2), let $f := function($x as xs:integer) as xs:integer { $x + 1 } return $f(1)"/></report></rule></pattern>`),
    );
    expect(found.map((d) => d.message)).toEqual(['x! Rome 2 2 true 4 1 3 a y! 1 3 Rome js:eval(1) 2 1 2']);
  });

  const LIMITS = { seconds: 4, megabytes: 200 };
  it.each([
    ['steps without end', reporting('count((1 to 10000000000)[. mod 7 = 8])')],
    ['a regular expression without end', reporting(`matches(b, '^(a+)+b$')`)],
    [
      'recursion without end',
      `<xsl:function name="my:r"><xsl:param name="n"/><xsl:sequence select="1 + my:r($n + 1)"/></xsl:function>${reporting('my:r(1)')}`,
    ],
    [
      'memory without end',
      `<xsl:function name="my:d"><xsl:param name="s"/><xsl:sequence select="my:d(($s, $s ! string(.)))"/></xsl:function>${reporting(`my:d(('abcdefgh', 'b'))`)}`,
    ],
  ])('%s come to an end', { timeout: 60_000 }, (_, content) => {
    const found = run(schemaOf(content), LIMITS);
    expect(found.map((d) => d.code)).toEqual(['VA062']);
  });

  it('has no way to the computer even where the first wall were to fail', () => {
    const pwned = join(folder, 'pwned');
    const attempts = [
      `ixsl:eval("process.getBuiltinModule('fs').writeFileSync('${pwned}', 'x')")`,
      `js:eval("1")`,
      `ixsl:call(ixsl:window(), 'eval', ['1'])`,
      `ixsl:get(ixsl:window(), 'process')`,
      `ixsl:call(ixsl:get(map{}, 'constructor.constructor'), 'call', [(), 'return process'])`,
      `ixsl:apply(ixsl:get(ixsl:get(xs:date('2000-01-01'), 'constructor'), 'constructor'), ['return process'])`,
    ];
    for (const select of attempts) {
      const stylesheet = `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:js="http://saxonica.com/ns/globalJS" xmlns:ixsl="http://saxonica.com/ns/interactiveXSLT"><xsl:template match="/"><r><xsl:sequence select="${escaped(select)}"/></r></xsl:template></xsl:stylesheet>`;
      const base = String(pathToFileURL(join(own, 'x.xsl')));
      const result = runInSandbox({
        stylesheet,
        base,
        parameters: {},
        instance: '<a/>',
        instanceBase: base,
        allowed: [],
      });
      // Without the global object there is nothing to get.
      expect(result.svrl ?? '<r/>').toMatch(/<r(?: xmlns:\w+="[^"]*")*\/>$/);
    }
    expect(existsSync(pwned)).toBe(false);
  });
});

describe('the names of an XPath expression', () => {
  it('are read in a time that grows with its length', () => {
    const nested = `${'(:'.repeat(20_000)} f() ${':)'.repeat(20_000)} g()`;
    expect(xpathNames(nested).map((n) => n.written)).toEqual(['g']);
    expect(xpathNames('a'.repeat(50_000)).length).toBe(1);
    expect(xpathNames('f('.repeat(20_000)).length).toBe(20_000);
  });
});
