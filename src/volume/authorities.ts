import { attribute, characters, type Tag, tagsOf } from './tags.js';

/** The addresses in authority files that an element bears (`@ref`, TEI P5 att.canonical); what points into the file or to another volume is none. */
export function authorityOf(tag: Tag): string | undefined {
  return together(attribute(tag, 'ref') ?? '');
}

/** What may hold an address at all; most volumes hold none, and are not read for it. */
const ANY = /\sref\s*=\s*["']\s*https?:|<idno\b[^>]*>\s*https?:/;

/** Entries of lists of persons and organisations, and the names in them. */
const ENTRIES = new Set(['item', 'person', 'org']);
const NAMES = new Set(['persName', 'orgName', 'name']);

/**
 * Whom the entries of a volume's lists mean: their addresses in authority files, by the id that pointers name. An address stands as `@ref` on the name, or
 * as an `idno` that is one (TEI P5 §13.3.2). The id is that of the name, or the one of its entry; of an entry with several, whose names are not told apart,
 * nothing is certain.
 *
 * @param text a TEI volume that is well-formed
 */
export function authorities(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!ANY.test(text)) return found;
  const open: (Entry | undefined)[] = [];
  let idno: number | undefined;
  for (const tag of tagsOf(text)) {
    const entry = open.findLast((one) => one !== undefined);
    if (tag.kind === 'end') {
      if (idno !== undefined && tag.name === 'idno') entry?.numbers.push(characters(text.slice(idno, tag.start)));
      const closed = open.pop();
      if (closed !== undefined) closeEntry(closed, found);
    } else {
      const own = ENTRIES.has(tag.name) ? { ids: new Set<string>(), refs: new Set<string>(), numbers: [] } : undefined;
      openElement(tag, own ?? entry, found);
      if (tag.kind === 'start') open.push(own);
    }
    idno = tag.name === 'idno' && tag.kind === 'start' ? tag.end : undefined;
  }
  return found;
}

interface Entry {
  readonly ids: Set<string>;
  /** The addresses on its names. */
  readonly refs: Set<string>;
  readonly numbers: string[];
}

function openElement(tag: Tag, entry: Entry | undefined, found: Map<string, string>): void {
  const isName = NAMES.has(tag.name);
  if (!isName && !ENTRIES.has(tag.name)) return;
  const id = attribute(tag, 'xml:id');
  const ref = isName ? authorityOf(tag) : undefined;
  if (id !== undefined) entry?.ids.add(id);
  if (ref !== undefined) entry?.refs.add(ref);
  if (id !== undefined && ref !== undefined && !found.has(id)) found.set(id, ref);
}

function closeEntry({ ids, refs, numbers }: Entry, found: Map<string, string>): void {
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0 || refs.size > 1) return;
  const all = together([...refs, ...numbers].join(' '));
  if (all !== undefined) found.set(id, all);
}

/** The web addresses among these words, each once; undefined where there are none. */
function together(words: string): string | undefined {
  const addresses = new Set(words.split(/\s+/).filter((address) => /^https?:\/\/./.test(address)));
  return addresses.size === 0 ? undefined : [...addresses].join(' ');
}
