/** A series as it stands on the disk: its manifest and its volumes. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { readRegularFile, readTextBytes, unreadable } from '../formats/text-file.js';
import type { SourceFile } from '../model/source-file.js';
import { SERIES_MANIFEST } from './is-series.js';
import { readSeriesManifest, type SeriesManifest } from './manifest.js';
import { type SeriesVolume, volumesOf } from './volumes.js';

export interface Series {
  /** The folder of series.yaml. */
  readonly folder: string;
  readonly manifest: SeriesManifest;
  readonly volumes: readonly SeriesVolume[];
  readonly source: SourceFile;
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
