import { type Diagnostic, diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { placeOf, readXml, type StartTag, type XmlHandler } from '../../formats/sax.js';
import type { PersonKey } from '../../model/people.js';
import type { SourceFile } from '../../model/source-file.js';
import type { PlacedPerson } from './authority-file.js';
import { AUTHORITIES, type Authority, addressOfId, problemOfId } from './authority-ids.js';

/** Elements whose words are read; those of the parts of a name are put together surname first. */
const READ: ReadonlySet<string> = new Set([
  'persName',
  'surname',
  'forename',
  'genName',
  'birth',
  'death',
  'idno',
  'note',
  'occupation',
]);

interface Open {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly names: string[];
  readonly refs: string[];
  readonly entries: PersonKey[];
  readonly descriptions: string[];
  born?: string;
  died?: string;
}

/**
 * Reads the persons of a TEI file (P5, 13.3.2: `listPerson`). The entries of volumes that mean a person are named by `@corresp` of the `person`, or by `ptr`:
 * `frus1964-68v14#p_RD1`.
 */
export function readListPerson(source: SourceFile): Result<readonly PlacedPerson[]> {
  const reader = new ListPersonReader(source);
  const diagnostics = readXml(source, reader);
  if (diagnostics.length > 0) return { diagnostics };
  return reader.diagnostics.length > 0 ? { diagnostics: reader.diagnostics } : { value: reader.people, diagnostics };
}

class ListPersonReader implements XmlHandler {
  readonly people: PlacedPerson[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceFile;
  #open: Open | undefined;
  /** The elements that are read, from the outermost. */
  readonly #reading: {
    readonly tag: StartTag;
    readonly start: number;
    words: string;
    readonly parts: Map<string, string>;
  }[] = [];

  constructor(source: SourceFile) {
    this.#source = source;
  }

  startTag(tag: StartTag, start: number, end: number): void {
    const value = (name: string): string | undefined => tag.attributes[name]?.value;
    if (tag.local === 'person') {
      const id = value('xml:id') ?? '';
      if (id === '') this.diagnostics.push(diagnostic('SE053', {}, placeOf(this.#source, start, end)));
      this.#open = {
        id,
        start,
        end,
        names: [],
        refs: [...addressesIn(value('ref') ?? value('sameAs'))],
        entries: keysIn(value('corresp')),
        descriptions: [],
      };
    } else if (this.#open !== undefined && tag.local === 'ptr') {
      for (const key of keysIn(value('target'))) this.#open.entries.push(key);
    }
    if (this.#open !== undefined && READ.has(tag.local))
      this.#reading.push({ tag, start, words: '', parts: new Map() });
  }

  text(text: string): void {
    for (const one of this.#reading) one.words += text;
  }

  endTag(tag: StartTag, _start: number, end: number): void {
    const person = this.#open;
    if (person === undefined) return;
    const read = READ.has(tag.local) ? this.#reading.pop() : undefined;
    if (read !== undefined)
      this.#read(person, read.tag, read.words.replace(/\s+/g, ' ').trim(), read.parts, read.start, end);
    if (tag.local !== 'person') return;
    this.#open = undefined;
    this.#close(person);
  }

  #read(
    person: Open,
    tag: StartTag,
    words: string,
    parts: ReadonlyMap<string, string>,
    start: number,
    end: number,
  ): void {
    const when = tag.attributes['when']?.value ?? words;
    switch (tag.local) {
      case 'persName': {
        const [surname, forename] = [parts.get('surname'), parts.get('forename')];
        const rest = [forename, parts.get('genName')].filter((part) => part !== undefined).join(', ');
        if (words !== '') person.names.push(surname === undefined || rest === '' ? words : `${surname}, ${rest}`);
        return;
      }
      case 'birth':
        if (when !== '') person.born = when;
        return;
      case 'death':
        if (when !== '') person.died = when;
        return;
      case 'idno':
        this.#identifier(person, tag.attributes['type']?.value ?? '', words, start, end);
        return;
      case 'note':
      case 'occupation':
        if (words !== '') person.descriptions.push(words);
        return;
      default: {
        const outer = this.#reading.at(-1)?.parts;
        const before = outer?.get(tag.local);
        outer?.set(tag.local, before === undefined ? words : `${before} ${words}`);
      }
    }
  }

  #identifier(person: Open, type: string, words: string, start: number, end: number): void {
    const authority = type.toLowerCase() as Authority;
    if (/^https?:\/\//.test(words)) person.refs.push(words);
    else if (AUTHORITIES.includes(authority)) {
      const problem = problemOfId(authority, words);
      if (problem === undefined) person.refs.push(addressOfId(authority, words));
      else this.diagnostics.push(diagnostic('SE054', { value: words, problem }, placeOf(this.#source, start, end)));
    }
  }

  #close({ id, start, end, names, refs, entries, descriptions, born, died }: Open): void {
    const [name, ...forms] = names;
    const place = placeOf(this.#source, start, end);
    if (name === undefined) this.diagnostics.push(diagnostic('SE053', {}, place));
    else
      this.people.push({
        id,
        name,
        forms,
        ...(born === undefined ? {} : { born }),
        ...(died === undefined ? {} : { died }),
        description: descriptions.join('; '),
        refs: [...new Set(refs)],
        entries,
        place,
      });
  }
}

function addressesIn(value: string | undefined): readonly string[] {
  return (value ?? '').split(/\s+/).filter((word) => /^https?:\/\/./.test(word));
}

function keysIn(value: string | undefined): PersonKey[] {
  return (value ?? '').split(/\s+/).filter((word): word is PersonKey => /^[^\s#:]+#[^\s#]+$/.test(word));
}
