import { type Xml, xml } from '../xml.js';
import { frame } from './frame.js';
import { SEARCH_FOLDER, SEARCH_PAGE } from './search-field.js';
import type { Site } from './site.js';

/** A page from which documents are found by going through lists. */
export interface BrowsePage {
  readonly href: string;
  readonly title: string;
}

/**
 * The page of the search. Its script (`src/search/browser`) shows what is hidden here, and fills it; without a script it says what to do instead.
 * @param browse lists of the documents
 */
export function searchPage(site: Site, browse: readonly BrowsePage[]): string {
  return frame(site, {
    title: 'Search',
    bodyClass: SEARCH_CLASS,
    main: searchPanel({
      language: site.pivot.language,
      label: 'Search the volume',
      links: [{ href: 'index.html', title: 'Contents' }, ...browse],
      isNumbered: true,
    }),
    links: [
      { rel: 'stylesheet', href: `${SEARCH_FOLDER}search.css` },
      ...site.linksOf({ name: 'search', kind: 'search' }),
    ],
    script: `${SEARCH_FOLDER}reader.js`,
  });
}

/** The class of the body of a page with {@link searchPanel}. */
export const SEARCH_CLASS = 'page-search';

export interface SearchPanel {
  /** BCP 47; empty where what is searched has several languages. */
  readonly language: string;
  /** What the form is for. */
  readonly label: string;
  /** Where documents are found without the script. */
  readonly links: readonly BrowsePage[];
  /** Whether a number alone leads to a document or a page. */
  readonly isNumbered: boolean;
}

/** What the script of the search works on: of a volume, or of several. */
export function searchPanel({ language, label, links, isNumbered }: SearchPanel): Xml {
  const isEnglish = /^en\b/i.test(language);
  return xml`<div class="sheet searching">
<h1>Search</h1>
<form id="search-form" role="search" action="${SEARCH_PAGE}" method="get" aria-label="${label}">
<div class="search-line"><label for="search-words">Words</label>
<input type="search" id="search-words" name="q" autocomplete="off" spellcheck="false" aria-describedby="search-status"/>
<button>Search</button></div>
${isEnglish ? FORMS : undefined}
</form>
${help(isNumbered)}
<div id="search-off" class="search-off">
<p>Searching needs JavaScript, which does not run in this browser. The documents are found in lists as well:</p>
<ul>${links.map(({ href, title }) => xml`<li><a href="${href}">${title}</a></li>`)}</ul>
</div>
<p id="search-status" role="status" class="search-status"></p>
<ul id="search-jump" class="search-jump" aria-label="Go to" hidden="hidden"></ul>
<div id="search-panel" class="search-panel" hidden="hidden">
<section class="found" aria-labelledby="found-heading">
<div class="found-head"><h2 id="found-heading">Results</h2>
<p class="to-narrow"><a href="#search-narrow">Narrow the results</a></p>
<p><label for="search-sort">Sort by</label> <select id="search-sort" form="search-form" name="sort"><option value="relevance">relevance</option><option value="date">date</option></select></p></div>
<ol id="search-results" class="results"></ol>
<p><button type="button" id="search-more" hidden="hidden">More results</button></p>
</section>
<section id="search-narrow" class="narrow" tabindex="-1" aria-labelledby="narrow-heading">
<h2 id="narrow-heading">Narrow the results</h2>
<p><button type="button" id="search-clear" hidden="hidden">Take all choices back</button></p>
<fieldset id="search-dates"><legend>Date</legend>
<p><label for="search-from">From</label> <input type="date" id="search-from" form="search-form" name="from"/></p>
<p><label for="search-to">To</label> <input type="date" id="search-to" form="search-form" name="to"/></p></fieldset>
<div id="search-facets"></div>
</section>
</div>
</div>`;
}

const FORMS = xml`<p class="search-forms"><label><input type="checkbox" id="search-forms" name="forms" value="1"/> Other forms of the words too (<em>negotiated</em> for <em>negotiation</em>)</label></p>`;

/** How a query is written. */
function help(isNumbered: boolean): Xml {
  return xml`<details class="search-help"><summary>How to search</summary>
<dl>
<div><dt><kbd>berlin wall</kbd></dt><dd>both words, anywhere in a document</dd></div>
<div><dt><kbd>"berlin wall"</kbd></dt><dd>the words as they stand, in one paragraph</dd></div>
<div><dt><kbd>berlin OR moscow</kbd></dt><dd>one of them, or both; <kbd>AND</kbd>, <kbd>OR</kbd> and <kbd>NOT</kbd> are written in capitals</dd></div>
<div><dt><kbd>berlin NOT wall</kbd></dt><dd>the first and not the second; <kbd>-wall</kbd> is the same</dd></div>
<div><dt><kbd>(berlin OR moscow) wall</kbd></dt><dd>parentheses hold together</dd></div>
<div><dt><kbd>negot*</kbd></dt><dd>all words that begin so</dd></div>
${isNumbered ? NUMBERS : undefined}</dl>
<p>Capitals and accents make no difference. Notes are searched as well.</p></details>`;
}

const NUMBERS = xml`<div><dt><kbd>73</kbd>, <kbd>d73</kbd>, <kbd>page 181</kbd></dt><dd>a link to the document or the page of that number, too</dd></div>
`;

/** The stylesheet of the search page alone. */
export const SEARCH_STYLESHEET = `body.page-search .sheet.searching { display: block; } .searching > * { max-width: none; }
.searching h1 { margin-bottom: 1rem; }
.search-line { display: flex; gap: 0.6rem; align-items: baseline; flex-wrap: wrap; }
.search-line label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.searching input, .searching select, .searching button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 0.2rem; padding: 0.35rem 0.6rem; min-height: 2rem; }
.search-line input { flex: 1 1 14rem; max-width: 34rem; min-width: 0; font-size: 1.1rem; }
.searching button { cursor: pointer; font-family: var(--label); font-size: 0.88rem; padding-inline: 1rem; }
.searching button:hover { border-color: var(--link); color: var(--link); }
.search-line button { background: var(--link); border-color: var(--link); color: var(--ground); }
.search-line button:hover { color: var(--ground); text-decoration: underline; }
.search-forms, .search-help, .search-status, .search-off, .found-head, .narrow { font-family: var(--label); font-size: 0.88rem; font-variant-numeric: lining-nums; hyphens: manual; }
.search-forms { margin: 0.7rem 0 0; }
.searching input[type=checkbox] { min-height: 0; width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--link); vertical-align: -0.15rem; flex: none; }
.search-help { margin: 0.5rem 0 0; }
.search-help dl { margin: 0.4rem 0; display: grid; gap: 0.3rem; max-width: 46rem; }
.search-help dl div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 1rem; }
.search-help dd { margin: 0; }
kbd { font-family: inherit; font-weight: 600; }
.search-status { font-size: 1rem; min-height: 1.6em; margin: 1.2rem 0 0.8rem; }
.search-jump { list-style: none; margin: 0 0 1.2rem; padding: 0; font-size: 1.05rem; } .search-jump li { margin: 0.2rem 0; } .search-jump li::before { content: "→ " / ""; } .search-jump a { display: inline-block; min-height: 1.5rem; }
.search-jump[hidden] { display: none; }
.search-off { border-inline-start: 0.2rem solid var(--mark); padding-inline-start: 1rem; margin-top: 1.2rem; }
.search-panel { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 0 3rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
.search-panel[hidden] { display: none; }
.found-head { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; align-items: baseline; margin-bottom: 0.8rem; }
.found-head p { margin: 0; } .found-head h2 { margin: 0; flex: 1 1 auto; font-family: var(--text); }
.found-head a { display: inline-block; min-height: 1.5rem; }
@media (min-width: 52.01rem) { .to-narrow a:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } }
.narrow h2 { margin: 0 0 0.8rem; font-family: var(--text); }
.results { list-style: none; margin: 0; padding: 0; max-width: var(--measure); }
.results > li { margin: 0 0 1.5rem; }
.results h3 { margin: 0; font-size: 1.05rem; }
.results h3 a { text-decoration: none; } .results h3 a:hover { text-decoration: underline; }
.results p { margin: 0.15rem 0 0; line-height: 1.45; }
.results .when, .results .about { color: var(--quiet); font-family: var(--label); font-size: 0.85rem; }
.results .passage { font-size: 0.94rem; overflow-wrap: anywhere; }
mark { background: var(--lit); color: inherit; font-weight: 600; padding-inline: 0.08em; }
.narrow fieldset { border: 0; margin: 0 0 0.6rem; padding: 0; min-width: 0; }
.narrow legend, .narrow summary { font-weight: 600; color: var(--ink); padding: 0.35rem 0; font-size: 0.88rem; }
.narrow fieldset p { display: grid; grid-template-columns: 3rem 1fr; align-items: center; margin: 0 0 0.35rem; }
.narrow fieldset input { min-width: 0; width: 100%; }
.narrow details { border-top: 1px solid var(--rule); margin: 0; }
.narrow ul { list-style: none; margin: 0 0 0.7rem; padding: 0; }
.narrow li { margin: 0; line-height: 1.35; }
.narrow li label { display: flex; gap: 0.5rem; padding: 0.22rem 0; align-items: baseline; min-height: 1.5rem; cursor: pointer; }
.narrow li label .value { flex: 1; min-width: 0; }
.narrow .count { color: var(--quiet); }
@media (max-width: 52rem) {
  .search-panel { grid-template-columns: minmax(0, 1fr); }
  .narrow { border-top: 1px solid var(--rule); margin-top: 1.5rem; padding-top: 1rem; }
  .search-help dl div { grid-template-columns: 1fr; gap: 0; }
}
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } .searching button { background: ButtonFace; color: ButtonText; border-color: ButtonText; } }
`;
