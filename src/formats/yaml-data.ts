import { isAlias, isMap, isScalar, isSeq, type Node } from './yaml-tree.js';

/** The most values that aliases may repeat in a file, so that a small file cannot become a large one. */
const MOST_REPEATED = 100_000;

/** What a YAML tree says as plain data, and the keys that stand twice in one map. */
export interface YamlData {
  readonly value: unknown;
  readonly doubled: readonly Node[];
}

/** Data, and of how many values it is made. */
interface Counted {
  readonly value: unknown;
  readonly size: number;
}

/**
 * The data of a tree of the failsafe schema, read in one pass: yaml's own `toJS` and `uniqueKeys` look through all that stands before for each alias and each key. An alias
 * is what the last anchor of its name before it holds (YAML 1.2 §7.1). Throws an `Error` for an alias without an anchor, inside what it names, or one too many.
 */
export function dataOf(root: Node | null, text: string): YamlData {
  const anchors = new Map<string, Counted | undefined>();
  const doubled: Node[] = [];
  let repeated = 0;

  function ofAlias(name: string): Counted {
    const found = anchors.get(name);
    if (found === undefined)
      throw new Error(
        anchors.has(name) ? 'An alias stands inside the very thing that it names.' : `Nothing is named “&${name}”.`,
      );
    repeated += found.size;
    if (repeated > MOST_REPEATED) throw new Error('Aliases repeat more than a manifest can hold.');
    return found;
  }

  function counted(node: unknown): Counted {
    if (isAlias(node)) return ofAlias(node.source);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, undefined);
    const found = isMap(node) ? ofMap(node.items) : isSeq(node) ? ofItems(node.items) : ofScalar(node);
    if (anchor !== undefined) anchors.set(anchor, found);
    return found;
  }

  function ofItems(items: readonly unknown[]): Counted {
    const parts = items.map(counted);
    return { value: parts.map(({ value }) => value), size: 1 + parts.reduce((sum, { size }) => sum + size, 0) };
  }

  function ofMap(items: readonly { readonly key: unknown; readonly value: unknown }[]): Counted {
    const entries = new Map<string, unknown>();
    let all = 1;
    for (const pair of items) {
      const key = counted(pair.key);
      const name = typeof key.value === 'string' ? key.value : written(pair.key as Node | null);
      if (entries.has(name)) doubled.push(pair.key as Node);
      const { value, size } = counted(pair.value);
      entries.set(name, value);
      all += key.size + size;
    }
    return { value: Object.fromEntries(entries), size: all };
  }

  function written(key: Node | null): string {
    return text.slice(key?.range?.[0] ?? 0, key?.range?.[1] ?? 0);
  }

  return { value: counted(root).value, doubled };
}

function ofScalar(node: unknown): Counted {
  return { value: isScalar(node) ? node.value : null, size: 1 };
}
