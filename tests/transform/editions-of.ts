import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PageContent } from '../../src/model/page-content.js';
import { noPictures, type Pictures } from '../../src/model/picture.js';
import type { Pivot } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { epub } from '../../src/transform/epub.js';
import { html } from '../../src/transform/html.js';
import { findLosses } from '../../src/transform/loss.js';
import { printImages } from '../../src/transform/pdf/images.js';
import { readPages } from '../../src/transform/pdf/reading.js';
import { pageContentOf } from '../../src/transform/pdf.js';
import { interpret } from '../../src/transform/pivot.js';
import { recordOf } from './record.js';

/** A volume of two documents; the first has the blocks given, the second stands after it. */
export function volumeOf(blocks: string, second = '<p>The end.</p>', front = ''): SourceFile {
  const document = (n: number, body: string): string =>
    `<div type="document" subtype="historical-document" n="${n}" xml:id="d${n}"><head>${n}. Letter</head>${body}</div>`;
  return new SourceFile(
    'volume.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="v"><teiHeader><fileDesc>
<titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text>${front}<body><div type="chapter" xml:id="ch1"><head>Chapter</head>${document(1, blocks)}${document(2, second)}</div></body></text></TEI>`,
  );
}

/** The editions of a volume, and all that was found on the way. */
export interface Editions {
  readonly pivot: Pivot;
  /** Pages and other texts of the web site, by name. */
  readonly site: ReadonlyMap<string, string | Uint8Array>;
  readonly epub: ReadonlyMap<string, string | Uint8Array>;
  readonly content: PageContent;
  readonly pdf: string;
  readonly found: readonly Diagnostic[];
}

/** @param isPrinted Whether the PDF is made too, which takes longer than the others together. */
export function editionsOf(source: SourceFile, pictures: Pictures = noPictures, isPrinted = true): Editions {
  const { value, diagnostics } = interpret(source);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { pivot, reading } = value;
  const found = [...diagnostics];
  const site = html(pivot, reading, { pictures });
  found.push(...site.diagnostics);
  const files = new Map<string, string | Uint8Array>();
  found.push(
    ...epub(pivot, reading, { record: recordOf(source), modified: '2001-01-01T00:00:00Z', pictures }, (path, text) =>
      files.set(path, text),
    ),
  );
  const images = printImages(pictures, () => ({ file: source.path }));
  found.push(...images.diagnostics);
  const content = pageContentOf(pivot, images.value);
  let pdf = '';
  if (isPrinted) {
    const book = print(content, { fonts: bundledFonts(), file: source.path });
    found.push(...book.diagnostics);
    if (book.value !== undefined) {
      found.push(...findLosses(reading, readPages(content, book.value.drawn), 'PDF'));
      pdf = Buffer.from(book.value.pdf).toString('latin1');
    }
  }
  return { pivot, site: site.value ?? new Map(), epub: files, content, pdf, found };
}

/** What makes an edition incomplete, or is said of it without need. */
export function errorsOf({ found }: Editions): readonly string[] {
  return found.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
}

/** The text of a page of the site. */
export function pageOf({ site }: Editions, name = 'd1'): string {
  return String(site.get(`${name}.html`) ?? '');
}

/** A page's text as a reader sees it, without its notes' numbers and the record; one space between words. */
export function wordsOf(page: string): string {
  const article = /<article[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
  return article
    .replace(/<(?:br|aside|\/p|\/li|\/td|\/h\d|\/aside|\/dt|\/dd)[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
