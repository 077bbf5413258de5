import type { Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { noPictures, type Pictures } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import type { SearchableVolume } from '../model/searchable.js';
import type { Signposts } from '../model/web-link.js';
import { EditionReader } from './edition-reading.js';
import { homePage } from './html/home.js';
import { volumePage } from './html/page.js';
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

/**
 * Makes the HTML edition: a site of static pages that works from the file system and without JavaScript. `index.html` is the home page; each
 * section of the volume has a page named by its id (`d73.html`), each document its TEI (`tei/d73.xml`). Every page is well-formed XML too.
 * The pages are read back and compared with the TEI before they are given out: what would be lost is an error (`TR010` …).
 *
 * @param volume The TEI as {@link readVolume} reads it.
 * @param pictures Those that stand beside the TEI.
 * @param signposts What the pages link to for programs.
 * @param search Makes the files by which the site is searched, `search/reader.js` among them; without it the site has no search.
 */
export function html(
  source: Pivot,
  volume: VolumeReading,
  pictures: Pictures = noPictures,
  signposts: Signposts = () => () => [],
  search?: (volume: SearchableVolume) => FileSet,
): Result<FileSet> {
  const pivot = illustrated(source, pictures, `${FOLDER}/`);
  const paged = splitIntoPages(pivot);
  const pages = paged.pages.map(({ id, name, kind }) => ({ id, name, kind }));
  const site = new Site(
    pivot,
    paged,
    new Set(volume.documents.keys()),
    signposts([{ name: 'index', kind: 'home' }, ...pages, ...(search === undefined ? [] : [SITE_PAGE])]),
    search !== undefined,
  );
  const files = new Map<string, string | Uint8Array>();
  files.set('index.html', homePage(site));
  const reader = new EditionReader();
  for (const page of paged.pages) {
    const text = volumePage(site, page);
    reader.read(text);
    files.set(`${page.name}.html`, text);
  }
  files.set('style.css', `${stylesheetFor(pivot.renditions)}${site.styles.rules}`);
  for (const page of paged.pages) {
    const document = documentFile(volume, page, pivot);
    if (document !== undefined) files.set(`tei/${page.name}.xml`, document);
  }
  if (search !== undefined) {
    files.set(SEARCH_PAGE, searchPage(site, []));
    files.set(`${SEARCH_FOLDER}search.css`, SEARCH_STYLESHEET);
    for (const [path, content] of search(searchableOf(site))) files.set(path, content);
  }
  for (const { path, bytes } of pictures.values()) files.set(`${FOLDER}/${path}`, bytes);
  return { value: files, diagnostics: findLosses(volume, reader.finish(), 'HTML') };
}
