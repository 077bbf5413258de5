import type { Result } from '../diagnostics/diagnostic.js';
import type { Bibliography } from '../metadata/bibliography.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { FileSet } from '../model/file-set.js';
import type { Alias, Offprints } from '../model/manifest.js';
import { noPagePictures, type PagePictures } from '../model/page-images.js';
import { noPictures, type Pictures } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import type { SearchableVolume } from '../model/searchable.js';
import { facesOf, type Look, PLAIN_LOOK } from '../model/theme.js';
import type { Signposts } from '../model/web-link.js';
import { EditionReader } from './edition-reading.js';
import { withRemoteFacsimiles } from './facsimiles.js';
import { aliasFiles, aliasPages } from './html/aliases.js';
import { browsePages } from './html/browse.js';
import { documentData } from './html/document-data.js';
import { FONT_FOLDER, facesNeeded } from './html/faces.js';
import { formerPages } from './html/former-pages.js';
import { furnishings } from './html/furnishings.js';
import { homePage } from './html/home.js';
import { iiifManifest, iiifPath } from './html/iiif.js';
import { leafPage, leavesPage } from './html/leaf.js';
import { type LeafPart, leafTexts } from './html/leaf-text.js';
import { volumePage } from './html/page.js';
import { withParagraphs } from './html/paragraphs.js';
import { registerPages } from './html/register-pages.js';
import { CITING_SCRIPT, CITING_SCRIPT_FILE } from './html/script/citing.js';
import { READING_SCRIPT, READING_SCRIPT_FILE } from './html/script/reading.js';
import { SEARCH_FOLDER, SEARCH_PAGE } from './html/search-field.js';
import { SEARCH_STYLESHEET, searchPage } from './html/search-page.js';
import { searchableOf } from './html/searchable.js';
import { Site } from './html/site.js';
import { stylesheetFor } from './html/stylesheet.js';
import { documentFile } from './html/tei-document.js';
import { findLosses } from './loss.js';
import { splitIntoPages } from './pages.js';
import { illustrated } from './pictures.js';
import type { VolumeReading } from './tei-reading.js';

/** The page of the search, as far as links from it depend on it. */
const SITE_PAGE = { name: 'search', kind: 'search' } as const;

/** The folder for pictures, beside the pages. */
const FOLDER = 'pictures';

/** What the site has besides the words of the volume. */
export interface SiteOptions {
  /** Those that stand beside the TEI. */
  readonly pictures?: Pictures;
  /** What the pages link to for programs. */
  readonly signposts?: Signposts | undefined;
  /** The house style, and the faces that the site may use; of these it has the files whose characters occur. */
  readonly look?: Look;
  /** Pictures of the source's pages. */
  readonly pages?: PagePictures;
  /** The address of the home page, where the edition is published; viewers of its pictures need it. */
  readonly base?: string | undefined;
  /** Makes the files by which the site is searched, `search/reader.js` among them; without it the site has no search. */
  readonly search?: (volume: SearchableVolume) => FileSet;
  /** What is known of the volume and its documents; where nothing is said, it is read from the TEI. */
  readonly bibliography?: Bibliography;
  /** What the publisher says of the accessibility of the site, besides what was checked. */
  readonly statement?: string | undefined;
  /** Of which parts there will be offprints beside the pages, to which they link. */
  readonly offprints?: Offprints | undefined;
  /** Ids that documents had, whose pages lead to those that they have. */
  readonly aliases?: readonly Alias[] | undefined;
}

/**
 * Makes the HTML edition: a site of static pages that works from the file system and without JavaScript. `index.html` is the home page; each
 * section of the volume has a page named by its id (`d73.html`), each document its TEI (`tei/d73.xml`). Every page is well-formed XML too.
 * The pages are read back and compared with the TEI before they are given out: what would be lost is an error (`TR010` …).
 *
 * @param volume The TEI as {@link readVolume} reads it.
 */
export function html(
  source: Pivot,
  volume: VolumeReading,
  {
    pictures = noPictures,
    signposts = () => () => [],
    look = PLAIN_LOOK,
    pages = noPagePictures,
    base,
    search,
    bibliography = described(source, volume),
    statement,
    offprints,
    aliases = [],
  }: SiteOptions = {},
): Result<FileSet> {
  const shown = withRemoteFacsimiles(illustrated(source, pictures, `${FOLDER}/`), pages);
  const pivot = withParagraphs(shown);
  const paged = splitIntoPages(pivot);
  const places = paged.pages.map(({ id, name, kind }) => ({ id, name, kind }));
  const old = aliasPages(aliases, paged);
  const site = new Site(pivot, paged, bibliography, {
    withTei: new Set(volume.documents.keys()),
    linksOf: signposts([
      { name: 'index', kind: 'home' },
      ...places,
      ...old.pages,
      ...(search === undefined ? [] : [SITE_PAGE]),
    ]),
    theme: look.theme,
    pictures: pages,
    hasSearch: search !== undefined,
    offprints,
  });
  const files = new Map<string, string | Uint8Array>();
  // They say which ways into the volume there are, which stand in the head of every page.
  const browse = browsePages(site);
  files.set('index.html', homePage(site));
  const reader = new EditionReader();
  for (const page of paged.pages) {
    const text = volumePage(site, page);
    reader.read(text);
    files.set(`${page.name}.html`, text);
  }
  const iiif = base === undefined ? undefined : iiifManifest(pivot, paged, site.leaves, base);
  if (iiif !== undefined) files.set(iiifPath, iiif);
  for (const [path, text] of leafPages(site, iiif && iiifPath)) files.set(path, text);
  for (const [path, text] of browse) files.set(path, text);
  for (const [name, page] of registerPages(site, site.register)) files.set(`${name}.html`, page);
  for (const [path, content] of furnishings(site, statement)) files.set(path, content);
  for (const [path, content] of dress(look, pivot, site.styles.rules, files)) files.set(path, content);
  files.set(CITING_SCRIPT_FILE, CITING_SCRIPT);
  for (const [path, content] of site.citing.files()) files.set(path, content);
  for (const page of paged.pages) {
    const document = documentFile(volume, page, pivot);
    if (document !== undefined) files.set(`tei/${page.name}.xml`, document);
  }
  const found = searchableOf(site);
  for (const [path, text] of documentData(site, found)) files.set(path, text);
  if (search !== undefined) {
    files.set(SEARCH_PAGE, searchPage(site, site.sections.slice(1)));
    files.set(`${SEARCH_FOLDER}search.css`, SEARCH_STYLESHEET);
    for (const [path, content] of search(found)) files.set(path, content);
  }
  for (const { path, bytes } of pictures.values()) files.set(`${FOLDER}/${path}`, bytes);
  for (const [path, bytes] of pages.files) files.set(path, bytes);
  const findings = [...old.diagnostics, ...findLosses(volume, reader.finish(), 'HTML')];
  for (const one of aliasFiles(old.pages, files, base)) {
    if ('code' in one) findings.push(one);
    else files.set(...one);
  }
  for (const [path, text] of formerPages(site, base, files)) files.set(path, text);
  return { value: files, diagnostics: findings };
}

/** What the TEI says of itself, under the name that the pivot has for it. */
function described({ volume }: Pivot, { source }: VolumeReading): Bibliography {
  const { value } = readBibliography(source, volume);
  if (value === undefined) throw new Error(`${source.path} was read, and is not well-formed.`);
  return value;
}

/** What the pages are dressed in: the stylesheet, the script, the fonts whose characters they have, the logo. */
function* dress(
  { theme, faces, fontLicence }: Look,
  { renditions }: Pivot,
  ownRules: string,
  pages: ReadonlyMap<string, string | Uint8Array>,
): Generator<readonly [path: string, content: string | Uint8Array]> {
  const texts = [...pages.values()].filter((content) => typeof content === 'string');
  const needed = facesNeeded(facesOf(theme, faces), texts);
  yield ['style.css', `${stylesheetFor(renditions, theme, needed)}${ownRules}`];
  yield [READING_SCRIPT_FILE, READING_SCRIPT];
  for (const { file, bytes } of needed) yield [`${FONT_FOLDER}/${file}`, bytes()];
  if (fontLicence !== undefined && needed.some((face) => faces.includes(face)))
    yield [`${FONT_FOLDER}/OFL.txt`, fontLicence];
  for (const logo of [theme.logo, theme['dark-logo']]) if (logo !== undefined) yield [logo.file, logo.bytes];
}

/** The pages of the source's pages, and their list; where there are pictures, with the words beside them. */
function* leafPages(site: Site, iiif: string | undefined): Generator<readonly [path: string, text: string]> {
  const { leaves, volume } = site;
  if (leaves.all.length === 0) return;
  const texts = leaves.hasPictures ? leafTexts(volume.pages) : new Map<string, readonly LeafPart[]>();
  for (const [i, leaf] of leaves.all.entries()) {
    const picture = leaves.pictureOf(leaf);
    const parts = texts.get(leaf.id) ?? [];
    const [before, after] = [leaves.all[i - 1], leaves.all[i + 1]];
    yield [`${leaf.name}.html`, leafPage(site, { leaf, before, after, picture, parts })];
  }
  yield [`${leaves.listName}.html`, leavesPage(site, iiif)];
}
