import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOf, readXml } from '../../src/formats/sax.js';
import { openXml } from '../../src/formats/xml-file.js';
import { escapeAttribute } from '../../src/formats/xml-fragment.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinclude-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  const path = join(folder, 'volume', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function open(text: string): ReturnType<typeof openXml> {
  return openXml(Buffer.from(text), join(folder, 'volume', 'a.xml'));
}

const xi = (inner: string): string => `<a xmlns="urn:a" xmlns:xi="http://www.w3.org/2001/XInclude">${inner}</a>`;

function included(inner: string): string | undefined {
  return open(xi(inner)).value?.source.text.slice(xi('').length - '</a>'.length, -'</a>'.length);
}

function found(inner: string): string[] {
  return open(xi(inner)).diagnostics.map((d) => `${d.code} ${basename(d.place?.file ?? '')} ${d.place?.start?.line}`);
}

describe('xi:include', () => {
  it.each([
    ['a whole file', '<xi:include href="b.xml"/>', '<b xmlns="urn:a"><c xml:id="x">1</c><c>2</c></b>'],
    ['an element by its id', '<xi:include href="b.xml" xpointer="x"/>', '<c xml:id="x">1</c>'],
    ['an element by its place', '<xi:include href="b.xml" xpointer="element(/1/2)"/>', '<c>2</c>'],
    [
      'an element below another',
      '<xi:include href="n.xml" xpointer="element(n/1)"/>',
      '<m xmlns:p="urn:p" xmlns="" xml:lang="fr" p:q="1"/>',
    ],
    ['a file in a folder, which includes another', '<xi:include href="sub/d.xml"/>', '<d><e>deep</e></d>'],
    ['a text', '<xi:include href="t.txt" parse="text"/>', '1 &lt; 2 &amp; 3\n'],
    [
      'what stands instead',
      '<xi:include href="no.xml"><xi:fallback>none<xi:include href="b.xml" xpointer="x"/></xi:fallback></xi:include>',
      'none<c xml:id="x">1</c>',
    ],
    [
      'a part of the file itself',
      '<b xml:id="own"/><xi:include xpointer="own"/>',
      '<b xml:id="own"/><b xml:id="own"/>',
    ],
    ['a file with entities', '<xi:include href="e.xml"/>', '<e xmlns="urn:a">—</e>'],
  ])('puts %s in its place', (_, inner, expected) => {
    write('b.xml', '<?xml version="1.0"?>\n<b xmlns="urn:a"><c xml:id="x">1</c><c>2</c></b>\n');
    write('n.xml', '<n xmlns:p="urn:p" xml:lang="fr" xml:id="n"><m p:q="1"/></n>');
    write('sub/d.xml', '<d xmlns="urn:a" xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="e.xml"/></d>');
    write('sub/e.xml', '<e xmlns="urn:a">deep</e>');
    write('e.xml', '<!DOCTYPE e [<!ENTITY mdash "—">]><e xmlns="urn:a">&mdash;</e>');
    write('t.txt', '1 < 2 & 3\n');
    const declared = (text: string | undefined): string | undefined =>
      text?.replace(/(?<=<[de]) xmlns="urn:a"(?: xmlns:xi="[^"]*")?/g, '');
    expect(declared(included(inner))).toBe(declared(expected));
  });

  it.each([
    ['a file that is not there', '\n<xi:include href="no.xml"/>', ['IN050 a.xml 2']],
    ['a file outside the folder', '\n<xi:include href="../secret.xml"/>', ['IN051 a.xml 2']],
    ['a link that leads outside', '<xi:include href="link.xml"/>', ['IN051 a.xml 1']],
    ['a file by its address', '<xi:include href="http://127.0.0.1:9/x.xml"/>', ['IN051 a.xml 1']],
    ['a device', '<xi:include href="/dev/zero" parse="text"/>', ['IN051 a.xml 1']],
    ['an element that is not there', '<xi:include href="b.xml" xpointer="no"/>', ['IN052 a.xml 1']],
    ['a pointer of another kind', '<xi:include href="b.xml" xpointer="xpointer(//b)"/>', ['IN052 a.xml 1']],
    ['two files in each other', '<xi:include href="loop.xml"/>', ['IN053 back.xml 2']],
    ['itself', '<xi:include href="a.xml"/>', ['IN053 a.xml 1']],
    ['a part of itself that it stands in', '<b xml:id="b"><xi:include xpointer="b"/></b>', ['IN053 a.xml 1']],
    ['a file that is not well-formed', '<xi:include href="broken.xml"/>', ['IN011 broken.xml 2']],
    ['a wrong use', '<xi:include href="b.xml" parse="html"/><xi:fallback/>', ['IN055 a.xml 1', 'IN055 a.xml 1']],
  ])('refuses %s', (_, inner, expected) => {
    write('a.xml', xi(inner));
    write('b.xml', '<b/>');
    write('broken.xml', '<b>\n</c>');
    write('loop.xml', xi('<xi:include href="back.xml"/>'));
    write('back.xml', xi('\n<xi:include href="loop.xml"/>'));
    writeFileSync(join(folder, 'secret.xml'), '<secret/>');
    symlinkSync(join(folder, 'secret.xml'), join(folder, 'volume', 'link.xml'));
    expect(found(inner)).toEqual(expected);
  });

  it.each(['../secret.xml', '../no.xml', 'link.xml', 'http://127.0.0.1:9/x.xml', '/dev/zero'])(
    'takes what stands instead of %s, which lies outside, and says so',
    (href) => {
      writeFileSync(join(folder, 'secret.xml'), '<secret/>');
      write('b.xml', '<b/>');
      symlinkSync(join(folder, 'secret.xml'), join(folder, 'volume', 'link.xml'));
      const inner = `<p/>\n<xi:include href="${href}"><xi:fallback>instead</xi:fallback></xi:include>`;
      expect(included(inner)).toBe('<p/>\ninstead');
      expect(found(inner)).toEqual(['IN085 a.xml 2']);
    },
  );

  it.each(['../shared/dates.xml', 'no.xml'])(
    'leaves %s out of the categories of the header, and says so; how words look is not left out',
    (href) => {
      const header = (inner: string): string =>
        `<teiHeader><encodingDesc><classDecl>${inner}</classDecl></encodingDesc></teiHeader>`;
      const inclusion = `\n<xi:include href="${href}" xpointer="dates"/>`;
      expect(included(header(inclusion))).toBe(header('\n'));
      expect(found(header(inclusion))).toEqual(['IN086 a.xml 2']);
      const looks = `<teiHeader><encodingDesc><tagsDecl>${inclusion}</tagsDecl></encodingDesc></teiHeader>`;
      expect(found(looks)).not.toContain('IN086 a.xml 2');
      expect(found(looks)).toHaveLength(1);
      const elsewhere = `<teiHeader><profileDesc>${inclusion}</profileDesc></teiHeader>`;
      expect(found(elsewhere)).toEqual([expect.stringMatching(/^IN05[01] a\.xml 2$/)]);
      expect(found(header('<xi:include href="b.xml" xpointer="xpointer(//b)" parse="html"/>'))).toEqual([
        'IN055 a.xml 1',
      ]);
    },
  );

  it('keeps the places of every file', () => {
    write('b.xml', '<b xmlns="urn:a">\n  <c/>\n</b>');
    const { value } = open(xi('\n<xi:include href="b.xml"/>\n<d/>'));
    const places: string[] = [];
    if (value !== undefined)
      readXml(value.source, {
        startTag: ({ name }, start, end) => {
          const { file, start: from } = placeOf(value.source, start, end);
          places.push(`${name} ${basename(file)} ${from?.line}:${from?.column}`);
        },
      });
    expect(places).toEqual(['a a.xml 1:1', 'b b.xml 1:1', 'c b.xml 2:3', 'd a.xml 3:1']);
    expect([...(value?.files.keys() ?? [])]).toEqual(['b.xml']);
  });

  describe('addresses in an included file', () => {
    beforeEach(() => {
      for (const name of ['sub/map.png', 'sub/more/deep.png', 'top.png', 'sub/notes.pdf']) write(name, '');
      writeFileSync(join(folder, 'outside.png'), '');
      write('sub/part.xml', '<b xmlns="urn:a" xml:id="p1"/>');
    });

    it.each([
      ['a picture', 'url="map.png"', 'url="sub/map.png"'],
      ['a picture without its ending', 'url="map"', 'url="sub/map"'],
      ['a picture that is not there, so that it is missed where it should be', 'url="no.png"', 'url="sub/no.png"'],
      ['a picture above', 'url="../top.png"', 'url="top.png"'],
      ['a picture outside, which remains outside', 'url="../../outside.png"', 'url="../outside.png"'],
      ['one that is whole', 'url="https://example.org/a.png"', undefined],
      ['one from the root', 'url="/etc/passwd"', undefined],
      ['a file', "target='notes.pdf'", 'target="sub/notes.pdf"'],
      ['several', 'target="notes.pdf  #own more/deep.png"', 'target="sub/notes.pdf  #own sub/more/deep.png"'],
      ['a part of a file that is not in the volume', 'target="notes.pdf#x"', 'target="sub/notes.pdf#x"'],
      ['a part of a file of the volume', 'target="part.xml#p1"', 'target="#p1"'],
      ['a part of the file that includes', 'target="../a.xml#top"', 'target="#top"'],
      ['a part of itself', 'target="f.xml#own"', 'target="#own"'],
      ['an id', 'target="#own"', undefined],
      ['another volume', 'target="frus1964-68v14#d3"', undefined],
      ['an id without its sign', 'corresp="p_RD1"', undefined],
      ['a file that is not there', 'facs="0001"', undefined],
      ['what only looks like an address', 'n="map.png"', undefined],
    ])('%s', (_, written, expected) => {
      write('a.xml', '<a/>');
      write('sub/f.xml', `<b xmlns="urn:a" xml:id="own"><c ${written} k="1"/></b>`);
      expect(included('<xi:include href="sub/f.xml"/><xi:include href="sub/part.xml"/>')).toContain(
        `<c ${expected ?? written} k="1"/>`,
      );
    });

    it('lead where they led, whatever the folders', () => {
      const segment = fc.stringMatching(/^[a-zé%# ü&'][a-z0-9é%# ü&']{0,5}$/).map((s) => s.trim() || 'x');
      fc.assert(
        fc.property(
          fc.array(segment, { maxLength: 3 }),
          fc.array(segment, { minLength: 1, maxLength: 3 }),
          (at, to) => {
            const escaped = (names: readonly string[]): string => names.map(encodeURIComponent).join('/');
            write([...at, 'f.xml'].join('/'), `<b xmlns="urn:a"><c url="${escapeAttribute(escaped(to))}"/></b>`);
            const text = included(`<xi:include href="${escapeAttribute(escaped([...at, 'f.xml']))}"/>`) ?? '';
            expect(decodeURIComponent(/url="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')).toBe(
              [...at, ...to].join('/'),
            );
          },
        ),
      );
    });
  });

  it('grows within limits', () => {
    for (let i = 0; i < 12; i++) write(`f${i}.xml`, xi(`<xi:include href="f${i + 1}.xml"/>`.repeat(10)));
    write('f12.xml', '<b/>');
    expect(found('<xi:include href="f0.xml"/>').every((line) => line.startsWith('IN054'))).toBe(true);
  });
});
