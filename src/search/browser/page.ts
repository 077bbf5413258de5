/** The script of the page on which a volume is searched (`transform/html/search-page.ts`). */
import { IndexReader } from '../index-reader.js';
import { numberIn } from '../numbered.js';
import { type Choices, type Found, type SearchRequest, search } from '../search.js';
import { fragmentOf, requestIn } from './address.js';
import { byId, element } from './elements.js';
import { FacetLists } from './facet-lists.js';
import { loader } from './load.js';
import { Results } from './results.js';

/** The most places of one number that are shown: in a series each volume may have one. */
const JUMPS = 12;

class SearchPage {
  readonly #form = byId('search-form', HTMLFormElement);
  readonly #words = byId('search-words', HTMLInputElement);
  readonly #forms = document.getElementById('search-forms');
  readonly #from = byId('search-from', HTMLInputElement);
  readonly #to = byId('search-to', HTMLInputElement);
  readonly #sort = byId('search-sort', HTMLSelectElement);
  readonly #status = byId('search-status', HTMLElement);
  readonly #jump = byId('search-jump', HTMLElement);
  readonly #panel = byId('search-panel', HTMLElement);
  readonly #clear = byId('search-clear', HTMLButtonElement);
  readonly #index: IndexReader;
  readonly #facets: FacetLists;
  readonly #results: Results;
  readonly #title = document.title;
  /** The request that is being answered. */
  #request: SearchRequest = { words: '' };

  constructor(index: IndexReader) {
    this.#index = index;
    const changed = (): void => this.#ask({});
    this.#facets = new FacetLists(index, byId('search-facets', HTMLElement), changed);
    this.#results = new Results(
      index,
      byId('search-results', HTMLOListElement),
      byId('search-more', HTMLButtonElement),
    );
    const { days } = index.directory;
    byId('search-dates', HTMLFieldSetElement).hidden = days === undefined;
    for (const field of [this.#from, this.#to]) {
      field.min = days?.first ?? '';
      field.max = days?.last ?? '';
      field.addEventListener('change', changed);
    }
    this.#sort.addEventListener('change', changed);
    this.#forms?.addEventListener('change', changed);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask({});
    });
    this.#clear.addEventListener('click', () => {
      this.#ask({ chosen: {}, from: '', to: '' });
      this.#words.focus();
    });
    window.addEventListener('hashchange', () => this.answer());
    byId('search-off', HTMLElement).hidden = true;
    this.#panel.hidden = false;
  }

  /** Puts what the page asks for into its address, which is then answered. */
  #ask(instead: { chosen?: Choices; from?: string; to?: string }): void {
    const [from, to] = [instead.from ?? this.#from.value, instead.to ?? this.#to.value];
    const fragment = fragmentOf({
      words: this.#words.value,
      forms: this.#forms instanceof HTMLInputElement && this.#forms.checked,
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      chosen: instead.chosen ?? this.#facets.chosen,
      sort: this.#sort.value === 'date' ? 'date' : 'relevance',
    });
    // An empty fragment would let the query of the address count again.
    location.hash = fragment === '' ? 'q=' : fragment;
  }

  async answer(): Promise<void> {
    const request = requestIn(location);
    this.#request = request;
    this.#fill(request);
    this.#panel.setAttribute('aria-busy', 'true');
    try {
      const found = await search(this.#index, request);
      if (request !== this.#request) return;
      this.#say(found);
      await Promise.all([
        this.#showPlaces(request),
        this.#results.show(found),
        this.#facets.show(found, request.chosen ?? {}),
      ]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.textContent = `A part of the index could not be loaded (${reason}). Please load the page again.`;
    }
    if (request === this.#request) this.#panel.setAttribute('aria-busy', 'false');
  }

  #fill({ words, forms, from, to, sort, chosen }: SearchRequest): void {
    this.#words.value = words;
    if (this.#forms instanceof HTMLInputElement) this.#forms.checked = forms === true;
    this.#from.value = from ?? '';
    this.#to.value = to ?? '';
    this.#sort.value = sort ?? 'relevance';
    const choices = Object.values(chosen ?? {}).some((keys) => keys.length > 0);
    this.#clear.hidden = !choices && from === undefined && to === undefined;
    document.title = words.trim() === '' ? this.#title : `${words} · ${this.#title}`;
  }

  /** Links to the document or the page of the source that a request names by its number alone. */
  async #showPlaces(request: SearchRequest): Promise<void> {
    const asked = numberIn(request.words);
    const places = asked === undefined ? [] : await this.#index.placesWith(asked, JUMPS);
    if (request !== this.#request) return;
    this.#jump.hidden = places.length === 0;
    this.#jump.replaceChildren(
      ...places.map(({ page, title }) => element('li', {}, element('a', { href: page }, title))),
    );
  }

  #say({ documents, ignored }: Found): void {
    const { words } = this.#request;
    const count = documents.length === 1 ? '1 result' : `${documents.length} results`;
    const sought = words.trim() === '' ? '' : ` for ${words.trim()}`;
    const quoted = ignored.map((word) => `“${word}”`).join(', ');
    const left =
      ignored.length === 0
        ? ''
        : `, without ${quoted}, which ${ignored.length === 1 ? 'is' : 'are'} sought in phrases only`;
    this.#status.textContent = `${documents.length === 0 ? 'No results' : count}${sought}${left}.`;
  }
}

IndexReader.open(loader()).then(
  (index) => new SearchPage(index).answer(),
  () => {
    byId('search-status', HTMLElement).textContent = 'The index could not be loaded. Please load the page again.';
  },
);
