/**
 * Adds all members of a list to another. `push(...more)` would hand them over as arguments, of which the stack takes some 100,000: as many findings, rows or
 * paragraphs as a large volume can have.
 */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** The members of a list, each once, where it stands first. */
export function distinct<T>(list: Iterable<T>): readonly T[] {
  return [...new Set(list)];
}

/** The members of a list by a key of theirs, keys and members in the order of the list. */
export function grouped<K, T>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The order of two words by their code units, as `sort` has it by itself. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The largest of many numbers, and never less than `least`; `Math.max(…)` of a list has the limit that `append` has not. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The place of the first member of a list for which something is so that is so of all after it: its length where it is so of none. O(log n). */
export function firstFrom<T>(list: ArrayLike<T>, isSo: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
