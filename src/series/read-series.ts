/** A series as it stands on the disk: its manifest and its volumes. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import type { SourceFile } from '../model/source-file.js';
import { readSeriesManifest, SERIES_MANIFEST, type SeriesManifest } from './manifest.js';
import { type SeriesVolume, volumesOf } from './volumes.js';

export interface Series {
  /** The folder of series.yaml. */
  readonly folder: string;
  readonly manifest: SeriesManifest;
  readonly volumes: readonly SeriesVolume[];
  readonly source: SourceFile;
}

/** Whether an input is a series: a folder with a series.yaml and no volume.yaml, or a series.yaml itself. */
export function isSeries(path: string): boolean {
  if (basename(path) === SERIES_MANIFEST) return true;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  return existsSync(join(path, SERIES_MANIFEST)) && !existsSync(join(path, 'volume.yaml'));
}

/** @param found told the manifest's text, for the lines of findings */
export function readSeries(path: string, found: (source: SourceFile) => void): Result<Series> {
  const folder = basename(path) === SERIES_MANIFEST ? dirname(path) : path;
  const file = join(folder, SERIES_MANIFEST);
  if (!existsSync(file)) return { diagnostics: [diagnostic('SE001', { path: folder }, { file: folder })] };
  let bytes: Uint8Array;
  try {
    bytes = readRegularFile(file);
  } catch (error) {
    return { diagnostics: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
  const source = readTextBytes(file, bytes);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  found(source.value);
  const manifest = readSeriesManifest(source.value);
  if (manifest.value === undefined) return { diagnostics: manifest.diagnostics };
  const volumes = volumesOf(manifest.value, folder);
  if (volumes.value === undefined) return { diagnostics: volumes.diagnostics };
  return { value: { folder, manifest: manifest.value, volumes: volumes.value, source: source.value }, diagnostics: [] };
}
