import fc from 'fast-check';
import { call, docx, item, note, paragraph, run, styled } from './docx.js';

/** A document as data, of which the same text is written in several kinds of files. */
export interface Pivot {
  readonly heading: readonly Piece[];
  readonly dateline: string;
  readonly blocks: readonly PivotBlock[];
  /** Each with its paragraphs; the source note first. */
  readonly notes: readonly (readonly (readonly Piece[])[])[];
}

/** Words, emphasised or not, with the number of the note that is called behind them. */
export interface Piece {
  readonly words: string;
  readonly rend?: 'italic' | 'strong';
  readonly call?: number;
}

export type PivotBlock =
  | { readonly type: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly type: 'quote'; readonly pieces: readonly Piece[] }
  | { readonly type: 'heading'; readonly pieces: readonly Piece[] }
  | { readonly type: 'bullets'; readonly items: readonly (readonly Piece[])[] }
  | { readonly type: 'numbers'; readonly items: readonly (readonly Piece[])[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Piece[])[])[] };

const WORDS =
  'talks wheat the treaty of Riga [sic] & <so> A*B snake_case 5 % “quoted” #4 ~40 café 1962 a|b `tick` under-way'.split(
    ' ',
  );

/** Words that no construct of the grammar and no call can be read into, and signs that Markdown, HTML and XML have for their own. */
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 })
  .map((list) => `He said ${list.join(' ')} so`);
const piece = fc
  .record({ words, rend: fc.constantFrom(undefined, 'italic', 'strong') })
  .map(({ words: text, rend }): Piece => (rend === undefined ? { words: text } : { words: text, rend }));
/** A sentence: pieces with blanks between them and a full stop. */
const sentence = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces): readonly Piece[] => [
    ...pieces.flatMap((one): Piece[] => [one, { words: ' and then ' }]),
    { words: 'it ended.' },
  ]);

const block: fc.Arbitrary<PivotBlock> = fc.oneof(
  { weight: 4, arbitrary: sentence.map((pieces) => ({ type: 'paragraph' as const, pieces })) },
  sentence.map((pieces) => ({ type: 'quote' as const, pieces })),
  words.map((text) => ({ type: 'heading' as const, pieces: [{ words: text }] })),
  fc.array(sentence, { minLength: 2, maxLength: 4 }).map((items) => ({ type: 'bullets' as const, items })),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => ({ type: 'numbers' as const, items })),
  fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc
        .array(fc.array(sentence, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 4 })
        .map((rows) => ({ type: 'table' as const, rows })),
    ),
);

/** Documents in which every note is called once, in order; a paragraph of plain words stands between any two blocks. */
export const pivot: fc.Arbitrary<Pivot> = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
    notes: fc.array(fc.array(sentence, { minLength: 1, maxLength: 2 }), { maxLength: 5 }),
  })
  .map(({ blocks, notes }) => {
    const parted = blocks.flatMap((one): PivotBlock[] => [
      one,
      { type: 'paragraph', pieces: [{ words: 'This is a paragraph of plain words.' }] },
    ]);
    let called = 1;
    const all: PivotBlock[] = parted.map((one) => {
      if (one.type !== 'paragraph' || called > notes.length) return one;
      called++;
      return { ...one, pieces: [...one.pieces.slice(0, -1), { ...(one.pieces.at(-1) as Piece), call: called }] };
    });
    const source: Piece[][] = [[{ words: 'Source: Example Library, Sample Papers, Box 3. Secret.' }]];
    return {
      heading: [{ words: '12. Letter From Ambassador Sample to the Secretary of State', call: 1 }],
      dateline: 'Vienna, March 3, 1959.',
      blocks: all,
      notes: [source, ...notes.slice(0, called - 1)],
    };
  });

const SIGNS = { italic: '*', strong: '**' } as const;

/** CommonMark with the notes and tables of GitHub Flavored Markdown. */
export function asMarkdown(
  { heading, dateline, blocks, notes }: Pivot,
  labelOf = (number: number): string => String(number),
): string {
  const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&');
  const inline = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ words: text, rend, call: number }) => {
        const sign = rend === undefined ? '' : SIGNS[rend];
        return `${sign}${plain(text)}${sign}${number === undefined ? '' : `[^${labelOf(number)}]`}`;
      })
      .join('');
  const written = blocks.map((one) => {
    if (one.type === 'paragraph') return inline(one.pieces);
    if (one.type === 'quote') return `> ${inline(one.pieces)}`;
    if (one.type === 'heading') return `## ${inline(one.pieces)}`;
    if (one.type === 'bullets') return one.items.map((pieces) => `- ${inline(pieces)}`).join('\n');
    if (one.type === 'numbers') return one.items.map((pieces, i) => `${i + 1}. ${inline(pieces)}`).join('\n');
    const rows = one.rows.map((cells) => `| ${cells.map(inline).join(' | ')} |`);
    return [rows[0], `|${' --- |'.repeat(one.rows[0]?.length ?? 0)}`, ...rows.slice(1)].join('\n');
  });
  const listed = notes.map((paragraphs, i) => `[^${labelOf(i + 1)}]: ${paragraphs.map(inline).join('\n\n    ')}`);
  return [`# ${inline(heading)}`, dateline, ...written, ...listed].join('\n\n');
}

/** How a program that writes HTML marks calls and notes. */
export interface Dialect {
  call(number: number): string;
  note(number: number, paragraphs: readonly string[]): string;
  notes(list: string): string;
  page(text: string): string;
}

const p = (paragraphs: readonly string[]): string => paragraphs.map((one) => `<p>${one}</p>`).join('\n');

export const dialects: Readonly<Record<string, Dialect>> = {
  pandoc: {
    call: (n) => `<a href="#fn${n}" class="footnote-ref" id="fnref${n}" role="doc-noteref"><sup>${n}</sup></a>`,
    note: (n, paragraphs) =>
      `<li id="fn${n}">${p(paragraphs.map((one, i) => (i === paragraphs.length - 1 ? `${one}<a href="#fnref${n}" class="footnote-back" role="doc-backlink">↩︎</a>` : one)))}</li>`,
    notes: (list) => `<section id="footnotes" class="footnotes" role="doc-endnotes"><hr /><ol>${list}</ol></section>`,
    page: (text) =>
      `<!DOCTYPE html><html><head><title>A letter</title><style>p { color: red }</style></head><body>${text}</body></html>`,
  },
  word: {
    call: (n) =>
      `<a style='mso-footnote-id:ftn${n}' href="#_ftn${n}" name="_ftnref${n}" title=""><span class=MsoFootnoteReference><span style='vertical-align:super'>[${n}]</span></span></a>`,
    note: (n, paragraphs) =>
      `<div style='mso-element:footnote' id=ftn${n}>${p(paragraphs.map((one, i) => (i === 0 ? `<a style='mso-footnote-id:ftn${n}' href="#_ftnref${n}" name="_ftn${n}" title=""><span class=MsoFootnoteReference>[${n}]</span></a> ${one}` : one)))}</div>`,
    notes: (list) =>
      `<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">${list}</div>`,
    page: (text) =>
      `<html><head><meta charset=utf-8><title>x</title></head><body lang=EN-US><div class=WordSection1>${text}</div></body></html>`,
  },
  site: {
    call: (n) => `<sup><a class="note" rel="footnote" href="#fn:1.5.${n}" id="fnref:1.5.${n}">${n}</a></sup>`,
    note: (n, paragraphs) =>
      `<li class="footnote" id="fn:1.5.${n}" value="${n}">${paragraphs.length === 1 ? paragraphs[0] : p(paragraphs)} <a class="fn-back" href="#fnref:1.5.${n}">↩</a></li>`,
    notes: (list) => `<div class="footnotes"><h4>Notes</h4><ol>${list}</ol></div>`,
    page: (text) =>
      `<!DOCTYPE html><html><head><script>var p = "<p>no</p>";</script></head><body><header><a href="/">Office</a></header><nav><ul><li>Home</li></ul></nav><main><article>${text}</article></main><footer>Contact us</footer></body></html>`,
  },
  libreOffice: {
    call: (n) => `<a class="sdfootnoteanc" name="sdfootnote${n}anc" href="#sdfootnote${n}sym"><sup>${n}</sup></a>`,
    note: (n, paragraphs) =>
      `<div id="sdfootnote${n}">${p(paragraphs.map((one, i) => (i === 0 ? `<a class="sdfootnotesym" name="sdfootnote${n}sym" href="#sdfootnote${n}anc">${n}</a>\t${one}` : one)))}</div>`,
    notes: (list) => list,
    page: (text) => `<html><body lang="en-US" dir="ltr">${text}</body></html>`,
  },
  googleDocs: {
    call: (n) => `<sup class="c2"><a href="#ftnt${n}" id="ftnt_ref${n}">[${n}]</a></sup>`,
    note: (n, paragraphs) =>
      `<div>${p(paragraphs.map((one, i) => (i === 0 ? `<a href="#ftnt_ref${n}" id="ftnt${n}">[${n}]</a><span>&nbsp;${one}</span>` : one)))}</div>`,
    notes: (list) => `<hr class="c9">${list}`,
    page: (text) => `<html><head><style>.c1{}</style></head><body class="c3 doc-content">${text}</body></html>`,
  },
  epub: {
    call: (n) => `<a epub:type="noteref" href="#note-${n}">${n}</a>`,
    note: (n, paragraphs) => `<aside epub:type="footnote" id="note-${n}">${p(paragraphs)}</aside>`,
    notes: (list) => list,
    page: (text) =>
      `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body><section><a id="top"/>${text}</section></body></html>`,
  },
  rows: {
    call: (n) => `<sup><a href="#note${n}">${n}</a></sup>`,
    note: (n, paragraphs) => `<tr><td><a name="note${n}"></a>${n}.</td><td>${p(paragraphs)}</td></tr>`,
    notes: (list) => `<table class="notes">${list}</table>`,
    page: (text) => `<html><body>${text}</body></html>`,
  },
  wiki: {
    call: (n) =>
      `<sup id="cite_ref-${n}" class="reference"><a href="#cite_note-${n}"><span class="cite-bracket">[</span>${n}<span class="cite-bracket">]</span></a></sup>`,
    note: (n, paragraphs) =>
      `<li id="cite_note-${n}"><span class="mw-cite-backlink"><b><a href="#cite_ref-${n}">^</a></b></span> ${paragraphs.length === 1 ? `<span class="reference-text">${paragraphs[0]}</span>` : p(paragraphs)}</li>`,
    notes: (list) =>
      `<h2>References<span class="mw-editsection">[edit]</span></h2><div class="reflist"><ol class="references">${list}</ol></div>`,
    page: (text) =>
      `<html><body><div id="mw-navigation"><ul class="menu"><li>Random page</li></ul></div><div role="main">${text}</div></body></html>`,
  },
};

export function asHtml({ heading, dateline, blocks, notes }: Pivot, dialect: Dialect): string {
  const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/“/g, '&ldquo;');
  const names = { italic: 'em', strong: 'b' } as const;
  const inline = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ words: text, rend, call: number }) => {
        const inner = rend === undefined ? plain(text) : `<${names[rend]}>${plain(text)}</${names[rend]}>`;
        return number === undefined ? inner : inner + dialect.call(number);
      })
      .join('')
      .replace(' and then ', '\n  and then ');
  const written = blocks.map((one) => {
    if (one.type === 'paragraph') return `<p>${inline(one.pieces)}</p>`;
    if (one.type === 'quote') return `<blockquote><p>${inline(one.pieces)}</p></blockquote>`;
    if (one.type === 'heading') return `<h3>${inline(one.pieces)}</h3>`;
    if (one.type === 'bullets') return `<ul>${one.items.map((pieces) => `<li>${inline(pieces)}</li>`).join('\n')}</ul>`;
    if (one.type === 'numbers')
      return `<ol>${one.items.map((pieces) => `<li><p>${inline(pieces)}</p></li>`).join('\n')}</ol>`;
    const rows = one.rows.map(
      (cells, i) => `<tr>${cells.map((cell) => `<t${i === 0 ? 'h' : 'd'}>${inline(cell)}`).join('')}</tr>`,
    );
    return `<table>${rows.join('\n')}</table>`;
  });
  const list = notes.map((paragraphs, i) => dialect.note(i + 1, paragraphs.map(inline))).join('\n');
  return dialect.page(
    [`<h2>${inline(heading)}</h2>`, `<p>${plain(dateline)}</p>`, ...written, dialect.notes(list)].join('\n'),
  );
}

const PROPERTIES = { italic: '<w:i/>', strong: '<w:b/>' } as const;

export function asDocx({ heading, dateline, blocks, notes }: Pivot, kind = 'footnote'): Uint8Array {
  const inline = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ words: text, rend, call: number }) => {
        // Word parts runs wherever it likes.
        const at = Math.ceil(text.length / 2);
        const properties = rend === undefined ? '' : PROPERTIES[rend];
        return (
          run(text.slice(0, at), properties) +
          run(text.slice(at), properties) +
          (number === undefined ? '' : call(number, kind))
        );
      })
      .join('');
  const body = blocks.map((one) => {
    if (one.type === 'paragraph') return paragraph(inline(one.pieces));
    if (one.type === 'quote') return styled(inline(one.pieces), 'Quote');
    if (one.type === 'heading') return styled(inline(one.pieces), 'Heading2');
    if (one.type === 'bullets') return one.items.map((pieces) => item(inline(pieces), 1)).join('');
    if (one.type === 'numbers') return one.items.map((pieces) => item(inline(pieces), 2)).join('');
    const rows = one.rows.map(
      (cells, i) =>
        `<w:tr>${i === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map((cell) => `<w:tc>${paragraph(inline(cell))}</w:tc>`).join('')}</w:tr>`,
    );
    return `<w:tbl>${rows.join('')}</w:tbl>`;
  });
  const list = notes.map((paragraphs, i) => note(i + 1, paragraphs.map(inline), kind)).join('');
  const parts = kind === 'footnote' ? { footnotes: list } : { endnotes: list };
  return docx({ body: [styled(inline(heading), 'Heading1'), paragraph(run(dateline)), ...body].join(''), ...parts });
}
