import type { TeiTree } from './tree.js';

/** One volume of the index: its title, and its ids in a short form: by what precedes the number, the numbers as ranges (`1-335`). */
export interface IndexedVolume {
  readonly title: string;
  readonly file: string;
  readonly numbered: Readonly<Record<string, string>>;
  /** Ids without a number at the end. */
  readonly other: readonly string[];
}

/** The index as it is written to a file; `format` changes when an older program could not read it. */
export interface IndexFile {
  readonly format: 1;
  readonly volumes: Readonly<Record<string, IndexedVolume>>;
}

/** What rules ask of the index. */
export interface VolumeIndex {
  hasVolume(volume: string): boolean;
  hasId(volume: string, id: string): boolean;
}

/** Elements whose ids other volumes refer to: what has an address, not every name and term. */
const addressed = new Set(['div', 'pb', 'note', 'item', 'table', 'figure', 'frus:attachment']);

/** The entry of a volume: its name in references is its xml:id, or that of its file where it has none. */
export function indexVolume(tree: TeiTree, file: string): { readonly name: string; readonly volume: IndexedVolume } {
  const numbers = new Map<string, number[]>();
  const other: string[] = [];
  for (const [id, [element]] of tree.ids) {
    if (element === undefined || !addressed.has(element.name)) continue;
    const [, prefix, number] = /^(.*?)(0|[1-9]\d{0,8})$/s.exec(id) ?? [];
    if (prefix === undefined || number === undefined) other.push(id);
    else {
      const known = numbers.get(prefix);
      if (known === undefined) numbers.set(prefix, [Number(number)]);
      else known.push(Number(number));
    }
  }
  const numbered = Object.fromEntries([...numbers].map(([prefix, list]) => [prefix, ranges(list)]));
  const title = tree.named('title').find((e) => e.attributes['type'] === 'complete') ?? tree.named('title')[0];
  const words = title?.children.map((child) => (child.kind === 'text' ? child.text : '')).join('') ?? '';
  const name = tree.root?.attributes['xml:id'] ?? file.replace(/^.*[/\\]/, '').replace(/\.xml$/, '');
  return { name, volume: { title: words.replace(/\s+/g, ' ').trim(), file, numbered, other } };
}

/** `[1, 2, 3, 7]` → `1-3,7`. */
function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: [number, number][] = [];
  for (const n of sorted) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Makes an index answer questions; the ranges of a volume are unfolded when it is first asked for. */
export function openIndex(file: IndexFile): VolumeIndex {
  const unfolded = new Map<string, ReadonlySet<string>>();
  const idsOf = (volume: IndexedVolume): ReadonlySet<string> => {
    const ids = new Set(volume.other);
    for (const [prefix, list] of Object.entries(volume.numbered)) {
      for (const part of list.split(',')) {
        const [from = 0, to = from] = part.split('-').map(Number);
        for (let n = from; n <= to; n++) ids.add(`${prefix}${n}`);
      }
    }
    return ids;
  };
  return {
    hasVolume: (name) => Object.hasOwn(file.volumes, name),
    hasId(name, id) {
      const volume = file.volumes[name];
      if (volume === undefined) return false;
      const ids = unfolded.get(name) ?? idsOf(volume);
      unfolded.set(name, ids);
      return ids.has(id);
    },
  };
}

/** Reads the text of an index file; undefined where it is none. */
export function readIndex(text: string): VolumeIndex | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isIndex = typeof value === 'object' && value !== null && 'format' in value && value.format === 1;
    return isIndex ? openIndex(value as IndexFile) : undefined;
  } catch {
    return undefined;
  }
}
