/** Offprints of a web edition: chapters, and documents where they are wanted, each as an EPUB and a PDF. */
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { houseStyles } from '../model/house-style.js';
import { append } from '../model/list.js';
import type { Offprints } from '../model/manifest.js';
import { hasOffprint, OFFPRINTS, offprintOf } from '../transform/offprint.js';
import { type Page, type PagedVolume, splitIntoPages } from '../transform/pages.js';
import type { EditionSource } from './editions.js';
import { pictureNamed } from './pictures.js';

/** What offprints are made of. */
type Source = Pick<
  EditionSource,
  'bibliography' | 'dress' | 'look' | 'modified' | 'pictures' | 'pivot' | 'progress' | 'reading' | 'settings' | 'volume'
>;

/**
 * Makes the offprints.
 * @param base the address of the web edition, where it has one: links that lead out of an offprint lead there
 */
export async function offprintsOf(
  source: Source,
  wanted: Offprints,
  base: string | undefined,
): Promise<Result<FileSet>> {
  const paged = splitIntoPages(source.pivot);
  const pages = paged.pages.filter((page) => hasOffprint(page, wanted));
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  if (pages.length === 0) return { value: files, diagnostics };
  const print = await printer(source);
  const bind = await binder(source, paged, base);
  for (const [i, page] of pages.entries()) {
    source.progress(`Making offprint ${i + 1} of ${pages.length}`);
    for (const [ending, make] of [
      ['epub', bind],
      ['pdf', print],
    ] as const) {
      const made = make(page);
      append(diagnostics, made.diagnostics);
      if (made.value !== undefined) files.set(`${OFFPRINTS}${page.name}.${ending}`, made.value);
    }
  }
  return { value: files, diagnostics };
}

type Maker = (page: Page) => Result<Uint8Array>;

/** Prints a part with the numbers of the source's pages in the margin, by which it is cited as in the volume. */
async function printer(source: Source): Promise<Maker> {
  const { volume, pivot, pictures, dress, settings, reading } = source;
  const { pageContentOf } = await import('../transform/pdf.js');
  const { select } = await import('../transform/pdf/selection.js');
  const { printImages } = await import('../transform/pdf/images.js');
  const { locator } = await import('../transform/pdf/place.js');
  const { print } = await import('../press/press.js');
  const { bundledFonts } = await import('../press/font-files.js');
  const { value: images } = printImages(pictures, (url) => pictureNamed(url, volume.source));
  const whole = pageContentOf(pivot, images, { shortTitles: settings.shortTitles ?? {} });
  const options = {
    fonts: (await dress?.fonts()) ?? bundledFonts(),
    style: dress?.style ?? houseStyles.chancery,
    file: volume.source.path,
    locate: locator(reading),
    margin: { sourcePages: true },
  };
  return (page) => {
    const { content, unknown } = select(whole, { division: page.id });
    if (unknown.length > 0) return missing(page, volume.source.path);
    const { value, diagnostics } = print({ ...content, title: titleOf(page, pivot.title) }, options);
    // What is to be told of the page layout is told of the whole book.
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return value === undefined || hasErrors(errors) ? { diagnostics: errors } : { value: value.pdf, diagnostics: [] };
  };
}

/** Binds a part as an EPUB under the cover of the volume. */
async function binder(source: Source, paged: PagedVolume, base: string | undefined): Promise<Maker> {
  const { pivot, bibliography, modified, pictures, look } = source;
  const { epubOffprint } = await import('../transform/epub.js');
  const { publicationOf } = await import('../transform/epub/metadata.js');
  const { openContainer } = await import('../transform/epub/container.js');
  const { coverPicture } = await import('../transform/epub/cover.js');
  const { coverFaces } = await import('../transform/epub/faces.js');
  const words = publicationOf(pivot, bibliography.volume, { modified });
  const cover = coverPicture(words, coverFaces(words));
  const addressOf = (id: string): string | undefined => {
    const page = paged.pageOf.get(id);
    if (base === undefined || page === undefined) return undefined;
    return `${base}${page.name}.html${page.id === id ? '' : `#${encodeURIComponent(id)}`}`;
  };
  return (page) => {
    const container = openContainer(modified, cover);
    const part = { id: page.id, title: titleOf(page, pivot.title) };
    const diagnostics = epubOffprint(
      offprintOf(pivot, page.id, addressOf),
      { record: bibliography.volume, modified, pictures, look, part },
      (path, content) => container.add(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
    );
    return hasErrors(diagnostics) ? { diagnostics } : { value: container.finish(), diagnostics };
  };
}

function titleOf(page: Page, volume: string): string {
  return `${page.title} (${volume})`;
}

function missing({ id }: Page, file: string): Result<Uint8Array> {
  return { diagnostics: [diagnostic('PR010', { id }, { file })] };
}
