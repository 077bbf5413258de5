import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Publication } from '../discovery/publication.js';
import type { Bibliography } from '../metadata/bibliography.js';
import type { FileSet } from '../model/file-set.js';
import { houseStyles } from '../model/house-style.js';
import { instantOf } from '../model/instant.js';
import { append } from '../model/list.js';
import type { EditionSettings } from '../model/manifest.js';
import type { PagePictures } from '../model/page-images.js';
import type { Pictures } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import type { SearchableVolume } from '../model/searchable.js';
import type { Look } from '../model/theme.js';
import type { VolumeReading } from '../transform/tei-reading.js';
import type { EpubPacker } from './epub-packer.js';
import { pictureNamed } from './pictures.js';
import type { PrintDress } from './print-style.js';
import type { TeiVolume } from './volume.js';
import { type ToldEdition, webSiteOf } from './web-site.js';

/** What an edition is made of. */
export interface EditionSource {
  readonly volume: TeiVolume;
  /** The TEI as a plain reader of XML finds it, for the proof that the edition has lost nothing. */
  readonly reading: VolumeReading;
  /** What is known of the volume and its documents. */
  readonly bibliography: Bibliography;
  readonly pivot: Pivot;
  /** The pictures that stand beside the TEI. */
  readonly pictures: Pictures;
  /** Pictures of the pages of the source, for the web site. */
  readonly pages: PagePictures;
  /** Who packs the EPUB while it is written. */
  readonly packer: EpubPacker;
  /** How the web edition and the EPUB look, and the printed book. */
  readonly look: Look;
  readonly dress: PrintDress | undefined;
  /** The time of the last change, RFC 3339, UTC. */
  readonly modified: string;
  readonly settings: EditionSettings;
  /** What the version before of the web edition has published, where there is one. */
  readonly published: () => Publication | undefined;
  /** Takes what the companions of the web edition are made of, in the place of these: they come when its pages are final. */
  readonly tell: ((told: ToldEdition) => void) | undefined;
  /** Told what can be found in the web edition. */
  readonly searched: (found: SearchableVolume) => void;
  /** Whether the web edition holds the documents for a search server. */
  readonly forSearchServer: boolean;
  /** Told how far the making is, in words. */
  readonly progress: (words: string) => void;
}

/** An edition of the volume: its files, where nothing of the volume is lost in them. */
export interface Edition {
  /** What is being done, for the person who waits. */
  readonly words: string;
  make(source: EditionSource): Promise<Result<FileSet>>;
}

export type EditionName = 'html' | 'epub' | 'pdf';

/** The table of editions, in the order in which they are made. Each loads what it needs when it is made. */
export const editions: Readonly<Record<EditionName, Edition>> = {
  html: {
    words: 'Making the web site',
    async make(source) {
      const {
        pivot,
        reading,
        bibliography,
        pictures,
        pages,
        settings,
        volume,
        modified,
        published,
        look,
        forSearchServer,
        searched,
        tell,
      } = source;
      const { html } = await import('../transform/html.js');
      const { searchFiles } = await import('./search-script.js');
      const web = await webSiteOf(bibliography, modified, pages.origin);
      const { signposts, base } = web;
      const { value: site, diagnostics } = html(pivot, reading, {
        ...{ pictures, signposts, look, pages, base, bibliography },
        statement: settings.statement,
        aliases: settings.aliases,
        offprints: settings.offprints,
        search: (found) => {
          searched(found);
          return searchFiles(found, forSearchServer);
        },
      });
      if (site === undefined) return { diagnostics };
      const { value, diagnostics: ofExtras } = await withExtras(site, source, web);
      if (value === undefined) return { diagnostics: [...diagnostics, ...ofExtras] };
      if (tell !== undefined && web.told !== undefined) tell(web.told());
      const complete: Result<FileSet> =
        tell === undefined ? web.withCompanions(value, published) : { value, diagnostics: [] };
      const isWithoutManifest = settings.images !== undefined && web.base === undefined;
      const file = volume.source.path;
      const unmade = isWithoutManifest ? [diagnostic('WP009', {}, { file })] : [];
      return sound(complete.value, [...diagnostics, ...ofExtras, ...unmade, ...complete.diagnostics]);
    },
  },
  epub: {
    words: 'Making the EPUB',
    async make({ pivot, reading, volume, bibliography, packer, pictures, modified, settings, look }) {
      const { publicationOf } = await import('../transform/epub/metadata.js');
      const { epub } = await import('../transform/epub.js');
      const record = bibliography.volume;
      packer.begin({ cover: publicationOf(pivot, record, { modified }), modified });
      const options = { record, modified, pictures, look, certification: settings.certification };
      const diagnostics = epub(pivot, reading, options, (path, content) => packer.add(path, content));
      return sound(new Map([[`${volume.name}.epub`, await packer.finish()]]), diagnostics);
    },
  },
  pdf: {
    words: 'Printing the PDF',
    async make({ pivot, reading, volume, pictures, progress, dress, settings }) {
      const { pageContentOf } = await import('../transform/pdf.js');
      const { unknownShortTitles } = await import('../transform/pdf/short-titles.js');
      const { readPages } = await import('../transform/pdf/reading.js');
      const { findLosses } = await import('../transform/loss.js');
      const { locator } = await import('../transform/pdf/place.js');
      const { print } = await import('../press/press.js');
      const { bundledFonts } = await import('../press/font-files.js');
      const { printImages } = await import('../transform/pdf/images.js');
      const images = printImages(pictures, (url) => pictureNamed(url, volume.source));
      const { shortTitles = {} } = settings;
      const { index } = dress?.style ?? houseStyles.chancery;
      const content = pageContentOf(pivot, images.value, { shortTitles, index });
      const file = volume.source.path;
      const untitled = unknownShortTitles(content, shortTitles).map((id) => diagnostic('PR053', { id }, { file }));
      const { value, diagnostics } = print(content, {
        fonts: (await dress?.fonts()) ?? bundledFonts(),
        ...(dress === undefined ? {} : { style: dress.style }),
        file,
        locate: locator(reading),
        progress: (done, total) => {
          if (done % 100 === 0) progress(`Printing the PDF: page ${done} of ${total}`);
        },
      });
      if (value === undefined) return { diagnostics };
      const losses = findLosses(reading, readPages(content, value.drawn), 'PDF');
      return sound(new Map([[`${volume.name}.pdf`, value.pdf]]), [
        ...images.diagnostics,
        ...untitled,
        ...diagnostics,
        ...losses,
      ]);
    },
  },
};

/** The site with what the manifest asks for beside its pages: offprints, and files for Distributed Text Services. */
async function withExtras(
  site: FileSet,
  source: EditionSource,
  { base, told }: Awaited<ReturnType<typeof webSiteOf>>,
): Promise<Result<FileSet>> {
  const { settings, bibliography, volume } = source;
  const { offprints, dts } = settings;
  const files = new Map(site);
  const diagnostics: Diagnostic[] = [];
  if (offprints !== undefined) {
    const { offprintsOf } = await import('./offprints.js');
    const made = await offprintsOf(source, offprints, base);
    for (const [path, bytes] of made.value ?? []) files.set(path, bytes);
    append(diagnostics, made.diagnostics);
  }
  if (dts === true && (base === undefined || told === undefined))
    diagnostics.push(diagnostic('WP010', {}, { file: volume.source.path }));
  else if (dts === true && base !== undefined && told !== undefined) {
    const { textServices } = await import('../discovery/text-services.js');
    for (const [path, text] of textServices(bibliography, base, told().pages)) files.set(path, text);
  }
  return { value: files, diagnostics };
}

/** The files, unless an error was found in them: such an edition is not given out. */
function sound(files: FileSet | undefined, diagnostics: readonly Diagnostic[]): Result<FileSet> {
  return files === undefined || hasErrors(diagnostics) ? { diagnostics } : { value: files, diagnostics };
}

/**
 * The time of the last change: as given, in the order of those who may say it (the manifest, the surroundings); else the last change that the volume's header dates; else its date of publication. It is
 * never the clock's, since the same input makes the same bytes.
 */
export function modifiedOf(pivot: Pivot, ...given: readonly (string | undefined)[]): string {
  for (const said of [...given, pivot.metadata.get('modified')?.[0], pivot.metadata.get('date')?.[0]]) {
    const instant = instantOf(said);
    if (instant !== undefined) return instant;
  }
  return '1970-01-01T00:00:00Z';
}
