import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readXml } from '../../../src/formats/sax.js';
import { SourceFile } from '../../../src/model/source-file.js';
import { SchemaCheck } from '../../../src/validate/relaxng/check.js';
import { loadSchema } from '../../../src/validate/relaxng/load.js';

const folder = mkdtempSync(path.join(tmpdir(), 'chancery-schema-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a schema (and what it includes) and gives a function from documents to `CODE message` of each finding. */
function validator(schema: string, others: Readonly<Record<string, string>> = {}): (document: string) => string[] {
  const isXml = schema.trimStart().startsWith('<');
  const file = path.join(folder, isXml ? 'schema.rng' : 'schema.rnc');
  writeFileSync(file, schema);
  for (const [name, text] of Object.entries(others)) writeFileSync(path.join(folder, name), text);
  const { value, diagnostics } = loadSchema(file);
  if (value === undefined) return () => diagnostics.map((d) => `${d.code} ${d.message}`);
  return (document) => {
    const source = new SourceFile('a.xml', document);
    const check = new SchemaCheck(source, value);
    const problems = readXml(source, check);
    return [...problems, ...check.diagnostics].map((d) => `${d.code} ${d.message}`);
  };
}

/** The codes alone. */
function codes(found: readonly string[]): string[] {
  return found.map((f) => f.slice(0, 5));
}

describe('patterns', () => {
  it('group, choice, optional, zeroOrMore, oneOrMore', () => {
    const check = validator(
      'start = element a { element b { empty }, (element c { empty } | element d { empty }), element e { empty }?, element f { empty }* , element g { empty }+ }',
    );
    expect(check('<a><b/><c/><g/></a>')).toEqual([]);
    expect(check('<a><b/><d/><e/><f/><f/><g/><g/></a>')).toEqual([]);
    expect(check('<a><b/><c/><d/><g/></a>')).toEqual([
      'VA010 `d` may not stand in `a` after `c`; expected `e`, `f` or `g`.',
    ]);
    // What makes the second come too late is `g`, not the first, which is out of place itself.
    expect(check('<a><b/><c/><g/><e/><e/></a>')).toEqual([
      'VA010 `e` may not stand in `a` after `g`; expected `g` or the end of `a`.',
      'VA010 `e` may not stand in `a` after `g`; expected `g` or the end of `a`.',
    ]);
    expect(check('<a><b/><g/></a>')).toEqual(['VA012 `g` may not stand in `a` yet: `c` or `d` must come first.']);
    expect(check('<a><g/></a>')).toEqual(['VA012 `g` may not stand in `a` yet: `b` and `c` or `d` must come first.']);
    expect(check('<a><b/><c/></a>')).toEqual(['VA018 `a` is not complete; missing: `g`.']);
  });

  it('interleave takes any order', () => {
    const check = validator('start = element a { element b { empty } & element c { empty }* & element d { empty } }');
    expect(check('<a><c/><d/><c/><b/><c/></a>')).toEqual([]);
    expect(check('<a><d/><c/></a>')).toEqual(['VA018 `a` is not complete; missing: `b`.']);
    expect(codes(check('<a><b/><d/><b/></a>'))).toEqual(['VA010']);
  });

  it('interleave of groups keeps the order in each', () => {
    const check = validator(
      'start = element a { (element b { empty }, element c { empty }) & (element d { empty }, element e { empty }) }',
    );
    expect(check('<a><b/><d/><c/><e/></a>')).toEqual([]);
    expect(codes(check('<a><c/><b/><d/><e/></a>'))).toEqual(['VA012', 'VA010']);
  });

  it('mixed content and text', () => {
    const check = validator('start = element p { mixed { element hi { text }* } }');
    expect(check('<p>one <hi>two</hi> three</p>')).toEqual([]);
    expect(validator('start = element a { element b { empty } }')('<a>x<b/></a>')).toEqual([
      'VA016 `a` may not hold text here (“x”); expected `b`.',
    ]);
  });

  it('attributes: required, optional, unknown, in any order', () => {
    const check = validator('start = element a { attribute x { text }, attribute y { "1" | "2" }?, empty }');
    expect(check('<a y="2" x=""/>')).toEqual([]);
    expect(check('<a y="1"/>')).toEqual(['VA015 `a` must have `x`.']);
    expect(check('<a x="" z="1"/>')).toEqual(['VA013 `a` may not have the attribute `z`; it may have `y`.']);
    expect(check('<a x="" y="3"/>')).toEqual(['VA014 “3” is no value of `y` on `a`; expected “1” or “2”.']);
  });

  it('attributes that decide about content', () => {
    const check = validator(
      'start = element a { (attribute k { "b" }, element b { empty }) | (attribute k { "c" }, element c { empty }) }',
    );
    expect(check('<a k="b"><b/></a>')).toEqual([]);
    expect(check('<a k="c"><c/></a>')).toEqual([]);
    expect(codes(check('<a k="c"><b/></a>'))).toEqual(['VA010', 'VA018']);
    expect(codes(check('<a k="d"><b/></a>'))).toEqual(['VA014']);
  });

  it('list, value and data with except', () => {
    const check = validator(
      'datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"\nstart = element a { attribute n { list { xsd:integer, xsd:integer+ } }, attribute t { xsd:token - ("x" | "y") }, empty }',
    );
    expect(check('<a n=" 1 2  3" t="z"/>')).toEqual([]);
    expect(codes(check('<a n="1" t="x"/>'))).toEqual(['VA014', 'VA014']);
  });

  it('data content of elements', () => {
    const check = validator(
      'datatypes xsd = "http://www.w3.org/2001/XMLSchema-datatypes"\nstart = element a { element d { xsd:date }, element e { xsd:int | element f { empty } } }',
    );
    expect(check('<a><d>1964-11-19</d><e>5</e></a>')).toEqual([]);
    expect(check('<a><d>1964-11-<!-- in two pieces -->19</d><e> <f/> </e></a>')).toEqual([]);
    expect(check('<a><d>19 November</d><e>x</e></a>')).toEqual([
      'VA017 “19 November” may not be the content of `d`; expected a date such as 1964-11-19.',
      'VA017 “x” may not be the content of `e`; expected xsd:int.',
    ]);
    expect(codes(check('<a><d/><e>5<f/></e></a>'))).toEqual(['VA017', 'VA016']);
  });

  it('notAllowed closes a pattern', () => {
    const check = validator('start = element a { element b { notAllowed } | element c { empty } }');
    expect(check('<a><c/></a>')).toEqual([]);
    expect(codes(check('<a><b/></a>')).length).toBeGreaterThan(0);
  });

  it('recursion through elements', () => {
    const check = validator('start = \\div\n\\div = element div { element head { text }?, \\div* }');
    expect(check('<div><div><head>x</head><div/></div></div>')).toEqual([]);
    expect(codes(check('<div><div/><div><div/><head/></div></div>'))).toEqual(['VA010']);
  });
});

describe('name classes', () => {
  it('any name, names of a namespace, choices and exceptions', () => {
    const check = validator(
      'namespace x = "urn:x"\nstart = element a { element (b | x:c) { empty }, element x:* - x:c { empty }*, element * - (a | x:*) { attribute * { text }*, text } }',
    );
    expect(check('<a xmlns:x="urn:x"><x:c/><x:d/><x:e/><z q="1" r="2">t</z></a>')).toEqual([]);
    expect(codes(check('<a xmlns:x="urn:x"><b/><x:c/><z/></a>'))).toEqual(['VA010']);
    expect(codes(check('<a xmlns:x="urn:x"><b/><a/></a>')).length).toBeGreaterThan(0);
  });

  it('namespaces of elements and attributes', () => {
    const check = validator(
      'default namespace = "urn:d"\nnamespace x = "urn:x"\nstart = element a { attribute n { text }, attribute x:m { text }, element x:b { empty } }',
    );
    expect(check('<p:a xmlns:p="urn:d" xmlns:q="urn:x" n="" q:m=""><q:b/></p:a>')).toEqual([]);
    expect(codes(check('<a n="" m="" xmlns:q="urn:x"><q:b/></a>'))[0]).toBe('VA011');
  });
});

describe('grammars', () => {
  it('definitions are combined', () => {
    const check = validator(
      'start = element a { m, n }\nm |= element b { empty }\nm |= element c { empty }\nn &= attribute x { text }?\nn &= attribute y { text }?',
    );
    expect(check('<a x="" y=""><c/></a>')).toEqual([]);
    expect(codes(check('<a><b/><c/></a>'))).toEqual(['VA010']);
  });

  it('include replaces definitions, external takes a whole pattern, nested grammars see their parent', () => {
    const others = {
      'base.rnc': 'start = element a { b, c }\nb = element b { empty }\nc = element c { empty }',
      'note.rnc': 'element note { text }',
    };
    const check = validator(
      'include "base.rnc" { b = element b2 { external "note.rnc", grammar { start = element in { parent c } } } }',
      others,
    );
    expect(check('<a><b2><note>x</note><in><c/></in></b2><c/></a>')).toEqual([]);
    expect(codes(check('<a><b/><c/></a>'))).toEqual(['VA011', 'VA012']);
  });

  it('a mistake in a schema is named with its place', () => {
    expect(validator('start = element a { b }')('')).toEqual([
      'VA031 The definitions of the schema do not hold together: `b` is not defined (RELAX NG §4.18).',
    ]);
    expect(validator('start = a\na = (a | element b { empty })')('')).toEqual([
      'VA031 The definitions of the schema do not hold together: `a` contains itself without an element between (RELAX NG §4.19).',
    ]);
    expect(validator('start = element a { element b { empty }, text | empty }')('')[0]).toContain('may not be mixed');
    expect(validator('start = element a { xsd:dat }')('')[0]).toContain('there is no datatype “dat”');
    expect(validator('start = element a { xsd:string { pattern = "[" } }')('')[0]).toContain('VA031');
    expect(validator('include "missing.rnc"')('')[0]).toContain('cannot be read');
    expect(validator('include "http://example.org/a.rnc"')('')[0]).toContain('nothing is fetched');
    expect(validator('start = element a { empty')('')[0]).toContain('`}` is expected');
  });

  it('a schema in XML syntax means the same', () => {
    const rng = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:d" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes" xmlns:a="urn:note">
      <a:documentation>left out</a:documentation>
      <start><ref name="a"/></start>
      <div><define name="a"><element name="a"><attribute name="n"><data type="positiveInteger"><param name="maxInclusive">9</param></data></attribute>
        <zeroOrMore><choice><element name="b"><text/></element><element><nsName ns="urn:x"/><empty/></element></choice></zeroOrMore></element></define></div></grammar>`;
    const check = validator(rng);
    expect(check('<a xmlns="urn:d" n="7"><b>x</b><y xmlns="urn:x"/></a>')).toEqual([]);
    expect(codes(check('<a xmlns="urn:d" n="10"><c/></a>'))).toEqual(['VA014', 'VA011']);
  });
});

describe('one mistake gives one finding', () => {
  const check = validator(
    'start = element a { sec+ }\nsec = element sec { element head { text }, (p | list)* }\np = element p { mixed { element hi { attribute rend { "italic" }, text }* } }\nlist = element list { element item { text }+ }'.replaceAll(
      'list',
      'lst',
    ),
  );

  it('what follows an unknown element is checked, and what is in it', () => {
    expect(codes(check('<a><sec><head/><q><p><hi/></p></q><p/></sec><sec/></a>'))).toEqual(['VA011', 'VA015', 'VA018']);
  });

  it('an element out of place is checked by what it is elsewhere', () => {
    expect(codes(check('<a><sec><head/><p><lst><item/><p/></lst></p></sec></a>'))).toEqual(['VA010', 'VA010']);
  });

  it('a missing element does not hide what follows', () => {
    expect(codes(check('<a><sec><p/><p><hi rend="bold"/></p></sec><sec><head/></sec></a>'))).toEqual([
      'VA012',
      'VA014',
    ]);
  });

  it('a wrong root is one finding, and its content is checked', () => {
    expect(codes(check('<sec><head/><p/></sec>'))).toEqual(['VA010']);
  });
});

describe('ids', () => {
  const check = validator(
    'start = element a { element b { attribute xml:id { xsd:ID }, attribute to { xsd:IDREF }?, attribute all { xsd:IDREFS }?, empty }* }',
  );

  it('are unique, and references have a target', () => {
    expect(check('<a>\n<b xml:id="i1"/><b xml:id="i2" to="i1" all="i1 i2"/></a>')).toEqual([]);
    expect(check('<a>\n<b xml:id="i1" to="i9"/>\n<b xml:id="i1"/></a>')).toEqual([
      'VA019 The id “i1” is used already on line 2.',
      'VA020 No element has the id “i9”.',
    ]);
  });
});
