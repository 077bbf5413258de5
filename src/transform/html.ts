import type { Result } from '../diagnostics/diagnostic.js';
import type { Bibliography } from '../metadata/bibliography.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { FileSet } from '../model/file-set.js';
import { noPictures, type Pictures } from '../model/picture.js';
import type { Pivot } from '../model/pivot.js';
import { facesOf, type Look, PLAIN_LOOK } from '../model/theme.js';
import type { Signposts } from '../model/web-link.js';
import { EditionReader } from './edition-reading.js';
import { FONT_FOLDER, facesNeeded } from './html/faces.js';
import { furnishings } from './html/furnishings.js';
import { homePage } from './html/home.js';
import { volumePage } from './html/page.js';
import { withParagraphs } from './html/paragraphs.js';
import { REFERENCE_SCRIPT, REFERENCE_SCRIPT_FILE } from './html/reference-script.js';
import { REFERENCE_STYLE } from './html/reference-style.js';
import { registerPages } from './html/register-pages.js';
import { READING_SCRIPT, READING_SCRIPT_FILE } from './html/script/reading.js';
import { Site } from './html/site.js';
import { stylesheetFor } from './html/stylesheet.js';
import { documentFile } from './html/tei-document.js';
import { findLosses } from './loss.js';
import { splitIntoPages } from './pages.js';
import { illustrated } from './pictures.js';
import type { VolumeReading } from './tei-reading.js';

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
 * @param look The house style, and the faces that the site may use; of these it has the files whose characters occur.
 * @param accessibility What the publisher says of it, besides what was checked.
 * @param bibliography What is known of the volume and its documents; where nothing is said, it is read from the TEI.
 */
export function html(
  source: Pivot,
  volume: VolumeReading,
  pictures: Pictures = noPictures,
  signposts: Signposts = () => () => [],
  look: Look = PLAIN_LOOK,
  bibliography: Bibliography = described(source, volume),
  accessibility?: string,
): Result<FileSet> {
  const pivot = withParagraphs(illustrated(source, pictures, `${FOLDER}/`));
  const paged = splitIntoPages(pivot);
  const pages = paged.pages.map(({ id, name, kind }) => ({ id, name, kind }));
  const site = new Site(
    pivot,
    paged,
    bibliography,
    new Set(volume.documents.keys()),
    signposts([{ name: 'index', kind: 'home' }, ...pages]),
    look.theme,
  );
  const files = new Map<string, string | Uint8Array>();
  files.set('index.html', homePage(site));
  const reader = new EditionReader();
  for (const page of paged.pages) {
    const text = volumePage(site, page);
    reader.read(text);
    files.set(`${page.name}.html`, text);
  }
  for (const [name, page] of registerPages(site, site.register)) files.set(`${name}.html`, page);
  for (const [path, content] of furnishings(site, accessibility)) files.set(path, content);
  const rules = `${REFERENCE_STYLE}${site.styles.rules}`;
  for (const [path, content] of dress(look, pivot, rules, files)) files.set(path, content);
  files.set(REFERENCE_SCRIPT_FILE, REFERENCE_SCRIPT);
  for (const [path, content] of site.citing.files()) files.set(path, content);
  for (const page of paged.pages) {
    const document = documentFile(volume, page, pivot);
    if (document !== undefined) files.set(`tei/${page.name}.xml`, document);
  }
  for (const { path, bytes } of pictures.values()) files.set(`${FOLDER}/${path}`, bytes);
  return { value: files, diagnostics: findLosses(volume, reader.finish(), 'HTML') };
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
