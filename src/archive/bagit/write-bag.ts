import { type FileContent, type Files, sizeOf } from '../../model/file-set.js';
import { digestsOf } from '../digest.js';

/** The facts of `bag-info.txt` (RFC 8493, §2.2.2), in the order in which they are to stand; a label may stand several times. */
export type BagInfo = readonly (readonly [label: string, value: string])[];

/** What a bag is made of. */
export interface BagContent {
  /** The files to be handed over, by their paths below `data/`. */
  readonly payload: Files;
  /** What else is said of the bag; `Bagging-Date` among it, since no clock is read here. */
  readonly info: BagInfo;
  /** Further files beside `data/`, by their paths in the bag: metadata of a repository. */
  readonly tagFiles?: Files;
}

const ALGORITHMS = ['sha256', 'sha512'] as const;

/**
 * The files of a BagIt 1.0 bag (RFC 8493), by their paths in its base directory: the payload under `data/`, manifests and tag manifests by SHA-256 and SHA-512,
 * `bag-info.txt` with the `Payload-Oxum`. The same content makes the same bytes. Paths must be relative and portable.
 */
export function bagFiles({ payload, info, tagFiles = new Map() }: BagContent): Files {
  const data = sorted([...payload].map(([path, content]) => [`data/${path}`, content]));
  const measured = data.map(([path, content]) => [path, digestsOf(content, ALGORITHMS)] as const);
  const octets = data.reduce((sum, [, content]) => sum + sizeOf(content), 0);
  const tags: [string, FileContent][] = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', `${octets}.${data.length}`]])],
    ...ALGORITHMS.map((name): [string, string] => [`manifest-${name}.txt`, manifestText(name, measured)]),
    ...sorted([...tagFiles]),
  ];
  const tagDigests = tags.map(([path, content]) => [path, digestsOf(content, ALGORITHMS)] as const);
  const tagManifests = ALGORITHMS.map((name): [string, string] => [
    `tagmanifest-${name}.txt`,
    manifestText(name, tagDigests),
  ]);
  return new Map([...tags, ...tagManifests, ...data]);
}

function sorted(files: [string, FileContent][]): [string, FileContent][] {
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}

function manifestText(algorithm: string, files: readonly (readonly [string, ReadonlyMap<string, string>])[]): string {
  return files.map(([path, found]) => `${found.get(algorithm)}  ${encodedPath(path)}\n`).join('');
}

/** A path as manifests have it: line ends and the percent sign are percent-encoded (RFC 8493, §2.1.3). */
function encodedPath(path: string): string {
  return path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** `Label: value` in lines; what is in several lines goes on indented (RFC 8493, §2.2.2). */
function infoText(info: BagInfo): string {
  return info
    .map(
      ([label, value]) =>
        `${label}: ${value
          .trim()
          .split(/\r\n|\r|\n/)
          .map((line) => line.trim())
          .filter(Boolean)
          .join('\n  ')}\n`,
    )
    .join('');
}
