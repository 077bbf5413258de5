import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { writeXml, type XmlElement } from '../../src/formats/xml-writer.js';
import type { MatterSection } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { assemble } from '../../src/volume/assemble.js';
import { readManifest } from '../../src/volume/manifest.js';
import { matterDivision } from '../../src/volume/matter.js';
import { failuresOf } from '../generate/check.js';
import { runs } from '../runs.js';

const section = (text: string): MatterSection => ({ id: 's', head: 'S', text });
const teiOf = (text: string): string => {
  const { value, diagnostics } = matterDivision(section(text));
  expect(diagnostics).toEqual([]);
  return writeXml(value as XmlElement)
    .replace(/^.*\n<div [^>]*><head>S<\/head>/, '')
    .replace(/<\/div>\n$/, '');
};

describe('notes of the matter', () => {
  it('stand at their calls, numbered as they are called', () => {
    expect(teiOf('One[^b] and *two[^a]*.\n\n[^a]: First *written*.\n[^b]: Second.')).toBe(
      '<p>One<note n="1" xml:id="sfn1">Second.</note> and <hi rend="italic">two<note n="2" xml:id="sfn2">First <hi rend="italic">written</hi>.</note></hi>.</p>',
    );
  });

  it('have several paragraphs, lists and tables', () => {
    expect(teiOf('One[^1]\n\n[^1]: First.\n\n    Second.\n\n    - third')).toBe(
      '<p>One<note n="1" xml:id="sfn1"><p>First.</p><p>Second.</p><list type="simple" rend="bulleted"><item>third</item></list></note></p>',
    );
  });

  it('are called once more by a pointer', () => {
    expect(teiOf('One[^1] two[^1]\n\n[^1]: Note.')).toBe(
      '<p>One<note n="1" xml:id="sfn1">Note.</note> two<note n="1" target="#sfn1"/></p>',
    );
  });

  it('are called in headings and in cells', () => {
    expect(teiOf('# Head[^1]\n\n| a[^2] |\n|---|\n| b |\n\n[^1]: In head.\n[^2]: In cell.')).toBe(
      '<div type="section" xml:id="s-head"><head>Head<note n="1" xml:id="sfn1">In head.</note></head>' +
        '<table rows="2" cols="1"><row role="label"><cell>a<note n="2" xml:id="sfn2">In cell.</note></cell></row><row><cell>b</cell></row></table></div>',
    );
  });

  it('take no id that the volume has', () => {
    const taken = new Set(['s', 'sfn1', 's-a']);
    const { value } = matterDivision(section('# a\n\nOne[^1]\n\n[^1]: Note.'), undefined, taken);
    expect(writeXml(value as XmlElement)).toMatch(/xml:id="s-a-2".*xml:id="sfn1-2"/);
  });

  it.each([
    ['One[^1].\n\nTwo[^2].\n\n[^1]: Note.', 'VO014', 13],
    ['One [^two words].', 'VO014', 4],
    ['One.\n\n[^1]: Note.', 'VO015', 6],
    ['One[^1].\n\n[^1]: Note.\n[^1]: Other.', 'VO017', 22],
    ['One[^1].\n\n[^1]: See[^2].\n[^2]: Note.', 'VO012', 19],
    ['One[^1].\n\n[^1]: See[^1].', 'VO012', 19],
  ])('are a finding at their place where they are wrong: %j', (text, code, offset) => {
    const places = (at: number) => ({ file: 'volume.yaml', start: { line: 1, column: at, offset: at } });
    const { value, diagnostics } = matterDivision(section(text), places);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.place?.start?.offset])).toEqual([[code, offset]]);
  });

  it('are not meant where a backslash says so', () => {
    expect(teiOf('One \\[^1].')).toBe('<p>One [^1].</p>');
  });
});

describe('tables of the matter', () => {
  it('have a row of labels, numbers where a column is aligned to the right, and as many cells in each row', () => {
    expect(teiOf('| a | b |\n|:--|--:|\n| c | 1 |\n| d |\n| e | 2 | more |')).toBe(
      '<table rows="4" cols="3"><row role="label"><cell>a</cell><cell>b</cell><cell/></row>' +
        '<row><cell>c</cell><cell role="num">1</cell><cell/></row><row><cell>d</cell><cell role="num"/><cell/></row>' +
        '<row><cell>e</cell><cell role="num">2</cell><cell>more</cell></row></table>',
    );
  });
});

describe('words struck through', () => {
  it('are deletions; one tilde stands for “about”', () => {
    expect(teiOf('~~gone~~ and ~40 or ~50')).toBe('<p><del rend="strikethrough">gone</del> and ~40 or ~50</p>');
  });
});

describe('what would be lost', () => {
  it.each([
    ['[a]: b', 'the address of a link by reference'],
    ['[a](https://example.org "title")', 'a link with a title'],
    ['- # a', 'a heading within'],
    ['> '.repeat(3000), 'many times within each other'],
    [`${'*a **b '.repeat(60)}${'c***'.repeat(60)}`, 'many times within each other'],
  ])('is refused: %#', (text, construct) => {
    expect(matterDivision(section(text)).diagnostics[0]?.message).toContain(construct);
  });
});

const manifestOf = (front: string): string => `id: v
title: { complete: A Volume, volume: A Volume }
editors: [{ name: Jane Roe }]
publisher: P
place: London
date: 1851
licence: { target: "https://example.org/", text: Free. }
front:
${front}
outline:
  - document: d1
    file: a.txt
`;

describe('the place of a finding', () => {
  it.each([
    ['literal', '    text: |\n      One.\n\n      Two[^2].', 14, 10],
    ['literal, with a comment and more indentation', '    text: |2- # so\n        One.\n\n\n\n      Two[^2].', 16, 10],
    ['folded', '    text: >\n      One\n      more.\n\n\n      Two[^2].', 16, 10],
    ['plain', '    text: One\n      more\n\n      Two[^2].', 14, 10],
    ['quoted', '    text: "One\n      more\n\n      Two[^2]."', 14, 10],
    ['quoted with escapes', '    text: "One\\n\\nTwo[^2]."', 11, 11],
  ])('is its own line of volume.yaml where the text is %s', (_, text, line, column) => {
    const { value } = readManifest(new SourceFile('volume.yaml', manifestOf(`  - id: preface\n    head: P\n${text}`)));
    if (value === undefined) throw new Error('The manifest cannot be read.');
    const { diagnostics } = assemble(value.manifest, new Map(), value.placesOf);
    expect(diagnostics).toMatchObject([{ code: 'VO014', place: { file: 'volume.yaml', start: { line, column } } }]);
  });
});

const { value: validator } = await createValidator({ strength: 'current' });
const document =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v-d1"><teiHeader/><text><body><div type="document" subtype="historical-document" n="1" xml:id="d1"><head>1. Letter</head><p>Words.</p></div></body></text></TEI>';

/** Markdown that nests: each word in it is one of its own, `w1x`, `w2x` …, and each note is called once. */
interface Piece {
  readonly kind: string;
  readonly parts: readonly Piece[];
}

const piece = (kinds: readonly string[], parts: fc.Arbitrary<readonly Piece[]>): fc.Arbitrary<Piece> =>
  fc.record({ kind: fc.constantFrom(...kinds), parts });

/** Pieces of a line, nested as deep as is said. */
function inlinePieces(depth: number): fc.Arbitrary<Piece> {
  const word = fc.constant<Piece>({ kind: 'word', parts: [] });
  if (depth === 0) return word;
  const parts = fc.array(inlinePieces(depth - 1), { maxLength: 2 });
  return fc.oneof(word, {
    weight: 2,
    arbitrary: piece(['em', 'strong', 'del', 'link', 'note', 'note', 'break'], parts),
  });
}

const line = inlinePieces(3);

function blockPieces(depth: number): fc.Arbitrary<Piece> {
  const flat = fc.oneof(
    piece(['p'], fc.array(line, { minLength: 1, maxLength: 4 })),
    piece(['table'], fc.array(line, { minLength: 1, maxLength: 7 })),
  );
  if (depth === 0) return flat;
  const parts = fc.array(blockPieces(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(flat, piece(['ul', 'ol', 'quote'], parts));
}

const headed: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 3, arbitrary: blockPieces(2) },
  {
    weight: 1,
    arbitrary: piece(['h1', 'h2', 'h3'], fc.array(line, { minLength: 1, maxLength: 2 })),
  },
);

/** Writes pieces as Markdown, the notes that they call at the end. */
class Writer {
  readonly words: string[] = [];
  readonly #notes: string[] = [];
  #calls = 0;

  write(pieces: readonly Piece[]): string {
    const text = pieces.map((piece) => this.#block(piece)).join('\n\n');
    return [text, ...this.#notes].join('\n\n');
  }

  #word(): string {
    const word = `w${this.words.length}x`;
    this.words.push(word);
    return word;
  }

  #inline(
    { kind, parts }: Piece,
    where: { readonly link?: true; readonly note?: true; readonly line?: true } = {},
  ): string {
    const inner = (more = {}): string =>
      [this.#word(), ...parts.map((p) => this.#inline(p, { ...where, ...more }))].join(' ');
    switch (kind) {
      case 'em':
        return `*${inner()} ${this.#word()}*`;
      case 'strong':
        return `**${inner()} ${this.#word()}**`;
      case 'del':
        return `~~${inner()} ${this.#word()}~~`;
      case 'link':
        return where.link ? this.#word() : `[${inner({ link: true })}](https://example.org/a)`;
      case 'break':
        return where.line ? this.#word() : `${this.#word()}\\\n${this.#word()}`;
      case 'note': {
        if (where.note) return this.#word();
        const name = `n${++this.#calls}`;
        const word = this.#word();
        const blocks = [
          inner({ note: true, line: true }),
          ...(parts.length > 1 ? [this.#word(), `- ${this.#word()}`] : []),
        ];
        this.#notes.push(`[^${name}]: ${blocks.join('\n\n    ')}`);
        return `${word}[^${name}]`;
      }
      default:
        return this.#word();
    }
  }

  #block({ kind, parts }: Piece): string {
    const line = (piece: Piece): string => this.#inline(piece, { line: true });
    const indented = (mark: string) => (piece: Piece) =>
      mark + this.#block(piece).replace(/\n/g, `\n${' '.repeat(mark.length)}`);
    switch (kind) {
      case 'p':
        return parts.map((piece) => this.#inline(piece)).join(' ');
      case 'table':
        return [
          '| a | b |',
          '|:--|--:|',
          ...parts.map((piece, i) => `| ${line(piece)} |${i % 2 === 0 ? ` ${this.#word()} |` : ''}`),
        ].join('\n');
      case 'ul':
        return parts.map(indented('- ')).join('\n');
      case 'ol':
        return parts.map(indented('3. ')).join('\n');
      case 'quote':
        return parts
          .map((piece) => this.#block(piece))
          .join('\n\n')
          .replace(/^/gm, '> ');
      default:
        return `${'#'.repeat(Number(kind.slice(1)))} ${parts.map(line).join(' ')}`;
    }
  }
}

describe('any Markdown of notes, tables, lists and emphasis', () => {
  it('loses no word, has each id once, is valid, and builds in all editions', () => {
    const sections = fc.array(fc.array(headed, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sections, (all) => {
        const written = all.map((pieces, i) => {
          const writer = new Writer();
          return { text: writer.write(pieces), words: writer.words, id: `s${i}` };
        });
        const front = written
          .map(({ id, text }) => `  - id: ${id}\n    head: S\n    text: ${JSON.stringify(text)}`)
          .join('\n');
        const { value: read, diagnostics: wrong } = readManifest(new SourceFile('volume.yaml', manifestOf(front)));
        expect(wrong).toEqual([]);
        if (read === undefined) return;
        const { value: tei = '', diagnostics } = assemble(read.manifest, new Map([['d1', document]]), read.placesOf);
        expect(diagnostics).toEqual([]);
        const found: string[] = [];
        const ids: string[] = [];
        readXml(new SourceFile('v.xml', tei), {
          startTag(tag) {
            const id = tag.attributes['xml:id']?.value;
            if (id !== undefined) ids.push(id);
          },
          text: (text) => {
            for (const [word] of text.matchAll(/w\d+x/g)) found.push(word);
          },
        });
        expect(found.sort()).toEqual(written.flatMap(({ words }) => words).sort());
        expect(new Set(ids).size).toBe(ids.length);
        const findings = validator?.validate(new SourceFile('v.xml', tei)) ?? [];
        expect(findings.filter((d) => d.severity === 'error')).toEqual([]);
        expect(failuresOf(tei)).toEqual([]);
      }),
      { numRuns: runs(20) },
    );
  });
});

it('refuses a paragraph with more marks than a person writes, at its place', () => {
  const text = `One.\n\n${'*a* '.repeat(4000)}\n\nTwo.`;
  const { value, diagnostics } = matterDivision({ id: 'preface', head: 'Preface', text }, (offset) => ({
    file: 'volume.yaml',
    start: { offset, line: 1, column: 1 },
  }));
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code, place }) => [code, place?.start?.offset])).toEqual([['VO012', 6]]);
});
