/** How the web edition of a build looks: the theme that is named or stands beside the manifest, and the faces that come with the program. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import type { Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import type { SourceFile } from '../model/source-file.js';
import { type Look, PLAIN_THEME } from '../model/theme.js';
import type { BuildInput } from './input.js';
import { bundledFaces, fontLicence } from './web-fonts.js';

/** The name of a theme that needs no option: it stands beside the manifest. */
const THEME = 'theme.yaml';

export interface ReadLook {
  readonly look: Look;
  /** The theme's own text, where there is one, for its findings. */
  readonly source?: SourceFile;
  /** The theme and its files, for the archive, and the paths that were read, over which nothing may be written. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly read: readonly string[];
}

/**
 * Reads the look.
 * @param path what is built
 * @param named the theme of the call, where it names one
 */
export async function readLook(
  path: string,
  { kind }: Pick<BuildInput, 'kind'>,
  named: string | undefined,
  found: (source: SourceFile) => void,
): Promise<Result<ReadLook>> {
  const folder = kind === 'folder' ? (basename(path) === 'volume.yaml' ? dirname(path) : path) : undefined;
  const beside = folder === undefined ? undefined : join(folder, THEME);
  const file = named ?? (beside !== undefined && existsSync(beside) ? beside : undefined);
  const faces = { faces: bundledFaces(), fontLicence: fontLicence() };
  if (file === undefined)
    return { value: { look: { theme: PLAIN_THEME, ...faces }, files: new Map(), read: [] }, diagnostics: [] };
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(file);
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
  const source = readTextBytes(file, bytes);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  found(source.value);
  const files = new Map<string, Uint8Array>();
  const read = [file];
  const home = dirname(file);
  // A theme of elsewhere has a folder of its own among the sources of the archive.
  const inArchive = (name: string): string => (file === beside ? name : `theme/${name}`);
  files.set(inArchive(basename(file)), bytes);
  const { readTheme } = await import('../volume/theme.js');
  const theme = readTheme(source.value, (name) => {
    const inside = fileInside(home, name);
    if (inside === undefined) return undefined;
    files.set(inArchive(posix.normalize(name)), inside.bytes);
    read.push(inside.path);
    return inside.bytes;
  });
  const diagnostics = [...source.diagnostics, ...theme.diagnostics];
  if (theme.value === undefined) return { diagnostics };
  return { value: { look: { theme: theme.value, ...faces }, source: source.value, files, read }, diagnostics };
}

/** A file by its path below a folder; undefined for what is not there, or leads out of it, by links also. */
export function fileInside(
  folder: string,
  name: string,
): { readonly path: string; readonly bytes: Uint8Array } | undefined {
  const normal = posix.normalize(name);
  if (/[\\\0]|^[a-z][a-z0-9+.-]*:/i.test(name) || normal.startsWith('..') || posix.isAbsolute(normal)) return undefined;
  const path = join(folder, ...normal.split('/'));
  try {
    const home = realpathSync(folder);
    const real = realpathSync(path);
    if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) return undefined;
    return { path, bytes: readRegularFile(real) };
  } catch {
    return undefined;
  }
}
