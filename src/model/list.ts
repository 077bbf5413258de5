/**
 * Adds all members of a list to another. `push(...more)` would hand them over as arguments, of which the stack takes some 100,000: as many findings, rows or
 * paragraphs as a large volume can have.
 */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** The largest of many numbers, and never less than `least`; `Math.max(…)` of a list has the limit that `append` has not. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
