import { type FacetName, facetNames } from '../../model/searchable.js';
import type { SearchRequest } from '../search.js';

/**
 * The request that an address holds: in its fragment, which a page on a disk may change too, else in its query, where the field in the head of the
 * pages puts it.
 */
export function requestIn({ search, hash }: { readonly search: string; readonly hash: string }): SearchRequest {
  const fields = new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
  const chosen: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const keys = fields.getAll(name);
    if (keys.length > 0) chosen[name] = keys;
  }
  const [from, to] = [fields.get('from') ?? '', fields.get('to') ?? ''];
  return {
    words: fields.get('q') ?? '',
    forms: fields.get('forms') === '1',
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    chosen,
    sort: fields.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The fragment of an address that holds a request; empty for one that asks for nothing. */
export function fragmentOf({ words, forms, from, to, chosen, sort }: SearchRequest): string {
  const fields = new URLSearchParams();
  if (words.trim() !== '') fields.set('q', words);
  if (forms === true) fields.set('forms', '1');
  if (from !== undefined) fields.set('from', from);
  if (to !== undefined) fields.set('to', to);
  for (const name of facetNames) for (const key of chosen?.[name] ?? []) fields.append(name, key);
  if (sort === 'date') fields.set('sort', 'date');
  return fields.toString();
}
