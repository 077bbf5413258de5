/** The authority files whose identifiers may be written by themselves, with what they look like and the addresses that they stand for. */
const FILES: Readonly<Record<string, { readonly form: RegExp; readonly example: string; readonly address: string }>> = {
  viaf: { form: /^[1-9]\d{0,21}$/, example: '66861474', address: 'https://viaf.org/viaf/' },
  wikidata: { form: /^Q[1-9]\d*$/, example: 'Q190602', address: 'https://www.wikidata.org/entity/' },
  lcnaf: { form: /^n[a-z]{0,2}\d{8,10}$/, example: 'n79060669', address: 'https://id.loc.gov/authorities/names/' },
  snac: { form: /^(?:ark:\/99166\/)?\w+$/, example: 'w6bk1f8m', address: 'https://snaccooperative.org/' },
};

export const AUTHORITIES = Object.keys(FILES) as readonly Authority[];
export type Authority = 'viaf' | 'wikidata' | 'lcnaf' | 'snac';

/** What is wrong with an identifier; undefined where nothing is. */
export function problemOfId(authority: Authority, id: string): string | undefined {
  const file = FILES[authority];
  if (file === undefined || file.form.test(id)) return undefined;
  return `is no identifier of ${authority.toUpperCase()}, which are written as ${file.example}`;
}

/** The address of a record by its identifier. */
export function addressOfId(authority: Authority, id: string): string {
  const bare = id.replace(/^ark:\/99166\//, '');
  const isNumber = /^\d+$/.test(bare);
  if (authority === 'snac') return `${FILES['snac']?.address}${isNumber ? 'view/' : 'ark:/99166/'}${bare}`;
  return `${FILES[authority]?.address ?? ''}${bare}`;
}

/** An address in the form in which the same record has the same one: without `http` or `https`, `www.`, and what stands behind the record. */
export function sameRecord(address: string): string {
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/#?]+$/, '');
  return bare.replace(/^wikidata\.org\/wiki\//, 'wikidata.org/entity/').replace(/\.html$/, '');
}

/** The authority file that an address is in: its host. */
export function hostOf(address: string): string {
  return sameRecord(address).replace(/\/.*$/, '');
}
