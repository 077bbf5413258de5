import type { Result } from '../../diagnostics/diagnostic.js';
import { readXml, type StartTag, type XmlHandler } from '../../formats/sax.js';
import type { ListedPerson } from '../../model/people.js';
import type { SourceFile } from '../../model/source-file.js';
import { authorities } from '../authorities.js';

/** The persons of a volume's own list, with what it says of them. @param volume the id where the root has none */
export function listedPersons(source: SourceFile, volume: string): Result<readonly ListedPerson[]> {
  const reader = new PersonsReader();
  const diagnostics = readXml(source, reader);
  if (diagnostics.length > 0) return { diagnostics };
  const refs = authorities(source.text);
  const value = reader.found.map(
    ({ id, name, words }): ListedPerson => ({
      volume: reader.id ?? volume,
      id,
      name,
      description: words,
      refs: (refs.get(id) ?? '').split(' ').filter((ref) => ref !== ''),
    }),
  );
  return { value, diagnostics };
}

class PersonsReader implements XmlHandler {
  id: string | undefined;
  readonly found: { readonly id: string; readonly name: string; readonly words: string }[] = [];
  readonly #seen = new Set<string>();
  #depth = 0;
  /** How many lists and persons are open: names elsewhere in the text are none of a list. */
  #entry: { readonly depth: number; words: string; id: string | undefined; name: string } | undefined;
  #nameDepth: number | undefined;

  startTag({ local, attributes }: StartTag): void {
    this.#depth++;
    if (this.#depth === 1) this.id = attributes['xml:id']?.value;
    if (local === 'item' || local === 'person')
      this.#entry = { depth: this.#depth, words: '', id: undefined, name: '' };
    const entry = this.#entry;
    const id = attributes['xml:id']?.value;
    if (entry === undefined || local !== 'persName' || id === undefined || attributes['type']?.value === 'alt') return;
    // A list of names may stand in an entry: the first name is whose it is.
    if (entry.id !== undefined) return;
    entry.id = id;
    this.#nameDepth = this.#depth;
  }

  text(text: string): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    if (this.#nameDepth === undefined) entry.words += text;
    else entry.name += text;
  }

  endTag(): void {
    if (this.#nameDepth === this.#depth) this.#nameDepth = undefined;
    const entry = this.#entry;
    if (entry?.depth === this.#depth) {
      this.#entry = undefined;
      const name = closed(entry.name).replace(/[\s,;:]+$/, '');
      if (entry.id !== undefined && name !== '' && !this.#seen.has(entry.id)) {
        this.#seen.add(entry.id);
        this.found.push({ id: entry.id, name, words: closed(entry.words).replace(/^[\s,;:]+/, '') });
      }
    }
    this.#depth--;
  }
}

function closed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
