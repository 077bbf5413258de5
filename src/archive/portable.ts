import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { fileNameOf, foldedPath } from '../model/file-name.js';
import { digest } from './digest.js';
import { pathFaults } from './inventory.js';

/** What Windows and its disks keep for themselves (Microsoft, “Naming Files, Paths, and Namespaces”). */
const RESERVED = /[<>:"\\|?*]/;
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
/** The most bytes that a name may have on the disks of Linux, macOS and Windows. */
const LONGEST_NAME = 255;

/**
 * Why a relative path cannot be kept on every disk there is, in words; undefined for one that can. An archive is to be unpacked in thirty years on a
 * machine that nobody knows, so that such names are refused, and never quietly changed: links in the files would lead nowhere.
 */
export function unportable(path: string): string | undefined {
  for (const name of path.split('/')) {
    const reserved = RESERVED.exec(name)?.[0];
    if (reserved !== undefined) return `Windows takes no “${reserved}” in a name`;
    if (CONTROL.test(name)) return 'it has a control character';
    if (/[. ]$/.test(name)) return 'Windows drops a full stop or space at the end of a name';
    if (DEVICES.test(name)) return `Windows keeps the name “${name}” for a device`;
    if (Buffer.byteLength(name) > LONGEST_NAME) return `a name in it is longer than ${LONGEST_NAME} bytes`;
    if (!name.isWellFormed()) return 'it is no Unicode text';
  }
  return undefined;
}

/** Paths that are one on a disk that takes no account of capitals, or of how an accent is written: each with the one before it that it meets. */
export function* collisions(paths: Iterable<string>): Generator<readonly [path: string, other: string]> {
  const first = new Map<string, string>();
  for (const path of paths) {
    const key = foldedPath(path);
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    else if (before !== path) yield [path, before];
  }
}

/**
 * Paths that every disk can hold, for files whose names are the user's own: what {@link unportable} refuses becomes `_`, and letters of a digest see to it that two stay
 * two. Given as those that differ: path → portable path.
 */
export function portablePaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const second = new Set([...collisions(paths)].map(([path]) => path));
  const renamed = paths.flatMap((path): [string, string][] => {
    const names = path.split('/').map((name) => (unportable(name) === undefined ? name : portableName(name)));
    const portable = names.join('/');
    if (portable === path && !second.has(path)) return [];
    return [[path, second.has(path) ? marked(portable, path) : portable]];
  });
  return new Map(renamed);
}

function portableName(name: string): string {
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return fileNameOf(name.slice(0, name.length - ending.length)) + ending;
}

/** A path with letters of the digest of another before its ending. */
function marked(path: string, of: string): string {
  return path.replace(/(\.[A-Za-z0-9]{1,10})?$/, (ending) => `-${digest('sha256', of).slice(0, 8)}${ending}`);
}

const pathReasons = {
  element: 'it has an empty, “.” or “..” part',
  slash: 'it begins or ends with a slash',
  conflict: 'another file has the same path or a path that begins with it',
} as const;

/** The paths that an object or a package cannot have, or not on every disk. */
export function refusedPaths(paths: readonly string[]): readonly Diagnostic[] {
  const refuse = (path: string, reason: string): Diagnostic => diagnostic('AR002', { path, reason });
  return [
    ...[...pathFaults(paths)].map(([path, fault]) => refuse(path, pathReasons[fault])),
    ...paths.flatMap((path) => {
      const reason = unportable(path);
      return reason === undefined ? [] : [refuse(path, reason)];
    }),
    ...[...collisions(paths)].map(([path, other]) => refuse(path, `on some disks it is the same as “${other}”`)),
  ];
}
