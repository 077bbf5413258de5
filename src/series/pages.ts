/** The series' own pages. All that they are made of is in {@link SeriesView}: what the volumes' results say, and nothing read again. */
import { plural } from '../diagnostics/words.js';
import type { FileSet } from '../model/file-set.js';
import { SEARCH_FOLDER, SEARCH_PAGE } from '../transform/html/search-field.js';
import { SEARCH_CLASS, searchPanel } from '../transform/html/search-page.js';
import type { CatalogueLink } from './catalogue.js';
import { escaped, STYLE, STYLE_FILE, seriesFrame } from './frame.js';
import type { SeriesGroup, SeriesManifest } from './manifest.js';
import type { VolumeResult } from './result.js';
import { languageOf } from './search.js';

/** A volume as the pages of the series show it. */
export interface ShownVolume {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly SeriesGroup[];
  /** What was built of it; absent where it is planned. */
  readonly result?: VolumeResult;
}

export interface SeriesView {
  readonly manifest: SeriesManifest;
  /** In the order of the manifest. */
  readonly volumes: readonly ShownVolume[];
}

/** The pages of the series, by their paths in its folder. The same view makes the same bytes. */
export function seriesPages(view: SeriesView, catalogues: readonly CatalogueLink[] = []): FileSet {
  const isSearched = view.volumes.some(({ result }) => result?.searchable !== undefined);
  return new Map([
    [STYLE_FILE, STYLE],
    ['index.html', homePage(view, isSearched, catalogues)],
    ...(isSearched ? [[SEARCH_PAGE, searchPage(view)] as const] : []),
  ]);
}

function homePage(
  { manifest, volumes }: SeriesView,
  isSearched: boolean,
  catalogues: readonly CatalogueLink[],
): string {
  const { title, subtitle, address } = manifest;
  const built = volumes.filter(({ result }) => result !== undefined);
  const documents = built.reduce((sum, { result }) => sum + (result?.documents ?? 0), 0);
  return seriesFrame(manifest, {
    title,
    head: [
      ...(address === undefined ? [] : [`<link rel="canonical" href="${escaped(address)}"/>`]),
      ...catalogues.map(
        ({ href, type, title: words }) =>
          `<link rel="alternate" type="${escaped(type)}" href="${href}" title="${escaped(words)}"/>`,
      ),
    ],
    header: `<h1>${escaped(title)}</h1>${subtitle === undefined ? '' : `\n<p class="subtitle">${escaped(subtitle)}</p>`}
<p>${plural(built.length, 'volume')}, ${plural(documents, 'document')}</p>${isSearched ? `\n${FIELD}` : ''}`,
    main: `${listed(volumes, 0)}${catalogues.length === 0 ? '' : `\n<p class="catalogues">${catalogues.map(({ href, title: words }) => `<a href="${href}">${escaped(words)}</a>`).join(' · ')}</p>`}`,
  });
}

/** Sent as an address, so that it needs no script. */
const FIELD = `<form class="find" role="search" action="${SEARCH_PAGE}" method="get" aria-label="Search all volumes">
<input type="search" name="q" aria-label="Words to search for" autocomplete="off" spellcheck="false"/><button>Search</button>
</form>`;

/** The page on which all volumes are searched: that of a volume, with its script, over the index of all. */
function searchPage({ manifest, volumes }: SeriesView): string {
  return seriesFrame(manifest, {
    title: `Search · ${manifest.title}`,
    bodyClass: SEARCH_CLASS,
    head: [
      `<link rel="stylesheet" href="${SEARCH_FOLDER}search.css"/>`,
      `<script src="${SEARCH_FOLDER}reader.js" defer="defer"></script>`,
    ],
    header: `<p><a href="index.html">${escaped(manifest.title)}</a></p>`,
    main: `${searchPanel({ language: languageOf(volumes), label: 'Search all volumes', links: [{ href: 'index.html', title: 'All volumes' }], isNumbered: false })}`,
  });
}

/** The volumes with the headings of their groups, which stand where the first of a group does. */
function listed(volumes: readonly ShownVolume[], depth: number): string {
  const parts: string[] = [];
  for (let at = 0; at < volumes.length; ) {
    const group = volumes[at]?.groups[depth];
    let end = at + 1;
    while (end < volumes.length && volumes[end]?.groups[depth]?.id === group?.id) end++;
    const run = volumes.slice(at, end);
    if (group === undefined) parts.push(`<ul class="volumes">\n${run.map(entry).join('\n')}\n</ul>`);
    else {
      const level = Math.min(6, depth + 2);
      const id = escaped(group.id);
      const heading = `<h${level} id="${id}-heading">${escaped(group.head)}</h${level}>`;
      parts.push(
        `<section id="${id}" aria-labelledby="${id}-heading">\n${heading}\n${listed(run, depth + 1)}\n</section>`,
      );
    }
    at = end;
  }
  return parts.join('\n');
}

const FORMS = [
  ['epub', 'EPUB'],
  ['pdf', 'PDF'],
  ['tei', 'TEI'],
] as const;

function entry({ id, title, result }: ShownVolume): string {
  if (result === undefined)
    return `<li id="${escaped(id)}"><span class="title">${escaped(title)}</span> <span class="more">planned</span></li>`;
  const folder = encodeURIComponent(result.folder);
  const name =
    result.files['html'] === undefined
      ? `<span class="title">${escaped(title)}</span>`
      : `<a class="title" href="${folder}/html/index.html">${escaped(title)}</a>`;
  const forms = FORMS.flatMap(([part, words]) => {
    const file = result.files[part]?.[0];
    const path = file === undefined ? undefined : [folder, part, ...file.split('/').map(encodeURIComponent)].join('/');
    return path === undefined
      ? []
      : [`<a href="${path}">${words}<span class="hidden"> of ${escaped(title)}</span></a>`];
  });
  const more = [plural(result.documents, 'document'), ...forms].join(' · ');
  return `<li id="${escaped(id)}">${name} <span class="more">${more}</span></li>`;
}
