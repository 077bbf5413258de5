import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { formatList } from '../../diagnostics/format.js';
import { formatHtml } from '../../diagnostics/format-html.js';
import { encode } from '../../encode/encode.js';
import { sealed } from '../../encode/proof/seal.js';
import { review } from '../../encode/review/review.js';
import { reviewPage } from '../../encode/review/review-page.js';
import { readMarkdown } from '../../formats/markdown.js';
import { readHtmlText } from '../../formats/marked/html-text.js';
import { readMarkdownText } from '../../formats/marked/markdown-text.js';
import { readWordText } from '../../formats/marked/word-text.js';
import { ZipWriter } from '../../formats/zip.js';
import { readDateline } from '../../grammar/dateline.js';
import { readHeading } from '../../grammar/heading.js';
import { readSourceNote } from '../../grammar/source-note.js';
import type { RawShape } from '../../model/manifest.js';
import { SourceFile } from '../../model/source-file.js';
import { html } from '../../transform/html.js';
import { interpret } from '../../transform/pivot.js';
import { createValidator, type Validator } from '../../validate/validate.js';
import { enrich } from '../../volume/enrich.js';
import { readManifest } from '../../volume/manifest.js';
import type { KindOfText } from './kinds.js';

/** What reads a text of some repetition. */
export interface Reader {
  /** What is repeated. */
  readonly kind: KindOfText;
  /** The share of the lengths that it is measured with, where it is a slow one; all of them where nothing is said. */
  readonly share?: number;
  /** Whether it is left out where nothing asks for it: a reader like another one. */
  readonly isMinor?: boolean;
  /** Reads; what is returned before that is what is made ready and not measured. */
  prepare(text: string): Promise<() => unknown> | (() => unknown);
}

const inShape = (shape: RawShape | undefined, before: string): Reader => ({
  kind: 'text',
  prepare: (text) => {
    const source = new SourceFile('t.txt', `${before}${text}`);
    return () => encode(shape === 'markdown' ? (readMarkdownText(source).value ?? source) : source, shape && { shape });
  },
});

const ofText = (read: (text: string) => unknown): Reader => ({ kind: 'text', prepare: (text) => () => read(text) });
const minor = (reader: Reader): Reader => ({ ...reader, isMinor: true });
const ofMarkup = (read: (text: string) => unknown): Reader => ({ ...ofText(read), kind: 'markup' });

const HEAD = '1. Letter From A to B\n\nWashington, May 1, 1964.\n\n';

/**
 * The readers of the program by name: the grammar's, `encode` in each shape and for each kind of file, `enrich`, `validate` and the build of a web site. The opening before a text
 * is what the shape is known by.
 */
export const readers: Readonly<Record<string, Reader>> = {
  note: ofText((text) => readSourceNote(`Source: X. Drafted by ${text}`)),
  'note-told': minor(ofText((text) => readSourceNote(`Source: X. Secret. The paper ${text} was drafted by Smith.`))),
  heading: ofText((text) => readHeading(`1. Letter From ${text}`)),
  dateline: ofText(readDateline),
  manifest: minor(
    ofText((text) => readManifest(new SourceFile('volume.yaml', `id: v\ntitle: ${JSON.stringify(text)}\n`))),
  ),
  'manifest-yaml': {
    ...ofText((text) => readManifest(new SourceFile('volume.yaml', `id: v\ntitle: T\n${text}`))),
    kind: 'syntax',
  },
  'matter-markdown': minor(ofText(readMarkdown)),
  'encode-any': inShape(undefined, ''),
  review: ofText((text) => {
    const source = new SourceFile('t.txt', text);
    const { value: documents = [], diagnostics } = encode(source);
    reviewPage(review('Raw texts', [{ source, documents }], diagnostics));
    for (const { tei } of documents) sealed(tei);
    told(diagnostics, source);
  }),
  'encode-web': inShape('frus-web', HEAD),
  'encode-typescript': inShape('typescript', 'MEMORANDUM FOR: THE PRESIDENT\n\nSUBJECT: X\n\n'),
  'encode-cable': inShape('cable', 'R 231724Z JAN 06\nFM X\nTO Y\n\n'),
  'encode-e-mail': inShape('e-mail', 'From: A <a@b.org>\nTo: B <b@b.org>\nSubject: X\nDate: May 1, 2004\n\n'),
  'encode-united-nations': minor(
    inShape(
      undefined,
      'United Nations\nGeneral Assembly\nA/RES/1 (I)\n24 January 1946\n\nRESOLUTION 1 (I)\n\nThe General Assembly,\n\n',
    ),
  ),
  'encode-markdown': inShape('markdown', '# A Letter\n\n'),
  'encode-html': ofText((text) => {
    const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`);
    encodeOpened(readHtmlText('t.html', `<h1>Letter From A to B</h1>${paragraphs.join('')}`).value);
  }),
  'encode-word': {
    kind: 'text',
    prepare: (text) => {
      const file = wordFile(text);
      return async () => encodeOpened((await readWordText('t.docx', file)).value);
    },
  },
  'encode-tags': ofMarkup((text) =>
    encodeOpened(readHtmlText('t.html', `<h1>Letter From A to B</h1><p>${text}`).value),
  ),
  enrich: ofText((text) => enrich(volumeOf(text))),
  'enrich-tags': ofMarkup((text) => enrich(volume('1. Letter', 'Source: X.', text))),
  validate: validated('text', volumeOf),
  'validate-tags': validated('markup', (text) => volume('1. Letter', 'Source: X.', text)),
  'build-html': built('text', volumeOf),
  'build-html-tags': built('markup', (text) => volume('1. Letter', 'Source: X.', text)),
};

/** What a terminal and a page say of findings. */
function told(diagnostics: readonly Diagnostic[], source: SourceFile): void {
  const sources = new Map([[source.path, source]]);
  formatList(diagnostics, sources, { color: false, width: 100 });
  formatHtml(diagnostics, sources, [source.path]);
}

function encodeOpened(source: SourceFile | undefined): void {
  if (source !== undefined) encode(source);
}

function validated(kind: KindOfText, volumeOf: (text: string) => string): Reader {
  let validator: Validator | undefined;
  return {
    kind,
    async prepare(text) {
      validator ??= (await createValidator({ strength: 'current' })).value;
      const source = new SourceFile('v.xml', volumeOf(text));
      return () => told(validator?.validate(source) ?? [], source);
    },
  };
}

/** As `build --only html`: what is not well-formed never comes to the stylesheets. */
function built(kind: KindOfText, volumeOf: (text: string) => string): Reader {
  let validator: Validator | undefined;
  return {
    kind,
    share: 0.1,
    async prepare(text) {
      validator ??= (await createValidator({ strength: 'current', only: ['wellformed'] })).value;
      const source = new SourceFile('v.xml', volumeOf(text));
      return () => {
        if (validator?.validate(source).some(({ severity }) => severity === 'error')) return;
        const { value } = interpret(new SourceFile('v.xml', enrich(source.text).text));
        if (value !== undefined) html(value.pivot, value.reading);
      };
    },
  };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\f/g, '\n');
}

/** A volume with a text in the heading, the source note and the paragraphs of a document. */
function volumeOf(text: string): string {
  const words = escaped(text);
  return volume(`1. Letter From ${words}`, `Source: X. ${words}`, `<p>${words.replace(/\n/g, '</p>\n<p>')}</p>`);
}

function volume(head: string, note: string, body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="document" n="1" xml:id="d1"><head>${head}<note n="1" xml:id="d1fn1" type="source">${note}</note></head>${body}</div></body></text></TEI>`;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A Word file with a paragraph for each line (ECMA-376 part 1, §17.3.1.22). */
function wordFile(text: string): Uint8Array {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
  const zip = new ZipWriter('2000-01-01T00:00:00Z');
  const entries = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  };
  for (const [path, content] of Object.entries(entries)) zip.add(path, Buffer.from(content));
  return zip.finish();
}
