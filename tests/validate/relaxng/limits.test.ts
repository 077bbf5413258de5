import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readXml } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';
import { SchemaCheck } from '../../../src/validate/relaxng/check.js';
import { loadSchema } from '../../../src/validate/relaxng/load.js';

const folder = mkdtempSync(path.join(tmpdir(), 'chancery-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** Writes files into a folder of their own and loads the first of them: `CODE message` of what is wrong with it, or the codes of a document. */
function load(files: Readonly<Record<string, string>>, document?: string): readonly string[] {
  const at = path.join(folder, String(count++), 'schemas');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    writeFileSync(path.join(at, name), text);
  }
  symlinkSync('/etc/passwd', path.join(at, 'link.rng'));
  const { value, diagnostics } = loadSchema(path.join(at, Object.keys(files)[0] ?? ''));
  if (value === undefined || document === undefined) return diagnostics.map((d) => `${d.code} ${d.message}`);
  const source = new SourceFile('a.xml', document);
  const check = new SchemaCheck(source, value);
  return [...readXml(source, check), ...check.diagnostics].map((d) => d.code);
}

const rng = (body: string, attributes = ''): string =>
  `<element xmlns="http://relaxng.org/ns/structure/1.0" name="a" ${attributes}>${body}</element>`;
const many = (n: number, of: (i: number) => string, by: string): string =>
  Array.from({ length: n }, (_, i) => of(i)).join(by);

describe('files of a schema', () => {
  it.each([
    ['in the folder above', '../b.rng', 'outside of the folder'],
    ['anywhere on the disk', '/etc/passwd', 'outside of the folder'],
    ['by a file address', 'file:///etc/passwd', 'outside of the folder'],
    ['behind a link', 'link.rng', 'outside of the folder'],
    ['on a network', 'http://example.org/a.rng', 'nothing is fetched'],
    ['in data', 'data:text/xml,%3Ca/%3E', 'nothing is fetched'],
    ['that are folders', '.', 'cannot be read'],
    ['that are missing', 'b.rng', 'cannot be read'],
    ['with an address that is none', '%E0%A4%A', 'not the address'],
    ['with a null character', 'a%00b', 'cannot be read'],
  ])('are not read %s', (_where, href, message) => {
    const found = load({ 'a.rng': rng(`<externalRef href="${href}"/>`), '../b.rng': rng('<empty/>') });
    expect(found).toEqual([expect.stringContaining(message)]);
    expect(found).toEqual([expect.stringMatching(/^VA001 /)]);
    expect(load({ 'a.rnc': `element a { external "${href}" }` })).toEqual([expect.stringContaining(message)]);
  });

  it('are read from folders in its own, by xml:base and escapes', () => {
    const inner = rng('<empty/>').replace('"a"', '"b"');
    expect(
      load({ 'a.rng': rng('<externalRef href="c%20d.rng"/>', 'xml:base="b/x"'), 'b/c d.rng': inner }, '<a><b/></a>'),
    ).toEqual([]);
    expect(
      load({ 'a.rng': rng('<externalRef href="../c.rng"/>', 'xml:base="b/x"'), 'c.rng': inner }, '<a><b/></a>'),
    ).toEqual([]);
  });

  it('that go in circles are refused, also by way of grammars in elements', () => {
    const loop = 'start = element a { grammar { include "b.rnc" } }';
    expect(load({ 'a.rnc': loop, 'b.rnc': loop })).toEqual([expect.stringContaining('takes in itself')]);
  });

  it('may not double themselves without end', () => {
    const doubling = (of: (next: string) => string, last: string): Record<string, string> => ({
      ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}.rnc`, of(`f${i + 1}.rnc`)])),
      'f40.rnc': last,
    });
    const grammars = doubling(
      (f) => `start = element a { grammar { include "${f}" }, grammar { include "${f}" } }`,
      'start = element z { empty }',
    );
    expect(load(grammars)).toEqual([expect.stringContaining('grows too large')]);
    expect(load(doubling((f) => `include "${f}" include "${f}"`, ''))).toEqual([
      expect.stringContaining('grows too large'),
    ]);
    expect(load(doubling((f) => `element a { external "${f}", external "${f}" }`, 'element z { empty }'))).toEqual([]);
    const line = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`f${i}.rnc`, `include "f${i + 1}.rnc"`]));
    expect(load({ ...line, 'f300.rnc': 'start = element a { empty }' })).toEqual([
      expect.stringContaining('too many files'),
    ]);
  });
});

describe('a schema in compact syntax', () => {
  const deep = (opening: string, inner: string, closing: string): string =>
    `${opening.repeat(50_000)}${inner}${closing.repeat(50_000)}`;
  it.each([
    ['brackets', `start = element a { ${deep('(', 'empty', ')')} }`],
    ['names in brackets', `start = element ${deep('(', 'a', ')')} { empty }`],
    ['elements', `start = ${deep('element a { ', 'empty', '}')}`],
    ['divs', deep('div { ', 'start = element a { empty }', '}')],
    ['repetitions', `start = element a { empty${'+'.repeat(50_000)} }`],
  ])('may not nest %s without end', (_what, schema) => {
    expect(load({ 'a.rnc': schema })).toEqual([expect.stringContaining('nested more than')]);
  });

  it.each([
    ['a character that is none', 'start = element a { "\\x{FFFFFFFF}" }'],
    ['a prefix declared twice', 'namespace p = "a" namespace p = "b" start = element a { empty }'],
    ['two default namespaces', 'default namespace = "a" default namespace = "b" start = element a { empty }'],
    ['a prefix of its own for xml', 'namespace xml = "a" start = element a { empty }'],
    ['a library that is none', 'datatypes d = "here" start = element a { empty }'],
    ['an include in an include', 'include "b.rnc" { include "b.rnc" }'],
  ])('may not hold %s', (_what, schema) => {
    expect(load({ 'a.rnc': schema, 'b.rnc': 'start = element a { empty }' })).toEqual([
      expect.stringMatching(/^VA030 /),
    ]);
  });

  it.each([
    ['4.16', 'start = element a { attribute xmlns { text } }'],
    ['4.16', 'start = element a { empty } b = element * - * { empty }'],
    ['4.17', 'start = element a { empty } start = element b { empty }'],
    ['4.18', 'start = element a { empty } b = c'],
    ['4.19', 'start = a a = a | element b { empty }'],
    ['7.1.1', 'start = element a { attribute b { element c { empty } } }'],
    ['7.1.2', 'start = element a { (attribute b { text }, attribute c { text })+ }'],
    ['7.1.3', 'start = element a { list { text } }'],
    ['7.1.4', 'start = element a { xsd:token - text }'],
    ['7.1.5', 'start = attribute a { text }'],
    ['7.2', 'start = element a { xsd:date, element b { empty } }'],
    ['7.3', 'start = element a { attribute b { text }, c } c = attribute (b | d) { text }'],
    ['7.3', 'start = element a { attribute b { text }, attribute * { text }* }'],
    ['7.3', 'start = element a { attribute * { text } }'],
    ['7.4', 'start = element a { element b { empty }* & element * - c { empty } }'],
    ['7.4', 'start = element a { mixed { text } }'],
  ])('keeps to §%s: %s', (section, schema) => {
    expect(load({ 'a.rnc': schema })).toEqual([expect.stringContaining(`(RELAX NG §${section})`)]);
  });

  it.each([
    ['start = element a { attribute b { text } | attribute b { empty } }'],
    ['start = element a { attribute * - (b | xml:*) { text }*, attribute b { text } }'],
    ['namespace p = "urn:p" start = element a { element p:* { empty }* & element * - p:* { empty }* }'],
    ['start = element a { mixed { element b { empty }* } }'],
    ['start = element a { list { xsd:date, (xsd:date | "none") } }'],
    ['start = element a { attribute b { notAllowed }, attribute b { text } }?'],
  ])('may hold %s', (schema) => {
    expect(load({ 'a.rnc': schema.replace('}?', '} | element a { empty }') })).toEqual([]);
  });
});

describe('a large schema', () => {
  it('may have thousands of values, names and alternatives', () => {
    const values = load(
      {
        'a.rnc': `start = element a { attribute b { ${many(20_000, (i) => `"v${i}"`, '|')} }, (${many(20_000, (i) => `"v${i}"`, '|')}) }`,
      },
      '<a b="v0">v19999</a>',
    );
    expect(values).toEqual([]);
    expect(
      load(
        { 'a.rnc': `start = element a { (${many(20_000, (i) => `element e${i} { empty }`, '|')})* }` },
        '<a><e0/><e19999/><f/></a>',
      ),
    ).toEqual(['VA011']);
    expect(load({ 'a.rnc': `start = element (${many(20_000, (i) => `e${i}`, '|')}) { empty }` }, '<e7/>')).toEqual([]);
  });

  it.each([
    ['a group', ','],
    ['an interleave', '&'],
  ])('has at most a thousand parts in %s', (_what, by) => {
    const parts = (n: number): string => `start = element a { ${many(n, (i) => `element e${i} { empty }?`, by)} }`;
    expect(load({ 'a.rnc': parts(990) }, '<a><e5/><f/></a>')).toEqual(['VA011']);
    expect(load({ 'a.rnc': parts(1010) })).toEqual([expect.stringContaining('too much')]);
  });

  it('may not refer on without end', () => {
    const chain = `start = element r { d0 } ${many(20_000, (i) => `d${i} = (d${i + 1})`, ' ')} d20000 = empty`;
    expect(load({ 'a.rnc': chain })).toEqual([expect.stringContaining('deep in one another')]);
  });

  it('that allows nothing gives a finding for each document', () => {
    expect(load({ 'a.rnc': 'notAllowed' }, '<a/>')).toEqual(['VA011']);
  });
});

describe('a long document', () => {
  const repeated = (n: number, of: (i: number) => string): string =>
    `<a>${Array.from({ length: n }, (_, i) => of(i)).join('')}</a>`;

  it.each([
    ['a repeated interleave', `(${many(40, (i) => `e${i}?`, '&')})*`],
    ['an interleave of repeated groups', `${many(20, (i) => `(e${2 * i}?, e${2 * i + 1}?)*`, '&')}`],
    ['a repeated line of parts', `(${many(40, (i) => `e${i}?`, ',')})*`],
    ['a wide interleave', many(900, (i) => `e${i}*`, '&')],
  ])('may have %s', (_what, content) => {
    const elements = many(900, (i) => `e${i} = element e${i} { empty }`, ' ');
    const schema = `start = element a { ${content} } ${elements}`;
    expect(
      load(
        { 'a.rnc': schema },
        repeated(5000, (i) => `<e${(i * i * 7 + i) % 40}/>`),
      ),
    ).toEqual([]);
  });

  it('gets one finding where each of many parts may be read in two ways', () => {
    const part = (i: number): string =>
      `((element e${i} { empty }, element f${i} { empty }) | (element e${i} { text }, element g${i} { empty }))*`;
    const schema = `start = element a { ${many(40, part, '&')} }`;
    const found = load({ 'a.rnc': schema }, `${repeated(40, (i) => `<e${i}/>`)}`);
    expect(found).toEqual(['VA064']);
    expect(load({ 'a.rnc': schema }, `${repeated(40, (i) => `<e${i}/><f${i}/>`)}`)).toEqual([]);
  });

  it.each([
    ['(a+)+b', ['VA017']],
    ['((a{1,1000}){1,1000})', ['VA017']],
    ['((a{1,1000}b?){1,1000}c?){1,1000}', ['VA063']],
  ])('of one value is checked against the pattern %s', (pattern, codes) => {
    const schema = `start = element a { xsd:string { pattern = "${pattern}" } }`;
    expect(load({ 'a.rnc': schema }, `<a>${'a'.repeat(20_000)}!</a>`)).toEqual(codes);
  });

  it.each([
    ['decimal', `0.${'0'.repeat(200_000)}1`],
    ['hexBinary', 'ab'.repeat(4_000_000)],
    ['base64Binary', 'QUJD'.repeat(4_000_000)],
    ['NMTOKENS', 'a '.repeat(400_000)],
    ['anyURI', `a#${'b'.repeat(4_000_000)}`],
  ])('of one value of the type %s comes to an end', (type, value) => {
    const facet = type === 'decimal' ? '{ minInclusive = "0" fractionDigits = "3" totalDigits = "3" }' : '';
    const found = load({ 'a.rnc': `start = element a { xsd:${type} ${facet} }` }, `<a>${value}</a>`);
    expect(found).toEqual(type === 'decimal' ? ['VA017'] : []);
  });
});
