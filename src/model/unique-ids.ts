/** Gives each id once: of one that is taken, the next with a number that nothing else has (`pg_7-2`). What it gives is added to `taken`. */
export function uniqueIds(taken: Set<string> = new Set()): (wanted: string) => string {
  const last = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let n = last.get(wanted) ?? 1;
    while (taken.has(id)) id = `${wanted}-${++n}`;
    last.set(wanted, n);
    taken.add(id);
    return id;
  };
}
