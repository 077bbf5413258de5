import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { FRUS, readXml, TEI, type XmlHandler } from '../../src/formats/sax.js';
import { attributeSpan } from '../../src/formats/xml-attribute-places.js';
import { decodeXml } from '../../src/formats/xml-bytes.js';
import { SourceFile } from '../../src/model/source-file.js';

function read(text: string, handler: XmlHandler = {}): readonly Diagnostic[] {
  return readXml(new SourceFile('a.xml', text), handler);
}

/** `CODE line:column` of each finding. */
function found(text: string): string[] {
  return read(text).map((d) => `${d.code} ${d.place?.start?.line}:${d.place?.start?.column}`);
}

describe('events', () => {
  it('carry names, namespaces, attributes, and offsets that give the source back', () => {
    const text = `<?xml version="1.0"?>\n<TEI xmlns="${TEI}"\n  xmlns:f='${FRUS}'><!-- c --><f:attachment n="1">A&amp;B<pb\n/>é<![CDATA[<x>]]></f:attachment></TEI>\n`;
    const events: string[] = [];
    read(text, {
      startTag: (tag, start, end) =>
        events.push(
          `S {${tag.uri}}${tag.local} ${JSON.stringify(text.slice(start, end))} ${tag.attributes['n']?.value ?? ''}`,
        ),
      endTag: (tag, start, end) => events.push(`E ${tag.name} ${JSON.stringify(text.slice(start, end))}`),
      text: (data, start, end) => events.push(`T ${data} ${text.slice(start, end)}`),
      comment: (data, start, end) => events.push(`C${data}${text.slice(start, end)}`),
    });
    expect(events).toEqual([
      `S {${TEI}}TEI ${JSON.stringify(`<TEI xmlns="${TEI}"\n  xmlns:f='${FRUS}'>`)} `,
      'C c <!-- c -->',
      `S {${FRUS}}attachment "<f:attachment n=\\"1\\">" 1`,
      'T A&B A&amp;B',
      `S {${TEI}}pb "<pb\\n/>" `,
      'E pb "<pb\\n/>"',
      'T é é',
      'T <x> <![CDATA[<x>]]>',
      'E f:attachment "</f:attachment>"',
      'E TEI "</TEI>"',
    ]);
  });

  it('find an attribute in its tag', () => {
    const text = '<p rend = "n=1" n=\'2\' xml:id="a">';
    const at = (name: string) => {
      const { start, end } = attributeSpan(text, 0, text.length, name);
      return text.slice(start, end);
    };
    expect([at('rend'), at('n'), at('xml:id')]).toEqual(['rend = "n=1"', "n='2'", 'xml:id="a"']);
  });
});

describe('XML that is not well-formed is found at its own place', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'an end tag that does not match': ['<a>\n <b>\n </a>', 'IN011 3:2'],
    'an end tag too many': ['<a></a></b>', 'IN012 1:8'],
    'an element left open': ['<a>\n<b></b>\n', 'IN013 3:1'],
    'an unknown entity': ['<a>\n caf&eacute; </a>', 'IN014 2:5'],
    'a bare ampersand': ['<a>\n AT & T; <b>&amp;</b></a>', 'IN015 2:5'],
    'a bare ampersand, the last of its kind': ['<a>\n AT&T and more</a>', 'IN015 2:4'],
    'a bare ampersand in an attribute': ['<a n="1 & 2">&lt;</a>', 'IN015 1:9'],
    'a NUL': ['<a>x\u0000y</a>', 'IN016 1:5'],
    'a reference to a control character': ['<a>x&#8;y</a>', 'IN016 1:5'],
    'an attribute twice': ['<a>\n<b n="1" n="2"/></a>', 'IN017 2:1'],
    'a prefix without namespace': ['<a>\n <frus:attachment/></a>', 'IN018 2:2'],
    'a less-than in an attribute': ['<a n="<"/>', 'IN010 1:7'],
    'text after the root': ['<a/>\n\nmore', 'IN010 3:1'],
    'a second root': ['<a/><b/>', 'IN010 1:5'],
    'an attribute without quotation marks': ['<a n=1/>', 'IN010 1:6'],
    'a quotation mark left open': ['<a>\n<b n="1></b></a>', 'IN010 2:9'],
    'a comment left open': ['<a>\n<!-- x </a>', 'IN010 2:1'],
    'nothing but space': [' \n', 'IN023 1:1'],
  };
  for (const [name, [text, place]] of Object.entries(cases)) {
    it(name, () => expect(found(text)[0]).toBe(place));
  }

  it('goes on after what hides nothing', () => {
    expect(found('<a>&eacute; x\u0001\n&agrave;<b n="1" n="1"/></a>')).toEqual([
      'IN014 1:4',
      'IN016 1:14',
      'IN014 2:1',
      'IN017 2:9',
    ]);
  });

  it('gives no event after the first finding', () => {
    const names: string[] = [];
    read('<a><b/>&no;<c/></a>', {
      startTag: (tag) => names.push(tag.name),
      endTag: (tag) => names.push(`/${tag.name}`),
    });
    expect(names).toEqual(['a', 'b', '/b']);
  });

  it('takes C1 controls, which are legal XML', () => {
    expect(found('<a>Charg\u008e</a>')).toEqual([]);
  });
});

describe('what could harm is refused with its place', () => {
  it('entities, external files and declarations in a DTD', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY l "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "&l;&l;">`).join('')}]><a>&l8;</a>`;
    expect(found(bomb)[0]).toBe('IN020 1:1');
    expect(found('<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toEqual(['IN020 2:1']);
    expect(found('<!DOCTYPE a [<!ENTITY x SYSTEM "http://example.org/">]><a>&x;</a>')).toEqual(['IN020 1:1']);
    expect(found('<!DOCTYPE a [<!ATTLIST a n CDATA "1">]><a/>')).toEqual(['IN020 1:1']);
    expect(found('<!DOCTYPE a><a/>')).toEqual([]);
  });

  it('100,000 elements in one another', () => {
    const n = 100_000;
    expect(found(`${'<p>'.repeat(n)}${'</p>'.repeat(n)}`)).toEqual(['IN021 1:3001']);
    expect(found('<p>'.repeat(n))).toEqual(['IN021 1:3001']);
  });

  it('an attribute of 10 MB', () => {
    expect(found(`<a>\n<b n="${'x'.repeat(10_000_000)}"/></a>`)).toEqual(['IN022 2:4']);
    const many = Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ');
    expect(found(`<a>\n<b ${many}/></a>`)).toEqual(['IN026 2:1']);
  });
});

describe('bytes', () => {
  const decode = (bytes: Uint8Array) => {
    const { value, diagnostics } = decodeXml(bytes, 'a.xml');
    return [
      value?.text,
      ...diagnostics.map((d) => `${d.code} ${d.place?.start?.line ?? '-'}:${d.place?.start?.column ?? '-'}`),
    ];
  };
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

  it('are decoded by their mark, then by their declaration, then as UTF-8', () => {
    expect(decode(Buffer.from('<a>é</a>'))).toEqual(['<a>é</a>']);
    expect(decode(Buffer.from('\ufeff<a>é</a>'))).toEqual(['<a>é</a>']);
    expect(decode(Buffer.from('\ufeff<a>é</a>', 'utf16le'))).toEqual(['<a>é</a>', 'IN004 -:-']);
    expect(decode(Buffer.from('\ufeff<a>é</a>', 'utf16le').swap16())).toEqual(['<a>é</a>', 'IN004 -:-']);
    const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
    expect(decode(latin(declared))).toEqual([declared, 'IN004 -:-']);
  });

  it('that do not fit are an error with a place, as is an unknown encoding', () => {
    expect(decode(latin('<a>\nok é</a>'))).toEqual([undefined, 'IN024 2:4']);
    expect(decode(latin('<?xml version="1.0" encoding="klingon"?><a/>'))).toEqual([undefined, 'IN025 1:1']);
  });
});

describe('the volumes', () => {
  const folder = '../shared/volumes';
  if (!existsSync(folder)) console.warn(`Skipped: reading the real volumes (${folder} is absent).`);
  it.skipIf(!existsSync(folder))('are read to their end, every byte in one event', () => {
    for (const name of readdirSync(folder)) {
      const { value: source } = decodeXml(readFileSync(`${folder}/${name}`), name);
      if (source === undefined) throw new Error(name);
      let at = source.text.indexOf('<TEI');
      const next = (start: number, end: number) => {
        if (start !== at) throw new Error(`${name}: gap at ${at}`);
        at = end;
      };
      const diagnostics = readXml(source, {
        startTag: (_, start, end) => next(start, end),
        endTag: (tag, start, end) => {
          if (!tag.isSelfClosing) next(start, end);
        },
        text: (_, start, end) => next(start, end),
        comment: (_, start, end) => {
          if (start >= at) at = end;
        },
        processingInstruction: (_target, _data, start, end) => {
          if (start >= at) at = end;
        },
      });
      expect(diagnostics).toEqual([]);
      expect(source.text.slice(at).trim()).toBe('');
    }
  });
});
