/** An ORCID iD without the address before it. */
const FORM = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i;

/** The four groups of an ORCID iD, written alone or as an address; undefined for what is none, also by its check character (ISO 7064, MOD 11-2). */
export function bareOrcid(words: string): string | undefined {
  const id = FORM.exec(words.trim())?.[1]?.toUpperCase();
  if (id === undefined) return undefined;
  const digits = id.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check)) ? id : undefined;
}

/** The address of an ORCID iD, which is its name on the web (ORCID, “Structure of the ORCID identifier”). */
export function orcidAddress(id: string): string {
  return `https://orcid.org/${id}`;
}
