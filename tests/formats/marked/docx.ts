import { ZipWriter } from '../../../src/formats/zip.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What a Word file in a test is made of: XML of its parts, without their root elements. */
export interface DocxParts {
  /** The content of `w:body`. */
  readonly body: string;
  /** The content of `w:footnotes` and `w:endnotes`. */
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** More parts by their names. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

const style = (id: string, name: string, kind = 'paragraph'): string =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const level = (number: number, format: string, text: string): string =>
  `<w:abstractNum w:abstractNumId="${number}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;

/** Writes the smallest package that Word and mammoth read. */
export function docx({ body, footnotes = '', endnotes = '', more = {} }: DocxParts): Uint8Array {
  const zip = new ZipWriter('2000-01-01T00:00:00Z');
  const add = (name: string, xml: string): void =>
    zip.add(name, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${xml}`));
  const override = (name: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${name}+xml"/>`;
  const rel = (id: number, name: string): string =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`;
  const rels = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  add(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${['styles', 'numbering', 'footnotes', 'endnotes'].map(override).join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    rels(
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
    ),
  );
  add(
    'word/_rels/document.xml.rels',
    rels(['styles', 'numbering', 'footnotes', 'endnotes'].map((name, i) => rel(i + 1, name)).join('')),
  );
  add(
    'word/document.xml',
    `<w:document ${W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
  );
  add(
    'word/styles.xml',
    `<w:styles ${W}>${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Title', 'Title')}${style('Quote', 'Quote')}${style('FootnoteReference', 'footnote reference', 'character')}</w:styles>`,
  );
  add(
    'word/numbering.xml',
    `<w:numbering ${W}>${level(0, 'bullet', '•')}${level(1, 'decimal', '%1.')}${level(2, 'lowerLetter', '(%1)')}${[0, 1, 2].map((n) => `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${n}"/></w:num>`).join('')}</w:numbering>`,
  );
  add('word/footnotes.xml', `<w:footnotes ${W}>${footnotes}</w:footnotes>`);
  add('word/endnotes.xml', `<w:endnotes ${W}>${endnotes}</w:endnotes>`);
  for (const [name, part] of Object.entries(more)) zip.add(name, typeof part === 'string' ? Buffer.from(part) : part);
  return zip.finish();
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A run, emphasised as its properties say (`<w:i/>`). */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

export const styled = (content: string, id: string): string => paragraph(content, `<w:pStyle w:val="${id}"/>`);

export const item = (content: string, list: number): string =>
  paragraph(content, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

export const call = (id: number, kind = 'footnote'): string =>
  `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;

export const note = (id: number, paragraphs: readonly string[], kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}">${paragraphs.map((content, i) => paragraph(i === 0 ? `<w:r><w:${kind}Ref/></w:r>${content}` : content)).join('')}</w:${kind}>`;
