import { type Xml, xml } from '../xml.js';

/** The page on which the volume is searched, and the folder of its script and its index. */
export const SEARCH_PAGE = 'search.html';
export const SEARCH_FOLDER = 'search/';

/** The field in the head of each page. It is sent as an address, so that it needs no script itself. @param root from the page to the folder of the home page */
export function searchField(root: string): Xml {
  return xml`<form class="find" role="search" action="${root}${SEARCH_PAGE}" method="get" aria-label="Search the volume">
<input type="search" name="q" aria-label="Words to search for, or the number of a document or page" autocomplete="off" spellcheck="false"/><button>Search</button>
</form>`;
}
