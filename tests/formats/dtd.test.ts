import { describe, expect, it } from 'vitest';
import { placeOf, readXml } from '../../src/formats/sax.js';
import { parseDocument } from '../../src/formats/xdm.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';
import { readPlainXml } from '../../src/formats/xml-tree.js';

function open(text: string): ReturnType<typeof decodeXml> {
  return decodeXml(Buffer.from(text), 'a.xml');
}

function textOf(text: string): string | undefined {
  return open(text).value?.text;
}

/** Code, line and column of each finding. */
function found(text: string): string[] {
  const { value, diagnostics } = open(text);
  const all = value === undefined ? diagnostics : [...diagnostics, ...readXml(value, {})];
  return all.map((d) => `${d.code} ${d.place?.start?.line}:${d.place?.start?.column}`);
}

const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('\n');

describe('a document with a DTD', () => {
  it.each([
    ['entities', '<!DOCTYPE a [<!ENTITY e "x<b/>y">]><a>1&e;2</a>', '<a>1x<b/>y2</a>'],
    ['entities in entities', '<!DOCTYPE a [<!ENTITY e "&f;!"><!ENTITY f "x">]><a>&e;</a>', '<a>x!</a>'],
    [
      'quotation marks in attributes',
      `<!DOCTYPE a [<!ENTITY f 'a "b" &#39;c&#39;'>]><a n='&f;'/>`,
      '<a n="a &quot;b&quot; &apos;c&apos;"/>',
    ],
    [
      'defaults',
      '<!DOCTYPE a [<!ATTLIST b n CDATA "1" m (x|y) "x">]><a><b/><b n="2" m=" y "/></a>',
      '<a><b n="1" m="x"/><b n="2" m="y"/></a>',
    ],
    ['declared namespaces', '<!DOCTYPE a [<!ATTLIST a xmlns CDATA #FIXED "urn:a">]><a/>', '<a xmlns="urn:a"/>'],
    ['parameter entities', '<!DOCTYPE a [<!ENTITY % p "<!ENTITY e \'x\'>">%p;]><a>&e;</a>', '<a>x</a>'],
    [
      'what is no entity',
      '<!DOCTYPE a [<!ENTITY e "x">]><a><![CDATA[&e;]]><!--&e;--><?p &e;?></a>',
      '<a><![CDATA[&e;]]><!--&e;--><?p &e;?></a>',
    ],
    ['the first of two declarations', '<!DOCTYPE a [<!ENTITY e "1"><!ENTITY e "2">]><a>&e;</a>', '<a>1</a>'],
    [
      'references in the value of an entity',
      '<!DOCTYPE a [<!ENTITY e "&#60;b/>&#38;amp;">]><a>&e;</a>',
      '<a><b/>&amp;</a>',
    ],
    ['a name of the root only', '<!DOCTYPE a><a/>', '<a/>'],
  ])('is read without it: %s', (_, text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  it.each([
    ['no DTD as XML has it', '<!DOCTYPE a [\n<!ENTITY e>\n]><a/>', ['IN040 2:1']],
    ['a conditional section', '<!DOCTYPE a [\n <![INCLUDE[<!ENTITY e "x">]]>\n]><a/>', ['IN040 2:2']],
    ['a parameter entity in a declaration', '<!DOCTYPE a [<!ENTITY % p "x">\n<!ENTITY e "%p;">]><a/>', ['IN040 2:1']],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "/etc/passwd">]>\n<a>\n &e;</a>', ['IN041 3:2']],
    ['an entity of another file', '<!DOCTYPE a SYSTEM "tei.dtd">\n<a>&e;</a>', ['IN041 2:4']],
    ['an external DTD that is not needed', '<!DOCTYPE a PUBLIC "-//TEI//DTD" "tei.dtd">\n<a/>', ['IN045 1:1']],
    ['an entity that is not whole', '<!DOCTYPE a [<!ENTITY e "<b>">]>\n<a>&e;</b></a>', ['IN042 2:4']],
    ['half a reference', '<!DOCTYPE a [<!ENTITY e "&#38;">]>\n<a>&e;amp;</a>', ['IN042 2:4']],
    ['markup in an attribute', '<!DOCTYPE a [<!ENTITY e "<b/>">]>\n<a n="&e;"/>', ['IN042 2:1']],
    ['an entity in itself', '<!DOCTYPE a [<!ENTITY e "&f;"><!ENTITY f "&e;">]>\n<a>&e;</a>', ['IN043 2:4']],
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "ha">\n${laughs}]>\n<a>&l12;</a>`, ['IN044 14:4']],
    ['laughs in an attribute', `<!DOCTYPE a [<!ENTITY l0 "ha">\n${laughs}]>\n<a n="&l12;"/>`, ['IN044 14:1']],
    ['an undeclared entity', '<!DOCTYPE a [<!ENTITY e "x">]>\n<a>&e;&f;</a>', ['IN014 2:7']],
    ['a fault behind an entity', '<!DOCTYPE a [<!ENTITY e "a long text">]>\n<a>&e;</a>\n</b>', ['IN012 3:1']],
    ['UTF-16 that is none', '<?xml version="1.0" encoding="UTF-16"?><a/>', ['IN047 1:1']],
  ])('tells of %s at its place', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps the places of the file', () => {
    const { value } = open('<!DOCTYPE a [\n<!ENTITY e "one<b>two</b>">]>\n<a>\n&e;\n<c/></a>');
    const places: Record<string, unknown> = {};
    if (value !== undefined)
      readXml(value, {
        startTag: ({ name }, start, end) => {
          const place = placeOf(value, start, end);
          places[name] = [place.start?.line, place.start?.column, place.end?.line, place.end?.column];
        },
      });
    expect(places).toEqual({ a: [3, 1, 3, 4], b: [4, 1, 4, 2], c: [5, 1, 5, 5] });
    expect(value?.lineText(4)).toBe('&e;');
  });

  it('is the same for every reader', () => {
    const text = textOf('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>') ?? '';
    expect(readPlainXml(text).children).toEqual(['x']);
    expect(parseDocument(text)).toBeDefined();
  });
});
