import { plural } from '../diagnostics/words.js';
import { type DigestMap, pathsOf } from './inventory.js';

/** What one state of an object has against another, by logical paths in the order of code units. */
export interface Changes {
  readonly added: readonly string[];
  /** Paths with another content. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Contents that have gone from one path to another. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** Compares two states (digest → logical paths) whose digests are of one algorithm. */
export function changesBetween(before: DigestMap, after: DigestMap): Changes {
  const [then, now] = [pathsOf(before), pathsOf(after)];
  const changed = [...now].flatMap(([path, digest]) => (then.has(path) && then.get(path) !== digest ? [path] : []));
  const gone = new Map<string, string[]>();
  for (const [path, digest] of [...then].sort(byPath))
    if (!now.has(path)) gone.set(digest, [...(gone.get(digest) ?? []), path]);
  const added: string[] = [];
  const renamed: (readonly [string, string])[] = [];
  for (const [path, digest] of [...now].sort(byPath)) {
    if (then.has(path)) continue;
    const from = gone.get(digest)?.shift();
    if (from === undefined) added.push(path);
    else renamed.push([from, path]);
  }
  return { added, changed: changed.sort(), removed: [...gone.values()].flat().sort(), renamed };
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

/**
 * Changes in words, counted by part, the first folder of a path: `html: 3 changed, 1 added; tei: 1 changed`. Files beside the parts, which are made of the
 * others, are told where nothing else has changed.
 */
export function changeWords({ added, changed, removed, renamed }: Changes): string {
  const parts = new Map<string, Map<string, number>>();
  const count = (paths: readonly string[], verb: string): void => {
    for (const path of paths) {
      const part = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
      const verbs = parts.get(part) ?? new Map<string, number>();
      parts.set(part, verbs.set(verb, (verbs.get(verb) ?? 0) + 1));
    }
  };
  count(changed, 'changed');
  count(added, 'added');
  count(removed, 'removed');
  count(
    renamed.map(([, to]) => to),
    'renamed',
  );
  const words = (part: string, verbs: ReadonlyMap<string, number>): string =>
    `${part}: ${[...verbs].map(([verb, number]) => `${number} ${verb}`).join(', ')}`;
  const named = [...parts].filter(([part]) => part !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  if (named.length > 0) return named.map(([part, verbs]) => words(part, verbs)).join('; ');
  return [...parts.values()].map((verbs) => words('files beside the parts', verbs)).join('');
}

/** A first state in words: `12 files (html: 8; tei: 1)`. */
export function contentWords(state: DigestMap): string {
  const paths = Object.values(state).flat();
  const parts = new Map<string, number>();
  for (const path of paths) {
    const part = path.slice(0, Math.max(0, path.indexOf('/')));
    if (part !== '') parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const counts = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([part, number]) => `${part}: ${number}`);
  return `${plural(paths.length, 'file')}${counts.length === 0 ? '' : ` (${counts.join('; ')})`}`;
}
