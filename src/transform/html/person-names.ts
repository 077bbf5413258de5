import { isOfficeWord, trailingName } from '../../grammar/names.js';
import { type Fact, foldedWords } from '../document-facts.js';

/** How the names of the parties of a document are compared: who is a person, and which prints of a name are one. */

const PERSON_IN_OFFICE = /^(?:President|Prime Minister|Chancellor|Colonel|General|Senator) \p{Lu}[\p{L}’'-]+$/u;

/** An office; but `President Wilson` is a person, however a volume marks him. */
export function isOfficeOf({ party, words }: Pick<Fact, 'party' | 'words'>): boolean {
  return party === 'office' && !PERSON_IN_OFFICE.test(words);
}

/** A name without titles: `Colonel E. M. House` and `E. M. House` are one. */
export function personKey(words: string): string {
  const bare = words.replace(/[,.]?\s*(?:\[sic\])?$/, '');
  const name = trailingName(bare);
  const isTitled =
    name !== undefined && name.start > 0 && bare.slice(0, name.start).trim().split(/\s+/).every(isOfficeWord);
  return foldedWords(isTitled ? bare.slice(name.start) : bare);
}

const SUFFIX = /,?\s+(?:Jr|Sr|I{2,3}|IV|[23]d)\.?$/;

/** The words of a name with the surname first, where it is not so already. */
export function bySurname(label: string): string {
  if (/^[^\s,]+(?: [^\s,]+)?,/.test(label) && !SUFFIX.test(label)) return foldedWords(label);
  const words = label.replace(SUFFIX, '').split(/\s+/);
  return foldedWords([words.at(-1) ?? '', ...words.slice(0, -1)].join(' '));
}
