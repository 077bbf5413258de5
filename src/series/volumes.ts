/** Which volumes a series has: the entries of its manifest as files and folders of the disk. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { append } from '../model/list.js';
import { kindOf } from './inputs.js';
import type { ListedEntry, SeriesManifest } from './manifest.js';

/** A volume of a series, before it is built. */
export interface SeriesVolume {
  /** By what the user calls it: the name of its file or folder. */
  readonly name: string;
  /** The TEI file, or the folder with a volume.yaml. */
  readonly path: string;
  readonly kind: 'tei' | 'folder';
  readonly bytes: number;
  readonly entry: ListedEntry;
}

/** Finds the volumes on the disk; each once, at the place where the manifest first names it. */
export function volumesOf({ entries }: SeriesManifest, folder: string): Result<readonly SeriesVolume[]> {
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, SeriesVolume>();
  for (const entry of entries) {
    if (entry.kind === 'planned') continue;
    const names = entry.kind === 'pattern' ? matching(folder, entry.name) : [entry.name];
    if (names.length === 0) diagnostics.push(diagnostic('SE003', { pattern: entry.name, folder }, entry.place));
    for (const name of names) {
      const volume = volumeAt(folder, name, entry);
      if ('code' in volume) diagnostics.push(volume);
      else if (!found.has(resolve(volume.path))) found.set(resolve(volume.path), volume);
      else if (entry.kind === 'volume') diagnostics.push(diagnostic('SE006', { path: name }, entry.place));
    }
  }
  append(diagnostics, namesGivenTwice([...found.values()]));
  return diagnostics.length > 0 ? { diagnostics } : { value: [...found.values()], diagnostics };
}

function namesGivenTwice(volumes: readonly SeriesVolume[]): readonly Diagnostic[] {
  const named = new Map<string, SeriesVolume>();
  const found: Diagnostic[] = [];
  for (const volume of volumes) {
    const other = named.get(volume.name);
    if (other === undefined) named.set(volume.name, volume);
    else found.push(diagnostic('SE007', { path: volume.path, other: other.path }, volume.entry.place));
  }
  return found;
}

function volumeAt(folder: string, name: string, entry: ListedEntry): SeriesVolume | Diagnostic {
  const path = join(folder, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  const called = basename(resolve(path)).replace(/\.xml$/i, '');
  if (stat?.isFile() === true) return { name: called, path, kind: 'tei', bytes: stat.size, entry };
  if (stat?.isDirectory() === true && existsSync(join(path, 'volume.yaml')))
    return { name: called, path, kind: 'folder', bytes: folderBytes(path), entry };
  if (stat?.isDirectory() === true)
    return diagnostic('SE002', { path: name, reason: 'that folder has no volume.yaml', suggestion: '' }, entry.place);
  const parent = join(path, '..');
  const near = existsSync(parent) ? suggest(basename(path), readdirSync(parent)) : undefined;
  const suggestion = near === undefined ? '' : ` Did you mean ${join(name, '..', near)}?`;
  return diagnostic('SE002', { path: name, reason: 'there is no such file or folder', suggestion }, entry.place);
}

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    const kind = kindOf(join(folder, name));
    return sum + (typeof kind === 'object' ? kind.size : 0);
  }, 0);
}

/** The files and folders whose path has the form of a pattern, in the order in which people count. */
function matching(folder: string, pattern: string): readonly string[] {
  let found = [''];
  for (const part of pattern.split('/')) {
    if (!part.includes('*')) {
      found = found.map((before) => join(before, part));
      continue;
    }
    const form = new RegExp(`^${part.split('*').map(escaped).join('.*')}$`, 'u');
    found = found.flatMap((before) =>
      names(join(folder, before))
        .filter((name) => !name.startsWith('.') && form.test(name))
        .map((name) => join(before, name)),
    );
  }
  return found
    .filter((path) => existsSync(join(folder, path)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function names(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
}
