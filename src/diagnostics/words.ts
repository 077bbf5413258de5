/** A number with its noun, for people: `1 note`, `1,234 notes`. */
export function plural(count: number, word: string, many = `${word}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? word : many}`;
}

/** How often something stands behind what was said of it, for people: ` (3 times)`; nothing for once. */
export function times(count: number): string {
  return count === 1 ? '' : ` (${count} times)`;
}

/** A size for people, in powers of ten as disks are sold: `512 B`, `48 KB`, `1.4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
