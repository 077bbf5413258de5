import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editionsOf, errorsOf, pageOf, volumeOf } from './editions-of.js';

const tei = join(import.meta.dirname, '../../tei');

/** The elements that the schema allows in a text, by the names that it declares. */
function elementsOf(...schemas: readonly string[]): string[] {
  const names = schemas.flatMap((schema) =>
    [...readFileSync(join(tei, `${schema}.rnc`), 'utf8').matchAll(/\belement ([\w:.-]+)\s*\{/g)].map((m) => m[1] ?? ''),
  );
  return [...new Set(names)].sort();
}

/** Elements of the line that hold words. */
const PHRASES =
  `abbr add affiliation corr damage date del emph expan foreign formula fw gloss hi idno measure name num orgName orig persName placeName q quote
  ref reg roleName rs seg sic stamp supplied term time title unclear`.split(/\s+/);
const POINTS = 'anchor gap lb milestone space pb'.split(' ');
const more: Readonly<Record<string, string>> = {
  ref: 'target="#d2"',

  milestone: 'unit="x"',
  pb: 'n="7"',
};

/** All others, each in a place that the schema has for it; `@` stands for the id. */
const PLACES: Readonly<Record<string, string>> = {
  ab: '<ab @>words</ab>',
  analytic:
    '<listBibl><biblStruct><analytic @><title>words</title></analytic><monogr><title>a</title><imprint><date>b</date></imprint></monogr></biblStruct></listBibl>',
  app: '<p>a <app @><lem>words</lem><rdg>b</rdg></app></p>',
  biblScope:
    '<listBibl><biblStruct><monogr><title>a</title><imprint><biblScope @>words</biblScope></imprint></monogr></biblStruct></listBibl>',
  biblStruct:
    '<listBibl><biblStruct @><monogr><title>words</title><imprint><date>b</date></imprint></monogr></biblStruct></listBibl>',
  floatingText: '<floatingText @><body><p>words</p></body></floatingText>',
  imprint:
    '<listBibl><biblStruct><monogr><title>a</title><imprint @><date>words</date></imprint></monogr></biblStruct></listBibl>',
  lem: '<p>a <app><lem @>words</lem><rdg>b</rdg></app></p>',
  monogr:
    '<listBibl><biblStruct><monogr @><title>words</title><imprint><date>b</date></imprint></monogr></biblStruct></listBibl>',
  rdg: '<p>a <app><lem>b</lem><rdg @>words</rdg></app></p>',
  sp: '<sp @><speaker>a</speaker><p>words</p></sp>',
  speaker: '<sp><speaker @>words</speaker><p>a</p></sp>',
  subst: '<p>a <subst @><del>b</del><add>words</add></subst></p>',
  addrLine: '<p><address><addrLine @>words</addrLine></address></p>',
  address: '<p><address @><addrLine>words</addrLine></address></p>',
  bibl: '<listBibl><bibl @>words</bibl></listBibl>',
  byline: '<quote><p>a</p></quote><byline @>words</byline>',
  cell: '<table><row><cell>a</cell><cell @>words</cell></row></table>',
  choice: '<p>a <choice @><sic>b</sic><corr>c</corr></choice></p>',
  closer: '<closer @><signed>words</signed></closer>',
  dateline: '<opener><dateline @>words</dateline></opener>',
  desc: '<p>a <gap><desc @>torn</desc></gap></p>',
  div: '',
  figDesc: '<figure><graphic url="a.png"/><figDesc @>words</figDesc></figure>',
  figure: '<figure @><head>words</head></figure>',
  'frus:attachment': '<frus:attachment @><head>words</head><p>a</p></frus:attachment>',
  graphic: '<figure><graphic @ url="a.png"/></figure>',
  head: '<list><head @>words</head><item>a</item></list>',
  index: '<p>a<index @><term>words</term></index> b</p>',
  item: '<list><item @>words</item></list>',
  l: '<lg><l @>words</l></lg>',
  label: '<list><label @>words</label><item>a</item></list>',
  lg: '<lg @><l>words</l></lg>',
  list: '<list @><head>a</head><item>words</item></list>',
  listBibl: '<listBibl @><bibl>words</bibl></listBibl>',
  note: '<p>a<note @ n="1">words</note></p>',
  opener: '<opener @>words</opener>',
  p: '<p @>words</p>',
  postscript: '<postscript @><p>words</p></postscript>',
  row: '<table><row><cell>a</cell></row><row @><cell>words</cell></row></table>',
  salute: '<opener><salute @>words</salute></opener>',
  signed: '<closer><signed @>words</signed></closer>',
  table: '<table @><row><cell>words</cell></row></table>',
  epigraph: '<epigraph @><p>words</p></epigraph>',
};
/** Elements of the frame and of the title page, and what has no rule of its own yet. */
const FRAME =
  `TEI text front body back titlePage docTitle titlePart docImprint docDate docEdition editor publisher pubPlace
  frus:classification ptr`.split(/\s+/);
/** More places for the same element. */
const ALSO: readonly string[] = [
  '<table><head @>words</head><row><cell>a</cell></row></table>',
  '<figure><head @>words</head><graphic url="a.png"/></figure>',
  '<p>a <note rend="inline" @>words</note> b</p>',
  '<note rend="inline" @>words</note>',
  '<p>words <lb break="no" @/>words</p>',
  '<p><hi rend="italic" @>words</hi></p>',
  '<list><label>a</label><item @>words</item></list>',
  '<p>words<note n="9" xml:id="again">words</note> and<note n="9" @ target="#again"/></p>',
  '<list @ rend="bulleted"><item>words</item></list>',
];

function placed(name: string): string {
  if (PLACES[name] !== undefined) return PLACES[name];
  const extra = more[name] ?? '';
  if (POINTS.includes(name)) return `<p>words <${name} @ ${extra}/> words</p>`;
  return PHRASES.includes(name) ? `<p>words <${name} @ ${extra}>words</${name}> words</p>` : '';
}

describe('every xml:id is an address of the editions', () => {
  const elements = elementsOf('chancery', 'chancery-inline');
  const named = elements.filter((name) => placed(name) !== '');
  const places = [
    ...named.map((name) => [name, placed(name)] as const),
    ...ALSO.map((place, i) => [`also ${i}`, place] as const),
  ];
  const ids = places.map((_, i) => `t${i}`);
  const targets = places.map(([, place], i) => place.replace('@', `xml:id="t${i}"`)).join('\n');
  const links = ids.map((id) => `<ref target="#${id}">to ${id}</ref>`).join(', ');
  const made = editionsOf(volumeOf(`<p>${links}</p>`, targets));

  it('knows a place for every element of the schema', () => {
    expect(elements.filter((name) => placed(name) === '' && name !== 'div' && !FRAME.includes(name))).toEqual([]);
  });

  it('loses nothing and leads nowhere in vain', () => {
    expect(errorsOf(made)).toEqual([]);
    expect(made.found.filter(({ code }) => code === 'TR002').map(({ message }) => message)).toEqual([]);
  });

  it.each(places.map(([name], i) => [name, ids[i] ?? '']))('%s', (_, id) => {
    const link = new RegExp(`href="[^"]*#${id}"[^>]*>to ${id}<`);
    expect(pageOf(made)).toMatch(link);
    expect(pageOf(made, 'd2').split(` id="${id}"`)).toHaveLength(2);
    expect(made.epub.get('EPUB/text/d1.xhtml')).toMatch(link);
    expect(String(made.epub.get('EPUB/text/d2.xhtml')).split(` id="${id}"`)).toHaveLength(2);
    // A destination of the PDF: a name in its name tree, with the page.
    expect(made.pdf).toMatch(new RegExp(`\\(${id}\\) \\[`));
  });

  it('leads to the first section in what frames the text', () => {
    const front = '<front xml:id="fr"><div xml:id="pr" type="section"><head>Preface</head><p>Words.</p></div></front>';
    const framed = editionsOf(
      volumeOf('<p><ref target="#fr">front</ref></p>', '<p>x</p>', front.replace('type="section"', 'type="section"')),
      undefined,
      false,
    );
    expect(errorsOf(framed)).toEqual([]);
    expect(pageOf(framed)).toContain('href="pr.html">front<');
  });
});
